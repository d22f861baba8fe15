"""Everything the compare screen knows, without a screen: what is open, marked, and in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.layout.landmarks import Landmark
from tuibrowser.layout.marks import Marks
from tuibrowser.model import Report, Span
from tuibrowser.state.workspaces import Sync, Workspace
from tuibrowser.tui.desk import Desk, panes_that_fit
from tuibrowser.tui.finding import Finder
from tuibrowser.tui.history import History, Spot
from tuibrowser.tui.marking import Marking
from tuibrowser.tui.messages import Place, Stretch
from tuibrowser.tui.view import Anchor, View

SYNCS: Final[tuple[Sync, ...]] = ("part", "row", "off")


class Comparison:
    """Reports side by side for a screen of some size. Keys change it; the screen draws it."""

    def __init__(self, reports: Sequence[Report], workspace: Workspace) -> None:
        """Put ``reports`` on the desk.

        Args:
            reports: Those of ``workspace`` that are still in the library.
            workspace: Where one was.
        """
        self.desk = Desk()
        self.desk.open(reports)
        self.desk.mode = workspace.mode
        self.desk.pinned = workspace.pinned and self._opened(workspace.reports[:1])
        self.sync = workspace.sync
        self._parted_for_hits = False
        """The panes move apart since several hits were opened, not since somebody said so."""
        self.marking = Marking()
        self.stops: list[Span] = []
        """The marks of the active report in the order in which they are shown."""
        self.sought = ""
        """What is looked up in the open reports, as it was typed."""
        self._finder = Finder()
        self.history = History()
        self.shown: tuple[int, ...] = ()
        """Indices of the reports on the screen."""
        self._size = (80, 20)
        self._left: dict[str, Anchor] = {}
        wanted = workspace.reports[workspace.active : workspace.active + 1]
        active = self.desk.index(wanted[0]) if wanted else None
        self.desk.active = active or 0
        if active is not None:
            self._left[wanted[0]] = Anchor(wanted[0], workspace.offset, 0)
        self.view = View(self.desk.lay_out(self.shown, 1), 0, self.sync)

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
    def marks(self) -> list[Marks]:
        """What stands out, one set a pane."""
        return [self.marking.marks(report) for report in self.view.grid.alignment.reports]

    @property
    def workspace(self) -> Workspace:
        """What is worth finding again at the next start; which of it are drafts others know."""
        offset = 0
        if self.current is not None and self.view.top:
            anchors = self.view.anchors()
            if anchors and anchors[0].sha256 == self.current.sha256:
                offset = anchors[0].offset
        shas = tuple(report.sha256 for report in self.desk.reports)
        sync: Sync = "part" if self._parted_for_hits else self.sync
        return Workspace(
            shas, self.desk.active, offset, self.desk.mode, sync, pinned=self.desk.pinned
        )

    def arrange(self, width: int | None = None, height: int | None = None) -> None:
        """Set the reports anew and stay at the same words.

        Args:
            width: Cells of the screen, where that has changed.
            height: Its lines.
        """
        self._size = width or self._size[0], height or self._size[1]
        here = self.here
        anchors = self.view.anchors()
        self._left |= {anchor.sha256: anchor for anchor in anchors}
        desk = self.desk
        self.shown = desk.shown(panes_that_fit(self._size[0]))
        active = self.shown.index(desk.active) if self.shown else 0
        view = View(desk.lay_out(self.shown, self._size[0]), active, self.sync)
        # Header, titles and keys; and the tabs, if any report is out of sight.
        view.room = max(self._size[1] - 3 - self.out_of_sight, 1)
        first_time = not self.view.tops
        if self.sync == "off" or first_time:
            now = {anchor.sha256 for anchor in anchors}
            anchors += [it for sha256, it in self._left.items() if sha256 not in now]
        self.view = view
        if not view.restore(anchors) and here is not None and here.kind is not None:
            self._go_about(here)
        self._find_stops()

    def open(
        self, reports: Sequence[Report], at: Place | None = None, hits: Sequence[Stretch] = ()
    ) -> None:
        """Put ``reports`` side by side with those that are open.

        Args:
            reports: Left to right, right of the active one.
            at: Where to go.
            hits: What to let stand out. Where several reports have some, each goes to its own.
        """
        self.desk.open(reports)
        self.desk.zoomed = False
        # Bring the last of them in sight, before the one to go to is made active.
        self.desk.shown(panes_that_fit(self._size[0]))
        if hits:
            self.sought = ""
            self.marking.take_hits(hits)
            if self.sync != "off" and len({sha256 for sha256, _, _ in hits}) > 1:
                self.sync, self._parted_for_hits = "off", True
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

    def replace(self, report: Report, at: int | None = None) -> bool:
        """Put ``report`` in the place of the active one and stay at the same part and theme.

        Args:
            report: Not a draft read again: that is the same report, see ``at``.
            at: An offset into it to stay at instead.

        Returns:
            Whether it is there now; ``False`` if it stands in another pane already.
        """
        if self.current is None or self.desk.index(report.sha256) is not None:
            return False
        here, pane, below = self.here, self.view.active, 0
        if at is not None:
            below = next((it.below for it in self.view.anchors()[:1]), 0)
        self.desk.replace(report)
        self.arrange()
        if at is not None:
            self.view.go_offset(pane, at, below)
        elif here is not None and here.kind is not None:
            # Panes that move together show the same part anyway, for the others have not moved.
            tops = self.view.tops.copy()
            if self.view.here().kind != here.kind and not self._go_about(here):
                self.view.tops = tops
        self._look_again()
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
        self._find_stops()

    def turn(self, pages: int) -> bool:
        """Show the reports that are out of sight to the right (1) or left (-1)."""
        turned = self.desk.turn(pages, panes_that_fit(self._size[0]))
        if turned:
            self.arrange()
        return turned

    def next_sync(self) -> None:
        """Let the panes move together in another way, or each by itself."""
        self.sync = self.view.sync = SYNCS[(SYNCS.index(self.sync) + 1) % len(SYNCS)]
        self._parted_for_hits = False
        if self.sync == "part":
            self.view.level()

    def toggle_figures(self) -> None:
        """Mark figures, or leave off."""
        self.marking.toggle_figures()
        self._find_stops()

    def drop_hits(self) -> bool:
        """Unmark what was found; ``False`` if nothing was."""
        self.sought = ""
        dropped = self.marking.drop_hits()
        self._find_stops()
        return dropped

    def find(self, typed: str, since: Spot) -> int:
        """Mark ``typed`` in all open reports and go to the first place of it after ``since``.

        Returns:
            How many places there are.
        """
        self.go(since)
        self.sought = typed
        hits = self._finder.find(typed, self.desk.reports)
        self.marking.take_hits(hits)
        self._find_stops()
        if hits and not self.go_mark(1):
            # Nothing further down: begin again, in the first report that has it.
            shas = [hit[0] for hit in hits]
            first = next(i for i, it in enumerate(self.desk.reports) if it.sha256 in shas)
            self.step(first - self.desk.active)
            self.view.go_top()
            self.go_mark(1)
        return len(hits)

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

    @property
    def spot(self) -> Spot | None:
        """Where one is; ``None`` if nothing is open."""
        return tuple(self.view.anchors()) or None

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

    @property
    def stop(self) -> int | None:
        """Which of ``stops`` one went to, from 0."""
        current, report = self.marking.current, self.current
        if current is None or report is None or current[0] != report.sha256:
            return None
        return self.stops.index(current[1:]) if current[1:] in self.stops else None

    def go_mark(self, steps: int) -> bool:
        """To the next (1) or previous (-1) mark of the active report, and on to the next report in
        which something was found; ``False`` at the last."""
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

    def _step_to_hits(self, steps: int) -> bool:
        reports, at = self.desk.reports, self.desk.active + steps
        while 0 <= at < len(reports) and self.marking.first_hit(reports[at]) is None:
            at += steps
        if not 0 <= at < len(reports) or not self.marking.first_hit(reports[at]):
            return False
        self.step(at - self.desk.active)
        return bool(self.stops)

    @property
    def count(self) -> tuple[int, int]:
        """Which mark one went to, from 1 (0: none yet), and how many there are: of the active
        report, or where something was found, in all reports."""
        before, total = 0, len(self.stops)
        counts = [
            0 if self.marking.first_hit(it) is None else len(self.marking.stops(it))
            for it in self.desk.reports
        ]
        if not self.stops or counts[self.desk.active]:
            before, total = sum(counts[: self.desk.active]), sum(counts)
        return (0 if self.stop is None else before + self.stop + 1), total

    def passage(self) -> int | None:
        """The passage of the active report that copying is about: the mark one went to while it
        is in the window, else the first in the window."""
        report = self.current
        if report is None:
            return None
        if self.stop is not None:
            offset = self.stops[self.stop][0]
            if self.view.is_in_window(offset):
                return next(
                    index
                    for index, passage in enumerate(report.passages)
                    if passage.start <= offset < passage.end
                )
        return self.view.passage()

    def _go_about(self, here: Landmark) -> bool:
        """To the same theme in the same part, or else to the part."""
        if here.kind is None:
            return False
        return self.view.go_kind(here.kind, here.theme) or self.view.go_kind(here.kind)

    def _opened(self, shas: Sequence[str]) -> bool:
        return bool(shas) and self.desk.index(shas[0]) == 0

    def _look_again(self) -> None:
        """Find what is looked up in reports that have come, too."""
        if self.sought:
            current = self.marking.current
            self.marking.take_hits(self._finder.find(self.sought, self.desk.reports))
            self.marking.current = current
        self._find_stops()

    def _find_stops(self) -> None:
        report = self.current
        self.stops = self.view.in_order(self.marking.stops(report)) if report else []
