"""The line for 查找, in the place of the footer while one types."""

from __future__ import annotations

from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.compare.commands_drawers import SEEK
from tuibrowser.tui.widgets.line_input import LineInput


class SeekInput(LineInput):
    """A line to type in, and the keys that act on the panes meanwhile."""

    BINDINGS = bindings(SEEK.commands)
    DEFAULT_CSS = """
    SeekInput, SeekInput:focus { height: 1; border: none; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__(placeholder="在打开的报告中查找", select_on_focus=False, id="seek")
        self.cursor_blink = False
