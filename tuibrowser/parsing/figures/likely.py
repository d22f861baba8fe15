"""The indicator of a number that no pattern of the catalogue names, where one is clearly likely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.lexicon.indicators import Catalogue
from tuibrowser.lexicon.leanings import Told, id_of, near_sums_of, numbers_of, sums_of
from tuibrowser.parsing.figures.indicators import Assigning
from tuibrowser.parsing.figures.said import Said

CLEAR: Final = 0.12
"""By how much the likeliest must lead. On even lines of whole reports, from which nothing was
learnt, 0.12 has .897 of the indicators, .916 of those named right; 0.18 .893 and .917."""
_SENTENCE: Final = 120
"""Characters on either side that are its sentence; a line may be a whole page."""
# Characters that the table was learnt from (makers/leanings.py): others would count otherwise.
_LEAD: Final = 16
_BEHIND: Final = 6
_HEADING: Final = 20
_CASES: Final = re.compile("(?:办理|查办|办结)?(?:各类|各项)*案件?")
_ENFORCING: Final = "执法"
_STOPS: Final = re.compile(r"[。;!?]")
_ENDS: Final = re.compile(r"[,。;:、]")


def likely(told: Told, assigning: Assigning) -> str | None:
    """The indicator that a number which no pattern names is of, if one is clearly likely.

    Args:
        told: what is said of it.
        assigning: what of the indicators a number can be of.
    """
    numbers = numbers_of(assigning.choices(told.unit))
    if not numbers:
        return None
    near = near_sums_of(told)
    if max(map(near.__getitem__, numbers)) < near[-1]:
        return None  # most numbers; of 50 that were likely in their sentences, 1 is so
    sums, unit = sums_of(told)
    first = max(numbers, key=sums.__getitem__)
    limit = sums[first] - CLEAR * unit
    if sums[-1] > limit or any(sums[it] > limit for it in numbers if it != first):
        return None
    best = id_of(first)
    if assigning.forbids(best, told.noun, "".join(told.beside)):
        return None
    # What lacks the words that the catalogue asks for nearby may have a heading that says them.
    return best if told.heading or not assigning.names(best, told.noun) else None


def below(heading: str, said: Said, assigning: Assigning) -> str | None:
    """The indicator of cases of which only the heading says that they are of enforcement."""
    if _ENFORCING not in heading or not _CASES.fullmatch(said.noun):
        return None
    words = _ENFORCING + said.noun
    end = len(words)
    told = Said(end, end + 1 + len(said.unit), said.unit, words)
    return assigning.indicator(f"{words}1{said.unit}", told, 0)


def tell(
    shadow: str,
    said: Sequence[Said],
    known: Sequence[str | None],
    at: int,
    heading: str,
    catalogue: Catalogue,
) -> Told:
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
    return Told(
        it.noun,
        (_STOPS.split(lead)[-1][-_LEAD:], _ENDS.split(behind)[0][:_BEHIND]),
        shadow[begin : last if stop < 0 else stop],
        heading[:_HEADING],
        it.unit,
        catalogue.family(it.unit),
        known[before] if before >= 0 else None,
    )
