"""Issuers of one name in several places, as a value of ``meta``: what their names need beside them.

``index`` notes them, so that an answer to one key need not look at every report: of 100,000 that
takes 30 ms.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from tuibrowser.model.report import Place
from tuibrowser.places.units import shared_names

KEY: Final = "namesakes"

Namesakes = Mapping[str, tuple[Place, ...]]
"""For each name that several units have, their places."""


def pack(units: Iterable[tuple[str | None, Place]]) -> str:
    """The names that several of ``units`` have, as text; empty if there are none."""
    shared = shared_names(units)
    return json.dumps(shared, ensure_ascii=False, sort_keys=True) if shared else ""


def unpack(text: str) -> Namesakes:
    """What :func:`pack` wrote; nothing where it is damaged, since it can be found out again."""
    try:
        found: Any = json.loads(text) if text else {}
        return {
            str(issuer): tuple(Place(*map(_level, place)) for place in places)
            for issuer, places in found.items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}


def _level(value: Any) -> str | None:
    return None if value is None else str(value)
