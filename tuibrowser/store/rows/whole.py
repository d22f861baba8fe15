"""Whether rows are all of those that belong to a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tuibrowser.model.report import Figure, Passage, Section
from tuibrowser.store.errors import Malformed
from tuibrowser.store.rows.columns import Row


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


def require(holds: bool) -> None:
    """Raise :class:`Malformed` unless ``holds``."""
    if not holds:
        raise Malformed


def require_within(parts: Iterable[Passage | Section | Figure], text: str) -> None:
    """Raise :class:`Malformed` for a part that does not lie in ``text``."""
    size = len(text)
    require(all(part.start <= part.end <= size for part in parts))
