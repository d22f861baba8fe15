"""What signs weigh, as examples taught: tables in which a line's signs weigh alike.

A line is a question, a kind of sign, its weight in tenths, and signs of that kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

SCALE: Final = 10
"""What a whole number of a table stands for is its tenth."""
LONGEST: Final = 100
"""Characters of a line."""


def read_signs(path: Path) -> Mapping[str, Mapping[str, float]]:
    """For each question of a table, the weight of each sign."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        question, kind, number, *keys = line.split(" ")
        weight = int(number) / SCALE
        table[question].update((f"{kind} {key}", weight) for key in keys)
    return table


def lines_of(tables: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The lines of a table of ``tables``; what weighs less than a tenth is left out."""
    yield "# question, kind of sign, its weight in tenths, signs of that kind that weigh so"
    for question, weights in tables.items():
        table = defaultdict[tuple[str, int], list[str]](list)
        for sign, weight in weights.items():
            kind, key = sign.split(" ", 1)
            if abs(weight) * SCALE >= 1:
                table[kind, round(weight * SCALE)].append(key)
        for (kind, number), keys in sorted(table.items()):
            yield from lines_with(f"{question} {kind} {number}", sorted(keys))


def lines_with(head: str, words: Iterable[str]) -> Iterator[str]:
    """Lines that each begin with ``head`` and go on with as many of ``words`` as they have room
    for."""
    line = head
    for word in words:
        if line != head and len(line) + 1 + len(word) > LONGEST:
            yield line
            line = head
        line = f"{line} {word}" if line else word
    yield line
