"""对照: reports side by side, and the keys to get about in them.

What the keys do stands in :mod:`tuibrowser.tui.compare`, one class a concern.
"""

from __future__ import annotations

from textual import events, on
from textual.selection import Selection
from textual.widget import Widget

from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.compare.commands import COMPARE
from tuibrowser.tui.compare.keeping import Keeping
from tuibrowser.tui.compare.pairs import Pairs
from tuibrowser.tui.compare.reports import Reports
from tuibrowser.tui.compare.taking import Taking
from tuibrowser.tui.compare.way import Way
from tuibrowser.tui.compare.years import Years
from tuibrowser.tui.pages.page import ReaderPage


class CompareScreen(Reports, Way, Years, Taking, Keeping, Pairs):
    """The home screen."""

    BINDINGS = bindings(COMPARE.commands)
    AUTO_FOCUS = ""

    @on(ReaderPage.Wheel)
    def _turn(self, message: ReaderPage.Wheel) -> None:
        if self._comparison.sync == "off":
            self._comparison.activate(self._panes.number_of(message.page))
            self._mark()
        self.action_scroll(message.lines)

    @on(ReaderPage.Pressed)
    def _point(self, message: ReaderPage.Pressed) -> None:
        self._comparison.activate(self._panes.number_of(message.page))
        self._mark()

    def on_click(self, event: events.Click) -> None:
        """A name in the head: its report becomes the active one."""
        if (index := self.report_at(event.screen_x, event.screen_y)) is not None:
            self.action_report(index - self.desk.active)

    def validate_selections(self, selections: dict[Widget, Selection]) -> dict[Widget, Selection]:
        """Keep what the mouse selects in one pane."""
        return self._panes.confine(selections) if self.is_mounted else selections
