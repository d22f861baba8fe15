"""What two wordings have in common, sign by sign, wherever clauses have moved to."""

from __future__ import annotations

import re
from typing import Final

SHORTEST: Final = 4
"""Signs that must follow each other in both."""
_BY_ITSELF: Final = 6
"""Signs of a stretch that counts wherever it stands; shorter ones are terms of the field, such as
人民调解, and count only beside such a stretch."""
_NEAR: Final = 4
"""Signs between a short stretch and the next one for which it is still a part of the wording."""

Grams = frozenset[str]
_RUN: Final = re.compile(b"\x01+")


def grams_of(signs: str) -> Grams:
    """All stretches of ``SHORTEST`` signs."""
    return frozenset(signs[at : at + SHORTEST] for at in range(len(signs) - SHORTEST + 1))


def shared_signs(signs: str, grams: Grams) -> bytearray:
    """For each of ``signs`` 1 where it stands in the other wording, too, else 0.

    Args:
        signs: Of one wording.
        grams: :func:`grams_of` of the other.
    """
    covered = bytearray(len(signs))
    for at in range(len(signs) - SHORTEST + 1):
        if signs[at : at + SHORTEST] in grams:
            covered[at : at + SHORTEST] = b"\x01" * SHORTEST
    runs = [found.span() for found in _RUN.finditer(covered)]
    for index, (low, high) in enumerate(runs):
        if high - low >= _BY_ITSELF:
            continue
        before = runs[index - 1] if index else None
        after = runs[index + 1] if index + 1 < len(runs) else None
        near = [
            it
            for it, gap in (
                (before, low - before[1] if before else 0),
                (after, after[0] - high if after else 0),
            )
            if it is not None and gap <= _NEAR and it[1] - it[0] >= _BY_ITSELF
        ]
        if not near:
            covered[low:high] = bytes(high - low)
    return covered
