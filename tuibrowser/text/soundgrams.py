"""What the index of sounds holds of a passage: pairs of syllables and groups of initials.

A syllable is written as its representative (``text.pinyin``), so a pair of syllables is a pair of
characters and the same code asks for either. What a passage holds without a Han character (12, led)
sounds as it is written and is left to the index of characters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, product
from operator import add
from string import ascii_lowercase
from typing import Final

from tuibrowser.text.grams import runs
from tuibrowser.text.pinyin import (
    capital_initials,
    represent,
    several_initials,
    spoken_initials,
)

# Pairs of initials are held by every twentieth passage. Groups of 3 at every place are 0.44 of the
# size of the text, at every other one 0.27: a question then asks for two neighbours, either of
# which will do.
_GROUP: Final = 3
_STEP: Final = 2

_STRETCH: Final = re.compile("[A-Z]+")


def syllable_pairs(squashed: str) -> set[str]:
    """The pairs of neighbours in ``squashed``, as they sound, where one of them is Han.

    Or of another script than Latin: telling those apart would cost as much as all else.
    """
    found: set[str] = set()
    for run in runs(represent(squashed)):
        found.update(map(add, run, run[1:]))
    return found - {pair for pair in found if pair.isascii()}


def initial_groups(squashed: str) -> set[str]:
    """Initials in every stretch of Han characters: of its first to third, third to fifth, … .

    The last group has two where the stretch ends so. Of a character with several readings in words
    all initials count: 1.3 times as many groups, which spares a question its alternatives.
    """
    found: set[str] = set()
    for stretch in _STRETCH.finditer(capital_initials(squashed)):
        letters = stretch[0].lower()
        found.update([letters[at : at + _GROUP] for at in range(0, len(letters) - 1, _STEP)])
        # Most characters have one reading; only groups with another take the long way.
        spoken = squashed[stretch.start() : stretch.end()]
        for place in several_initials().finditer(spoken):
            last = place.start() // _STEP * _STEP
            for at in {last, place.start() - _STEP} if place.start() == last else {last}:
                if 0 <= at < len(letters) - 1:
                    found.update(_spoken(spoken[at : at + _GROUP]))
    return found


@lru_cache(maxsize=1 << 16)
def _spoken(group: str) -> tuple[str, ...]:
    return tuple(map("".join, product(*map(spoken_initials, group))))


def groups_of(letters: str) -> tuple[tuple[str, ...], ...]:
    """What :func:`initial_groups` holds of a text with ``letters``: one of each tuple at least.

    Args:
        letters: At least two initials, a to z.
    """
    if len(letters) > _GROUP:
        groups = [letters[i : i + _GROUP] for i in range(len(letters) - _GROUP + 1)]
        return tuple(pairwise(groups))
    before = tuple(other + letters[:2] for other in ascii_lowercase)
    last = letters[-2:]
    after = (last, *(last + other for other in ascii_lowercase))
    # They stand at a place where a group begins, or one further on.
    return (before + after,) if len(letters) == 2 else ((letters, *before), (letters, *after))
