"""更正: what can be put right here, with what the program holds of it and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tuibrowser.correcting.matters import Matter
from tuibrowser.text.visible import visible
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.correcting.commands import CORRECTIONS
from tuibrowser.tui.terminal.widths import broken, cells, fill
from tuibrowser.tui.widgets.drawer import Drawer

_NOT_CORRECTED: Final = "这一项没有更正过"
_NONE_CORRECTED: Final = "这份报告没有更正过"
_MOST_NAME: Final = 34
"""Cells of a name, however long the others are."""
_SHARE: Final = 6
"""The doubts take one of so many lines of the screen, and one in any case."""


class Wanted(NamedTuple):
    """What a person chose to do."""

    matter: Matter | None
    """``None`` for all that was put right."""
    is_undo: bool


class CorrectionsScreen(Drawer[Wanted | None]):
    """Dismissed with what is wanted, or ``None``."""

    SPEC = CORRECTIONS
    BINDINGS = bindings(CORRECTIONS.commands)
    WIDTH = 78
    DEFAULT_CSS = """
    CorrectionsScreen #corrections-doubts { height: auto; color: $text-muted; }
    """

    def __init__(
        self,
        name: str,
        matters: Sequence[Matter],
        begin: int,
        doubts: Sequence[str],
        has_corrections: bool,
    ) -> None:
        """Show what can be put right.

        Args:
            name: Of the report.
            matters: What it is.
            begin: Which of them is chosen at first.
            doubts: What is in doubt, a sentence each.
            has_corrections: Whether anything was put right in the report, here or elsewhere.
        """
        super().__init__(f" 更正  {name}")
        self._matters = matters
        self._begin = begin
        self._doubts = doubts
        self._has_corrections = has_corrections
        self._asked = False

    def below(self) -> ComposeResult:
        """The doubts."""
        yield Static(id="corrections-doubts", markup=False)

    def on_mount(self) -> None:
        """Begin where one is."""
        self.list_lines()
        self.choose(self._begin)

    def lines(self) -> Sequence[str]:
        """One line a matter."""
        doubts = [
            line for it in self._doubts for line in broken(f"存疑：{visible(it)}", self.width - 2)
        ]
        shown = "\n".join(f" {line}" for line in doubts[: max(self.size.height // _SHARE, 1)])
        self.query_one("#corrections-doubts", Static).update(Content(shown))
        column = max(cells(visible(it.name)) for it in self._matters)
        column = min(column, _MOST_NAME, self.width // 2)
        return [_line(it, column) for it in self._matters]

    def action_open(self) -> None:
        """Put the chosen one right."""
        if self.chosen is not None:
            self.dismiss(Wanted(self._matters[self.chosen], False))

    def action_undo(self) -> None:
        """Take back what was put right of the chosen one."""
        matter = self._matters[self.chosen or 0]
        if matter.is_corrected:
            self.dismiss(Wanted(matter, True))
        else:
            self.notify(_NOT_CORRECTED)

    def action_undo_all(self) -> None:
        """Take back all that was put right in the report, if asked twice."""
        if not self._has_corrections:
            self.notify(_NONE_CORRECTED)
        elif self._asked:
            self.dismiss(Wanted(None, True))
        else:
            self._asked = True
            key = command("corrections.undo_all").shown
            self.notify(f"再按一次 {key}，撤销这份报告的全部更正")

    def action_move(self, steps: int) -> None:
        """Choose another one; nothing is asked any more."""
        self._asked = False
        super().action_move(steps)


def _line(matter: Matter, column: int) -> str:
    sign = "*" if matter.is_corrected else " "
    why = f"（{matter.why}）" if matter.why else "（已更正）" if matter.is_corrected else ""
    return visible(f"{sign}{fill(matter.name, column)}  {matter.says}{why}")
