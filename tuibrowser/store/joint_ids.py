"""Ids of passages and reports over several libraries at once.

A passage's id keeps its year, so that newest first is still descending order; the library stands
above the number within the year, so that of one year the later library's come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar

from tuibrowser.store.passages import YEAR_SHIFT

T = TypeVar("T")

MOST: Final = 4
"""Libraries that are read at once."""

REPORT_SHIFT: Final = 40
"""Bits of a report's number in its library; the library's own number stands above them."""

_SHIFT: Final = 30
"""A library has fewer than a thousand million passages of one year."""
_LIBRARY: Final = (MOST - 1) << _SHIFT
_NUMBER: Final = (1 << _SHIFT) - 1


def joint_id(id_: int, library: int) -> int:
    """The id over all libraries of the passage that has ``id_`` in one.

    Args:
        id_: As that library has it.
        library: Its number, from 0.

    Raises:
        ValueError: no library of this program has so many passages.
    """
    if id_ & _LIBRARY:
        raise ValueError(id_)
    return id_ | library << _SHIFT


def library_of(id_: int) -> int:
    """The number of the library that a passage is in."""
    return (id_ & _LIBRARY) >> _SHIFT


def own_id(id_: int) -> int:
    """The id of a passage in its library."""
    return id_ & ~_LIBRARY


def by_library(
    ids: Iterable[int], libraries: Mapping[int, T]
) -> Iterator[tuple[int, T, list[int]]]:
    """Each of ``libraries`` with its number and the own ids of those passages that it has, in the
    order of ``ids``. What is in none of them, as all below 0, is left out."""
    found: dict[int, list[int]] = defaultdict(list)
    for id_ in ids:
        if id_ >= 0:
            found[library_of(id_)].append(own_id(id_))
    for number, library in libraries.items():
        if number in found:
            yield number, library, found[number]


def bound_in(before: int, library: int) -> int:
    """The own id in ``library`` below which all that is below ``before`` over all libraries is."""
    year = before >> YEAR_SHIFT
    if library == library_of(before):
        return year << YEAR_SHIFT | before & _NUMBER
    # Of one year a library's passages are all above or all below another's.
    return (year + (library < library_of(before))) << YEAR_SHIFT
