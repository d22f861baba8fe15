"""Letters that stand for characters in two ways at once: initials and syllables (xzzhifa)."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest
from typing import Final, NamedTuple

from tuibrowser.text.syllables import LONGEST, completions, standard

_LONGEST: Final = 40
"""Letters: no one types more of a word in one go."""
_TWO_LETTERS: Final = ("zh", "ch", "sh")
_WIDTH: Final = 6
"""Ways that are kept for each place."""


class Abbreviation(NamedTuple):
    """One way to read letters, a unit for each character. The lesser of two is the likelier."""

    size: int
    """How many characters it stands for."""
    bare: int
    """How many of them by the initial alone."""
    units: tuple[str, ...]


def mixtures(letters: str) -> tuple[Abbreviation, ...]:
    """The ways to read ``letters`` (a to z) as syllables and initials, both of them, or as initials
    of one letter and of two (zhdxzjc): fewest characters first. Each unit begins a syllable."""
    if not 3 <= len(letters) <= _LONGEST:
        return ()
    cells = [[Abbreviation(0, 0, ())]]
    for end in range(1, len(letters) + 1):
        cells.append(nsmallest(_WIDTH, _ways(letters, cells, end)))
    return tuple(way for way in cells[-1] if 0 < way.bare < max(way.size, len(letters)))


def is_initial(unit: str) -> bool:
    """Whether ``unit`` is no more than what a syllable begins with."""
    return len(unit) == 1 or unit in _TWO_LETTERS


def _ways(letters: str, cells: list[list[Abbreviation]], end: int) -> Iterator[Abbreviation]:
    for start in range(max(0, end - LONGEST), end):
        unit = letters[start:end]
        bare = is_initial(unit)
        # What is still being typed begins a syllable.
        whole = standard(unit) or (end == len(letters) and completions(unit))
        if whole or (bare and completions(unit)):
            for way in cells[start]:
                yield Abbreviation(way.size + 1, way.bare + bare, (*way.units, unit))
