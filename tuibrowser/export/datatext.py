"""A table of data as lines of text: whole for a pipe, and fitted into a terminal's width.

What does not fit side by side is shown as its narrow form, if it has one, and broken within its
columns. Where that leaves sentences no room, those at the end stand below their row; else each row
is a block of its own, a value behind the name of its column.
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
_FEWEST_BESIDE: Final = 4
"""Columns that are worth a head of their own above what is written below each row."""
_MOST_LINES: Final = 4
"""Lines that a sentence may be broken into beside others: longer ones are read across the width."""


def data_text(table: DataTable, width: int | None = None) -> str:
    """``table`` with its notes below; of no rows the notes alone.

    Args:
        table: What to write.
        width: Cells of a terminal's line; ``None`` writes every row on one line, however long.
    """
    heads, rows, natural = _measured(table)
    if width is not None and table.narrow is not None and _breadth(natural) > width:
        table = table.narrow
        heads, rows, natural = _measured(table)
    notes = [visible(note) for note in (*table.lead, *table.notes)]
    lines: Iterable[str]
    if not rows:
        lines = ()
    elif width is None or _breadth(natural) <= width:
        lines = _side_by_side([heads, *rows], natural, table.columns)
    elif (fitted := _fitted(natural, width)) is not None:
        lines = _side_by_side([heads, *_told_once(rows)], fitted, table.columns)
    elif beside := _with_room(natural, width):
        lines = _sentences_below(heads, rows, natural[:beside], table.columns, width)
    else:
        lines = _blocks(heads, rows, width)
    if width is not None:
        notes = [line for note in notes for line in broken(note, width)]
    return "".join(f"{line}\n" for line in (*lines, *notes))


def _measured(table: DataTable) -> tuple[list[str], list[list[str]], list[int]]:
    """Heads and rows as they are shown, and the cells that each column needs."""
    heads = [column.title for column in table.columns]
    rows = [[shown(value_of(datum)) for datum in row] for row in table.rows]
    return heads, rows, [max(map(cells, column)) for column in zip(heads, *rows, strict=True)]


def _breadth(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _with_room(natural: Sequence[int], width: int) -> int:
    """How many columns stand side by side if those of sentences behind them go below; 0 if the
    others have no room, either."""
    beside = len(natural)
    while beside and natural[beside - 1] > _LONG:
        beside -= 1
    has_room = beside < len(natural) and _breadth(natural[:beside]) <= width
    return beside if has_room and beside >= _FEWEST_BESIDE else 0


def _fitted(natural: Sequence[int], width: int) -> list[int] | None:
    """Widths of columns of which those of sentences share what room the others leave them."""
    widths = [min(it, _FEWEST) if it > _LONG else it for it in natural]
    room = width - _breadth(widths)
    if room < 0:
        return None
    wanting = [at for at, it in enumerate(natural) if it > widths[at]]
    for left, at in zip(
        range(len(wanting), 0, -1), sorted(wanting, key=natural.__getitem__), strict=True
    ):
        more = min(room // left, natural[at] - widths[at])
        widths[at] += more
        room -= more
    is_readable = all(has <= _MOST_LINES * it for has, it in zip(natural, widths, strict=True))
    return widths if is_readable else None


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


def _sentences_below(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    columns: Sequence[Column],
    width: int,
) -> Iterator[str]:
    beside = len(widths)
    yield from _side_by_side([heads[:beside]], widths, columns[:beside])
    for row in rows:
        yield from _side_by_side([row[:beside]], widths, columns[:beside])
        for head, text in zip(heads[beside:], row[beside:], strict=True):
            if text:
                yield from _indented(f"{head}：{text}", width)


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
