"""Quantities that report work: value, unit, hedge, what is counted, and over which period.

``[约近超…]? number [余多]? [十百千万亿]? [余多]? unit [以上]?``, over folded text without spaces.
Dates, document numbers, ordinals, hotlines, slogans and plan names are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tuibrowser.lexicon.load import Units
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
_CLAUSE_BREAKS = ",。;:!?()\"'《》"
_RIGHT_BREAKS = _CLAUSE_BREAKS + "、"
_SENTENCE_BREAKS = "。!?"
_QUOTED = re.compile(
    r"[“‘「][^“”‘’「」]{1,14}[”’」]|《[^《》]*》|[〔\[【]\d{2,4}[〕\]】](?:第)?\d*号?"
)
_AFTER_ORDINAL = frozenset("第每.·+—–-~/=><^〔[")
_FREQUENCY = re.compile(
    r"每(?:个)?(?:年|月|季度?|周|日|天|半年|两月|两周)(?:度|末|初)?[\u4e00-\u9fff]{0,4}$"
)
_NOT_COUNTED_BEFORE = re.compile(r"[第每再又同这那哪任某另]$")
_RIGHT_NOUN_AFTER = re.compile(
    r"(?:^|[有等共计组织对为含了及和与其中约的以]|包括|涉及|设立|建成|建立|新建|新增|打造|配备|聘请|选聘|投入|举办|召开|开展|组建|完成|出动|选派|发布|印发|制定|培育|培养|受理|办理|开通|邀请|提供|评选|发展|清理|修订|安排|达成|形成|覆盖|惠及|调解|化解|排查|查处|整改|走访|发放|累计|合计|全年|年内|立案|解答|接待|选树|处理)$"
)
_LEADING = re.compile(
    r"^(?:截[至止].{0,10}(?:底|末|目前)|今年以来|今年来|20\d\d年(?:以来|度|底|全年|上半年|下半年)?|全年|年内|上半年|下半年|我镇|我乡|我街道|我办|全镇|全乡|全街道|镇|乡|街道|[^,]{2,4}[镇乡]|共|已|累计|总计|合计|其中|先后|成功|及时|现|均|同时|还|并|由上年|较上年|目前|一年来|年度|本年度?|期间|依法|有效|就地)+"
)
_GENERIC_VERB = re.compile(
    r"^(?:组织开展|组织召开|共计|开展|组织|召开|举办|发放|提供|完成|实现|参加|进行|印发|张贴|悬挂|制作|制定|出台|邀请|投入|新增|新建|建成|打造|配备|聘请|接受|收到|收集|推送|播放|发布|刊发|出动|达成|有)(?=[\u4e00-\u9fff]{2})"
)
_TRAILING = re.compile(
    r"(?:共|共计|累计|总计|合计|达|达到|约|为|均|均为|均达|均达到|各|近|已|就|计|了|有|是|仅|由|从|至|到|上升|下降|提高|增长|提升|减少|增加|不少于|超过)+$"
)
_NUMBER_BEGINS = re.compile(rf"[\d{NUMERAL}]")
_NUMBER = re.compile(rf"[\d.,]*\d|[{NUMERAL}]+")
_POINT_MARK = re.compile(
    rf"^[{NUMERAL}]{{1,3}}[是要]|^(?:首先|其次|再次|最后)[,]?|^\(?[{NUMERAL}\d]{{1,3}}[)、.]"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a shadow: ``shadow[start:end]`` runs from hedge to unit."""

    value: float | int
    unit: str
    hedge: str | None
    noun: str | None
    period: tuple[int, int] | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Grammar:
    arabic: re.Pattern[str]
    chinese: re.Pattern[str]


@lru_cache(maxsize=2)
def _grammar(units: tuple[str, ...], before: tuple[str, ...], powers: tuple[str, ...],
             after: tuple[str, ...], trailing: tuple[str, ...]) -> _Grammar:  # fmt: skip
    unit = "|".join(re.escape(u) for u in units)
    hedge = "|".join(before)
    ends = rf"(?P<unit>{unit})(?P<trailing>{'|'.join(trailing)})?"
    more = "|".join(after)
    arabic = re.compile(
        rf"(?P<before>{hedge})?(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<plus>\+)?(?P<mid>{more})?"
        rf"(?P<scale>十万|百万|千万|[十百千万亿])?(?P<late>{more})?(?:个(?=百分点))?{ends}"
    )
    chinese = re.compile(
        rf"(?:(?P<percent>百分之)(?P<share>[{NUMERAL}]+)|"
        rf"(?P<before>{hedge}|(?:{'|'.join(powers)})(?=[十百千万]))?(?P<number>[{NUMERAL}]+?)"
        rf"(?P<mid>{more})?(?P<scale>十万|百万|千万|[万亿])?(?P<late>{more})?{ends})"
    )
    return _Grammar(arabic, chinese)


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
    unit, before = match["unit"], shadow[: match.start()]
    if before and (before[-1] in _AFTER_ORDINAL or _FREQUENCY.search(before)):
        return False
    after = shadow[match.end("unit") :]
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
    # 05件 is a code, 2023件 without a verb before is likely a year gone wrong but still a count.
    return not (number.startswith("0") and len(number) > 1 and "." not in number)


def _counts_in_chinese(match: re.Match[str], shadow: str, units: Units) -> bool:
    number, unit = match["number"], match["unit"]
    start, end = match.start(), match.end()
    before, after = shadow[:start], shadow[end:]
    hedged = bool(match["before"] or match["mid"] or match["late"])
    if (
        any(shadow.startswith(idiom, match.start("number")) for idiom in units.idioms)
        and not hedged
    ):
        return False
    if unit not in units.countable or _NOT_COUNTED_BEFORE.search(before):
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
    near = shadow[max(0, match.start() - 14) : match.start()]
    return bool(match["trailing"]) or any(word in near for word in units.marks_near)


def _quantity(match: re.Match[str], shadow: str, units: Units) -> Quantity:
    groups = match.groupdict()
    if groups.get("percent"):
        value: float | int = parse_numeral(groups["share"])
        return Quantity(
            value,
            "%",
            None,
            _noun(shadow, match, "%"),
            _period(shadow, match.start(), units),
            *match.span(),
        )
    number = match["number"]
    amount = (
        Decimal(number.replace(",", "")) if number[0].isdigit() else Decimal(parse_numeral(number))
    )
    if scale := match["scale"]:
        amount *= _SCALES[scale]
    unit = match["unit"]
    for word, factor in (("万", 10**4), ("亿", 10**8)):
        if unit.startswith(word) and len(unit) > 1:
            unit, amount = unit.removeprefix(word), amount * factor
    value = int(amount) if amount == amount.to_integral_value() else float(amount)
    hedge = "".join(
        groups.get(name) or "" for name in ("before", "mid", "late", "plus", "trailing")
    )
    unit = unit.removeprefix("个") if unit == "个百分点" else unit
    return Quantity(
        value,
        unit.replace("/", ""),
        hedge or None,
        _noun(shadow, match, unit),
        _period(shadow, match.start(), units),
        *match.span(),
    )


# --- what is counted --------------------------------------------------------------------------


def _noun(shadow: str, match: re.Match[str], unit: str) -> str | None:
    """What the number counts: left of it (调解矛盾纠纷98件), else right of it (41名执法人员).

    After ``、`` a left noun reaches back over the enumeration only for rates, whose one number
    serves several nouns (参考率、合格率均达100%).
    """
    breaks = _CLAUSE_BREAKS if unit == "%" else _CLAUSE_BREAKS + "、"
    begin = max((shadow.rfind(mark, 0, match.start()) for mark in breaks), default=-1) + 1
    left = shadow[begin : match.start()]
    if _POINT_MARK.match(left):
        left = _POINT_MARK.sub("", left)
    stops = [at for mark in _RIGHT_BREAKS if (at := shadow.find(mark, match.end())) >= 0]
    right = shadow[match.end() : min(stops, default=len(shadow))].removeprefix("的")
    cleaned = _TRAILING.sub("", _LEADING.sub("", left))
    if unit != "%" and right and (not cleaned or _RIGHT_NOUN_AFTER.search(cleaned)):
        return _first_noun(right)
    noun = _GENERIC_VERB.sub("", cleaned)
    if "、" in left and unit == "%":
        noun = _GENERIC_VERB.sub("", _LEADING.sub("", _TRAILING.sub("", left)))
    if not noun:
        noun = _first_noun(right) or ""
    return noun[-24:] or None


def _first_noun(right: str) -> str | None:
    """Up to the next number or verb-like joint: 41名行政执法人员参加…"""
    noun = re.split(r"\d|进行|参加|开展|全部|以及|并|均|已|到|为|达", right, maxsplit=1)[0]
    return noun[:16] or None


# --- over which period ------------------------------------------------------------------------


def _period(shadow: str, at: int, units: Units) -> tuple[int, int] | None:
    """Span of the last scope word between the sentence's start and ``at``."""
    begin = max((shadow.rfind(mark, 0, at) for mark in _SENTENCE_BREAKS), default=-1) + 1
    found = None
    for match in units.periods.finditer(shadow, begin, at):
        before = shadow[match.start() - 1 : match.start()]
        if before not in {"—", "-", "~", "至", "《"}:
            found = match.span()
    return found
