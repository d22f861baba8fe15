"""How many terminal cells a character takes.

The same widths that rich 15 (and so Textual 8.2) counts with, in a table of our own, since text
output needs them without a terminal library. Widths follow UAX #11 and the Unicode 17 changes that
rich knows; Python's own data is older (14 in 3.11).
"""

from __future__ import annotations

import unicodedata
from array import array
from functools import cache
from itertools import accumulate
from typing import Final, Literal

Ambiguous = Literal[1, 2]
"""Cells of a character of East Asian Width A (``“``, ``—``, ``…``, ``①``, ``│``). Terminals differ:
most say 1, those set up for old Chinese programs 2."""

_ZERO: Final = (
    (0x1160, 0x11FF),  # Hangul vowels and finals join the consonant before them
    (0x2028, 0x2029),
    (0x3164, 0x3164),
    (0xD7B0, 0xD7FF),
    (0xFFA0, 0xFFA0),
    (0x1F3FB, 0x1F3FF),  # skin tones join the emoji before them
)
_ONE: Final = (
    (0x00AD, 0x00AD),
    # Arabic and Indic signs that stand before digits are of category Cf, yet visible.
    (0x0600, 0x0605),
    (0x06DD, 0x06DD),
    (0x070F, 0x070F),
    (0x0890, 0x0891),
    (0x08E2, 0x08E2),
    (0x110BD, 0x110BD),
    (0x110CD, 0x110CD),
)
_WIDE: Final = (
    (0x2630, 0x2637),  # trigrams, digrams, hexagrams: wide since Unicode 16
    (0x268A, 0x268F),
    (0x4DC0, 0x4DFF),
    (0x1D300, 0x1D356),
    (0x1D360, 0x1D376),
)
_HAN: Final = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFD))
"""Blocks of Chinese characters: wide even where this Python does not know the character yet."""

_ZERO_CATEGORIES: Final = frozenset({"Mn", "Mc", "Me", "Cf", "Cc"})
_VARIATION_SELECTOR_16: Final = "\ufe0f"


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _measure(character: str, ambiguous: Ambiguous) -> int:
    code = ord(character)
    category = unicodedata.category(character)
    if character == "\t":
        width = 1  # drawn as one space
    elif _within(code, _ONE):
        width = 1
    elif category in _ZERO_CATEGORIES or _within(code, _ZERO):
        width = 0
    elif category == "Cn":
        width = 2 if _within(code, _HAN) else 1
    elif _within(code, _WIDE):
        width = 2
    else:
        kind = unicodedata.east_asian_width(character)
        width = ambiguous if kind == "A" else 2 if kind in "WF" else 1
    return width


class CellWidths(dict[str, int]):
    """Cells of each character, worked out when first asked for."""

    def __init__(self, ambiguous: Ambiguous = 1) -> None:
        super().__init__()
        self.ambiguous: Ambiguous = ambiguous

    def __missing__(self, character: str) -> int:
        width = self[character] = _measure(character, self.ambiguous)
        return width


@cache
def cell_widths(ambiguous: Ambiguous = 1) -> CellWidths:
    """The table for one kind of terminal, shared by all who ask."""
    return CellWidths(ambiguous)


def prefix_sums(text: str, ambiguous: Ambiguous = 1) -> array[int]:
    """Cells before each character of ``text``, and in all.

    Returns:
        ``len(text) + 1`` numbers, never falling; the cells of ``text[a:b]`` are
        ``sums[b] - sums[a]``. Where the emoji sign U+FE0F may widen what stands before it, the
        wider answer is given, so that a line measured to fit does fit. An array, as small as it
        can be, since a list of so many numbers would take 18 times the memory.
    """
    table = cell_widths(ambiguous)
    size = "H" if 2 * len(text) < 1 << 16 else "i"
    if _VARIATION_SELECTOR_16 not in text:
        return array(size, accumulate(map(table.__getitem__, text), initial=0))
    widths = [table[character] for character in text]
    for index in range(1, len(text)):
        if text[index] == _VARIATION_SELECTOR_16 and widths[index - 1] == 1:
            widths[index] = 1
    return array(size, accumulate(widths, initial=0))


def cells(text: str, ambiguous: Ambiguous = 1) -> int:
    """The cells that ``text`` takes on one line."""
    return prefix_sums(text, ambiguous)[-1]


def shorten(text: str, width: int, ambiguous: Ambiguous = 1) -> str:
    """``text`` cut to ``width`` cells, with ``…`` where something was cut off."""
    sums = prefix_sums(text, ambiguous)
    if sums[-1] <= width:
        return text
    room = width - cell_widths(ambiguous)["…"]
    if room < 0:
        return ""
    kept = next(index for index in range(len(text), -1, -1) if sums[index] <= room)
    return text[:kept] + "…"


def fill(text: str, width: int, ambiguous: Ambiguous = 1) -> str:
    """``text`` shortened or padded with spaces to ``width`` cells."""
    text = shorten(text, width, ambiguous)
    return text + " " * (width - cells(text, ambiguous))
