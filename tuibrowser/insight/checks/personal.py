"""Numbers of persons in what will be published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from tuibrowser.insight.checks.finding import Finding, Quote
from tuibrowser.insight.checks.material import Material
from tuibrowser.text.fold import fold

# Code, not lexicon: standards say how such numbers are made.
_GAP: Final = r"[ \-]?"
_IDENTITY: Final = re.compile(
    rf"(?<![0-9a-z])([1-9]\d{{5}}"
    rf"{_GAP}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]){_GAP}\d{{3}}[0-9x])(?![0-9a-z])"
)
_MOBILE: Final = re.compile(
    rf"(?<![0-9a-z.初终执字第])(?:\+?86{_GAP})?(1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}})(?![0-9a-z元万亿次份册吨亩]|\.\d)"
)
_CARD: Final = re.compile(r"(?<![0-9a-z])(62\d{14,17})(?![0-9a-z])")
_DIGITS: Final = re.compile(r"\d[\d \-]{9}")
"""What each of them has; few reports have any."""
_NAMED: Final = re.compile("身份证|身份号码|银行卡|卡号|账号|账户|一卡通")
"""What says itself which number follows, though a digit of it may be wrong."""
_PERSON: Final = re.compile(
    "(?:当事人|申请人|村民|居民|户主|对象|法人|姓名|证件号码?)[^。;]{0,8}$|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]某{1,2}[,(:、]?$|某[,(:、]?$"
)
"""Who somebody is, right before a number."""
_DIVISIONS: Final = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
"""The provinces that an identity number begins with (GB/T 2260)."""
_NEAR: Final = 12
_LONGEST: Final = 60
"""Characters of a bracket that tells who somebody is."""
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10x98765432"


def check_personal_data(material: Material) -> Iterator[Finding]:
    """Yield identity-card numbers, mobile numbers and bank cards, whatever part they stand in.

    What stands within one bracket is of one person, and one remark.
    """
    report = material.report
    shadow = fold(report.text)
    if _DIGITS.search(shadow) is None:
        return
    for _, run in groupby(_numbers(shadow), key=lambda it: _bracket(shadow, it[0])):
        them = list(run)
        names = "、".join(dict.fromkeys(name for *_, name in them))
        quotes = tuple(Quote(report, start, end) for start, end, _ in them)
        yield Finding("personal_data", f"含{names}，公开前请隐去", quotes)


def _numbers(shadow: str) -> list[tuple[int, int, str]]:
    """Where such numbers begin and end, and what each is, in the order of the text."""
    taken: list[tuple[int, int, str]] = []
    for pattern, is_one, name in (
        (_IDENTITY, _is_identity, "身份证号码"),
        (_CARD, _is_card, "银行卡号"),
        (_MOBILE, None, "手机号码"),
    ):
        for found in pattern.finditer(shadow):
            start, end = found.span(1)
            before = shadow[max(0, start - _NEAR) : start]
            is_named = _NAMED.search(before) is not None or (
                pattern is _IDENTITY
                and _PERSON.search(before) is not None
                and _DIVISIONS.match(found[1]) is not None
            )
            if is_one is not None and not is_named and not is_one(re.sub("[ -]", "", found[1])):
                continue
            if not any(a < end and start < b for a, b, _ in taken):
                taken.append((start, end, name))
    return sorted(taken)


def _bracket(shadow: str, at: int) -> int:
    """Where the bracket opens that the character at ``at`` stands in; else ``at`` itself."""
    opened, closed = (shadow.rfind(mark, max(0, at - _LONGEST), at) for mark in "()")
    return opened if opened > closed else at


def _is_identity(number: str) -> bool:
    """Whether the last character is the checksum of the others (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[-1]


def _is_card(number: str) -> bool:
    """Whether the digits pass Luhn's check (ISO/IEC 7812)."""
    doubled = (int(it) * (2 if at % 2 else 1) for at, it in enumerate(reversed(number)))
    return sum(it - 9 if it > 9 else it for it in doubled) % 10 == 0
