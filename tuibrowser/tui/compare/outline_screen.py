"""目录: parts and themes of the reports on the screen, to go to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from textual.content import Content
from textual.widgets import Static

from tuibrowser.lexicon.labels import KIND_TITLES, STATE_LABELS, THEME_LABELS
from tuibrowser.model.terms import SECTION_KINDS, SectionKind
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.compare.commands_drawers import OUTLINE
from tuibrowser.tui.compare.outline import OutlineRow
from tuibrowser.tui.terminal.widths import cells, fill
from tuibrowser.tui.widgets.drawer import Drawer

_NAME_CELLS: Final = 28
_COUNT_CELLS: Final = 14
"""Room for 并入其他部分, the longest state."""
_MOST_CELLS: Final = 32
"""Of a column, however long the name above it."""
_EDGES: Final = 2
"""A blank before the line, the scroll bar behind it."""

Destination = tuple[SectionKind, str | None]


class OutlineScreen(Drawer[Destination | None]):
    """Dismissed with where to go, or ``None``."""

    SPEC = OUTLINE
    BINDINGS = bindings(OUTLINE.commands)

    def __init__(
        self,
        rows: Sequence[OutlineRow],
        names: Sequence[Callable[[int], str]],
        here: Destination | None,
    ) -> None:
        """Show ``rows``.

        Args:
            rows: The outline.
            names: Of each report, one a column: its name in so many cells.
            here: Where one is.
        """
        super().__init__("")
        longest = max((cells(name(_MOST_CELLS)) for name in names), default=0)
        self._wanted = max(longest + 1, _COUNT_CELLS)
        self.WIDTH = _NAME_CELLS + self._wanted * len(names) + _EDGES
        self._names = names
        self._rows = rows
        self._here = here

    def on_mount(self) -> None:
        """Begin where one is."""
        at = [(row.kind, row.theme) for row in self._rows]
        kind = None if self._here is None else (self._here[0], None)
        wanted = next((it for it in (self._here, kind) if it in at), at[0])
        self.list_lines()
        self.choose(at.index(wanted))

    def lines(self) -> Sequence[Content]:
        """One line a part or theme."""
        fair = (self.width - _EDGES - _NAME_CELLS) // max(len(self._names), 1)
        column = max(min(fair, self._wanted), _COUNT_CELLS)
        room = self.width - _EDGES - column * len(self._names)
        columns = "".join(fill(name(column - 1), column) for name in self._names)
        title = Content(f" {fill('目录（工作事项数）', room)}{columns}")
        self.query_one("#drawer-title", Static).update(title)
        return [_line(row, room, column) for row in self._rows]

    def action_open(self) -> None:
        """Go there."""
        if self.chosen is not None:
            row = self._rows[self.chosen]
            self.dismiss((row.kind, row.theme))


def _line(row: OutlineRow, room: int, column: int) -> Content:
    if row.theme is None:
        name = f" {SECTION_KINDS.index(row.kind) + 1} {KIND_TITLES[row.kind]}"
        words = [_treated(row, at) for at in range(len(row.counts))]
    else:
        name = f"     {THEME_LABELS[row.theme]}"
        # In a narrow window it is indented less rather than touching its count.
        name = name[max(0, min(cells(name) - room, 3)) :]
        words = [str(count or "-") for count in row.counts]
    text = fill(name, room + 1) + "".join(fill(word, column) for word in words)
    return Content.styled(text, "bold" if row.theme is None else "")


def _treated(row: OutlineRow, at: int) -> str:
    """How many measures, or why there are none."""
    state, count = row.states[at], row.counts[at]
    if state == "own":
        return str(count)
    return f"{count}（并入）" if state == "inside" and count else STATE_LABELS[state]
