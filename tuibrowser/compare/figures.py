"""Which figure of one measure is the successor of which figure of another."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from tuibrowser.compare.assignment import assign
from tuibrowser.compare.effort import Effort
from tuibrowser.model.report import Figure, Passage, Report
from tuibrowser.text.fold import squash
from tuibrowser.text.likeness import dice, pairs
from tuibrowser.text.masks import POINT, YEAR, YEARS, numbers_in

_REACH: Final = 14
"""Characters before a figure that tell what it counts."""
_LEAST: Final = 0.3
"""Share of pairs of characters in common from which two figures count the same."""
_MOST_PAIRS: Final = 10_000
"""Figures of one measure times those of the other up to which wordings are compared; a measure of
the samples has 7 at most. Beyond it only what is said the same way is taken for the same."""


def figure_pairs(
    before: Report, old: Passage, after: Report, new: Passage, effort: Effort | None = None
) -> tuple[tuple[Figure, Figure], ...]:
    """The figures of ``old`` with those of ``new`` that count the same, in the order of ``new``.

    Two figures count the same where units agree and so does what stands before them, from one
    number to the next; of those that share a number, what each counts. Those that did not change
    are among them.

    Args:
        before: The earlier report, of which ``old`` is a passage.
        old: A measure of it.
        after: The later report, of which ``new`` is a passage.
        new: A measure of it.
        effort: Notes where there were too many figures.
    """
    olds, news = _within(before.figures, old), _within(after.figures, new)
    if not olds or not news:
        return ()
    counted_before = list(_counted(before, old, olds))
    counted_after = list(_counted(after, new, news))
    if len(olds) * len(news) > _MOST_PAIRS:
        if effort is not None:
            effort.meet("figures")
        matched = _equal(counted_before, counted_after)
    else:
        parts = [frozenset(pairs(words)) for words in counted_before]
        weights = [
            {
                at: weight
                for at, earlier in enumerate(olds)
                if _are_of_one_unit(earlier, later)
                and (weight := _overlap(parts[at], words)) >= _LEAST
            }
            for later, words in zip(news, map(frozenset, map(pairs, counted_after)), strict=True)
        ]
        matched = assign(weights, effort)
    return tuple(
        (olds[at], later) for later, at in zip(news, matched, strict=True) if at is not None
    )


def changed_numbers(
    before: Report,
    old: Passage,
    after: Report,
    new: Passage,
    *,
    only_numbers: bool,
    effort: Effort | None = None,
) -> tuple[tuple[str, str], ...]:
    """What two measures say in numbers, as each writes it, where these are not the same.

    Args:
        before: The earlier report, of which ``old`` is a passage.
        old: A measure of it.
        after: The later report, of which ``new`` is a passage.
        new: A measure of it.
        only_numbers: Whether nothing else changed: each number, one without a unit (``1+3+N``,
            99.5) too, then is the successor of the one in its place. Otherwise only figures that
            count the same are, see :func:`figure_pairs`.
        effort: Notes where there were too many figures.
    """
    if only_numbers:
        olds, news = list(_numbers(before, old)), list(_numbers(after, new))
        if [it.unit for it in olds] == [it.unit for it in news]:
            return tuple(
                (one.words, other.words)
                for one, other in zip(olds, news, strict=True)
                if one.value != other.value
            )
    changed = {
        (one.start, other.start): (one, other)
        for one, other in figure_pairs(before, old, after, new, effort)
        if has_changed(one, other)
    }
    return tuple(
        ("".join(before.slice(one).split()), "".join(after.slice(other).split()))
        for one, other in changed.values()
    )


class _Number(NamedTuple):
    words: str
    """As the report writes it, unit and hedge with it."""
    value: tuple[float | str, float | None, str | None]
    unit: str


def _numbers(report: Report, passage: Passage) -> Iterator[_Number]:
    """Figures and other numbers, less years and what numbers the passage itself."""
    at = passage.start
    for figure in (*_within(report.numbers, passage), None):
        end = passage.end if figure is None else figure.start
        shadow = squash(report.text[at:end])
        point = POINT.match(shadow) if at == passage.start else None
        shadow = YEARS.sub(YEAR, shadow[point.end() if point else 0 :])
        yield from (_Number(it, (it, None, None), "") for it in numbers_in(shadow))
        if figure is not None:
            words = "".join(report.slice(figure).split())
            value = figure.value, figure.value_to, figure.hedge
            yield _Number(words, value, squash(figure.unit))
            at = figure.end


def _within(figures: Sequence[Figure], passage: Passage) -> Sequence[Figure]:
    """Those of ``figures`` that stand in one passage, in order."""
    first, last = (bisect_left(figures, at, key=_start) for at in (passage.start, passage.end))
    return figures[first:last]


def has_changed(old: Figure, new: Figure) -> bool:
    """Whether the later figure says another number."""
    return (old.value, old.value_to, old.hedge) != (new.value, new.value_to, new.hedge)


def _counted(report: Report, passage: Passage, figures: Sequence[Figure]) -> Iterator[str]:
    """For each figure what stands between the number before and it, near it, and its unit.

    For those that share a number their nouns stand there: 参考率、合格率均为100%.
    """
    start = passage.start
    shared = Counter(it.start for it in figures)
    for figure in figures:
        is_shared = shared[figure.start] > 1 and figure.noun
        words = figure.noun if is_shared else report.text[start : figure.start]
        yield squash(words or "")[-_REACH:] + squash(figure.unit)
        start = figure.end


def _equal(before: Sequence[str], after: Sequence[str]) -> list[int | None]:
    """For each of ``after`` the index of what is the same in ``before``, each used once."""
    waiting: dict[str, deque[int]] = {}
    for at, words in enumerate(before):
        waiting.setdefault(words, deque()).append(at)
    return [places.popleft() if (places := waiting.get(words)) else None for words in after]


def _are_of_one_unit(one: Figure, other: Figure) -> bool:
    """场 and 场次 are one unit, 次 and 场次 are not."""
    return one.unit.startswith(other.unit) or other.unit.startswith(one.unit)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return dice(len(one & other), len(one), len(other))


_start: Final = attrgetter("start")
