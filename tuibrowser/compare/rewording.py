"""What a year's measure says otherwise than the year before, word by word, with the old words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from operator import attrgetter, eq
from typing import Final, NamedTuple

from tuibrowser.compare.edits import replaced
from tuibrowser.compare.wording import NUMBER, STOP, Wording
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Span
from tuibrowser.text.fold import fold

Side = tuple[Report, Wording, Sequence[Span]]
"""A report, its wording, and the parts of it that one cell holds."""

_Words = list[tuple[str, Span]]
"""Words as they are compared, and where they stand in the report."""

_YEAR: Final = "Y"
"""Stands for any year: one that only moved on is no change. No folded text has a capital."""
_CENTURIES: Final = ("19", "20")

_BRIDGE: Final = 1
"""Characters of a word between two changes that is counted in: a diff of every 的 is no reading."""


class Rewording(NamedTuple):
    """A stretch of the later text, and what stood there the year before."""

    start: int
    end: int
    before: str
    """Verbatim, a figure with its unit; empty where nothing did."""


def rewordings(old: Side, new: Side) -> Iterator[Rewording]:
    """The words of ``new`` that ``old`` does not have at that place, in text order.

    Words that only went are not told: there is nothing to mark in the later text.
    """
    olds, news = _words(old), _words(new)
    numbers: dict[str, int] = {}
    before, after = (
        [numbers.setdefault(word, len(numbers)) for word, _ in words] for words in (olds, news)
    )
    ends = [new[1].source(*part)[1] for part in new[2] if part[0] < part[1]]
    changes: list[tuple[Span, Span]] = []
    for gone, come in replaced(before, after):
        if changes and _bridged(news, changes[-1][1][1], come[0]):
            first_gone, first_come = changes.pop()
            changes.append(((first_gone[0], gone[1]), (first_come[0], come[1])))
        else:
            changes.append((gone, come))
    for gone, come in changes:
        was, now = _less_common(olds[slice(*gone)], news[slice(*come)])
        for stretch in _within_passages(now, ends):
            yield _rewording(old, was, new[0], stretch)


def _words(side: Side) -> _Words:
    """The words of a cell."""
    report, wording, parts = side
    found: list[tuple[str, Span]] = []
    for part in parts:
        for start, end in wording.words(part):
            word, place = wording.text[start:end], wording.source(start, end)
            if word == STOP:
                continue
            if word == NUMBER:
                word = fold(report.text[slice(*place)]).replace(",", "")
                years = len(word) == 4 and word.startswith(_CENTURIES)
                word = _YEAR if years and wording.text[end : end + 1] in ("年", NUMBER) else word
            found.append((word, place))
    return found


def _less_common(was: _Words, now: _Words) -> tuple[_Words, _Words]:
    """Both without the words at either end in which they agree, however those are cut: where the
    source wraps a line within a word, that word is two."""
    for step in (1, -1):
        texts = ["".join([word for word, _ in words])[::step] for words in (was, now)]
        same = sum(takewhile(bool, map(eq, *texts)))
        was, now = (_drop(words[::step], same)[::step] for words in (was, now))
    return was, now


def _drop(words: _Words, length: int) -> _Words:
    """``words`` without those that lie in the first ``length`` characters."""
    ends = accumulate(len(word) for word, _ in words)
    return words[sum(end <= length for end in ends) :]


def _bridged(words: _Words, first: int, last: int) -> bool:
    return sum(len(word) for word, _ in words[first:last]) <= _BRIDGE


def _within_passages(words: _Words, ends: Sequence[int]) -> Iterator[Span]:
    """``words``, which follow each other, as one stretch a passage; ``ends`` are those of passages,
    rising."""
    start = end = -1
    for _, (low, high) in words:
        if start >= 0 and bisect_right(ends, low) > bisect_left(ends, end):
            yield start, end
            start = -1
        start, end = low if start < 0 else start, high
    if start >= 0:
        yield start, end


def _rewording(old: Side, gone: _Words, new: Report, stretch: Span) -> Rewording:
    """A change with what was there; of figures, which differ in their number, the whole figure."""
    if not gone:
        return Rewording(*stretch, "")
    before = gone[0][1][0], gone[-1][1][1]
    figures, old_figures = _figures(new, stretch), _figures(old[0], before)
    if len(figures) == len(old_figures) == 1 and _covers(figures[0], stretch):
        stretch, before = figures[0], old_figures[0]
    return Rewording(*stretch, old[0].text[slice(*before)])


def _figures(report: Report, stretch: Span) -> list[Span]:
    """The figures that a stretch touches; figures follow each other."""
    figures = report.numbers
    found: list[Span] = []
    for at in range(bisect_right(figures, stretch[0], key=attrgetter("end")), len(figures)):
        if figures[at].start >= stretch[1]:
            break
        found.append((figures[at].start, figures[at].end))
    return found


def _covers(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
