"""The grammar of an amount: hedge, number, unit; and the value that its words stand for.

``[约近超…]? number [余多]? [十百千万亿]? [余多]? unit [以上]?``, over folded text without spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from tuibrowser.lexicon.units import Units
from tuibrowser.text.numerals import NUMERAL, parse_decimal, parse_numeral, parse_pair

# Code, not lexicon: numerals; units, hedges and idioms are `units.toml`.
_SCALES: Final = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
}
_SCALE: Final = "十万|百万|千万|[十百千万亿]"
_DIGITS: Final = r"\d+(?:,\d{3})*(?:\.\d+)?"
_POINT: Final = "(?:点[零〇一二三四五六七八九]+[万亿]?)?"
_ALL: Final = "百(?![的地用投])"
"""满意率百分百 is a rate, 百分百的热情 is none."""
_ONE: Final = "一二三四五六七八九"
_STRETCH: Final = re.compile(rf"(?P<digits>{_DIGITS})(?P<power>[百千万亿]*)")
_POWER: Final = re.compile("[百千万亿]")
_SCALED: Final = re.compile(_SCALE)
_SIGNS: Final = "-+"
_TO: Final = "(?:[至到~]|[-—–─]{1,2})"
_WHOLE: Final = re.compile(r"\d{1,15}")
"""What needs no calculation."""
_RANGE: Final = re.compile(_TO)
_STEPS: Final = frozenset({10, 100, 1000})
"""What the ends of a pair of round numbers are apart: 20、30, 100、200."""
_BETWEEN: Final = re.compile(f"、|{_TO}")
_PUNCTUATION: Final = re.compile(r"/(?=次)|[()]")
# 份(册) are 份, 场(次) are 场次.
_OTHER_UNIT: Final = re.compile(r"\((?!次)[^()]*\)")
_AREA: Final = frozenset({"平米", "平方", "㎡", "m2", "m²"})
# What half can be had of: 半天, but 半年 is a date and 一半 a share.
_HALVED: Final = "天|小时|课时|学时|亩|公里"
# 九成五 is 95 %, but 一成不变 and 三成五个村 are no shares.
_TENS: Final = (
    rf"[{_ONE}两](?=成(?:[{_ONE}半])?[多余]?"
    "(?:[,。;、)的以左上下提升降增减到至涉属系]|来自|出自|集中|发生|$))"
)


class Grammar(NamedTuple):
    """Patterns of an amount; each has the groups ``number``, ``unit`` and the parts of a hedge."""

    arabic: re.Pattern[str]
    chinese: re.Pattern[str]
    """``percent`` and ``share`` instead for 百分之九十五 and 百分百, ``tens`` and ``tenths`` for
    九成五."""
    hedges: frozenset[str]
    """The characters that a hedge before a number begins with."""


class Amount(NamedTuple):
    """What an amount stands for."""

    value: float | int
    value_to: float | int | None
    """The upper end of an approximate pair: 3 in 两三个."""
    unit: str


@lru_cache(maxsize=2)
def grammar(units: tuple[str, ...], before: tuple[str, ...], powers: tuple[str, ...],
            after: tuple[str, ...], trailing: tuple[str, ...],
            parted: tuple[tuple[str, tuple[str, ...]], ...],
            money: tuple[str, ...]) -> Grammar:  # fmt: skip
    """The patterns made of the lexicon's words; longer units come first in ``units``."""
    unit = "|".join(_unit(word, dict(parted)) for word in units)
    hedge, more, behind = _any_of(before), _any_of(after), _any_of(trailing)
    # 点击量6.2万: what is read or seen may have no unit; nor has 经费30万用于普法, 二百万资金.
    none = f"(?<=[万亿+余多])(?=[,。;、)]|$|用[于作来]|{_any_of(money)})"
    ends = rf"(?P<unit>{unit}|{none})(?P<trailing>{behind})?"
    rest = "(?P<rest>(?<=天)半(?!年))?"  # 两天半
    # 5%—8%, 3万元至5万元: both ends may have the unit, and then the same.
    same = rf"(?:(?P<same>{_SCALE}|(?:{_SCALE})?(?:{unit}))(?={_TO}{_DIGITS}(?P=same)))?"
    digits = "|".join(
        (
            r"[1-9]\d{0,2}、[1-9]\d{0,2}(?![\d.,])",  # 20、30
            rf"{_DIGITS}{same}{_TO}{_DIGITS}",  # 3至5, 5%—8
            rf"{_DIGITS}(?:[百千万亿]零?{_DIGITS}){{0,3}}",  # 1,260, 1万2
        )
    )
    arabic = re.compile(
        rf"(?P<sign>[-+])?(?P<before>{hedge})?(?P<number>{digits})(?P<mid>{more})?"
        rf"(?P<scale>{_SCALE})?(?P<plus>\+)?(?P<late>{more})?"
        rf"(?:(?P<half>个半)(?=小时)|个(?=[百千]分点|半?小时))?{ends}{rest}"
    )
    numeral = "|".join(
        (
            rf"[{_ONE}]?十[几来][{_ONE}]十",  # 十几二十
            rf"[{NUMERAL}]{{1,4}}、[{NUMERAL}]{{1,3}}",  # 二十、三十
            rf"[{NUMERAL}]+[至到][{NUMERAL}]+",  # 三至五
            rf"[{NUMERAL}]+{_POINT}",  # 二百六十, 一点五
            rf"(?<!个)半(?=(?:个?)(?:{_HALVED}))",  # 半天
        )
    )
    # 百分之九十五, 百分百
    hundredths = rf"(?P<percent>百分(?:之|(?={_ALL})))(?P<share>[{NUMERAL}]+{_POINT}|\d+(?:\.\d+)?)"
    tenths = rf"(?P<tens>{_TENS})成(?P<tenths>[{_ONE}半])?(?P<over>[多余])?"  # 九成五
    chinese = re.compile(
        rf"(?P<before>{hedge}|(?:{_any_of(powers)})(?=[十百千万]))?"
        rf"(?:(?:{hundredths}|{tenths})(?P<above>{behind})?|"
        rf"(?P<number>{numeral})"
        rf"(?P<mid>{more})?(?P<scale>十万|百万|千万|[万亿])?(?P<late>{more})?"
        rf"(?:(?P<half>个半)(?=小时)|个(?=半?小时))?{ends}{rest})"
    )
    return Grammar(arabic, chinese, frozenset(word[:1] for word in (*_SIGNS, *before, *powers)))


def _unit(word: str, parted: Mapping[str, Sequence[str]]) -> str:
    """The pattern of a unit that does not end in what begins another word: 42条|目标."""
    ends = parted.get(word[-1], ()) if len(word) > 1 else ()
    return re.escape(word) + (f"(?!{_any_of(ends)})" if ends else "")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def grammar_of(units: Units) -> Grammar:
    """The patterns of ``units``."""
    return grammar(
        units.always,
        units.before,
        units.before_powers,
        units.after,
        units.trailing,
        units.parted_before,
        units.money,
    )


def is_range(number: str) -> bool:
    """Whether ``number`` runs from one to another: 3至5, 10—15."""
    return _RANGE.search(number) is not None


def is_pair(number: str) -> bool:
    """Whether ``number`` with 、 is about as many: 4、5, 12、13, 三、四十; 12、35 is a list."""
    try:
        low, high = _ends(number)
    except ValueError:
        return False
    step = (high or low) - low
    return step > 0 and ((high or low) < 10 or step == 1 or (step in _STEPS and low % step == 0))


def read_amount(match: re.Match[str]) -> Amount:
    """What ``match`` of one of the patterns stands for.

    Raises:
        ValueError: the characters of a numeral make no number.
    """
    groups = match.groupdict()
    if groups.get("percent"):
        return Amount(_plain(_number(groups["share"])), None, "%")
    if groups.get("tens"):
        tenths = 5 if groups["tenths"] == "半" else _number(groups["tenths"] or "零")
        return Amount(_plain(_number(groups["tens"]) * 10 + tenths), None, "%")
    number, unit, power = groups["number"], groups["unit"], groups["scale"] or ""
    sign = -1 if groups.get("sign") == "-" else 1
    is_whole = _WHOLE.fullmatch(number) and not (power or groups["half"] or groups["rest"])
    if is_whole and unit and unit[0] not in "个万亿":
        return Amount(sign * int(number), None, _bare(unit))  # as most are
    for word in ("万", "亿"):
        if unit.startswith(word) and len(unit) > 1:
            unit, power = unit.removeprefix(word), power + word
    if groups.get("same"):
        number = number.replace(groups["same"], "")
    if number[0].isdigit() and _POWER.search(number):  # 1亿2000万: the last scales its own digits
        number, power = number + power, ""
    low, high = _ends(number)
    scale = Decimal(sign)
    for word in _SCALED.findall(power):
        scale *= _SCALES[word]
    half = Decimal("0.5") if groups["half"] or groups["rest"] else Decimal(0)
    value = low * scale + half
    value_to = None if high is None else _plain(high * scale + half)
    unit = unit.removeprefix("个") if "分点" in unit else unit
    return Amount(_plain(value), value_to, _bare(unit))


def _bare(unit: str) -> str:
    """``unit`` without a second one in brackets or marks: 份(册), 人/次; areas in 平方米."""
    if unit in _AREA:
        return "平方米"
    return unit if unit.isalnum() else _PUNCTUATION.sub("", _OTHER_UNIT.sub("", unit))


def _ends(number: str) -> tuple[Decimal, Decimal | None]:
    if mark := _BETWEEN.search(number):
        if mark[0] == "、" and (pair := parse_pair(number.replace("、", ""))):  # 三、四十; 十七、八
            return Decimal(pair[0]), Decimal(pair[1])
        return _number(number[: mark.start()]), _number(number[mark.end() :])
    if pair := parse_pair(number):
        return Decimal(pair[0]), Decimal(pair[1])
    return _number(number), None


def _number(number: str) -> Decimal:
    if number == "半":
        return Decimal("0.5")
    return _in_digits(number) if number[0].isdigit() else parse_decimal(number)


def _in_digits(number: str) -> Decimal:
    """3万4000 is 34,000, 1千2百万 12,000,000; 1千2 is 1,200 as it is spoken, 1千零2 is 1,002."""
    total = below = Decimal(0)
    last = 1
    for stretch in _STRETCH.finditer(number):
        amount = Decimal(stretch["digits"].replace(",", ""))
        small, myriads = _parted(stretch["power"])
        is_next = not stretch["power"] and number[stretch.start() - 1] != "零"
        if is_next and last > 1 and amount < 10 and len(stretch["digits"]) == 1:
            amount *= last // 10
        last = small * myriads
        below += amount * small
        if myriads > 1:  # 万 and 亿 scale all that stands below them: 千 and 百, too
            total, below = total + below * myriads, Decimal(0)
    return total + below


def _parted(power: str) -> tuple[int, int]:
    """百 or 千, and what 万 or 亿 behind it is: 百万 are 100 and 10,000; 1 where there is none."""
    small = power.rstrip("万亿")
    myriads = power[len(small) :]
    return parse_numeral(small) if small else 1, parse_numeral(myriads) if myriads else 1


def _plain(amount: Decimal) -> float | int:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
