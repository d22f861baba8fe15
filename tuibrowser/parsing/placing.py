"""What the numbers of a line are: the indicator of each, its role and what it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from tuibrowser.lexicon.indicators import Catalogue
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import FigureRole, FigureScope, FigureTime
from tuibrowser.parsing.figures import Quantity
from tuibrowser.parsing.indicators import Assigning, Said
from tuibrowser.parsing.roles import Line, Place

_BARE: Final = re.compile(
    r"(?:按期|按时|及时|已|全部|均|成功|有效|完成|妥善|就地|当场|其中|上级)*"
    r"(?:办结|化解|结案|整改|调解|调处|处置|办理|答复|解决|销号|修订|修改|新增|退回修改)"
    r"(?:完成|完毕|到位|成功)?(?:率|数|量)?"
    r"|(?:成功|满意|好评|合格|履行)率|(?:国家|省|市|县|区|镇|乡|村|街道|社区)级"
    r"|(?:涉及|涉案)?(?:总)?金额"
)
"""What was done, how well, or at which level, without what it was done to."""


_SAME: Final = re.compile(r"(?:国家|省|市|县|区|镇|乡|村|街道|社区)级|新增|修订")


class Placed(NamedTuple):
    """What is known of a number beside its value."""

    indicator: str | None
    role: FigureRole
    scope: FigureScope
    time: FigureTime | None
    part_of: int | None
    """Number of its total in the same line."""


def place_figures(
    shadow: str, found: Sequence[Quantity], lexicon: Lexicon, year: int | None, *, is_plan: bool
) -> list[Placed]:
    """What each of the figures ``found`` in a folded line is.

    Args:
        shadow: the line.
        found: its figures, in order.
        lexicon: the wordings.
        year: the one reported on, if it is known.
        is_plan: whether the line says what is to be done next.
    """
    if not found:
        return []
    said = [
        Said(it.start, it.end, it.unit, "".join(shadow[slice(*part)] for part in it.noun))
        for it in found
    ]
    line = Line(
        shadow,
        said,
        [it.value for it in found],
        [it.hedge for it in found],
        lexicon.indicators.family,
    )
    periods = [shadow[slice(*it.period)] if it.period else None for it in found]
    places = line.places(periods, year, is_plan=is_plan)
    indicators = list(_indicators(shadow, said, places, _assigning(lexicon.indicators)))
    return [
        Placed(indicator, it.role, it.scope, it.time, it.part_of)
        for indicator, it in zip(indicators, places, strict=True)
    ]


def _indicators(
    shadow: str, said: Sequence[Said], places: Sequence[Place], assigning: Assigning
) -> Iterator[str | None]:
    known: list[str | None] = []
    last = 0
    for at, (it, place) in enumerate(zip(said, places, strict=True)):
        before = known[-1] if known else None
        total = known[place.part_of] if place.part_of is not None and place.part_of < at else None
        indicator = None
        if at and _BARE.fullmatch(it.noun):
            # 受理信访94件,按期办结94件,办结率100%: said of what stands before.
            whole = it._replace(noun=said[at - 1].noun + it.noun)
            indicator = assigning.indicator(shadow, whole, last)
            if _SAME.fullmatch(it.noun):
                indicator = before
            elif indicator == before:
                indicator = None
        elif place.role == "change" and at:
            is_new = it.noun != said[at - 1].noun
            indicator = (assigning.of_change(it.noun) if is_new else None) or before
        else:
            indicator = assigning.indicator(shadow, it, last)
        if total is not None and (indicator is None or not assigning.is_kind(indicator, total)):
            indicator = total
        known.append(indicator)
        last = it.end
    behind: dict[int, set[str | None]] = {}
    for at, (place, indicator) in enumerate(zip(places, known, strict=True)):
        parts = behind.get(at, set())
        if place.part_of is not None and place.part_of > at:
            behind.setdefault(place.part_of, set()).add(known[at])
        if parts:
            # A total behind its parts has no noun of its own: 邻里20件、婚姻12件,合计32件.
            yield parts.pop() if len(parts) == 1 else assigning.parent(parts)
        elif place.part_of is not None and place.part_of > at:
            yield indicator or known[place.part_of]
        else:
            yield indicator


@lru_cache(maxsize=1)
def _assigning(catalogue: Catalogue) -> Assigning:
    # 100 patterns to compile, 40 ms, once in a process that parses.
    return Assigning(catalogue)
