"""Where the reports of folders are from, as a person settled it for those that come later, too: a
value of ``meta``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from tuibrowser.model.report import Place

KEY: Final = "folders"


def pack(settled: Mapping[str, Place]) -> str:
    """``settled``, by the paths of the folders, as text; empty if there are none."""
    return json.dumps(settled, ensure_ascii=False, sort_keys=True) if settled else ""


def unpack(text: str) -> dict[str, Place]:
    """What :func:`pack` wrote; nothing where it is damaged, since it can be settled again."""
    try:
        found: Any = json.loads(text) if text else {}
        return {str(path): Place(*map(_level, place)) for path, place in found.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def above(folder: str, settled: Mapping[str, Place]) -> Iterator[tuple[str, Place]]:
    """Those of ``settled`` that ``folder``, its parts joined by slashes, is or lies in, the
    innermost first."""
    # A name's byte that is no UTF-8 is escaped by a backslash.
    slashed = {path.replace("\\", "/"): place for path, place in settled.items()}
    while folder:
        if folder in slashed:
            yield folder, slashed[folder]
        folder = folder.rpartition("/")[0]


def _level(value: Any) -> str | None:
    return None if value is None else str(value)
