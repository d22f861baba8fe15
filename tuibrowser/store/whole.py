"""Whether rows are all of those that belong to a report."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.model.report import Passage
from tuibrowser.store.columns import Row


def are_numbered(rows: Sequence[Row]) -> bool:
    """Whether rows that begin with their number are all there, from 0 on."""
    return all(row[0] == number for number, row in enumerate(rows))


def tile(parts: Sequence[Passage], text: str) -> bool:
    """Whether ``parts`` follow each other, with nothing but blanks between them."""
    at = 0
    for part in parts:
        if part.start < at or text[at : part.start].strip():
            return False
        at = part.end
    return not text[at:].strip()
