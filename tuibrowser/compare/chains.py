"""Chains of measures through the years: each year's go on with those of the next, or end."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import Final

from tuibrowser.compare.assignment import assign
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.sameness import is_same, likeness_of, years_agree
from tuibrowser.compare.succession import (
    ANEW,
    MOSTLY,
    SURELY,
    Wording,
    likeness,
)
from tuibrowser.model.terms import Change, Strength
from tuibrowser.text.likeness import is_too_long

_CLEARLY: Final = 0.97
"""Likeness from which nobody doubts that one measure goes on from the other."""
_MOST_OF: Final = 0.5
"""Share of a year that goes on, from which the rest may be taken to go on at the lowest limit."""


class Chain:
    """One measure through the years."""

    def __init__(self, number: int, wording: Wording, perhaps: Wording | None = None) -> None:
        self.perhaps = perhaps
        """Of the year before the first: what nothing goes on from, and this may."""
        self.years = {number: wording}
        self.last = number
        self.parts: list[tuple[int, Wording]] = []
        """With their years, other measures that this one holds the year after, or held before."""
        self._became: dict[int, Change] = {number: "new"} if number else {}
        self._weakest = 1.0

    @property
    def strength(self) -> Strength | None:
        """How sure it is that all of them are one measure; ``None`` of a single one."""
        if len(self.years) == 1:
            return None
        if self._weakest >= _CLEARLY:
            return "strong"
        return "likely" if self._weakest >= SURELY else "possible"

    def take(self, number: int, wording: Wording, score: float, effort: Effort) -> None:
        """Go on with ``wording`` in year ``number``, which is like the last one by ``score``."""
        returns = self.last < number - 1
        self._became[number] = "new" if returns else _change(self.years[self.last], wording, effort)
        self.years[number] = wording
        self.last = number
        self._weakest = min(self._weakest, score)

    def in_year(self, number: int) -> Iterator[Wording]:
        """What it is in year ``number``, and its parts there."""
        if number in self.years:
            yield self.years[number]
        yield from (part for year, part in self.parts if year == number)

    def hold(self, other: Chain, number: int) -> None:
        """Take in ``other``, which is a part of this one from year ``number`` on or until then."""
        self.parts += (*other.years.items(), *other.parts)
        self._became[number] = self._change_of_all(number)

    def _change_of_all(self, number: int) -> Change:
        """What became of the measure and its parts in year ``number``, each year's read as one.

        Where sentences were only put together or parted nothing was reworded.
        """
        old, new = (
            sorted(self.in_year(year), key=attrgetter("index")) for year in (number - 1, number)
        )
        without, whole = (
            ["".join(said(it) for it in year) for year in (old, new)]
            for said in (attrgetter("text"), _with_opening)
        )
        if not (is_same(*without) or is_same(*whole)):
            return "reworded"
        numbers = [[number for it in year for number in it.numbers] for year in (old, new)]
        years = ([stated for it in year for stated in it.years] for year in (old, new))
        is_kept = numbers[0] == numbers[1] and years_agree(*years)
        return "kept" if is_kept else "numbers_only"

    def changes(self, count: int) -> Iterator[Change | None]:
        """For each of ``count`` years what became of the measure since the one before it."""
        for number in range(count):
            if number in self.years:
                yield self._became.get(number)
            else:
                yield "dropped" if number - 1 in self.years else None


def go_on(chains: list[Chain], number: int, wordings: Sequence[Wording], effort: Effort) -> None:
    """Find for each measure of year ``number`` what it was the year before, else earlier."""
    free = dict.fromkeys(range(len(wordings)))
    perhaps: dict[int, tuple[float, Wording]] = {}
    for before in range(number - 1, -1, -1):
        waiting = [chain for chain in chains if chain.last == before]
        most = min(len(waiting), len(wordings))
        # What is the same to the letter goes before what is only alike.
        for key in (_to_the_letter, _but_for_years, _in_words):
            waiting = _take_equal(waiting, number, wordings, free, effort, key)
        olds = [chain.years[before] for chain in waiting]
        scores = likeness(olds, wordings, free, effort)
        for least in (SURELY, None):
            found = sum(chain.last == number and before in chain.years for chain in chains)
            limit = _limit(found, most) if least is None else least
            weights = [
                {
                    index: score
                    for index, score in row.items()
                    if score >= limit and index in free and chain.last == before
                }
                for chain, row in zip(waiting, scores, strict=True)
            ]
            for chain, row, index in zip(waiting, weights, assign(weights, effort), strict=True):
                if index is not None:
                    chain.take(number, wordings[index], row[index], effort)
                    del free[index]
        if before == number - 1:
            for chain, row in zip(waiting, scores, strict=True):
                for index, score in row.items():
                    if index in free and chain.last == before:
                        old = chain.years[before]
                        perhaps[index] = max(
                            perhaps.get(index, (0.0, old)), (score, old), key=itemgetter(0)
                        )
    chains += [
        Chain(number, wordings[index], perhaps[index][1] if index in perhaps else None)
        for index in free
    ]


def _limit(found: int, most: int) -> float:
    """From which likeness on the rest of a year goes on, where ``found`` of ``most`` do.

    Where a year is written anew, what is left over of it has as much in common by chance.
    """
    share = min(1.0, found / (_MOST_OF * most)) if most else 0.0
    return ANEW - share * (ANEW - MOSTLY)


def _take_equal(
    chains: Sequence[Chain],
    number: int,
    wordings: Sequence[Wording],
    free: dict[int, None],
    effort: Effort,
    key: Callable[[Wording], Hashable],
) -> list[Chain]:
    """Let chains go on with a measure of the same masked text; returns those that found none.

    Args:
        chains: Those that wait.
        number: Of the year.
        wordings: Its measures.
        free: Which of them nobody has.
        effort: Counts the work.
        key: What must be the same.
    """
    equal: dict[Hashable, deque[int]] = {}
    for index in free:
        equal.setdefault(key(wordings[index]), deque()).append(index)
    left = []
    for chain in chains:
        if indices := equal.get(key(chain.years[chain.last])):
            index = indices.popleft()
            chain.take(number, wordings[index], 1.0, effort)
            del free[index]
        else:
            left.append(chain)
    return left


def _in_words(it: Wording) -> Hashable:
    return it.said_as, it.text


def _but_for_years(it: Wording) -> Hashable:
    return it.said_as, it.text, it.numbers


def _to_the_letter(it: Wording) -> Hashable:
    return it.said_as, it.text, it.numbers, tuple(stated.year for stated in it.years)


def _change(old: Wording, new: Wording, effort: Effort) -> Change:
    if old.text != new.text and is_too_long(old.text, new.text):
        effort.meet("long")
    return likeness_of(old, new)


def _with_opening(it: Wording) -> str:
    return it.opening + it.text
