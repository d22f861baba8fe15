"""Readings of a query that was mistyped by one character, or whose words stand in another order.

Rather than one loose question, whose newest answers are mostly worse than the right one, there is
one for each place where the mistake can be: it names all that stands before and behind the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.search.attempt import Attempt, Judge, each, literal, matching
from tuibrowser.search.stages import tokens_of
from tuibrowser.text.pinyin import is_han

SHORTEST: Final = 3
LONGEST: Final = 24

# How likely a slip is: swapping happens in few ways, a wrong or needless character is any of
# thousands.
_SWAPPED: Final = 0
_MISSING: Final = 1
_NEEDLESS: Final = 2
_WRONG: Final = 2
_APART: Final = 3

# Characters between two parts of a query that still belong together.
_GAP: Final = 12


def one_slip(needles: Sequence[str], quoted: frozenset[str]) -> Iterator[Attempt]:
    """Each needle in turn with one slip, the others as they are; the likeliest first."""
    found = [
        attempt
        for number, needle in enumerate(needles)
        if needle not in quoted and suits(needle)
        for attempt in _slips(needle, (*needles[:number], *needles[number + 1 :]))
    ]
    yield from sorted(found, key=lambda attempt: attempt.cost)


def suits(needle: str) -> bool:
    """Whether slips in ``needle`` can be told from another word."""
    return SHORTEST <= len(needle) <= LONGEST and sum(map(is_han, needle)) > 1


def _slips(needle: str, others: tuple[str, ...]) -> Iterator[Attempt]:
    rest = [literal(other) for other in others]

    def attempt(cost: int, parts: tuple[str, ...], judge: Judge, differing: int) -> Attempt:
        tokens = tokens_of((*parts, *others))
        return Attempt(
            "fuzzy", cost, tokens, each([judge, *rest]), differing=differing, swapped=not differing
        )

    size = len(needle)
    for wording in dict.fromkeys(_reordered(needle)):
        if wording == needle:
            continue
        yield attempt(_SWAPPED, (wording,), literal(wording), 0)
    for at in range(1, size):
        before, after = needle[:at], needle[at:]
        yield attempt(_MISSING, (before, after), _around(before, after), 1)
    for at in range(size):
        before, after = needle[:at], needle[at + 1 :]
        if not (tokens_of((before, after))):
            continue
        yield attempt(_NEEDLESS, (before + after,), literal(before + after), 1)
        if 0 < at < size - 1:
            yield attempt(_WRONG, (before, after), _around(before, after), 1)
    for at in range(2, size - 1):
        before, after = needle[:at], needle[at:]
        yield attempt(_APART, (before, after), _apart(before, after), 0)


def _reordered(needle: str) -> Iterator[str]:
    """Two neighbours swapped; two halves swapped."""
    for at in range(len(needle) - 1):
        yield needle[:at] + needle[at + 1] + needle[at] + needle[at + 2 :]
    for at in range(2, len(needle) - 1):
        yield needle[at:] + needle[:at]


def _around(before: str, after: str) -> Judge:
    """Holds where any one character stands between the two."""
    return matching(re.compile(f"{re.escape(before)}.{re.escape(after)}", re.DOTALL))


def _apart(before: str, after: str) -> Judge:
    """Holds where the two stand near each other, in any order."""
    one, other = re.escape(before), re.escape(after)
    gap = f".{{1,{_GAP}}}?"
    return matching(re.compile(f"{one}{gap}{other}|{other}{gap}{one}", re.DOTALL))
