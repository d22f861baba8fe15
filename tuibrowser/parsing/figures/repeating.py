"""Whether a number tells of what the one before does: of another year, body or kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.parsing.figures.parts import FigurePlace
from tuibrowser.parsing.figures.said import NumberInLine

# Code, not lexicon: how numbers follow each other in a clause.
OWN: Final = re.compile(r"^(?!.{0,4}(?:增幅|降幅|增速|增长率|比例|比重|多出|增加|减少)$).{2,}")
"""A noun that says what changed, not only by how much."""
_EACH: Final = re.compile(
    r"每(?:个|一)?(?:自然|行政)?(?:村|社区|居|组|乡?镇街?|街道|网格|单位|部门|中队|[站所]|户)(?:、社区|\([^()]{1,4}\))?"
)
_OTHERS: Final = re.compile("[,、和及与]?(?:其中)?[,:]?[^,、。;:占]{1,12}")
_BODY: Final = re.compile(
    "全?[市县区镇乡村]级?|乡镇|镇街|街镇|街道|社区|部门|(?:[市县区镇]直|机关|企事业|成员)单位"
    "|[^,、]{1,4}系统"
)
_COUNTED: Final = frozenset({"个", "家", "所", "支", "户"})
"""Units of bodies: 网格88个、社区12个 are two things."""
_KIND: Final = re.compile("[^,、]{1,8}类")


def repeats(places: Sequence[FigurePlace], said: Sequence[NumberInLine], at: int) -> bool:
    """Whether a number tells of what the one before does: last year and now, or of each village."""
    return _is_then_and_now(places, said, at) or _is_of_each(said[at - 1], said[at])


def _is_of_each(total: NumberInLine, said: NumberInLine) -> bool:
    """Whether a number tells how many of ``total`` each has: 明白人105名(每村5名)."""
    each = _EACH.search(said.noun)
    rest = _EACH.sub("", said.noun)
    return each is not None and said.unit == total.unit and rest in {"", total.noun}


def is_of_another(shadow: str, one: NumberInLine, other: NumberInLine) -> bool:
    """Whether ``other`` tells of what ``one`` does, of another body or kind:
    其中镇级100%、部门98%; 危化预案55份、矿山类8份."""
    if one.unit != other.unit or not _OTHERS.fullmatch(shadow, one.end, other.start):
        return False
    is_body = other.unit not in _COUNTED and _BODY.fullmatch(other.noun)
    return bool(is_body or _KIND.fullmatch(other.noun))


def _is_then_and_now(places: Sequence[FigurePlace], said: Sequence[NumberInLine], at: int) -> bool:
    """Whether a number and the one before tell of one thing, last year and now: 由9人扩充到15人."""
    roles = {places[at - 1].role, places[at].role}
    one, other = said[at - 1], said[at]
    is_same = other.noun == one.noun or not OWN.search(other.noun)
    return roles == {"previous", "total"} and one.unit == other.unit and is_same
