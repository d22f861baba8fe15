"""What the numbers of a line are: the indicator of each, its role and what it covers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tuibrowser.lexicon.indicators import Catalogue
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import FigureRole, FigureScope, FigureTime
from tuibrowser.parsing.figures.deciding import Asked, decide
from tuibrowser.parsing.figures.find import Quantity
from tuibrowser.parsing.figures.indicators import Assigning
from tuibrowser.parsing.figures.naming import ends_before, name_indicators
from tuibrowser.parsing.figures.parts import FigurePlace
from tuibrowser.parsing.figures.roles import NumbersOfLine
from tuibrowser.parsing.figures.said import NumberInLine
from tuibrowser.parsing.figures.said_of import said_of
from tuibrowser.parsing.figures.telling import tell
from tuibrowser.parsing.figures.topics import below
from tuibrowser.text.fold import fold


class Placed(NamedTuple):
    """What is known of a number beside its value."""

    indicator: str | None
    role: FigureRole
    scope: FigureScope
    time: FigureTime | None
    part_of: int | None
    """Number of its total in the same line."""


def place_figures(
    shadow: str,
    found: Sequence[Quantity],
    lexicon: Lexicon,
    year: int | None,
    *,
    is_plan: bool,
    heading: str = "",
) -> list[Placed]:
    """What each of the figures ``found`` in a folded line is.

    Args:
        shadow: the line.
        found: its figures, in order.
        lexicon: the wordings.
        year: the one reported on, if it is known.
        is_plan: whether the line says what is to be done next.
        heading: what it stands below, folded.
    """
    if not found:
        return []
    assigning = _assigning(lexicon.indicators)
    placed = _ask(shadow, found, lexicon, year, is_plan=is_plan, heading=heading)
    return [
        Placed(decide(asked, assigning), it.role, it.scope, it.time, it.part_of)
        for it, asked in placed
    ]


def ask_figures(
    shadow: str, found: Sequence[Quantity], lexicon: Lexicon, heading: str
) -> Iterator[Asked]:
    """What there is to decide of each of the figures ``found`` in a folded line that stands below
    ``heading``."""
    for _, asked in _ask(shadow, found, lexicon, None, is_plan=False, heading=heading):
        yield asked


def _ask(
    shadow: str,
    found: Sequence[Quantity],
    lexicon: Lexicon,
    year: int | None,
    *,
    is_plan: bool,
    heading: str,
) -> Iterator[tuple[FigurePlace, Asked]]:
    words, said = said_of(shadow, found, lexicon, heading)
    places = _places(shadow, found, said, lexicon, year, is_plan=is_plan)
    assigning = _assigning(lexicon.indicators)
    afters = ends_before(words, said)
    known = list(name_indicators(words, said, places, afters, assigning))
    for at, (it, place) in enumerate(zip(said, places, strict=True)):
        named = known[at]
        if named is None and place.role != "change":
            named = below(heading, it, assigning)
        yield (
            place,
            Asked(
                tell(words, said, known, at, heading, lexicon.indicators),
                named,
                assigning.ranks(words, it, afters[at]),
                place.role,
            ),
        )


def indicator_alone(
    noun: str, unit: str, role: FigureRole, lexicon: Lexicon, around: str = ""
) -> str | None:
    """The indicator of a number that stands in no sentence, by what it counts and what else its
    table says."""
    assigning = _assigning(lexicon.indicators)
    shadow, around = fold(noun), fold(around)
    if role == "change":
        return assigning.of_change(shadow, unit)
    words = f"{around},{shadow}" if around else shadow
    end = len(words)
    return assigning.indicator(
        f"{words}1{unit}", NumberInLine(end, end + 1 + len(unit), unit, shadow), 0
    )


def _places(
    shadow: str,
    found: Sequence[Quantity],
    said: Sequence[NumberInLine],
    lexicon: Lexicon,
    year: int | None,
    *,
    is_plan: bool,
) -> list[FigurePlace]:
    """What each of the figures ``found`` is; those that share a number are the same."""
    firsts = [at for at, it in enumerate(found) if not at or it.start != found[at - 1].start]
    numbers = [found[at] for at in firsts]
    line = NumbersOfLine(
        shadow,
        [said[at] for at in firsts],
        [it.value for it in numbers],
        [it.hedge for it in numbers],
        lexicon.indicators.family,
    )
    periods = [shadow[slice(*it.period)] if it.period else None for it in numbers]
    places = line.places(periods, year, is_plan=is_plan)
    for it in places:
        it.part_of = None if it.part_of is None else firsts[it.part_of]
    return [places[bisect_right(firsts, at) - 1] for at in range(len(found))]


@lru_cache(maxsize=1)
def _assigning(catalogue: Catalogue) -> Assigning:
    return Assigning(catalogue)
