"""How passages are numbered: their report's year above, a number within the year below.

Newest first is then descending order of ids, without a sort. The index lists the ids of each token
by their differences, seven bits a byte, and from one year to the next it is as far as a year has
room: with 32 bits below the year the index of 100 reports took 2.1 times the text, with 13 bits
1.6. So a library begins with little room, and is numbered anew where that is used up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from tuibrowser.model.search import UNDATED

_SHIFTS: Final = (13, 20, 32)
"""Of 7, 14, 21, 28, 35 bits as many as leave one for the first years beside."""

_BEFORE: Final = 1999
"""No year up to this one has a number, where a library has reports of later years alone."""

LAST_YEAR: Final = 9999

_WRITTEN: Final = re.compile(r"([0-9]{1,4}) ([0-9]{1,2})")


class Numbering(NamedTuple):
    """What the id of a passage is made of. Year 0 is that of reports whose year is unknown."""

    before: int
    """The year before the first one that passages can be of."""
    shift: int
    """Bits of the number within a year."""

    @property
    def room(self) -> int:
        """How many passages a year may have; none has number 0."""
        return (1 << self.shift) - 1

    def lowest(self, year: int) -> int:
        """The id below all passages of ``year`` and of later ones, above those of earlier ones."""
        # A year that none can be of lies below those that some are of, above the unknown one.
        return (max(year - self.before, 1) if year > 0 else 0) << self.shift

    def year_of(self, id_: int) -> int:
        """The year of the passage with this id."""
        above = id_ >> self.shift
        return above + self.before if above else 0

    def number_of(self, id_: int) -> int:
        """The number of the passage with this id within its year."""
        return id_ & self.room

    def between(self, years: tuple[int, int] | None, before: int | None) -> tuple[int, int]:
        """The least and the largest id of passages of ``years``, below ``before``.

        Args:
            years: First and last year, both included; ``UNDATED`` for the unknown one.
            before: An id.
        """
        first, last = 0, LAST_YEAR
        if years is not None:
            # A year typed with too many digits must not overflow; year 0 holds the unknown ones.
            first, last = max(years[0], years != UNDATED), min(years[1], LAST_YEAR)
        low = self.lowest(min(first, LAST_YEAR + 1))
        high = self.lowest(max(last, 0) + 1) - 1
        return low, high if before is None else min(high, before - 1)

    def written(self) -> str:
        """As a value of ``meta``."""
        return f"{self.before} {self.shift}"


WIDEST: Final = Numbering(0, 32)
"""Takes every year, and more passages than there are; what libraries had before they said."""


def numbering_in(value: str) -> Numbering | None:
    """The numbering that a value of ``meta`` stands for, if it is one."""
    found = _WRITTEN.fullmatch(value)
    if found is None or not 1 <= int(found[2]) <= WIDEST.shift:
        return None
    return Numbering(int(found[1]), int(found[2]))


def fitting(counts: Mapping[int, int]) -> Numbering:
    """The numbering with the least room that is twice what it takes.

    Args:
        counts: How many passages each year has, 0 where it is unknown.
    """
    years = [year for year in counts if year]
    before = _BEFORE if all(year > _BEFORE for year in years) else 0
    most = 2 * max(counts.values(), default=0)
    shift = next((it for it in _SHIFTS if most < 1 << it), WIDEST.shift)
    return Numbering(before, shift)
