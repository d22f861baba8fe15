"""Which passages may have a passage's wording, found by a few telling stretches of it.

A library's index holds every pair of neighbouring characters, so a stretch of three can be asked
for. What is not asked for is what anybody writes. Where a stretch alone is in too many passages,
two of them together are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from operator import ne
from typing import Final, TypeVar

from tuibrowser.insight.evidence import GRAM, Grams, Shelf
from tuibrowser.text.shadows import Shadow

MOST_HOLDERS: Final = 150
"""Passages with a stretch from which on it leads nowhere: 30 townships with it in each of five
years."""
_TELLING: Final = 1.9
"""What the signs of a stretch must weigh together: two of them at least are no usual word's."""
_MOST: Final = 48
"""Stretches of a passage that are asked for: where two signs in five are others, one stretch of
three in five is left. Where fewer are telling, others are asked for, too."""
_MOST_IN_ALL: Final = 2_400
"""The same for all passages of a report together, 0.06 ms each."""
_PAIRS: Final = 12
"""Pairs of a passage's stretches that lead nowhere alone, 0.4 ms each among 10,000 reports."""
_PAIR: Final = 2
_FEW: Final = 40
"""Passages with two stretches of one, below which those with a single rare one are looked at, too:
of a copy whose words change places throughout a name is left. Where there are many, those would
push others out."""
_RARE: Final = 40
"""Passages that have such a stretch at most."""
_MOST_OF_ONE: Final = 12
"""Passages that are looked at for one stretch."""

T = TypeVar("T")


class Lookup:
    """Finds candidates for the passages of one report."""

    def __init__(self, shelf: Shelf, passages: int) -> None:
        """Share the effort among so many ``passages``."""
        self._shelf = shelf
        self._most = max(4, min(_MOST, _MOST_IN_ALL // max(1, passages)))

    def votes(
        self, passages: Sequence[tuple[Shadow, Sequence[float]]]
    ) -> list[Mapping[int, float]]:
        """For each passage the ids of those that have stretches of it; more for more, rarer ones.

        Args:
            passages: Of each its shadow and the weights of its signs.
        """
        grams = [_spread(_telling(*it), self._most) for it in passages]
        single = self._holders((gram,) for each in grams for gram in each)
        pairs = [self._pairs(each, single) for each in grams]
        double = self._holders(pair for each in pairs for pair in each)
        found = single | double
        return [
            _votes([*((gram,) for gram in each), *its], found)
            for each, its in zip(grams, pairs, strict=True)
        ]

    def _holders(self, wanted: Iterable[Grams]) -> dict[Grams, list[int]]:
        """The passages that have all of each; what is in too many leads nowhere."""
        found = self._shelf.holders(dict.fromkeys(wanted), MOST_HOLDERS)
        return {key: ids for key, ids in found.items() if len(ids) < MOST_HOLDERS}

    def _pairs(self, grams: Sequence[str], single: Mapping[Grams, Sequence[int]]) -> list[Grams]:
        """The stretches to be asked for two by two, those that lead nowhere alone."""
        full = [gram for gram in grams if (gram,) not in single]
        half = len(full) // _PAIR
        return _spread(list(zip(full[:half], full[half:], strict=False)), min(_PAIRS, self._most))


def _votes(asked: Sequence[Grams], found: Mapping[Grams, Sequence[int]]) -> dict[int, float]:
    known = [(key, ids) for key in asked if (ids := found.get(key))]
    times = Counter(chain.from_iterable(ids for key, ids in known for _ in key))
    # One stretch of three signs is chance, unless there was no second to ask for.
    least = min(_PAIR, sum(len(key) == 1 for key in asked))
    likely = {id_ for id_, count in times.items() if count >= least}
    if len(likely) < _FEW:
        rarest_first = sorted(known, key=lambda it: len(it[1]))
        rare = chain.from_iterable(ids for _, ids in rarest_first if len(ids) <= _RARE)
        new = dict.fromkeys(id_ for id_ in rare if id_ not in likely)
        likely.update(islice(new, _MOST_OF_ONE))
    votes = dict.fromkeys(likely, 0.0)
    for _, ids in known:
        share = 1 / len(ids)
        for id_ in likely.intersection(ids):
            votes[id_] += share
    return votes


def _telling(shade: Shadow, weights: Sequence[float]) -> list[str]:
    """The stretches that say something and stand in the text as they stand in the shadow."""
    signs, starts, ends = shade
    is_parted = list(map(ne, ends, starts[1:]))
    found: dict[str, float] = {}
    triples = zip(weights, weights[1:], weights[2:], is_parted, is_parted[1:], strict=False)
    for at, (one, two, three, is_one_parted, is_two_parted) in enumerate(triples):
        if one and two and three and not (is_one_parted or is_two_parted):
            found.setdefault(signs[at : at + GRAM], one + two + three)
    telling = [gram for gram, weight in found.items() if weight >= _TELLING]
    if len(telling) >= _MOST:
        return telling
    # Of a wording of usual words, which word follows which.
    return sorted(found, key=lambda gram: -found[gram])[:_MOST]


def _spread(items: Sequence[T], most: int) -> list[T]:
    """No more than ``most`` of them, from all over."""
    if len(items) <= most:
        return list(items)
    return [items[at * len(items) // most] for at in range(most)]
