"""Reports side by side on a screen of some size, and where one is in them; without a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from tuibrowser.layout.landmarks import Landmark
from tuibrowser.model.kept import Stretch
from tuibrowser.model.report import Report
from tuibrowser.state.workspaces import Sync, Workspace
from tuibrowser.tui.compare.desk import Aside, Desk, can_be_matched, panes_that_fit
from tuibrowser.tui.compare.jumps import History, Spot
from tuibrowser.tui.compare.yearly import FEWEST, why_not
from tuibrowser.tui.pages.viewport import Anchor, View

SYNCS: Final[tuple[Sync, ...]] = ("part", "row", "off")


class Arrangement:
    """What is open and in view."""

    def __init__(self, reports: Sequence[Report], workspace: Workspace) -> None:
        """Put ``reports`` on the desk.

        Args:
            reports: Those of ``workspace`` that are still in the library, and those that lie aside.
            workspace: Where one was.
        """
        self.desk = Desk()
        workspace = self._put_up(reports, workspace)
        first = next(iter(workspace.reports), "")
        self.desk.pinned = workspace.pinned and self.desk.index(first) == 0
        self.sync = workspace.sync
        self.history = History()
        self._history_aside = History()
        """Where one was before years were compared."""
        self.shown: tuple[int, ...] = ()
        """Indices of the reports on the screen."""
        self.to_join: Stretch | None = None
        """The measure that a person chose to join with another one; none, once its report is not
        open any more."""
        self.gave_way = False
        """Measures are matched no longer, since there are too many; to be said once."""
        self._size = (80, 20)
        self._left: dict[str, Anchor] = {}
        wanted = workspace.reports[workspace.active : workspace.active + 1]
        active = self.desk.index(wanted[0]) if wanted else None
        self.desk.active = active or 0
        if active is not None and workspace.offset:
            self._left[wanted[0]] = Anchor(wanted[0], workspace.offset)
        self.view = View(self.desk.lay_out(self.shown, 1), 0, self.sync)

    def _put_up(self, reports: Sequence[Report], workspace: Workspace) -> Workspace:
        """Put ``reports`` on the desk, years only if they still are; returns what was put up."""
        desk, aside = self.desk, workspace.aside
        held = {report.sha256: report for report in reports}
        if aside is not None:
            reports = [held[sha256] for sha256 in workspace.reports if sha256 in held]
        if workspace.mode == "years" and (len(reports) < FEWEST or why_not(reports)):
            workspace = aside or replace(workspace, mode="section")
            if aside is not None:
                reports = [held[sha256] for sha256 in aside.reports if sha256 in held]
            aside = None
        desk.mode = workspace.mode
        desk.open(reports)
        if aside is not None:
            others = [held[sha256] for sha256 in aside.reports if sha256 in held]
            pinned = aside.pinned and [it.sha256 for it in others[:1]] == [*aside.reports[:1]]
            active = min(max(aside.active, 0), max(len(others) - 1, 0))
            desk.aside = Aside(others, active, aside.mode, pinned) if others else None
        return workspace

    @property
    def current(self) -> Report | None:
        """The active report."""
        return self.desk.current

    @property
    def out_of_sight(self) -> bool:
        """Whether more reports are open than are shown."""
        return len(self.desk.reports) > len(self.shown)

    @property
    def here(self) -> Landmark | None:
        """What stands at the top."""
        return self.view.here() if self.desk.reports else None

    @property
    def workspace(self) -> Workspace:
        """What is worth finding again at the next start; which of it are drafts others know."""
        offset = 0
        if self.current is not None and self.view.top:
            anchors = self.view.anchors()
            if anchors and anchors[0].sha256 == self.current.sha256:
                offset = anchors[0].offset or 0
        desk, aside = self.desk, None
        if desk.aside is not None:
            reports, active, mode, pinned, _ = desk.aside
            aside = Workspace(_shas(reports), active, 0, mode, self.sync, pinned=pinned)
        shas = _shas(desk.reports)
        return Workspace(
            shas, desk.active, offset, desk.mode, self.sync, pinned=desk.pinned, aside=aside
        )

    def arrange(self, width: int | None = None, height: int | None = None) -> None:
        """Set the reports anew and stay at the same words.

        Args:
            width: Cells of the screen, where that has changed.
            height: Its lines, less those that are given up to what is said.
        """
        self._size = width or self._size[0], height or self._size[1]
        here = self.here
        anchors = self.view.anchors()
        self._left |= {anchor.sha256: anchor for anchor in anchors}
        desk = self.desk
        if self.to_join is not None and desk.index(self.to_join.report) is None:
            self.to_join = None
        if desk.mode == "measure" and not can_be_matched(desk.reports):
            desk.mode = "section"
            self.gave_way = True
        self.shown = desk.shown(panes_that_fit(self._size[0]))
        active = self.shown.index(desk.active) if self.shown else 0
        view = View(desk.lay_out(self.shown, self._size[0]), active, self.sync)
        view.room = self._room
        first_time = not self.view.tops
        if self.sync == "off" or first_time:
            now = {anchor.sha256 for anchor in anchors}
            anchors += [it for sha256, it in self._left.items() if sha256 not in now]
        self.view = view
        if not view.restore(anchors) and here is not None:
            self._go_about(here)
        self._moved()

    def give_room(self, height: int) -> None:
        """Have so many lines of the screen, and stay where one is."""
        self._size = self._size[0], height
        self.view.room = self._room

    @property
    def _room(self) -> int:
        """Lines of a window: without header, titles, keys and, if there are any, tabs."""
        return max(self._size[1] - 3 - self.out_of_sight, 1)

    def replace(self, report: Report, at: int | None = None) -> bool:
        """Put ``report`` in the place of the active one and stay at the same part and theme.

        Args:
            report: One that is not open, or a later version of the active one.
            at: An offset into it to stay at instead.

        Returns:
            Whether it is there now; ``False`` if it stands in another pane already.
        """
        if self.current is None or self.desk.index(report.sha256) is not None:
            return False
        here, below = self.here, 0
        if at is not None:
            below = next((it.below for it in self.view.anchors()[:1]), 0)
        self.desk.replace(report)
        self.arrange()
        if at is not None:
            self.view.go_offset(self.view.active, at, below)
        elif here is not None and here.kind != self.view.here().kind:
            # Panes that move together show the same part anyway, for the others have not moved.
            tops = self.view.tops.copy()
            if not self._go_about(here):
                self.view.tops = tops
        return True

    def step(self, steps: int) -> None:
        """Make another report active, round and round."""
        self.desk.step(steps)
        if self.desk.active in self.shown and not self.desk.zoomed:
            self.activate(self.shown.index(self.desk.active))
        else:
            self.arrange()

    def activate(self, pane: int) -> None:
        """Make the report in ``pane`` active."""
        self.desk.active = self.shown[pane]
        self.view.active = pane
        self._moved()

    def turn(self, pages: int) -> bool:
        """Show the reports that are out of sight to the right (1) or left (-1)."""
        turned = self.desk.turn(pages, panes_that_fit(self._size[0]))
        if turned:
            self.arrange()
        return turned

    def next_sync(self) -> None:
        """Let the panes move together in another way, or each by itself."""
        self.sync = self.view.sync = SYNCS[(SYNCS.index(self.sync) + 1) % len(SYNCS)]
        if self.sync == "part":
            self.view.level()

    # Years

    def compare_years(self, years: Sequence[Report], active: Report) -> None:
        """Put the years of one township in the place of what is open, and stay at the same words.

        Args:
            years: Two or more that can be compared, see :func:`why_not`.
            active: Which of them keys act on.
        """
        self._history_aside, self.history = self.history, History()
        self.desk.compare_years(years, active)
        self.arrange()

    def come_back(self) -> None:
        """Put back what was open before years were compared, and stay at the same words."""
        self.history = self._history_aside
        self.desk.come_back()
        self.arrange()

    @property
    def year_pane(self) -> int | None:
        """Of which pane it is said what changed since the year before: the active one, or the one
        after the oldest; ``None`` if there is none or no years are compared."""
        pane = self.view.active + (self.desk.active == 0)
        return pane if self.desk.in_years and pane < len(self.view.tops) else None

    # Places to come back to

    @property
    def spot(self) -> Spot | None:
        """Where one is; ``None`` if nothing is open."""
        return tuple(self.view.anchors()) or None

    def go(self, spot: Spot) -> bool:
        """Go to where ``spot`` says; ``False`` if its report is not open any more."""
        index = self.desk.index(spot[0].sha256)
        if index is None:
            return False
        self.desk.active = index
        if index in self.shown:
            self.activate(self.shown.index(index))
        else:
            self.arrange()
        self.view.restore(spot)
        return True

    def go_place(self, report: Report, offset: int) -> None:
        """Go to a character of an open report, which becomes the active one."""
        self.desk.active = self.desk.index(report.sha256) or 0
        self.arrange()
        self.view.go_offset(self.view.active, offset)

    def jump(self, move: Callable[[], bool | None]) -> bool:
        """Run ``move``, and remember where one was if that led elsewhere.

        Returns:
            Whether it did not say with ``False`` that there is nowhere to go.
        """
        here, history = self.spot, self.history
        if move() is False:
            return False
        if here is not None and here != self.spot:
            history.record(here)
        return True

    def go_back(self, steps: int) -> bool:
        """To where one was before the last jump (-1), or forward again (1); places in reports that
        are not open any more are left out. ``False`` if there is none."""
        take = self.history.back if steps < 0 else self.history.forward
        here = self.spot
        while (spot := take(here)) is not None:
            if self.go(spot):
                return True
            here = None
        return False

    def _go_about(self, here: Landmark) -> bool:
        """To the same theme in the same part, or else to the part."""
        if here.kind is None:
            return False
        return self.view.go_kind(here.kind, here.theme) or self.view.go_kind(here.kind)

    def _moved(self) -> None:
        """Another report is active, or stands in another order."""


def _shas(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(report.sha256 for report in reports)
