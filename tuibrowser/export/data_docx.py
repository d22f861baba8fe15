"""A table of data as DOCX: A4 landscape, below the table the sentences that its cells rest on.

It takes 50 ms to import python-docx: this is imported when needed.
"""

from __future__ import annotations

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
"""Cells of a terminal that a column is taken to need; the page is shared out by them."""
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
    grid = document.add_table(rows=0, cols=len(table.columns))
    grid.style = "Table Grid"
    grid.autofit = False
    for column, width in zip(grid.columns, _widths(table), strict=True):
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


def _widths(table: DataTable) -> Sequence[float]:
    """Millimetres of each column, which together fill the page."""
    looked_at = table.rows[:_LOOKED_AT]
    wanted = [
        min(
            _WIDEST,
            max(
                _NARROWEST,
                cells(shown(column.title)),
                *(cells(_marked(row[at])) for row in looked_at),
            ),
        )
        for at, column in enumerate(table.columns)
    ]
    room = LONG_SIDE - 2 * MARGIN
    return [room * each / sum(wanted) for each in wanted]
