"""Where a report may be from by the folder it lies in, for those whose own words leave it open.

A folder says less than a text: what contradicts a level that is known is not believed, nor a county
that, by the gazetteer, has no such township.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from tuibrowser.lexicon.load import load
from tuibrowser.model.report import Place
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.places.resolve import Mentions, is_possible, resolve
from tuibrowser.places.wording import is_below, is_name
from tuibrowser.text.fold import fold

_LEVEL: Final = re.compile("[县区市旗州盟省]")
_HAN: Final = "\u3400-\u9fff"
_COUNTY: Final = re.compile(f"[{_HAN}]{{2,8}}县")
_NO_COUNTY: Final = re.compile(
    "[各本全外邻区市某两强大]县|周边|所属|下辖|其他|兄弟|先进|后进|示范|试点|样板|标杆|重点|百强|直管|创建|达标"
    "|[参被受待]评|[被受抽]检|[被受抽]查|督[查察导]|检查|考核|评[估议]|验收|结对|帮扶|对口|联系|脱贫|贫困|山区|农业|[未已漏缺迟补]报|报送"
)
_OF_ANY_TOWN: Final = re.compile("(?:.|[新老古旧主]城)区")
"""城区, 老城区, 东区: counties are called so, and parts of every town."""
_OF_COUNTIES: Final = ("县区", "县级", "县域", "旗县")
"""Begins where a county's name ends, and speaks of all of them: 南部|县区."""
_RUN: Final = re.compile(f"[{_HAN}]+")
_LONGEST: Final = 16
_FEWEST_NEIGHBOURS: Final = 2


def place_of_folder(folders: Sequence[str], known: Collection[str]) -> tuple[Place, str] | None:
    """The county that the name of a folder holds, or the city, and that name.

    Args:
        folders: Names of the folders above a file, the innermost last.
        known: Counties that other reports are from; the gazetteer does not hold made-up ones.
    """
    written = [fold(it) for it in folders]
    for at in range(len(folders) - 1, -1, -1):
        names = list(_named(written[at], written[:at], known) or _called(written[at], written[:at]))
        levels = ([name for name in names if name[at]] for at in (2, 1, 0))
        lowest = next(filter(None, levels), [])
        if len(lowest) == 1:  # 云川区和青棠县 is of two
            return resolve(lowest[0], Mentions(written, load())).place, folders[at]
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


def _named(folder: str, outer: Sequence[str], known: Collection[str]) -> list[Place]:
    """The counties and cities whose full names a folder's name holds."""
    found, last = [], 0
    for level in _LEVEL.finditer(folder):
        for start in range(max(last, level.end() - _LONGEST), level.end() - 1):
            name = folder[start : level.end()]
            units = gazetteer().superiors(name) or gazetteer().superiors_abbreviated(name)
            levels = {unit.level for unit in units}
            if name in known:
                found.append(Place(county=name))
            elif units and _is_meant(folder, start, level.end(), outer):
                lowest = next(it for it in ("county", "city", "province") if it in levels)
                found.append(Place(**{lowest: units[0].name}))
            else:
                continue
            last = level.end()
            break
    return found


def _is_meant(folder: str, start: int, end: int, outer: Sequence[str]) -> bool:
    """Whether a folder is called after the division whose name it holds, and not by words in which
    that stands by chance: 示范县 holds 范县."""
    name = folder[start:end]
    if folder.startswith(_OF_COUNTIES, end - 1):
        return False
    if is_below(folder, start, name) or any(is_below(it + name, len(it), name) for it in outer):
        return True
    if _OF_ANY_TOWN.fullmatch(name):
        return False
    return not _RUN.match(folder, max(0, start - 1), start) or is_name(folder, start, end, load())


def _called(folder: str, outer: Sequence[str]) -> list[Place]:
    """The division that a folder is called after as people say it, below one that another folder is
    called after: 嘉鱼 in 咸宁市 or in 湖北. By itself such a word may be anything."""
    book = gazetteer()
    units = [unit for run in _RUN.findall(folder) for unit in book.superiors_called(run)]
    upper = [
        unit.code
        for it in outer
        for run in _RUN.findall(it)[:1]
        for calling in (book.superiors, book.superiors_abbreviated, book.superiors_called)
        for unit in calling(run)
    ]
    return [
        book.place(unit)
        for unit in units
        if any(unit.code.startswith(it) and unit.code != it for it in upper)
    ]
