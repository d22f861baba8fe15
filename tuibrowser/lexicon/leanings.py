"""How much a number leans towards each indicator, by a linear model of the words around it.

The patterns of ``indicators.toml`` know what somebody thought of; this knows which words usually
stand around the numbers of an indicator. The table (``SOURCES.md``) was learnt by
``makers/leanings.py`` from numbers labelled by hand.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import sqrt
from operator import add
from pathlib import Path
from struct import Struct
from typing import Final, NamedTuple

NONE: Final = "-"
"""In place of an indicator: what the catalogue has none for."""
SCALE: Final = 80
"""What a whole number of the table stands for is its eightieth."""
OFFSET: Final = 128
"""The table's bytes have no sign."""
_LANE: Final = 32
"""Bits for a sum: 300 keys, each at most 4 times 128."""
ZERO: Final = 1 << _LANE - 1
"""What is added to sums of weights that may be below 0: lanes have no sign."""
_FOLDER: Final = Path(__file__).parent

# How much a word counts by where it stands.
_NOUN: Final = 4
_BESIDE: Final = 3
_ABOVE: Final = 3
_AROUND: Final = 2


class NumberContext(NamedTuple):
    """What is said of a number, folded."""

    noun: str
    beside: tuple[str, str]
    """Its clause without the noun: what leads to the number, and what follows it."""
    sentence: str
    """That it stands in."""
    heading: str
    unit: str
    family: str
    """Of units that compare with its own."""
    last: str | None
    """The indicator of the number before."""


class Keys(NamedTuple):
    """What tells of a number: keys of its clause, and of what stands around that, by weight."""

    groups: tuple[tuple[int, set[str]], ...]


class _Rows(dict[str, int]):
    """For each key all its weights in one number, side by side: such numbers are added at once.

    They are put together when they are asked for; few of them are in any text.
    """

    def __init__(self, pairs: dict[str, bytes]) -> None:
        super().__init__()
        self._pairs = pairs

    def __missing__(self, key: str) -> int:
        pairs = self._pairs[key]
        self[key] = sum(
            (weight - OFFSET) << _LANE * at
            for at, weight in zip(pairs[::2], pairs[1::2], strict=True)
        )
        return self[key]


class _Table(NamedTuple):
    numbers: Mapping[str, int]
    """Where each indicator stands in a row."""
    keys: frozenset[str]
    rows: _Rows
    pairs: frozenset[str]
    pair_rows: _Rows
    """The weights of what stands around, whose keys are pairs without a sign between."""
    zero: int
    lanes: Struct
    """What makes a sum of weights that may be below 0 a number without a sign."""


def keys_of(told: NumberContext) -> Keys:
    """The keys of a number: what says it nearer counts more."""
    noun = _grams(told.noun)
    if len(told.noun) > 1:
        noun.add(f"${told.noun[-2:]}")
    beside = _grams(told.beside[0]) | _grams(told.beside[1])
    beside -= noun
    beside |= {f"={told.unit}", f"#{told.family}"}
    last = {f"<{told.last or ''}"}
    return Keys(((_NOUN, noun), (_BESIDE, beside), (_AROUND, last)))


def keys_around(told: NumberContext) -> Keys:
    """Those of its heading and its sentence, which are the same for other numbers."""
    return Keys(((_ABOVE, _pairs(told.heading)), (_AROUND, _pairs(told.sentence))))


def length(keys: Sequence[Keys]) -> float:
    """By what sums are divided: a long sentence says no more than a short one."""
    return sqrt(sum(weight * weight * len(group) for it in keys for weight, group in it.groups))


def leanings_of(told: NumberContext, wanted: Collection[str]) -> Mapping[str, float]:
    """How much a number leans towards ``NONE`` and each of ``wanted`` that the table has: about 0.5
    towards its own, 0 towards most."""
    total, square = _near(told)
    for weight, text in ((_ABOVE, told.heading), (_AROUND, told.sentence)):
        amount, size = _around(text)
        total += weight * amount
        square += weight * weight * size
    sums, unit, numbers = _sums(total), SCALE * sqrt(square), _load().numbers
    return {it: (sums[numbers[it]] - ZERO) / unit for it in (*wanted, NONE) if it in numbers}


def may_lean(told: NumberContext, wanted: Collection[str]) -> bool:
    """Whether a number may lean towards any of ``wanted``, by what says it nearest, at a third of
    the cost of all: of 50 that do so by their sentences alone, 1 is of any."""
    sums, numbers = _sums(_near(told)[0]), _load().numbers
    return any(sums[numbers[it]] >= sums[numbers[NONE]] for it in wanted if it in numbers)


def _near(told: NumberContext) -> tuple[int, int]:
    table, total, square = _load(), 0, 0
    for weight, keys in keys_of(told).groups:
        total += weight * sum(map(table.rows.__getitem__, keys & table.keys))
        square += weight * weight * len(keys)
    return total, square


def _sums(total: int) -> Sequence[int]:
    table = _load()
    return table.lanes.unpack((total + table.zero).to_bytes(table.lanes.size, "little"))


@lru_cache(maxsize=32)
def _around(text: str) -> tuple[int, int]:
    """The sum of the rows of a sentence or heading, and how many keys it has: what costs most is
    done once for all its numbers."""
    table, pairs = _load(), set(map(add, text, text[1:]))
    return sum(map(table.pair_rows.__getitem__, pairs & table.pairs)), len(pairs)


def _grams(text: str) -> set[str]:
    return {*text, *map(add, text, text[1:])}


def _pairs(text: str) -> set[str]:
    """The pairs of what stands around, other keys than those of the clause itself."""
    return {f"{one}~{other}" for one, other in pairwise(text)}


@cache
def _load() -> _Table:
    _, ids, *keys = (_FOLDER / "leanings.txt").read_text(encoding="utf-8").splitlines()
    weights = (_FOLDER / "leanings.bin").read_bytes()
    near: dict[str, bytes] = {}
    around: dict[str, bytes] = {}
    at = 0
    for key in keys:
        end = at + 1 + 2 * weights[at]
        if key[1:2] == "~":
            around[key[0] + key[2]] = weights[at + 1 : end]
        else:
            near[key] = weights[at + 1 : end]
        at = end
    numbers = {it: at for at, it in enumerate(ids.split())}
    zero = sum(ZERO << _LANE * at for at in numbers.values())
    lanes = Struct(f"<{len(numbers)}I")
    rows = _Rows(near), _Rows(around)
    return _Table(numbers, frozenset(near), rows[0], frozenset(around), rows[1], zero, lanes)
