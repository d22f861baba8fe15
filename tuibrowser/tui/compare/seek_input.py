"""The line for 查找, in the place of the footer while one types."""

from __future__ import annotations

from textual.widgets import Input

from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.compare.commands_drawers import SEEK
from tuibrowser.tui.compare.comparison import Spot
from tuibrowser.tui.compare.jumps import Jumps
from tuibrowser.tui.compare.mark_keys import MarkKeys
from tuibrowser.tui.compare.seek import Seek
from tuibrowser.tui.compare.stage import CompareStage
from tuibrowser.tui.widgets.line_input import LineInput


class SeekInput(LineInput):
    """A line to type in, and the keys that act on the panes meanwhile."""

    BINDINGS = bindings(SEEK.commands)
    DEFAULT_CSS = """
    SeekInput, SeekInput:focus { height: 1; border: none; padding: 0 1; }
    """

    def __init__(
        self, stage: CompareStage, seek: Seek, jumps: Jumps, marks: MarkKeys, since: Spot
    ) -> None:
        """Begin to look something up.

        Args:
            stage: Where it is shown.
            seek: Looks it up.
            jumps: Remembers where one was.
            marks: Goes from place to place.
            since: Where one is.
        """
        super().__init__(placeholder="在打开的报告中查找", select_on_focus=False, id="seek")
        self.cursor_blink = False
        self._stage = stage
        self._seek = seek
        self._jumps = jumps
        self._marks = marks
        self._since = since

    def on_input_changed(self, message: Input.Changed) -> None:
        """Look up what was typed so far."""
        message.stop()
        self._seek.find(message.value, self._since)
        self._stage.draw()

    def action_step(self, steps: int) -> None:
        """To the next or previous place without leaving the line."""
        if self._seek.typed:
            self._marks.action_mark(steps)

    async def action_done(self) -> None:
        """Stay where it was found, with the marks."""
        if self._stage.comparison.spot != self._since:
            self._jumps.record(self._since)
        await self._leave()

    async def action_cancel(self) -> None:
        """Go back to where one was, without marks."""
        self._seek.drop()
        self._stage.comparison.go(self._since)
        await self._leave()

    async def _leave(self) -> None:
        self.screen.set_focus(None)
        await self.remove()
        self._stage.draw()
