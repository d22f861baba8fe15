"""Lists of numbers that stand before what they come to: 邻里48件、婚姻39件，合计87件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.insight.checks.lists import (
    FEWEST,
    UNCLEAR,
    NumberList,
    does_else,
    is_gap,
    names_none,
)
from tuibrowser.insight.checks.prose import Number, Prose

# Code, not lexicon: how a sum is led in is grammar.
_TOTAL: Final = re.compile(
    r"(?:合计|共计|总计|总共|总数)[为达到有]*$|(?<=[,、;])(?:累计|共(?:投入|筹集|筹措|安排|落实)(?:资金|经费)?|共|总(?:投入|金额|经费|额|[数量]))[为达有]*$"
)
_TOTAL_OF: Final = re.compile(
    r"(?<=[,、;])(?P<many>[两三四五六七八九十])(?:级|类|项|者|家|会|支|方|部分|块|种|次|批|轮|期)[^,。;\d]{0,6}"
    r"(?:合计|累计|共计?|总计)[^,。;\d]{0,4}$"
)
"""两级班子累计研究9次: says how many there are, too."""
_MANY: Final = "〇一两三四五六七八九十"
_LED_IN: Final = 20
"""Characters before a sum that lead it in."""
_OF_YEAR: Final = re.compile(r"全年[^,;:。\d]{0,12}$")
"""A total of the year behind its halves or quarters."""
_OF_YEAR_LEAD: Final = re.compile(r"^.*全年|共计?|累计|合计|总计")
_OF_SORTS: Final = re.compile(
    r"(?<=[,;])(?:共计?|合计|总计)(?P<act>[\u4e00-\u9fff]{2})了?(?P<what>[^,。;\d]{0,10})$"
)
"""共发放各类资料5500份: by the act of the list itself."""
_SORTS: Final = re.compile("各类|各种|各项|上述|以上")
_ALL_BODIES: Final = re.compile("各(?=[村社片办站所中组单部])")
"""各村调委会受理 names who did it."""
_MORE_THAN_THESE: Final = re.compile("等|之类")
_EACH_TIME: Final = re.compile(
    r"(?:(?P<four>[一1]至[四4]季度|四个季度|各季度)|[上两]下?个?半年)[^,。;\d]{0,4}分别"
)
_TIMES: Final = (
    ("上半年", "下半年"),
    ("(?<!年)1[-—–~至到]6月", "7[-—–~至到]12月"),
    ("[前一]至?三季度", "四季度"),
    tuple(f"{it}季度" for it in "一二三四"),
)


def closed_lists(prose: Prose) -> Iterator[NumberList]:
    """Lists that stand before their whole: 邻里48件、婚姻39件，合计87件."""
    for whole in prose.numbers:
        start, _ = prose.sentence_at(whole.start)
        clause = prose.text[max(start, whole.start - _LED_IN) : whole.start]
        is_year = _OF_YEAR.search(clause) is not None
        counted = _TOTAL_OF.search(clause)
        is_total = _TOTAL.search(clause[-16:]) is not None
        sorts = None if is_total else _OF_SORTS.search(clause)
        is_sum = is_year or counted or sorts or is_total
        if whole.is_percent or not is_sum:
            continue
        most = _MANY.index(counted["many"]) if counted else None
        first = max(start, whole.start - _LED_IN) + counted.start() if counted else whole.start
        members = _before(prose, whole, (start, first), most)
        of_times = _of_times(prose, members) if is_year else []
        is_named = is_year and not of_times and not sorts and _are_named(prose, members, clause)
        if is_year and not is_named:
            members = of_times
            told = prose.text[start : members[0].start] if members else ""
            if names_none(told) and does_else(_OF_YEAR_LEAD.sub("", clause), told):
                continue  # 上半年受理30件，下半年受理20件，全年办结48件
        if counted and len(members) != most:
            continue
        members = members[::-1]
        if len(members) > FEWEST and _is_whole_of(prose, members, whole):
            members = members[1:]  # 召开会议12次，党委会4次、…，共计12次
        if len(members) >= FEWEST:
            lead = prose.text[start : members[0].start]
            between = prose.text[members[0].end : members[-1].start]
            if does_else(_ALL_BODIES.sub("", between), lead):
                continue
            if sorts and not _is_of_list(sorts, lead):
                continue
            if "其中" not in lead and not UNCLEAR.search(lead[-12:]):
                is_all = not (is_named or _MORE_THAN_THESE.match(prose.text, members[-1].end))
                yield NumberList((whole,), tuple(members), is_all, is_among=False)


def _is_whole_of(prose: Prose, members: Sequence[Number], whole: Number) -> bool:
    """Whether the first of ``members`` is what the others come to; by chance it may be so in a row,
    where nothing but 、 stands behind it."""
    first, second = members[:2]
    is_in_row = "、" in prose.text[first.end : second.start]
    return first.value == whole.value or (
        not is_in_row and first.value == sum(it.value for it in members[1:])
    )


def _is_of_list(total: re.Match[str], lead: str) -> bool:
    """Whether a total counts what its list does: by the same act the same, or all sorts of it."""
    what = total["what"]
    return total["act"] in lead and (not what or bool(_SORTS.search(what)) or what[-2:] in lead)


def _are_named(prose: Prose, members: Sequence[Number], clause: str) -> bool:
    """Whether each of ``members`` has the last word of the total's clause: 全年集体学法16次."""
    leads = [prose.text[prose.clause_start(it.start) : it.start] for it in members]
    return len(members) > FEWEST and all(
        re.split("[、\\d]", it)[-1].endswith(clause[-2:]) for it in leads
    )


def _before(prose: Prose, whole: Number, within: tuple[int, int], most: int | None) -> list[Number]:
    """The members of a list that ends before ``whole`` is led in, the last first."""
    members: list[Number] = []
    for number in reversed(prose.numbers_in(*within)):
        if number.family != whole.family or len(members) == most:
            break
        gap = prose.text[number.end : members[-1].start] if members else ""
        if gap and not is_gap(gap, is_closed=True):
            break
        members.append(number)
    return members


def _of_times(prose: Prose, members: Sequence[Number]) -> list[Number]:
    """Those of ``members`` that are of the halves or quarters of a year, if all of these are."""
    each = members and _EACH_TIME.search(
        prose.text, prose.clause_start(members[-1].start), members[-1].start
    )
    if each and len(members) == (4 if each["four"] else 2):
        return list(members)
    for times in _TIMES:
        last = members[: len(times)]
        leads = [prose.text[prose.clause_start(it.start) : it.start] for it in last]
        leads = [it.rpartition("、")[2] for it in leads]
        if len(last) == len(times) and all(map(re.search, times, leads[::-1])):
            return list(last)
    return []
