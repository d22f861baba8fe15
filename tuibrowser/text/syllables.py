"""Cutting typed letters into pinyin syllables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nsmallest
from math import log
from typing import Final, NamedTuple

from tuibrowser.text.fold import fold
from tuibrowser.text.pinyin import sounds

LONGEST: Final = 6
"""Letters of the longest syllables, such as zhuang."""

# No one types more in one go, and every letter costs 30 us.
_MOST_LETTERS: Final = 200

# How many syllables more than the fewest a way may have.
_SPARE: Final = 1

_BOUNDARY: Final = re.compile(r"[\s']+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to read typed letters as pinyin."""

    syllables: tuple[str, ...]
    """As the table spells them: lue and lüe are lve."""
    unfinished: str = ""
    """The letters after them, which begin a syllable but are none yet."""


def split(letters: str, limit: int = 8) -> tuple[Spelling, ...]:
    """The ways to cut ``letters`` into syllables: fewest first, then complete, then common ones.

    At most one syllable more than the fewest: ``lian`` is lian, or li an (立案).

    Args:
        letters: Latin letters of any width and case. White space and apostrophes are boundaries
            that no syllable crosses: ``xi'an`` is never xian.
        limit: How many ways at most.

    Returns:
        Nothing where the letters are no pinyin. The last syllable may be unfinished, as it is while
        being typed, unless a boundary follows. One that is complete may still grow, du into duan;
        ``completions`` says what either may become.
    """
    typed = fold(letters).lower().replace("ü", "v")
    if len(typed) > _MOST_LETTERS:
        return ()
    *chunks, last = _BOUNDARY.split(typed)
    cuts = [_Cut(0, False, 0.0, ())]
    for chunk in chunks:
        cuts = _cells(chunk, cuts, limit)[-1]
    cells = _cells(last, cuts, limit)
    cuts = nsmallest(limit, (*cells[-1], *_growing(last, cells)))
    return tuple(
        Spelling(cut.syllables, cut.unfinished)
        for cut in cuts
        if 0 < cut.size <= cuts[0].size + _SPARE
    )


def standard(letters: str) -> str | None:
    """The syllable that ``letters`` spell in full: lv for lv, lve for lue; else ``None``."""
    return _spellings().get(letters)


@lru_cache(maxsize=1024)
def completions(letters: str) -> tuple[str, ...]:
    """The syllables that begin with ``letters``, the commonest first."""
    grown = (to for spelt, to in _spellings().items() if spelt.startswith(letters))
    return tuple(dict.fromkeys(grown))


class _Cut(NamedTuple):
    """A way to read the letters up to some place. The lesser of two is the better."""

    size: int
    growing: bool
    rarity: float
    syllables: tuple[str, ...]
    unfinished: str = ""


@cache
def _spellings() -> dict[str, str]:
    """What may be typed → the syllable; commonest first."""
    # No other syllables are spelt lue and nue, so u does for ü there.
    return {syllable: syllable for syllable in sounds()} | {"lue": "lve", "nue": "nve"}


@cache
def _rarity() -> dict[str, float]:
    # Zipf's law: the n-th commonest is met 1/n as often as the commonest.
    return {syllable: log(rank) for rank, syllable in enumerate(sounds(), start=1)}


def _cells(letters: str, before: list[_Cut], limit: int) -> list[list[_Cut]]:
    """For each place in ``letters`` the best ways to read all that stands before it.

    Args:
        letters: A stretch without boundaries.
        before: The ways to read what precedes it; they are the first cell.
        limit: How many are kept of each cell.
    """
    cells = [before]
    for end in range(1, len(letters) + 1):
        cuts = [
            _Cut(cut.size + 1, False, cut.rarity + _rarity()[syllable], (*cut.syllables, syllable))
            for start in range(max(end - LONGEST, 0), end)
            if (syllable := standard(letters[start:end]))
            for cut in cells[start]
        ]
        cells.append(nsmallest(limit, cuts))
    return cells


def _growing(letters: str, cells: Sequence[list[_Cut]]) -> Iterator[_Cut]:
    """The ways to read ``letters`` that leave the last syllable unfinished."""
    for start in range(max(len(letters) - LONGEST, 0), len(letters)):
        tail = letters[start:]
        if not standard(tail) and (grown := completions(tail)):
            for cut in cells[start]:
                rarity = cut.rarity + _rarity()[grown[0]]
                yield _Cut(cut.size + 1, True, rarity, cut.syllables, tail)
