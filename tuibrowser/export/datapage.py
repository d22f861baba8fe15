"""A table of data as one HTML file that needs nothing else, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from tuibrowser.export.datatable import (
    CellSource,
    Column,
    DataTable,
    Datum,
    Linked,
    Marked,
    shown,
    value_of,
)
from tuibrowser.export.html import new_page, paragraph, written
from tuibrowser.export.markdown import escape, row

_SHORT: Final = 12
"""Characters of a value that stands on one line: 青棠县 柳溪镇, 晚于时限（上报）."""
_MARKED: Final = "下有点线的是两处相同的文字。"
_ABREAST: Final = 12
"""Columns beyond which a printed page takes smaller letters."""


def data_html(table: DataTable, date: str) -> str:
    """``table`` as a page, below it the sentences that its cells lead to.

    Args:
        table: What to write.
        date: The day it is written, ISO 8601.
    """
    page, body = new_page(table.title)
    paragraph(body, "legend", f"导出日期：{date}")
    for sentence in table.lead:
        paragraph(body, "lead", shown(sentence))
    looks = [_look(column.is_number, longest) for column, longest in _longest(table)]
    kind = "data wide" if len(looks) > _ABREAST else "data"
    grid = SubElement(body, "table", {"class": kind})
    head = SubElement(SubElement(grid, "thead"), "tr")
    for column, look in zip(table.columns, looks, strict=True):
        SubElement(head, "th", {"scope": "col", **look}).text = shown(column.title)
    rows = SubElement(grid, "tbody")
    for data in table.rows:
        line = SubElement(rows, "tr")
        line.tail = "\n"
        for look, datum in zip(looks, data, strict=True):
            _fill(SubElement(line, "td", look), datum)
    has_marks = any(isinstance(datum, Marked) for data in table.rows for datum in data)
    for note in (*([_MARKED] if has_marks else []), *table.notes):
        paragraph(body, "legend", shown(note))
    if table.sources:
        SubElement(body, "h2").text = "出处"
        listed = SubElement(body, "ol")
        for number, source in enumerate(table.sources, 1):
            SubElement(listed, "li", id=f"source-{number}").text = _said(source)
    return written(page)


def data_markdown(table: DataTable, date: str) -> str:
    """``table`` as a table with footnotes for the sentences that its cells rest on.

    Args:
        table: What to write.
        date: The day it is written, ISO 8601.
    """
    rules = ["---:" if column.is_number else "---" for column in table.columns]
    lines = [row(escape(shown(column.title)) for column in table.columns), row(rules)]
    lines += (row(map(_marked, data)) for data in table.rows)
    parts = [f"# {escape(shown(table.title))}", f"导出日期：{date}"]
    parts += (escape(shown(sentence)) for sentence in table.lead)
    parts.append("\n".join(lines))
    parts += (escape(shown(note)) for note in table.notes)
    if table.sources:
        parts.append("\n".join(_footnotes(table)))
    return "\n\n".join(parts) + "\n"


def _longest(table: DataTable) -> Iterator[tuple[Column, int]]:
    """Each column with the length of the longest of its values."""
    for at, column in enumerate(table.columns):
        yield column, max((len(shown(value_of(data[at]))) for data in table.rows), default=0)


def _look(is_number: bool, longest: int) -> dict[str, str]:
    """The classes of a column's cells; what is short is not broken over lines, however many
    columns there are, since a browser breaks Chinese anywhere."""
    names = [name for name, is_so in (("number", is_number), ("short", longest <= _SHORT)) if is_so]
    return {"class": " ".join(names)} if names else {}


def _fill(cell: Element, datum: Datum) -> None:
    text = shown(value_of(datum))
    if isinstance(datum, Marked):
        for piece, stands_out in datum.pieces:
            if piece:
                kind = "shared" if stands_out else "plain"
                SubElement(cell, "u" if stands_out else "span", {"class": kind}).text = shown(piece)
    elif isinstance(datum, Linked) and text:
        SubElement(cell, "a", href=f"#source-{datum.source + 1}").text = text
    else:
        cell.text = text


def _marked(datum: Datum) -> str:
    text = escape(shown(value_of(datum)))
    return f"{text}[^{datum.source + 1}]" if isinstance(datum, Linked) and text else text


def _footnotes(table: DataTable) -> Iterator[str]:
    for number, source in enumerate(table.sources, 1):
        yield f"[^{number}]: {escape(_said(source))}"


def _said(source: CellSource) -> str:
    return f"{shown(source.report)} 第{source.line}行：{shown(source.text)}"
