"""Where answers go: always UTF-8, never an escape sequence that was not ours."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

from tuibrowser.export.visible import visible

_DEFAULT_WIDTH = 100
"""Columns where there is neither a terminal nor ``COLUMNS``."""
_NARROWEST = 20


def say(text: str) -> None:
    """Print part of the answer."""
    print(text)


def remark(text: str) -> None:
    """Print what is about the answer, so that a pipe gets the answer alone."""
    # A stream is None where the shell closed it (`>&-`).
    if sys.stdout is not None:
        # What was said before must not appear after it where both go to one terminal.
        with suppress(OSError):
            sys.stdout.flush()
    if sys.stderr is not None:
        with suppress(OSError):
            print("\n".join(map(visible, text.split("\n"))), file=sys.stderr)


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
    """Columns to fit an answer into: ``COLUMNS``, else those of ``stream``, else 100.

    Args:
        stream: Where the answer goes; standard output if ``None``.
    """
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return max(_NARROWEST, int(columns))
    try:
        found = os.get_terminal_size((stream or sys.stdout).fileno()).columns
    except (OSError, AttributeError):
        found = 0
    return max(_NARROWEST, found or _DEFAULT_WIDTH)


def line_width() -> int | None:
    """Columns to fit the lines of standard output into; a pipe gets them whole."""
    return width() if is_terminal(sys.stdout) else None
