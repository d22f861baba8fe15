"""A comparison for WPS and Excel: a row of the table a line, a report a column."""

from __future__ import annotations

from collections.abc import Iterator

from tuibrowser.export.csv_table import csv_table
from tuibrowser.export.datatable import Column, DataTable
from tuibrowser.export.sheet import Box, Sheet, SheetRow


def comparison_csv(sheet: Sheet) -> str:
    """``sheet`` as :func:`~tuibrowser.export.csv_table.csv_table` writes it.

    A cell holds its paragraphs a line each, at its end the source in 〔〕.
    """
    return csv_table(_rows(sheet))


def comparison_table(sheet: Sheet) -> DataTable:
    """What :func:`comparison_csv` holds for an Excel file, below it what the reports are."""
    head, *rows = _rows(sheet)
    about = [f"{name}：{about}" for name, about in zip(sheet.columns, sheet.reports, strict=True)]
    return DataTable("对照表", [Column(name) for name in head], rows, notes=about)


def _rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    yield ("部分", "工作领域", "对应程度", "变化", *sheet.columns)
    for part in sheet.parts:
        for line in part.lines:
            facts = (part.title, line.theme, line.match, _changes(line, sheet.columns))
            yield (*facts, *map(_cell, line.boxes))


def _changes(line: SheetRow, names: tuple[str, ...]) -> str:
    boxes = zip(names, line.boxes, strict=True)
    changed = [(name, box.judgement) for name, box in boxes if box.change]
    if len(names) <= 2:
        return "".join(word for _, word in changed)
    return "；".join(f"{name}：{word}" for name, word in changed)


def _cell(box: Box) -> str:
    return "\n".join(filter(None, (*(entry.text for entry in box.entries), box.source)))
