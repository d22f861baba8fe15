"""The roster that a person gave a library, as a value of ``meta``, until another one is given."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from tuibrowser.places.rosters import ListedUnit

KEY: Final = "roster"


def pack(units: Iterable[ListedUnit]) -> str:
    """``units`` as text."""
    return json.dumps(list(units), ensure_ascii=False)


def unpack(text: str) -> list[ListedUnit]:
    """What :func:`pack` wrote; nothing where it is damaged, since it can be given again."""
    try:
        found: Any = json.loads(text) if text else []
        return [ListedUnit(str(name), str(county)) for name, county in found]
    except (ValueError, TypeError):
        return []
