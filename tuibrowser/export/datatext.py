"""A table of data as lines of text: whole for a pipe, and fitted into a terminal's width.

What does not fit side by side is broken within its column; where even that leaves no column its
room, each row is a block of its own, a value behind the name of its column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, takewhile, zip_longest
from operator import eq
from typing import Final

from tuibrowser.export.datatable import Column, DataTable, shown, value_of
from tuibrowser.text.cellwidth import cells, fill
from tuibrowser.text.linebreak import broken
from tuibrowser.text.visible import visible

_GAP: Final = "  "
_LONG: Final = 24
"""Cells from which a column holds sentences, which may be broken."""
_NOTHING: Final = "—"
"""In a cell that would be taken to say the same as the one above it, which says something."""
_FEWEST: Final = 20
"""Cells that a column of sentences needs: a clause of ten characters."""


def data_text(table: DataTable, width: int | None = None) -> str:
    """``table`` with its notes below; of no rows the notes alone.

    Args:
        table: What to write.
        width: Cells of a terminal's line; ``None`` writes every row on one line, however long.
    """
    heads = [column.title for column in table.columns]
    rows = [[shown(value_of(datum)) for datum in row] for row in table.rows]
    natural = [max(map(cells, column)) for column in zip(heads, *rows, strict=True)]
    notes = [visible(note) for note in table.notes]
    lines: Iterable[str]
    if not rows and notes:
        lines = ()
    elif width is None or sum(natural) + len(_GAP) * (len(natural) - 1) <= width:
        lines = _side_by_side([heads, *rows], natural, table.columns)
    elif (fitted := _fitted(natural, width)) is not None:
        lines = _side_by_side([heads, *_told_once(rows)], fitted, table.columns)
    else:
        lines = _blocks(heads, rows, width)
    if width is not None:
        notes = [line for note in notes for line in broken(note, width)]
    return "".join(f"{line}\n" for line in (*lines, *notes))


def _fitted(natural: Sequence[int], width: int) -> list[int] | None:
    """Widths of columns of which those of sentences share what room the others leave them."""
    widths = [min(it, _FEWEST) if it > _LONG else it for it in natural]
    room = width - len(_GAP) * (len(widths) - 1) - sum(widths)
    if room < 0:
        return None
    wanting = [at for at, it in enumerate(natural) if it > widths[at]]
    for left, at in zip(
        range(len(wanting), 0, -1), sorted(wanting, key=natural.__getitem__), strict=True
    ):
        more = min(room // left, natural[at] - widths[at])
        widths[at] += more
        room -= more
    return widths


def _side_by_side(
    rows: Sequence[Sequence[str]], widths: Sequence[int], columns: Sequence[Column]
) -> Iterator[str]:
    for row in rows:
        broken_cells = (broken(text, width) for text, width in zip(row, widths, strict=True))
        for parts in zip_longest(*broken_cells, fillvalue=""):
            yield _GAP.join(
                _set(text, width, column.is_number)
                for text, width, column in zip(parts, widths, columns, strict=True)
            ).rstrip()


def _told_once(rows: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The rows without the cells that each begins with as the one before it did."""
    return ([*[""] * same, *row[same:]] for same, row in _with_same(rows))


def _blocks(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    for same, row in _with_same(rows):
        if not same:
            yield from broken(row[0], width)
        line = ""
        for head, text in list(zip(heads, row, strict=True))[max(same, 1) :]:
            item = f"{head}：{text}" if text else ""
            if line and cells(line) + cells(item) + 2 * len(_GAP) > width:
                yield from _indented(line, width)
                line = ""
            line = _GAP.join(filter(None, (line, item)))
        yield from _indented(line, width)


def _indented(line: str, width: int) -> Iterator[str]:
    yield from (f"{_GAP}{part}" for part in broken(line, width - len(_GAP)) if part)


def _with_same(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, Sequence[str]]]:
    """Each row, and how many cells it begins with as the one before it did, fewer than all."""
    for before, row in zip(chain([[]], rows), rows, strict=False):
        same = min(sum(1 for _ in takewhile(bool, map(eq, before, row))), len(row) - 1)
        is_other = bool(before) and bool(before[same]) and not row[same]
        yield same, [*row[:same], _NOTHING, *row[same + 1 :]] if is_other else row


def _set(text: str, width: int, to_the_right: bool) -> str:
    return " " * (width - cells(text)) + text if to_the_right else fill(text, width)
