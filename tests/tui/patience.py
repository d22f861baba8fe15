"""A hand on the keyboard that waits for what it did, on a machine as busy as may be."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tuibrowser.tui.widgets import notices

_ROUNDS = 3
"""Times that every widget finishes its list: what one key sets off goes from one to the next."""


async def _settle(pilot: Pilot[Any]) -> None:
    typed = getattr(pilot.app, "_typed_ahead", None)
    for _ in range(_ROUNDS):
        while typed is not None and pilot.app.is_running and not typed.idle:
            await asyncio.sleep(0.001)
        await pilot._wait_for_screen()


def _settling(act: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    async def done(pilot: Pilot[Any], *arguments: Any, **options: Any) -> Any:
        result = await act(pilot, *arguments, **options)
        await _settle(pilot)
        if pilot.app.is_running and pilot.app.screen_stack:
            pilot.app.screen._on_timer_update()
        return result

    return done


def make_patient(patch: pytest.MonkeyPatch) -> None:
    """Have the Pilot wait for the app by what it still has to do.

    Textual's own waits until the process takes little time, which on a busy machine it does while
    it has much to do and is not let. And what is said for five seconds stands as long as it may.
    """
    patch.setattr(notices, "_CHARACTERS_A_SECOND", 0.001)
    for name in ("press", "pause", "click", "hover", "resize_terminal"):
        patch.setattr(Pilot, name, _settling(getattr(Pilot, name)))
