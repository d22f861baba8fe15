"""Stretches of a report's text that are to stand out, cut to the lines they fall on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Final, Literal, NamedTuple, get_args

MarkKind = Literal["corrected", "stock", "alone", "shared", "lacking", "figure", "hit", "current"]
"""Why a stretch stands out, lightest first: where marks overlap, the heavier one shows.
``corrected`` is a part of which somebody put something right, ``stock``
is what every report says, ``alone`` a passage that none of the others has anything beside,
``lacking`` words that the others, or the year before, do not have."""

_WEIGHT: Final[dict[MarkKind, int]] = {kind: at for at, kind in enumerate(get_args(MarkKind))}

SIGNS: Final[dict[MarkKind, str]] = {
    "figure": "#",
    "lacking": "+",
    "alone": "+",
    "shared": "=",
    "stock": "-",
    "corrected": "*",
}
"""What stands before a line with such a mark, the first that fits, for who sees neither colours nor
underlines; ASCII, since terminals differ about the width of all else."""


class Mark(NamedTuple):
    """A half-open range of ``Report.text`` and why it stands out."""

    start: int
    end: int
    kind: MarkKind


class Marks:
    """The marks of one report, quick to ask for a line's."""

    def __init__(
        self, marks: Iterable[Mark] = (), find: Callable[[int, int], Iterable[Mark]] | None = None
    ) -> None:
        """Take ``marks``.

        Args:
            marks: In any order.
            find: Gives further marks that touch a stretch, perhaps among others, when they are
                asked for.
        """
        self._marks = tuple(sorted(marks))
        self._find = find
        # The furthest end so far tells where to start looking, also when marks overlap.
        self._reach: list[int] = []
        furthest = 0
        for mark in self._marks:
            furthest = max(furthest, mark.end)
            self._reach.append(furthest)

    def same_as(self, other: Marks) -> bool:
        """Whether ``other`` is known to mark the same."""
        return self._marks == other._marks and self._find is other._find

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks that touch ``start`` to ``end``, in order."""
        found = []
        for index in range(bisect_left(self._reach, start + 1), len(self._marks)):
            mark = self._marks[index]
            if mark.start >= end:
                break
            if mark.end > start:
                found.append(mark)
        if self._find is not None:
            found += [it for it in self._find(start, end) if it.start < end and start < it.end]
            found.sort()
        return found

    def sign(self, start: int, end: int) -> str:
        """What stands before a line with the text from ``start`` to ``end``; ``""`` for nothing."""
        kinds = {mark.kind for mark in self.within(start, end)}
        return next((sign for kind, sign in SIGNS.items() if kind in kinds), "")

    def cut(self, text: str, start: int) -> list[tuple[str, MarkKind | None]]:
        """Cut a line into pieces that are marked in one way.

        Args:
            text: What stands in the report from ``start`` on, character for character.
            start: Its offset in the report.

        Returns:
            Pieces that make up ``text``, in order, none of them empty.
        """
        marks = self.within(start, start + len(text))
        if not marks:
            return [(text, None)] if text else []
        kinds: list[MarkKind | None] = [None] * len(text)
        for mark in sorted(marks, key=lambda mark: _WEIGHT[mark.kind]):
            low, high = max(mark.start - start, 0), min(mark.end - start, len(text))
            kinds[low:high] = [mark.kind] * (high - low)
        pieces: list[tuple[str, MarkKind | None]] = []
        first = 0
        for at in range(1, len(text) + 1):
            if at == len(text) or kinds[at] != kinds[first]:
                pieces.append((text[first:at], kinds[first]))
                first = at
        return pieces
