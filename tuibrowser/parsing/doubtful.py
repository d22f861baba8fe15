"""What makes an understood text as a whole look as if it had been read or understood badly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.model.report import Doubt, Report

_HAN: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
_VISIBLE: Final = re.compile(r"\S+")
_MUCH: Final = 0.5
"""Share of a text's visible characters; of 22 reports at hand furniture has at most 0.08, and Han
characters have 0.79 and more."""
_SPRING: Final = 3
"""The month by the end of which a report on the year before is due; none on the year itself."""
_LONG_ENOUGH: Final = 50
"""Visible characters below which no share says anything."""


def doubts_about(report: Report) -> Iterator[Doubt]:
    """The doubts that a look at the whole of ``report`` raises."""
    visible = _count(_VISIBLE, report.text)
    if report.is_report and not report.sections:
        yield Doubt("headings", "没有识别出标题，各部分是否单列请核对原件")
    yield from _of_another_year(report)
    if visible < _LONG_ENOUGH:
        return
    furniture = "".join(
        report.slice(passage) for passage in report.passages if passage.role == "furniture"
    )
    if _count(_VISIBLE, furniture) > visible * _MUCH:
        yield Doubt("furniture", "一半以上是导航、页码等附属文字，请核对正文是否完整")
    if _count(_HAN, report.text) < visible * _MUCH:
        yield Doubt("characters", "汉字不到一半，可能是乱码或数据表，请核对原件")


def _of_another_year(report: Report) -> Iterator[Doubt]:
    """A report is signed late in its year or in the one after; otherwise one of the two was left
    standing from a report that was written over."""
    if report.year is None or report.date is None:
        return
    signed, month = int(report.date[:4]), int(report.date[5:7])
    if signed == report.year and month <= _SPRING and "半年" not in (report.title or ""):
        says = f"年度写作{report.year}年，成文日期在当年{month}月，请核对是哪一年度的报告"
        yield Doubt("year", says)
    if signed not in (report.year, report.year + 1):
        says = f"年度写作{report.year}年，成文日期在{signed}年，请核对是哪一年度的报告"
        yield Doubt("year", says)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))
