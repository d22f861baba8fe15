"""A text on the bare terminal, until a key is pressed."""

from __future__ import annotations

import os
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

BACK: Final = "按任意键返回"

_LOCAL_MODES: Final = 3
_CHARACTERS: Final = 6
"""Places in what ``termios.tcgetattr`` gives."""


def show(text: str) -> None:
    """Print ``text`` on an empty screen and wait for a key, any.

    Keys are not echoed, and Ctrl+C is a key like others: who presses it to copy what the mouse
    selected would else end the program.
    """
    fileno = sys.__stdin__.fileno() if sys.__stdin__ else 0
    # Before anything is shown: a key pressed at once must count, and not appear.
    with _bare_keys(fileno):
        print("\x1b[2J\x1b[H", text, f"\n\n{BACK}", sep="", flush=True)
        os.read(fileno, 1024)


@contextmanager
def _bare_keys(fileno: int) -> Iterator[None]:
    """Keys come one by one, unseen and without their meaning to the terminal."""
    before = termios.tcgetattr(fileno)
    modes = termios.tcgetattr(fileno)
    modes[_LOCAL_MODES] &= ~(termios.ECHO | termios.ICANON | termios.ISIG)
    modes[_CHARACTERS][termios.VMIN] = 1
    modes[_CHARACTERS][termios.VTIME] = 0
    try:
        termios.tcsetattr(fileno, termios.TCSAFLUSH, modes)
        yield
    finally:
        # Drops what is left of a key that sends several bytes.
        termios.tcsetattr(fileno, termios.TCSAFLUSH, before)
