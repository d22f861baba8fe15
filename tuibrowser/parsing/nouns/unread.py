"""Numbers before a number that count in a unit unknown here, and are no part of a noun.

411扇、铁皮棚9个 are 铁皮棚; 由20个工作日缩减至7个工作日. Offsets are into a folded line.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.model.terms import Span

# Code, not lexicon: the order of a clause that counts.
_DIGIT: Final = re.compile(r"\d")
_UNREAD: Final = re.compile(
    r"\d[\d.,]*[万亿]?[余多]?[\u4e00-\u9fff](?:[、和及](?=..)|(?P<end>约?$))"
)
"""A number that counts in a unit unknown here, as in 411扇、铁皮棚: no part of a noun."""
_BARE: Final = re.compile(r"(?<=..)\d+、(?=[^\d、]{2,}$)")
"""A number without a unit before the next in a list: 编制22、实有20人."""
_SPREAD: Final = re.compile(r"(?<=..)[拓扩延伸增展加大覆盖]{0,2}[到至]\d[^,、]{2,10}、$")
"""What a thing has come to in the first of two numbers: 事项拓展到18个领域、964项."""
_SIDES: Final = re.compile(
    r"(?:\d+|[一两三四五六七八九十]+)个?(?:方面|领域|环节|维度|层面|板块)、$"
)
"""Sides of something, which nobody counts, before what is: 明确5个方面、18项任务."""
_UNREAD_FEW: Final = re.compile("[一两三四五六七八九十][处部家个座间套台](?:[、和及](?=..))")
"""Few things in Chinese numerals, which are not always figures: 食堂一处、周转房90套."""
_FROM: Final = re.compile(r"(?<=..)[由从][^,。;:由从]{0,6}\d[^,。;:]{1,9}?[至到为]$")
"""From what it came to the number, in a unit that counts nothing there: 由20个工作日缩减至."""


def without_unread(text: str, start: int, end: int) -> Span:
    """What stands there without numbers that count in a unit unknown here."""
    has_digits = _DIGIT.search(text, start, end) is not None
    before = has_digits and (_FROM.search(text, start, end) or _SPREAD.search(text, start, end))
    if before:
        end = before.start()
    elif text.endswith("、", start, end) and _SIDES.search(text, start, end):
        return end, end
    if has_digits:
        if bare := _BARE.search(text, start, end):
            start = bare.end()
        for unread in _UNREAD.finditer(text, start + 2, end):
            start, end = (
                (start, unread.start()) if unread["end"] is not None else (unread.end(), end)
            )
    if text.find("、", start + 2, end) > 0:
        for few in _UNREAD_FEW.finditer(text, start + 2, end):
            start = few.end()
    return start, end
