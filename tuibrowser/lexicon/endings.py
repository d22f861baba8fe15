"""What speaks for it that a heading ends at a place and its text begins, by a linear model.

A list of words knows what somebody thought of; this knows what usually stands before such a place
and behind it. The table (``SOURCES.md``) was learnt by ``makers/endings.py`` from reports and
headings written for it. It is loaded when the first page without line breaks comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

SCALE: Final = 10
"""What a whole number of the table stands for is its tenth."""
SINGLE: Final = ("last", "last_stop", "next")
"""Kinds of signs that are one character."""
DOUBLE: Final = ("ends", "opens", "follows")
"""Kinds of signs that are two characters."""
TABLE: Final = Path(__file__).with_name("endings.txt")


def weigh(signs: Mapping[str, float]) -> float:
    """The sum of what ``signs`` say, each as often as it is there: the natural logarithm of how
    much likelier they make a place than another of the same words."""
    table = _load()
    return sum(table.get(sign, 0.0) * value for sign, value in signs.items())


@cache
def _load() -> dict[str, float]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return {sign: weight for line in lines[1:] for sign, weight in _signs(line)}


def _signs(line: str) -> Iterator[tuple[str, float]]:
    """The signs of a line, which all weigh the same."""
    kind, number, keys = line.split(" ", 2)
    size = 1 if kind in SINGLE else 2
    each = (
        [keys[at : at + size] for at in range(0, len(keys), size)]
        if kind in (*SINGLE, *DOUBLE)
        else keys.split(" ")
    )
    for key in each:
        yield f"{kind} {key}", int(number) / SCALE
