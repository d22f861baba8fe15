"""Keys that are typed before the screen they are for is there.

Textual 8.2.8 forwards each key at once to what has the focus, and the key acts later, when it has
come up to the app. So of ``/`` and ``q`` in one read (a slow line, a macro) the ``q`` quit, since
it was forwarded before ``/`` had opened the find screen. Here a key waits until all that the one
before it set off has happened.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any, Final, Protocol, runtime_checkable

from textual import events
from textual.app import App, ScreenStackError
from textual.events import Event
from textual.message_pump import MessagePump
from textual.widgets import Input

_CALM: Final = 3
"""Rounds through everything that sees a key in which nothing changes any more. What a key sets off
comes to its end by messages from one to the next; three in a row go the other way nowhere."""
_LONGEST: Final = 10.0
"""Seconds that a key waits for what does not come to an end."""
_STEP: Final = 0.005
"""Seconds between two looks at what a screen still has to learn."""
_MOST_LOOKS: Final = 300
"""1.5 seconds: who waits longer wants to do something else. Looks are counted, since on a busy
machine they are rarer, as the answer is later."""


@runtime_checkable
class HoldsBack(Protocol):
    """A screen that may have to learn something before a key makes sense on it."""

    def holds_back(self, event: Event) -> bool:
        """Whether ``event``, a key or a paste, has to wait."""


class TypedAhead:
    """Lets keys, pastes and clicks in one after the other, in their order."""

    def __init__(self, app: App[Any]) -> None:
        """Hold all back until :meth:`begin`."""
        self._app = app
        self._waiting: deque[Event] = deque()
        self._let_in: deque[Event] = deque()
        """Those on their way to the app for the second time."""
        self._were_let_in = asyncio.Event()
        self._began = False
        self._impatient = False
        self._task: asyncio.Task[None] | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing waits, and all that was typed has done what it does."""
        return self._task is None and not self._waiting

    def begin(self) -> None:
        """The first screen is there."""
        self._began = True
        self._start()

    def close(self) -> None:
        """Drop what waits."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    def admits(self, event: Event) -> bool:
        """Whether ``event`` may act now; else it is kept, and comes again later."""
        if self._let_in and event is self._let_in[0]:
            self._let_in.popleft()
            if not self._let_in:
                self._were_let_in.set()
            return True
        typed = isinstance(event, events.Key | events.Paste)
        if self._began and self._task is None and not self._is_held_back(event):
            if typed:
                self._start()
            return True
        self._waiting.append(event)
        if self._began and self._task is None:
            self._start()
        return False

    def _start(self) -> None:
        self._task = asyncio.create_task(self._follow(), name="typed ahead")

    async def _follow(self) -> None:
        try:
            # Whoever leaves takes the screens down: then nothing waits for any of them.
            with suppress(ScreenStackError):
                await self._let_all_in()
        finally:
            self._task = None

    async def _let_all_in(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._calm(), _LONGEST)
            if not self._waiting:
                return
            await self._until_wanted(self._waiting[0])
            self._were_let_in.clear()
            self._let_in.append(self._waiting.popleft())
            # Text goes to its line and nowhere else: it need not come one by one, each drawn.
            while self._is_text(self._let_in[-1]) and self._waiting:
                if not self._is_text(self._waiting[0]):
                    break
                self._let_in.append(self._waiting.popleft())
            for event in list(self._let_in):
                self._app.post_message(event)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._were_let_in.wait(), _LONGEST)
            self._let_in.clear()

    async def _calm(self) -> None:
        """Wait until nothing changes any more."""
        await _reach(self._app)
        calm = 0
        while calm < _CALM:
            before = self._state()
            focused = self._app.focused or self._app.screen
            for node in list(focused.ancestors_with_self):
                await _reach(node)
            calm = calm + 1 if self._state() == before else 0

    def _state(self) -> tuple[object, ...]:
        return (*self._app.screen_stack, self._app.focused)

    def _is_text(self, event: Event) -> bool:
        if not isinstance(self._app.focused, Input):
            return False
        return isinstance(event, events.Paste) or (
            isinstance(event, events.Key) and event.is_printable
        )

    async def _until_wanted(self, event: Event) -> None:
        looks = 0
        while self._is_held_back(event):
            if (looks := looks + 1) > _MOST_LOOKS:
                self._impatient = True
                return
            await asyncio.sleep(_STEP)

    def _is_held_back(self, event: Event) -> bool:
        screen = self._app.screen_stack[-1] if self._app.screen_stack else None
        held = isinstance(screen, HoldsBack) and screen.holds_back(event)
        self._impatient &= held
        return held and not self._impatient


async def _reach(node: MessagePump) -> None:
    """Wait until ``node`` has done what was on its list."""
    reached = asyncio.Event()
    if node.call_later(reached.set):
        await reached.wait()
