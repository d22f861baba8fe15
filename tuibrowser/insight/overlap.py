"""What two wordings have in common, sign by sign: stretches, wherever clauses have moved to, and
what stands in the same order though every other sign was replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from tuibrowser.text.shadows import signs_of

if TYPE_CHECKING:
    from rapidfuzz.distance._initialize import Opcode

_LONG: Final = 4
"""Signs in a row that count wherever they stand in both."""
_SHORT: Final = 2
"""Signs in a row that count beside a longer stretch, unless they are a usual word's: of a copy with
two signs in five replaced little more is left (红薯, 粉条, 扫码)."""
_NEAR: Final = 20
"""Signs between a short stretch and a longer one for which both are of one wording."""
_TELLING: Final = 1.5
"""What a stretch must weigh to count: 人民调解委员会 weighs less."""

_MANY: Final = 250
"""Signs from which on it is quicker to look a stretch up than to look for it."""

LIKE: Final = 0.5
"""Likeness from which on one wording may be the other as a whole: a copy with two signs in five
replaced has 0.51 at least."""
_MOST_PAIRS: Final = 6_000 * 6_000
"""Signs of one wording times signs of the other up to which their order is looked at, which takes a
bit for each pair: 4 MB. A page in one paragraph would take hundreds."""

_RUN: Final = re.compile(b"\x01+")
_BITS: Final = 8
"""Of a sign in a whole number, so that a number's bytes are what is shared."""


class Stretches(NamedTuple):
    """A wording, and what holds all its stretches of ``_LONG``, ``_SHORT`` and single signs: its
    signs as they stand, or if there are many, all of those stretches."""

    signs: str
    held: str | frozenset[str]


# A neighbour's measure is laid beside many, and often says the same in several years.
@lru_cache(maxsize=1 << 13)
def stretches_of(text: str) -> Stretches:
    """The stretches of the signs of a text's shadow, equal for equal signs."""
    signs = signs_of(text)
    return Stretches(signs, signs if len(signs) <= _MANY else _all_stretches(signs))


@lru_cache(maxsize=1 << 10)
def _all_stretches(signs: str) -> frozenset[str]:
    return frozenset(
        signs[at : at + size] for size in (_LONG, _SHORT, 1) for at in range(len(signs) - size + 1)
    )


_Places = list[tuple[str, int]]
"""Stretches, each with where it begins."""


class WordingAtHand:
    """The wording at hand, which many others are laid beside."""

    def __init__(self, signs: str, weights: Sequence[float]) -> None:
        """Take what is needed of it once.

        Args:
            signs: Of its shadow.
            weights: Of each sign, as of :class:`tuibrowser.insight.boilerplate.Weights`.
        """
        # 30 ms, only where wordings are; said in each of the methods it takes as long as they do.
        from rapidfuzz import distance, process  # noqa: PLC0415

        self._distance, self._process = distance, process
        self._signs = signs
        self._weights = weights
        self._sums = list(accumulate(weights, initial=0.0))
        places = _places(signs, _LONG, range(len(signs) - _LONG + 1))
        # By the sign that so many in a row have in common: three of four are not there.
        self._long = [
            (signs[min(at + _LONG, len(places)) - 1], places[at : at + _LONG])
            for at in range(0, len(places), _LONG)
        ]
        telling = (at for at, (a, b) in enumerate(pairwise(weights)) if a >= 1 and b >= 1)
        self._short = _places(signs, _SHORT, telling)
        self._known: dict[tuple[int, ...], bytes] = {}

    def shared(self, other: Stretches) -> bytes:
        """For each sign 1 where it stands in the other wording, too, else 0."""
        held = other.held
        begins = tuple(
            [
                at
                for sign, places in self._long
                if sign in held
                for stretch, at in places
                if stretch in held
            ]
        )
        # Half of what many wordings have of one another of them has, too.
        if (long := self._known.get(begins)) is None:
            long = self._known[begins] = self._covered(begins)
        if 1 not in long:
            return long
        short = [
            at
            for stretch, at in self._short
            if stretch in held and 1 in long[max(0, at - _NEAR) : at + _SHORT + _NEAR]
        ]
        return _with(long, short, _SHORT) if short else long

    def likenesses(self, others: Sequence[Stretches]) -> list[float]:
        """How much of this wording and of each other both have in the same order, 0 to 1; 0 if less
        than ``LIKE``, and of very long ones. All at once takes a quarter of one by one."""
        found = [0.0] * len(others)
        own = self._signs
        fitting = {
            at: it.signs for at, it in enumerate(others) if len(own) * len(it.signs) <= _MOST_PAIRS
        }
        scorer = self._distance.Indel.normalized_similarity
        alike = self._process.extract(own, fitting, scorer=scorer, score_cutoff=LIKE, limit=None)
        for _, likeness, at in alike:
            found[at] = likeness
        return found

    def in_order(self, other: Stretches) -> bytes:
        """For each sign 1 where the other wording has it in the same order, else 0."""
        return _equal(self._distance.LCSseq.opcodes(self._signs, other.signs), len(self._signs))

    def in_place(self, other: Stretches) -> bytes:
        """For each sign 1 where the other wording has it in its place, a sign replaced by another
        being one change; empty where less than ``LIKE`` of the longer of the two is."""
        levenshtein = self._distance.Levenshtein
        if not levenshtein.normalized_similarity(self._signs, other.signs, score_cutoff=LIKE):
            return b""
        return _equal(levenshtein.opcodes(self._signs, other.signs), len(self._signs))

    def _covered(self, begins: Iterable[int]) -> bytes:
        """The signs of long stretches that begin there, in order, of those that tell enough."""
        covered = bytearray(len(self._weights))
        low = high = 0
        for at in chain(begins, [len(covered) + 1]):
            if at > high:
                if self._sums[high] - self._sums[low] >= _TELLING:
                    covered[low:high] = b"\x01" * (high - low)
                low = at
            high = at + _LONG
        return bytes(covered)


def _equal(blocks: Iterable[Opcode], size: int) -> bytes:
    """Of ``size`` signs those that are the same in both."""
    found = bytearray(size)
    for block in blocks:
        if block.tag == "equal":
            found[block.src_start : block.src_end] = b"\x01" * (block.src_end - block.src_start)
    return bytes(found)


def weight_of(shared: bytes, weights: Sequence[float]) -> float:
    """What the signs that are shared weigh together."""
    return sum(compress(weights, shared))


def runs(covered: bytes | bytearray) -> list[tuple[int, int]]:
    """The stretches of signs that are shared."""
    return [found.span() for found in _RUN.finditer(covered)]


def either(one: bytes, other: bytes) -> bytes:
    """What is shared with one or the other."""
    return (_number(one) | _number(other)).to_bytes(len(one), "little")


def counted(covered: Iterable[bytes], size: int) -> bytes:
    """For each of ``size`` signs how many of ``covered``, 255 at most, have it."""
    return sum(map(_number, covered)).to_bytes(size, "little")


def without_short(shared: bytes, least: int) -> bytes:
    """``shared`` without stretches of fewer signs than ``least``."""
    begins = signs = _number(shared)
    for behind in range(1, least):
        begins &= signs >> _BITS * behind
    return _widened(begins, least).to_bytes(len(shared), "little")


def _places(signs: str, size: int, begins: Iterable[int]) -> _Places:
    return [(signs[at : at + size], at) for at in begins]


def _with(covered: bytes, begins: Iterable[int], size: int) -> bytes:
    """``covered`` and the stretches of ``size`` signs that begin there."""
    found, stretch = bytearray(covered), b"\x01" * size
    for at in begins:
        found[at : at + size] = stretch
    return bytes(found)


def _number(covered: bytes) -> int:
    """A whole number with a byte for each sign: a few steps do for all signs at once."""
    return int.from_bytes(covered, "little")


def _widened(begins: int, size: int) -> int:
    """The signs of stretches that begin there: each, and as many behind it as make ``size``."""
    done = 1
    while done < size:
        step = min(done, size - done)
        begins |= begins << _BITS * step
        done += step
    return begins
