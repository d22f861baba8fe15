"""A hand on the keyboard that waits for what it did, on a machine as busy as may be."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.pilot import Pilot

from tuibrowser.tui.widgets import notices

_ROUNDS = 3
"""Times that every widget finishes its list: what one key sets off goes from one to the next."""
_MOST_ROUNDS = 100
"""What moves by itself never comes to an end."""
_STEP = 0.001
"""Seconds in which another thread, or a timer, may get on."""


class _Eye:
    """Looks at the screen when the hand rests: each picture on the way is one that nobody sees."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._closed = 0
        draw = Compositor.render_update

        def render_update(compositor: Compositor, *arguments: Any, **options: Any) -> Any:
            return None if self._closed else draw(compositor, *arguments, **options)

        patch.setattr(Compositor, "render_update", render_update)

    def close(self) -> None:
        self._closed += 1

    def open(self, app: App[Any]) -> None:
        self._closed -= 1
        if not self._closed and app.is_running and app.screen_stack:
            app.screen._on_timer_update()
            if app.screen._compositor._dirty_regions:
                app.screen._compositor_refresh()


async def _settle(pilot: Pilot[Any]) -> None:
    app = pilot.app
    typed = getattr(app, "_typed_ahead", None)
    calm = 0
    for _ in range(_MOST_ROUNDS):
        while typed is not None and app.is_running and not typed.idle:
            await asyncio.sleep(_STEP)
        await pilot._wait_for_screen()
        if not app.is_running or not app.screen_stack:
            return
        calm = 0 if _waits(app) else calm + 1
        if calm == _ROUNDS:
            return
        # What waits for a part of a second, lest it be done twice, is done now.
        app._check_resize()
        app.screen._on_timer_update()


def _waits(app: App[Any]) -> bool:
    """Whether something is to be laid out or drawn, or waits until that is done."""
    screen = app.screen
    return bool(
        app._resize_event
        or screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


async def _step(*_: float) -> None:
    await asyncio.sleep(_STEP)


def make_patient(patch: pytest.MonkeyPatch) -> None:
    """Have the Pilot wait for the app by what it still has to do.

    Textual's own waits after each key, and twice, until the process takes little time for a
    fiftieth of a second: on a busy machine it does while it has much to do and is not let, and on
    an idle one half of a test is that wait. And what is said for five seconds stands as long as it
    may.
    """
    eye = _Eye(patch)

    def settling(act: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def done(pilot: Pilot[Any], *arguments: Any, **options: Any) -> Any:
            eye.close()
            try:
                result = await act(pilot, *arguments, **options)
                await _settle(pilot)
            finally:
                eye.open(pilot.app)
            return result

        return done

    async def press(pilot: Pilot[Any], *keys: str) -> None:
        for key in keys:
            await pilot.app._press_keys((key,))
            await _settle(pilot)

    start = App.run_test

    @asynccontextmanager
    async def run_test(app: App[Any], **options: Any) -> AsyncGenerator[Pilot[Any]]:
        eye.close()
        async with start(app, **options) as pilot:
            await _settle(pilot)
            eye.open(app)
            yield pilot

    patch.setattr(notices, "_CHARACTERS_A_SECOND", 0.001)
    patch.setattr("textual.app.wait_for_idle", _step)
    patch.setattr("textual.pilot.wait_for_idle", _step)
    patch.setattr(App, "run_test", run_test)
    patch.setattr(Pilot, "press", settling(press))
    for name in ("pause", "click", "hover", "resize_terminal"):
        patch.setattr(Pilot, name, settling(getattr(Pilot, name)))
