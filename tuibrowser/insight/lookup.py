"""Which passages may have a passage's wording, found by the rarest pairs of signs of it.

A library's index holds every pair of neighbouring characters. Whoever edits a wording breaks most
stretches of three, but words of two change places whole; so pairs are asked for. What is not asked
for is what anybody writes. A pair that is in too many passages leads nowhere alone: the rarest of
those are asked for two together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, combinations
from math import log
from operator import add, ne
from typing import Final, TypeVar

from tuibrowser.insight.evidence import Grams, Shelf
from tuibrowser.text.masks import NUMBER
from tuibrowser.text.shadows import Shadow

MOST_HOLDERS: Final = 100
"""Passages with a pair from which on it leads nowhere: 20 townships with it in each of five
years."""
_TELLING: Final = 1.1
"""What the signs of a pair must weigh together: one of them at least is no usual word's."""
_FEW: Final = 12
"""Telling pairs of a passage below which others are asked for, too."""
_MOST: Final = 48
"""Pairs of a passage that are asked for."""
_MOST_IN_ALL: Final = 2_400
"""Pairs of all passages of a report together that are asked for, 0.06 ms each among 10,000
reports."""
_RAREST: Final = 8
"""Pairs of a passage that lead nowhere alone and are asked for with each other. Where two signs in
five are others, three are left, so that one of all twos is."""
_TWOS_IN_ALL: Final = 2_800
"""What is asked for two together for all passages of a report, 0.1 ms each. Of three seeds' copies
among 10,000 reports 98 % are looked at so; with stretches of three, two of them together, it was
96 % in three times the time."""
_LEAST_TWOS: Final = 3
_READ: Final = 800
"""Passages that are counted for one, those that have the rarest first."""
_NOTHING: Final = 4 * MOST_HOLDERS
"""Passages that would have a pair that tells nothing."""
_TWO: Final = 2
_TOGETHER: Final = 1.3
"""How much more two together tell than one pair that as many have."""

T = TypeVar("T")


class Lookup:
    """Finds candidates for the passages of one report."""

    def __init__(self, shelf: Shelf, passages: int) -> None:
        """Share the effort among so many ``passages``."""
        self._shelf = shelf
        self._most = max(4, min(_MOST, _MOST_IN_ALL // max(1, passages)))
        self._twos = max(_LEAST_TWOS, _TWOS_IN_ALL // max(1, passages))

    def votes(
        self, passages: Sequence[tuple[Shadow, Sequence[float]]]
    ) -> list[Mapping[int, float]]:
        """For each passage the ids of those that have pairs of it; more for more, rarer ones.

        Args:
            passages: Of each its shadow and the weights of its signs.
        """
        grams = [_spread(_telling(*it), self._most) for it in passages]
        single = self._holders((gram,) for each in grams for gram in each)
        twos = [self._together(each, single) for each in grams]
        found = single | self._holders(two for each in twos for two in each)
        return [
            _votes([*((gram,) for gram in each), *its], found)
            for each, its in zip(grams, twos, strict=True)
        ]

    def _holders(self, wanted: Iterable[Grams]) -> dict[Grams, list[int]]:
        """The passages that have all of each, those that have a lower id first."""
        return self._shelf.holders(dict.fromkeys(wanted), MOST_HOLDERS)

    def _together(self, grams: Sequence[str], single: Mapping[Grams, Sequence[int]]) -> list[Grams]:
        """The pairs to be asked for two by two, of those that lead nowhere alone."""
        full = [gram for gram in grams if len(single[gram,]) >= MOST_HOLDERS]
        # The farther the first that have it reach among all passages, the rarer it is.
        full.sort(key=lambda gram: -single[gram,][-1])
        rarest: list[str] = []
        for gram in full:
            if len(rarest) < _RAREST and not any(_overlap(gram, it) for it in rarest):
                rarest.append(gram)
        return _spread(list(combinations(rarest, _TWO)), self._twos)


def _votes(asked: Sequence[Grams], found: Mapping[Grams, Sequence[int]]) -> dict[int, float]:
    """What of ``asked`` each passage has, the more for the rarer."""
    known = [(key, ids) for key in asked if 0 < len(ids := found[key]) < MOST_HOLDERS]
    if not known:
        # A wording that ever so many have: some of them.
        known = [(key, found[key]) for key in asked if len(key) == _TWO]
    known.sort(key=lambda it: len(it[1]))
    read = accumulate(len(ids) for _, ids in known)
    counted = [it for it, so_far in zip(known, read, strict=True) if so_far <= _READ]
    times = Counter(chain.from_iterable(ids for key, ids in counted for _ in key))
    # One pair of signs is chance, unless there was no second to ask for.
    least = min(_TWO, sum(len(key) == 1 for key in asked))
    votes = {id_: 0.0 for id_, count in times.items() if count >= least}
    likely = votes.keys()
    for key, ids in counted:
        tells = log(_NOTHING / len(ids)) * (_TOGETHER if len(key) == _TWO else 1)
        for id_ in likely & ids:
            votes[id_] += tells
    return votes


def _overlap(one: str, other: str) -> bool:
    """Whether one pair may stand on the second sign of the other: edits take both."""
    return one[-1] == other[0] or other[-1] == one[0]


def _telling(shade: Shadow, weights: Sequence[float]) -> list[str]:
    """The pairs that say something and stand in the text as they stand in the shadow."""
    signs, starts, ends = shade
    if not any(weights):
        # Of nothing but commonplaces only the figures may be somebody's.
        weights = [float(sign != NUMBER and NUMBER in signs) for sign in signs]
    is_parted = map(ne, ends, starts[1:])
    found: dict[str, float] = {}
    pairs = zip(map(add, signs, signs[1:]), weights, weights[1:], is_parted, strict=False)
    for pair, one, two, parted in pairs:
        if one and two and not parted:
            found.setdefault(pair, one + two)
    telling = [pair for pair, weight in found.items() if weight >= _TELLING]
    if len(telling) >= _FEW:
        return telling
    # Of a wording of usual words, which word follows which.
    return sorted(found, key=lambda pair: -found[pair])[:_MOST]


def _spread(items: Sequence[T], most: int) -> list[T]:
    """No more than ``most`` of them, from all over."""
    if len(items) <= most:
        return list(items)
    return [items[at * len(items) // most] for at in range(most)]
