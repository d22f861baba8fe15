"""What people put right, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.model.correction import Correction
from tuibrowser.parsing.corrected.report import is_sound
from tuibrowser.store.errors import Malformed
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, conform

CORRECTION_COLUMNS: Final = "key, value, heading"

_RULES: Final = (columns.text, columns.text_or_none, columns.text)


def corrections(rows: Sequence[Row]) -> list[Correction]:
    """From ``CORRECTION_COLUMNS``.

    Raises:
        Malformed: a row is none of a correction.
    """
    if not conform(rows, _RULES):
        raise Malformed
    found = [Correction(*row) for row in rows]
    if not all(map(is_sound, found)):
        raise Malformed
    return found
