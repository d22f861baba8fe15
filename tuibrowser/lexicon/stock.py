"""Wordings that say the same in every report: four lists of this folder, and a person's own.

Plain text rather than TOML, since browsing reads the first: a line is a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from tuibrowser.files import read_whole
from tuibrowser.locations import config_home

_FOLDER: Final = Path(__file__).parent
_MOST: Final = 1024 * 1024
"""Bytes of a person's list."""


@cache
def stock_phrases() -> tuple[str, ...]:
    """The phrases that are dimmed where differences are marked, ``…`` in them for what may stand
    there instead."""
    return tuple(_lines("stock.txt"))


@cache
def commonplaces() -> tuple[str, ...]:
    """What townships write of themselves whatever they did, besides the stock phrases."""
    return tuple(_lines("commonplaces.txt"))


@cache
def usual_words() -> frozenset[str]:
    """Words of the field that anybody uses; ``N`` in them is a number."""
    return frozenset(word for line in _lines("usual.txt") for word in line.split())


@cache
def plain_words() -> frozenset[str]:
    """Words of any text, of whatever field."""
    return frozenset(word for line in _lines("plainwords.txt") for word in line.split())


def _lines(name: str) -> Iterator[str]:
    lines = [*(_FOLDER / name).read_text(encoding="utf-8").splitlines(), *_own_lines(name)]
    stripped = (line.strip() for line in lines)
    return (line for line in stripped if line and not line.startswith("#"))


def _own_lines(name: str) -> list[str]:
    try:
        raw = read_whole(config_home() / "lexicon" / name, _MOST)
    except OSError:
        return []
    try:
        return raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        # As the editors of office machines save it.
        return raw.decode("gb18030", "replace").splitlines()
