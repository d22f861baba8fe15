"""The bottom line: the keys that matter now, as many as fit whole; a click presses one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.widgets import Static

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.terminal.widths import cells, fill

_GAP: Final = "  "


class Footer(Static):
    """Keys and what they do."""

    DEFAULT_CSS = """
    Footer { height: 1; width: 100%; color: $text-muted; background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._places: list[tuple[int, int, Command]] = []
        """Cells from and to, and which command they belong to."""

    def offer(self, commands: Sequence[Command], width: int, beside: str = "") -> None:
        """Show ``commands``.

        Args:
            commands: The last of them is the way to all the others and always stays.
            width: Cells of the line.
            beside: What else is to be said, at the right.
        """
        fitting = list(commands)
        room = width - 1 - cells(beside)
        while len(fitting) > 1 and cells(_GAP.join(map(_shown, fitting))) > room - 1:
            fitting.pop(-2)
        self._places = list(_places(fitting))
        line = " " + _GAP.join(map(_shown, fitting))
        shown = Content(fill(line, width - cells(beside)) + beside if beside else line)
        # What is the same is not drawn again, which would cost bytes at each key.
        if shown != self.content:
            self.update(shown, layout=False)

    async def on_click(self, event: events.Click) -> None:
        """Do what is written there."""
        event.stop()
        for start, end, each in self._places:
            if start <= event.x < end:
                await self.app.run_action(each.action, self.screen)
                return


def _places(commands: Sequence[Command]) -> Iterator[tuple[int, int, Command]]:
    """The cells that each of ``commands`` is written in; of two opposites each has its own key."""
    at = 1
    for each in commands:
        end = at + cells(_shown(each))
        if each.pair is not None:
            other = command(each.pair)
            between = at + cells(f"{each.shown}/")
            yield between, between + cells(other.shown), other
        yield at, end, each
        at = end + cells(_GAP)


def _shown(each: Command) -> str:
    keys = each.shown if each.pair is None else f"{each.shown}/{command(each.pair).shown}"
    return f"{keys} {each.short or each.label}"
