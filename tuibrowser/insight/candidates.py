"""Which passages another one is compared with, of all that have pairs of it: the best.

They are told by their votes (``lookup``) and by how long they are, for a long one has more of
anything. Where all of them stand, and so how long they are, took a seventh of the search of 10,000
reports; so that is asked of those with most votes alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import chain
from typing import Final, NamedTuple

from tuibrowser.store.answers.wordings import HeldPassage

_MOST: Final = 64
"""Passages of which it is asked where they stand, those with most votes: twice as many find no
more copies among 10,000 reports."""

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

    def _worth(self, id_: int, held: HeldPassage) -> float:
        return self.votes[id_] / (self.size + held.end - held.start)


def best_held(
    voted: Sequence[Voted], passages: Callable[[Iterable[int]], Held]
) -> tuple[Held, list[list[int]]]:
    """Where the best stand, and for each of ``voted`` their ids, best first.

    Args:
        voted: For each passage at hand.
        passages: Where passages stand that may be compared.
    """
    firsts = [nlargest(_MOST, it.votes, key=it.votes.__getitem__) for it in voted]
    held = passages(chain.from_iterable(firsts))
    return held, [it.best_first(ids, held) for it, ids in zip(voted, firsts, strict=True)]
