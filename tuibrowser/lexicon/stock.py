"""Wordings that say the same in every report: ``stock.txt`` of this folder, and a person's own.

Plain text rather than TOML, since browsing reads it: a line is a phrase.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from tuibrowser.files import read_whole
from tuibrowser.locations import config_home

_SHIPPED: Final = Path(__file__).with_name("stock.txt")
_MOST: Final = 1024 * 1024
"""Bytes of a person's list."""


@cache
def stock_phrases() -> tuple[str, ...]:
    """The phrases, ``…`` in them for what may stand there instead."""
    lines = [*_SHIPPED.read_text(encoding="utf-8").splitlines(), *_own_lines()]
    stripped = (line.strip() for line in lines)
    return tuple(line for line in stripped if line and not line.startswith("#"))


def _own_lines() -> list[str]:
    try:
        raw = read_whole(config_home() / "lexicon" / _SHIPPED.name, _MOST)
    except OSError:
        return []
    try:
        return raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        # As the editors of office machines save it.
        return raw.decode("gb18030", "replace").splitlines()
