"""Shares of one whole in per cent, told in a row: together they are a hundred at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose, shown

# Code, not lexicon: how shares are led in is grammar.
_SHARE: Final = re.compile(r"占比?(?:分别)?(?:[为达]|约)?$")
_FOLLOWS: Final = re.compile(r"(?:[、,;和及与]|以及)+")
_REST: Final = re.compile("其[他它余]|剩余")
_TWICE: Final = re.compile("党员|女|男|民族|学历|本科|专科|岁|青年|骨干|代表|率|度")
_ALL: Final = 100
_MOST: Final = 150
"""Per cent; what comes to more are shares of several things."""
_LONGEST_GAP: Final = 16
_FEWEST: Final = 3
_ROUNDED: Final = 0.5


def check_shares(material: Material) -> Iterator[Finding]:
    """Yield shares that come to more than all, or with the rest to less."""
    for prose in material.paragraphs:
        for shares in _rows(prose):
            yield from _judged(prose, shares)


def _rows(prose: Prose) -> Iterator[list[Number]]:
    row: list[Number] = []
    for number in prose.numbers:
        if not number.is_percent:
            continue
        if row and not _goes_on(prose.text[row[-1].end : number.start]):
            yield row
            row = []
        if row or _SHARE.search(prose.text[prose.clause_start(number.start) : number.start]):
            row.append(number)
    yield row


def _goes_on(gap: str) -> bool:
    joined = _FOLLOWS.match(gap)
    named = gap[joined.end() :] if joined else ""
    return (
        joined is not None
        and len(gap) <= _LONGEST_GAP
        and not re.search("[,。;、]", named)
        and (not named or _SHARE.search(named) is not None or len(named) <= _LONGEST_GAP // 2)
    )


def _judged(prose: Prose, shares: list[Number]) -> Iterator[Finding]:
    if len(shares) < _FEWEST or not all(it.is_exact for it in shares):
        return
    start = prose.clause_start(shares[0].start)
    words = prose.text[start : shares[-1].start]
    total = round(sum(it.value for it in shares), 6)
    slack = _ROUNDED * len(shares)
    has_rest = _REST.search(prose.text, shares[-2].end, shares[-1].start) is not None
    is_off = total > _ALL + slack or (has_rest and total < _ALL - slack)
    if is_off and total <= _MOST and not _TWICE.search(words):
        terms = "＋".join(f"{it.shown}%" for it in shares)
        says = f"{terms}＝{shown(total)}%，不是100%，请核"
        yield Finding("sum", says, (prose.quote(start, shares[-1].end),))
