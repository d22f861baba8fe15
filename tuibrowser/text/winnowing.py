"""A few fingerprints of a text by which its wording is found again elsewhere.

Years, numbers, the marker of a point and punctuation are left out first. Of the stretches of
``GRAM`` signs that are left one in each ``WINDOW`` is chosen, always by the same rule, so that two
texts with ``GRAM + WINDOW - 1`` signs in common share at least one fingerprint, wherever those
stand. Names stay in: what a report knows of its place may change, its fingerprints must not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple
from zlib import crc32

from tuibrowser.text.fold import squeeze
from tuibrowser.text.masks import NUMBER, NUMBERS, POINT, YEAR, YEARS

GRAM: Final = 8
WINDOW: Final = 6
"""With 12 instead of 6 the table halves, but one copy in twelve is not found any more."""

_WIDTH: Final = 4
"""Bytes of a character in the encoding that hashing reads."""
_SIGNED: Final = 1 << 31
"""SQLite keeps whole numbers below it in four bytes, and others in six."""

_SIGN: Final = re.compile(rf"(?P<{YEAR}>{YEARS.pattern})|(?P<{NUMBER}>{NUMBERS.pattern})|[^\W_]")


class Shadow(NamedTuple):
    """A text without what differs anyway, and where each sign of it stood."""

    signs: str
    starts: Sequence[int]
    """For each sign its offset in the text."""
    ends: Sequence[int]
    """For each sign the offset behind it; a number is one sign."""


class Fingerprint(NamedTuple):
    """The hash of ``GRAM`` signs, and the first of them by its index."""

    hash: int
    at: int


def shadow(text: str) -> Shadow:
    """The shadow of ``text``, whose offsets are relative to it."""
    squeezed, offsets = squeeze(text)
    point = POINT.match(squeezed)
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _SIGN.finditer(squeezed, point.end() if point else 0):
        signs.append(found.lastgroup or found[0])
        starts.append(offsets[found.start()])
        ends.append(offsets[found.end() - 1] + 1)
    return Shadow("".join(signs), starts, ends)


def fingerprints(signs: str) -> list[Fingerprint]:
    """The fingerprints of the signs of a shadow, in order; none of fewer than ``GRAM`` signs."""
    raw = signs.encode("utf-32-le", "surrogatepass")
    size = GRAM * _WIDTH
    hashes = [crc32(raw[at : at + size]) for at in range(0, len(raw) - size + 1, _WIDTH)]
    chosen: list[int] = []
    for low in range(max(1, len(hashes) - WINDOW + 1) if hashes else 0):
        window = hashes[low : low + WINDOW]
        # The last of the least: runs of one sign then leave few.
        at = low + len(window) - 1 - window[::-1].index(min(window))
        if not chosen or chosen[-1] != at:
            chosen.append(at)
    return [Fingerprint(_signed(hashes[at]), at) for at in chosen]


def hashes_of(text: str) -> set[int]:
    """The hashes of all fingerprints of ``text``."""
    return {it.hash for it in fingerprints(shadow(text).signs)}


@cache
def winnowing_version() -> str:
    """Another value whenever the same text could get other fingerprints (15 ms, once)."""
    from unicodedata import unidata_version  # noqa: PLC0415

    from tuibrowser.fingerprint import fingerprint  # noqa: PLC0415

    return f"{fingerprint('text.winnowing', ('text',))[:16]}-{unidata_version}"


def _signed(value: int) -> int:
    return value - 2 * _SIGNED if value >= _SIGNED else value
