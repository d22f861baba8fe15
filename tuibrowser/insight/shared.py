"""What a passage and one elsewhere have in common, sign by sign, and whether that tells much."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from tuibrowser.insight.boilerplate import Weights, weights
from tuibrowser.insight.overlap import Stretches, WordingAtHand, either, runs, weight_of
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import Span
from tuibrowser.store.answers.wordings import HeldPassage
from tuibrowser.text.shadows import Shadow, shadow
from tuibrowser.text.spans import merge

_LEAST_SIGNS: Final = 2.5
"""What is shared weighs this divided by its share of the passage, at least: the less of a passage
it is, the more it has to be."""
_CHANCE: Final = 1.5
"""What each stretch that is shared weighs too much: many a short one is found in any other text."""
_LEAST_TELLING: Final = 3.5
"""What all of them must weigh less that: 行动不便的老人 and 上门代办 are no wording."""


class OwnPassage(NamedTuple):
    """A passage of the report at hand."""

    passage: Passage
    shade: Shadow
    weights: Weights
    """By what is known of the field."""

    @classmethod
    def of(cls, report: Report, passage: Passage) -> OwnPassage:
        """``passage`` as it is compared."""
        text = report.slice(passage)
        shade = shadow(text)
        return cls(passage, shade, weights(text, shade))


class Common(NamedTuple):
    """What two wordings have in common."""

    signs: bytes
    """For each sign of the one at hand, whether it stands there."""
    stretches: bytes
    """For each sign of the one at hand, whether it stands there in a row with others."""
    likeness: float
    """Of the two as a whole, 0 where it is little: see :meth:`WordingAtHand.likenesses`."""
    in_place: bytes
    """The signs that stand in their places there, empty where few do: see
    :meth:`WordingAtHand.in_place`."""


class Shared(NamedTuple):
    """What a part and a candidate have in common."""

    id: int
    held: HeldPassage
    common: Common


def shared_with(
    part: OwnPassage,
    ids: Sequence[int],
    held: Mapping[int, HeldPassage],
    stretches: Mapping[int, Stretches],
) -> Iterator[Shared]:
    """What ``part`` has in common with each passage of ``ids`` that has anything of it."""
    wording = WordingAtHand(part.shade.signs, part.weights.signs)
    # A neighbour says the same in several years.
    others = {it.signs: it for id_ in ids if (it := stretches.get(id_))}
    likenesses = wording.likenesses(list(others.values()))
    common = {
        other.signs: _common(wording, other, likeness)
        for other, likeness in zip(others.values(), likenesses, strict=True)
    }
    for id_ in ids:
        if id_ in stretches and 1 in (found := common[stretches[id_].signs]).signs:
            yield Shared(id_, held[id_], found)


def _common(wording: WordingAtHand, other: Stretches, likeness: float) -> Common:
    rows = wording.shared(other)
    if not likeness:
        return Common(rows, rows, likeness, b"")
    # What is in its place is in the same order, too.
    signs = either(rows, wording.in_order(other))
    return Common(signs, rows, likeness, wording.in_place(other))


def share_by(weights: Sequence[float]) -> Callable[[bytes], float]:
    """What tells how much of a part some signs are, by weight, 0 to 1."""
    total = sum(weights) or 1.0
    return cache(lambda signs: weight_of(signs, weights) / total)  # many share the same signs


def is_telling(signs: bytes, weights: Sequence[float]) -> bool:
    """Whether what is shared is more than chance: much of it, and of it much in a row."""
    found = sum(max(0.0, sum(weights[low:high]) - _CHANCE) for low, high in runs(signs))
    return found >= _LEAST_TELLING and found * found >= _LEAST_SIGNS * sum(weights)


def spans_of(part: OwnPassage, shared: bytes, weighed: Sequence[float]) -> tuple[Span, ...]:
    """What is shared as spans of the report's text; what no sign stands for goes along.

    A stretch of what everybody writes is no part of it, unless it stands within one.
    """
    origin, shade = part.passage.start, part.shade
    return merge(
        (origin + shade.starts[low], origin + shade.ends[high - 1])
        for low, high in runs(shared)
        if any(weighed[low:high])
    )
