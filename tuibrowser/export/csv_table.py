"""CSV that WPS and Excel open as it was meant, and calculate nothing of: one way for all tables."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from tuibrowser.text.visible import visible_lines

_BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of its Windows."""

_CALCULATED: Final = re.compile(r"[\t\r]|[\s\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]")
"""What a cell begins with that is a formula to a spreadsheet (OWASP, CSV Injection; the full-width
ones where the system is Chinese or Japanese), blanks and what cannot be seen before it included."""


def csv_table(rows: Iterable[Sequence[object]]) -> str:
    """``rows`` with a byte order mark, lines ending in CRLF.

    A text that a spreadsheet would calculate has ``'`` in front of it, which is all that is added;
    numbers stay numbers, and ``None`` is an empty cell.
    """
    table = io.StringIO(newline="")
    table.write(_BOM)
    csv.writer(table, lineterminator="\r\n").writerows(map(_cell, row) for row in rows)
    return table.getvalue()


def inert(text: str) -> str:
    """``text``, with ``'`` in front of it where a spreadsheet would take it for a formula."""
    return f"'{text}" if _CALCULATED.match(text) else text


def _cell(value: object) -> object:
    """What goes into a cell. Its text stays on the lines that it has."""
    return visible_lines(inert(value)) if isinstance(value, str) else value
