"""Who signed and when: the signature, and the days by which reports go up and are published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from tuibrowser.insight.checks.finding import Finding, Quote, day_words
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.years import believed_year
from tuibrowser.model.report import Report
from tuibrowser.parsing.lines.dates import find_day
from tuibrowser.text.fold import fold

# Code, not lexicon: the kinds of bodies that sign are closed.
_SIGNS: Final = re.compile(r"政府|党委|委员会|办事处|党工委|[镇乡]$|街道|[局委办院处厅]$")
REPORTED_BY: Final = (3, 1)
PUBLISHED_BY: Final = (4, 1)
"""Month and day of the following year, by 法治政府建设与责任落实督察工作规定, article 24."""


def check_signature(material: Material) -> Iterator[Finding]:
    """Yield where nobody signed."""
    report = material.report
    signed = [it for it in report.passages if it.role == "signature"]
    if report.is_report and not any(
        _SIGNS.search("".join(report.slice(it).split())) for it in signed
    ):
        says = "文末未见署名" if signed and report.date else "文末未见署名和成文日期"
        at = [it for it in report.passages if it.role != "furniture"][-1:]
        quotes = tuple(Quote(report, it.start, it.end) for it in at)
        yield Finding("no_signature", f"{says}，请补", quotes)


def check_days(material: Material) -> Iterator[Finding]:
    """Yield where a report was signed or published behind the day that the rules give."""
    report = material.report
    year = believed_year(report)
    if year is None:
        return
    for day, (month, of_month), done, role in (
        (report.date, REPORTED_BY, "成文", "signature"),
        (report.published, PUBLISHED_BY, "发布", "furniture"),
    ):
        if day is None:
            continue
        limit = date(year + 1, month, of_month)
        if date.fromisoformat(day) > limit:
            says = f"{day_words(day)}{done}，晚于{day_words(limit.isoformat())}，请核"
            yield Finding("late", says, _day_in(report, role, day))


def _day_in(report: Report, role: str, day: str) -> tuple[Quote, ...]:
    for passage in report.passages:
        if passage.role == role and find_day(fold(report.slice(passage))) == day:
            return (Quote(report, passage.start, passage.end),)
    return ()
