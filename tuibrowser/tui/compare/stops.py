"""From mark to mark: of the active report, of what was found in all, or from change to change."""

from __future__ import annotations

from tuibrowser.layout.landmarks import Landmark
from tuibrowser.layout.marks import Marks
from tuibrowser.model.report import Report
from tuibrowser.model.terms import ReportSpan, Span
from tuibrowser.tui.compare.comparison import Comparison
from tuibrowser.tui.compare.highlights import Highlights
from tuibrowser.tui.compare.yearly import changed_lines, place_of


class Stops:
    """Where one goes from and to, which of them one went to, and how many there are."""

    def __init__(self, comparison: Comparison, highlights: Highlights) -> None:
        self._comparison = comparison
        self._highlights = highlights
        self._sorted: tuple[tuple[object, ...], list[Span]] = ((), [])
        """The last ones, and what they were of."""
        self._left: tuple[ReportSpan | None, int] = (None, 0)
        """A mark that one went on from by a jump, and of which marks it was one."""

    @property
    def marks(self) -> list[Marks]:
        """What stands out, one set a pane."""
        reports = self._comparison.viewport.grid.alignment.reports
        return [self._highlights.marks(report) for report in reports]

    @property
    def spans(self) -> list[Span]:
        """The marks of :attr:`report` in the order in which they are shown."""
        report, viewport = self.report, self._comparison.viewport
        if report is None:
            return []
        key = viewport, report, self._highlights.changes
        if self._sorted[0] != key:
            self._sorted = key, viewport.in_order(self._highlights.stops(report), report)
        return self._sorted[1]

    @property
    def report(self) -> Report | None:
        """The report whose marks one goes from and to: the active one; where it is marked what the
        year before did not say, and the active one is the oldest, the one after it."""
        opened = self._comparison.opened
        oldest = opened.active == 0 and len(opened.reports) > 1
        if oldest and not self.are_hits and self._highlights.in_years:
            return opened.reports[1]
        return opened.current

    @property
    def are_hits(self) -> bool:
        """Whether what one goes from and to is what was found, in all open reports."""
        opened = self._comparison.opened
        found = [self._highlights.first_hit(report) is not None for report in opened.reports]
        return any(found) and (found[opened.active] or self._highlights.shown == "nothing")

    @property
    def are_changes(self) -> bool:
        """Whether one goes from change to change of a year, as nothing is marked."""
        in_years = self._comparison.opened.in_years
        return in_years and self._highlights.shown == "nothing" and not self.are_hits

    @property
    def count(self) -> int | None:
        """How many there are: of one report, or where something was found, of all. ``None`` while
        they are still to be found, for which drawing should not wait."""
        if self.are_changes:
            return len(self._changes)
        if self.are_hits:
            return sum(map(self._hits, self._comparison.opened.reports))
        report = self.report
        if report is None or not self._highlights.is_searched(report):
            return None
        return len(self._highlights.stops(report))

    @property
    def number(self) -> int | None:
        """Which of :attr:`spans` one went to, from 0."""
        current, report = self._highlights.current, self.report
        if current is None or report is None or current[0] != report.sha256:
            return None
        return self.spans.index(current[1:]) if current[1:] in self.spans else None

    @property
    def place(self) -> int | None:
        """Which of :attr:`count` one went to, from 0."""
        if self.are_changes:
            return place_of(self._changes, self._comparison.viewport.top)
        number, opened = self.number, self._comparison.opened
        if number is None or not self.are_hits:
            return number
        return number + sum(map(self._hits, opened.reports[: opened.active]))

    def go(self, steps: int) -> bool:
        """To the next (1) or previous (-1) one, and on to the next report in which something was
        found; or to the next change of a year. ``False`` at the last."""
        comparison = self._comparison
        if self.are_changes:
            return comparison.viewport.go_line(self._changes, steps)
        if not self.are_hits and self.report is not comparison.current:
            comparison.step(1)
        before = None if self.number is None else self.spans[self.number]
        found = comparison.viewport.next_mark(self.spans, before, steps)
        if found is None:
            if not self._step_to_hits(steps):
                return False
            found = self.spans[0 if steps > 0 else -1]
        assert comparison.current is not None
        self._highlights.current = (comparison.current.sha256, *found)
        self._left = (None, 0)
        comparison.viewport.reveal(found[0])
        return True

    def leave(self) -> None:
        """Whatever mark one went to, one is at the top of the window now: of what one jumped to, a
        mark that still is in the window further down is no part."""
        self._left = self._highlights.current, self._highlights.changes

    @property
    def here(self) -> Landmark | None:
        """What that is about which copying is about."""
        mark, passage = self._mark, self.passage()
        if mark is None or passage is None:
            return self._comparison.here
        return self._comparison.viewport.about(passage, mark)

    def passage(self) -> int | None:
        """The passage of the active report that copying is about: the mark one went to while it
        is in the window, else the first in the window."""
        report, mark = self._comparison.current, self._mark
        if report is None:
            return None
        if mark is None:
            return self._comparison.viewport.passage()
        return next(
            index
            for index, passage in enumerate(report.passages)
            if passage.start <= mark < passage.end
        )

    @property
    def _mark(self) -> int | None:
        """Where the mark in the active report is that one went to, while it is in the window and
        one has not jumped elsewhere."""
        has_left = (self._highlights.current, self._highlights.changes) == self._left
        if has_left or self.number is None or self.report is not self._comparison.current:
            return None
        offset = self.spans[self.number][0]
        return offset if self._comparison.viewport.is_in_window(offset) else None

    @property
    def _changes(self) -> list[int]:
        """The lines where a measure begins that changed since the year before."""
        pane = self._comparison.year_pane
        return [] if pane is None else changed_lines(self._comparison.viewport.grid, pane)

    def _step_to_hits(self, steps: int) -> bool:
        """Make the next report active in which something was found."""
        opened = self._comparison.opened
        at = opened.active + steps
        while self.are_hits and 0 <= at < len(opened.reports):
            if self._hits(opened.reports[at]):
                self._comparison.step(at - opened.active)
                return True
            at += steps
        return False

    def _hits(self, report: Report) -> int:
        """How often what was found stands in ``report``."""
        found = self._highlights.first_hit(report) is not None
        return len(self._highlights.stops(report)) if found else 0
