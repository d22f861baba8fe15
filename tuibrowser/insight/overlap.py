"""What two wordings have in common, sign by sign, wherever clauses have moved to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import compress, pairwise
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
_BITS: Final = 8
"""Of a sign in a whole number, so that a number's bytes are what is shared."""


class Grams(NamedTuple):
    """A wording as all its stretches of ``_LONG`` and of ``_SHORT`` signs."""

    long: frozenset[str]
    short: frozenset[str]


# A neighbour's measure is laid beside many, and often says the same in several years.
@lru_cache(maxsize=1 << 13)
def grams_of(text: str) -> Grams:
    """The stretches of the signs of a text's shadow; the same object for the same signs."""
    return _grams_of_signs(signs_of(text))


@lru_cache(maxsize=1 << 13)
def _grams_of_signs(signs: str) -> Grams:
    return Grams(*(frozenset(_stretches(signs, size)) for size in (_LONG, _SHORT)))


class Wording:
    """The wording at hand, which many others are laid beside.

    Where stretches begin there is made a whole number, a byte for each sign: what is near and what
    belongs to them is told in a few steps then, however many there are.
    """

    def __init__(self, signs: str, weights: Sequence[float]) -> None:
        """Take what is needed of it once.

        Args:
            signs: Of its shadow.
            weights: Of each sign, as of :class:`tuibrowser.insight.boilerplate.Weights`.
        """
        self._weights = weights
        self._long = _begins(signs, _LONG, range(len(signs) - _LONG + 1))
        telling = (at for at, pair in enumerate(pairwise(weights)) if min(pair) >= 1)
        self._short = _begins(signs, _SHORT, telling)

    def shared(self, other: Grams) -> bytes:
        """For each sign 1 where it stands in the other wording, too, else 0."""
        size = len(self._weights)
        begins = _all_of(self._long, other.long, size)
        if not begins:
            return bytes(size)
        covered = bytearray(_widened(begins, _LONG).to_bytes(size, "little"))
        for low, high in runs(covered):
            if sum(self._weights[low:high]) < _TELLING:
                covered[low:high] = bytes(high - low)
        long = int.from_bytes(covered, "little")
        if not long:
            return bytes(size)
        near = _widened(long, 2 * _NEAR + _SHORT) >> _BITS * (_NEAR + _SHORT - 1)
        short = _all_of(self._short, other.short, size) & near
        return (long | _widened(short, _SHORT)).to_bytes(size, "little")


def weight_of(shared: bytes, weights: Sequence[float]) -> float:
    """What the signs that are shared weigh together."""
    return sum(compress(weights, shared))


def runs(covered: bytes | bytearray) -> list[tuple[int, int]]:
    """The stretches of signs that are shared."""
    return [found.span() for found in _RUN.finditer(covered)]


def either(one: bytes, other: bytes) -> bytes:
    """What is shared with one or the other."""
    both = int.from_bytes(one, "little") | int.from_bytes(other, "little")
    return both.to_bytes(len(one), "little")


def without_short(shared: bytes, least: int) -> bytes:
    """The same without stretches of fewer signs."""
    begins = signs = int.from_bytes(shared, "little")
    for behind in range(1, least):
        begins &= signs >> _BITS * behind
    return _widened(begins, least).to_bytes(len(shared), "little")


def _begins(signs: str, size: int, places: Iterable[int]) -> dict[str, list[int]]:
    """For each stretch of so many signs the ``places`` at which it stands."""
    found: dict[str, list[int]] = defaultdict(list)
    for at in places:
        found[signs[at : at + size]].append(at)
    return dict(found)


def _all_of(begins: Mapping[str, list[int]], grams: frozenset[str], size: int) -> int:
    """Where those of ``grams`` begin, as a whole number of ``size`` bytes."""
    covered = bytearray(size)
    # Not ``begins.keys() & grams``, which goes through the other's one by one: twice the time.
    for places in map(begins.__getitem__, grams.intersection(begins)):
        for at in places:
            covered[at] = 1
    return int.from_bytes(covered, "little")


def _widened(begins: int, size: int) -> int:
    """The signs of stretches that begin there: each, and as many behind it as make ``size``."""
    done = 1
    while done < size:
        step = min(done, size - done)
        begins |= begins << _BITS * step
        done += step
    return begins


def _stretches(signs: str, size: int) -> list[str]:
    return [signs[at : at + size] for at in range(len(signs) - size + 1)]
