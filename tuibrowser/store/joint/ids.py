"""Ids of passages and reports over several libraries at once.

A passage's id keeps its year, so that newest first is still descending order; the library stands
above the number within the year, so that of one year the later library's come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from tuibrowser.store.rows.numbering import WIDEST, Numbering

MOST: Final = 4
"""Libraries that are read at once."""

REPORT_SHIFT: Final = 40
"""Bits of a report's number in its library; the library's own number stands above them."""

_SHIFT: Final = 30
"""A library has fewer than a thousand million passages of one year."""
_LIBRARY: Final = (MOST - 1) << _SHIFT
_NUMBER: Final = (1 << _SHIFT) - 1


class JointIds(NamedTuple):
    """What the ids of one library's passages are over all libraries."""

    library: int
    """Its number, from 0."""
    numbering: Numbering
    """Of the library."""

    def joint(self, id_: int) -> int:
        """The id over all libraries of the passage that has ``id_`` in this one.

        Raises:
            ValueError: no library of this program has so many passages.
        """
        number = self.numbering.number_of(id_)
        if number > _NUMBER:
            raise ValueError(id_)
        year = self.numbering.year_of(id_)
        return WIDEST.lowest(year) | self.library << _SHIFT | number

    def own(self, joint: int) -> int:
        """The id in this library of a passage that it has."""
        return self.numbering.lowest(WIDEST.year_of(joint)) | joint & _NUMBER

    def bound(self, joint: int) -> int:
        """The own id below which all that is below ``joint`` over all libraries is."""
        year, library = WIDEST.year_of(joint), library_of(joint)
        if self.library == library:
            return self.own(joint)
        # Of one year a library's passages are all above or all below another's.
        return self.numbering.lowest(year + (self.library < library))


def library_of(joint: int) -> int:
    """The number of the library that a passage is in."""
    return (joint & _LIBRARY) >> _SHIFT


def by_library(
    joint: Iterable[int], libraries: Mapping[int, JointIds]
) -> Iterator[tuple[JointIds, list[int]]]:
    """Each of ``libraries`` with the own ids of those passages that it has, in the order of
    ``joint``. What is in none of them, as all below 0, is left out."""
    found: dict[int, list[int]] = defaultdict(list)
    for id_ in joint:
        if id_ >= 0:
            found[library_of(id_)].append(id_)
    for number, ids in libraries.items():
        if number in found:
            yield ids, [ids.own(id_) for id_ in found[number]]
