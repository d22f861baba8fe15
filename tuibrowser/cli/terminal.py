"""Where answers go: always UTF-8, never an escape sequence that was not ours.

Whatever a command says comes through here, and whatever in it could steer the terminal is made
visible here: words of a library, names of files, arguments, what the system says.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import Final, TextIO

from tuibrowser.text.visible import visible_lines

_DEFAULT_WIDTH = 100
"""Columns where there is neither a terminal nor ``COLUMNS``."""
_NARROWEST = 10
_WIDEST = 1000
"""No screen shows more; filling the lines of ``COLUMNS=99999999`` takes minutes."""

_BOLD: Final = "\ufdd0", "\ufdd1"
"""Begin and end bold letters on their way through :func:`say`. Noncharacters, which nothing that is
:func:`~tuibrowser.text.visible.visible` holds; here they can do no more than that."""
_BOLD_TEXT: Final = re.compile(f"{_BOLD[0]}([^{''.join(_BOLD)}]*){_BOLD[1]}")


def bold(text: str) -> str:
    """``text`` so that :func:`say` prints it in bold letters where the terminal shows them."""
    return text.join(_BOLD)


def say(text: str, end: str = "\n") -> None:
    """Print part of the answer."""
    if takes_bold():
        parts = map(visible_lines, _BOLD_TEXT.split(text))
        shown = "".join(
            f"\x1b[1m{part}\x1b[22m" if at % 2 else part for at, part in enumerate(parts)
        )
    else:
        shown = visible_lines(_BOLD_TEXT.sub(r"\1", text))
    print(shown, end=end)


def hand_out(content: bytes) -> None:
    """Print the content of a file, whose format itself keeps it harmless, byte for byte."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def remark(text: str) -> None:
    """Print what is about the answer, so that a pipe gets the answer alone."""
    # A stream is None where the shell closed it (`>&-`).
    if sys.stdout is not None:
        # What was said before must not appear after it where both go to one terminal.
        with suppress(OSError):
            sys.stdout.flush()
    if sys.stderr is not None:
        with suppress(OSError):
            print(visible_lines(text), file=sys.stderr)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person watches ``stream``."""
    return stream is not None and not stream.closed and stream.isatty()


def is_interactive() -> bool:
    """Whether the browser can be opened here."""
    watched = is_terminal(sys.stdin) and is_terminal(sys.stdout)
    return watched and os.environ.get("TERM", "") not in ("", "dumb")


def takes_bold() -> bool:
    """Whether standard output may show bold text."""
    knows_it = is_terminal(sys.stdout) and os.environ.get("TERM", "") not in ("", "dumb")
    return knows_it and not os.environ.get("NO_COLOR")


def width(stream: TextIO | None = None) -> int:
    """Columns to fit an answer into: ``COLUMNS``, else those of ``stream``, else 100; 10 to 1000.

    Args:
        stream: Where the answer goes; standard output if ``None``.
    """
    found = _told_width()
    if not found:
        try:
            found = os.get_terminal_size((stream or sys.stdout).fileno()).columns
        except (OSError, AttributeError):
            found = 0
    return min(max(_NARROWEST, found or _DEFAULT_WIDTH), _WIDEST)


def line_width() -> int | None:
    """Columns to fit the lines of standard output into; a pipe gets them whole, unless somebody has
    set ``COLUMNS`` for it."""
    return width() if is_terminal(sys.stdout) or _told_width() else None


def _told_width() -> int:
    """What ``COLUMNS`` says; 0 where that is no width."""
    # A number of thousands of digits is one that int() refuses.
    digits = re.fullmatch(r"0*([1-9]\d{0,8})\d*", os.environ.get("COLUMNS", ""))
    return int(digits[1]) if digits else 0
