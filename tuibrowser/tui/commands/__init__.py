"""Every command of the app: the one place that knows keys and their words.

Bindings, footer, palette, help and the documentation are all made from this table. A command that
does nothing yet does not stand in it.

Where a command acts is told by ``screens``; ``"*"`` is the app itself, reachable from every screen
that is not modal (Textual hides the app's keys from modal screens, so those name themselves).
``action`` is a Textual action: bare names belong to the screen, ``app.`` ones to the app.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingType

from tuibrowser.tui.commands.command import Command, use_keys
from tuibrowser.tui.commands.comparing import COMPARING
from tuibrowser.tui.commands.drawers import DRAWERS
from tuibrowser.tui.commands.finding import FINDING
from tuibrowser.tui.commands.general import GENERAL
from tuibrowser.tui.commands.helping import HELPING
from tuibrowser.tui.commands.places import MODAL, TYPING
from tuibrowser.tui.commands.taking import TAKING
from tuibrowser.tui.terminal.keys import twins

__all__ = [
    "COMMANDS",
    "TYPING",
    "Command",
    "bindings",
    "command",
    "commands_for",
    "footer",
    "general_commands",
    "use_keys",
]

COMMANDS: tuple[Command, ...] = (*GENERAL, *COMPARING, *DRAWERS, *TAKING, *FINDING, *HELPING)
"""Sorted by screen: the app's own, then 对照, then each further screen's."""


def command(id_: str) -> Command:
    """The command called ``id_``; ``KeyError`` when there is none."""
    for candidate in COMMANDS:
        if candidate.id == id_:
            return candidate
    raise KeyError(id_)


def commands_for(screen: str) -> list[Command]:
    """The commands that act on ``screen`` itself, in table order (``"*"``: the app's own)."""
    return [candidate for candidate in COMMANDS if screen in candidate.screens]


def general_commands(screen: str) -> list[Command]:
    """The app's own commands, in table order, as far as they can do anything on ``screen``."""
    return [each for each in commands_for("*") if screen != "first_run" or not each.needs_library]


def bindings(screen: str) -> list[BindingType]:
    """Textual bindings of ``screen``, each key together with its full-width twins."""
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
        for each in commands_for(screen)
    ]


def footer(screen: str, urgent: Sequence[str] = ()) -> list[Command]:
    """What the footer of ``screen`` offers: at most six commands, left to right.

    Args:
        screen: Its name in this table.
        urgent: Ids of commands that matter now, which go before the others.
    """
    own = {key for each in commands_for(screen) for key in each.pressed}
    general = [] if screen in MODAL else general_commands(screen)
    # A key that means something else here is not offered for what it means elsewhere.
    general = [each for each in general if each.pressed[0] not in own]
    offered = sorted(
        (
            each
            for each in (*commands_for(screen), *general)
            if each.footer and each.id not in urgent
        ),
        key=lambda each: each.footer or 0,
    )
    offered = [*map(command, urgent), *offered]
    # The last is the way to all the others.
    del offered[5 : len(offered) - 1]
    return offered
