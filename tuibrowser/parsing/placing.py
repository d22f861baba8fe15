"""What the numbers of a line are: the indicator of each, its role and what it covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tuibrowser.lexicon.indicators import Catalogue
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import FigureRole, FigureScope, FigureTime
from tuibrowser.parsing.figures import Quantity
from tuibrowser.parsing.indicators import Assigning, Said
from tuibrowser.parsing.roles import Line, Place


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
        indicator = None
        if place.role != "change":
            indicator = assigning.indicator(shadow, it, last)
        if place.role == "change" and known:
            indicator = known[-1]
        elif indicator is None and place.part_of is not None and place.part_of < at:
            indicator = known[place.part_of]
        known.append(indicator)
        last = it.end
    for at, (place, indicator) in enumerate(zip(places, known, strict=True)):
        parts = {known[it] for it, part in enumerate(places[:at]) if part.part_of == at}
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
