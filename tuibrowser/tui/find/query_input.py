"""The line that a query is typed in."""

from __future__ import annotations

from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.find.commands import FIND_INPUT
from tuibrowser.tui.widgets.line_input import LineInput


class QueryInput(LineInput):
    """The line to type in, with the keys that act on the hits meanwhile."""

    BINDINGS = bindings(FIND_INPUT.commands)
