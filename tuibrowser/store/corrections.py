"""What people put right, as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.lexicon.labels import ISSUER_KIND_LABELS, THEME_LABELS
from tuibrowser.model.correction import CORRECTION_KEYS, HEADING_KEYS, Correction
from tuibrowser.model.terms import SECTION_KINDS
from tuibrowser.store import columns
from tuibrowser.store.columns import Row, conform
from tuibrowser.store.errors import Malformed

CORRECTION_COLUMNS: Final = "key, value, heading"

_RULES: Final = (columns.text, columns.text_or_none, columns.text)
_YEAR: Final = re.compile(r"[1-9][0-9]{0,3}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def corrections(rows: Sequence[Row]) -> list[Correction]:
    """From ``CORRECTION_COLUMNS``.

    Raises:
        Malformed: a row is none of a correction.
    """
    if not conform(rows, _RULES):
        raise Malformed
    found = [Correction(*row) for row in rows]
    if not all(map(_is_sound, found)):
        raise Malformed
    return found


def _is_sound(correction: Correction) -> bool:
    key, value, heading = correction
    if key not in CORRECTION_KEYS or bool(heading) != (key in HEADING_KEYS):
        return False
    if value is None:
        return True
    match key:
        case "year":
            return _YEAR.fullmatch(value) is not None
        case "date" | "published":
            return _DAY.fullmatch(value) is not None
        case "kind":
            return value in SECTION_KINDS
        case "theme":
            return THEME_LABELS.keys() >= set(value.split())
        case "issuer_kind":
            return value in ISSUER_KIND_LABELS
    return bool(value)
