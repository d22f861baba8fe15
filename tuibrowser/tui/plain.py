"""A text on the bare terminal, until a key is pressed."""

from __future__ import annotations

import os
import sys
import termios
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
    before = termios.tcgetattr(fileno)
    modes = termios.tcgetattr(fileno)
    modes[_LOCAL_MODES] &= ~(termios.ECHO | termios.ICANON | termios.ISIG)
    modes[_CHARACTERS][termios.VMIN] = 1
    modes[_CHARACTERS][termios.VTIME] = 0
    try:
        # Before anything is shown: a key pressed at once must count, and not appear.
        termios.tcsetattr(fileno, termios.TCSAFLUSH, modes)
        print("\x1b[2J\x1b[H", text, f"\n\n{BACK}", sep="", flush=True)
        os.read(fileno, 1024)
    finally:
        # Drops what is left of a key that sends several bytes.
        termios.tcsetattr(fileno, termios.TCSAFLUSH, before)
