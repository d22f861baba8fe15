"""The passages of a library: those that hold tokens, and what searching asks about them.

Searching makes no reports, so nothing here imports what they are made of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.model.search import PassageRecord
from tuibrowser.model.terms import ROLES, Role
from tuibrowser.store.file.snapshot import Snapshot
from tuibrowser.store.index.tokens import Token, as_sounds, match_all, role_token
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, conform
from tuibrowser.store.rows.extents import KIND, THEIR_SECTIONS, extents
from tuibrowser.store.rows.numbering import LAST_YEAR

_TOTALS: Final = 1
"""Where FTS5 keeps the number of an index's rows."""
# Columns in the order of the record's fields. CROSS JOIN fixes the order of the tables, index
# first: the planner's own took 160 ms instead of 4.
_RECORDS: Final = f"""
    SELECT p.id, r.sha256, r.issuer, r.year, r.title, p.role, {KIND}, s.title,
           substr(r.text, p.start + 1, p."end" - p.start), p.start, p."end"
    FROM {{first}}
    CROSS JOIN report AS r ON r.id = p.report
    {THEIR_SECTIONS}
"""
_INDEXED: Final = (
    _RECORDS.format(first="passage_index CROSS JOIN passage AS p ON p.id = passage_index.rowid")
    + "WHERE passage_index MATCH ? AND passage_index.rowid BETWEEN ? AND ?"
    " ORDER BY passage_index.rowid DESC LIMIT ?"
)
_ALL: Final = _RECORDS.format(first="passage AS p") + (
    "WHERE p.id BETWEEN ? AND ? ORDER BY p.id DESC LIMIT ?"
)
_NAMED: Final = _RECORDS.format(first="passage AS p") + "WHERE p.id IN ({ids}) ORDER BY p.id DESC"
_IDS: Final = (
    "SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ?"
    " ORDER BY rowid DESC LIMIT ?"
)
_ALL_IDS: Final = "SELECT id FROM passage WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?"
_ISSUERS: Final = """
    SELECT p.id, r.issuer FROM passage AS p CROSS JOIN report AS r ON r.id = p.report
    WHERE p.id IN ({ids}) ORDER BY p.id DESC
"""
_PLACES: Final = """
    SELECT p.id, r.issuer, r.province, r.city, r.county, r.township
    FROM passage AS p CROSS JOIN report AS r ON r.id = p.report
    WHERE p.id IN ({ids})
"""
_TEXTS: Final = """
    SELECT p.id, r.issuer, substr(r.text, p.start + 1, p."end" - p.start)
    FROM passage AS p CROSS JOIN report AS r ON r.id = p.report
    WHERE p.id IN ({ids}) ORDER BY p.id DESC
"""

_MISNUMBERED: Final = """
    SELECT 1 FROM {extents} AS e JOIN report AS r ON r.id = e.report
    WHERE coalesce(r.year - ?1, 0) <> e.first >> ?2
       OR coalesce(r.year - ?1, 0) <> e.last >> ?2 LIMIT 1
"""

# What the columns of each of these answers may hold.
_RECORD_RULES: Final = (
    columns.whole,
    columns.sha256,
    columns.text_or_none,
    columns.year,
    columns.text_or_none,
    columns.role,
    columns.kind_or_none,
    columns.text_or_none,
    columns.text,
    columns.offset,
    columns.offset,
)
_TEXT_RULES: Final = (columns.whole, columns.text_or_none, columns.text)

_FIRST_WITH_SOUNDS: Final = 2
"""The schema that brought sounds, in an index of their own: ``syllable_index``."""
_FIRST_WITH_ONE_INDEX: Final = 11
"""The schema that put them into ``passage_index``."""


class PassageText(NamedTuple):
    """As much of a passage as counting it takes."""

    id: int
    issuer: str | None
    text: str
    within: tuple[str, ...] = ()
    """As ``ReportEntry.within``."""


class PassageReader(Snapshot):
    """What :class:`~tuibrowser.store.answers.read.Reader` answers about passages."""

    def passages(
        self,
        tokens: Sequence[Token],
        *,
        years: tuple[int, int] | None = None,
        before: int | None = None,
        limit: int,
    ) -> list[PassageRecord]:
        """Passages whose index row holds every token, newest year first, as candidates.

        Within a year the report indexed last comes first, within a report text order holds. An
        index row knows which grams a passage has, not where: compare the text.

        Args:
            tokens: Grams and filter tokens (:mod:`tuibrowser.store.index.entry`); none for all.
                Of a tuple of tokens one is enough.
            years: First and last year, both included; leaves out reports of unknown year.
            before: Only ids below this one: the last id of an answer continues it.
            limit: At most so many.
        """
        first, last = self.numbering.between(years, before)
        if tokens:
            found = self._rows(_INDEXED, match_all(tokens), first, last, limit)
        else:
            found = self._rows(_ALL, first, last, limit)
        return self._records(found)

    @property
    def knows_sounds(self) -> bool:
        """Whether sounds are indexed; the next change does so in an older library."""
        return self._number("schema") >= _FIRST_WITH_SOUNDS and self._meta("index") != ""

    def ids(
        self,
        tokens: Sequence[Token],
        *,
        years: tuple[int, int] | None = None,
        before: int | None = None,
        limit: int,
        sounds: bool = False,
    ) -> list[int]:
        """The ids of what :meth:`passages` gives, at a tenth of its price.

        Args:
            tokens: As there.
            years: As there.
            before: As there.
            limit: As there.
            sounds: Whether grams are ``soundgrams.syllable_pairs``, not characters.
        """
        first, last = self.numbering.between(years, before)
        return self._ids_between(tokens, first, last, limit, sounds)

    def _ids_between(
        self, tokens: Sequence[Token], first: int, last: int, limit: int, sounds: bool
    ) -> list[int]:
        if tokens:
            table, asked = self._asked(tokens, sounds)
            found = self._rows(_IDS.format(table=table), asked, first, last, limit)
        else:
            found = self._rows(_ALL_IDS, first, last, limit)
        return [id_ for (id_,) in found]

    def records(self, ids: Sequence[int]) -> list[PassageRecord]:
        """The passages with these ids, newest first."""
        return self._records(self._rows(_NAMED.format(ids=",".join("?" * len(ids))), *ids))

    def roles(self, ids: Sequence[int]) -> dict[int, Role]:
        """The role of each of these passages, 2 us each.

        Raises:
            LibraryDamaged: there is no such passage, though an index named it.
        """
        marks = ",".join("?" * len(ids))
        sql = f"SELECT id, role FROM passage WHERE id IN ({marks})"
        found = self._checked((columns.whole, columns.role), sql, *ids)
        roles = {row[0]: row[1] for row in found}
        self._require(roles.keys() >= set(ids))
        return roles

    def texts(self, ids: Sequence[int]) -> list[PassageText]:
        """As :meth:`records`, with less of each, at half the price."""
        sql = _TEXTS.format(ids=",".join("?" * len(ids)))
        found = self._checked(_TEXT_RULES, sql, *ids)
        return self._of_units([PassageText(*row) for row in found])

    def issuers(self, ids: Sequence[int]) -> list[PassageText]:
        """As :meth:`texts`, but each text is empty: none is read."""
        sql = _ISSUERS.format(ids=",".join("?" * len(ids)))
        found = self._checked(_TEXT_RULES[:-1], sql, *ids)
        return self._of_units([PassageText(id_, issuer, "") for id_, issuer in found])

    def _of_units(self, found: list[PassageText]) -> list[PassageText]:
        told = self._told_apart({it.id for it in found if it.issuer in self.namesakes})
        return [it._replace(within=told.get(it.id, ())) for it in found] if told else found

    def years(self) -> list[int]:
        """The years that passages are of, the newest first."""
        numbering = self.numbering
        found: list[int] = []
        bound = numbering.lowest(LAST_YEAR + 1)
        # From year to year by id: looking at every report took 15 ms of 100,000.
        while True:
            ((newest,),) = self._rows("SELECT max(id) FROM passage WHERE id < ?", bound)
            if newest is None or newest < numbering.lowest(1):
                return found
            found.append(numbering.year_of(newest))
            bound = numbering.lowest(found[-1])

    def count(
        self,
        tokens: Sequence[Token],
        years: tuple[int, int] | None,
        ceiling: int,
        sounds: bool = False,
    ) -> int:
        """How many passages :meth:`passages` or :meth:`ids` would give, at most ``ceiling``."""
        first, last = self.numbering.between(years, None)
        parameters: list[str | int] = [first, last, ceiling]
        inner = "SELECT 1 FROM passage WHERE id BETWEEN ? AND ? LIMIT ?"
        if tokens:
            table, asked = self._asked(tokens, sounds)
            parameters.insert(0, asked)
            inner = f"SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
        ((number,),) = self._rows(f"SELECT count(*) FROM ({inner})", *parameters)
        return int(number)

    def index_agrees(self) -> bool:
        """Whether the indexes have as many passages of each role as are stored, and no others, and
        all are numbered by their years."""
        ((stored,),) = self._rows("SELECT count(*) FROM passage")
        misnumbered = _MISNUMBERED.format(extents=extents(self._number("schema")))
        return (
            not self._rows(misnumbered, *self.numbering)
            and all(count == self._stored(role) for role in ROLES for count in self._indexed(role))
            and all(self._rows_of(table) == stored for table in self._indexes)
        )

    def _asked(self, tokens: Sequence[Token], sounds: bool) -> tuple[str, str]:
        """The index to ask, and the expression that is asked of it."""
        if not sounds:
            return "passage_index", match_all(tokens)
        if self._number("schema") < _FIRST_WITH_ONE_INDEX:
            return "syllable_index", match_all(tokens)
        return "passage_index", match_all(as_sounds(tokens))

    @property
    def _indexes(self) -> tuple[str, ...]:
        if self._number("schema") < _FIRST_WITH_ONE_INDEX and self.knows_sounds:
            return "passage_index", "syllable_index"
        return ("passage_index",)

    def _rows_of(self, table: str) -> int | None:
        """How many rows an index counts itself; what has no role is counted nowhere else."""
        found = self._rows(f"SELECT block FROM {table}_data WHERE id = ?", _TOTALS)
        block = found[0][0] if found else b""
        return _leading_number(block) if isinstance(block, bytes) else None

    def _indexed(self, role: Role) -> Iterator[int]:
        # A row of an index has exactly one role, so these counts see lost and leftover rows.
        for table in self._indexes:
            sounds = table == "syllable_index"
            yield self.count([role_token(role)], None, ceiling=-1, sounds=sounds)

    def _stored(self, role: Role) -> int:
        ((number,),) = self._rows("SELECT count(*) FROM passage WHERE role = ?", role)
        return int(number)

    def _records(self, found: Sequence[Row]) -> list[PassageRecord]:
        self._require(conform(found, _RECORD_RULES))
        records = [PassageRecord(*row) for row in found]
        # SQLite cuts off what lies outside a text without a word.
        self._require(all(len(it.text) == it.end - it.start for it in records))
        told = self._told_apart({it.id for it in records if it.issuer in self.namesakes})
        return [it._replace(within=told.get(it.id, ())) for it in records] if told else records

    def _told_apart(self, ids: Collection[int]) -> dict[int, tuple[str, ...]]:
        """For passages of issuers that have namesakes the levels that tell them apart."""
        if not ids:
            return {}
        from tuibrowser.model.report import Place  # noqa: PLC0415
        from tuibrowser.places.units import within  # noqa: PLC0415

        sql = _PLACES.format(ids=",".join("?" * len(ids)))
        rules = (columns.whole, *(columns.text_or_none,) * 5)
        return {
            id_: within(issuer, place, self.namesakes[issuer])
            for id_, issuer, *levels in self._checked(rules, sql, *ids)
            for place in (Place(*levels),)
        }


def _leading_number(block: bytes) -> int:
    """The number that ``block`` begins with, seven bits a byte, as SQLite writes it; 0 if empty."""
    number = 0
    for byte in block[:8]:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number
