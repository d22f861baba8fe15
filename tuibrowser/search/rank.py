"""Which of two hits comes first.

The stricter match, then work before headings and page furniture, then words that stand together
before words that are scattered, then the newer report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.model.terms import Role

ROLE_ORDER: Final[tuple[Role, ...]] = (
    "measure",
    "heading",
    "lead",
    "title",
    "other",
    "signature",
    "furniture",
)

_GAP: Final = 12
"""Characters between words that still belong together: a clause, not a paragraph."""


def score(place: int) -> float:
    """Of the hit at ``place`` in its answer, from 0: its reciprocal rank."""
    return 1 / (place + 1)


def stand_together(needles: Sequence[str], squashed: str) -> bool:
    """Whether somewhere in ``squashed`` all ``needles`` stand close to each other, in any order.

    Between them there are at most 12 characters in all.
    """
    places = sorted(
        (start, start + len(needle), number)
        for number, needle in enumerate(needles)
        for start in _occurrences(needle, squashed)
    )
    widest = sum(map(len, needles)) + _GAP
    for first, (start, _, _) in enumerate(places):
        seen: set[int] = set()
        for _, end, number in places[first:]:
            if end - start > widest:
                break
            seen.add(number)
            if len(seen) == len(needles):
                return True
    return False


def _occurrences(needle: str, squashed: str) -> list[int]:
    found: list[int] = []
    start = squashed.find(needle)
    while start >= 0:
        found.append(start)
        start = squashed.find(needle, start + 1)
    return found
