"""What speaks for it that a heading ends at a place and its text begins, by a linear model.

A list of words knows what somebody thought of; this knows what usually stands before such a place
and behind it. The table (``SOURCES.md``) was learnt by ``makers/endings.py`` from reports and
headings written for it. It is loaded when the first page without line breaks comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from tuibrowser.lexicon.signs import read_signs

QUESTION: Final = "end"
"""The only one of the table."""
TABLE: Final = Path(__file__).with_name("endings.txt")


def weigh(signs: Mapping[str, float]) -> float:
    """The sum of what ``signs`` say, each as often as it is there: the natural logarithm of how
    much likelier they make a place than another of the same words."""
    table = _load()
    return sum(table.get(sign, 0.0) * value for sign, value in signs.items())


@cache
def _load() -> Mapping[str, float]:
    return read_signs(TABLE)[QUESTION]
