"""How many terminal cells a character takes.

The same widths that rich 15 (and so Textual 8.2) counts with, in a table of our own, since text
output needs them without a terminal library. Widths follow UAX #11 and the Unicode 17 changes that
rich knows; Python's own data is older (14 in 3.11).
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Final, Literal

from tuibrowser.text.cutting import end_at

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

_EMOJI_SIGN: Final = "\ufe0f"
"""Has what stands before it drawn as a picture, two cells wide, where there is such a picture."""
_JOINER: Final = "\u200d"
"""Makes one picture of what stands before and after it."""
_PICTURED: Final = (
    "23 2A 30-39 A9 AE 203C 2049 2122 2139 2194-2199 21A9-21AA 2328 23CF 23ED-23EF 23F1-23F2 "
    "23F8-23FA 24C2 25AA-25AB 25B6 25C0 25FB-25FC 2600-2604 260E 2611 2618 261D 2620 2622-2623 "
    "2626 262A 262E-262F 2638-263A 2640 2642 265F-2660 2663 2665-2666 2668 267B 267E 2692 "
    "2694-2697 2699 269B-269C 26A0 26A7 26B0-26B1 26C8 26CF 26D1 26D3 26E9 26F0-26F1 26F4 "
    "26F7-26F9 2702 2708-2709 270C-270D 270F 2712 2714 2716 271D 2721 2733-2734 2744 2747 "
    "2763-2764 27A1 2934-2935 2B05-2B07 1F170-1F171 1F17E-1F17F 1F321 1F324-1F32C 1F336 1F37D "
    "1F396-1F397 1F399-1F39B 1F39E-1F39F 1F3CB-1F3CE 1F3D4-1F3DF 1F3F3 1F3F5 1F3F7 1F43F 1F441 "
    "1F4FD 1F549-1F54A 1F56F-1F570 1F573-1F579 1F587 1F58A-1F58D 1F590 1F5A5 1F5A8 1F5B1-1F5B2 "
    "1F5BC 1F5C2-1F5C4 1F5D1-1F5D3 1F5DC-1F5DE 1F5E1 1F5E3 1F5E8 1F5EF 1F5F3 1F5FA 1F6CB "
    "1F6CD-1F6CF 1F6E0-1F6E5 1F6E9 1F6F0 1F6F3"
)
"""Narrow characters of which there is a picture (emoji-variation-sequences.txt of Unicode 17)."""


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
        ``sums[b] - sums[a]``. An array, as small as it can be, since a list of so many numbers
        would take 18 times the memory.
    """
    table = cell_widths(ambiguous)
    size = "H" if 2 * len(text) < 1 << 16 else "i"
    if _EMOJI_SIGN in text or _JOINER in text:
        return array(size, accumulate(_widths_of_pictures(text, table), initial=0))
    return array(size, accumulate(map(table.__getitem__, text), initial=0))


def _widths_of_pictures(text: str, table: CellWidths) -> Iterator[int]:
    before = ""
    is_joined = False
    for character in text:
        width = table[character]
        if is_joined:
            is_joined, width = False, 0
        elif character == _JOINER:
            is_joined = True
        elif character == _EMOJI_SIGN:
            width, before = int(before in pictured()), ""
        elif width:
            before = character
        yield width


@cache
def pictured() -> frozenset[str]:
    """Narrow characters that U+FE0F makes wide."""
    ranges = (part.partition("-") for part in _PICTURED.split())
    return frozenset(
        chr(code)
        for first, _, last in ranges
        for code in range(int(first, 16), int(last or first, 16) + 1)
    )


def cells(text: str, ambiguous: Ambiguous = 1) -> int:
    """The cells that ``text`` takes on one line."""
    return prefix_sums(text, ambiguous)[-1]


def shorten(text: str, width: int, ambiguous: Ambiguous = 1) -> str:
    """``text`` cut to ``width`` cells, not inside a number, with ``…`` where it was cut off."""
    sums = prefix_sums(text, ambiguous)
    if sums[-1] <= width:
        return text
    room = width - cell_widths(ambiguous)["…"]
    if room < 0:
        return ""
    kept = next(index for index in range(len(text), -1, -1) if sums[index] <= room)
    return text[: end_at(text, kept)] + "…"


def fill(text: str, width: int, ambiguous: Ambiguous = 1) -> str:
    """``text`` shortened or padded with spaces to ``width`` cells."""
    text = shorten(text, width, ambiguous)
    return text + " " * (width - cells(text, ambiguous))
