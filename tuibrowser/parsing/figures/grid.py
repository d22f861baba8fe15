"""Rows of tables as lines of text, taken apart into cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuibrowser.text.fold import fold

_PARTED: Final = re.compile(r"[|｜\t]")
_BLANKS: Final = re.compile(r"\s+")
_VISIBLE: Final = re.compile(r"\w")


class GridCell(NamedTuple):
    """What stands in a row between two separators; ``start``/``end`` are offsets in the text."""

    words: str
    """Folded, without white space around; empty where nothing stands."""
    start: int
    end: int


def cells_of(text: str, start: int, end: int) -> tuple[GridCell, ...]:
    """The cells of the line ``text[start:end]``: parted by bars or tabs, else by white space.

    A line that only draws, between the head of a table and its rows, has none.
    """
    line = text[start:end]
    if not _VISIBLE.search(line):
        return ()
    # Bars also close a row on both sides.
    first = len(line) - len(line.lstrip(" |｜\u3000"))
    last = len(line.rstrip(" |｜\u3000"))
    separator = _PARTED if _PARTED.search(line, first, last) else _BLANKS
    return tuple(_cell(text, *part) for part in _parts(separator, line, start, first, last))


def _parts(
    separator: re.Pattern[str], line: str, start: int, first: int, last: int
) -> Iterator[tuple[int, int]]:
    at = first
    for match in separator.finditer(line, first, last):
        yield start + at, start + match.start()
        at = match.end()
    yield start + at, start + last


def _cell(text: str, start: int, end: int) -> GridCell:
    written = text[start:end]
    begin = start + len(written) - len(written.lstrip())
    words = fold(written).strip()
    return GridCell(words, begin, max(begin, start + len(written.rstrip())))
