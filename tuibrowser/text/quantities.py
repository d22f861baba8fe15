"""What a query counts or dates, and the ways in which that is written: 1200平方米, 1200㎡; 20余起,
二十多起; 5-8月, 五至八月; 4月26日, 4.26; 一个半小时, 1.5小时."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from tuibrowser.text.number_forms import NUMBER, ROMAN, forms
from tuibrowser.text.numerals import NUMERAL, READ_OUT, whole_number

# Code, not lexicon: searching opens no file, and one sign is enough to tell a number.
_COUNTED: Final = (
    "个名人户家场次件份条起例宗项处部村元天月年日期类批轮届岁小张册本辆台所站间支套篇"
    "艘枚幅栋幢座吨斤亩米公封盒袋箱瓶架扇盏只头棵株颗粒趟顿季级课讲集段层排组队班室镇乡街号档"
)
"""A single numeral is a number only before one of these: not 一般, 统一."""
_RANKED: Final = "级类期批档型度区段章部卷等"
"""And a Roman one only before one of these."""

_UNITS: Final = (
    ("平方米", "平米", "m2"),
    ("平方公里", "平方千米", "km2"),
    ("立方米", "m3"),
    ("公里", "千米", "km"),
    ("公斤", "千克", "kg"),
    ("公顷", "hm2"),
    ("小时", "个小时", "h"),
    ("个工作日", "工作日"),
    ("公分", "厘米", "cm"),
    ("毫升", "ml"),
)
"""One unit in several writings."""
_SAME_UNIT: Final = {unit: group for group in _UNITS for unit in group}
_UNIT: Final = re.compile(
    rf"(?:{'|'.join(sorted(_SAME_UNIT, key=len, reverse=True))})(?![a-z0-9])", re.ASCII
)
_MORE: Final = ("余", "多", "来")
"""What says that a number is somewhat larger than it reads."""

_TO: Final = ("至", "-", "到")
_AGAINST: Final = (":", "比")
_JOINT: Final = re.compile(rf"(?P<unit>[年月日]?)(?P<sign>[-至到:比])(?=[\d{NUMERAL}])", re.ASCII)
"""Between two numbers of a range (5-8月, 5月至8月) or a ratio (3:1)."""

_NO_DIGIT: Final = rf"(?<![\d.,{NUMERAL}])"
_ONE: Final = rf"(?:\d{{1,2}}|[{NUMERAL}]{{1,3}})"
_YEAR: Final = rf"(?:\d{{4}}|[{NUMERAL}]{{4}})"
_DAY: Final = re.compile(
    rf"{_NO_DIGIT}(?:(?P<year>{_YEAR})(?P<cut>[-./年]))?(?P<month>{_ONE})(?P<then>[-./月])"
    rf"(?P<day>{_ONE})(?P<end>[日号]?)(?![\d.,%‰/万亿{_COUNTED}])",
    re.ASCII,
)
_MONTHS: Final = 12
_HALF: Final = re.compile(
    rf"{_NO_DIGIT}(?:(?P<count>{_ONE})(?:\.5个?|点五个?|个半)(?P<unit>小时|钟头|月|年|天)"
    rf"|(?P<whole>{_ONE})(?P<of>年|天|小时)半)",
    re.ASCII,
)
_SAID_SO: Final = (
    ("半小时", "半个小时", "30分钟", "三十分钟", "0.5小时"),
    ("半年", "6个月", "六个月"),
    ("一刻钟", "15分钟", "十五分钟"),
)
_SAYING: Final = re.compile(
    rf"{_NO_DIGIT}(?<!个)(?:{'|'.join(one for group in _SAID_SO for one in group)})", re.ASCII
)

_MOST: Final = 48
"""Writings of one quantity."""


class QueryQuantity(NamedTuple):
    """A stretch of a query that may stand in a text in another writing."""

    start: int
    written: str
    others: tuple[str, ...]
    """The other writings, those first that differ in least."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.written)


class _Part(NamedTuple):
    """A piece of a quantity; of its writings the first is its own."""

    end: int
    writings: tuple[str, ...]
    is_number: bool = False


# Asked for by several readings of one query.
@lru_cache(maxsize=64)
def quantities(needle: str) -> tuple[QueryQuantity, ...]:
    """What in ``needle`` (as search compares it) has other writings, in order."""
    return tuple(sorted(_quantities(needle)))


def _quantities(needle: str) -> Iterator[QueryQuantity]:
    done = 0
    for found in NUMBER.finditer(needle):
        start = found.start()
        if start < done:
            continue
        if said := _said(needle, start):
            yield said
            done = said.end
        elif (parts := _parts(needle, found)) and (others := _combined(parts)):
            done = parts[-1].end
            yield QueryQuantity(start, needle[start:done], others)
    # 半 is no numeral by itself.
    for found in _SAYING.finditer(needle):
        if found[0].startswith("半"):
            yield QueryQuantity(found.start(), found[0], _spoken(found[0]))


def _said(needle: str, start: int) -> QueryQuantity | None:
    """A day or a half that begins at ``start``."""
    if day := _DAY.match(needle, start):
        return _as_quantity(day, _days(day))
    if half := _HALF.match(needle, start):
        return _as_quantity(half, _halves(half))
    if saying := _SAYING.match(needle, start):
        return _as_quantity(saying, _spoken(saying[0]))
    return None


def _as_quantity(found: re.Match[str], writings: Sequence[str]) -> QueryQuantity | None:
    others = tuple(dict.fromkeys(one for one in writings if one != found[0]))
    return QueryQuantity(found.start(), found[0], others) if others else None


def _days(day: re.Match[str]) -> list[str]:
    """A day with its year or without; nothing where it is none of the calendar."""
    cut, then, end = day["cut"], day["then"], day["end"]
    signs = (cut or then, then) if cut != "年" else ("月", then)
    if signs[0] != signs[1] or (then == "月") != bool(end):
        return []
    try:
        month, number = whole_number(day["month"]), whole_number(day["day"])
        year = whole_number(day["year"]) if day["year"] else None
    except ValueError:
        return []
    if not (1 <= month <= _MONTHS and 1 <= number <= 31):
        return []
    plain = [f"{month}月{number}日", f"{month:02}月{number:02}日", f"{month}月{number}号"]
    spelt = f"{_said_number(month)}月{_said_number(number)}日"
    if year is None:
        # 3/4 is three quarters, and a decimal is a number, too.
        days = [*plain, spelt, f"{month}.{number}"] if then != "/" or number > _MONTHS else []
        if then == "-":
            # 12-4 is a day, 3-15 may be a range as well.
            return [*days, *(_ranges(day[0]) if month < number else ())]
        return [*days, *forms(day[0])]
    dated = [f"{year}年{one}" for one in plain]
    signed = [f"{year}{sign}{month}{sign}{number}" for sign in "-./"]
    padded = [f"{year}{sign}{month:02}{sign}{number:02}" for sign in "-./"]
    return [*dated, *signed, *padded, f"{str(year).translate(READ_OUT)}年{spelt}"]


def _ranges(written: str) -> tuple[str, ...]:
    """The other writings of a range alone."""
    first = NUMBER.match(written)
    return _combined(_parts(written, first)) if first else ()


def _halves(half: re.Match[str]) -> list[str]:
    unit, written = half["unit"] or half["of"], half["count"] or half["whole"]
    with suppress(ValueError):
        number = whole_number(written)
        said = _said_number(number)
        said = "两" if said == "二" else said
        decimals = [f"{number}.5{unit}", f"{number}.5个{unit}", f"{said}点五{unit}"]
        if unit in ("年", "天"):
            return [f"{said}{unit}半", f"{number}{unit}半", *decimals]
        return [f"{said}个半{unit}", f"{number}个半{unit}", *decimals]
    return []


def _spoken(saying: str) -> tuple[str, ...]:
    return tuple(one for group in _SAID_SO if saying in group for one in group if one != saying)


def _said_number(number: int) -> str:
    """A number below a hundred as it is said."""
    return next(one for one in forms(str(number)) if not one.isascii())


def _parts(needle: str, number: re.Match[str]) -> list[_Part]:
    """The number and what belongs to it, up to the end of a range; nothing for no number."""
    found: re.Match[str] | None = number
    parts: list[_Part] = []
    while found is not None:
        end = found.end()
        if not _is_number(needle, found, bool(parts)):
            # Without a second number there is no range.
            return parts[:-1]
        parts.append(_Part(end, (found[0], *_forms(found[0], needle[end:])), is_number=True))
        if needle[end : end + 1] in _MORE:
            sign = needle[end]
            parts.append(_Part(end + 1, (sign, *(it for it in _MORE if it != sign))))
            end += 1
        if unit := _UNIT.match(needle, end):
            same = _SAME_UNIT[unit[0]]
            return [*parts, _Part(unit.end(), (unit[0], *(it for it in same if it != unit[0])))]
        joint = _JOINT.match(needle, end)
        found = NUMBER.match(needle, joint.end()) if joint else None
        if joint and found:
            parts.append(_Part(joint.end(), _joints(joint, needle[found.end() :])))
    return parts


def _joints(joint: re.Match[str], after: str) -> tuple[str, ...]:
    """The ways to write what stands between two numbers before ``after``."""
    unit, sign = joint["unit"], joint["sign"]
    if sign in _AGAINST:
        ways = [unit + one for one in _AGAINST]
    else:
        # 5月至8月 is 5至8月, but 5月至8日 is something else.
        told = after[:1] if after[:1] in tuple("年月日") else ""
        units = (unit, "" if unit else told) if told and unit in ("", told) else (unit,)
        ways = [one + other for one in units for other in _TO]
    return tuple(dict.fromkeys((joint[0], *ways)))


def _is_number(needle: str, found: re.Match[str], in_range: bool) -> bool:
    number, after = found[0], needle[found.end() :]
    if number in ROMAN:
        return after[:1] in tuple(_RANKED)
    if len(number) > 1 or number.isascii() or after[:1] in tuple(_COUNTED):
        return True
    return in_range or _JOINT.match(after) is not None


def _forms(number: str, after: str) -> Iterator[str]:
    """The other writings of ``number`` before ``after``."""
    ranked = after[:1] in tuple(_RANKED)
    return (one for one in forms(number) if ranked or one not in ROMAN)


def _combined(parts: Sequence[_Part]) -> tuple[str, ...]:
    """The other writings of all ``parts``; nobody writes 5至八."""
    ways = [tuple(enumerate(part.writings)) for part in parts]
    numbers = [at for at, part in enumerate(parts) if part.is_number]
    found = sorted(
        (way for way in product(*ways) if len({way[at][1][0].isascii() for at in numbers}) == 1),
        key=lambda way: sum(at > 0 for at, _ in way),
    )
    written = "".join(part.writings[0] for part in parts)
    others = dict.fromkeys("".join(one for _, one in way) for way in found)
    return tuple(one for one in others if one != written)[:_MOST]
