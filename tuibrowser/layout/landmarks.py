"""What the lines of a Grid are about, and where the next part or theme begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from tuibrowser.layout.grid import Grid
from tuibrowser.layout.lines import FILLER, openings
from tuibrowser.model.report import Passage
from tuibrowser.model.terms import SectionKind


@dataclass(frozen=True, slots=True)
class Landmark:
    """A line where something begins."""

    line: int
    kind: SectionKind | None
    theme: str | None = None


class _Stretch(NamedTuple):
    """Lines of one pane that are about one item of the regulation, or about none."""

    start: int
    end: int
    about: SectionKind | Literal["opening", "closing"]


class Landmarks:
    """The parts and themes of a Grid, worked out when first asked for.

    Where panes are level on rows, all have the same landmarks; in each report's own order each
    pane has its own.
    """

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self.level = len(grid.alignment.rows) > 1
        """Whether the panes share their landmarks."""

    @cached_property
    def parts(self) -> list[list[Landmark]]:
        """Per pane: where another item of the regulation begins."""
        if not self.level:
            return [self._own_parts(pane) for pane in range(len(self._grid.panes))]
        marks: list[Landmark] = []
        rows = self._grid.alignment.rows
        for start, row in zip(self._grid.row_starts, rows, strict=True):
            if not marks or marks[-1].kind != row.section_kind:
                marks.append(Landmark(start, row.section_kind))
        return [marks] * len(self._grid.panes)

    @cached_property
    def themes(self) -> list[list[Landmark]]:
        """Per pane: where another theme begins."""
        rows = self._grid.alignment.rows
        if not any(row.theme for row in rows):
            return [self._own_themes(pane) for pane in range(len(self._grid.panes))]
        marks: list[Landmark] = []
        for start, row in zip(self._grid.row_starts, rows, strict=True):
            # By measure a theme has many rows.
            before = (marks[-1].kind, marks[-1].theme) if marks else None
            if row.theme is not None and before != (row.section_kind, row.theme):
                marks.append(Landmark(start, row.section_kind, row.theme))
        return [marks] * len(self._grid.panes)

    def has_part(self, pane: int, kind: SectionKind) -> bool:
        """Whether ``pane`` comes by an item of the regulation; where rows are level, all do."""
        return any(mark.kind == kind for mark in self.parts[pane])

    def at(self, pane: int, line: int, passage: int | None = None) -> Landmark:
        """What ``line`` of ``pane`` is about; on the blank above a row or heading, that.

        Args:
            pane: Of which report.
            line: Of the grid.
            passage: Which of those on the line is meant; the first if ``None``.
        """
        grid = self._grid
        if not grid.panes:
            return Landmark(0, None)
        above_row = self._opens_row(line + 1) and not self._opens_row(line)
        if above_row or (not self.level and grid.panes[pane][line : line + 1] == [FILLER]):
            line = min(line + 1, grid.height - 1)
        theme = grid.alignment.rows[grid.row_at(line)].theme
        passage = grid.passage_at(pane, line) if passage is None else passage
        if theme is None and passage is not None:
            theme = self._theme(pane, passage)
        kind = grid.kind_at(pane, line) if self.level else self._own_kind(pane, line)
        return Landmark(line, kind, theme)

    def _opens_row(self, line: int) -> bool:
        starts = self._grid.row_starts
        at = bisect_left(starts, line)
        return starts[at : at + 1] == (line,)

    @cached_property
    def ends(self) -> list[int]:
        """Per pane: the line after its last one of text; where panes are level, of any pane's."""
        panes = self._grid.panes
        if self.level:
            return [self._grid.height] * len(panes)
        return [
            next((at + 1 for at in range(len(lines) - 1, -1, -1) if lines[at].passage >= 0), 0)
            for lines in panes
        ]

    def counterpart(self, pane: int, line: int, other: int) -> int | None:
        """Where each report keeps its own order: the line of ``other`` that is as far into the part
        which ``line`` of ``pane`` is about; ``None`` if that report has no such part."""
        own = next((it for it in self._stretches[pane] if line < it.end), None)
        if own is None:
            return None
        here = [it for it in self._stretches[pane] if it.about == own.about]
        there = [it for it in self._stretches[other] if it.about == own.about]
        before = sum(it.end - it.start for it in here if it.end <= own.start)
        total = sum(it.end - it.start for it in here)
        into = (before + line - own.start) * sum(it.end - it.start for it in there) // total
        for it in there:
            if into < it.end - it.start:
                return it.start + into
            into -= it.end - it.start
        return None

    @cached_property
    def _stretches(self) -> list[list[_Stretch]]:
        """Per pane: its lines cut into parts."""
        found = []
        for marks, end in zip(self.parts, self.ends, strict=True):
            stops = [*(mark.line for mark in marks[1:]), end]
            found.append(
                [
                    _Stretch(mark.line, stop, mark.kind or ("opening" if at == 0 else "closing"))
                    for at, (mark, stop) in enumerate(zip(marks, stops, strict=True))
                    if mark.line < stop
                ]
            )
        return found

    def _own_parts(self, pane: int) -> list[Landmark]:
        passages = self._grid.alignment.reports[pane].passages
        marks: list[Landmark] = []
        furniture: list[Landmark] = []
        for line, passage in openings(self._grid.panes[pane]):
            kind = self._grid.kind_at(pane, line)
            if marks and kind is None and passages[passage].role == "furniture":
                furniture.append(Landmark(line, None))
                continue
            # A page number before more of a part is in that part, and no part by itself.
            closing = furniture[:1] if kind is None else []
            for mark in (*closing, Landmark(line, kind)):
                if not marks or marks[-1].kind != mark.kind:
                    marks.append(mark)
            furniture.clear()
        return marks + (furniture[:1] if marks and marks[-1].kind is not None else [])

    def _own_kind(self, pane: int, line: int) -> SectionKind | None:
        marks = self.parts[pane]
        at = bisect_right(marks, line, key=lambda mark: mark.line) - 1
        return marks[at].kind if at >= 0 else None

    def _own_themes(self, pane: int) -> list[Landmark]:
        marks: list[Landmark] = []
        for mark in self._paragraphs(pane):
            if mark.theme and (
                not marks or (marks[-1].kind, marks[-1].theme) != (mark.kind, mark.theme)
            ):
                marks.append(mark)
        return marks

    def _paragraphs(self, pane: int) -> Iterator[Landmark]:
        for at, passage in openings(self._grid.panes[pane]):
            yield Landmark(at, self._grid.kind_at(pane, at), self._theme(pane, passage))

    def _theme(self, pane: int, passage: int) -> str | None:
        """First theme of a passage; of what follows, for headings and leads: a heading over a
        whole part names none, and what it stands above is what one comes to."""
        themes = self._grid.alignment.reports[pane].passages[self._telling[pane][passage]].themes
        return themes[0] if themes else None

    @cached_property
    def _telling(self) -> list[list[int]]:
        """For each report and passage the passage that says what it is about: for headings and
        leads of an item the first below them that is neither, or the last."""
        return [_telling(report.passages) for report in self._grid.alignment.reports]


def _telling(passages: Sequence[Passage]) -> list[int]:
    found = list(range(len(passages)))
    for index in range(len(passages) - 2, -1, -1):
        passage = passages[index]
        if (
            passage.kind
            and passage.role in ("heading", "lead")
            and passages[index + 1].kind == passage.kind
        ):
            found[index] = found[index + 1]
    return found
