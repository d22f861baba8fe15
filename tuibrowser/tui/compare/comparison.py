"""Everything the compare screen knows, without a screen: what is open, marked, and in view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tuibrowser.layout.marks import Marks
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Position, ReportSpan, Span
from tuibrowser.state.workspaces import Workspace
from tuibrowser.tui.compare.arrangement import Arrangement
from tuibrowser.tui.compare.desk import panes_that_fit
from tuibrowser.tui.compare.highlights import Marking
from tuibrowser.tui.compare.jumps import Spot
from tuibrowser.tui.compare.seek import Finder
from tuibrowser.tui.compare.yearly import changed_lines, place_of, why_not
from tuibrowser.tui.pages.viewport import Anchor


class Comparison(Arrangement):
    """Reports side by side for a screen of some size. Keys change it; the screen draws it."""

    def __init__(self, reports: Sequence[Report], workspace: Workspace) -> None:
        """Put ``reports`` on the desk.

        Args:
            reports: Those of ``workspace`` that are still in the library.
            workspace: Where one was.
        """
        super().__init__(reports, workspace)
        self._parted_for_hits = False
        """The panes move apart since several hits were opened, not since somebody said so."""
        self.marking = Marking(self.desk.aligned)
        self._stops: list[Span] | None = []
        self.sought = ""
        """What is looked up in the open reports, as it was typed."""
        self._finder = Finder()

    @property
    def marks(self) -> list[Marks]:
        """What stands out, one set a pane."""
        return [self.marking.marks(report) for report in self.view.grid.alignment.reports]

    @property
    def workspace(self) -> Workspace:
        """What is worth finding again at the next start; which of it are drafts others know."""
        workspace = super().workspace
        return replace(workspace, sync="part") if self._parted_for_hits else workspace

    def open(
        self, reports: Sequence[Report], at: Position | None = None, hits: Sequence[ReportSpan] = ()
    ) -> bool:
        """Put ``reports`` side by side with those that are open.

        Args:
            reports: Left to right, right of the active one.
            at: Where to go.
            hits: What to let stand out. Where several reports have some, each goes to its own.

        Returns:
            Whether panes that moved together move each by itself now, for that.
        """
        parted = False
        if self.desk.in_years and why_not(_together(self.desk.reports, reports)):
            self.come_back()
        self.desk.open(reports)
        self.desk.zoomed = False
        # Bring the last of them in sight, before the one to go to is made active.
        self.desk.shown(panes_that_fit(self._size[0]))
        if hits:
            self.sought = ""
            self.marking.take_hits(hits)
            if self.sync != "off" and len({sha256 for sha256, _, _ in hits}) > 1:
                self.sync, self._parted_for_hits, parted = "off", True, True
            for report in reports:
                if (first := self.marking.first_hit(report)) is not None:
                    self._left[report.sha256] = Anchor(report.sha256, first[0], 3)
        if at is not None and (index := self.desk.index(at[0])) is not None:
            self.desk.active = index
        self.arrange()
        for pane, report in enumerate(self.view.grid.alignment.reports):
            first = self.marking.first_hit(report)
            if at is not None and report.sha256 == at[0]:
                self.view.go_offset(pane, at[1])
            elif first is not None and hits and self.sync == "off":
                self.view.go_offset(pane, first[0])
        if at is not None:
            self.marking.current = next((hit for hit in hits if hit[:2] == at), None)
        self._look_again()
        return parted

    def replace(self, report: Report, at: int | None = None) -> bool:
        """See :meth:`Arrangement.replace`; what is looked up is marked in ``report``, too."""
        replaced = super().replace(report, at)
        self._look_again()
        return replaced

    def compare_years(self, years: Sequence[Report], active: Report) -> None:
        """See :meth:`Arrangement.compare_years`."""
        super().compare_years(years, active)
        self._look_again()

    def come_back(self) -> None:
        """See :meth:`Arrangement.come_back`."""
        super().come_back()
        self._look_again()

    def next_sync(self) -> None:
        """Let the panes move together in another way, or each by itself."""
        super().next_sync()
        self._parted_for_hits = False

    # Marks

    @property
    def stops(self) -> list[Span]:
        """The marks of :attr:`marked` in the order in which they are shown."""
        if self._stops is None:
            report = self.marked
            self._stops = self.view.in_order(self.marking.stops(report), report) if report else []
        return self._stops

    @property
    def marked(self) -> Report | None:
        """The report whose marks one goes from and to: the active one; where it is marked what the
        year before did not say, and the active one is the oldest, the one after it."""
        oldest = self.desk.active == 0 and len(self.desk.reports) > 1
        if oldest and not self.goes_to_hits and self.marking.in_years:
            return self.desk.reports[1]
        return self.current

    @property
    def goes_to_hits(self) -> bool:
        """Whether what one goes from and to is what was found, in all open reports."""
        found = [self.marking.first_hit(report) is not None for report in self.desk.reports]
        return any(found) and (found[self.desk.active] or self.marking.shown == "nothing")

    @property
    def goes_to_changes(self) -> bool:
        """Whether one goes from change to change of a year, as nothing is marked."""
        return self.desk.in_years and self.marking.shown == "nothing" and not self.goes_to_hits

    @property
    def changes(self) -> list[int]:
        """The lines where a measure begins that changed since the year before."""
        return [] if self.year_pane is None else changed_lines(self.view.grid, self.year_pane)

    @property
    def count(self) -> int | None:
        """How many marks one can go to: of the active report, or where something was found, of all.
        ``None`` while they are still to be found, for which drawing should not wait."""
        if self.goes_to_changes:
            return len(self.changes)
        if self.goes_to_hits:
            return sum(map(self._hits, self.desk.reports))
        report = self.marked
        if report is None or not self.marking.is_searched(report):
            return None
        return len(self.marking.stops(report))

    @property
    def stop(self) -> int | None:
        """Which of ``stops`` one went to, from 0."""
        current, report = self.marking.current, self.marked
        if current is None or report is None or current[0] != report.sha256:
            return None
        return self.stops.index(current[1:]) if current[1:] in self.stops else None

    @property
    def place(self) -> int | None:
        """Which of ``count`` marks one went to, from 0."""
        if self.goes_to_changes:
            return place_of(self.changes, self.view.top)
        if self.stop is None or not self.goes_to_hits:
            return self.stop
        return self.stop + sum(map(self._hits, self.desk.reports[: self.desk.active]))

    def mark_next(self) -> None:
        """Mark the next of: nothing, figures, what the others lack, what they share."""
        self.marking.show_next()
        self._moved()

    def drop_hits(self) -> bool:
        """Unmark what was found; ``False`` if nothing was."""
        self.sought = ""
        dropped = self.marking.drop_hits()
        self._moved()
        return dropped

    def find(self, typed: str, since: Spot) -> None:
        """Mark ``typed`` in all open reports and go to the first place of it after ``since``."""
        self.go(since)
        self.sought = typed
        hits = self._finder.find(typed, self.desk.reports)
        self.marking.take_hits(hits)
        self._moved()
        if hits and not self.go_mark(1):
            # Nothing further down: begin again, in the first report that has it.
            shas = {hit[0] for hit in hits}
            first = next(i for i, it in enumerate(self.desk.reports) if it.sha256 in shas)
            self.step(first - self.desk.active)
            self.view.go_top()
            self.go_mark(1)

    def go_mark(self, steps: int) -> bool:
        """To the next (1) or previous (-1) mark of the active report, and on to the next report in
        which something was found; or to the next change of a year. ``False`` at the last."""
        if self.goes_to_changes:
            return self.view.go_line(self.changes, steps)
        if not self.goes_to_hits and self.marked is not self.current:
            self.step(1)
        before = None if self.stop is None else self.stops[self.stop]
        found = self.view.next_mark(self.stops, before, steps)
        if found is None:
            if not self._step_to_hits(steps):
                return False
            found = self.stops[0 if steps > 0 else -1]
        assert self.current is not None
        self.marking.current = (self.current.sha256, *found)
        self.view.reveal(found[0])
        return True

    def passage(self) -> int | None:
        """The passage of the active report that copying is about: the mark one went to while it
        is in the window, else the first in the window."""
        report = self.current
        if report is None:
            return None
        if self.stop is not None and report is self.marked:
            offset = self.stops[self.stop][0]
            if self.view.is_in_window(offset):
                return next(
                    index
                    for index, passage in enumerate(report.passages)
                    if passage.start <= offset < passage.end
                )
        return self.view.passage()

    def _step_to_hits(self, steps: int) -> bool:
        """Make the next report active in which something was found."""
        at = self.desk.active + steps
        while self.goes_to_hits and 0 <= at < len(self.desk.reports):
            if self._hits(self.desk.reports[at]):
                self.step(at - self.desk.active)
                return True
            at += steps
        return False

    def _hits(self, report: Report) -> int:
        """How often what was found stands in ``report``."""
        found = self.marking.first_hit(report) is not None
        return len(self.marking.stops(report)) if found else 0

    def _look_again(self) -> None:
        """Find what is looked up in reports that have come, too."""
        if self.sought:
            current = self.marking.current
            self.marking.take_hits(self._finder.find(self.sought, self.desk.reports))
            self.marking.current = current
        self._moved()

    def _moved(self) -> None:
        """The stops are those of another report, or in another order."""
        self._stops = None


def _together(one: Sequence[Report], other: Sequence[Report]) -> list[Report]:
    return [*{report.sha256: report for report in (*one, *other)}.values()]
