"""Texts that would steer a terminal, and libraries full of them."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Final

HOSTILE: Final = (
    "\x1b]52;c;cm0gLXJm\x07\x1b[2J\x1bPq\x1b\\\x9b31m\x9d0;x\x9c\x7f\r\x08"
    "\u202e\u2066\u200f\u061c\u2028\x85\ufdd0\ufdd1\ufffe\uffff\U0001fffe\U0010ffff"
)
"""Clipboard, clear screen, device control, C1, rubbing out, bidi, line ends, noncharacters."""

_STEERING: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff]"
)

_TEXTS: Final = {
    "report": "file title issuer date published province city county township",
    "section": "title marker",
    "figure": "unit hedge noun period",
}
"""What a library says in words, beside the text."""


def steering(shown: str) -> list[str]:
    """The characters of ``shown`` that a terminal would obey or that are none; line feeds aside."""
    return _STEERING.findall(shown)


def poison(path: Path) -> None:
    """Put hostile words into every field of the library at ``path``, its texts included."""
    with sqlite3.connect(path) as connection:
        for table, columns in _TEXTS.items():
            for column in columns.split():
                connection.execute(f"UPDATE {table} SET {column} = {column} || ?", [HOSTILE])
                connection.execute(
                    f"UPDATE {table} SET {column} = ? WHERE {column} IS NULL", [HOSTILE]
                )
        # As long as before, so that offsets stay.
        length = len(HOSTILE)
        connection.execute(
            "UPDATE report SET text = substr(text, 1, 60) || ? || substr(text, ?)",
            [HOSTILE, 61 + length],
        )
        # Where blanks between two passages were, there are words now, which must not stand outside.
        connection.execute(
            'UPDATE passage SET "end" = coalesce((SELECT min(start) FROM passage AS next'
            ' WHERE next.report = passage.report AND next.start > passage.start), "end")'
        )
    connection.close()
