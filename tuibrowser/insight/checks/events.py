"""Events that fall into another year than the reported one, told as this year's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding, quoted
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Prose
from tuibrowser.insight.checks.years import believed_year
from tuibrowser.lexicon.events import Events, load_events
from tuibrowser.text.numerals import NUMERAL, parse_numeral

# Code, not lexicon: dates and the verbs behind them; the events themselves are words.
_ABOUT: Final = re.compile(
    r"^[^,。;]{0,4}(?:大会(?!直播|盛况|召开)|讲话|精神|论述|文件|决定|公报|以来|来的|常态化|长效|成果|成效|经验|数据|(?<!前)后)"
)
_WATCHED: Final = re.compile("(?:收看|观看|收听|聆听)[^,。;]{0,12}$")
"""Who watches a congress does so on its day, whatever else is called after it."""
_DRAFT: Final = re.compile("[^,。;]{0,6}(?:草案|征求意见|立法|调研)")
"""What is said of a law before there is one."""
_DAY: Final = (
    r"(?P<month>1[0-2]|0?[1-9])月(?:[12]\d|3[01]|0?[1-9])?日?(?:上旬|中旬|下旬|初|底)?"
    r"|[上下]半年|第?[一二三四1-4]季度|[春夏秋冬]季|春节|元旦|清明|端午|中秋|国庆|暑期|暑假|寒假"
)
_OBSERVED: Final = (
    r"\"?(?:12[.·]4|4[.·]15|3[.·]15|6[.·]26|1[.·]10)\"?|\"?(?:国家)?宪法(?:日|宣传[周日])\"?|民法典宣传月"
    r"|(?:全民)?国家安全教育日|(?:安全生产|宪法宣传|禁毒宣传|信访宣传|法治宣传)[月周]|国际禁毒日"
)
"""Days that are observed every year, each with its own campaign."""
_DOES: Final = (
    r"召开|举办|举行|开展|组织|邀请|参加|联合|走进|深入|集中|召集|赴|在|演练|宣讲|培训|学习|听取|处置|查处|化解|排查|发放|接待|观摩"
    r"|启动|揭牌|检查|巡查|走访|宣传|调解|慰问|聘请|签订|表彰|测试|考试|参观|旁听|承办|述法|约谈|督察|督导|接访|清理|拆除"
)
_DATED: Final = re.compile(
    rf"(?:^|(?<=[,。;:于是要]))(?:在|于)?(?P<year>20\d\d)年(?:(?:{_DAY})(?:期间|前夕|前后|以?来临之际)?,?"
    rf"(?=[^,。;以起前后施颁的]{{0,12}}(?:{_DOES})(?![^,。;\d]{{0,6}}的))|度?(?:{_OBSERVED})(?:期间|当天|前后|活动)?(?![^,。;]{{0,6}}以来))"
    rf"|(?:(?<=开展)|(?<=举办)|(?<=组织)|(?<=结合))(?P<observed>20\d\d)年度?(?:{_OBSERVED})(?![^,。;]{{0,6}}以来)"
)
_BEFORE: Final = 6
"""Characters before an event that may make it another one: 动物疫情防控."""
_DECEMBER: Final = 12
_EARLY: Final = 3
"""Months of the following year that a report may still tell of."""
_EARLY_DAYS: Final = re.compile("元旦|春节|寒假|[一1]季度")
"""What falls into them."""


def check_events(material: Material) -> Iterator[Finding]:
    """Yield anniversaries, counted days, campaigns and dated acts of other years."""
    year = believed_year(material.report)
    if year is None:
        return
    known = load_events()
    events = Events(
        tuple(it for it in known.counted if it.may_stand_in(material.words)),
        tuple(it for it in known.events if it.may_stand_in(material.words)),
    )
    for prose in material.lines:
        taken = 0
        for start, end, of_year, what in sorted(
            (*_named(prose, events, year), *_acts(prose, year))
        ):
            if start < taken:
                continue  # two entries have words in common
            taken = end
            if prose.kind_at(start) == "next_plan" and of_year == year + 1:
                continue
            says = f"{what}在{of_year}年，本报告为{year}年度，请核"
            yield Finding("dated_event", says, (prose.quote(start, end),))


def _named(prose: Prose, events: Events, year: int) -> Iterator[tuple[int, int, int, str]]:
    text = prose.text
    for counted in events.counted:
        for found in counted.pattern.finditer(text):
            of_year = counted.since + _count(found["count"]) + counted.step
            if of_year != year and not _is_history(prose, *found.span(), of_year):
                yield found.start(), found.end(), of_year, quoted(found[0])
    for event in events.events:
        first, last = event.around(year)
        if first <= year <= last:
            continue
        told = -1
        for found in event.pattern.finditer(text):
            is_past = year > last
            if found.start() < told:
                continue  # one remark a sentence
            before = text[max(0, found.start() - _BEFORE) : found.start()]
            if any(it in before for it in event.never):
                continue
            if is_past and _is_history(prose, *found.span(), last):
                continue
            if not is_past and _DRAFT.match(text, found.end()):
                continue
            if prose.kind_at(found.start()) == "next_plan" and first == year + 1:
                continue
            of_year = last if is_past else first
            told = prose.sentence_at(found.start())[1]
            yield found.start(), found.end(), of_year, quoted(found[0])


def _acts(prose: Prose, year: int) -> Iterator[tuple[int, int, int, str]]:
    for found in _DATED.finditer(prose.text):
        named, month = int(found["year"] or found["observed"]), int(found["month"] or _DECEMBER)
        if prose.kind_at(found.start()) not in ("measures_results", "leader_duty"):
            continue
        is_early = month <= _EARLY or _EARLY_DAYS.search(found[0]) is not None
        if named == year or (named == year + 1 and is_early):
            continue
        day = found[0].rstrip(",")
        yield found.start(), found.start() + len(day), named, f"“{day}”开展的工作"


def _is_history(prose: Prose, start: int, end: int, year: int) -> bool:
    """Whether the words belong to a speech or a document, or are told with their own year:
    2021年建党100周年时建成的广场."""
    text = prose.text
    before = text[prose.clause_start(start) : start]
    if f"{year}年" in before or (
        _ABOUT.match(text[end : end + 12]) and not _WATCHED.search(before)
    ):
        return True
    opened = text.rfind("《", max(0, start - 60), start)
    return opened >= 0 and text.find("》", opened, end) < 0


def _count(written: str) -> int:
    if written.isascii():
        return int(written)
    written = written.replace("零", "〇").replace("两", "二")
    return parse_numeral(written) if set(written) <= set(NUMERAL) else 0
