"""Numbers of persons in what will be published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding, Quote
from tuibrowser.insight.checks.material import Material
from tuibrowser.text.fold import fold

# Code, not lexicon: standards say how such numbers are made.
_GAP: Final = r"[ \-]?"
_IDENTITY: Final = re.compile(
    r"(?<![0-9a-z])([1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9x])(?![0-9a-z])"
)
_MOBILE: Final = re.compile(
    rf"(?<![0-9a-z.])(?:\+?86{_GAP})?(1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}})(?![0-9a-z]|\.\d|[元万亿])"
)
_CARD: Final = re.compile(r"(?<![0-9a-z])(62\d{14,17})(?![0-9a-z])")
_NAMES_IDENTITY: Final = re.compile(
    r"身份证(?:件)?(?:号码?|编号|:)*[:为是]?\s*$|公民身份号码[:为是]?\s*$"
)
_NAMES_CARD: Final = re.compile(
    r"(?:银行卡|储蓄卡|社保卡|存折|账[户号])(?:卡号|账号|号码?)*[:为是]?\s*$"
)
_LEAD: Final = 12
"""Characters before a number that may say what it is."""
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10x98765432"


def check_personal_data(material: Material) -> Iterator[Finding]:
    """Yield identity-card numbers, mobile numbers and bank cards, whatever part they stand in."""
    report = material.report
    shadow = fold(report.text)
    taken: list[tuple[int, int]] = []
    for pattern, is_one, name, what in (
        (_IDENTITY, _is_identity, _NAMES_IDENTITY, "身份证号码"),
        (_CARD, _is_card, _NAMES_CARD, "银行卡号"),
        (_MOBILE, _always, None, "手机号码"),
    ):
        for found in pattern.finditer(shadow):
            start, end = found.span(1)
            # One slip of a digit, and its checksum fails; it is somebody's number all the same.
            is_named = name is not None and name.search(shadow, max(0, start - _LEAD), start)
            is_free = not any(a < end and start < b for a, b in taken)
            if is_free and (is_named or is_one(found[1])):
                taken.append((start, end))
                says = f"含{what}，公开前请隐去"
                yield Finding("personal_data", says, (Quote(report, start, end),))


def _is_identity(number: str) -> bool:
    """Whether the last character is the checksum of the others (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[-1]


def _is_card(number: str) -> bool:
    """Whether the digits pass Luhn's check (ISO/IEC 7812)."""
    doubled = (int(it) * (2 if at % 2 else 1) for at, it in enumerate(reversed(number)))
    return sum(it - 9 if it > 9 else it for it in doubled) % 10 == 0


def _always(_: str) -> bool:
    return True
