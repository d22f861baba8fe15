"""Signals that ask a command to end: what it left is removed, and the shell is told which one."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

from tuibrowser.cli.outcome import Status

_ASKING: Final = (signal.SIGTERM, signal.SIGHUP)
"""What ``kill``, a batch system and a lost connection send. Python leaves them to the system, which
ends the process on the spot: hidden copies, helpers and journals stay."""


class EndingSignals:
    """While it is entered, such a signal ends the command at hand as Ctrl+C does.

    What takes Ctrl+C as its end does so then, too: SQLite's statements, the helpers of ``index``,
    files that are half written. The browser has handlers of its own.
    """

    def __init__(self) -> None:
        self._asked = 0
        self._before: dict[int, Callable[[int, FrameType | None], Any] | int | None] = {}

    def __enter__(self) -> EndingSignals:
        for number in _ASKING:
            # `nohup` has one ignored; in a thread of another program there are no handlers.
            if signal.getsignal(number) == signal.SIG_DFL:
                try:
                    self._before[number] = signal.signal(number, self._interrupt)
                except ValueError:
                    break
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def status_of(self, status: int) -> int:
        """``status``, or that of the signal where one interrupted the command."""
        if status == Status.INTERRUPTED and self._asked:
            return 128 + self._asked
        return status

    def _interrupt(self, number: int, _frame: FrameType | None) -> None:
        self._asked = number
        # Whoever is in a hurry sends another one.
        signal.signal(number, signal.SIG_DFL)
        raise KeyboardInterrupt
