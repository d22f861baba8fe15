"""Where a report may be from by the folder it lies in, for those whose own words leave it open.

A folder says less than a text: what contradicts a level that is known is not believed, nor a county
that, by the gazetteer, has no such township.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from tuibrowser.lexicon.load import load
from tuibrowser.model.report import Place
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.places.resolve import Mentions, is_possible, resolve
from tuibrowser.text.fold import fold

_LEVEL: Final = re.compile("[县区市旗州盟省]")
_COUNTY: Final = re.compile("[\u3400-\u9fff]{2,8}县")
_NO_COUNTY: Final = re.compile("[各本全外邻区市某两]县|周边|所属|下辖|其他|兄弟|先进")
_LONGEST: Final = 16
_FEWEST_NEIGHBOURS: Final = 2


def place_of_folder(folders: Sequence[str], known: Collection[str]) -> tuple[Place, str] | None:
    """The county that the name of a folder holds, or the city, and that name.

    Args:
        folders: Names of the folders above a file, the innermost last.
        known: Counties that other reports are from; the gazetteer does not hold made-up ones.
    """
    for folder in reversed(folders):
        names = list(_named(fold(folder), known))
        levels = ([name for name in names if name[at]] for at in (2, 1, 0))
        lowest = next(filter(None, levels), [])
        if len(lowest) == 1:  # 云川区和青棠县 is of two
            place = lowest[0]
            mentions = Mentions([fold(it) for it in folders], load())
            return resolve(place, mentions).place, folder
        if names:
            return None
    return None


def place_of_neighbours(places: Collection[Place]) -> Place | None:
    """Where all the other units of a folder are from, if they are several and of one county."""
    counties = {place[:-1] for place in places if place.county}
    if len(places) < _FEWEST_NEIGHBOURS or len(counties) != 1:
        return None
    return Place(*counties.pop())


def is_like_county(folder: str) -> bool:
    """Whether a folder is called as counties are and by nothing else, be it by one that nobody
    knows; of those that end otherwise (区, 市) a folder may be called after what is no place."""
    return bool(_COUNTY.fullmatch(folder)) and not _NO_COUNTY.search(folder)


def agrees(own: Place, folder: Place) -> bool:
    """Whether no level that is known is another in the folder."""
    return not any(a and b and a != b for a, b in zip(own, folder, strict=True))


def may_lie_in(issuer: str | None, own: Place, folder: Place) -> bool:
    """Whether nothing speaks against a report being from where its folder says."""
    if not agrees(own, folder) or not is_possible(joined(own, folder)):
        return False
    book = gazetteer()
    townships = book.townships(fold(issuer or own.township or ""))
    for level in ("county", "city"):
        name = fold(getattr(folder, level) or "")
        if name and townships and book.superiors(name):
            return any(getattr(book.place(unit), level) == name for unit in townships)
    return True


def within(issuer: str | None, own: Place, folder: Place) -> Place:
    """``own`` in the place of a folder; of a township, the county as well, if one alone of those
    that the folder names has it: 寨里镇 in 南平市 is of 光泽县."""
    whole = joined(own, folder)
    if whole.county or not issuer or not gazetteer().townships(fold(issuer)):
        return whole
    above = resolve(whole._replace(township=issuer)).place
    return above._replace(township=whole.township)


def joined(own: Place, folder: Place) -> Place:
    """``own`` with what the folder adds."""
    return Place(*(mine or its for mine, its in zip(own, folder, strict=True)))


def _named(folder: str, known: Collection[str]) -> Iterator[Place]:
    """The counties and cities whose full names a folder's name holds."""
    book, last = gazetteer(), 0
    for found in _LEVEL.finditer(folder):
        for start in range(max(last, found.end() - _LONGEST), found.end() - 1):
            name = folder[start : found.end()]
            levels = {unit.level for unit in book.superiors(name)}
            if name in known or "county" in levels:
                yield Place(county=name)
            elif "city" in levels:
                yield Place(city=name)
            elif "province" in levels:
                yield Place(province=name)
            else:
                continue
            last = found.end()
            break
