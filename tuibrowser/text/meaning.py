"""What a text is about, as a direction: texts on one subject point one way, whatever the words.

A shipped table (``lexicon/SOURCES.md``) has a row of small whole numbers for each common character
and pair of characters; those of a text are added up. Made by ``makers/meaning.py``, which learnt
them from a model that understands sentences: 吵架 points to 调解. It is no judge of whether two
texts say the same: 赋权 and its 收回 point the same way.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, repeat
from math import log, sqrt
from operator import add, mul
from pathlib import Path
from typing import Final

DIMENSIONS: Final = 32
"""Bytes of a direction as :func:`packed` makes it."""
LONGEST: Final = 127
"""Length of a packed direction, nearly: its numbers are whole."""

_ONCE: Final = 64
"""What a character that stands once counts in ``_summed``, where everything counts a whole number
so that rows can be added up as long ones; a pair counts twice that. A text of the whole table, a
thousand times over, stays within a lane."""
_PAIR: Final = 2 * _ONCE
_DATA: Final = Path(__file__).with_name("data")
_HAN: Final = re.compile("[\u3400-\u9fff]+")
_GAP: Final = "|"
"""Stands between stretches; no key of the table has it."""

OFFSET: Final = 128
UNSIGNED: Final = bytes((number + OFFSET) % 256 for number in range(256))
"""Signed bytes as numbers from 0, for ``bytes.translate``."""
_LANE: Final = 4
"""Bytes that a sum of such numbers takes."""
_LANES: Final = struct.Struct(f"<{DIMENSIONS + 1}I")
_ROW: Final = 1 << 8 * _LANE * DIMENSIONS
"""One in the lane behind the others, which counts how many rows were added up."""

Direction = tuple[float, ...]
"""Of length 1; empty for a text that says nothing the table knows."""


def grams(text: str) -> dict[str, float]:
    """The characters and pairs of neighbouring characters of folded ``text``, with what they count.

    What stands ten times counts for three: else a long list of villages is about villages.
    """
    return {
        key: len(key) * _times(count) / _PAIR
        for key, count in _counted(text).items()
        if _GAP not in key
    }


# What one year says another often says, too, and both are looked at one after the other.
@lru_cache(maxsize=1 << 10)
def direction(text: str) -> Direction:
    """What folded ``text`` is about. 0.05 ms for a measure of 80 characters."""
    summed = _summed(text)
    length = sqrt(sum(map(mul, summed, summed)))
    return tuple(number / length for number in summed) if length else ()


def strength(text: str) -> float:
    """How much folded ``text`` says of anything, a character: 怎么办 says 20, 调解纠纷 170."""
    summed, size = _summed(text), sum(map(len, _HAN.findall(text)))
    return sqrt(sum(map(mul, summed, summed))) / (size * _PAIR) if summed else 0.0


def known(text: str) -> float:
    """How much of ``text`` the table knows, 0 to 1: the share of its characters in known pairs."""
    rows = _rows()
    covered = total = 0
    for run in _HAN.findall(text):
        hits = [pair in rows for pair in map(add, run, run[1:])]
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


def _summed(text: str) -> list[int]:
    """The rows of all grams added up, each times what it counts; empty where none is known.

    Whole rows are added as one long number, so that Python's own additions are few: a quarter of
    the time that adding their numbers one by one takes.
    """
    rows, counts = _rows(), _counted(text)
    total = _ONCE * sum(map(rows.get, counts, repeat(0)))
    for key, count in counts.items():
        if count > 1 and key in rows:
            total += (_times(count) - _ONCE) * rows[key]
    if not total:
        return []
    *lanes, added = _LANES.unpack(total.to_bytes(_LANES.size, "little"))
    return [lane - OFFSET * added for lane in lanes]


def _counted(text: str) -> Counter[str]:
    """The characters of ``text`` and their pairs, with how often each stands; some with a gap."""
    joined = _GAP.join(_HAN.findall(text))
    return Counter(chain(joined, map(add, joined, joined[1:])))


@cache
def _times(count: int) -> int:
    """What a character counts that stands ``count`` times."""
    return round((1 + log(count)) * _ONCE)


@cache
def _rows() -> Mapping[str, int]:
    """For each character its row, for each pair its row twice, as one number of lanes that hold
    numbers from 0."""
    _, single, double = (_DATA / "meaning.txt").read_text(encoding="utf-8").splitlines()
    keys = (*single, *map(add, double[::2], double[1::2]))
    numbers = (_DATA / "meaning.bin").read_bytes().translate(UNSIGNED)
    lanes = bytearray(_LANE * len(numbers))
    lanes[::_LANE] = numbers
    size = _LANE * DIMENSIONS
    return {
        key: len(key) * (_ROW + int.from_bytes(lanes[at : at + size], "little"))
        for key, at in zip(keys, range(0, len(lanes), size), strict=True)
    }
