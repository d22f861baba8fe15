"""Which indicator a number is of, where patterns and what it leans towards say different things.

The patterns of the catalogue find words that mean something else in one sentence in ten, and miss
what nobody thought of; the leanings know what usually stands around such a number. How far each is
trusted was learnt (:mod:`tuibrowser.lexicon.trust`) from sentences that no pattern was written for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Final, NamedTuple

from tuibrowser.lexicon.leanings import NONE, NumberContext, leanings_of, may_lean
from tuibrowser.lexicon.trust import weigh
from tuibrowser.model.terms import FigureRole
from tuibrowser.parsing.figures.fitting import Rank
from tuibrowser.parsing.figures.indicators import Assigning

_LIKELIEST: Final = 3
"""Of what a number leans towards, so many are candidates."""
_STRETCH: Final = 5
"""By which leanings, about 0.5 for what is right, are multiplied to be as large as other signs."""
_LONGEST: Final = 6


class Asked(NamedTuple):
    """A number whose indicator is asked for."""

    context: NumberContext
    named: str | None
    """Its indicator by the patterns of the catalogue, and by the numbers beside it."""
    ranks: Mapping[str, Rank]
    """What patterns find in its own words."""
    role: FigureRole


def decide(asked: Asked, assigning: Assigning) -> str | None:
    """The likeliest indicator of a number; ``None`` where the catalogue has none for it."""
    named = asked.named
    if named is not None and named in asked.ranks and asked.ranks[named].is_own:
        return named
    choices = choices_of(asked, assigning)
    if named is None and not may_lean(asked.context, choices):
        return None
    leanings = leanings_of(asked.context, {*choices, *asked.ranks, named or NONE})
    if named is not None and named not in leanings:
        return named  # a person's, of which nothing was learnt
    if named is not None and leanings[named] == max(leanings.values()):
        return named  # six in seven; weighed, none of 1,506 came out otherwise
    found = candidates(asked, leanings, choices, assigning)
    best = max(found, key=lambda it: weigh(signs(asked, it, leanings)))
    return None if best == NONE else best


def choices_of(asked: Asked, assigning: Assigning) -> Sequence[str]:
    """What a number may lean towards: the indicators of its unit, but none for a change, which is
    told in another unit than what changed."""
    return () if asked.role == "change" else assigning.choices(asked.context.unit)


def candidates(
    asked: Asked, leanings: Mapping[str, float], choices: Sequence[str], assigning: Assigning
) -> Sequence[str]:
    """What a number may be of: nothing (``NONE``), what patterns say, and what it leans towards.

    Args:
        asked: The number.
        leanings: How much it leans towards each.
        choices: The indicators that are counted in its unit.
        assigning: Says what of them the catalogue rules out.
    """
    context, around = asked.context, "".join(asked.context.beside)
    likely = [it for it in choices if it in leanings]
    likely = [
        it
        for it in nlargest(_LIKELIEST, likely, key=leanings.__getitem__)
        if not assigning.forbids(it, context.noun, around)
        # What lacks the words that the catalogue asks for nearby may have a heading that says them.
        and (context.heading or not assigning.names(it, context.noun))
    ]
    found = (NONE, asked.named or NONE, *asked.ranks, *likely)
    return list(dict.fromkeys(it for it in found if it in leanings))


def signs(
    asked: Asked, candidate: str, leanings: Mapping[str, float]
) -> Iterator[tuple[str, float]]:
    """What tells whether a number is of ``candidate``, each sign as much as it is there."""
    if candidate == NONE:
        kind = "none"
    elif candidate == asked.named:
        kind = "named"
    else:
        kind = "ranked" if candidate in asked.ranks else "likely"
    case = kind if asked.named is None else f"{kind}/named"
    if not asked.context.heading:
        case += "/bare"
    lean = leanings[candidate]
    yield f"is {case}", 1
    yield f"leans {case}", _STRETCH * lean
    others = [it for id_, it in leanings.items() if id_ != candidate]
    yield f"leads {case}", _STRETCH * (lean - max(others, default=0))
    yield f"role {kind}/{asked.role}", 1
    if asked.named is not None and kind != "named":
        yield f"over {kind}/{_place(asked, asked.named)}", 1
    if candidate == NONE:
        return
    if candidate == asked.context.last:
        yield f"last {kind}", 1
    yield f"{'named' if kind == 'named' else 'other'} {candidate}", 1
    yield f"place {kind}/{_place(asked, candidate)}", 1
    if rank := asked.ranks.get(candidate):
        yield f"length {kind}/{rank.place}/{min(rank.length, _LONGEST)}", 1


def _place(asked: Asked, candidate: str | None) -> str:
    """Where in a number's own words the patterns of ``candidate`` fit, as ``Rank.place``."""
    rank = asked.ranks.get(candidate or NONE)
    return str(rank.place) if rank else "beside"
