"""Which of many measures one measure may be like, without comparing it with each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Final, TypeVar

from tuibrowser.compare.effort import Effort

Terms = Mapping[str, float]
"""What a measure is compared by, with weights."""

_ORDINARY: Final = 1_200
"""Measures that a report may have to be compared as thoroughly as can be: one of 100,000 characters
has 1,100."""
_MOST_LOOKS: Final = 16_384
"""Steps for each of so many measures; among 1,100 one takes 9,900."""
_FEWEST_LOOKS: Final = 2_048
"""Steps for each where there are more."""
MOST: Final = 160
"""Partners that a measure may have; 142 is the most among 1,100 measures, 19 where they are years
of one township."""
_LIKELY: Final = 32
"""Of those that share rare terms, so many are looked at whole where not all can be."""
_FEWEST: Final = 4
"""However long the measure is."""

T = TypeVar("T")
_Place = Sequence[tuple[int, float]]
"""The measures that have a term, rising, and its weight in each."""


class Candidates:
    """The measures of a report by their terms."""

    def __init__(self, measures: Mapping[int, Terms], askers: int, effort: Effort) -> None:
        """Take ``measures``.

        Args:
            measures: By number, rising.
            askers: How many measures will ask; where there are very many, each may do less.
            effort: Counts the work.
        """
        self._measures = measures
        self._order = list(measures)
        self._effort = effort
        self._most = _MOST_LOOKS if askers <= _ORDINARY else _FEWEST_LOOKS
        places = defaultdict[str, list[tuple[int, float]]](list)
        for number, terms in measures.items():
            for term, weight in terms.items():
                places[term].append((number, weight))
        self._places = dict(places)

    def products(self, terms: Terms, where: float) -> dict[int, float]:
        """The product of ``terms`` with those of each measure that shares one.

        Where that takes too many steps, only with the measures that share the rarest terms, of
        equals those about as far into their report.

        Args:
            terms: Of the measure that asks.
            where: How far it stands into its own report, 0 to 1.
        """
        places = [
            (place, weight) for term, weight in terms.items() if (place := self._places.get(term))
        ]
        looks = sum(len(place) for place, _ in places)
        if looks <= self._most:
            self._effort.looks += looks
            return _summed(places)
        self._effort.meet("many")
        sums = _summed(list(self._near(places, where)))
        most = min(_LIKELY, max(_FEWEST, self._most // len(terms)))
        centre = self._order[min(int(where * len(self._order)), len(self._order) - 1)]
        likely = nlargest(most, sums, key=lambda number: (sums[number], -abs(number - centre)))
        self._effort.looks += len(likely) * len(terms)
        return {number: _product(terms, self._measures[number]) for number in sorted(likely)}

    def _near(
        self, places: Sequence[tuple[_Place, float]], where: float
    ) -> Iterator[tuple[_Place, float]]:
        """The rarest of ``places``, as many as may be looked at, long ones around ``where``."""
        left = self._most
        for place, weight in sorted(places, key=lambda it: len(it[0])):
            near = around(place, where, left)
            yield near, weight
            left -= len(near)
            if not left:
                break
        self._effort.looks += self._most - left


def around(things: Sequence[T], where: float, most: int) -> Sequence[T]:
    """At most ``most`` of ``things`` that follow each other, those about ``where``, 0 to 1."""
    first = max(0, min(int(where * len(things)) - most // 2, len(things) - most))
    return things[first : first + most]


def _summed(places: Sequence[tuple[_Place, float]]) -> dict[int, float]:
    sums: dict[int, float] = {}
    for place, weight in places:
        for number, other in place:
            sums[number] = sums.get(number, 0.0) + weight * other
    return sums


def _product(one: Terms, other: Terms) -> float:
    return sum(weight * other[term] for term, weight in one.items() if term in other)
