"""The order in which units are listed wherever they are: by the code of the place where the
gazetteer knows it, as official lists are (streets, towns, townships), else by the reading.

What is unknown comes first; what has no code follows what has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Final, TypeVar

from tuibrowser.model.report import Place
from tuibrowser.places.gazetteer import Level, Unit, gazetteer
from tuibrowser.text.pinyin import syllables_of

T = TypeVar("T")
ListedUnit = tuple[Place, str | None]
"""Where a unit lies, and its name."""
_LevelKey = tuple[bool, str, str, str]

_UNKNOWN: Final[_LevelKey] = (False, "", "", "")
_NO_CODE: Final = "~"
"""Behind all digits."""
_SUPERIORS: Final[tuple[Level, ...]] = ("province", "city", "county")


def in_order(items: Iterable[T], unit_of: Callable[[T], ListedUnit]) -> list[T]:
    """``items`` by the units that they are of; those of one unit stay as they were."""
    listed = list(items)
    units = [unit_of(it) for it in listed]
    rank = _ranks(units)
    at = sorted(range(len(listed)), key=[rank[it] for it in units].__getitem__)
    return [listed[it] for it in at]


def _ranks(units: Iterable[ListedUnit]) -> dict[ListedUnit, int]:
    different = list(dict.fromkeys(units))
    names = {name for place, issuer in different for name in (*place, issuer) if name}
    sounds = syllables_of({one for name in names for one in name})
    readings = {name: name.translate(sounds) for name in names}
    codes_above = cache(_codes_above)

    def key(unit: ListedUnit) -> tuple[_LevelKey, ...]:
        place, issuer = unit
        codes = codes_above(place[:-1])
        levels = (*zip(place, (*codes, _code_below(place, codes)), strict=True), (issuer, ""))
        return tuple(
            (True, code or _NO_CODE, readings[name], name) if name else _UNKNOWN
            for name, code in levels
        )

    return {unit: at for at, unit in enumerate(sorted(different, key=key))}


def _codes_above(names: tuple[str | None, ...]) -> tuple[str, ...]:
    """The codes of province, city and county, empty where none is known: a place that nobody said
    to be of a province is not told by its name alone."""
    codes: list[str] = []
    above = ""
    for level, name in zip(_SUPERIORS, names, strict=True):
        found = gazetteer().superiors(name) if name and (above or level == "province") else ()
        if level == "city" and name == names[0]:  # a municipality is its own city
            codes.append(above)
            continue
        code = _only((it for it in found if it.level == level), above)
        above = code if name else above
        codes.append(code)
    return tuple(codes)


def _code_below(place: Place, above: tuple[str, ...]) -> str:
    """The code of a township, where that of what it lies in is known."""
    nearest = next(filter(None, reversed(above)), "")
    name = place.township
    is_known = bool(nearest) and not (place.county and not above[-1])
    return _only(gazetteer().townships(name), nearest) if name and is_known else ""


def _only(found: Iterable[Unit], above: str) -> str:
    codes = [it.code for it in found if it.code.startswith(above)]
    return codes[0] if len(codes) == 1 else ""
