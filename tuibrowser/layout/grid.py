"""Reports side by side as lines of text: what the screen, text output and pictures all draw.

Every pane has the same number of lines. Where one report says less than its neighbours, filler
lines keep the next row level; since the text is broken here, wrapped lines stay level too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from tuibrowser.layout.galley import Block, Galley
from tuibrowser.layout.lines import FILLER, Line
from tuibrowser.layout.notes import limit_note, part_bar, row_notes, section_note
from tuibrowser.model.alignment import Alignment, Row
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Role, SectionKind
from tuibrowser.text.cellwidth import Ambiguous
from tuibrowser.text.linebreak import MeasuredParagraph, one_line

_INDENT = 4
"""Cells: a Chinese paragraph opens two characters in."""
_NARROWEST_INDENTED = 20
"""Cells of a pane below which a paragraph opens without indent, to lose no room."""
_INDENTED: Final[frozenset[Role]] = frozenset({"measure", "lead", "other"})


@dataclass(frozen=True)
class Grid:
    """An alignment set in lines."""

    alignment: Alignment
    widths: tuple[int, ...]
    """Cells of each pane's text."""
    panes: tuple[list[Line], ...]
    """One a report, all equally long."""
    row_starts: tuple[int, ...]
    """First line of each row of the alignment; a row without lines starts where the next does."""

    @property
    def height(self) -> int:
        """Lines of every pane."""
        return len(self.panes[0]) if self.panes else 0

    def text(self, pane: int, line: int) -> str:
        """What is written on one line, without its indent; ``""`` for filler."""
        it = self.panes[pane][line]
        if it.note:
            return it.note
        return one_line(self.alignment.reports[pane].text[it.start : it.end])

    def row_at(self, line: int) -> int:
        """Index of the row that ``line`` belongs to."""
        return max(bisect_right(self.row_starts, line) - 1, 0)

    def locate(self, pane: int, offset: int) -> int:
        """The line of ``pane`` that shows the character at ``offset``, or the next one shown."""
        starts, lines = self._lines_by_offset[pane]
        if not starts:
            return 0
        at = max(bisect_right(starts, offset) - 1, 0)
        if offset >= self.panes[pane][lines[at]].end and at + 1 < len(lines):
            at += 1
        return lines[at]

    def passage_at(self, pane: int, line: int) -> int | None:
        """The passage that ``line`` shows, or the last one shown above it in its row, if any."""
        first = self.row_starts[self.row_at(line)] if self.row_starts else 0
        shown = self._lines_of_text[pane]
        at = bisect_right(shown, line) - 1
        return self.panes[pane][shown[at]].passage if at >= 0 and shown[at] >= first else None

    def kind_at(self, pane: int, line: int) -> SectionKind | None:
        """The item of the regulation that ``line`` is about."""
        row = self.alignment.rows[self.row_at(line)] if self.alignment.rows else None
        if row is not None and row.section_kind is not None:
            return row.section_kind
        passage = self.passage_at(pane, line)
        return None if passage is None else self.alignment.reports[pane].passages[passage].kind

    @cached_property
    def _lines_of_text(self) -> list[list[int]]:
        """Which lines of each pane show text of the report, from the top down."""
        return [[at for at, it in enumerate(pane) if it.passage >= 0] for pane in self.panes]

    @cached_property
    def _lines_by_offset(self) -> list[tuple[list[int], list[int]]]:
        """Where the lines of text of each pane start, in rising order, and which they are."""
        found = []
        for pane, shown in zip(self.panes, self._lines_of_text, strict=True):
            starting = sorted((pane[at].start, at) for at in shown)
            found.append(([start for start, _ in starting], [at for _, at in starting]))
        return found


def lay_out(
    alignment: Alignment,
    widths: Sequence[int],
    galleys: Sequence[Galley] | None = None,
    ambiguous: Ambiguous = 1,
    *,
    bars: bool = False,
    only: Sequence[int] | None = None,
) -> Grid:
    """Set ``alignment`` in lines.

    Args:
        alignment: One report a pane; a single one gives plain reading.
        widths: Cells of each pane's text, 4 or more.
        galleys: The reports made ready earlier, to save measuring them again; one a pane.
        ambiguous: Cells of an ambiguous character on this terminal.
        bars: Begin each part of the regulation with a line that names it where a part has many
            rows; for readers that draw no such line themselves.
        only: Which of the reports get a pane, all if ``None``. What is said of a row still
            counts the others in: a year out of sight is the year before, too.
    """
    shown = range(len(alignment.reports)) if only is None else only
    galleys = galleys or [Galley(alignment.reports[it], ambiguous) for it in shown]
    is_cut = alignment.by in ("theme", "measure")
    setters = [
        _Setter(alignment, number, galley, width, ambiguous, beside=number - 1 in shown)
        for number, galley, width in zip(shown, galleys, widths, strict=True)
    ]
    panes: tuple[list[Line], ...] = tuple([] for _ in setters)
    starts: list[int | None] = []
    height = 0
    kind: SectionKind | None = None
    if setters:
        setters[0].begin(limit_note(alignment))
    for row in alignment.rows:
        columns = _level([setter.set_cell(row) for setter in setters])
        if bars and is_cut and row.section_kind not in (None, kind) and any(columns):
            columns = [
                [setter.bar(row.section_kind), *column]
                for setter, column in zip(setters, columns, strict=True)
            ]
        kind = row.section_kind if any(columns) else kind
        tallest = max(map(len, columns), default=0)
        if not tallest:
            starts.append(None)
            continue
        gap = 1 if height else 0
        starts.append(height + gap)
        height += gap + tallest
        for pane, column in zip(panes, columns, strict=True):
            pane.extend([*[FILLER] * gap, *column, *[FILLER] * (tallest - len(column))])
    drawn = alignment if only is None else _narrowed(alignment, only)
    return Grid(drawn, tuple(widths), panes, tuple(_from_below(starts, height)))


def _narrowed(alignment: Alignment, columns: Sequence[int]) -> Alignment:
    """``alignment`` without the reports that are not in ``columns``; every row is kept."""
    panes = {column: pane for pane, column in enumerate(columns)}
    rows = (
        row._replace(
            cells=tuple(row.cells[it] for it in columns),
            also=tuple(
                it._replace(report=panes[it.report]) for it in row.also if it.report in panes
            ),
            changes=tuple(row.changes[it] for it in columns) if row.changes else (),
            numbers=tuple(row.numbers[it] for it in columns) if row.numbers else (),
            perhaps=tuple(row.perhaps[it] for it in columns) if row.perhaps else (),
        )
        for row in alignment.rows
    )
    reports = tuple(alignment.reports[it] for it in columns)
    return Alignment(reports, tuple(rows), alignment.by, alignment.limits)


def _from_below(starts: Sequence[int | None], height: int) -> list[int]:
    """``starts`` with each gap filled by what comes after it, ``height`` at the end."""
    found = []
    for start in reversed(starts):
        height = height if start is None else start
        found.append(height)
    return found[::-1]


class _Cell(NamedTuple):
    """What stands in one pane of a row."""

    head: list[Line]
    """Notes, and the title of the report: may take more lines in one pane than in the next."""
    body: list[Line]
    """All other text."""


def _level(cells: Sequence[_Cell]) -> list[list[Line]]:
    """The lines of each cell; below their heads the texts of a row stand level.

    A cell without text has nothing to be level with, however much is said in its place; one without
    a head keeps its text on the first line of the row, where those who go to the row look for it.
    """
    tallest = max((len(head) for head, body in cells if body), default=0)
    return [
        [*head, *[FILLER] * (tallest - len(head) if head and body else 0), *body]
        for head, body in cells
    ]


class _Setter:
    """Sets one pane, row by row."""

    def __init__(
        self,
        alignment: Alignment,
        number: int,
        galley: Galley,
        width: int,
        ambiguous: Ambiguous,
        *,
        beside: bool,
    ) -> None:
        self._beside = beside
        self._alignment = alignment
        self._number = number
        self._galley = galley
        self._report: Report = galley.report
        self._width = width
        self._ambiguous: Ambiguous = ambiguous
        self._told: set[SectionKind] = set()
        self._first: str | None = None

    def begin(self, note: str | None) -> None:
        """Put ``note``, if there is one, above everything."""
        self._first = note

    def set_cell(self, row: Row) -> _Cell:
        """The lines of this pane's cell of ``row``, without filler below them."""
        head = list(self._notes(row))
        body: list[Line] = []
        before: Block | None = None
        for block in self._galley.blocks(row.cells[self._number].passages):
            if before is not None and _apart(before, block):
                body.append(FILLER)
            part = head if block.role == "title" and not body else body
            part.extend(self._block(block))
            before = block
        return _Cell(head, body)

    def _notes(self, row: Row) -> Iterator[Line]:
        if self._first:
            yield from self._note(self._first)
            self._first = None
        cell = row.cells[self._number]
        kind = row.section_kind
        if kind is not None and kind not in self._told:
            note = section_note(self._report, kind, cell)
            if note is not None:
                self._told.add(kind)  # by theme an item has many rows
                yield from self._note(note)
        by = self._alignment.by
        if by == "measure" or (by == "theme" and kind is not None):
            for note in row_notes(self._alignment, row, self._number, beside=self._beside):
                yield from self._note(note)

    def bar(self, kind: SectionKind) -> Line:
        """The line above a part of the regulation."""
        return Line(-1, 0, 0, opens=True, note=part_bar(kind, self._width, self._ambiguous))

    def _note(self, words: str) -> Iterator[Line]:
        for start, end in MeasuredParagraph(words, self._ambiguous).lines(self._width):
            yield Line(-1, 0, 0, opens=start == 0, note=words[start:end])

    def _block(self, block: Block) -> Iterator[Line]:
        indent = _INDENT if block.role in _INDENTED and self._width >= _NARROWEST_INDENTED else 0
        passages, at = self._report.passages, 0
        opens = True
        for start, end in self._galley.paragraph(block).lines(self._width, indent):
            first = block.start + start
            while at + 1 < len(block.passages) and passages[block.passages[at + 1]].start <= first:
                at += 1
            opens = start == 0
            yield Line(block.passages[at], first, block.start + end, indent if opens else 0, opens)


def _apart(before: Block, block: Block) -> bool:
    """Whether a blank line stands between two paragraphs: around titles, and above headings."""
    if before.role == block.role:
        return False
    return "title" in (before.role, block.role) or block.role in ("heading", "signature")
