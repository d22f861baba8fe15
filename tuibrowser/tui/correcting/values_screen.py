"""Lines to choose one of, or where that is meant several: values, or the reports they hold for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.text.visible import visible
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.correcting.commands import CORRECT_VALUES
from tuibrowser.tui.widgets.drawer import Drawer

_MARK: Final = "correct_values.mark"
_ONE_ONLY: Final = "这里只能选一项，按 Enter 选定"


class ValuesScreen(Drawer[tuple[int, ...] | None]):
    """Dismissed with the numbers of the lines that were taken, or ``None``."""

    SPEC = CORRECT_VALUES
    BINDINGS = bindings(CORRECT_VALUES.commands)
    WIDTH = 78

    def __init__(self, title: str, values: Sequence[str], several: int = 0) -> None:
        """Offer ``values``.

        Args:
            title: What they are for.
            values: One a line.
            several: How many of the first ones may be taken together.
        """
        super().__init__(f" {visible(title)}")
        self._values = values
        self._several = several
        self._marked: dict[int, None] = {}

    def offered(self) -> list[Command]:
        """A mark is offered only where several may be meant."""
        return [it for it in super().offered() if self._several or it is not command(_MARK)]

    def lines(self) -> Sequence[str]:
        """One line a value, a star before those that are marked."""
        return [
            f"{'*' if at in self._marked else ' '} {visible(value)}"
            for at, value in enumerate(self._values)
        ]

    def action_mark(self) -> None:
        """Mark the chosen one and go on, or take its mark away."""
        at = self.chosen
        if at is None:
            return
        if at >= self._several:
            self.notify(_ONE_ONLY)
            return
        if at in self._marked:
            del self._marked[at]
        else:
            self._marked[at] = None
        self.list_lines()
        # What is below them is not meant together with them.
        if at in self._marked and at + 1 < self._several:
            self.action_move(1)

    def action_open(self) -> None:
        """Take the marked ones, or else the chosen one."""
        if self.chosen is None:
            return
        alone = self.chosen >= self._several or not self._marked
        self.dismiss((self.chosen,) if alone else tuple(self._marked))
