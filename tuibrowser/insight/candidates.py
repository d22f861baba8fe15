"""Which passages another one is compared with, of all that have stretches of it: the best.

They are told by their votes (``lookup``) and by how long they are, for a long one has more of
anything. Where all of them stand, and so how long they are, takes a seventh of the search of 10,000
reports; half of them cannot be among the best, however short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import chain
from typing import Final, NamedTuple

from tuibrowser.store.answers.wordings import HeldPassage

_FIRST: Final = 64
"""Passages of which it is asked first where they stand, those with most votes."""

Held = Mapping[int, HeldPassage]


class Voted(NamedTuple):
    """What was voted for as having stretches of one passage."""

    size: int
    """Characters of that passage."""
    votes: Mapping[int, float]

    def best_first(self, ids: Iterable[int], held: Held) -> list[int]:
        """Those of ``ids`` that are held."""
        ranked = [(-self._worth(id_, it), id_) for id_ in ids if (it := held.get(id_))]
        return [id_ for _, id_ in sorted(ranked)]

    def may_be_best(self, first: set[int], most: int, held: Held) -> set[int]:
        """``first`` and all that are as good as the last of those wanted, if as short as can be."""
        if len(first) == len(self.votes):
            return first
        ranked = self.best_first(first, held)
        if len(ranked) <= most:
            return set(self.votes)
        least = self._worth(ranked[most], held[ranked[most]])
        return first.union(id_ for id_, it in self.votes.items() if it / (self.size + 1) >= least)

    def _worth(self, id_: int, held: HeldPassage) -> float:
        return self.votes[id_] / (self.size + held.end - held.start)


def best_held(
    voted: Sequence[Voted], most: int, passages: Callable[[Iterable[int]], Held]
) -> tuple[Held, list[list[int]]]:
    """Where the best stand, and for each of ``voted`` their ids, best first.

    Args:
        voted: For each passage at hand.
        most: So many for each, and one more at least if there are more.
        passages: Where passages stand that may be compared.
    """
    firsts = [set(nlargest(_FIRST, it.votes, key=it.votes.__getitem__)) for it in voted]
    held = dict(passages(chain.from_iterable(firsts)))
    wider = [it.may_be_best(first, most, held) for it, first in zip(voted, firsts, strict=True)]
    held |= passages(chain.from_iterable(map(set.difference, wider, firsts)))
    return held, [it.best_first(ids, held) for it, ids in zip(voted, wider, strict=True)]
