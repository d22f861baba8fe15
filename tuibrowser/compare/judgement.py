"""How sure it is that two measures are one matter, weighed as labelled measures taught."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import exp, log
from operator import mul
from typing import Final, Literal, NamedTuple

from tuibrowser.compare.traits import AT_LAST, AT_LENGTH, AT_ONCE, Trait, Traits, at_once
from tuibrowser.lexicon.likeness import BEFOREHAND, load_likeness

Question = Literal["townships", "years"]
"""Whether measures of two townships report the same act; whether one goes on from one of a year
before."""


class _Reach(NamedTuple):
    """What may still be added to the odds, so that less is not looked at further."""

    at_once: float
    """Beyond what characters tell."""
    at_length: float
    """Beyond that and what words and headings tell."""


_IN_REACH: Final[dict[Question, _Reach]] = {
    "townships": _Reach(7.5, 5.8),
    "years": _Reach(4.0, 3.0),
}
"""Of 439 pairs of labelled lists that are likely enough none needs more than 7.0 and 5.6; of 275
pairs of years, 3.6 and 2.5."""


class Judge:
    """Answers one question of any two measures."""

    def __init__(self, question: Question) -> None:
        weights = load_likeness()[question]
        self._beforehand = weights[BEFOREHAND]
        self._at_once = [weights[name] for name in AT_ONCE]
        self._at_length = _weighed(AT_LENGTH, weights)
        self._at_last = _weighed(AT_LAST, weights)
        self._in_reach = _IN_REACH[question]

    def probability(self, one: Traits, other: Traits, product: float, least: float) -> float:
        """How likely it is, 0 to 1; 0 where it is less than ``least``.

        Args:
            one: A measure.
            other: Another one; which comes first is all the same.
            product: Of their characters.
            least: From which probability on anybody wants to know.
        """
        found = self.odds(one, other, product, odds(least))
        if found is None:
            return 0.0
        # Sums in another order differ in the last digits.
        rounded = round(probability(found), 6)
        return rounded if rounded >= least else 0.0

    def odds(self, one: Traits, other: Traits, product: float, least: float) -> float | None:
        """The logarithm of the odds; ``None`` where they can hardly come to ``least``."""
        total: float = self._beforehand
        total += sum(map(mul, self._at_once, at_once(one.said, other.said, product)))
        if total + self._in_reach.at_once < least:
            return None
        total += sum([weight * trait(one, other) for weight, trait in self._at_length])
        if total + self._in_reach.at_length < least:
            return None
        return total + sum([weight * trait(one, other) for weight, trait in self._at_last])


def _weighed(
    traits: Mapping[str, Trait], weights: Mapping[str, float]
) -> list[tuple[float, Trait]]:
    """The ``traits`` that a question asks for, with what each weighs."""
    return [(weights[name], trait) for name, trait in traits.items() if name in weights]


def probability(odds: float) -> float:
    """The probability whose odds have the logarithm ``odds``."""
    return 1 / (1 + exp(-odds))


@lru_cache(maxsize=16)
def odds(probability: float) -> float:
    """The logarithm of what speaks for it over what speaks against it."""
    return log(probability / (1 - probability)) if probability > 0 else -1e9


@cache
def judge(question: Question) -> Judge:
    """The judge of one question."""
    return Judge(question)
