"""Quantities that report work: value, unit, hedge, what is counted, and over which period.

``[约近超…]? number [余多]? [十百千万亿]? [余多]? unit [以上]?``, over folded text without spaces.
Dates, document numbers, ordinals, hotlines, slogans and plan names are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tuibrowser.lexicon.load import Units
from tuibrowser.model.terms import Span
from tuibrowser.parsing.counted import find_noun, find_period
from tuibrowser.text.numerals import NUMERAL, parse_numeral

_SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
}
_QUOTED = re.compile(
    r"[“‘「][^“”‘’「」]{1,14}[”’」]|《[^《》]*》|[〔\[【]\d{2,4}[〕\]】](?:第)?\d*号?"
)
_NEAR = 24
_PUNCTUATION = re.compile(r"[/()]")
_PERCENT = re.compile(r"\d+(?:\.\d+)?%")
_AFTER_ORDINAL = frozenset("第每.·+—–-~/=><^〔[")
_FREQUENCY = re.compile(
    r"每(?:个)?(?:年|月|季度?|周|日|天|旬|半年|半月|双月|两月|两周)(?:度|末|初)?[\u4e00-\u9fff]{0,4}$"
)
_NOT_COUNTED_BEFORE = re.compile(r"[第每再又同这那哪任某另]$")
_NUMBER_BEGINS = re.compile(rf"[\d{NUMERAL}]")
_NUMBER = re.compile(rf"[\d.,]*\d|[{NUMERAL}]+")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a shadow: ``shadow[start:end]`` runs from hedge to unit."""

    value: float | int
    unit: str
    hedge: str | None
    noun: Span | None
    """What is counted."""
    period: Span | None
    """The scope word that holds for it."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Grammar:
    arabic: re.Pattern[str]
    chinese: re.Pattern[str]


@lru_cache(maxsize=2)
def _grammar(units: tuple[str, ...], before: tuple[str, ...], powers: tuple[str, ...],
             after: tuple[str, ...], trailing: tuple[str, ...]) -> _Grammar:  # fmt: skip
    unit = _any_of(units)
    hedge = _any_of(before)
    ends = rf"(?P<unit>{unit})(?P<trailing>{_any_of(trailing)})?"
    more = _any_of(after)
    arabic = re.compile(
        rf"(?P<before>{hedge})?(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<mid>{more})?"
        rf"(?P<scale>十万|百万|千万|[十百千万亿])?(?P<plus>\+)?(?P<late>{more})?(?:个(?=百分点))?{ends}"
    )
    chinese = re.compile(
        rf"(?:(?P<percent>百分之)(?P<share>[{NUMERAL}]+)(?P<above>{_any_of(trailing)})?|"
        rf"(?P<before>{hedge}|(?:{_any_of(powers)})(?=[十百千万]))?(?P<number>[{NUMERAL}]+?)"
        rf"(?P<mid>{more})?(?P<scale>十万|百万|千万|[万亿])?(?P<late>{more})?{ends})"
    )
    return _Grammar(arabic, chinese)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def find_figures(shadow: str, written: str, units: Units) -> Iterator[Quantity]:
    """The figures in ``shadow``, in order.

    Args:
        shadow: folded text without white space.
        written: the same characters as the source has them, which still tell “ from ”.
        units: the grammar's words.
    """
    grammar = _grammar(units.always, units.before, units.before_powers, units.after, units.trailing)
    shut = _shut(written)
    for match in _matches(shadow, grammar):
        start, end = match.span()
        if _is_shut(shut, start, end) or not _counts(match, shadow, units):
            continue
        yield _quantity(match, shadow, units)


def _matches(shadow: str, grammar: _Grammar) -> Iterator[re.Match[str]]:
    at = 0
    while found := _NUMBER_BEGINS.search(shadow, at):
        # A hedge of up to three characters may stand before the number.
        match = None
        for back in (3, 2, 1, 0):
            begin = found.start() - back
            if begin < at:
                continue
            match = grammar.arabic.match(shadow, begin) or grammar.chinese.match(shadow, begin)
            if match:
                break
        if match:
            yield match
            at = match.end()
        else:
            digits = _NUMBER.match(shadow, found.start())
            at = digits.end() if digits else found.end()


def _shut(written: str) -> list[tuple[int, int]]:
    """Short quotes, titles of documents and document numbers: what stands there is a name."""
    return [match.span() for match in _QUOTED.finditer(written)]


def _is_shut(shut: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in shut)


def _counts(match: re.Match[str], shadow: str, units: Units) -> bool:
    groups = match.groupdict()
    if groups.get("percent"):
        return True
    unit, before = match["unit"], _before(shadow, match)
    if before and (before[-1] in _AFTER_ORDINAL or _FREQUENCY.search(before)):
        return False
    after = shadow[match.end("unit") : match.end("unit") + _NEAR]
    if after.startswith(units.not_before.get(unit, ())) or after[:1] in {"+", "—", "-", "~"}:
        return False
    if unit == "分" and not _is_mark(match, shadow, units):
        return False
    if match.re.groupindex.get("percent") is not None:
        return _counts_in_chinese(match, shadow, units)
    if before and (before[-1].isdigit() or (before[-1].isascii() and before[-1].isalpha())):
        return False
    number = match["number"]
    if unit in {"小时", "天"} and number in {"24", "7", "365"} and not match["mid"]:
        return False
    if (unit == "个" and _PERCENT.match(after)) or (unit == "%" and before.endswith("个")):
        return False  # 实现5个100%
    # 05件 is a code.
    return not (number.startswith("0") and len(number) > 1 and "." not in number)


def _before(shadow: str, match: re.Match[str]) -> str:
    # Not all that stands before: a line may be a whole page.
    return shadow[max(0, match.start() - _NEAR) : match.start()]


def _counts_in_chinese(match: re.Match[str], shadow: str, units: Units) -> bool:
    number, unit = match["number"], match["unit"]
    end = match.end()
    before, after = _before(shadow, match), shadow[end : end + _NEAR]
    hedged = bool(match["before"] or match["mid"] or match["late"])
    if (
        any(shadow.startswith(idiom, match.start("number")) for idiom in units.idioms)
        and not hedged
    ):
        return False
    if (unit not in units.countable and not hedged) or _NOT_COUNTED_BEFORE.search(before):
        return False
    if before and before[-1] in NUMERAL:
        return False
    try:
        value = parse_numeral(number)
    except ValueError:
        return False
    if hedged:
        return value > 0
    if value >= 10:
        return number not in {"百", "千", "万", "亿", "千万", "百万"} and not (
            number == "十"
            and unit in {"分", "个", "项", "条", "大", "件"}
            and after[:1] not in ",。;、"
        )
    ends_clause = not after or after[0] in ",。;、)"
    return (
        ends_clause
        and value >= 1
        and len(number) == 1
        and unit not in {"个", "处", "项", "条", "部", "家"}
    )


def _is_mark(match: re.Match[str], shadow: str, units: Units) -> bool:
    near = (
        shadow[max(0, match.start() - 14) : match.start()] + shadow[match.end() : match.end() + 6]
    )
    return bool(match["trailing"]) or any(word in near for word in units.marks_near)


def _quantity(match: re.Match[str], shadow: str, units: Units) -> Quantity:
    groups = match.groupdict()
    start, end = match.span()
    if groups.get("percent"):
        value: float | int = parse_numeral(groups["share"])
        unit, hedge = "%", groups["above"]
    else:
        value, unit = _amount(match)
        if _ends_word(shadow, match, units):
            start = match.start("number")
            groups["before"] = None
        if groups["trailing"] and groups["before"] == "达":
            groups["before"] = None  # 达80%以上 says 以上
        hedge = "".join(
            groups.get(name) or "" for name in ("before", "mid", "late", "plus", "trailing")
        )
    return Quantity(
        value,
        unit,
        hedge or None,
        find_noun(shadow, start, end, is_rate=unit == "%"),
        find_period(shadow, start, units.periods),
        start,
        end,
    )


def _amount(match: re.Match[str]) -> tuple[float | int, str]:
    number, unit = match["number"], match["unit"]
    spelt = not number[0].isdigit()
    amount = Decimal(parse_numeral(number) if spelt else number.replace(",", ""))
    if scale := match["scale"]:
        amount *= _SCALES[scale]
    for word in ("万", "亿"):
        if unit.startswith(word) and len(unit) > 1:
            unit, amount = unit.removeprefix(word), amount * _SCALES[word]
    value = int(amount) if amount == amount.to_integral_value() else float(amount)
    return value, _PUNCTUATION.sub("", unit.removeprefix("个") if "百分点" in unit else unit)


def _ends_word(shadow: str, match: re.Match[str], units: Units) -> bool:
    """Whether the hedge is the end of a word: 村规民约9件, 送达35份."""
    before = match["before"]
    return bool(before) and (_before(shadow, match) + before).endswith(units.no_hedges)
