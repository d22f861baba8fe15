"""Hits that say the same, put together: one line for all, each of them still within reach.

Knows nothing of widgets. Passages that differ in nothing but name, year and figures say the same
(:func:`tuibrowser.search.same.fingerprint`); a province copies its model sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tuibrowser.model.search import Hit
from tuibrowser.search.same import fingerprint


@dataclass(frozen=True, slots=True)
class Group:
    """One line of an answer."""

    hit: Hit
    """The best of those that say the same: the strictest match, then the newest."""
    others: tuple[Hit, ...] = ()
    bounded: bool = False
    """Whether there may be further ones that were not fetched."""

    def __iter__(self) -> Iterator[Hit]:
        yield self.hit
        yield from self.others


def group(hits: Sequence[Hit], bounded: bool = False) -> tuple[Group, ...]:
    """``hits`` in their order, each of the later ones put to the first that says the same.

    Args:
        hits: Best first.
        bounded: Whether there may be more of them.
    """
    alike: dict[bytes, list[Hit]] = {}
    for hit in hits:
        alike.setdefault(fingerprint(hit.passage), []).append(hit)
    return tuple(Group(first, tuple(others), bounded) for first, *others in alike.values())
