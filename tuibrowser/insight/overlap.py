"""What two wordings have in common, sign by sign, wherever clauses have moved to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from typing import Final, NamedTuple

from tuibrowser.text.shadows import signs_of

_LONG: Final = 4
"""Signs in a row that count wherever they stand in both."""
_SHORT: Final = 2
"""Signs in a row that count beside a longer stretch, unless they are a usual word's: of a copy with
two signs in five replaced little more is left (红薯, 粉条, 扫码)."""
_NEAR: Final = 20
"""Signs between a short stretch and a longer one for which both are of one wording."""
_TELLING: Final = 1.5
"""What a stretch must weigh to count: 人民调解委员会 weighs less."""

_RUN: Final = re.compile(b"\x01+")


class Grams(NamedTuple):
    """A wording as all its stretches of ``_LONG`` and of ``_SHORT`` signs."""

    long: frozenset[str]
    short: frozenset[str]


# A neighbour's measure is laid beside many, and is often the same in several years.
@lru_cache(maxsize=1 << 13)
def grams_of(text: str) -> Grams:
    """The stretches of the signs of a text's shadow."""
    signs = signs_of(text)
    return Grams(*(frozenset(_stretches(signs, size)) for size in (_LONG, _SHORT)))


class Wording:
    """The wording at hand, which many others are laid beside."""

    def __init__(self, signs: str, weights: Sequence[float]) -> None:
        """Take what is needed of it once.

        Args:
            signs: Of its shadow.
            weights: Of each sign, as of :class:`tuibrowser.insight.boilerplate.Weights`.
        """
        self._weights = weights
        self._long = _places(signs, _LONG)
        self._short = _places(signs, _SHORT)
        for gram, places in list(self._short.items()):
            self._short[gram] = [at for at in places if min(weights[at : at + _SHORT]) >= 1]

    def shared(self, other: Grams) -> bytearray:
        """For each sign 1 where it stands in the other wording, too, else 0."""
        covered = bytearray(len(self._weights))
        for gram in self._long.keys() & other.long:
            for at in self._long[gram]:
                covered[at : at + _LONG] = b"\x01" * _LONG
        for low, high in runs(covered):
            if sum(self._weights[low:high]) < _TELLING:
                covered[low:high] = bytes(high - low)
        if not any(covered):
            return covered
        long = bytes(covered)
        for gram in self._short.keys() & other.short:
            for at in self._short[gram]:
                if any(long[max(0, at - _NEAR) : at + _SHORT + _NEAR]):
                    covered[at : at + _SHORT] = b"\x01" * _SHORT
        return covered


def weight_of(shared: bytearray, weights: Sequence[float]) -> float:
    """What the signs that are shared weigh together."""
    return sum(compress(weights, shared))


def runs(covered: bytearray) -> list[tuple[int, int]]:
    """The stretches of signs that are shared."""
    return [found.span() for found in _RUN.finditer(covered)]


def _places(signs: str, size: int) -> dict[str, list[int]]:
    """Where each stretch of so many signs begins."""
    found: dict[str, list[int]] = {}
    for at, gram in enumerate(_stretches(signs, size)):
        found.setdefault(gram, []).append(at)
    return found


def _stretches(signs: str, size: int) -> list[str]:
    return [signs[at : at + size] for at in range(len(signs) - size + 1)]
