"""What the footer of a screen offers."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.registry import REGISTRY
from tuibrowser.tui.commands.screen_spec import ScreenSpec


def footer(spec: ScreenSpec, urgent: Sequence[str] = ()) -> list[Command]:
    """At most six commands, left to right.

    Args:
        spec: Where one is.
        urgent: Ids of commands that matter now, which go before the others.
    """
    own = REGISTRY.own(spec)
    taken = {key for each in own for key in each.pressed}
    general = [] if spec.hides_app else REGISTRY.general(spec)
    # A key that means something else here is not offered for what it means elsewhere.
    general = [each for each in general if each.pressed[0] not in taken]
    found = sorted(
        (each for each in (*own, *general) if each.footer and each.id not in urgent),
        key=lambda each: each.footer or 0,
    )
    found = [*map(REGISTRY.command, urgent), *found]
    # The last is the way to all the others.
    del found[5 : len(found) - 1]
    return found
