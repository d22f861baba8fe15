"""A table of data as the bytes of a file, by kind of file: only what is written is loaded."""

from __future__ import annotations

# ruff: noqa: PLC0415
import datetime

from tuibrowser.export.csv_table import csv_table
from tuibrowser.export.datatable import DataTable, value_of
from tuibrowser.export.naming import Format


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
            from tuibrowser.export.datatext import data_text

            return data_text(table, width).encode()
        case "csv":
            return _csv(table).encode()
        case "xlsx":
            from tuibrowser.export.workbook import workbook

            return workbook(table, day)
        case "html":
            from tuibrowser.export.datapage import data_html

            return data_html(table, day).encode()
        case "md":
            from tuibrowser.export.datapage import data_markdown

            return data_markdown(table, day).encode()
        case "docx":
            from tuibrowser.export.data_docx import data_docx

            return data_docx(table, day)
    raise ValueError(format_)


def _csv(table: DataTable) -> str:
    heads = [column.title for column in table.columns]
    return csv_table([heads, *([value_of(datum) for datum in row] for row in table.rows)])
