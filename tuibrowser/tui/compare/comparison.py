"""Reports side by side on a screen of some size, and where one is in them; without a screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tuibrowser.layout.grid import Grid
from tuibrowser.layout.landmarks import Landmark
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.kept import Pairing
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Position
from tuibrowser.state.workspaces import Sync, Workspace
from tuibrowser.tui.compare.grids import Grids, can_be_matched, panes_that_fit
from tuibrowser.tui.compare.kept import put_up, workspace_of
from tuibrowser.tui.compare.open_reports import OpenReports
from tuibrowser.tui.compare.yearly import why_not
from tuibrowser.tui.pages.viewport import Anchor, Viewport

SYNCS: Final[tuple[Sync, ...]] = ("part", "row", "off")

Spot = tuple[Anchor, ...]
"""Where every pane was, the active one first; never empty."""


class Comparison:
    """Open reports, set as a grid, and the window on it. Keys change it; the screen draws it."""

    def __init__(
        self,
        reports: Sequence[Report],
        workspace: Workspace,
        pairings: Callable[[], Sequence[Pairing]] = tuple,
    ) -> None:
        """Put up ``workspace``.

        Args:
            reports: Those of ``workspace`` that are there, and those that lie aside.
            workspace: Where one was.
            pairings: Gives what a person said of pairs of measures.
        """
        self.opened = OpenReports()
        self.grids = Grids(pairings)
        self.shown: tuple[int, ...] = ()
        """Indices of the reports on the screen."""
        self.gave_way = False
        """Measures are matched no longer, since there are too many; to be said once."""
        self._size = (80, 20)
        self.opened.watch(self._forget_closed)
        self.restore(reports, workspace)

    def restore(self, reports: Sequence[Report], workspace: Workspace) -> None:
        """Put up ``workspace`` instead of what is open; see :meth:`__init__`."""
        workspace = put_up(self.opened, reports, workspace)
        self.sync = workspace.sync
        self._parted = False
        """The panes move apart for what was found in several, not since somebody said so."""
        self._left: dict[str, Anchor] = {}
        if self.current is not None and workspace.offset:
            sha256 = self.current.sha256
            if sha256 in workspace.reports[workspace.active : workspace.active + 1]:
                self._left[sha256] = Anchor(sha256, workspace.offset)
        self.shown = ()
        self.viewport = Viewport(self._lay_out((), 1), 0, self.sync)

    @property
    def current(self) -> Report | None:
        """The active report."""
        return self.opened.current

    @property
    def out_of_sight(self) -> bool:
        """Whether more reports are open than are shown."""
        return len(self.opened.reports) > len(self.shown)

    @property
    def here(self) -> Landmark | None:
        """What stands at the top."""
        return self.viewport.here() if self.opened.reports else None

    @property
    def workspace(self) -> Workspace:
        """What is worth finding again at the next start; which of it are drafts others know."""
        offset = 0
        if self.current is not None and self.viewport.top:
            anchors = self.viewport.anchors()
            if anchors and anchors[0].sha256 == self.current.sha256:
                offset = anchors[0].offset or 0
        return workspace_of(self.opened, "part" if self._parted else self.sync, offset)

    def aligned(self) -> Alignment:
        """All open reports, shown or not, level with each other."""
        return self.grids.aligned(self.opened.reports, self.opened.mode)

    def arrange(
        self, width: int | None = None, height: int | None = None, anchors: Spot | None = None
    ) -> None:
        """Set the reports anew and stay at the same words.

        Args:
            width: Cells of the screen, where that has changed.
            height: Its lines, less those that are given up to what is said.
            anchors: Where to stay instead, the place that counts most first.
        """
        self._size = width or self._size[0], height or self._size[1]
        here = self.here
        anchors = tuple(self.viewport.anchors()) if anchors is None else anchors
        self._left |= {anchor.sha256: anchor for anchor in anchors}
        opened = self.opened
        if opened.mode == "measure" and not can_be_matched(opened.reports):
            opened.mode = "section"
            self.gave_way = True
        self.shown = opened.shown(panes_that_fit(self._size[0]))
        active = self.shown.index(opened.active) if self.shown else 0
        viewport = Viewport(self._lay_out(self.shown, self._size[0]), active, self.sync)
        viewport.room = self._room
        if self.sync == "off" or not self.viewport.tops:
            now = {anchor.sha256 for anchor in anchors}
            anchors += tuple(it for sha256, it in self._left.items() if sha256 not in now)
        self.viewport = viewport
        if not viewport.restore(anchors) and here is not None:
            self._go_about(here)

    def give_room(self, height: int) -> None:
        """Have so many lines of the screen, and stay where one is."""
        self._size = self._size[0], height
        self.viewport.room = self._room

    @property
    def _room(self) -> int:
        """Lines of a window: without header, titles, keys and, if there are any, tabs."""
        return max(self._size[1] - 3 - self.out_of_sight, 1)

    def _lay_out(self, shown: Sequence[int], width: int) -> Grid:
        return self.grids.lay_out(self.opened.reports, self.opened.mode, shown, width)

    # Which are open

    def open(
        self,
        reports: Sequence[Report],
        at: Position | None = None,
        first: Mapping[str, int] | None = None,
    ) -> bool:
        """Put ``reports`` side by side with those that are open.

        Args:
            reports: Left to right, right of the active one.
            at: Where to go.
            first: Of some of them, where to go there: in several each stays at its own place.

        Returns:
            Whether panes that moved together move each by itself now, for that.
        """
        first = dict(first or {})
        if self.opened.in_years and why_not(_together(self.opened.reports, reports)):
            self.come_back()
        self.opened.open(reports)
        self.opened.zoomed = False
        # Bring the last of them in sight, before the one to go to is made active.
        self.opened.shown(panes_that_fit(self._size[0]))
        parted = len(first) > 1 and self.sync != "off"
        if parted:
            self.sync, self._parted = "off", True
        self._left |= {sha256: Anchor(sha256, offset, 3) for sha256, offset in first.items()}
        if at is not None and (index := self.opened.index(at[0])) is not None:
            self.opened.active = index
        self.arrange()
        goals = (first if self.sync == "off" else {}) | dict([at] if at else ())
        for pane, report in enumerate(self.viewport.grid.alignment.reports):
            if report.sha256 in goals:
                self.viewport.go_offset(pane, goals[report.sha256])
        return parted

    def replace(self, report: Report) -> bool:
        """Put ``report`` in the place of the active one and stay at the same part and theme.

        Returns:
            Whether it is there now; ``False`` if it stands in another pane already.
        """
        if self.current is None or self.opened.index(report.sha256) is not None:
            return False
        here = self.here
        self.opened.replace(report)
        self.arrange()
        if here is not None and here.kind != self.viewport.here().kind:
            # Panes that move together show the same part anyway, for the others have not moved.
            tops = self.viewport.tops.copy()
            if not self._go_about(here):
                self.viewport.tops = tops
        return True

    def renew(self, before: Report, now: Report, moved: Callable[[Spot], Spot]) -> None:
        """Put ``now``, a later version of ``before``, in its place; what is active stays so, and
        every pane at its words, which ``moved`` finds again."""
        anchors = moved(tuple(self.viewport.anchors()))
        self._left = {it.sha256: it for it in moved(tuple(self._left.values()))}
        self.opened.renew(before, now)
        self.arrange(anchors=anchors)

    def refresh(self, reports: Sequence[Report]) -> None:
        """See :meth:`OpenReports.refresh`; stays at the same words."""
        self.grids.forget(reports)
        self.opened.refresh(reports)
        self.arrange()

    def compare_years(self, years: Sequence[Report], active: Report) -> None:
        """Put the years of one township in the place of what is open, and stay at the same words.

        Args:
            years: Two or more that can be compared, see :func:`why_not`.
            active: Which of them keys act on.
        """
        if self._parted:
            # What was found stays where it was; measure by measure panes are no good apart.
            self.sync, self._parted = "part", False
        self.opened.compare_years(years, active)
        self.arrange()

    def come_back(self) -> None:
        """Put back what was open before years were compared, and stay at the same words."""
        self.opened.come_back()
        self.arrange()

    def _forget_closed(self) -> None:
        lying = self.opened.aside.reports if self.opened.aside is not None else ()
        self.grids.keep((*self.opened.reports, *lying))

    # Which are in view

    def step(self, steps: int) -> None:
        """Make another report active, round and round."""
        self.opened.step(steps)
        if self.opened.active in self.shown and not self.opened.zoomed:
            self.activate(self.shown.index(self.opened.active))
        else:
            self.arrange()

    def activate(self, pane: int) -> None:
        """Make the report in ``pane`` active."""
        self.opened.active = self.shown[pane]
        self.viewport.active = pane

    def turn(self, pages: int) -> bool:
        """Show the reports that are out of sight to the right (1) or left (-1)."""
        turned = self.opened.turn(pages, panes_that_fit(self._size[0]))
        if turned:
            self.arrange()
        return turned

    def next_sync(self) -> None:
        """Let the panes move together in another way, or each by itself."""
        self.sync = self.viewport.sync = SYNCS[(SYNCS.index(self.sync) + 1) % len(SYNCS)]
        self._parted = False
        if self.sync == "part":
            self.viewport.level()

    @property
    def year_pane(self) -> int | None:
        """Of which pane it is said what changed since the year before: the active one, or the one
        after the oldest; ``None`` if there is none or no years are compared."""
        pane = self.viewport.active + (self.opened.active == 0)
        return pane if self.opened.in_years and pane < len(self.viewport.tops) else None

    # Where one is

    @property
    def spot(self) -> Spot | None:
        """Where one is; ``None`` if nothing is open."""
        return tuple(self.viewport.anchors()) or None

    def go(self, spot: Spot) -> bool:
        """Go to where ``spot`` says; ``False`` if its report is not open any more."""
        index = self.opened.index(spot[0].sha256)
        if index is None:
            return False
        self.opened.active = index
        if index in self.shown:
            self.activate(self.shown.index(index))
        else:
            self.arrange()
        self.viewport.restore(spot)
        return True

    def go_place(self, report: Report, offset: int) -> None:
        """Go to a character of an open report, which becomes the active one."""
        self.opened.active = self.opened.index(report.sha256) or 0
        self.arrange()
        self.viewport.go_offset(self.viewport.active, offset)

    def _go_about(self, here: Landmark) -> bool:
        """To the same theme in the same part, or else to the part."""
        if here.kind is None:
            return False
        return self.viewport.go_kind(here.kind, here.theme) or self.viewport.go_kind(here.kind)


def _together(*several: Sequence[Report]) -> list[Report]:
    return [*{report.sha256: report for reports in several for report in reports}.values()]
