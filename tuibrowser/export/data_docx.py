"""A table of data as DOCX: A4 landscape, below the table the sentences that its cells rest on.

It takes 50 ms to import python-docx: this is imported when needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from tuibrowser.export.datatable import DataTable, Datum, Linked, shown, value_of
from tuibrowser.export.docx_page import (
    LONG_SIDE,
    MARGIN,
    NOTE,
    TEXT,
    add_head,
    new_document,
    saved,
    set_row,
)
from tuibrowser.text.cellwidth import cells
from tuibrowser.text.linebreak import one_line

_NARROWEST: Final = 4
_WIDEST: Final = 60
"""Cells of a terminal that a column is taken to need at least and at most."""
_CELL: Final = 0.1764
"""Millimetres of a cell to a point of the letters: half a Chinese character."""
_FRAME: Final = 4.2
"""Millimetres beside the text of a cell."""
_WORD: Final = re.compile(r"[!-~〔〕]+")
_SHORT: Final = 6
"""Cells of a text that stays on one line though it might be broken."""
_LONGEST_WORD: Final = 20
"""Cells of a word that stays whole, whatever other columns are left with."""
_LOOKED_AT: Final = 200
"""Rows that widths are taken from."""
_LONGEST_WHOLE: Final = 800
"""Characters in a row that may move to the next page whole."""


def data_docx(table: DataTable, date: str) -> bytes:
    """``table`` as a file, its first row repeated on each page.

    Args:
        table: What to write.
        date: The day it is written, ISO 8601.
    """
    size = 10.5 if len(table.columns) <= 8 else 9
    document = new_document(shown(table.title), date, landscape=True, size=size)
    document.add_paragraph(f"导出日期：{date}", NOTE)
    for sentence in table.lead:
        document.add_paragraph(shown(sentence), TEXT)
    grid = document.add_table(rows=0, cols=len(table.columns))
    grid.style = "Table Grid"
    grid.autofit = False
    for column, width in zip(grid.columns, _widths(table, size), strict=True):
        column.width = Mm(width)
    add_head(grid, (shown(column.title) for column in table.columns))
    for data in table.rows:
        row = grid.add_row()
        texts = [*map(_marked, data)]
        for cell, text, column in zip(row.cells, texts, table.columns, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.style = TEXT
            paragraph.paragraph_format.first_line_indent = 0
            if column.is_number:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if text:
                paragraph.add_run(text)
        if sum(map(len, texts)) <= _LONGEST_WHOLE:
            set_row(row, "w:cantSplit")
    for note in table.notes:
        document.add_paragraph(shown(note), NOTE)
    if table.sources:
        document.add_heading("出处", 1)
    for number, source in enumerate(table.sources, 1):
        said = f"〔{number}〕{shown(source.report)} 第{source.line}行：{one_line(source.text)}"
        document.add_paragraph(said, NOTE)
    return saved(document)


def _marked(datum: Datum) -> str:
    text = shown(value_of(datum))
    return f"{text}〔{datum.source + 1}〕" if isinstance(datum, Linked) and text else text


def _widths(table: DataTable, size: float) -> Sequence[float]:
    """Millimetres of each column, which together fill the page: what no line is broken within has
    its room first, the rest is shared out by how much there is to read."""
    cell = size * _CELL
    columns = [
        [shown(column.title), *map(_marked, data)]
        for column, *data in zip(table.columns, *table.rows[:_LOOKED_AT], strict=True)
    ]
    least = [_FRAME + cell * max(map(_unbroken, texts)) for texts in columns]
    wanted = [_FRAME + cell * min(_WIDEST, max(map(cells, texts))) for texts in columns]
    room = LONG_SIDE - 2 * MARGIN
    if sum(least) >= room:
        return [room * each / sum(least) for each in least]
    more = [max(all_of_it - part, 0) for all_of_it, part in zip(wanted, least, strict=True)]
    more = more if sum(more) else least
    left = (room - sum(least)) / sum(more)
    return [part + left * each for part, each in zip(least, more, strict=True)]


def _unbroken(text: str) -> int:
    """Cells of the longest stretch of ``text`` that no line is broken within: a number, a date, or
    a word or two alone (已单列)."""
    if (whole := cells(text)) <= _SHORT:
        return max(_NARROWEST, whole)
    longest = max(map(len, _WORD.findall(text)), default=0)
    return max(_NARROWEST, min(longest, _LONGEST_WORD))
