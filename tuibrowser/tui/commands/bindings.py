"""Commands as Textual binds them, and their actions where it looks for them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.terminal.keys import twins


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Textual bindings of ``commands``, each key together with its full-width twins."""
    return [
        Binding(
            ",".join(twin for key in each.keys for twin in (key, *twins(key))),
            each.action,
            each.label,
            key_display=each.shown,
            show=False,
            priority=each.priority,
            id=each.id,
        )
        for each in commands
    ]


def lend_actions(screen: object, *parts: object) -> None:
    """Have the actions of ``parts`` be those of ``screen``: Textual looks for them nowhere else."""
    for part in parts:
        for name in dir(part):
            if name.startswith("action_"):
                setattr(screen, name, getattr(part, name))
