"""Years that were left standing from another year's report.

A title may be right and a heading wrong, or the other way round: where the opening, the headings
and the day it was signed agree against the title, it is the title that is remarked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuibrowser.insight.checks.finding import Finding, Quote, day_words
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.year_words import (
    CLOSING,
    DONE,
    HEADING,
    OPENING,
    PAPER,
    PLAN,
    STILL,
    TITLE,
    YEAR,
)
from tuibrowser.model.report import Passage, Report
from tuibrowser.parsing.lines.dates import find_day
from tuibrowser.text.fold import fold, squeeze
from tuibrowser.text.numerals import ZEROS, parse_numeral

# Code, not lexicon: what a report says around its year is its form.
_TOLD: Final = re.compile(r"(?:情况|工作|成效|做法|举措)[。.]?$")
_PLAN_BASE: Final = re.compile(
    r"基础|总结|对照|回顾|相比|以来|经验|暴露|未完成|未办结|结转|反映|指出|反馈"
)
_REVIEWED: Final = re.compile("整改|反馈|督[察查导]|巡察|考[核评]|评估|述法")
_OF_BEFORE: Final = re.compile(
    r"结转|遗留|尚[有未]|积[案存]|存量|[获荣被]|命名|撤[乡镇并]|换届|改选"
)
"""What a report may say of an earlier year: 截至2022年底结转案件4件."""
_BEGUN: Final = re.compile("启动|成立|建成|设立|挂牌")
"""What it may say of an earlier year where nothing is summed up."""
_SUMS_UP: Final = re.compile("截[至止]|[全我本](?:镇|乡|街道)(?:共|累计|全年)")
_REPORTS: Final = re.compile("现[将就][^。]*$")
_NOW: Final = re.compile("今年|本年")
_OLDEST: Final = 2000
_SPRING: Final = 6
_AUTUMN: Final = 11
"""Until the one month a report is of the year before, from the other one on of its own."""


class _QuotedYear(NamedTuple):
    year: int
    quote: Quote
    where: str
    """As a remark calls it: 标题."""


def check_years(material: Material) -> Iterator[Finding]:
    """Yield the years that contradict the report's own."""
    report = material.report
    if report.year is None:
        return
    told = [*_titles(report), *_headings(report), *_openings(report)]
    believed = believed_year(report, told)
    told += _headings(report, level=2)
    if believed is not None and believed != report.year:
        wrong = [it for it in told if it.year != believed]
        year = believed
    else:
        wrong = [it for it in told if it.year != report.year]
        year = report.year
    for place in (
        *wrong,
        *_plans(report, year),
        *_done(material, year),
        *_papers(material, year),
        *_looked_back(report, year),
    ):
        says = f"{place.where}写作{place.year}年，本报告为{year}年度，请核"
        yield Finding("leftover_year", says, (place.quote,))
    yield from _signed_early(report, year)


def believed_year(report: Report, told: list[_QuotedYear] | None = None) -> int | None:
    """The year that what the report says of itself agrees on.

    A title's year holds unless the signature speaks against it and the others agree; a report
    without one is of the year that most of opening, headings, plan and signature tell, since the
    year that was read may be the one left standing in its opening.
    """
    if told is None:
        told = [*_titles(report), *_headings(report), *_openings(report)]
    votes = Counter(it.year for it in told if it.where != "标题")
    read = votes[report.year or 0]
    if any(it.where == "标题" for it in told):
        if report.date and votes:
            year, count = votes.most_common(1)[0]
            signed = int(report.date[:4])
            title_fits = report.year in (signed, signed - 1)
            if year in (signed, signed - 1) and count > read and not title_fits:
                return year
        return report.year
    votes.update(_witnesses(report))
    ranked = votes.most_common(1)
    return ranked[0][0] if ranked and ranked[0][1] > votes[report.year or 0] else report.year


def _witnesses(report: Report) -> Iterator[int]:
    """The years that the heading of the plan and the day of the signature speak for."""
    yield from [it.year - 1 for it in _plan_headings(report)][:1]
    if report.date:
        signed, month = int(report.date[:4]), int(report.date[5:7])
        if month <= _SPRING:
            yield signed - 1
        elif month >= _AUTUMN:
            yield signed


def _titles(report: Report) -> Iterator[_QuotedYear]:
    for passage in report.passages:
        if passage.role == "title":
            yield from _found(report, passage, TITLE, "标题", first=True)


def _headings(report: Report, level: int = 1) -> Iterator[_QuotedYear]:
    for section in report.sections:
        if section.level != level or section.kind in (None, "next_plan", "other"):
            continue
        if level > 1 and not _TOLD.search(section.title):
            continue
        if re.search(
            r"下[一步]|明年|打算|安排|计划|任务|展望|谋划|思路|设想|整改|反馈|督察|巡察|考核",
            section.title,
        ):
            continue  # 2022年督察反馈问题整改情况 is of this year
        title, _ = squeeze(report.text[section.start : section.end])
        for found in HEADING.finditer(re.sub(r"^[^20二]*(?=20|二)", "", title)):
            quote = Quote(report, section.start, section.end)
            yield _QuotedYear(_year(found), quote, "小标题")


def _openings(report: Report) -> Iterator[_QuotedYear]:
    for passage in report.passages:
        if passage.role in ("heading", "measure"):
            return
        if passage.role in ("lead", "other"):
            places = list(_found(report, passage, OPENING, "开头"))
            # 2022年获评示范镇。2023年乘势而上: a history that comes to the reported year.
            yield from places[-1:] if _is_history(places, report) else places


def _is_history(places: list[_QuotedYear], report: Report) -> bool:
    """Whether an opening tells of years before and comes to the reported one: not where it only
    says at its end of which year it reports."""
    if not places[1:] or places[-1].year != report.year:
        return False
    first, last = places[0].quote, places[-1].quote
    told = report.text[first.end : last.start]
    return not _REPORTS.search(told) or _OF_BEFORE.search(told.split("。")[0]) is not None


def _plans(report: Report, year: int) -> Iterator[_QuotedYear]:
    """Years in the plan that are not the coming ones."""
    yield from (it for it in _plan_headings(report) if it.year != year + 1)
    for passage in report.passages:
        if passage.kind == "next_plan" and passage.role in ("measure", "lead"):
            # 2023年创建了示范村，2024年再建2个 looks back before it looks ahead.
            said = "".join(report.slice(passage).split())
            looks_back = f"{year + 1}年" in said or "明年" in said
            for place in _found(report, passage, PLAN, "下一年安排中"):
                if place.year <= year and not looks_back:
                    yield place


def _plan_headings(report: Report) -> Iterator[_QuotedYear]:
    for section in report.sections:
        if section.kind == "next_plan" and section.level == 1:
            title, _ = squeeze(report.text[section.start : section.end])
            found = list(re.finditer(YEAR, title))
            if found and not re.search(r"不足|问题|短板|差距", title):
                quote = Quote(report, section.start, section.end)
                yield _QuotedYear(max(map(_year, found)), quote, "下一年安排的标题")


def _done(material: Material, year: int) -> Iterator[_QuotedYear]:
    """Whole years that are not the reported one, said of what was done."""
    for prose in material.paragraphs:
        others = [it for it in re.finditer(YEAR, prose.text) if _year(it) == year]
        for found in DONE.finditer(prose.text):
            named = _year(found)
            is_done = prose.kind_at(found.start()) in ("measures_results", "leader_duty")
            if not is_done or named <= _OLDEST or named == year:
                continue
            if others and not found[0].startswith("截"):
                continue  # a history that comes to the reported year
            start, end = found.span()
            follows = prose.text[end : prose.sentence_at(start)[1]]
            if re.match(r"(?:以?前|的)", follows) or _looks_on(found[0], follows, year):
                continue
            yield _QuotedYear(named, prose.quote(start, end), "工作情况中")


def _looked_back(report: Report, year: int) -> Iterator[_QuotedYear]:
    """What a part on shortcomings begins with, and what ends a report: 以上是我镇2022年情况."""
    for passage in report.passages:
        if passage.role in ("measure", "lead", "other") and passage.kind != "next_plan":
            said = "".join(report.slice(passage).split())
            is_told = passage.kind == "shortcomings" and f"{year}年" not in said
            for pattern in (CLOSING, *(STILL,) * is_told):
                told = _found(report, passage, pattern, "回顾中")
                yield from (it for it in told if it.year != year)


def _papers(material: Material, year: int) -> Iterator[_QuotedYear]:
    """Plans of an earlier year that were made in this one."""
    for prose in material.paragraphs:
        for found in PAPER.finditer(prose.text):
            is_done = prose.kind_at(found.start()) in ("measures_results", "leader_duty")
            if is_done and _OLDEST < _year(found) < year and not _REVIEWED.search(found[0]):
                yield _QuotedYear(_year(found), prose.quote(*found.span()), "文件名称中")


def _signed_early(report: Report, year: int) -> Iterator[Finding]:
    """The day of the signature, where it is before the reported year had well begun."""
    if report.date is None or "半年" in (report.title or ""):
        return
    signed, month = int(report.date[:4]), int(report.date[5:7])
    if signed < year or (signed == year and month <= _SPRING):
        for passage in report.passages:
            if passage.role == "signature" and find_day(fold(report.slice(passage))) == report.date:
                says = f"成文日期为{day_words(report.date)}，本报告为{year}年度，请核"
                yield Finding("leftover_year", says, (Quote(report, passage.start, passage.end),))


def _looks_on(told: str, follows: str, year: int) -> bool:
    """Whether what follows an earlier year is a history, or comes to the reported year."""
    first, second = (*re.split("[,;。]", follows.lstrip(","), maxsplit=1), "")[:2]
    begins = _BEGUN.search(first) and not _SUMS_UP.search(told + first)
    comes_on = _NOW.search(second) or f"{year}年" in second
    return bool(_OF_BEFORE.search(first) or begins or comes_on)


def _found(
    report: Report, passage: Passage, pattern: re.Pattern[str], where: str, *, first: bool = False
) -> Iterator[_QuotedYear]:
    text, offsets = squeeze(report.slice(passage))
    for match in pattern.finditer(text):
        start, end = match.span(match.lastindex or 0)
        ahead = text[match.end() : match.end() + 12]
        if where.startswith("下一年") and _PLAN_BASE.search(ahead):
            continue
        quote = Quote(report, passage.start + offsets[start], passage.start + offsets[end - 1] + 1)
        yield _QuotedYear(_year(match), quote, where)
        if first:
            return


def _year(match: re.Match[str]) -> int:
    written = next(it for it in match.groups() if it)
    return (
        int(written)
        if written.isdigit() and written.isascii()
        else parse_numeral(written.translate(ZEROS))
    )
