"""Lists of numbers that stand before what they come to: 邻里48件、婚姻39件，合计87件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

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
    r"(?:合计|共计|总计|总共|总数)[为达到有]*$|(?<=[,、;])(?:累计|(?:共|累计|合计|共计|总计)(?:培训|投入|筹集|筹措|安排|落实)(?:资金|经费)?|共|总(?:投入|金额|经费|额|[数量]))[为达有]*$"
)
_TOTAL_OF: Final = re.compile(
    r"(?:(?<=[,、;])|(?P<apart>^(?:以上|上述|镇村|乡村|街村)?))(?P<many>[两三四五六七八九十])(?:级|类|项|者|家|会|支|方|部分|块|种|次|批|轮|期)[^,。;\d]{0,6}"
    r"(?:合计|累计|共计?|总计)(?P<what>[^,。;\d]{0,8})$"
)
"""两级班子累计研究9次: says how many there are, too; it may be a sentence of its own."""
_MANY: Final = "〇一两三四五六七八九十"
_LED_IN: Final = 20
"""Characters before a sum that lead it in."""
_OF_YEAR: Final = re.compile(r"全年[^,;:。\d]{0,12}$")
"""A total of the year behind its halves or quarters."""
_OF_YEAR_LEAD: Final = re.compile(r"^.*全年|共计?|累计|合计|总计")
_OF_SORTS: Final = re.compile(
    r"(?<=[,;])(?:共计?|合计|总计|(?P<more>累计))(?P<act>[\u4e00-\u9fff]{2})了?(?P<what>[^,。;\d]{0,10})$"
)
"""共发放各类资料5500份: by the act of the list itself."""
_SORTS: Final = re.compile("各类|各种|各项|上述|以上")
_ALL_BODIES: Final = re.compile("各(?=[村社片办站所中组单部])")
"""各村调委会受理 names who did it."""
_MORE_THAN_THESE: Final = re.compile("等|之类")
_SUMMED: Final = re.compile("全[镇乡]|全街道|[合共总]计?|累计")
_EACH_TIME: Final = re.compile(
    r"(?:(?P<four>[一1]至[四4]季度|四个季度|各季度)|[上两]下?个?半年)[^,。;\d]{0,4}分别"
)
_TIMES: Final = (
    ("上半年", "下半年"),
    ("(?<!年)1[-—–~至到]6月", "7[-—–~至到]12月"),
    ("[前一]至?三季度", "四季度"),
    tuple(f"{it}季度" for it in "一二三四"),
)


class _LedIn(NamedTuple):
    """How a clause leads a sum in."""

    clause: str
    start: int
    """Where the sentence of its list begins."""
    end: int
    """Where its list ends."""
    is_year: bool
    most: int | None
    """How many members it says that there are."""
    sorts: re.Match[str] | None


def closed_lists(prose: Prose) -> Iterator[NumberList]:
    """Lists that stand before their whole: 邻里48件、婚姻39件，合计87件."""
    for whole in prose.numbers:
        led_in = None if whole.is_percent else _led_in(prose, whole)
        if led_in is not None:
            yield from _list_before(prose, whole, led_in)
    yield from _columns(prose)
    yield from _halves_behind(prose)


def _led_in(prose: Prose, whole: Number) -> _LedIn | None:
    start, _ = prose.sentence_at(whole.start)
    begin = max(start, whole.start - _LED_IN)
    clause = prose.text[begin : whole.start]
    is_year = _OF_YEAR.search(clause) is not None
    counted = _TOTAL_OF.search(clause)
    is_total = _TOTAL.search(clause[-16:]) is not None
    sorts = None if is_total else _OF_SORTS.search(clause)
    if not (is_year or counted or sorts or is_total):
        return None
    if counted is None:
        return _LedIn(clause, start, whole.start, is_year, None, sorts)
    end = begin + counted.start()
    if counted["apart"] is not None:
        if begin != start or counted["what"][-2:] not in prose.text[:start]:
            return None
        start, _ = prose.sentence_at(max(0, start - 1))
    return _LedIn(clause, start, end, is_year, _MANY.index(counted["many"]), sorts)


def _list_before(prose: Prose, whole: Number, led_in: _LedIn) -> Iterator[NumberList]:
    start, clause = led_in.start, led_in.clause
    members = _before(prose, whole, (start, led_in.end), led_in.most)
    of_times = _of_times(prose, members) if led_in.is_year else []
    is_named = (
        led_in.is_year and not (of_times or led_in.sorts) and _are_named(prose, members, clause)
    )
    if led_in.is_year and not is_named:
        members = of_times
        told = prose.text[start : members[0].start] if members else ""
        if names_none(told) and does_else(_OF_YEAR_LEAD.sub("", clause), told):
            return  # 上半年受理30件，下半年受理20件，全年办结48件
    if led_in.most and len(members) != led_in.most:
        return
    members = members[::-1]
    if len(members) > FEWEST and _is_whole_of(prose, members, whole):
        members = members[1:]  # 召开会议12次，党委会4次、…，共计12次
    if len(members) < FEWEST:
        return
    lead = prose.text[start : members[0].start]
    between = prose.text[members[0].end : members[-1].start]
    if does_else(_ALL_BODIES.sub("", between), lead):
        return
    if led_in.sorts and not _is_of_list(led_in.sorts, lead):
        return
    if not _is_of_earlier(prose, lead, start, members[0]) and not UNCLEAR.search(lead[-12:]):
        is_all = not (is_named or _MORE_THAN_THESE.match(prose.text, members[-1].end))
        yield NumberList((whole,), tuple(members), is_all, is_among=False)


def _is_of_earlier(prose: Prose, lead: str, start: int, first: Number) -> bool:
    """Whether 其中 opens a list of a number before it: not of 队伍3支，其中宣讲员26名."""
    before = prose.numbers_in(start, first.start)
    is_of_other = bool(before) and all(it.family != first.family for it in before)
    return "其中" in lead and not is_of_other


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
    if total["more"] and (not what or _SORTS.search(what)):
        return False  # 累计发放各类资料5800份 may be of more than the list
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
        if not _counts_as(number, whole) or len(members) == most:
            break
        gap = prose.text[number.end : members[-1].start] if members else ""
        if gap and not is_gap(gap, is_closed=True):
            break
        members.append(number)
    return members


def _counts_as(member: Number, whole: Number) -> bool:
    """Whether both count the same; who comes again is counted again: 56人、48人，累计104人次."""
    return member.family == whole.family or (member.family, whole.family) == ("人", "人次")


def _columns(prose: Prose) -> Iterator[NumberList]:
    """Lists of two columns, of which one comes to what it says and the other does not:
    东片8村42件，西片9村51件，全镇17村95件."""
    for start, end in prose.sentences():
        numbers = prose.numbers_in(start, end)
        rows = [numbers[at : at + FEWEST] for at in range(0, len(numbers), FEWEST)]
        families = [tuple(it.family for it in row) for row in rows]
        if len(rows) <= FEWEST or len(set(families)) != 1 or len(set(families[0])) != FEWEST:
            continue
        is_sum = _SUMMED.match(prose.text, prose.clause_start(rows[-1][0].start))
        if not is_sum or any(it.is_percent or not it.is_exact for it in numbers):
            continue
        columns = [(column[-1], column[:-1]) for column in zip(*rows, strict=True)]
        agree = [round(sum(it.value for it in some), 6) == of.value for of, some in columns]
        if agree.count(True) == 1:
            of, some = columns[agree.index(False)]
            yield NumberList((of,), some, True, is_among=False)


def _halves_behind(prose: Prose) -> Iterator[NumberList]:
    """The halves of a year behind its whole, whatever stands between: 全年立案96件，其中…；
    上半年立案38件，下半年立案58件."""
    for first, second in pairwise(prose.numbers):
        start, end = prose.sentence_at(first.start)
        told = [prose.text[prose.clause_start(it.start) : it.start] for it in (first, second)]
        halves = [re.match(_TIMES[0][at], it) for at, it in enumerate(told)]
        verb = told[0][len(_TIMES[0][0]) :]
        if not all(halves) or not verb or told[1][len(_TIMES[0][1]) :] != verb:
            continue
        wholes = [
            it
            for it in prose.numbers_in(start, first.start)
            if it.family == first.family == second.family
            and prose.text[prose.clause_start(it.start) : it.start].endswith(f"全年{verb}")
        ]
        if len(wholes) == 1 and second.end <= end:
            yield NumberList((wholes[0],), (first, second), True, is_among=False)


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
