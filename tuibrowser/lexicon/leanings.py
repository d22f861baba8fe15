"""How much a number leans towards each indicator, by a linear model of the words around it.

The patterns of ``indicators.toml`` know what somebody thought of; this knows which words usually
stand around the numbers of an indicator. The table (``SOURCES.md``) was learnt by
``makers/leanings.py`` from numbers labelled by hand.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import sqrt
from operator import add
from pathlib import Path
from struct import unpack
from typing import Final, NamedTuple

NONE: Final = "-"
"""In place of an indicator: what the catalogue has none for."""
SCALE: Final = 80
"""What a whole number of the table stands for is its eightieth."""
OFFSET: Final = 128
"""The table's bytes have no sign."""
_LANE: Final = 32
"""Bits for a sum: 300 keys, each at most 4 times 128."""
_FOLDER: Final = Path(__file__).parent

# How much a word counts by where it stands.
_NOUN: Final = 4
_BESIDE: Final = 3
_AROUND: Final = 3
_ABOVE: Final = 2


class Told(NamedTuple):
    """What is said of a number, folded."""

    noun: str
    beside: tuple[str, str]
    """Its clause without the noun: what leads to the number, and what follows it."""
    sentence: str
    """All that stands before it there."""
    heading: str
    unit: str
    family: str
    """Of units that compare with its own."""
    last: str | None
    """The indicator of the number before."""


class _Table(NamedTuple):
    ids: tuple[str, ...]
    rows: dict[str, bytes]
    """For each key the numbers of some ids, each with its weight."""


def features(told: Told) -> Counter[str]:
    """The keys that tell of a number, and how much each counts."""
    found = Counter(dict.fromkeys(_pairs(told.sentence), _ABOVE))
    found |= Counter(dict.fromkeys(_pairs(told.heading), _AROUND))
    for part in told.beside:
        found |= Counter(dict.fromkeys(_grams(part), _BESIDE))
    found |= Counter(dict.fromkeys(_grams(told.noun), _NOUN))
    if len(told.noun) > 1:
        found[f"${told.noun[-2:]}"] = _NOUN
    found[f"={told.unit}"] = found[f"#{told.family}"] = _BESIDE
    found[f"<{told.last or ''}"] = _ABOVE
    return found


def length(found: Counter[str]) -> float:
    """By what sums over keys are divided: a long sentence says no more than a short one."""
    return sqrt(sum(times * times for times in found.values()))


def lean(told: Told) -> dict[str, float]:
    """How much a number leans towards each indicator: about 0.5 for its own, 0 for most (40 µs)."""
    table, found = _load(), features(told)
    lanes = len(table.ids)
    total = sum(times * _row(key) for key, times in found.items() if key in table.rows) + _zero(
        lanes
    )
    sums = unpack(f"<{lanes}I", total.to_bytes(lanes * _LANE // 8, "little"))
    unit = SCALE * length(found)
    return {
        id_: (number - (1 << _LANE - 1)) / unit for id_, number in zip(table.ids, sums, strict=True)
    }


def _pairs(text: str) -> set[str]:
    """The pairs of what stands around, other keys than those of the clause itself."""
    return {f"~{pair}" for pair in map(add, text, text[1:]) if pair.isalnum()}


def _grams(text: str) -> set[str]:
    return {it for it in {*text, *map(add, text, text[1:])} if it.isalnum()}


@cache
def _row(key: str) -> int:
    """All the weights of ``key`` in one number, side by side: such numbers are added at once."""
    pairs = _load().rows[key]
    return sum(
        (weight - OFFSET) << _LANE * at for at, weight in zip(pairs[::2], pairs[1::2], strict=True)
    )


@cache
def _zero(lanes: int) -> int:
    """What makes a sum of weights that may be below 0 a number without a sign."""
    return sum(1 << _LANE * at + _LANE - 1 for at in range(lanes))


@cache
def _load() -> _Table:
    _, ids, *keys = (_FOLDER / "leanings.txt").read_text(encoding="utf-8").splitlines()
    weights = (_FOLDER / "leanings.bin").read_bytes()
    rows: dict[str, bytes] = {}
    at = 0
    for key in keys:
        end = at + 1 + 2 * weights[at]
        rows[key] = weights[at + 1 : end]
        at = end
    return _Table(tuple(ids.split()), rows)
