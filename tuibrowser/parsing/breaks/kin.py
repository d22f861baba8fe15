"""Headings that stand side by side, weighed together: of one list, they are of one form more often
than not, and where one is a sentence with its full stop the others are, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log
from typing import Final

from tuibrowser.parsing.breaks.endings import Ending
from tuibrowser.parsing.breaks.seams import Form, Seam

_OWN: Final = 1.1
_AS_MANY: Final = 2.4
_NEAR: Final = 1.2
_STOP: Final = 2.6
"""What counts, beside what speaks for a place itself, that others have as many clauses, clauses as
long, a full stop or none as well. Learnt by logistic regression, too."""
_FEW: Final = 0.5
"""So that one other says less than many do."""
_LEAST: Final = 1e-6
_LIKELY: Final = 0.02
"""A place that is less likely says nothing for others."""

_NOISE: Final = 2.5
"""What rules for seams weigh a place at in any sentence."""
_FAR: Final = 3.0
"""So far above that, a place is surely one where a heading may end."""
_ECHO: Final = 2.0
"""What others of a form say together at most."""
_ECHOES: Final = 2.0
"""How many others, surely of that form, say so much."""


class Kin:
    """The headings of one list."""

    def __init__(self, lists: Iterable[Sequence[Ending]]) -> None:
        """Take the places where each of them may end; none for what is unlike its list."""
        self._lists = [[it for it in places if it.share > _LIKELY] for places in lists]
        self._others = sum(map(bool, self._lists)) - 1

    def end(self, places: Sequence[Ending], member: int) -> int | None:
        """Where the heading of number ``member`` ends amid its words, of ``places``.

        ``None`` where it is a heading to its full stop.
        """
        best = max(places, key=lambda it: self._weight(it, member), default=None)
        return best.at if best and not best.is_stop else None

    def _weight(self, ending: Ending, member: int) -> float:
        weight = _OWN * log(max(ending.share, _LEAST))
        if self._others < 1 or not self._lists[member]:
            return weight
        says = sum(
            other.share * _likeness(ending, other)
            for at, places in enumerate(self._lists)
            if at != member
            for other in places
        )
        return weight + says / (self._others + _FEW)


def _likeness(one: Ending, other: Ending) -> float:
    """What one heading's form says for the form of another."""
    says = _STOP * (one.is_stop == other.is_stop)
    if len(one.form) != len(other.form):
        return says
    lengths = zip(one.form[:-1], other.form[:-1], strict=True)
    return says + _AS_MANY + _NEAR * all(abs(a - b) <= 1 for a, b in lengths)


class Echoes:
    """Sentences of which some may begin with headings of one form."""

    def __init__(self, lists: Iterable[Sequence[Seam]]) -> None:
        """Take the places where a heading may end in each of them."""
        self._likely = [_likely(seams) for seams in lists]

    def echo(self, seam: Seam, member: int) -> float:
        """What speaks for it that some of the others, which need not head, may end like it."""
        says = sum(it.get(seam.form, 0.0) for at, it in enumerate(self._likely) if at != member)
        return _ECHO * min(says, _ECHOES) / _ECHOES


def _likely(seams: Sequence[Seam]) -> dict[Form, float]:
    """By form, from 0 to 1, how far its likeliest place is above what any sentence has."""
    ordered = sorted(seams, key=lambda it: it.weight)
    return {it.form: min(max(it.weight - _NOISE, 0.0) / _FAR, 1.0) for it in ordered}
