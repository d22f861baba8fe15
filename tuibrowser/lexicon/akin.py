"""Which units count the same: ``akin.toml`` of this folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

SHIPPED: Final = Path(__file__).with_name("akin.toml")


class Families(NamedTuple):
    """The three tables of the file."""

    same: Mapping[str, str]
    """For a unit the one that it is another word for: 件 for 起."""
    akin: Mapping[str, frozenset[str]]
    """By name, units that one thing of a clause may be counted in."""
    indicators: Mapping[str, tuple[str, ...]]
    """By name, units that an indicator is counted in."""


@cache
def families() -> Families:
    """The shipped families, each unit with those that are the same."""
    tables = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    words: dict[str, list[str]] = tables["same"]
    whole = {
        table: {
            name: tuple(word for unit in units for word in (unit, *words.get(unit, ())))
            for name, units in tables[table].items()
        }
        for table in ("akin", "indicators")
    }
    return Families(
        {word: unit for unit, others in words.items() for word in others},
        {name: frozenset(units) for name, units in whole["akin"].items()},
        whole["indicators"],
    )
