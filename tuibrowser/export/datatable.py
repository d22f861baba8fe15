"""A table of data, in every format that one can ask for: made once, written by kind of file.

A cell that rests on a sentence names it, so that a spreadsheet can lead from the number to the
words that it was read from.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from tuibrowser.export.csv_table import csv_table
from tuibrowser.export.naming import Format
from tuibrowser.text.visible import visible


class Source(NamedTuple):
    """A sentence that a cell rests on."""

    report: str
    """Name of the report, as REFs write it."""
    line: int
    """In the text of the report, from 1."""
    text: str


class Linked(NamedTuple):
    """A cell's value and what it rests on."""

    value: Value
    source: int
    """Number in :attr:`DataTable.sources`."""


Value = str | int | float | None
Datum = Value | Linked


class Column(NamedTuple):
    """What stands in the head of a column."""

    title: str
    is_number: bool = False
    """Whether its cells are set to the right."""


class DataTable(NamedTuple):
    """Rows below named columns."""

    title: str
    """In a word or two, 覆盖情况: heading of documents, name of a spreadsheet's first sheet."""
    columns: Sequence[Column]
    rows: Sequence[Sequence[Datum]]
    sources: Sequence[Source] = ()
    notes: Sequence[str] = ()
    """Sentences below the table."""


def table_bytes(
    table: DataTable, format_: Format, width: int | None = None, date: datetime.date | None = None
) -> bytes:
    """``table`` as a file in ``format_``.

    Args:
        table: What to write.
        format_: ``table`` for a terminal, or ``csv``, ``xlsx``, ``html``, ``md``, ``docx``.
        width: Cells of a terminal's line; ``None`` writes every row on one line.
        date: The day that documents say they were made on; today if ``None``.

    Raises:
        ValueError: no table is written in that format.
    """
    day = (date or datetime.date.today()).isoformat()
    match format_:
        case "table":
            from tuibrowser.export.datatext import data_text  # noqa: PLC0415

            return data_text(table, width).encode()
        case "csv":
            return _csv(table).encode()
        case "xlsx":
            from tuibrowser.export.workbook import workbook  # noqa: PLC0415

            return workbook(table, day)
        case "html":
            from tuibrowser.export.datapage import data_html  # noqa: PLC0415

            return data_html(table, day).encode()
        case "md":
            from tuibrowser.export.datapage import data_markdown  # noqa: PLC0415

            return data_markdown(table, day).encode()
        case "docx":
            from tuibrowser.export.data_docx import data_docx  # noqa: PLC0415

            return data_docx(table, day)
    raise ValueError(format_)


def value_of(datum: Datum) -> Value:
    """What a cell shows, without what it rests on."""
    return datum.value if isinstance(datum, Linked) else datum


def shown(value: Value) -> str:
    """``value`` on one line of text; nothing for what is not known."""
    return "" if value is None else visible(str(value))


def _csv(table: DataTable) -> str:
    heads = [column.title for column in table.columns]
    return csv_table([heads, *([value_of(datum) for datum in row] for row in table.rows)])
