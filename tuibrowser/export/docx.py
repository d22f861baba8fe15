"""A comparison as a DOCX 对照表: A4 landscape, real tables, for Word and WPS.

It takes 50 ms to import python-docx: this is imported when needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from docx.document import Document as DocumentFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from tuibrowser.export.docx_page import (
    HEADING,
    LONG_SIDE,
    MARGIN,
    NOTE,
    SOURCE,
    TEXT,
    add_head,
    mark_style,
    new_document,
    saved,
    set_row,
)
from tuibrowser.export.legend import change_sign, legend
from tuibrowser.export.sheet import NOTHING, EntryKind, Piece, Sheet, SheetPart, SheetRow
from tuibrowser.model.kept import Excerpt
from tuibrowser.text.visible import visible

_ABREAST: Final = 6
"""Reports next to each other on one page: thirteen characters a line."""

_THEME_COLUMN: Final = 22
"""In millimetres."""

_STYLES: Final[dict[EntryKind, str]] = {
    "heading": HEADING,
    "text": TEXT,
    "note": NOTE,
    "also": NOTE,
}

_LONGEST_WHOLE: Final = 20
"""Lines of a row that may move to the next page whole; half a page."""


def comparison_docx(sheet: Sheet) -> bytes:
    """``sheet`` as a file: a heading and a table a part, the tables' first row repeated."""
    bands = sheet.bands(_ABREAST)
    abreast = max(map(len, bands), default=1)
    document = new_document(
        sheet.title, sheet.date, landscape=True, size=10.5 if abreast < 4 else 9
    )
    document.add_paragraph(f"导出日期：{sheet.date}。{legend(sheet)}", NOTE)
    for name, about in zip(sheet.columns, sheet.reports, strict=True):
        document.add_paragraph(f"{name}：{about}", NOTE)
    for part in sheet.parts:
        document.add_heading(part.title, 1)
        for number, band in enumerate(bands):
            if number:
                document.add_paragraph(style=NOTE)  # or Word joins the tables
            _table(document, sheet, part, band)
    return saved(document)


def excerpts_docx(title: str, date: str, excerpts: Iterable[Excerpt]) -> bytes:
    """``excerpts`` as a file in A4 portrait, each with its source below it."""
    document = new_document(title, date, landscape=False, size=12)
    document.add_paragraph(f"导出日期：{date}", NOTE)
    for excerpt in excerpts:
        for line in excerpt.text.split("\n"):
            document.add_paragraph(visible(line), TEXT)
        source = document.add_paragraph(f"（{visible(excerpt.source)}）", SOURCE)
        source.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        source.paragraph_format.space_after = Pt(12)
    return saved(document)


def _table(document: DocumentFile, sheet: Sheet, part: SheetPart, band: range) -> None:
    each = (LONG_SIDE - 2 * MARGIN - _THEME_COLUMN) / len(band)
    table = document.add_table(rows=0, cols=1 + len(band))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, (_THEME_COLUMN, *[each] * len(band)), strict=True):
        column.width = Mm(width)
    names = ("工作领域", *(sheet.columns[at] for at in band))
    add_head(table, names)
    for line in part.lines:
        if any(line.boxes[at] != NOTHING for at in band):
            row = table.add_row()
            _fill(row, line, band)
            if _height(line, band, each) <= _LONGEST_WHOLE:
                set_row(row, "w:cantSplit")


def _fill(row: _Row, line: SheetRow, band: range) -> None:
    head, *cells = row.cells
    _write(head, ((HEADING, _words(line.theme)), (NOTE, _words(line.caveat))))
    for cell, at in zip(cells, band, strict=True):
        box = line.boxes[at]
        change = (
            change_sign(box.change, box.judgement) if box.change else "—" if box == NOTHING else ""
        )
        entries = ((_STYLES[entry.kind], entry.pieces) for entry in box.entries)
        _write(cell, ((NOTE, _words(change)), *entries, (SOURCE, _words(box.source))))


def _words(text: str) -> tuple[Piece, ...]:
    return (Piece(text),) if text else ()


def _write(cell: _Cell, paragraphs: Iterable[tuple[str, tuple[Piece, ...]]]) -> None:
    """Fill an empty cell, which has one paragraph; those without words are left out."""
    paragraph: Paragraph | None = cell.paragraphs[0]
    for style, pieces in paragraphs:
        if not pieces:
            continue
        paragraph = paragraph or cell.add_paragraph()
        # By id, which of our styles is the name: asking for it takes most of the time (1.4 of
        # 2.1 s for 1,900 of them).
        paragraph._p.style = style
        for text, mark in pieces:
            run = paragraph.add_run(text)
            run._r.style = mark_style(mark) if mark else None
        paragraph = None


def _height(line: SheetRow, band: range, width: float) -> float:
    """Lines of the tallest cell, roughly: a character takes 3.5 mm of ``width``."""
    most = (width - 4) / 3.5
    boxes = (line.boxes[at] for at in band)
    texts = ([*(entry.text for entry in box.entries), box.source] for box in boxes)
    return max(sum(len(text) // most + 1 for text in box) for box in texts)
