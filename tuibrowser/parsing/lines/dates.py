"""Years and days as reports write them."""

from __future__ import annotations

import re
from datetime import date

from tuibrowser.text.numerals import ZERO, ZEROS, parse_numeral

# Code, not lexicon: how a day is written is laid down (GB/T 7408), slips apart.
_DAY = re.compile(
    r"(?<!\d)(20\d\d)\s*[年\-/.]\s*(1[0-2]|0?[1-9]|元)\s*[月\-/.]\s*([12]\d|3[01]|0?[1-9])(?!\d(?!\d?:\d))"
)
_CHINESE_DAY = re.compile(
    rf"([二两][{ZERO}][{ZERO}一二三四五六七八九]{{2}})年([元一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})日?"
)
# 2021—2025年 is the outline's span, not a report's year; 20212025年 lost its dash.
YEAR = re.compile(r"(?<![\d\-—–~至到])(20\d\d)(?![\d\-—–~])(?:年度?(?!版)|(?=法治|法制|依法行政))")
_CHINESE_YEAR = re.compile(rf"(二[{ZERO}][{ZERO}一二三四五六七八九]{{2}})年")


def find_day(shadow: str) -> str | None:
    """The first complete day in folded ``shadow`` as ISO 8601; impossible days are passed over.

    White space may stay in: it is what parts a day from the hour after it.
    """
    days: list[tuple[int, str]] = []
    for match in _DAY.finditer(shadow):
        days += _iso(match.start(), *(int(part) for part in _numbered(match)))
    for match in _CHINESE_DAY.finditer(shadow):
        year = parse_numeral(match[1].translate(ZEROS))
        days += _iso(match.start(), year, *map(parse_numeral, _numbered(match, "一")[1:]))
    return min(days)[1] if days else None


def _numbered(day: re.Match[str], one: str = "1") -> list[str]:
    return [one if part == "元" else part for part in day.groups()]


def _iso(at: int, year: int, month: int, day: int) -> list[tuple[int, str]]:
    try:
        return [(at, date(year, month, day).isoformat())]
    except ValueError:
        return []


def find_year(shadow: str) -> int | None:
    """The first single year in ``shadow``: 2023年, 2023年度, 二〇二三年."""
    arabic, chinese = YEAR.search(shadow), _CHINESE_YEAR.search(shadow)
    if arabic and (not chinese or arabic.start() < chinese.start()):
        return int(arabic[1])
    return parse_numeral(chinese[1].translate(ZEROS)) if chinese else None
