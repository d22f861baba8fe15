"""The day by which a roster wants a report: 2024年3月1日前, 2月底, 3/1/2024, 45352."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tuibrowser.text.numerals import NUMERAL, ZERO, ZEROS, parse_numeral

# Ours: how a day is written is the same everywhere.
_PART: Final = "\\d{1,2}|[底末]|[上中下]旬"
_DATE: Final = re.compile(
    rf"(?:(?P<year>20\d\d|(?:1[3-9]|[2-9]\d)(?=\s*[-./年]\s*\d{{1,2}}\s*[-./月]\s*\d))\s*[-./年])?"
    rf"\s*(?P<month>\d{{1,2}})\s*[-./月]\s*(?P<day>{_PART})\s*[日号]?(?P<more>\D.*)?"
)
_YEAR_LAST: Final = re.compile(r"(?P<month>\d{1,2})[-./](?P<day>\d{1,2})[-./](?P<year>20\d\d|\d\d)")
"""As Excel shows a day where it speaks English."""
_DIGITS: Final = re.compile(r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)")
_SERIAL: Final = re.compile(r"([345]\d{4})(?:\.0+)?")
_EPOCH: Final = datetime.date(1899, 12, 30)
"""Excel counts days from here; a cell that lost its form shows the count: 45708."""
_FORE: Final = re.compile(
    r"^(?:[于在]|每年|次年|翌年|来年|第二年|下一?年度?|截[至止]?到?|最[迟晚]|不[迟晚]于)+(?=\s*\d)"
)
"""What opens a day; a year that is only named is the one after that which is reported on."""
_UNTIL: Final = re.compile(r"^\s*(?:至|到|[-—－–~～])+\s*(?=\d)")
_SPELT: Final = re.compile(rf"[{NUMERAL}{ZERO}]+(?=\s*[年月日号])")
_LEAP: Final = 2024
_TOLD: Final = 3
"""Lines that a sentence names before it says how many there are."""
_TENTHS: Final = {"上": 10, "中": 20}


def read_day(written: str) -> tuple[int | None, int, int] | None:
    """The day that is ``written`` (of a range, the last), its year where one stands there."""
    if serial := _SERIAL.fullmatch(written):
        counted = _EPOCH + datetime.timedelta(int(serial[1]))
        return counted.year, counted.month, counted.day
    said = _FORE.sub("", _SPELT.sub(lambda it: str(_value(it[0])), written))
    found = _YEAR_LAST.fullmatch(said) or _DATE.fullmatch(said) or _DIGITS.fullmatch(said)
    if found is None:
        return None
    year = int(found["year"]) if found["year"] else None
    if year is not None and year < 100:
        year += 2000
    day = _day(year, int(found["month"]), found["day"])
    more = found.groupdict().get("more") or ""
    if day is not None and (until := _UNTIL.match(more)):
        last = read_day(more[until.end() :])
        return last and (last[0] or year, *last[1:])
    return day


def unclear_days(unclear: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """A sentence for what is written as a day and is none, and the lines that have it."""
    for written, numbers in unclear.items():
        lines = "、".join(map(str, numbers[:_TOLD]))
        more = f"等 {len(numbers)} 行" if len(numbers) > _TOLD else "行"
        yield f"名册第 {lines} {more}的时限“{written}”看不懂，按统一的时限算"


def _day(year: int | None, month: int, day: str) -> tuple[int | None, int, int] | None:
    try:
        _, last = monthrange(year or _LEAP, month)
    except ValueError:
        return None
    number = int(day) if day.isdigit() else _TENTHS.get(day[0], last)
    return (year, month, number) if 1 <= number <= last else None


def _value(numeral: str) -> str | int:
    if numeral.isdigit():
        return numeral
    try:
        return parse_numeral(numeral.translate(ZEROS))
    except ValueError:
        return numeral
