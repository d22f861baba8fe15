"""Where a unit lies by a roster: what a person wrote in the column of counties, or before its name.

A roster may say 甘谷县, 天水市甘谷县 or 甘谷, and 甘谷县城关镇 for the unit.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tuibrowser.model.report import Place
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.places.resolve import resolve
from tuibrowser.text.fold import fold

_LEVEL: Final = re.compile(r".{2,}?(?:自治[州区县旗]|[省市县区旗州盟])")
_TOWNSHIP: Final = re.compile(r".{2,}(?:镇|乡|街道|苏木)$")
"""By the digits of a code."""


class ListedUnit(NamedTuple):
    """A unit as a roster lists it."""

    name: str
    county: str = ""
    """As it is written; empty where it stands before the name or nowhere."""


class LocatedUnit(NamedTuple):
    """A unit of a roster, and where that says it lies."""

    issuer: str
    place: Place
    words: str


def located(unit: ListedUnit) -> LocatedUnit | None:
    """Where ``unit`` lies; ``None`` where the roster names no county or city.

    It is believed whatever the gazetteer holds: who keeps a roster knows of the newest changes.
    """
    name, county = fold(unit.name), fold(unit.county)
    if not county and (above := _levels_before(name)):
        name, county = name[len(above) :], above
    place = _place(county)
    if place is None or not name:
        return None
    township = name if _TOWNSHIP.fullmatch(name) else None
    whole = resolve(place._replace(township=township)).place
    if not whole.province:  # the gazetteer has no such township there
        whole = resolve(place).place
    return LocatedUnit(name, whole._replace(township=None), f"{name}，{county}")


def _levels_before(name: str) -> str:
    """The divisions that stand before the name of a township: 甘谷县 of 甘谷县城关镇."""
    end = 0
    while (found := _LEVEL.match(name, end)) and gazetteer().superiors(found[0]):
        end = found.end()
    return name[:end] if _TOWNSHIP.fullmatch(name[end:]) else ""


def _place(written: str) -> Place | None:
    """The divisions that are ``written``, the lowest last."""
    names = _LEVEL.findall(written)
    if "".join(names) != written or not names:
        book = gazetteer()
        called = (*book.superiors_called(written), *book.superiors_abbreviated(written))
        units = [it for it in called if it.level == "county"]
        return gazetteer().place(units[0]) if len(units) == 1 else None
    levels = {}
    for name in names:
        fitting = gazetteer().superiors(name) or gazetteer().superiors_abbreviated(name)
        lowest = max(fitting, key=lambda unit: len(unit.code), default=None)
        # A made-up or new one is a county, as the column says.
        level = lowest.level if lowest else "county"
        levels[level] = lowest.name if lowest else name
    return Place(**levels)
