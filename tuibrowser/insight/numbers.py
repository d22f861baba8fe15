"""How much the figures that two wordings have in common tell of their being one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tuibrowser.model.report import Passage, Report
from tuibrowser.text.fold import squash
from tuibrowser.text.masks import numbers_in

_LEAST: Final = 2
"""Digits of a number that tells anything: 2件 and 100% stand everywhere."""
_UNTOLD: Final = re.compile(r"\D|0+$")
"""What of a number tells nothing: round ones are written by many."""


def digits_in_common(report: Report, passage: Passage, other: str) -> int:
    """The digits that tell something, of the figures of a passage that another text has, too."""
    telling: dict[str, int] = {}
    for figure in report.numbers:
        if passage.start <= figure.start and figure.end <= passage.end:
            for number in numbers_in(squash(report.slice(figure))):
                telling[number] = _digits(number, is_rate=figure.unit == "%")
    return sum(telling[it] for it in telling.keys() & _numbers(other))


def _digits(number: str, *, is_rate: bool) -> int:
    """How many digits of it tell something; rates are all near a hundred."""
    digits = len(_UNTOLD.sub("", number))
    return digits - is_rate if digits >= _LEAST else 0


# A neighbour's measure is laid beside many.
@lru_cache(maxsize=1 << 12)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(numbers_in(squash(text)))
