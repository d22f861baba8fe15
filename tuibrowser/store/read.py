"""What a library answers. Plain ``sqlite3`` on a connection that cannot write.

A reader is short-lived: one request, one connection (0.2 ms), one snapshot.
"""

from __future__ import annotations

# What makes reports of rows is imported where reports are asked for: a search makes none.
# ruff: noqa: PLC0415
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tuibrowser.model.search import UNDATED, PassageRecord, SynonymGroup
from tuibrowser.model.terms import ROLES, Role
from tuibrowser.store import columns
from tuibrowser.store.columns import Row, Rule, conform
from tuibrowser.store.connection import Connection
from tuibrowser.store.errors import Interrupted, LibraryDamaged, Malformed, damaged, explained
from tuibrowser.store.schema import number_in
from tuibrowser.store.synonyms import unpack
from tuibrowser.store.tokens import match_all, role_token

if TYPE_CHECKING:
    from tuibrowser.model.correction import Correction
    from tuibrowser.model.report import Doubt, Place, Report, ReportEntry
    from tuibrowser.store.provenance import Provenance

YEAR_SHIFT: Final = 32
"""A passage's id is its report's year (0 where unknown) shifted by this, plus a number: newest
first is then descending order of ids, without a sort, at 1.05 of the size of plain numbers."""

FIRST_DATED: Final = 1 << YEAR_SHIFT
"""Passages of reports without year have ids below this."""

_LAST_YEAR: Final = 9999
_SHORT: Final = 12
"""Characters of a sha256 that a sentence gives."""

# Columns in the order of the record's fields. CROSS JOIN fixes the order of the tables, index
# first: the planner's own took 160 ms instead of 4.
_RECORDS: Final = """
    SELECT p.id, r.sha256, r.issuer, r.year, r.title, p.role, p.kind, s.title,
           substr(r.text, p.start + 1, p."end" - p.start), p.start, p."end"
    FROM {first}
    CROSS JOIN report AS r ON r.id = p.report
    LEFT JOIN section AS s ON s.report = p.report AND s.number = p.section
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
_TEXTS: Final = """
    SELECT p.id, r.issuer, substr(r.text, p.start + 1, p."end" - p.start)
    FROM passage AS p CROSS JOIN report AS r ON r.id = p.report
    WHERE p.id IN ({ids}) ORDER BY p.id DESC
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
"""The schema that brought ``syllable_index``."""
_FIRST_WITH_EVIDENCE: Final = 5
"""The schema that brought ``place_evidence``."""
_FIRST_WITH_PAIRS: Final = 6
"""The schema that brought ``figure.value_to``."""

_FIRST_WITH_PROVENANCE: Final = 3
"""The schema that brought ``provenance`` and ``doubt``."""


_FIRST_WITH_CORRECTIONS: Final = 4
"""The schema that brought ``correction``."""


class Versions(NamedTuple):
    """What parsed a report."""

    parser: int
    lexicon: str


UNKNOWN_VERSIONS: Final = Versions(0, "")
"""Always stale: the next ``index`` parses such a report again."""


class PassageText(NamedTuple):
    """As much of a passage as counting it takes."""

    id: int
    issuer: str | None
    text: str


class StoredText(NamedTuple):
    """Enough of a stored report to parse it again."""

    sha256: str
    file: str
    text: str
    origin: Provenance | None = None
    """Where it came from; ``None`` where the library does not know, or what it knows is damaged."""
    word_starts: bytes | None = None
    """As :meth:`Reader.word_starts` gives them; ``None`` also where they are damaged."""


class Reader:
    """An open library, for the length of one request.

    Every method raises :class:`~tuibrowser.store.errors.LibraryError` when SQLite fails, and
    :class:`~tuibrowser.store.errors.Interrupted` when :meth:`interrupt` stopped it.
    """

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._stopped = False

    @property
    def version(self) -> int:
        """Counts the changes of the library; another value means there is something new."""
        return self._number("changes")

    def entries(self) -> list[ReportEntry]:
        """All reports, by place (province, city, county, township), issuer, year, number.

        What is unknown comes first; text is ordered by code point.
        """
        from tuibrowser.model.report import Place
        from tuibrowser.store import rows

        found = self._rows(
            f"SELECT id, {rows.ENTRY_COLUMNS} FROM report"
            " ORDER BY province, city, county, township, issuer, year, id DESC"
        )
        numbers = _numbers(
            [
                (id_, issuer, year, Place(*levels))
                for id_, _, issuer, _, year, _, *levels, _, _ in found
            ]
        )
        with self._explained():
            return rows.entries([(*columns, numbers[id_]) for id_, *columns in found])

    def number(self, sha256: str) -> int:
        """``ReportEntry.number`` of one report, without reading the entries of a whole library.

        Raises:
            KeyError: the library has no such report.
        """
        from tuibrowser.model.report import Place

        id_, issuer, year = self._one("SELECT id, issuer, year FROM report", sha256)
        # The index has all of it; by the table itself every text would be passed over.
        alike = self._rows(
            "SELECT id, province, city, county, township"
            " FROM report INDEXED BY report_list WHERE issuer IS ? AND year IS ?",
            *(issuer, year),
        )
        numbers = _numbers([(it, issuer, year, Place(*levels)) for it, *levels in alike])
        return numbers[id_]

    def unplaced(self, years: tuple[int, int] | None = None) -> int:
        """How many reports, of these years if any are given, have no place above a township."""
        first, last = years or (None, None)
        ((count,),) = self._rows(
            "SELECT count(*) FROM report INDEXED BY report_list"
            " WHERE province IS NULL AND city IS NULL AND county IS NULL AND is_report"
            " AND (? IS NULL OR year BETWEEN ? AND ?)",
            *(first, first, last),
        )
        return int(count)

    def report(self, sha256: str) -> Report:
        """One report with all its parts.

        Raises:
            KeyError: the library has no such report.
        """
        from tuibrowser.store import rows

        id_, *columns = self._one(f"SELECT id, {rows.REPORT_COLUMNS} FROM report", sha256)
        where = "WHERE report = ? ORDER BY"
        has_pairs = self._number("schema") >= _FIRST_WITH_PAIRS
        figures = rows.FIGURE_COLUMNS if has_pairs else rows.FIGURE_COLUMNS_WITHOUT_PAIRS
        with self._explained():
            return rows.report(
                columns,
                self._rows(f"SELECT {rows.STATE_COLUMNS} FROM section_state WHERE report = ?", id_),
                self._rows(f"SELECT {rows.SECTION_COLUMNS} FROM section {where} number", id_),
                self._rows(f"SELECT {rows.PASSAGE_COLUMNS} FROM passage {where} id DESC", id_),
                self._rows(f"SELECT {figures} FROM figure {where} number", id_),
                self._origin(id_),
                self._evidence(id_),
            )

    def _evidence(self, id_: int) -> Sequence[Row]:
        """How each level of the place is known; nothing in a library of before."""
        from tuibrowser.store import rows

        if self._number("schema") < _FIRST_WITH_EVIDENCE:
            return ()
        return self._rows(
            f"SELECT {rows.EVIDENCE_COLUMNS} FROM place_evidence WHERE report = ? ORDER BY level",
            id_,
        )

    def _origin(self, report_id: int) -> tuple[Row, list[Row]] | None:
        if self._number("schema") < _FIRST_WITH_PROVENANCE:
            return None
        from tuibrowser.store.provenance import DOUBT_COLUMNS, PROVENANCE_COLUMNS

        found = self._rows(
            f"SELECT {PROVENANCE_COLUMNS} FROM provenance WHERE report = ?", report_id
        )
        doubts = self._rows(
            f"SELECT {DOUBT_COLUMNS} FROM doubt WHERE report = ? ORDER BY number", report_id
        )
        return (found[0], doubts) if found else None

    def word_starts(self, sha256: str) -> bytes | None:
        """Where words start in a report: bit ``i % 8`` of byte ``i // 8`` for code point ``i``.

        ``None`` while the word pass has not reached the report.

        Raises:
            KeyError: the library has no such report.
        """
        from tuibrowser.store.bitmap import fitting

        text, bitmap = self._one("SELECT text, word_starts FROM report", sha256)
        with self._explained():
            return fitting(bitmap, text)

    def passages(
        self,
        tokens: Sequence[str | tuple[str, ...]],
        *,
        years: tuple[int, int] | None = None,
        before: int | None = None,
        limit: int,
    ) -> list[PassageRecord]:
        """Passages whose index row holds every token, newest year first, as candidates.

        Within a year the report indexed last comes first, within a report text order holds. An
        index row knows which grams a passage has, not where: compare the text.

        Args:
            tokens: Grams and filter tokens of :mod:`tuibrowser.store.index`; none for all passages.
                Of a tuple of tokens one is enough.
            years: First and last year, both included; leaves out reports of unknown year.
            before: Only ids below this one: the last id of an answer continues it.
            limit: At most so many.
        """
        first, last = _id_range(years, before)
        if tokens:
            found = self._rows(_INDEXED, match_all(tokens), first, last, limit)
        else:
            found = self._rows(_ALL, first, last, limit)
        return self._records(found)

    @property
    def knows_sounds(self) -> bool:
        """Whether the index of sounds is made; the next change makes that of an older library."""
        return self._number("schema") >= _FIRST_WITH_SOUNDS and self._meta("index") != ""

    def ids(
        self,
        tokens: Sequence[str | tuple[str, ...]],
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
            sounds: Ask the index of sounds, whose tokens are those of ``index.IndexRow.sounds``.
        """
        first, last = _id_range(years, before)
        table = "syllable_index" if sounds else "passage_index"
        if tokens:
            found = self._rows(_IDS.format(table=table), match_all(tokens), first, last, limit)
        else:
            found = self._rows(_ALL_IDS, first, last, limit)
        return [id_ for (id_,) in found]

    def records(self, ids: Sequence[int]) -> list[PassageRecord]:
        """The passages with these ids, newest first."""
        return self._records(self._rows(_NAMED.format(ids=",".join("?" * len(ids))), *ids))

    def roles(self, ids: Sequence[int]) -> dict[int, Role]:
        """The role of each of these passages, 2 us each."""
        marks = ",".join("?" * len(ids))
        sql = f"SELECT id, role FROM passage WHERE id IN ({marks})"
        found = self._checked((columns.whole, columns.role), sql, *ids)
        return {row[0]: row[1] for row in found}

    def texts(self, ids: Sequence[int]) -> list[PassageText]:
        """As :meth:`records`, with less of each, at half the price."""
        sql = _TEXTS.format(ids=",".join("?" * len(ids)))
        found = self._checked(_TEXT_RULES, sql, *ids)
        return [PassageText(*row) for row in found]

    def issuers(self, ids: Sequence[int]) -> list[PassageText]:
        """As :meth:`texts`, but each text is empty: none is read."""
        sql = _ISSUERS.format(ids=",".join("?" * len(ids)))
        found = self._checked(_TEXT_RULES[:-1], sql, *ids)
        return [PassageText(id_, issuer, "") for id_, issuer in found]

    def synonyms(self) -> tuple[SynonymGroup, ...]:
        """The words that mean the same, as ``index`` last noted them."""
        sql = "SELECT value FROM meta WHERE key = 'synonyms'"
        found = self._checked((columns.text,), sql)
        return unpack(found[0][0]) if found else ()

    def years(self) -> list[int]:
        """The years that passages are of, the newest first."""
        found: list[int] = []
        bound = _LAST_YEAR + 1 << YEAR_SHIFT
        # From year to year by id: looking at every report took 15 ms of 100,000.
        while True:
            ((newest,),) = self._rows("SELECT max(id) FROM passage WHERE id < ?", bound)
            if newest is None or newest < FIRST_DATED:
                return found
            found.append(newest >> YEAR_SHIFT)
            bound = found[-1] << YEAR_SHIFT

    def count(
        self,
        tokens: Sequence[str | tuple[str, ...]],
        years: tuple[int, int] | None,
        ceiling: int,
        sounds: bool = False,
    ) -> int:
        """How many passages :meth:`passages` or :meth:`ids` would give, at most ``ceiling``."""
        first, last = _id_range(years, None)
        parameters: list[str | int] = [first, last, ceiling]
        inner = "SELECT 1 FROM passage WHERE id BETWEEN ? AND ? LIMIT ?"
        if tokens:
            parameters.insert(0, match_all(tokens))
            table = "syllable_index" if sounds else "passage_index"
            inner = f"SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
        ((number,),) = self._rows(f"SELECT count(*) FROM ({inner})", *parameters)
        return int(number)

    def sha256s(self) -> list[str]:
        """Every report, in the order of indexing."""
        sql = "SELECT sha256 FROM report ORDER BY id"
        return [sha256 for (sha256,) in self._checked((columns.sha256,), sql)]

    def names(self) -> list[tuple[int, str]]:
        """Number and sha256 of every report, in the order of indexing.

        Of a library that is damaged, a name can be anything; none that is no sha256 is handed out
        otherwise.
        """
        # As bytes: one that is no text at all must not hide the others.
        found = self._rows("SELECT id, CAST(sha256 AS BLOB) FROM report ORDER BY id")
        return [(id_, (name or b"").decode("utf-8", "replace")) for id_, name in found]

    def stored_text(self, number: int) -> StoredText:
        """The text of one report, given by its number among :meth:`names`.

        Raises:
            KeyError: the library has no such report.
            LibraryDamaged: this report cannot be used; others may.
        """
        from tuibrowser.store.bitmap import fitting
        from tuibrowser.store.provenance import provenance

        sql = "SELECT sha256, file, text FROM report WHERE id = ?"
        found = self._checked((columns.sha256, columns.text, columns.text), sql, number)
        if not found:
            raise KeyError(number)
        ((bitmap,),) = self._rows("SELECT word_starts FROM report WHERE id = ?", number)
        sha256, file, text = found[0]
        words = None
        # Where words start can be found out again.
        with suppress(Malformed):
            words = fitting(bitmap, text)
        origin = None
        with suppress(Malformed):
            if known := self._origin(number):
                origin = provenance(*known, len(text))
        return StoredText(sha256, file, text, origin, words)

    def broken(self) -> list[str]:
        """The reports that cannot be read, by the beginnings of their names. Reads all of them."""
        found = []
        for number, sha256 in self.names():
            try:
                self.report(sha256)
            except (KeyError, LibraryDamaged):
                known = columns.is_sha256(sha256)
                found.append(sha256[:_SHORT] if known else f"第 {number} 号")
        return found

    def sources(self, sha256: str) -> list[Path]:
        """Where a report was seen, the source seen last first; empty for one that is not here."""
        sql = (
            "SELECT path FROM source JOIN report ON report.id = source.report"
            " WHERE sha256 = ? ORDER BY source.id DESC"
        )
        return [Path(path) for (path,) in self._checked((columns.text,), sql, sha256)]

    def is_source(self, path: Path) -> bool:
        """Whether a report was read from ``path``."""
        from tuibrowser.store import rows

        found = self._rows("SELECT 1 FROM source WHERE path = ?", rows.path_text(path))
        return bool(found)

    def versions(self, sha256: str) -> Versions:
        """What parsed a report.

        Raises:
            KeyError: the library has no such report.
        """
        return Versions(*self._one("SELECT parser, lexicon FROM report", sha256))

    def doubts(self) -> dict[str, list[tuple[str, Doubt, int | None]]]:
        """What reading and parsing was not sure of: for each report with doubts its format, and
        each doubt with the page it is seen on, from 1, where that is known."""
        if self._number("schema") < _FIRST_WITH_PROVENANCE:
            return {}
        from tuibrowser.store.provenance import DOUBTS_RULES, doubt_at

        found = self._checked(
            DOUBTS_RULES,
            'SELECT r.sha256, p.format, p.pages, d.kind, d.says, d.start, d."end" FROM doubt AS d'
            " JOIN report AS r ON r.id = d.report JOIN provenance AS p ON p.report = d.report"
            " ORDER BY d.report, d.number",
        )
        doubts: dict[str, list[tuple[str, Doubt, int | None]]] = defaultdict(list)
        with self._explained():
            for sha256, format_, pages, *doubt in found:
                doubts[sha256].append((format_, *doubt_at(doubt, pages)))
        return doubts

    def corrections(self, sha256: str) -> list[Correction]:
        """What people put right in a report."""
        if self._number("schema") < _FIRST_WITH_CORRECTIONS:
            return []
        from tuibrowser.store.corrections import CORRECTION_COLUMNS, corrections

        sql = f"SELECT {CORRECTION_COLUMNS} FROM correction WHERE sha256 = ? ORDER BY key, heading"
        with self._explained():
            return corrections(self._rows(sql, sha256))

    def faults(self) -> list[str]:
        """What is wrong inside the library, one Chinese sentence each. Reads all of it."""
        from tuibrowser.store.faults import faults_in

        return faults_in(self, self._rows)

    def index_agrees(self) -> bool:
        """Whether the indexes have as many passages of each role as are stored."""
        return all(count == self._stored(role) for role in ROLES for count in self._indexed(role))

    def interrupt(self) -> None:
        """Stop the running call and every later one. May come from another thread.

        A search is many short calls with work between them, so a reader that was told to stop
        stays stopped.
        """
        self._stopped = True
        # A connection that is closed already has nothing to stop.
        with suppress(sqlite3.ProgrammingError):
            self._connection.interrupt()

    def _indexed(self, role: Role) -> Iterator[int]:
        # A row of an index has exactly one role, so these counts see lost and leftover rows.
        for sounds in (False, True) if self.knows_sounds else (False,):
            yield self.count([role_token(role)], None, ceiling=-1, sounds=sounds)

    def _stored(self, role: Role) -> int:
        ((number,),) = self._rows("SELECT count(*) FROM passage WHERE role = ?", role)
        return int(number)

    def _meta(self, key: str) -> str:
        found = self._checked((columns.text,), "SELECT value FROM meta WHERE key = ?", key)
        self._require(bool(found))
        return str(found[0][0])

    def _number(self, key: str) -> int:
        number = number_in(self._meta(key))
        self._require(number is not None)
        return number or 0

    def _one(self, select: str, sha256: str) -> Row:
        found = self._rows(f"{select} WHERE sha256 = ?", sha256)
        if not found:
            raise KeyError(sha256)
        return found[0]

    def _records(self, found: Sequence[Row]) -> list[PassageRecord]:
        self._require(conform(found, _RECORD_RULES))
        records = [PassageRecord(*row) for row in found]
        # SQLite cuts off what lies outside a text without a word.
        self._require(all(len(it.text) == it.end - it.start for it in records))
        return records

    def _checked(self, rules: Sequence[Rule], sql: str, *parameters: str | int) -> list[Row]:
        found = self._rows(sql, *parameters)
        self._require(conform(found, rules))
        return found

    def _require(self, holds: bool) -> None:
        if not holds:
            raise damaged(self._path)

    def _rows(self, sql: str, *parameters: str | int | None) -> list[Row]:
        if self._stopped:
            raise Interrupted
        with self._explained():
            return self._connection.rows(sql, *parameters)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            with explained(self._path, self._connection):
                yield
        except KeyboardInterrupt:
            # SQLite calls both an interrupt.
            if self._stopped:
                raise Interrupted from None
            raise


def _numbers(reports: Sequence[tuple[int, str | None, int | None, Place]]) -> dict[int, int]:
    """Each id's place among the reports of its unit and year, the latest being 1.

    Texts without an issuer are told apart by the year alone.
    """
    from tuibrowser.model.units import places_agree

    alike: dict[tuple[str | None, int | None], list[tuple[int, Place]]] = defaultdict(list)
    for id_, issuer, year, place in reports:
        alike[issuer, year].append((id_, place))
    numbers: dict[int, int] = {}
    for group in alike.values():
        # Of one place each: a town's namesakes are no texts of it.
        counts: dict[Place, int] = {}
        for id_, place in sorted(group, key=itemgetter(0), reverse=True):
            unit = next((it for it in counts if places_agree(it, place)), place)
            counts[unit] = counts.get(unit, 0) + 1
            numbers[id_] = counts[unit]
    return numbers


def _id_range(years: tuple[int, int] | None, before: int | None) -> tuple[int, int]:
    first, last = 0, _LAST_YEAR
    if years is not None:
        # A year typed with too many digits must not overflow; year 0 holds the unknown ones.
        first, last = max(years[0], years != UNDATED), min(years[1], _LAST_YEAR)
    low = min(first, _LAST_YEAR + 1) << YEAR_SHIFT
    high = (max(last, 0) + 1 << YEAR_SHIFT) - 1
    return low, high if before is None else min(high, before - 1)
