"""The figures of one report, without the rest of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tuibrowser.model.report import Figure


class StoredFigures(NamedTuple):
    """What a report counts, and the text that its offsets are of."""

    text: str
    figures: tuple[Figure, ...]
