"""What a library answers. Plain ``sqlite3`` on a connection that cannot write.

A reader is short-lived: one request, one connection (0.2 ms), one snapshot.
"""

from __future__ import annotations

# What makes reports of rows is imported where reports are asked for: a search makes none.
# ruff: noqa: PLC0415
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from tuibrowser.model.search import SynonymGroup
from tuibrowser.store.answers.beginning_reader import BeginningReader
from tuibrowser.store.errors import LibraryDamaged
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.paths import path_text
from tuibrowser.store.rows.synonyms import unpack

if TYPE_CHECKING:
    from tuibrowser.model.report import Place, ReportEntry
    from tuibrowser.model.tally import Tally
    from tuibrowser.store.answers.directions import Meanings
    from tuibrowser.store.answers.held import Held
    from tuibrowser.store.answers.wordings import Wordings


class Reader(BeginningReader):
    """An open library, for the length of one request.

    Every method raises :class:`~tuibrowser.store.errors.LibraryError` when SQLite fails, and
    :class:`~tuibrowser.store.errors.Interrupted` when :meth:`interrupt` stopped it.
    """

    def entries(self) -> list[ReportEntry]:
        """All reports, by place and issuer in the order of :mod:`tuibrowser.places.order`, then by
        year, an unknown one first, and number."""
        from tuibrowser.model.report import Place
        from tuibrowser.places.order import in_order
        from tuibrowser.store.rows import reports as rows

        found = self._rows(
            f"SELECT id, {rows.ENTRY_COLUMNS} FROM report"
            " ORDER BY province, city, county, township, issuer, year, id DESC"
        )
        numbers = numbers_of(
            [
                (id_, issuer, year, Place(*levels))
                for id_, _, issuer, _, year, _, *levels, _, _ in found
            ]
        )
        with self._explained():
            entries = rows.entries([(*columns, numbers[id_]) for id_, *columns in found])
        entries = self._put_right_in([id_ for id_, *_ in found], entries)
        return told_apart(in_order(entries, lambda it: (it.place, it.issuer)))

    def _put_right_in(self, ids: Sequence[int], entries: list[ReportEntry]) -> list[ReportEntry]:
        """``entries``, whose rows have ``ids``, with what was put right beside the library."""
        if not self._put_right:
            return entries
        from tuibrowser.parsing.corrected.report import corrected_entry

        entries = [corrected_entry(it, self._put_right.get(it.sha256, ())) for it in entries]
        named = [(id_, it.issuer, it.year, it.place) for id_, it in zip(ids, entries, strict=True)]
        numbers = numbers_of(named)
        return [it._replace(number=numbers[id_]) for id_, it in zip(ids, entries, strict=True)]

    @property
    def version(self) -> int:
        """Another one whenever what it answers may be another, in one process: the library has
        changed, or what was put right beside it."""
        beside = self._put_right
        said = hash(tuple(sorted((it, tuple(beside[it])) for it in beside))) if beside else 0
        return super().version ^ said

    def number(self, sha256: str) -> int:
        """``ReportEntry.number`` of one report, without reading the entries of a whole library.

        Raises:
            KeyError: the library has no such report.
        """
        issuer, year = self.issued(sha256)
        alike = self.alike(issuer, year)
        numbers = numbers_of([(id_, issuer, year, place) for id_, _, place in alike])
        return next(numbers[id_] for id_, name, _ in alike if name == sha256)

    def issued(self, sha256: str) -> tuple[str | None, int | None]:
        """Issuer and year of one report.

        Raises:
            KeyError: the library has no such report.
        """
        issuer, year = self._one("SELECT issuer, year FROM report", sha256)
        return issuer, year

    def alike(self, issuer: str | None, year: int | None) -> list[tuple[int, str, Place]]:
        """The reports of issuers of that name for a year: number in the library, sha256, place."""
        from tuibrowser.model.report import Place

        # The index has all of it; by the table itself every text would be passed over.
        found = self._rows(
            "SELECT id, sha256, province, city, county, township"
            " FROM report INDEXED BY report_list WHERE issuer IS ? AND year IS ?",
            *(issuer, year),
        )
        return [(id_, sha256, Place(*levels)) for id_, sha256, *levels in found]

    def has(self, sha256: str) -> bool:
        """Whether the library holds this report."""
        return bool(self._rows("SELECT 1 FROM report WHERE sha256 = ?", sha256))

    def held(self, sha256s: Iterable[str]) -> list[Held]:
        """Those of ``sha256s`` that the library has, and as what."""
        from tuibrowser.store.answers.held import held

        return held(self._checked, self._number("schema"), sha256s)

    def home(self, sha256: str) -> Path:
        """The library that a report is read from.

        Raises:
            KeyError: no library that is read has it.
        """
        if not self.has(sha256):
            raise KeyError(sha256)
        return self.path

    def homes(self) -> dict[str, Path]:
        """The library that each report is read from; nothing where there is but one."""
        return {}

    def unplaced(self, years: tuple[int, int] | None = None) -> int:
        """How many reports, of these years if any are given, have no place above a township."""
        first, last = years or (None, None)
        ((count,),) = self._rows(
            "SELECT count(*) FROM report INDEXED BY report_list"
            " WHERE province IS NULL AND city IS NULL AND county IS NULL AND is_report"
            " AND (? IS NULL OR year BETWEEN ? AND ?)",
            *(first, first, last),
        )
        return int(count) + self._more_unplaced(years)

    def issuers_placed(self) -> list[tuple[str, Place]]:
        """Each issuer with each place that its reports are from. Looks at all of them."""
        from tuibrowser.model.report import Place

        sql = (
            "SELECT DISTINCT issuer, province, city, county, township"
            " FROM report INDEXED BY report_list WHERE is_report AND issuer IS NOT NULL"
        )
        found = self._checked((columns.text, *(columns.text_or_none,) * 4), sql)
        return [(issuer, Place(*levels)) for issuer, *levels in found]

    def synonyms(self) -> tuple[SynonymGroup, ...]:
        """The words that mean the same, as ``index`` last noted them."""
        sql = "SELECT value FROM meta WHERE key = 'synonyms'"
        found = self._checked((columns.text,), sql)
        return unpack(found[0][0]) if found else ()

    def wordings(self) -> Wordings:
        """What it knows of which wording stands where."""
        from tuibrowser.store.answers.wordings import Wordings

        return Wordings(self._checked, self.namesakes)

    def meanings(self) -> Meanings:
        """What it knows of where measures point."""
        from tuibrowser.store.answers.directions import Meanings

        return Meanings(self._checked, self._number("schema"), self.numbering, self._require)

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

    def broken(self) -> list[str]:
        """The reports that cannot be read, by the beginnings of their names. Reads all of them."""
        from tuibrowser.model.report import short

        found = []
        for number, sha256 in self.names():
            try:
                self.report(sha256)
            except (KeyError, LibraryDamaged):
                known = columns.is_sha256(sha256)
                found.append(short(sha256) if known else f"第 {number} 号")
        return found

    def reports_below(self, folder: Path) -> list[str]:
        """The reports with a source in ``folder`` or its folders, in the order of indexing."""
        prefix = path_text(folder).rstrip("/") + "/"
        # A range, so that the index of paths answers; "0" is what follows "/".
        sql = (
            "SELECT DISTINCT sha256 FROM source JOIN report ON report.id = source.report"
            " WHERE path >= ? AND path < ? ORDER BY report.id"
        )
        found = self._checked((columns.sha256,), sql, prefix, f"{prefix[:-1]}0")
        return [sha256 for (sha256,) in found]

    def settled_folders(self) -> dict[str, Place]:
        """Where what comes to lie in a folder is from, by its path, as people settled it."""
        from tuibrowser.store.rows import folders

        sql = "SELECT value FROM meta WHERE key = ?"
        found = self._checked((columns.text,), sql, folders.KEY)
        return folders.unpack(found[0][0]) if found else {}

    def tallies(self, sha256s: Sequence[str]) -> dict[str, Tally]:
        """How much of what each of these reports holds.

        Only those that were put right beside the library are read whole.
        """
        from tuibrowser.store.answers.tallies import tallies, tally_of

        doubts = Counter({sha256: len(found) for sha256, found in self.doubts().items()})
        found = tallies(self._checked, self._number("schema"), sha256s, doubts)
        put_right = self._put_right.keys() & found.keys()
        return found | {sha256: tally_of(self.report(sha256)) for sha256 in put_right}

    def faults(self) -> list[str]:
        """What is wrong inside the library, one Chinese sentence each. Reads all of it."""
        from tuibrowser.store.answers.faults import faults_in

        return faults_in(self, self._rows)


def told_apart(entries: list[ReportEntry]) -> list[ReportEntry]:
    """All reports there are, those of issuers that have namesakes with what they lie in."""
    from tuibrowser.places.units import shared_names, within

    shared = shared_names((it.issuer, it.place) for it in entries if it.is_report)
    if not shared:
        return entries
    return [
        it._replace(within=within(it.issuer, it.place, shared[it.issuer]))
        if it.issuer in shared
        else it
        for it in entries
    ]


def numbers_of(reports: Sequence[tuple[int, str | None, int | None, Place]]) -> dict[int, int]:
    """Each id's place among the reports of its unit and year, the latest being 1.

    Texts without an issuer are told apart by the year alone.
    """
    from tuibrowser.places.units import places_agree

    alike: dict[tuple[str | None, int | None], list[tuple[int, Place]]] = defaultdict(list)
    for id_, issuer, year, place in reports:
        alike[issuer, year].append((id_, place))
    numbers: dict[int, int] = {}
    for group in alike.values():
        if len(group) == 1:  # as nearly all are
            numbers[group[0][0]] = 1
            continue
        # Of one place each: a town's namesakes are no texts of it.
        counts: dict[Place, int] = {}
        for id_, place in sorted(group, key=itemgetter(0), reverse=True):
            unit = next((it for it in counts if places_agree(it, place)), place)
            counts[unit] = counts.get(unit, 0) + 1
            numbers[id_] = counts[unit]
    return numbers
