"""The lines of one pane, packed: a long comparison has tens of thousands of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, repeat
from typing import Final, NamedTuple, overload


class Line(NamedTuple):
    """One line of one pane: text, a note, or (with neither) filler."""

    passage: int
    """Index into ``Report.passages`` of its first character; -1 for notes and filler."""
    start: int
    """With ``end``: the stretch of ``Report.text``; draw it with :meth:`Grid.text`."""
    end: int
    indent: int = 0
    """Cells left free before the text."""
    opens: bool = False
    """The line opens a paragraph."""
    note: str = ""
    """Words of this program about the report, instead of text."""


FILLER: Final = Line(-1, 0, 0)


class Lines(Sequence[Line]):
    """Lines that can only be added to.

    Columns of numbers take 14 bytes a line, where named tuples of them would take 200.
    """

    __slots__ = ("_ends", "_indents", "_notes", "_opens", "_passages", "_starts")

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._passages, self._starts, self._ends = array("i"), array("i"), array("i")
        self._indents, self._opens = array("B"), array("B")
        self._notes: dict[int, str] = {}
        """By line; most lines have none."""
        for line in lines:
            self.append(line)

    def append(self, line: Line) -> None:
        """Add a line below."""
        passage, start, end, indent, opens, note = line
        if note:
            self._notes[len(self._passages)] = note
        self._passages.append(passage)
        self._starts.append(start)
        self._ends.append(end)
        self._indents.append(indent)
        self._opens.append(opens)

    def fill(self, count: int) -> None:
        """Add lines of filler below."""
        for _ in range(count):
            self.append(FILLER)

    def join(self, below: Lines) -> None:
        """Add all of ``below``, faster than line by line."""
        self._notes.update({len(self) + at: note for at, note in below._notes.items()})
        self._passages += below._passages
        self._starts += below._starts
        self._ends += below._ends
        self._indents += below._indents
        self._opens += below._opens

    def __len__(self) -> int:
        return len(self._passages)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, at: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        return Line(
            self._passages[at],
            self._starts[at],
            self._ends[at],
            self._indents[at],
            bool(self._opens[at]),
            self._notes.get(at % len(self), ""),
        )

    def __iter__(self) -> Iterator[Line]:
        notes = map(self._notes.get, range(len(self)), repeat(""))
        opens = map(bool, self._opens)
        columns = self._passages, self._starts, self._ends, self._indents, opens, notes
        return map(Line, *columns)

    def openings(self) -> Iterator[tuple[int, int]]:
        """The lines that open a paragraph of the report, and their passages."""
        opening = compress(enumerate(self._passages), self._opens)
        return ((at, passage) for at, passage in opening if passage >= 0)

    def of_text(self) -> array[int]:
        """Which lines show text of the report, from the top down."""
        return array("i", compress(range(len(self)), map((-1).__lt__, self._passages)))

    def by_offset(self) -> tuple[array[int], array[int]]:
        """Where its lines of text start in ``Report.text``, in rising order, and which they are."""
        shown = sorted(self.of_text(), key=self._starts.__getitem__)
        return array("i", map(self._starts.__getitem__, shown)), array("i", shown)
