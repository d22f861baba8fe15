"""Commands as Textual binds them."""

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
