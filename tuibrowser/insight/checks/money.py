"""Sums of money as officials write them, whatever unit they were added up in."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.insight.checks.prose import shown

# Code, not lexicon: how sums of money are written.
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_TERM: Final = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?=[＋－＝，]|(?P<money>元))")
_LARGE: Final = 10_000
_PLACES: Final = 2
"""Digits behind the point that an amount in 万元 may have."""


def in_large_units(says: str) -> str:
    """``says`` with its money in 万元, as officials write it, if all its numbers are money and read
    well so: 12＋8.5＝20.5，合计写为21.5万元."""
    terms = list(_TERM.finditer(says))
    amounts = [float(it["number"]) / _LARGE for it in terms]
    is_money = any(it["money"] for it in terms) and len(terms) == len(_NUMBER.findall(says))
    if not is_money or max(amounts) < 1 or any(it != round(it, _PLACES) for it in amounts):
        return says
    return _TERM.sub(
        lambda it: f"{shown(float(it['number']) / _LARGE)}{'万' if it['money'] else ''}", says
    )
