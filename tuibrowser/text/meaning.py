"""What a text is about, as a direction: texts on one subject point one way, whatever the words.

A shipped table (``lexicon/SOURCES.md``) has a row of small whole numbers for each common character
and pair of characters; those of a text are added up. Made by ``makers/meaning.py``, which learnt
them from a model that understands sentences: 吵架 points to 调解. It is no judge of whether two
texts say the same: 赋权 and its 收回 point the same way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import log, sqrt
from operator import add, mul
from pathlib import Path
from typing import Final, NamedTuple

DIMENSIONS: Final = 32
"""Bytes of a direction as :func:`packed` makes it."""
LONGEST: Final = 127
"""Length of a packed direction, nearly: its numbers are whole."""

_SINGLE: Final = 0.5
"""What a character counts beside a pair."""
_DATA: Final = Path(__file__).with_name("data")
_HAN: Final = re.compile("[\u3400-\u9fff]+")

Direction = tuple[float, ...]
"""Of length 1; empty for a text that says nothing the table knows."""


class _Table(NamedTuple):
    rows: Mapping[str, int]
    """Where the row of a character or pair begins."""
    numbers: memoryview


def grams(text: str) -> dict[str, float]:
    """The characters and pairs of neighbouring characters of folded ``text``, with what they count.

    What stands ten times counts for three: else a long list of villages is about villages.
    """
    counts: Counter[str] = Counter()
    for run in _HAN.findall(text):
        counts.update(run)
        counts.update(map(add, run, run[1:]))
    return {
        key: (1 + log(count)) * (_SINGLE if len(key) == 1 else 1) for key, count in counts.items()
    }


def direction(text: str) -> Direction:
    """What folded ``text`` is about. 0.2 ms for a measure of 80 characters."""
    summed = _summed(text)
    length = sqrt(sum(map(mul, summed, summed)))
    return tuple(number / length for number in summed) if length else ()


def strength(text: str) -> float:
    """How much folded ``text`` says of anything, a character: 怎么办 says 20, 调解纠纷 170."""
    summed, size = _summed(text), sum(map(len, _HAN.findall(text)))
    return sqrt(sum(map(mul, summed, summed))) / size if summed else 0.0


def known(text: str) -> float:
    """How much of ``text`` the table knows, 0 to 1: the share of its characters in known pairs."""
    table = _load()
    covered = total = 0
    for run in _HAN.findall(text):
        hits = [pair in table.rows for pair in map(add, run, run[1:])]
        total += len(run)
        covered += sum(map(max, (False, *hits), (*hits, False)))
    return covered / total if total else 0.0


def cosine(one: Sequence[float], other: Sequence[float]) -> float:
    """How nearly two directions point the same way: -1 to 1, 0 where one is empty."""
    product: float = sum(map(mul, one, other))
    return product


def packed(text: str) -> bytes:
    """:func:`direction` as 32 signed bytes; all zero where it is empty."""
    made = direction(text) or (0.0,) * DIMENSIONS
    return bytes(round(number * LONGEST) & 0xFF for number in made)


@cache
def meaning_version() -> str:
    """Another value whenever the same text could get another direction (3 ms, once)."""
    from tuibrowser.fingerprint import fingerprint  # noqa: PLC0415

    return fingerprint("text.meaning", ("text.meaning",))[:16]


def _summed(text: str) -> list[float]:
    table = _load()
    found = [(table.rows[key], weight) for key, weight in grams(text).items() if key in table.rows]
    if not found:
        return []
    starts, weights = zip(*found, strict=True)
    columns = zip(*(table.numbers[at : at + DIMENSIONS] for at in starts), strict=True)
    return [sum(map(mul, column, weights)) for column in columns]


@cache
def _load() -> _Table:
    _, single, double = (_DATA / "meaning.txt").read_text(encoding="utf-8").splitlines()
    keys = (*single, *map(add, double[::2], double[1::2]))
    numbers = memoryview((_DATA / "meaning.bin").read_bytes()).cast("b")
    return _Table(dict(zip(keys, range(0, len(numbers), DIMENSIONS), strict=True)), numbers)
