"""A text on the bare terminal, until a key is pressed."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any, Final

from textual.constants import ESCAPE_DELAY
from textual.events import Key, Paste

from tuibrowser.text.visible import visible_lines
from tuibrowser.tui.terminal.jobs import is_in_foreground, is_managed, stop
from tuibrowser.tui.terminal.keyboard import Keyboard

BACK: Final = "按任意键返回"

_CLEAR: Final = "\x1b[2J\x1b[H"
_LOCAL_MODES: Final = 3
_CHARACTERS: Final = 6
"""Places in what ``termios.tcgetattr`` gives."""

_Handler = Callable[[int, Any], None]


class _Ended(BaseException):
    """A signal asks the program to end."""


def show(text: str) -> signal.Signals | None:
    """Print ``text`` on an empty screen, wait for a key, any, and leave the screen empty.

    Keys are not echoed, and Ctrl+C is a key like others: who presses it to copy what the mouse
    selected would else end the program.

    Returns:
        The signal that asked the program to end meanwhile, or ``None``.
    """
    fileno = sys.__stdin__.fileno() if sys.__stdin__ else 0

    def draw() -> None:
        # Before anything is shown: a key pressed at once must count, and not appear.
        _take_keys_barely(fileno)
        print(_CLEAR, visible_lines(text), f"\n\n{BACK}", sep="", flush=True)

    def end(number: int, _: object) -> None:
        raise _Ended(number)

    def leave(_number: int, _: object) -> None:
        if is_managed():
            termios.tcsetattr(fileno, termios.TCSAFLUSH, before)
            stop(leave)

    def go_on(_number: int, _: object) -> None:
        while not is_in_foreground(fileno):
            os.kill(os.getpid(), signal.SIGSTOP)
        draw()

    try:
        before = termios.tcgetattr(fileno)
        with _handling(
            {
                signal.SIGTERM: end,
                signal.SIGHUP: end,
                signal.SIGTSTP: leave,
                signal.SIGCONT: go_on,
            }
        ):
            try:
                draw()
                _wait_for_key(fileno)
            finally:
                # Drops what is left of a key that sends several bytes.
                with suppress(termios.error):
                    termios.tcsetattr(fileno, termios.TCSAFLUSH, before)
                # What does not fit stays where the terminal keeps what scrolled out.
                with suppress(OSError):
                    print(_CLEAR, end="", flush=True)
    except _Ended as ended:
        return signal.Signals(ended.args[0])
    except (OSError, termios.error):
        # The terminal is gone.
        return signal.SIGHUP
    return None


def _wait_for_key(fileno: int) -> None:
    keyboard = Keyboard()
    while True:
        patience = ESCAPE_DELAY + 0.001 if keyboard.pending else None
        if select.select([fileno], [], [], patience)[0]:
            data = os.read(fileno, 1024)
            if not data:
                raise OSError("the terminal is gone")
            messages = keyboard.feed(data, monotonic())
        else:
            messages = keyboard.tick(monotonic())
        # Answers of the terminal are none.
        if any(isinstance(message, Key | Paste) for message in messages):
            return


def _take_keys_barely(fileno: int) -> None:
    """Have keys come one by one, unseen and without their meaning to the terminal."""
    modes = termios.tcgetattr(fileno)
    modes[_LOCAL_MODES] &= ~(termios.ECHO | termios.ICANON | termios.ISIG)
    modes[_CHARACTERS][termios.VMIN] = 1
    modes[_CHARACTERS][termios.VTIME] = 0
    termios.tcsetattr(fileno, termios.TCSAFLUSH, modes)


@contextmanager
def _handling(handlers: Mapping[signal.Signals, _Handler]) -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in handlers}
    try:
        for number, handler in handlers.items():
            # `nohup` has the hang-up ignored, and means it.
            if before[number] != signal.SIG_IGN:
                signal.signal(number, handler)
        yield
    finally:
        for number, handler_before in before.items():
            signal.signal(number, handler_before)
