"""What a library knows of one report: what it says, where it came from, what was put right."""

from __future__ import annotations

# What makes reports of rows is imported where reports are asked for: a search makes none.
# ruff: noqa: PLC0415
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from tuibrowser.store.answers.figures import StoredFigures
from tuibrowser.store.answers.passages import PassageReader
from tuibrowser.store.errors import Malformed
from tuibrowser.store.file.connection import Connection
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, conform
from tuibrowser.store.rows.extents import ITS_PASSAGES, THEIR_SECTIONS, extents
from tuibrowser.store.rows.paths import path_of, path_text

if TYPE_CHECKING:
    from tuibrowser.model.correction import Correction, Corrections
    from tuibrowser.model.report import Doubt, Report
    from tuibrowser.store.rows.provenance import Provenance

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


class ReportReader(PassageReader):
    """Answers about single reports, for the length of one request. Errors as of ``Reader``."""

    def __init__(
        self,
        connection: Connection,
        path: Path,
        put_right: Mapping[str, Corrections] = MappingProxyType({}),
    ) -> None:
        super().__init__(connection, path)
        self._put_right = put_right

    def report(self, sha256: str) -> Report:
        """One report with all its parts.

        Raises:
            KeyError: the library has no such report.
        """
        from tuibrowser.store.rows import figures as figure_rows
        from tuibrowser.store.rows import reports as rows

        id_, *values = self._one(f"SELECT id, {rows.REPORT_COLUMNS} FROM report", sha256)
        where = "WHERE report = ? ORDER BY"
        figures = figure_rows.figure_columns(self._number("schema"))
        passages = (
            f"SELECT {rows.PASSAGE_COLUMNS} FROM {extents(self._number('schema'))} AS e"
            f" {ITS_PASSAGES} {THEIR_SECTIONS} WHERE e.report = ? ORDER BY p.id DESC"
        )
        with self._explained():
            report = rows.report(
                values,
                self._rows(f"SELECT {rows.STATE_COLUMNS} FROM section_state WHERE report = ?", id_),
                self._rows(f"SELECT {rows.SECTION_COLUMNS} FROM section {where} number", id_),
                self._rows(passages, id_),
                self._rows(f"SELECT {figures} FROM figure {where} number", id_),
                self._origin(id_),
                self._evidence(id_),
            )
        if put_right := self._put_right.get(sha256):
            from dataclasses import replace

            from tuibrowser.parsing.corrected.report import corrected

            before, report = report.corrected, corrected(report, put_right)
            names = tuple(dict.fromkeys((*before, *report.corrected)))
            report = replace(report, corrected=names)
        if report.issuer and (places := self.namesakes.get(report.issuer)):
            from dataclasses import replace

            from tuibrowser.places.units import within

            report = replace(report, within=within(report.issuer, report.place, places))
        return report

    def figures(self, sha256: str) -> StoredFigures:
        """The figures of one report, and its text, without the rest of it.

        Raises:
            KeyError: the library has no such report.
        """
        from tuibrowser.store.rows import figures as figure_rows

        id_, text = self._one("SELECT id, text FROM report", sha256)
        self._require(conform([(text,)], (columns.text,)))
        names = figure_rows.figure_columns(self._number("schema"))
        sql = f"SELECT {names} FROM figure WHERE report = ? ORDER BY number"
        with self._explained():
            return StoredFigures(text, figure_rows.figures(self._rows(sql, id_), text))

    def _evidence(self, id_: int) -> Sequence[Row]:
        """How each level of the place is known; nothing in a library of before."""
        from tuibrowser.store.rows import reports as rows

        if self._number("schema") < _FIRST_WITH_EVIDENCE:
            return ()
        return self._rows(
            f"SELECT {rows.EVIDENCE_COLUMNS} FROM place_evidence WHERE report = ? ORDER BY level",
            id_,
        )

    def _origin(self, report_id: int) -> tuple[Row, list[Row]] | None:
        if self._number("schema") < _FIRST_WITH_PROVENANCE:
            return None
        from tuibrowser.store.rows.provenance import DOUBT_COLUMNS, provenance_columns

        names = provenance_columns(self._number("schema"))
        found = self._rows(f"SELECT {names} FROM provenance WHERE report = ?", report_id)
        doubts = self._rows(
            f"SELECT {DOUBT_COLUMNS} FROM doubt AS d WHERE report = ? AND {self._unsettled}"
            " ORDER BY number",
            report_id,
        )
        return (found[0], doubts) if found else None

    @property
    def _unsettled(self) -> str:
        from tuibrowser.store.rows.provenance import UNSETTLED

        return UNSETTLED if self._number("schema") >= _FIRST_WITH_EVIDENCE else "1"

    def word_starts(self, sha256: str) -> bytes | None:
        """Where words start in a report: bit ``i % 8`` of byte ``i // 8`` for code point ``i``.

        ``None`` while the word pass has not reached the report.

        Raises:
            KeyError: the library has no such report.
        """
        from tuibrowser.store.rows.bitmap import fitting

        text, bitmap = self._one("SELECT text, word_starts FROM report", sha256)
        with self._explained():
            return fitting(bitmap, text)

    def stored_text(self, number: int) -> StoredText:
        """The text of one report, given by its number among :meth:`names`.

        Raises:
            KeyError: the library has no such report.
            LibraryDamaged: this report cannot be used; others may.
        """
        from tuibrowser.store.rows.bitmap import fitting
        from tuibrowser.store.rows.provenance import provenance

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

    def sources(self, sha256: str) -> list[Path]:
        """Where a report was seen, the source seen last first; empty for one that is not here."""
        sql = (
            "SELECT path FROM source JOIN report ON report.id = source.report"
            " WHERE sha256 = ? ORDER BY source.id DESC"
        )
        return [path_of(path) for (path,) in self._checked((columns.text,), sql, sha256)]

    def is_source(self, path: Path) -> bool:
        """Whether a report was read from ``path``."""
        found = self._rows("SELECT 1 FROM source WHERE path = ?", path_text(path))
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
        from tuibrowser.store.rows.provenance import DOUBTS_RULES, doubt_at

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

    def corrections(self, sha256: str) -> list[Correction]:
        """What people put right in a report, in the library and besides."""
        beside = list(self._put_right.get(sha256, ()))
        if self._number("schema") < _FIRST_WITH_CORRECTIONS:
            return beside
        from tuibrowser.store.rows.corrections import CORRECTION_COLUMNS, corrections

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

    def _one(self, select: str, sha256: str) -> Row:
        found = self._rows(f"{select} WHERE sha256 = ?", sha256)
        if not found:
            # The list of reports is an index of its own. What it alone knows is lost.
            listed = "SELECT 1 FROM report INDEXED BY report_list WHERE sha256 = ? LIMIT 1"
            self._require(not self._rows(listed, sha256))
            raise KeyError(sha256)
        return found[0]
