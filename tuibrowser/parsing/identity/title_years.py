"""The year of a title; where nothing says the year, that by what is planned or the day of writing.

Reports are written when their year ends or in the spring after it, and plan for the next. A day in
between says nothing, nor does the day a page was published on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, Literal, NamedTuple

from tuibrowser.parsing.lines.dates import YEAR, find_year

_PLAN: Final = (
    "(?:法治|政府|建设|工作|重点|主要|下一?步|的){0,5}(?:打算|计划|思路|安排|要点|谋划|部署)"
    "(?!的?(?:落实|完成|执行|推进|贯彻|实施|开展|任务))"
)
_OF_ANOTHER: Final = re.compile(f"{_PLAN}|(?:法治|依法行政)?(?:督[察查导]|巡[察视]|反馈|启动)")
"""What behind a year in a title says that the report is on another one: 2024年工作打算."""
_PLANNED: Final = re.compile(f"{YEAR.pattern}{_PLAN}")
# 报告（2024）, 报告2024, 2024云岭镇…, 24年法治…; （2024）3号 is a document's number.
_BARE_YEAR: Final = re.compile(
    r"[(\[【〔](20\d\d)[)\]】〕](?!第?\d)|(?:^(?=.{5})|(?<=[报年总汇况][告报结报]))(20\d\d)(?![\d年])"
    r"|(?<![\d第近])(2\d)年度?(?=法治|依法|推进|落实|工作)"
)
# （2023年启动）; （2023年度） is the title's own.
_ASIDE: Final = re.compile(r"《[^《》]*》|\((?!20\d\d年?度?\))[^()]*\)")
_SPRING: Final = 6
"""The last month in which a report on the year before is written."""
_WINTER: Final = 11
"""The first month in which it is on its own year."""


def year_of_title(title: str) -> int | None:
    """The year that a title is of, and not one that it plans for or looks back on."""
    plain = _ASIDE.sub("", title)
    for words in (plain, title):
        years = (it for it in YEAR.finditer(words) if not _OF_ANOTHER.match(words, it.end()))
        if year := next((int(it[1]) for it in years), None) or (
            None if YEAR.search(words) else find_year(words)
        ):
            return year
    if bare := _BARE_YEAR.search(title):
        return int(bare[1] or bare[2] or f"20{bare[3]}")
    return None


class Inferred(NamedTuple):
    """A year that nothing states."""

    year: int
    source: Literal["plan", "written"]
    words: str
    """Chinese words for what it follows from."""


def inferred_year(
    title: str, plans: Iterable[str], written: str | None, published: str | None
) -> Inferred | None:
    """The year that follows from what is planned, else from the day of writing.

    Args:
        title: The report's title, folded.
        plans: The headings of what is planned, folded.
        written: The day of writing, ISO 8601.
        published: The day on which it was published.
    """
    planned = [it[0] for it in [_PLANNED.search(title)] if it]
    planned += [it for it in plans if find_year(it)]
    if planned and (year := find_year(planned[0])):
        if _is_over(year - 1, published) and (not written or _fits(year, written)):
            return Inferred(year - 1, "plan", f"“{planned[0]}”")
        return None
    if not written:
        return None
    day = date.fromisoformat(written)
    if _SPRING < day.month < _WINTER:
        return None
    year = day.year - (day.month <= _SPRING)
    return Inferred(year, "written", f"成文日期 {written} ")


def _fits(planned: int, written: str) -> bool:
    """Whether a report with a plan for ``planned`` may be written on that day."""
    day = date.fromisoformat(written)
    return day.year == planned - (day.month > _SPRING)


def _is_over(year: int, published: str | None) -> bool:
    """Whether a report on ``year`` may be published on that day, if any is known."""
    return not published or published >= f"{year}-{_WINTER}"
