"""Logistic regression that tells of several places the right one, by signs of each.

What ``makers/endings.py``, ``makers/edges.py`` and ``makers/trust.py`` learn with; needs numpy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np

STEPS: Final = 300
PACE: Final = 0.05

Array = Any
"""Of numpy, which only makers need."""
Signs = Mapping[str, float]
"""The signs of a place, each as often as it is there."""


class Example(NamedTuple):
    """Places with their signs, and which of them are right."""

    places: Sequence[Signs]
    rights: Collection[int]
    """Their numbers, one or several that are as right as each other."""
    counts: float = 1


def learn(examples: Sequence[Example], *, rarest: int, shrinking: float) -> dict[str, float]:
    """What each sign weighs.

    Args:
        examples: What is learnt from.
        rarest: At so many places a sign must stand.
        shrinking: By how much weights are held back.
    """
    met = Counter(sign for it in examples for place in it.places for sign in place)
    signs = [sign for sign, times in met.items() if times >= rarest]
    numbers = {sign: at for at, sign in enumerate(signs)}
    rows, columns, values = [], [], []
    first, counts = [], []
    is_right: list[bool] = []
    for it in examples:
        first.append(len(is_right))
        counts.append(it.counts)
        for at, place in enumerate(it.places):
            for sign, value in place.items():
                if value and sign in numbers:
                    rows.append(len(is_right))
                    columns.append(numbers[sign])
                    values.append(value)
            is_right.append(at in it.rights)
    found = _Sparse(np.array(rows), np.array(columns), np.array(values), len(is_right), len(signs))
    weights = _descend(found, np.array(first), np.array(is_right), np.array(counts), shrinking)
    return dict(zip(signs, weights.tolist(), strict=True))


class _Sparse(NamedTuple):
    rows: Array
    columns: Array
    values: Array
    height: int
    width: int

    def times(self, weights: Array) -> Array:
        return np.bincount(self.rows, self.values * weights[self.columns], self.height)

    def transposed_times(self, shares: Array) -> Array:
        return np.bincount(self.columns, self.values * shares[self.rows], self.width)


def _descend(
    found: _Sparse, first: Array, is_right: Array, counts: Array, shrinking: float
) -> Array:
    """The likeliest weights, by gradient steps that suit each of them (Adam)."""
    sizes = np.diff([*first, found.height])
    of_place = np.repeat(np.arange(len(first)), sizes)
    weights = np.zeros(found.width)
    mean, square = np.zeros(found.width), np.zeros(found.width)
    for step in range(1, STEPS + 1):
        says = found.times(weights)
        odds = np.exp(says - np.maximum.reduceat(says, first)[of_place])
        shares = odds / np.add.reduceat(odds, first)[of_place]
        of_rights = odds * is_right
        shares -= of_rights / np.add.reduceat(of_rights, first)[of_place]
        shares *= counts[of_place]
        slope = found.transposed_times(shares) + shrinking * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        pace = PACE * (1 - step / (STEPS + 1)) ** 0.5
        weights -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights
