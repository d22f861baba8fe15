"""How much a text leans towards each theme, by a linear model of its characters and their pairs.

A list of words knows what somebody thought of; this knows what usually stands together. The table
(``SOURCES.md``) was learnt by ``makers/classifier.py`` from labelled measures written for it and
from the words of ``themes.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import sqrt
from operator import add
from pathlib import Path
from struct import unpack
from typing import Final, NamedTuple

NO_FIELD: Final = "-"
"""In place of a theme: new desks, miles of road, an office party."""
SCALE: Final = 100
"""What a whole number of the table stands for is its hundredth."""
_OFFSET: Final = 128
"""The table's bytes have no sign."""
_LANE: Final = 4
"""Bytes for a sum: each of 8,000 keys adds at most twice 255, however long a text is."""
_FOLDER: Final = Path(__file__).parent


class _Table(NamedTuple):
    themes: tuple[str, ...]
    rows: Mapping[str, int]
    """For each key all its weights in one number, side by side, and at last a 1: sums of many
    such numbers are sums of the weights, and Python adds them up six times as fast as lists."""


def features(text: str, lead: str) -> tuple[set[str], set[str]]:
    """The characters and pairs of folded ``text``, and those of its ``lead``, which count twice."""
    return _grams(text), _grams(lead)


def length(text: str, lead: str) -> float:
    """By what sums over a text are divided: a long one says no more than a short one."""
    return sqrt(len(text) + len(lead)) or 1


def classify(text: str, lead: str) -> dict[str, float]:
    """How much a measure leans towards each theme: about 0.5 for its own, 0 for most (10 µs).

    Args:
        text: All of it, folded.
        lead: Its clause that says what was done.
    """
    table = _load()
    total = sum(sum(filter(None, map(table.rows.get, part))) for part in features(text, lead))
    lanes = len(table.themes) + 1
    *sums, hits = unpack(f"<{lanes}I", total.to_bytes(lanes * _LANE, "little"))
    unit = SCALE * length(text, lead)
    return {
        theme: (number - hits * _OFFSET) / unit
        for theme, number in zip(table.themes, sums, strict=True)
    }


def _grams(text: str) -> set[str]:
    return {*text, *map(add, text, text[1:])}


@cache
def _load() -> _Table:
    lines = (_FOLDER / "classifier.txt").read_text(encoding="utf-8").splitlines()
    themes, (single, double) = tuple(lines[1].split()), lines[2:]
    keys = (*single, *map(add, double[::2], double[1::2]))
    weights = (_FOLDER / "classifier.bin").read_bytes()
    size = len(themes)
    lanes = bytearray((size + 1) * _LANE * len(keys))
    for theme in range(size):
        lanes[theme * _LANE :: (size + 1) * _LANE] = weights[theme::size]
    lanes[size * _LANE :: (size + 1) * _LANE] = b"\1" * len(keys)
    step = (size + 1) * _LANE
    numbers = (int.from_bytes(lanes[at : at + step], "little") for at in range(0, len(lanes), step))
    return _Table(themes, dict(zip(keys, numbers, strict=True)))
