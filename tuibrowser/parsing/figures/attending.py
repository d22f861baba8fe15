"""Those who came to what the number before counts, where nothing says to what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.parsing.figures.indicators import Assigning
from tuibrowser.parsing.figures.said import NumberInLine

_FURTHEST: Final = 600
"""Characters of a sentence that are looked at; a line may be a whole page."""
_PEOPLE: Final = frozenset({"人", "名", "位", "人次"})
_COURSE: Final = re.compile("训(?:班|会|课|活动|工作)?$")
_STOPS: Final = re.compile("[,。;:!?、()]")
# Code, not lexicon: that somebody came, whoever it was.
_CAME: Final = re.compile(
    "(?:累计|共计?|合计|总计|先后|现场|组织|集中|各级|其中|均)*"
    "(?:参加|参与|参会|参学|参训|到场|到庭|到课|到会|听讲|听课|出席|覆盖|(?:现场)?接受.{0,4}教育)"
    "(?:[^,、]{0,4}(?:干部|职工|人员|公务员|党员|骨干|学员|群众|人数|人次))?"
    "(?:累计|共计?|合计|总计|达到?|为|约|近)*"
)


def course_before(shadow: str, said: Sequence[NumberInLine], at: int) -> NumberInLine | None:
    """The courses of the same sentence that those who were trained attended."""
    begin = _begin(shadow, said[at].start)
    for it in said[at - 1 :: -1] if at else ():
        if it.start <= begin:
            return None
        if it.unit not in _PEOPLE and _COURSE.search(it.noun):
            return it
    return None


def attended(
    shadow: str, said: Sequence[NumberInLine], known: Sequence[str | None], assigning: Assigning
) -> str | None:
    """The indicator of the people whose number stands behind those that are ``known``, by what
    they came to: 听庭4次,参加干部89人次."""
    at = len(known)
    it = said[at]
    if it.unit not in _PEOPLE or not _came(shadow, it):
        return None
    begin = _begin(shadow, it.start)
    events = {
        assigning.attended(known[before])
        for before in range(at)
        if said[before].start > begin and said[before].unit not in _PEOPLE
    }
    # Of 讲座3场、听庭1场,140人参加 nothing tells who came to which.
    audience = events.pop() if len(events) == 1 else None
    if audience is None or audience not in assigning.choices(it.unit):
        return None
    return None if assigning.forbids(audience, it.noun, "") else audience


def _came(shadow: str, said: NumberInLine) -> bool:
    """Whether the clause of a number only says that so many came."""
    first = max(0, said.start - _FURTHEST)
    lead = _STOPS.split(shadow[first : said.start])[-1]
    behind = _STOPS.split(shadow[said.end : said.end + _FURTHEST])[0]
    return _CAME.fullmatch(lead or behind) is not None


def _begin(shadow: str, end: int) -> int:
    """Where the sentence of what ends at ``end`` begins."""
    first = max(0, end - _FURTHEST)
    return max(shadow.rfind(mark, first, end) for mark in "。;!?")
