"""Everything the compare screen knows, without a screen: what is open, marked, and in view."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.layout.landmarks import Landmark
from tuibrowser.layout.marks import Marks
from tuibrowser.model import Report, Span
from tuibrowser.state.workspaces import Workspace
from tuibrowser.tui.desk import Desk, panes_that_fit
from tuibrowser.tui.marking import Marking
from tuibrowser.tui.messages import Place, Stretch
from tuibrowser.tui.view import Anchor, View


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
        self.synced = workspace.synced
        self._parted_for_hits = False
        """The panes move apart since several hits were opened, not since somebody said so."""
        self.marking = Marking(self.desk.aligned)
        self._stops: list[Span] | None = []
        self.shown = range(0)
        """Indices of the reports on the screen."""
        self._size = (80, 20)
        self._left: dict[str, Anchor] = {}
        wanted = workspace.reports[workspace.active : workspace.active + 1]
        active = self.desk.index(wanted[0]) if wanted else None
        self.desk.active = active or 0
        if active is not None:
            self._left[wanted[0]] = Anchor(wanted[0], workspace.offset, 0)
        self.view = View(self.desk.lay_out(self.shown, 1), 0, self.synced)

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
    def stops(self) -> list[Span]:
        """The marks of the active report in the order in which they are shown."""
        if self._stops is None:
            report = self.current
            self._stops = self.view.in_order(self.marking.stops(report)) if report else []
        return self._stops

    @property
    def count(self) -> int | None:
        """How many ``stops`` there are; ``None`` while they are still to be found, for which
        drawing should not wait."""
        report = self.current
        if report is None or not self.marking.is_searched(report):
            return None
        return len(self.marking.stops(report))

    @property
    def workspace(self) -> Workspace:
        """What is worth finding again at the next start."""
        offset = 0
        if self.current is not None and self.view.top:
            anchors = self.view.anchors()
            if anchors and anchors[0].sha256 == self.current.sha256:
                offset = anchors[0].offset
        shas = tuple(report.sha256 for report in self.desk.reports)
        synced = self.synced or self._parted_for_hits
        return Workspace(shas, self.desk.active, offset, self.desk.mode, synced)

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
        view = View(
            desk.lay_out(self.shown, self._size[0]), desk.active - self.shown.start, self.synced
        )
        # Header, titles and keys; and the tabs, if any report is out of sight.
        view.room = max(self._size[1] - 3 - self.out_of_sight, 1)
        first_time = not self.view.tops
        if not self.synced or first_time:
            now = {anchor.sha256 for anchor in anchors}
            anchors += [it for sha256, it in self._left.items() if sha256 not in now]
        self.view = view
        if not view.restore(anchors) and here is not None and here.kind is not None:
            view.go_kind(here.kind)
        self._stops = None

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
            self.marking.take_hits(hits)
            if self.synced and len({sha256 for sha256, _, _ in hits}) > 1:
                self.synced, self._parted_for_hits = False, True
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
            elif first is not None and hits and not self.synced:
                self.view.go_offset(pane, first[0])
        if at is not None:
            self.marking.current = next((hit for hit in hits if hit[:2] == at), None)

    def step(self, steps: int) -> None:
        """Make another report active, round and round."""
        self.desk.step(steps)
        if self.desk.active in self.shown and not self.desk.zoomed:
            self.activate(self.desk.active - self.shown.start)
        else:
            self.arrange()

    def activate(self, pane: int) -> None:
        """Make the report in ``pane`` active."""
        self.desk.active = self.shown.start + pane
        self.view.active = pane
        self._stops = None

    def toggle_sync(self) -> None:
        """Let the panes move together, or each by itself."""
        self.synced = self.view.synced = not self.synced
        self._parted_for_hits = False
        if self.synced:
            self.view.level()

    def mark_next(self) -> None:
        """Mark the next of: nothing, figures, what the others lack, what they share."""
        self.marking.show_next()
        self._stops = None

    def drop_hits(self) -> bool:
        """Unmark what was found; ``False`` if nothing was."""
        dropped = self.marking.drop_hits()
        self._stops = None
        return dropped

    @property
    def stop(self) -> int | None:
        """Which of ``stops`` one went to, from 0."""
        current, report = self.marking.current, self.current
        if current is None or report is None or current[0] != report.sha256:
            return None
        return self.stops.index(current[1:]) if current[1:] in self.stops else None

    def go_mark(self, steps: int) -> bool:
        """To the next (1) or previous (-1) mark of the active report; ``False`` at the last."""
        before = None if self.stop is None else self.stops[self.stop]
        found = self.view.next_mark(self.stops, before, steps)
        if found is None or self.current is None:
            return False
        self.marking.current = (self.current.sha256, *found)
        self.view.reveal(found[0])
        return True

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
