"""Large numbers as officials write them, whatever unit they were added up in."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.insight.checks.prose import shown

# Code, not lexicon: how sums of money are written.
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_TERM: Final = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)(?=[＋－＝，]|(?P<unit>元|[^\d＋－×÷＝，%]+，请核))"
)
_LARGE: Final = 10_000
_PLACES: Final = 2
"""Digits behind the point that an amount in 万 may have."""


def in_large_units(says: str, written: str = "") -> str:
    """``says`` with its numbers in 万, as officials write them, if all are money, or so ``written``
    in the report, and read well so: 12＋8.5＝20.5，合计写为21.5万元. Where only the one that was
    stated is, it alone: 7000＋6000＝13000，合计写为1.2万份."""
    terms = list(_TERM.finditer(says))
    amounts = [float(it["number"]) / _LARGE for it in terms]
    units = [it["unit"] for it in terms if it["unit"]]
    if len(units) != 1 or len(terms) != len(_NUMBER.findall(says)):
        return says
    if max(amounts) < 1 or any(it != round(it, _PLACES) for it in amounts):
        return says
    are_written = [f"{shown(it)}万" in written for it in amounts]
    if units != ["元"] and not are_written[-1]:
        return says
    # What was added up before the last stands in no report.
    is_all = units == ["元"] or all(are_written[:-2])
    return _TERM.sub(lambda it: _large(it) if is_all or it["unit"] else it[0], says)


def _large(term: re.Match[str]) -> str:
    return f"{shown(float(term['number']) / _LARGE)}{'万' if term['unit'] else ''}"
