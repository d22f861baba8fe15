"""Whether a unit that counts only near certain words has them: marks, days, ages."""

from __future__ import annotations

import re

from tuibrowser.lexicon.units import Units
from tuibrowser.parsing.figures.amounts import read_amount

_NEAR = 24
MONEY = "元"
"""The unit of money that is told without one."""
ENDS_CLAUSE = re.compile(r"$|[,。;)]|[、和与及](?![\d第])")
# 由20个工作日缩减至7个工作日, 从5天压到当场: what is shortened took so long.
_FROM = re.compile("(?:由|从)(?:原来?的?|以前的?|过去的?|平均)?$")
_SHORTENED = re.compile(r"[^,。;\d]{0,5}(?:缩|压|减|降|提速)[^,。;\d]{0,6}?(?:至|到|为|成)")
_TOOK = re.compile(
    "(?:用时|仅用|只用|耗时|历时|用了|缩短|压缩|压减|提前|提速|节省|减少|[缩压减降]至|[缩压减降]到|缩短[至为]|压缩[至为])了?$"
)
_SCORED = re.compile(r"(?:积分|总分|分值|权重|最[低高]分?|人均)(?:[为由约近达]|\d{1,2}分加到)*$")
"""Before marks, what they are of."""
_MYRIADS = re.compile("[万亿]")
_OF_MONEY = re.compile("(?:总[额计]|合计|共计?|累计|[为达约近超计]|超过|高达|达到|逾|人民币)*$")
"""What stands between money and how much it is: 经费共计30万."""
_FEWEST_METRES = 50
_MARKED = ("扣", "得", "获", "加", "扣减", "扣除")
"""What is done with marks."""
_CREDITED = re.compile("(?:折[算抵合]|抵|可[计记]|[计记]为)[为作]?$")
"""旁听一次折算4学时: what a rule credits."""
_CLASS = re.compile("的(?!成绩|得分|分数)|者|[有占]")
"""Behind 90分以上 a class of what was marked: 得分90分以上的12卷."""


def has_its_words(match: re.Match[str], before: str, shadow: str, units: Units) -> bool:
    """Whether a unit that counts only near certain words has them: marks, days that were taken."""
    unit, after = match["unit"], shadow[match.end("unit") : match.end("unit") + _NEAR]
    if unit in {"个工作日", "个月"}:
        is_span = _FROM.search(before) and _SHORTENED.match(after)
        is_taken = "." in match["number"] or any(word in before for word in units.took_near)
        near = unit == "个工作日" and is_taken  # 企业开办2.8个工作日
        return bool(is_span or near or _TOOK.search(before))
    if unit == "方":  # 三方协议 has three sides, 块石2600方 are so many cubic metres
        return match["scale"] is not None or read_amount(match).value >= _FEWEST_METRES
    if unit == "岁":
        return any(word in before for word in units.ages_near)
    if unit == "学时" and _CREDITED.search(before):
        return False
    if unit in units.closes_clause:
        return ENDS_CLAUSE.match(after) is not None
    if not unit:
        return before.endswith(units.bare_after) or is_money(match, before, shadow, units)
    return unit != "分" or _is_mark(match, shadow, units)


def is_money(match: re.Match[str], before: str, shadow: str, units: Units) -> bool:
    """Whether a number in 万 or 亿 without unit is of money: 投入资金200万, 二百万资金."""
    if match["unit"] != "" or not _MYRIADS.search(match[0]):
        return False
    told = _OF_MONEY.sub("", before)
    return told.endswith(units.money) or shadow.startswith(units.money, match.end())


def _is_mark(match: re.Match[str], shadow: str, units: Units) -> bool:
    before = shadow[max(0, match.start() - 14) : match.start()]
    near = before + shadow[match.end() : match.end() + 6]
    if match["trailing"] and _CLASS.match(shadow, match.end()):
        return False
    return (
        bool(match["trailing"])
        or before.endswith(_MARKED)
        or _SCORED.search(before) is not None
        or any(word in near for word in units.marks_near)
    )
