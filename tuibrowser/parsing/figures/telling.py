"""What is said of a number: what its leanings towards indicators are told by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.lexicon.indicators import Catalogue
from tuibrowser.lexicon.leanings import NumberContext
from tuibrowser.parsing.figures.said import NumberInLine

_SENTENCE: Final = 120
"""Characters on either side that are its sentence; a line may be a whole page."""
# Characters that the table was learnt from (makers/leanings.py): others would count otherwise.
_LEAD: Final = 16
_BEHIND: Final = 6
_HEADING: Final = 20
_STOPS: Final = re.compile(r"[。;!?]")
_ENDS: Final = re.compile(r"[,。;:、]")


def tell(
    shadow: str,
    said: Sequence[NumberInLine],
    known: Sequence[str | None],
    at: int,
    heading: str,
    catalogue: Catalogue,
) -> NumberContext:
    """What is said of the number ``at`` of a line whose numbers are of what is ``known``."""
    it = said[at]
    before = at - 1
    while before >= 0 and said[before].start == it.start:
        before -= 1
    end = said[before].end if before >= 0 else 0
    if before >= 0 and shadow.startswith(said[before].noun, end):
        end += len(said[before].noun)  # 2场庭审旁听|和1次宪法宣誓
    first, last = max(0, it.start - _SENTENCE), it.end + _SENTENCE
    begin = max(first, *(shadow.rfind(mark, first, it.start) + 1 for mark in "。!?"))
    stop = shadow.find("。", it.end, last)
    lead = shadow[max(end, it.start - 2 * _LEAD) : it.start]
    behind = shadow[it.end : it.end + 2 * _BEHIND]
    if it.noun:
        lead = lead.replace(it.noun, "")
        behind = "" if behind.startswith(it.noun) else behind
    return NumberContext(
        it.noun,
        (_STOPS.split(lead)[-1][-_LEAD:], _ENDS.split(behind)[0][:_BEHIND]),
        shadow[begin : last if stop < 0 else stop],
        heading[:_HEADING],
        it.unit,
        catalogue.family(it.unit),
        known[before] if before >= 0 else None,
    )
