"""Two columns of text: what to press or write, and what that does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from tuibrowser.tui.terminal.widths import broken, cells

_NARROWEST: Final = 16
"""Cells of the second of two columns, however wide the first."""


def two_columns(rows: Sequence[tuple[str, str]], width: int, gap: int = 4) -> list[Content]:
    """What to press or write, and beside it what that does; below it where there is no room.

    Args:
        rows: Both, without blanks around them.
        width: Cells of a line.
        gap: Cells between the two columns.
    """
    column = max((cells(left) for left, _ in rows), default=0) + gap
    is_below = width - column < _NARROWEST
    indent = " " * (gap if is_below else column)
    lines: list[Content] = []
    for left, right in rows:
        more = broken(right, width - len(indent))
        beside = "" if is_below else " " * (column - cells(left)) + more.pop(0)
        lines.append(Content.assemble((left, "$text-accent"), beside))
        lines += [Content(indent + line) for line in more]
    return lines
