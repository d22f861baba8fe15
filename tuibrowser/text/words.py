"""Reading the bitmap of word starts that ``text.segment`` makes: no dictionary is needed for that.

Bit ``i % 8`` of byte ``i // 8`` says that a word starts at code point ``i``; white space and
punctuation are words of their own, so a word ends where the next one starts.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress, count
from typing import Final

from tuibrowser.model.terms import Span
from tuibrowser.text.spans import merge

_VALUES: Final = bytes.maketrans(b"01", b"\0\1")


def starts_word(bitmap: bytes, at: int) -> bool:
    """Whether a word starts at ``at``, which lies in the text."""
    return bool(bitmap[at >> 3] >> (at & 7) & 1)


def start_flags(bitmap: bytes, size: int) -> bytearray:
    """``size`` bytes, 1 where a word starts (100,000 characters: under 1 ms)."""
    digits = f"{int.from_bytes(bitmap, 'little'):b}"[::-1]
    return bytearray(digits.encode().translate(_VALUES).ljust(size, b"\0")[:size])


def starts_in(bitmap: bytes) -> list[int]:
    """The offsets at which words start, in order."""
    return list(compress(count(), start_flags(bitmap, 8 * len(bitmap))))


def whole_words(spans: Iterable[Span], text: str, bitmap: bytes, origin: int) -> tuple[Span, ...]:
    """``spans`` grown to the words that they touch; those that then meet in one become one.

    Args:
        spans: Half-open offsets into ``text``, in order, none empty.
        text: A stretch of a longer text. A span never grows out of it, nor over white space.
        bitmap: Word starts of the longer text.
        origin: Where ``text`` begins in it.
    """
    grown: list[Span] = []
    for start, end in spans:
        first, last = start, end
        while first > 0 and not starts_word(bitmap, origin + first):
            first -= 1
        while last < len(text) and not starts_word(bitmap, origin + last):
            last += 1
        grown.append((first, last))
    return merge(grown)
