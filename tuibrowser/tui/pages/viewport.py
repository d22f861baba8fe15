"""Where one is in a comparison: the only owner of scroll positions.

Positions are lines of the Grid, one a pane. By part, panes show the same lines where the Grid is
level; where each report keeps its own order, they are as far into the same part. By row, each moves
by the same number of lines from where it is. To outlive another width or order, a position is
remembered as an anchor: a character of a report and how far below the top it stood, or that it is
the beginning, whatever stands there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tuibrowser.layout.grid import Grid
from tuibrowser.layout.landmarks import Landmark, Landmarks
from tuibrowser.model.report import Report
from tuibrowser.model.terms import SectionKind, Span
from tuibrowser.state.workspaces import Sync

_CONTEXT = 4
"""A mark is brought to this part of the window from the top, so that what leads to it shows."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A position that means the same on another Grid."""

    sha256: str
    offset: int | None
    """Of a character; ``None`` for the beginning: where rows are level a report need not begin with
    its first characters, for page furniture stands at the end then."""
    below: int = 0
    """Lines from the top of the window down to the line with ``offset``."""


class Viewport:
    """A Grid, a window on it, and how to get about."""

    def __init__(self, grid: Grid, active: int, sync: Sync) -> None:
        self.grid = grid
        self._landmarks = Landmarks(grid)
        self.active = active
        """Index of the pane that keys act on."""
        self.sync = sync
        self.room = 1
        """Lines of the window."""
        self.tops: list[int] = [0] * len(grid.panes)
        """First line shown, one a pane."""

    @property
    def top(self) -> int:
        """First line that the active pane shows."""
        return self.tops[self.active] if self.tops else 0

    def scroll(self, lines: int) -> None:
        """Move by so many lines, until the last one stands at the top: copying takes the paragraph
        at the top, so each must be able to get there."""
        self._move(lines, 1)

    def page(self, pages: int) -> None:
        """Move by windows, with one line kept in sight, until the last line is in the window."""
        self._move(pages * max(self.room - 1, 1), self.room)

    def go_top(self) -> None:
        """To the first line."""
        for pane in self._moving():
            self.tops[pane] = 0
        self._follow()

    def go_bottom(self) -> None:
        """To the last line."""
        for pane in self._moving():
            self.tops[pane] = max(self._landmarks.ends[pane] - self.room, 0)
        self._follow()

    def level(self) -> None:
        """Bring all panes to where the active one is: the same lines where the Grid is level, else
        as far into the same part. A report without that part stays where it is."""
        if self._landmarks.level:
            self.tops = [self.top] * len(self.tops)
            return
        for pane in range(len(self.tops)):
            counterpart = self._landmarks.counterpart(self.active, self.top, pane)
            if pane != self.active and counterpart is not None:
                self.tops[pane] = counterpart

    def go_part(self, steps: int) -> bool:
        """To the next (1) or previous (-1) item of the regulation; ``False`` if there is none."""
        return self._go_to(self._landmarks.parts, steps)

    def go_theme(self, steps: int) -> bool:
        """To the next (1) or previous (-1) theme of the active report."""
        return self._go_to(self._landmarks.themes, steps)

    def go_line(self, lines: Sequence[int], steps: int) -> bool:
        """To the next (1) or previous (-1) of ``lines``; ``False`` if there is none."""
        at = bisect_right(lines, self.top) if steps > 0 else bisect_left(lines, self.top) - 1
        if not 0 <= at < len(lines):
            return False
        self._go(self.active, lines[at])
        return True

    def go_offset(self, pane: int, offset: int, below: int | None = None) -> None:
        """Show the character at ``offset`` of ``pane``'s report, a little below the top."""
        below = self.room // _CONTEXT if below is None else below
        self._go(pane, max(self.grid.locate(pane, offset) - below, 0))

    def anchors(self) -> list[Anchor]:
        """Where every pane is, the active one first."""
        if not self.tops:
            return []
        order = [self.active, *(pane for pane in range(len(self.tops)) if pane != self.active)]
        own = [self._anchor(pane, pane) for pane in order]
        if own[0] is None:
            # A long stretch of filler: the neighbours know the way.
            own += [self._anchor(self.active, pane) for pane in order[1:]]
        return [anchor for anchor in own if anchor is not None]

    def restore(self, anchors: Iterable[Anchor]) -> bool:
        """Go to where ``anchors`` say; ``False`` if none of their reports is shown here."""
        panes = {report.sha256: pane for pane, report in enumerate(self.grid.alignment.reports)}
        lines = [
            (pane, self._line_of(pane, anchor))
            for anchor in anchors
            if (pane := panes.get(anchor.sha256)) is not None
        ]
        if not lines:
            return False
        self.tops[lines[0][0]] = lines[0][1]
        for pane in range(len(self.tops)):
            if self._landmarks.level:
                self.tops[pane] = lines[0][1]
            elif pane != lines[0][0]:
                at = self._landmarks.counterpart(*lines[0], pane)
                self.tops[pane] = 0 if at is None else at
        if not (self.sync == "part" and self._landmarks.level):
            for pane, line in reversed(lines):
                self.tops[pane] = line
        return True

    def go_kind(self, kind: SectionKind, theme: str | None = None) -> bool:
        """To an item of the regulation, or to a theme in it; ``False`` if the active report has no
        such place."""
        marks = self._landmarks.parts if theme is None else self._landmarks.themes
        for mark in marks[self.active] if self.tops else ():
            if (mark.kind, mark.theme) == (kind, theme):
                self._go(self.active, mark.line, kind)
                return True
        return False

    def here(self) -> Landmark:
        """What the line at the top of the active pane is about."""
        return self._landmarks.at(self.active, self.top)

    def about(self, passage: int, offset: int) -> Landmark:
        """What a character of the active report is about, which is of ``passage``."""
        return self._landmarks.at(self.active, self.grid.locate(self.active, offset), passage)

    def in_order(self, marks: Iterable[Span], report: Report | None = None) -> list[Span]:
        """``marks`` of ``report``, or else of the active one, in the order in which they are shown;
        in that of its text where it is not shown."""
        reports = self.grid.alignment.reports
        if report is not None and report not in reports:
            return sorted(marks)
        pane = self.active if report is None else reports.index(report)
        return sorted(marks, key=lambda mark: (self.grid.locate(pane, mark[0]), mark[0]))

    def next_mark(self, marks: Sequence[Span], current: Span | None, steps: int) -> Span | None:
        """The mark after (1) or before (-1) ``current``, or else after the top of the window.

        Args:
            marks: As :meth:`in_order` gives them.
            current: One of them, if there was one before.
            steps: 1 or -1.
        """
        if current in marks:
            at = marks.index(current) + steps
        else:
            lines = [self.grid.locate(self.active, mark[0]) for mark in marks]
            at = bisect_left(lines, self.top) - (steps < 0)
        return marks[at] if 0 <= at < len(marks) else None

    def reveal(self, offset: int) -> None:
        """Bring a character of the active report into the window, if it is not there."""
        if not self.is_in_window(offset):
            self.go_offset(self.active, offset)

    def is_in_window(self, offset: int) -> bool:
        """Whether a character of the active report can be seen."""
        return self.top <= self.grid.locate(self.active, offset) < self.top + self.room

    def passage(self) -> int | None:
        """The passage at the top of the active pane, or the first one below it in the window."""
        for line in range(self.top, min(self.top + self.room, self.grid.height)):
            if (found := self.grid.panes[self.active][line].passage) >= 0:
                return found
        return self.grid.passage_at(self.active, self.top) if self.grid.panes else None

    def _moving(self) -> Iterable[int]:
        """The panes that move by themselves."""
        return range(len(self.tops)) if self.sync == "row" else [self.active] if self.tops else []

    def _move(self, lines: int, kept: int) -> None:
        """Move by ``lines`` until ``kept`` lines of text are left in the window."""
        for pane in self._moving():
            top, last = self.tops[pane], self._landmarks.ends[pane] - kept
            # Who is further down already does not go back up for going down.
            self.tops[pane] = max(0, min(top + lines, max(last, top if lines > 0 else last)))
        self._follow()

    def _go(self, pane: int, line: int, about: SectionKind | None = None) -> None:
        """Show ``line`` in ``pane``, and what belongs beside it in those that move with it.

        Where each report keeps its own order, one that has nothing ``about`` the part that is gone
        to stays where it is.
        """
        by = line - self.tops[pane]
        self.tops[pane] = line
        if self.sync == "row":
            for other in range(len(self.tops)):
                if other != pane and (about is None or self._landmarks.has_part(other, about)):
                    last = max(self._landmarks.ends[other] - 1, 0)
                    self.tops[other] = max(0, min(self.tops[other] + by, last))
        elif pane == self.active:
            self._follow()
        elif self.sync == "part" and self._landmarks.level:
            self.tops = [line] * len(self.tops)

    def _follow(self) -> None:
        if self.sync == "part" and self.tops:
            self.level()

    def _line_of(self, pane: int, anchor: Anchor) -> int:
        if anchor.offset is None:
            return 0
        return max(self.grid.locate(pane, anchor.offset) - anchor.below, 0)

    def _anchor(self, at: int, pane: int) -> Anchor | None:
        """The first text of ``pane`` in the window where pane ``at`` is; of the report itself
        rather than page furniture, which stands elsewhere where rows are level."""
        top, report = self.tops[at], self.grid.alignment.reports[pane]
        if top == 0:
            return Anchor(report.sha256, None)
        lines = self.grid.panes[pane][top : top + self.room]
        shown = [(below, line) for below, line in enumerate(lines) if line.passage >= 0]
        own = (it for it in shown if report.passages[it[1].passage].role != "furniture")
        found = next(own, shown[0] if shown else None)
        return None if found is None else Anchor(report.sha256, found[1].start, found[0])

    def _go_to(self, marks: list[list[Landmark]], steps: int) -> bool:
        if not self.grid.panes:
            return False
        lines = [mark.line for mark in marks[self.active]]
        at = bisect_right(lines, self.top) if steps > 0 else bisect_left(lines, self.top) - 1
        if not 0 <= at < len(lines):
            return False
        goal = marks[self.active][at]
        self._go(self.active, goal.line, goal.kind)
        if goal.theme is None or self.sync != "part" or self._landmarks.level:
            return True
        for pane in range(len(self.tops)):
            # In its own order each report goes to its own theme, if it has it in this part.
            for mark in marks[pane] if pane != self.active else ():
                if (mark.kind, mark.theme) == (goal.kind, goal.theme):
                    self.tops[pane] = mark.line
                    break
        return True
