"""A text as far as its wording goes: without what differs between any two copies of it.

Years, numbers, the marker of a point and punctuation are left out. Names stay in: what a report
knows of its place may change, what is said of its wording must not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tuibrowser.text.fold import squash, squeeze
from tuibrowser.text.masks import NUMBER, NUMBERS, POINT, YEAR, YEARS

_NO_SIGN: Final = re.compile(r"[\W_]+")
_NO_LETTER: Final = re.compile(
    rf"(?P<{YEAR}>{YEARS.pattern})|(?P<{NUMBER}>{NUMBERS.pattern})|[\W_]"
)
"""What is no sign as it stands; none for the last of these."""


class Shadow(NamedTuple):
    """A text without what differs anyway, and where each sign of it stood."""

    signs: str
    starts: Sequence[int]
    """For each sign its offset in the text."""
    ends: Sequence[int]
    """For each sign the offset behind it; a number is one sign."""


def shadow(text: str) -> Shadow:
    """The shadow of ``text``, whose offsets are relative to it."""
    squeezed, offsets = squeeze(text)
    point = POINT.match(squeezed)
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = point.end() if point else 0
    for found in _NO_LETTER.finditer(squeezed, at):
        begin, end = found.span()
        signs.append(squeezed[at:begin])
        starts += offsets[at:begin]
        ends += [offset + 1 for offset in offsets[at:begin]]
        if found.lastgroup:
            signs.append(found.lastgroup)
            starts.append(offsets[begin])
            ends.append(offsets[end - 1] + 1)
        at = end
    signs.append(squeezed[at:])
    starts += offsets[at:]
    ends += [offset + 1 for offset in offsets[at:]]
    return Shadow("".join(signs), starts, ends)


def signs_of(text: str) -> str:
    """The signs of the shadow of ``text``, in a third of the time that it takes with offsets."""
    squashed = squash(text)
    point = POINT.match(squashed)
    rest = squashed[point.end() :] if point else squashed
    return _NO_SIGN.sub("", NUMBERS.sub(NUMBER, YEARS.sub(YEAR, rest)))
