"""What speaks for it that the name of what is counted begins or ends at a place, by a linear model.

A grammar knows the words that somebody thought of; this knows what usually stands on either side
of such a name. The table (``SOURCES.md``) was learnt by ``makers/edges.py`` from labelled
sentences. It is loaded when the first figure comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal

from tuibrowser.lexicon.signs import read_signs

Edge = Literal["begin", "end", "behind"]
"""Where a name before its number begins, where that ends, and where one behind its number ends."""

TABLE: Final = Path(__file__).with_name("edges.txt")


def weigh(edge: Edge, signs: Iterable[str]) -> float:
    """The sum of what ``signs`` say: the natural logarithm of how much likelier they make a place
    than another of the same clause."""
    weights = _load()[edge]
    return sum([weights.get(sign, 0.0) for sign in signs])


@cache
def short_words() -> frozenset[str]:
    """Words of two and of three characters, within which no name begins or ends."""
    lines = TABLE.with_name("shortwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines[1:] for word in line.split(" "))


@cache
def _load() -> Mapping[str, Mapping[str, float]]:
    return read_signs(TABLE)
