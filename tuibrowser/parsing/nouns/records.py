"""A number of a line, and what it counts."""

from __future__ import annotations

from typing import NamedTuple

from tuibrowser.parsing.nouns.akin import RATES
from tuibrowser.parsing.nouns.whole import Noun


class Counted(NamedTuple):
    """A number with its unit, where it stands."""

    start: int
    end: int
    unit: str
    value: float = 0

    @property
    def is_rate(self) -> bool:
        """Whether it is a share or a change, of which the noun stands before."""
        return self.unit in RATES


class NumberWithNoun(NamedTuple):
    """A number and what it counts."""

    number: Counted
    noun: Noun

    @property
    def end(self) -> int:
        """Where the number ends, or its noun if that stands behind it."""
        return max(self.number.end, *(end for _, end in self.noun), 0)
