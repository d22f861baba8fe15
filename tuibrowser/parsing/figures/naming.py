"""The indicator of each number of a line by the patterns of the catalogue and the numbers beside.

A number may only say what became of what stands before it, or how much more that is; a part is of
what its whole is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.lexicon.moves import MOVED
from tuibrowser.parsing.figures.attending import attended, course_before
from tuibrowser.parsing.figures.indicators import Assigning
from tuibrowser.parsing.figures.outcomes import (
    ADOPTED,
    ATTENDED,
    BARE,
    DIVIDES,
    ENDED,
    REST,
    SAME,
)
from tuibrowser.parsing.figures.parts import FigurePlace
from tuibrowser.parsing.figures.repeating import OWN, is_of_another, repeats
from tuibrowser.parsing.figures.said import NumberInLine
from tuibrowser.parsing.figures.topics import topic_of

_RATES: Final = frozenset({"%", "百分点"})
_MOVES: Final = re.compile(f"(?:{MOVED})(?:了|约|近|超过?)*$")
_AND: Final = ("、", "和", "及", "与")
_LONGEST_SENTENCE: Final = 600
"""A line may be a whole page: what stands further away is not looked at."""


def ends_before(shadow: str, said: Sequence[NumberInLine]) -> Sequence[int]:
    """Where for each number that ends which belongs to the one before."""
    last, afters = 0, []
    for at, it in enumerate(said):
        if at and said[at - 1].start < it.start:
            earlier = said[at - 1]
            last = earlier.end
            listed = last + len(earlier.noun)
            if shadow.startswith(earlier.noun, last) and shadow.startswith(_AND, listed):
                last = listed  # 2场庭审旁听|和1次宪法宣誓
        afters.append(last)
    return afters


def name_indicators(
    shadow: str,
    said: Sequence[NumberInLine],
    places: Sequence[FigurePlace],
    afters: Sequence[int],
    assigning: Assigning,
) -> Iterator[str | None]:
    """What the catalogue's patterns and the numbers beside say of each number."""
    known: list[str | None] = []
    for at, (it, place, last) in enumerate(zip(said, places, afters, strict=True)):
        total = known[place.part_of] if place.part_of is not None and place.part_of < at else None
        indicator = _own(shadow, said, known, last, place, assigning)
        is_rest = it.noun.startswith(REST) or shadow[last : it.start].lstrip(",;").startswith(REST)
        if total is not None and (
            indicator is None
            or is_rest
            or (
                DIVIDES.search(shadow, said[place.part_of or 0].end, it.start)
                and not assigning.is_kind(indicator, total)
            )
        ):
            indicator = total
        if is_rest and total is None and at and (indicator or assigning.is_of(known[-1])):
            # 土地9件、邻里8件、其他7件: what was left out is of what these are kinds of.
            indicator = assigning.parent({indicator or known[-1]})
        if indicator is None and at:
            is_same = repeats(places, said, at)
            # Of 债务类22件、宅基地类17件 each is a kind of its own.
            is_alike = is_of_another(shadow, said[at - 1], it) and not assigning.is_of(known[-1])
            indicator = known[-1] if is_same or is_alike else None
        if indicator is None and place.role != "change":
            indicator = topic_of(shadow, it, assigning)
        known.append(indicator)
    behind: dict[int, set[str | None]] = {}
    for at, (place, indicator) in enumerate(zip(places, known, strict=True)):
        parts = behind.get(at, set())
        if place.part_of is not None and place.part_of > at:
            behind.setdefault(place.part_of, set()).add(known[at])
        if parts:
            # A total behind its parts has no noun of its own: 邻里20件、婚姻12件,合计32件.
            shared = parts.pop() if len(parts) == 1 else assigning.parent(parts)
            yield shared or indicator
        elif place.part_of is not None and place.part_of > at:
            yield indicator or known[place.part_of]
        else:
            yield indicator


def _own(
    shadow: str,
    said: Sequence[NumberInLine],
    known: Sequence[str | None],
    last: int,
    place: FigurePlace,
    assigning: Assigning,
) -> str | None:
    """The indicator of the number behind those that are ``known``, whatever it is a part of."""
    at = len(known)
    it = said[at]
    if not at:
        changed = assigning.of_change(it.noun, it.unit) if place.role == "change" else None
        return changed or assigning.indicator(shadow, it, last)
    earlier, before = said[at - 1], known[-1]
    if place.role == "change" or _is_moved(shadow, last, it):
        # 增幅, 满意率提高 are of the number before; 安全感提高 is not.
        if before and it.noun.startswith(earlier.noun):
            return before
        changed = assigning.of_change(it.noun, it.unit)
        return changed or (None if OWN.search(it.noun) else before)
    adopted = ADOPTED.match(it.noun)
    if adopted and it.noun[adopted.end() :] in earlier.noun:
        return before
    if ATTENDED.fullmatch(it.noun) and (course := course_before(shadow, said, at)):
        return assigning.indicator(shadow, it._replace(noun=course.noun + it.noun), last)
    if audience := attended(shadow, said, known, assigning):
        return audience
    if not BARE.fullmatch(it.noun):
        return assigning.indicator(shadow, it, last)
    if SAME.fullmatch(it.noun):
        return before
    return _outcome(shadow, said, at, before, last, assigning)


def _outcome(
    shadow: str,
    said: Sequence[NumberInLine],
    at: int,
    before: str | None,
    last: int,
    assigning: Assigning,
) -> str | None:
    """The indicator of the number ``at`` that only says what became of what stands before:
    受理信访94件,按期办结94件,办结率100%."""
    it, earlier = said[at], said[at - 1]
    whole = it._replace(noun=_counted_before(shadow, said, at).noun + it.noun)
    indicator = assigning.indicator(shadow, whole, last)
    if it.noun.endswith("率"):
        return indicator
    if indicator is None or (indicator == before and it.unit != earlier.unit):
        return assigning.indicator(shadow, it, last)  # 咨询210次、调解42件 are two things
    if before is None or it.unit != earlier.unit or assigning.is_kind(indicator, before):
        return indicator
    return before  # 复议立案165件、办结152件 closes no case of enforcement


def _is_moved(shadow: str, last: int, said: NumberInLine) -> bool:
    """Whether a share tells how much more or less is aimed at: 信访总量下降10%."""
    return said.unit == "%" and _MOVES.search(shadow, last, said.start) is not None


def _counted_before(shadow: str, said: Sequence[NumberInLine], at: int) -> NumberInLine:
    """What a rate is of: the last number before the one ``at`` that is none itself.

    It may end the sentence above that of the number before: 信访94件。办结率100%,满意率99%.
    """
    last = said[at - 1]
    first = max(0, last.end - _LONGEST_SENTENCE)
    begin = max(first, shadow.rfind("。", first, last.end))
    for number in range(at - 1, -1, -1):
        it = said[number]
        if it.unit not in _RATES and not ENDED.fullmatch(it.noun):
            return it
        if it.end <= begin:
            break
    return last
