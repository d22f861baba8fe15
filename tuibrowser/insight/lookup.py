"""Which passages may have a passage's wording, found by a few telling stretches of it.

A library's index holds every pair of neighbouring characters, so a stretch of three can be asked
for. What is not asked for is what anybody writes. Where a stretch alone is in too many passages,
two of them together are asked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from tuibrowser.insight.evidence import GRAM, Grams, Shelf
from tuibrowser.text.shadows import Shadow

MOST_HOLDERS: Final = 150
"""Passages with a stretch from which on it leads nowhere: 30 townships with it in each of five
years."""
_TELLING: Final = 1.9
"""What the signs of a stretch must weigh together: two of them at least are no usual word's."""
_ENOUGH: Final = 4
"""Such stretches; where there are fewer, others are asked for, too."""
_MOST: Final = 16
"""Stretches of a passage that are asked for."""
_MOST_IN_ALL: Final = 1_200
"""The same for all passages of a report together, 0.1 ms each."""
_FEW: Final = 4
"""Of a passage's stretches that lead somewhere, below which pairs of the others are tried."""
_PAIRS: Final = 8
"""Such pairs of a passage."""


T = TypeVar("T")


class Lookup:
    """Finds candidates for the passages of one report."""

    def __init__(self, shelf: Shelf, passages: int) -> None:
        """Share the effort among so many ``passages``."""
        self._shelf = shelf
        self._most = max(4, min(_MOST, _MOST_IN_ALL // max(1, passages)))

    def votes(self, shade: Shadow, weights: Sequence[float]) -> Mapping[int, float]:
        """The ids of passages that have stretches of this one, more for more and rarer ones.

        Args:
            shade: Of the passage.
            weights: Of each sign.
        """
        grams = _spread(_telling(shade, weights), self._most)
        single = self._shelf.holders([(gram,) for gram in grams], MOST_HOLDERS)
        full = [gram for gram in grams if len(single[gram,]) >= MOST_HOLDERS]
        found = {key: ids for key, ids in single.items() if len(ids) < MOST_HOLDERS}
        if len(found) < _FEW and len(full) > 1:
            found |= self._of_pairs(full)
        times: Counter[int] = Counter()
        votes: dict[int, float] = defaultdict(float)
        for key, ids in found.items():
            for id_ in ids:
                times[id_] += len(key)
                votes[id_] += 1 / len(ids)
        # One stretch of three signs is chance, unless there was no second to ask for.
        least = min(2, len(grams))
        return {id_: vote for id_, vote in votes.items() if times[id_] >= least}

    def _of_pairs(self, grams: Sequence[str]) -> dict[Grams, list[int]]:
        half = len(grams) // 2
        pairs = list(zip(grams[:half], grams[half:], strict=False))
        found = self._shelf.holders(_spread(pairs, min(_PAIRS, self._most)), MOST_HOLDERS)
        return {key: ids for key, ids in found.items() if len(ids) < MOST_HOLDERS}


def _telling(shade: Shadow, weights: Sequence[float]) -> list[str]:
    """The stretches that say something and stand in the text as they stand in the shadow."""
    signs, starts, ends = shade
    found: dict[str, float] = {}
    for at in range(len(signs) - GRAM + 1):
        its = weights[at : at + GRAM]
        if min(its) > 0 and all(ends[it] == starts[it + 1] for it in range(at, at + GRAM - 1)):
            found.setdefault(signs[at : at + GRAM], sum(its))
    telling = [gram for gram, weight in found.items() if weight >= _TELLING]
    if len(telling) >= _ENOUGH:
        return telling
    # Of a wording of usual words, which word follows which.
    return sorted(found, key=lambda gram: -found[gram])[:_ENOUGH]


def _spread(items: Sequence[T], most: int) -> list[T]:
    """No more than ``most`` of them, from all over."""
    if len(items) <= most:
        return list(items)
    return [items[at * len(items) // most] for at in range(most)]
