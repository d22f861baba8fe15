"""A comparison as CSV for WPS and Excel: a row of the table a line, a report a column."""

from __future__ import annotations

import csv
import io
from typing import Final

from tuibrowser.export.sheet import Box, Line, Sheet
from tuibrowser.lexicon.labels import CHANGE_LABELS

_BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of its Windows."""

_CALCULATED: Final = frozenset("=+-@＝＋－＠")
"""A cell that begins with one of these is a formula to a spreadsheet (OWASP, CSV Injection; the
full-width ones where the system is Chinese or Japanese)."""


def comparison_csv(sheet: Sheet) -> str:
    """``sheet`` with a byte order mark and CRLF.

    A cell holds its paragraphs a line each, at its end the source in 〔〕. A cell that a
    spreadsheet would calculate has ``'`` in front of it, which is all that is added.
    """
    table = io.StringIO(newline="")
    table.write(_BOM)
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(map(inert, ("部分", "工作领域", "对应程度", "变化", *sheet.columns)))
    for part in sheet.parts:
        for line in part.lines:
            facts = (part.title, line.theme, line.match, _changes(line, sheet.columns))
            writer.writerow(map(inert, (*facts, *map(_cell, line.boxes))))
    return table.getvalue()


def inert(text: str) -> str:
    """``text``, with ``'`` in front of it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip()[:1] in _CALCULATED else text


def _changes(line: Line, names: tuple[str, ...]) -> str:
    changed = [
        (name, CHANGE_LABELS[box.change])
        for name, box in zip(names, line.boxes, strict=True)
        if box.change
    ]
    if len(names) <= 2:
        return "".join(word for _, word in changed)
    return "；".join(f"{name}：{word}" for name, word in changed)


def _cell(box: Box) -> str:
    return "\n".join(filter(None, (*(entry.text for entry in box.entries), box.source)))
