"""How two numbers stand to each other, said as 1∶3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Prose, shown

# Code, not lexicon: 之比 and 比例 are all.
_RATIO: Final = re.compile(
    r"(?:之比|比例|占比)(?:约|大约|大致)?[为是]?(?:约|大约|大致)?(?P<one>\d+(?:\.\d+)?)[∶:比](?P<other>\d+(?:\.\d+)?)"
)
_TOLERANCE: Final = 0.15
"""Share by which a ratio may be rounded; 42 and 126 are 1∶3, 58 and 178 about."""


def check_ratios(material: Material) -> Iterator[Finding]:
    """Yield the ratios that the two numbers around them in the sentence do not make."""
    for prose in material.paragraphs:
        for found in _RATIO.finditer(prose.text):
            yield from _judged(prose, found)


def _judged(prose: Prose, found: re.Match[str]) -> Iterator[Finding]:
    start, end = prose.sentence_at(found.start())
    beside = [
        it for it in prose.numbers_in(start, end) if not found.start() <= it.start < found.end()
    ]
    before = [it for it in beside if it.start < found.start()][-2:]
    numbers = before if len(before) > 1 else [it for it in beside if it.start > found.start()][:2]
    if len(numbers) != 2 or numbers[0].family != numbers[1].family:
        return
    one, other = numbers
    stated = float(found["one"]) / (float(found["other"]) or 1)
    if not (one.value and other.value and stated and one.is_exact and other.is_exact):
        return
    made = one.value / other.value
    if all(abs(it / stated - 1) > _TOLERANCE for it in (made, 1 / made)):
        says = (
            f"{one.shown}∶{other.shown}约为1∶{shown(round(other.value / one.value, 1))}，"
            f"写为{found['one']}∶{found['other']}，请核"
        )
        first, last = min(one.start, found.start()), max(other.end, found.end())
        yield Finding("rate_mismatch", says, (prose.quote_clauses(first, last),))
