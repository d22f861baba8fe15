"""Which figure of one measure is the successor of which figure of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.compare.assignment import assign
from tuibrowser.model.report import Figure, Passage, Report
from tuibrowser.text.fold import squash
from tuibrowser.text.masks import NUMBERS, POINT, YEAR, YEARS

_REACH: Final = 14
"""Characters before a figure that tell what it counts."""
_LEAST: Final = 0.3
"""Share of pairs of characters in common from which two figures count the same."""


def figure_pairs(
    before: Report, old: Passage, after: Report, new: Passage
) -> tuple[tuple[Figure, Figure], ...]:
    """The figures of ``old`` with those of ``new`` that count the same, in the order of ``new``.

    Two figures count the same where units agree and so does what stands before them, from one
    number to the next. Those that did not change are among them.

    Args:
        before: The earlier report, of which ``old`` is a passage.
        old: A measure of it.
        after: The later report, of which ``new`` is a passage.
        new: A measure of it.
    """
    olds, news = figures_in(before, old), figures_in(after, new)
    counted_before = [_counted(before, old, olds, at) for at in range(len(olds))]
    counted_after = [_counted(after, new, news, at) for at in range(len(news))]
    weights = [
        {
            i: weight
            for i, earlier in enumerate(olds)
            if _are_of_one_unit(earlier, later)
            and (weight := _overlap(counted_before[i], counted_after[j])) >= _LEAST
        }
        for j, later in enumerate(news)
    ]
    return tuple(
        (olds[at], later) for later, at in zip(news, assign(weights), strict=True) if at is not None
    )


def changed_numbers(
    before: Report, old: Passage, after: Report, new: Passage, *, only_numbers: bool
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
    """
    olds, news = list(_numbers(before, old)), list(_numbers(after, new))
    if only_numbers and [it.unit for it in olds] == [it.unit for it in news]:
        return tuple(
            (one.words, other.words)
            for one, other in zip(olds, news, strict=True)
            if one.value != other.value
        )
    return tuple(
        ("".join(before.slice(one).split()), "".join(after.slice(other).split()))
        for one, other in figure_pairs(before, old, after, new)
        if has_changed(one, other)
    )


class _Number(NamedTuple):
    words: str
    """As the report writes it, unit and hedge with it."""
    value: tuple[float | str, str | None]
    unit: str


def _numbers(report: Report, passage: Passage) -> Iterator[_Number]:
    """Figures and other numbers, less years and what numbers the passage itself."""
    at = passage.start
    for figure in (*figures_in(report, passage), None):
        end = passage.end if figure is None else figure.start
        shadow = squash(report.text[at:end])
        point = POINT.match(shadow) if at == passage.start else None
        shadow = YEARS.sub(YEAR, shadow[point.end() if point else 0 :])
        yield from (_Number(it, (it, None), "") for it in NUMBERS.findall(shadow))
        if figure is not None:
            words = "".join(report.slice(figure).split())
            yield _Number(words, (figure.value, figure.hedge), squash(figure.unit))
            at = figure.end


def figures_in(report: Report, passage: Passage) -> Sequence[Figure]:
    """The figures of one passage, in order."""
    return [it for it in report.figures if passage.start <= it.start < passage.end]


def has_changed(old: Figure, new: Figure) -> bool:
    """Whether the later figure says another number."""
    return (old.value, old.hedge) != (new.value, new.hedge)


def _counted(report: Report, passage: Passage, figures: Sequence[Figure], at: int) -> str:
    """What stands between the number before and a figure, near it, and its unit."""
    start = figures[at - 1].end if at else passage.start
    words = squash(report.text[start : figures[at].start])[-_REACH:]
    return words + squash(figures[at].unit)


def _are_of_one_unit(one: Figure, other: Figure) -> bool:
    """场 and 场次 are one unit, 次 and 场次 are not."""
    return one.unit.startswith(other.unit) or other.unit.startswith(one.unit)


def _overlap(one: str, other: str) -> float:
    """Dice's coefficient of the pairs of characters; of the strings themselves where too short."""
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / max(1, len(pairs) + len(others))


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(max(1, len(text) - 1))}
