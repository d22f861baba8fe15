"""Terminals that draw characters wider or narrower than the program counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final
from unittest.mock import patch

import pyte
from pyte import screens

from tuibrowser.text.cellwidth import cell_widths
from tuibrowser.text.disputed import is_disputed

Widths = Callable[[str], int]


def _plain(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _is_new(character: str) -> bool:
    """Whether a terminal of 2015 could not know it."""
    return character > "\uffff" or unicodedata.category(character)[0] in "MC"


def _wide(character: str) -> int:
    return 2 if _is_new(character) or "\u2600" <= character <= "\u27bf" else _plain(character)


def _narrow(character: str) -> int:
    return 1 if _is_new(character) else _plain(character)


def _none(character: str) -> int:
    return 0 if _is_new(character) else _plain(character)


def _old_chinese(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) == "A" else _wide(character)


AS_COUNTED: Final[Widths] = cell_widths().__getitem__

WIDTHS: Final[dict[str, Widths]] = {
    "all it does not know are wide": _wide,
    "all it does not know are narrow": _narrow,
    "all it does not know take no cell": _none,
    "ambiguous characters are wide, too": _old_chinese,
}
"""By what is odd about the terminal."""


class Emulator:
    """What stands on the screen of a terminal after all that was written to it."""

    def __init__(self, columns: int, lines: int, widths: Widths) -> None:
        self._widths = widths
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)

    def feed(self, data: bytes) -> None:
        """Draw ``data``."""
        with patch.object(screens, "wcwidth", self._widths):
            self._stream.feed(data)

    def at(self, column: int, line: int) -> str:
        """What was drawn into one cell; the accents on it, too."""
        return self._screen.buffer[line][column].data

    def look(self, column: int, line: int) -> tuple[object, ...]:
        """Colours and weight of one cell."""
        cell = self._screen.buffer[line][column]
        return cell.fg, cell.bg, cell.bold

    def undisputed(self) -> dict[tuple[int, int], str]:
        """The characters that all terminals draw alike, by the column and line they stand in."""
        return {
            (column, line): character
            for line in range(self._screen.lines)
            for column in range(self._screen.columns)
            if (character := self.at(column, line).strip())
            and not any(is_disputed(it, False) for it in character)
        }
