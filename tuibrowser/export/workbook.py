"""A table of data as XLSX, for Excel and WPS: one sheet with the rows, one with their sentences.

Only this module knows XlsxWriter, which takes 40 ms to import: it is imported when needed. Every
text is written as a text, so that nothing is calculated, and rows are streamed.
"""

from __future__ import annotations

import datetime
import io
import math
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.worksheet import Worksheet

from tuibrowser.export.datatable import (
    Column,
    DataTable,
    Datum,
    Day,
    Linked,
    Share,
    Signed,
    Value,
    value_of,
)
from tuibrowser.text.cellwidth import cells
from tuibrowser.text.visible import visible, visible_lines

_SONG: Final = "宋体"
_HEI: Final = "黑体"
"""Fonts of official documents (GB/T 9704-2012) that every Windows and WPS has."""
_LINK_COLOUR: Final = "#1F4E79"
_HEAD_COLOUR: Final = "#F0F0F0"

_SOURCES: Final = "出处"
"""Name of the sheet that cells lead to."""
_SOURCE_COLUMNS: Final = (Column("报告"), Column("行", is_number=True), Column("原文"))

_NARROWEST: Final = 6
_WIDEST: Final = 60
_ARROW: Final = 3
"""All in cells of a terminal, which are what Excel counts widths in; the arrow opens a filter."""
_LOOKED_AT: Final = 1000
"""Rows that widths are taken from: more tell nothing new."""

_MOST_ROWS: Final = 1_048_575
"""Rows of a sheet below its head (Excel specifications and limits); the rest goes on in another."""
_MOST_LINKS: Final = 65_530
"""Of a sheet (the same); the cells after that keep their values alone."""
_LONGEST: Final = 32_767
"""Units of UTF-16 in a cell (the same)."""
_LONGEST_NAME: Final = 31
"""Of a sheet (the same)."""
_LONGEST_TITLE: Final = 255
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]+")
_A4: Final = 9
_WHOLE: Final[dict[str, object]] = {"text_wrap": True}
_LINK: Final[dict[str, object]] = {"font_color": _LINK_COLOUR, "underline": 1}
_PERCENT: Final = "0%"
_DATE: Final = "yyyy-mm-dd"
_FIRST_YEAR: Final = 1901
"""Excel counts days from 1900, which it takes for a leap year."""


class _Looks:
    """How cells look, each way made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], CellFormat] = {}
        heading = {"font_name": _HEI, "bg_color": _HEAD_COLOUR, "bottom": 1, "valign": "vcenter"}
        self.head = self._look(**heading, **_WHOLE)
        self.note = self._look()

    def text(self, *, is_linked: bool) -> CellFormat:
        return self._look(**_WHOLE, **(_LINK if is_linked else {}))

    def number(self, form: str | None = None, *, is_linked: bool) -> CellFormat:
        shown = {"num_format": form} if form else {}
        return self._look(align="right", **shown, **(_LINK if is_linked else {}))

    def _look(self, **more: object) -> CellFormat:
        key = tuple(more.items())
        if key not in self._made:
            usual = {"font_name": _SONG, "font_size": 11, "valign": "top"}
            self._made[key] = self._book.add_format({**usual, **more})
        return self._made[key]


def workbook(table: DataTable, date: str) -> bytes:
    """``table`` as a file, its notes below the rows, its sources in a second sheet.

    The head and, where there are several columns, the first column stay in sight; each column can
    be filtered; a cell that rests on a sentence leads there.

    Args:
        table: What to write.
        date: The day it is written, ISO 8601.
    """
    file = io.BytesIO()
    book = Workbook(file, {"constant_memory": True})
    created = datetime.datetime.fromisoformat(date)
    about = {"title": visible(table.title)[:_LONGEST_TITLE], "author": "tuibrowser"}
    book.set_properties({**about, "created": created})
    looks = _Looks(book)
    name = _sheet_name(table.title)
    rows = iter(table.rows)
    number = 1
    while True:
        sheet = book.add_worksheet(_numbered(name, number))
        _prepare(sheet, table.columns, table.rows, looks)
        written = _fill(sheet, islice(rows, _MOST_ROWS), looks)
        if written:
            sheet.autofilter(0, 0, written, max(0, len(table.columns) - 1))
        if number * _MOST_ROWS >= len(table.rows):
            break
        number += 1
    for at, note in enumerate((*table.lead, *table.notes), written + 2):
        sheet.write_string(at, 0, _fitting(note), looks.note)
    _write_sources(book, table, looks)
    book.close()
    return file.getvalue()


def _prepare(
    sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[Datum]], looks: _Looks
) -> None:
    """Give ``sheet`` its widths, head and page; rows can be streamed only after that."""
    for at, column in enumerate(columns):
        shown = (_cells(value_of(row[at])) for row in rows[:_LOOKED_AT])
        widest = max((cells(visible(column.title)) + _ARROW, *shown))
        sheet.set_column(at, at, min(max(widest, _NARROWEST), _WIDEST) + 1)
    sheet.freeze_panes(1, int(len(columns) > 1))
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    for at, column in enumerate(columns):
        sheet.write_string(0, at, _fitting(column.title), looks.head)


def _fill(sheet: Worksheet, rows: Iterable[Sequence[Datum]], looks: _Looks) -> int:
    """Write ``rows`` below the head and return how many they were."""
    written = links = 0
    for written, row in enumerate(rows, 1):
        for at, datum in enumerate(row):
            value = value_of(datum)
            is_linked = isinstance(datum, Linked) and value is not None and links < _MOST_LINKS
            if isinstance(datum, Linked) and is_linked:
                links += 1
                # What is shown is written below, over the address.
                sheet.write_url(written, at, _address(datum.source), string="")
            _write(sheet, written, at, value, looks, is_linked)
    return written


def _write(
    sheet: Worksheet, row: int, column: int, value: Value, looks: _Looks, is_linked: bool
) -> None:
    if isinstance(value, Day) and (day := _day(value)):
        look = looks.number(_DATE, is_linked=is_linked)
        sheet.write_datetime(row, column, day, look)
    elif isinstance(value, str):
        if value:
            sheet.write_string(row, column, _fitting(value), looks.text(is_linked=is_linked))
    elif value is not None and math.isfinite(value):
        sheet.write_number(row, column, value, looks.number(_form(value), is_linked=is_linked))


def _form(number: float) -> str | None:
    """How a number that words write with a sign is shown, which stays a number."""
    if isinstance(number, Share):
        return _PERCENT
    return f'"{number.sign}"General' if isinstance(number, Signed) else None


def _day(day: Day) -> datetime.date | None:
    """``day`` if Excel counts it."""
    try:
        found = datetime.date.fromisoformat(day)
    except ValueError:
        return None
    return found if found.year >= _FIRST_YEAR else None


def _write_sources(book: Workbook, table: DataTable, looks: _Looks) -> None:
    for first in range(0, len(table.sources), _MOST_ROWS):
        part = table.sources[first : first + _MOST_ROWS]
        sheet = book.add_worksheet(_numbered(_SOURCES, first // _MOST_ROWS + 1))
        _prepare(sheet, _SOURCE_COLUMNS, part, looks)
        _fill(sheet, part, looks)
        sheet.autofilter(0, 0, len(part), len(_SOURCE_COLUMNS) - 1)


def _address(source: int) -> str:
    """Where the sentence of number ``source`` stands."""
    sheet, row = divmod(source, _MOST_ROWS)
    return f"internal:'{_numbered(_SOURCES, sheet + 1)}'!C{row + 2}"


def _numbered(name: str, number: int) -> str:
    if number == 1:
        return name
    ending = f" {number}"
    return name[: _LONGEST_NAME - len(ending)] + ending


def _sheet_name(title: str) -> str:
    """``title`` without what Excel refuses as the name of a sheet."""
    plain = _cut(_FORBIDDEN.sub("", visible(title)), _LONGEST_NAME).strip("' ")
    return "数据" if not plain or plain.lower() in ("history", _SOURCES) else plain


def _cells(value: Value) -> int:
    if value is None:
        return 0
    return max(map(cells, visible_lines(str(value)[: _WIDEST * 4]).split("\n")))


def _fitting(text: str) -> str:
    """``text`` as a cell may hold it; what is too long ends in ``…``."""
    shown = visible_lines(text)
    return shown if _units(shown) <= _LONGEST else _cut(shown, _LONGEST - 1) + "…"


def _cut(text: str, units: int) -> str:
    """As much of the beginning of ``text`` as takes ``units`` of UTF-16."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
