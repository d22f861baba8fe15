"""What a library answers. Plain ``sqlite3`` on a connection that cannot write.

A reader is short-lived: one request, one connection (0.2 ms), one snapshot.
"""

from __future__ import annotations

# What makes reports of rows is imported where reports are asked for: a search makes none.
# ruff: noqa: PLC0415
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from tuibrowser.model.search import PassageRecord, SynonymGroup
from tuibrowser.store import columns
from tuibrowser.store.columns import Row, conform
from tuibrowser.store.connection import Connection
from tuibrowser.store.errors import LibraryDamaged, Malformed
from tuibrowser.store.figures import StoredFigures
from tuibrowser.store.passages import PassageReader
from tuibrowser.store.synonyms import unpack

if TYPE_CHECKING:
    from tuibrowser.model.correction import Correction, Corrections
    from tuibrowser.model.report import Doubt, Place, Report, ReportEntry
    from tuibrowser.model.tally import Tally
    from tuibrowser.store.directions import Meanings
    from tuibrowser.store.held import Held
    from tuibrowser.store.provenance import Provenance
    from tuibrowser.store.wordings import Wordings

_LAST_CHARACTER: Final = chr(sys.maxunicode)
_FIRST_WITH_EVIDENCE: Final = 5
"""The schema that brought ``place_evidence``."""
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


class StoredText(NamedTuple):
    """Enough of a stored report to parse it again."""

    sha256: str
    file: str
    text: str
    origin: Provenance | None = None
    """Where it came from; ``None`` where the library does not know, or what it knows is damaged."""
    word_starts: bytes | None = None
    """As :meth:`Reader.word_starts` gives them; ``None`` also where they are damaged."""


class Reader(PassageReader):
    """An open library, for the length of one request.

    Every method raises :class:`~tuibrowser.store.errors.LibraryError` when SQLite fails, and
    :class:`~tuibrowser.store.errors.Interrupted` when :meth:`interrupt` stopped it.
    """

    def __init__(
        self,
        connection: Connection,
        path: Path,
        put_right: Mapping[str, Corrections] = MappingProxyType({}),
    ) -> None:
        super().__init__(connection, path)
        self._put_right = put_right

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
        numbers = numbers_of(
            [
                (id_, issuer, year, Place(*levels))
                for id_, _, issuer, _, year, _, *levels, _, _ in found
            ]
        )
        with self._explained():
            entries = rows.entries([(*columns, numbers[id_]) for id_, *columns in found])
        return told_apart(self._put_right_in([id_ for id_, *_ in found], entries))

    def _put_right_in(self, ids: Sequence[int], entries: list[ReportEntry]) -> list[ReportEntry]:
        """``entries``, whose rows have ``ids``, with what was put right beside the library."""
        if not self._put_right:
            return entries
        from tuibrowser.parsing.corrected import corrected_entry

        entries = [corrected_entry(it, self._put_right.get(it.sha256, ())) for it in entries]
        named = [(id_, it.issuer, it.year, it.place) for id_, it in zip(ids, entries, strict=True)]
        numbers = numbers_of(named)
        return [it._replace(number=numbers[id_]) for id_, it in zip(ids, entries, strict=True)]

    def _records(self, found: Sequence[Row]) -> list[PassageRecord]:
        """As there, of what was put right beside the library as it is then."""
        records = super()._records(found)
        if not self._put_right:
            return records
        from tuibrowser.parsing.corrected import corrected_record

        return [corrected_record(it, self._put_right.get(it.report, ())) for it in records]

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
        from tuibrowser.store.held import held

        return held(self._checked, sha256s)

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
        return int(count)

    def issuers_placed(self) -> list[tuple[str, Place]]:
        """Each issuer with each place that its reports are from. Looks at all of them."""
        from tuibrowser.model.report import Place

        sql = (
            "SELECT DISTINCT issuer, province, city, county, township"
            " FROM report INDEXED BY report_list WHERE is_report AND issuer IS NOT NULL"
        )
        found = self._checked((columns.text, *(columns.text_or_none,) * 4), sql)
        return [(issuer, Place(*levels)) for issuer, *levels in found]

    def issuers_beginning(self, beginning: str) -> list[str]:
        """The issuers whose names begin so, by code point; no other row is made of any report."""
        sql = (
            "SELECT DISTINCT issuer FROM report INDEXED BY report_list"
            " WHERE issuer >= ? AND issuer < ? ORDER BY issuer"
        )
        found = self._checked((columns.text,), sql, beginning, f"{beginning}{_LAST_CHARACTER}")
        return [issuer for (issuer,) in found]

    def texts_by_year(self, issuer: str) -> list[tuple[int | None, int]]:
        """Each year that an issuer has texts of, with their number; the unknown year first."""
        sql = (
            "SELECT year, count(*) FROM report INDEXED BY report_list"
            " WHERE issuer = ? GROUP BY year ORDER BY year"
        )
        found = self._checked((columns.year, columns.whole), sql, issuer)
        return [(year, count) for year, count in found]

    def report(self, sha256: str) -> Report:
        """One report with all its parts.

        Raises:
            KeyError: the library has no such report.
        """
        from tuibrowser.store import rows

        id_, *values = self._one(f"SELECT id, {rows.REPORT_COLUMNS} FROM report", sha256)
        where = "WHERE report = ? ORDER BY"
        figures = rows.figure_columns(self._number("schema"))
        with self._explained():
            report = rows.report(
                values,
                self._rows(f"SELECT {rows.STATE_COLUMNS} FROM section_state WHERE report = ?", id_),
                self._rows(f"SELECT {rows.SECTION_COLUMNS} FROM section {where} number", id_),
                self._rows(f"SELECT {rows.PASSAGE_COLUMNS} FROM passage {where} id DESC", id_),
                self._rows(f"SELECT {figures} FROM figure {where} number", id_),
                self._origin(id_),
                self._evidence(id_),
            )
        if put_right := self._put_right.get(sha256):
            from dataclasses import replace

            from tuibrowser.parsing.corrected import corrected

            before, report = report.corrected, corrected(report, put_right)
            names = tuple(dict.fromkeys((*before, *report.corrected)))
            report = replace(report, corrected=names)
        if report.issuer and (places := self.namesakes.get(report.issuer)):
            from dataclasses import replace

            from tuibrowser.model.units import within

            report = replace(report, within=within(report.issuer, report.place, places))
        return report

    def figures(self, sha256: str) -> StoredFigures:
        """The figures of one report, and its text, without the rest of it.

        Raises:
            KeyError: the library has no such report.
        """
        from tuibrowser.store import rows

        id_, text = self._one("SELECT id, text FROM report", sha256)
        self._require(conform([(text,)], (columns.text,)))
        names = rows.figure_columns(self._number("schema"))
        sql = f"SELECT {names} FROM figure WHERE report = ? ORDER BY number"
        with self._explained():
            return StoredFigures(text, rows.figures(self._rows(sql, id_), text))

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
            f"SELECT {DOUBT_COLUMNS} FROM doubt AS d WHERE report = ? AND {self._unsettled}"
            " ORDER BY number",
            report_id,
        )
        return (found[0], doubts) if found else None

    @property
    def _unsettled(self) -> str:
        from tuibrowser.store.provenance import UNSETTLED

        return UNSETTLED if self._number("schema") >= _FIRST_WITH_EVIDENCE else "1"

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

    def synonyms(self) -> tuple[SynonymGroup, ...]:
        """The words that mean the same, as ``index`` last noted them."""
        sql = "SELECT value FROM meta WHERE key = 'synonyms'"
        found = self._checked((columns.text,), sql)
        return unpack(found[0][0]) if found else ()

    def wordings(self) -> Wordings:
        """What it knows of which wording stands where."""
        from tuibrowser.store.wordings import Wordings

        return Wordings(self._checked, self.namesakes)

    def meanings(self) -> Meanings:
        """What it knows of where measures point."""
        from tuibrowser.store.directions import Meanings

        return Meanings(self._checked, self._number("schema"), self._require)

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
        from tuibrowser.model.report import short

        found = []
        for number, sha256 in self.names():
            try:
                self.report(sha256)
            except (KeyError, LibraryDamaged):
                known = columns.is_sha256(sha256)
                found.append(short(sha256) if known else f"第 {number} 号")
        return found

    def sources(self, sha256: str) -> list[Path]:
        """Where a report was seen, the source seen last first; empty for one that is not here."""
        sql = (
            "SELECT path FROM source JOIN report ON report.id = source.report"
            " WHERE sha256 = ? ORDER BY source.id DESC"
        )
        return [Path(path) for (path,) in self._checked((columns.text,), sql, sha256)]

    def reports_below(self, folder: Path) -> list[str]:
        """The reports with a source in ``folder`` or its folders, in the order of indexing."""
        from tuibrowser.store import rows

        prefix = rows.path_text(folder).rstrip("/") + "/"
        # A range, so that the index of paths answers; "0" is what follows "/".
        sql = (
            "SELECT DISTINCT sha256 FROM source JOIN report ON report.id = source.report"
            " WHERE path >= ? AND path < ? ORDER BY report.id"
        )
        found = self._checked((columns.sha256,), sql, prefix, f"{prefix[:-1]}0")
        return [sha256 for (sha256,) in found]

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
        found = self._one("SELECT parser, lexicon FROM report", sha256)
        self._require(conform([found], (columns.whole, columns.text)))
        return Versions(*found)

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
            f" WHERE {self._unsettled} ORDER BY d.report, d.number",
        )
        doubts: dict[str, list[tuple[str, Doubt, int | None]]] = defaultdict(list)
        with self._explained():
            for sha256, format_, pages, *doubt in found:
                doubts[sha256].append((format_, *doubt_at(doubt, pages)))
        return doubts

    def tallies(self, sha256s: Sequence[str]) -> dict[str, Tally]:
        """How much of what each of these reports holds.

        Only those that were put right beside the library are read whole.
        """
        from tuibrowser.store.tallies import tallies, tally_of

        doubts = Counter({sha256: len(found) for sha256, found in self.doubts().items()})
        found = tallies(self._checked, sha256s, doubts)
        put_right = self._put_right.keys() & found.keys()
        return found | {sha256: tally_of(self.report(sha256)) for sha256 in put_right}

    def corrections(self, sha256: str) -> list[Correction]:
        """What people put right in a report, in the library and besides."""
        beside = list(self._put_right.get(sha256, ()))
        if self._number("schema") < _FIRST_WITH_CORRECTIONS:
            return beside
        from tuibrowser.store.corrections import CORRECTION_COLUMNS, corrections

        sql = f"SELECT {CORRECTION_COLUMNS} FROM correction WHERE sha256 = ? ORDER BY key, heading"
        with self._explained():
            found = corrections(self._rows(sql, sha256))
        return list({it.about: it for it in (*found, *beside)}.values())

    def all_corrections(self) -> dict[str, list[Correction]]:
        """What people put right in all reports, by sha256, in the library and besides."""
        if self._number("schema") < _FIRST_WITH_CORRECTIONS:
            shas: list[str] = []
        else:
            sql = "SELECT DISTINCT sha256 FROM correction ORDER BY sha256"
            shas = [sha256 for (sha256,) in self._checked((columns.sha256,), sql)]
        return {sha256: self.corrections(sha256) for sha256 in (*shas, *self._put_right)}

    def faults(self) -> list[str]:
        """What is wrong inside the library, one Chinese sentence each. Reads all of it."""
        from tuibrowser.store.faults import faults_in

        return faults_in(self, self._rows)

    def _one(self, select: str, sha256: str) -> Row:
        found = self._rows(f"{select} WHERE sha256 = ?", sha256)
        if not found:
            # The list of reports is an index of its own. What it alone knows is lost.
            listed = "SELECT 1 FROM report INDEXED BY report_list WHERE sha256 = ? LIMIT 1"
            self._require(not self._rows(listed, sha256))
            raise KeyError(sha256)
        return found[0]


def told_apart(entries: list[ReportEntry]) -> list[ReportEntry]:
    """All reports there are, those of issuers that have namesakes with what they lie in."""
    from tuibrowser.model.units import shared_names, within

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
