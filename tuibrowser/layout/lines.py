"""The lines of one pane."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple


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


def openings(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The lines that open a paragraph of the report, and their passages."""
    return ((at, it.passage) for at, it in enumerate(lines) if it.opens and it.passage >= 0)
