"""Work that goes on while no key is pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Final

from textual.widget import Widget

_PAUSE: Final = 0.001
"""Seconds in which keys come in."""
_DRAWN: Final = 0.03
"""Seconds in which what has changed is drawn."""


class Ahead:
    """Does the last work it was given piece by piece, keys going first."""

    def __init__(self, widget: Widget) -> None:
        """Begin with nothing to do.

        Args:
            widget: Whose timers are used.
        """
        self._widget = widget
        self._work: Iterator[None] = iter(())

    def begin(self, work: Iterator[None]) -> bool:
        """Do the first piece of ``work`` at once, and forget all other; whether there is more."""
        self._work = work
        return any(True for _ in islice(work, 1))

    def go_on(self, drawn: Callable[[], bool]) -> None:
        """Do the rest when all is drawn.

        Args:
            drawn: Called after each piece: draws what is known now, and says whether it did.
        """
        self._widget.call_after_refresh(self._do, self._work, drawn)

    def _do(self, work: Iterator[None], drawn: Callable[[], bool]) -> None:
        if work is not self._work:
            return
        goes_on = any(True for _ in islice(work, 1))
        pause = _DRAWN if drawn() else _PAUSE
        if goes_on:
            # A timer, since messages that follow each other keep keys out.
            self._widget.set_timer(pause, partial(self._do, work, drawn))
