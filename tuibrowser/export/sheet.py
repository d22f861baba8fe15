"""A comparison as a table, worked out once: Markdown, HTML, DOCX and CSV only set it.

All text in a :class:`Sheet` went through :func:`~tuibrowser.text.visible.visible`: it stands on
one line and may be written to any file.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal, NamedTuple

from tuibrowser.export.headings import report_names, row_headings
from tuibrowser.export.sources import source_of
from tuibrowser.layout.galley import Block, Galley
from tuibrowser.layout.marks import Mark, MarkKind, Marks
from tuibrowser.layout.notes import (
    change_words,
    limit_note,
    moved_numbers,
    perhaps_words,
    section_note,
    see_also,
)
from tuibrowser.lexicon.labels import STRENGTH_LABELS, THEME_LABELS
from tuibrowser.model.alignment import Alignment, Also, Row
from tuibrowser.model.report import Report, short
from tuibrowser.model.terms import Change, Role, SectionKind
from tuibrowser.text.cutting import cut
from tuibrowser.text.visible import visible

EntryKind = Literal["heading", "text", "note", "also"]
"""``note`` says why there is no text, ``also`` where more of the kind stands: the program's words,
not the report's, and therefore in （）."""

_MOST_NAMED: Final = 4
"""Reports that a title names one by one."""
_EXCERPT: Final = 40
"""Characters quoted of a passage that stands whole in another row."""
_AROUND: Final[frozenset[Role]] = frozenset({"title", "signature", "furniture"})
"""Roles that no heading rules, wherever they stand."""


class Piece(NamedTuple):
    """A stretch of text that is marked in one way."""

    text: str
    mark: MarkKind | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph of a box."""

    kind: EntryKind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The paragraph without its marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Box:
    """What one report says in one line of the table; without entries it says nothing."""

    entries: tuple[Entry, ...] = ()
    source: str = ""
    """Report and headings that the text stands under, in 〔〕; empty where there is no text but
    headings."""
    change: Change | None = None
    """What became of it since the report before this one."""
    said: str = ""
    """What became of it, in words."""
    numbers: str = ""
    """Which numbers changed with it, ``40场→46场；27份→35份``."""

    @property
    def judgement(self) -> str:
        """What became of it, with the numbers: ``仅数据变化：40场→46场``."""
        return "：".join(filter(None, (self.said, self.numbers)))


NOTHING: Final = Box()
"""A report that says nothing in a line."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the table."""

    theme: str
    """工作领域, or empty."""
    match: str
    """对应程度, or empty where that is not the question."""
    boxes: tuple[Box, ...]

    @property
    def caveat(self) -> str:
        """``match``, unless it is what anybody expects of a row."""
        return "" if self.match == STRENGTH_LABELS["strong"] else self.match


@dataclass(frozen=True, slots=True)
class SheetPart:
    """The lines under one heading."""

    title: str
    lines: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A comparison, ready to be set."""

    title: str
    date: str
    """Of the export, ISO 8601."""
    columns: tuple[str, ...]
    """The short name of each report, left to right."""
    reports: tuple[str, ...]
    """What each report is and in which file it was found, in the same order."""
    parts: tuple[SheetPart, ...]
    caution: str = ""
    """What kept the comparison from being as thorough as usual, in a Chinese clause."""

    @property
    def boxes(self) -> list[Box]:
        """All of them, line by line."""
        return [box for part in self.parts for line in part.lines for box in line.boxes]

    @property
    def marks(self) -> set[MarkKind]:
        """What stands out anywhere, for a legend."""
        pieces = (piece for box in self.boxes for entry in box.entries for piece in entry.pieces)
        return {piece.mark for piece in pieces if piece.mark is not None}

    @property
    def shows_changes(self) -> bool:
        """Whether the reports are years of one township."""
        return any(box.change for box in self.boxes)

    def bands(self, most: int) -> list[range]:
        """The columns in groups of nearly equal size, at most ``most`` that stand abreast."""
        count = len(self.columns)
        groups = -(-count // most) or 1
        size = -(-count // groups)
        return [range(first, min(first + size, count)) for first in range(0, count, size or 1)]


def comparison_sheet(
    alignment: Alignment,
    marks: Sequence[Marks] | None = None,
    date: datetime.date | None = None,
    drafts: Collection[str] = (),
) -> Sheet:
    """Work out the table of ``alignment``.

    Args:
        alignment: What stands level with what.
        marks: What stands out in each report; its figures if ``None``.
        date: Of the export; today if ``None``.
        drafts: sha256 of the reports that are in no library.
    """
    reports = alignment.reports
    names = tuple(visible(name) for name in report_names(reports, drafts))
    writer = _BoxWriter(reports, marks or [_figures(report) for report in reports])
    rows = zip(row_headings(alignment), alignment.rows, strict=True)
    parts = tuple(
        SheetPart(heading, tuple(writer.line(row) for _, row in group))
        for heading, group in groupby(rows, key=lambda pair: pair[0])
    )
    return Sheet(
        f"对照表：{_together(names)}",
        (date or datetime.date.today()).isoformat(),
        names,
        tuple(_described(report) for report in reports),
        parts,
        limit_note(alignment) or "",
    )


class _BoxWriter:
    """Writes the boxes of one comparison; says once a part why a report lacks it."""

    def __init__(self, reports: Sequence[Report], marks: Sequence[Marks]) -> None:
        self._reports = reports
        self._galleys = [Galley(report) for report in reports]
        self._marks = marks
        self._told: set[tuple[int, SectionKind]] = set()

    def line(self, row: Row) -> SheetRow:
        """One row of the alignment."""
        boxes = tuple(self._box(number, row) for number in range(len(self._reports)))
        theme = "" if row.theme is None else THEME_LABELS.get(row.theme, row.theme)
        return SheetRow(visible(theme), self._match(row), boxes)

    def _match(self, row: Row) -> str:
        if row.strength is not None:
            return STRENGTH_LABELS[row.strength]
        reporting = sum(
            any(report.passages[index].role == "measure" for index in cell.passages)
            for report, cell in zip(self._reports, row.cells, strict=True)
        )
        return "未见对应" if reporting == 1 and len(self._reports) > 1 else ""

    def _box(self, number: int, row: Row) -> Box:
        report, cell = self._reports[number], row.cells[number]
        entries = [
            *self._note(number, row),
            *(self._entry(number, block) for block in self._galleys[number].blocks(cell.passages)),
            *(self._also(also) for also in row.also if also.report == number),
            *self._perhaps(number, row),
        ]
        ruled = [at for at in cell.passages if report.passages[at].role not in _AROUND]
        says_more = any(entry.kind == "text" for entry in entries)
        source = f"〔{visible(source_of(report, ruled))}〕" if says_more else ""
        change = row.changes[number] if row.changes else None
        said = change_words(self._reports, number, change) if change else ""
        numbers = visible(moved_numbers(row, number)) if change else ""
        return Box(tuple(entries), source, change, said, numbers)

    def _note(self, number: int, row: Row) -> Iterator[Entry]:
        kind = row.section_kind
        if kind is None or (number, kind) in self._told:
            return
        note = section_note(self._reports[number], kind, row.cells[number])
        if note is not None:
            self._told.add((number, kind))
            yield Entry("note", (Piece(f"（{visible(note)}）"),))

    def _entry(self, number: int, block: Block) -> Entry:
        shown = self._galleys[number].paragraph(block).shown
        start = len(shown) - len(shown.lstrip())
        pieces = self._marks[number].cut(shown.strip(), block.start + start)
        # A wrap of the source became "\n" and is not to be seen.
        whole = ((text.replace("\n", ""), mark) for text, mark in pieces)
        kept = tuple(Piece(visible(text), mark) for text, mark in whole if text)
        return Entry("heading" if block.role == "heading" else "text", kept)

    def _perhaps(self, number: int, row: Row) -> Iterator[Entry]:
        if said := perhaps_words(self._reports, row, number):
            yield Entry("also", (Piece(f"（{visible(said)}）"),))

    def _also(self, also: Also) -> Entry:
        report = self._reports[also.report]
        galley = self._galleys[also.report]
        text = "".join(galley.paragraph(block).shown for block in galley.blocks([also.passage]))
        text = text.replace("\n", "").strip()
        said = f"{see_also(also)}{source_of(report, [also.passage])}：{cut(text, _EXCERPT)}"
        return Entry("also", (Piece(f"（{visible(said)}）"),))


def _figures(report: Report) -> Marks:
    return Marks(Mark(figure.start, figure.end, "figure") for figure in report.numbers)


def _together(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMED:
        return f"{names[0]}等{len(names)}份报告"
    return "、".join(names)


def _described(report: Report) -> str:
    title = f"《{report.title}》" if report.title else "（无标题）"
    return visible(f"{title}，文件 {report.file}（sha256 {short(report.sha256)}）")
