"""Which stretches of one sequence became which of another, however long they are.

The fewest edits take time and memory with the product of the lengths: 1.3 GB and minutes for two
texts of 100,000 words. So long ones are cut first where both have a run of words that neither has
twice, as in patience diff; between two cuts little is left.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.model.terms import Span

Replaced = tuple[Span, Span]
"""What went, and what came in its place; either may be empty."""

_MOST_CELLS: Final = 4_000_000
"""Words of one times those of the other up to which the fewest edits are looked for: half a
megabyte, 10 ms."""
_RUN: Final = 6
"""Words that stand in one order by more than chance."""


def replaced(before: Sequence[int], after: Sequence[int]) -> Iterator[Replaced]:
    """What has to be replaced in ``before`` to get ``after``, in order.

    The fewest edits; of long sequences nearly so, and what is long and nowhere alike is replaced as
    a whole.
    """
    # Here only, since nothing else that browsing marks needs it (40 ms).
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    for (low, high), (first, last) in _gaps(before, after):
        if (high - low) * (last - first) > _MOST_CELLS:
            yield (low, high), (first, last)
            continue
        for code in Indel.opcodes(before[low:high], after[first:last]):
            if code.tag != "equal":
                yield (
                    (low + code.src_start, low + code.src_end),
                    (first + code.dest_start, first + code.dest_end),
                )


def _gaps(before: Sequence[int], after: Sequence[int]) -> Iterator[Replaced]:
    """All of both where that is short; else what lies between the cuts, less what it begins and
    ends with alike."""
    if len(before) * len(after) <= _MOST_CELLS:
        yield (0, len(before)), (0, len(after))
        return
    low = first = 0
    for cut, other in [*_cuts(before, after), (len(before), len(after))]:
        high, last = cut, other
        while low < high and first < last and before[low] == after[first]:
            low, first = low + 1, first + 1
        while low < high and first < last and before[high - 1] == after[last - 1]:
            high, last = high - 1, last - 1
        if low < high or first < last:
            yield (low, high), (first, last)
        low, first = cut, other


def _cuts(before: Sequence[int], after: Sequence[int]) -> list[tuple[int, int]]:
    """Where the same runs begin, as many as stand in one order in both."""
    mine, others = _single_runs(before), _single_runs(after)
    return _rising([(at, others[run]) for run, at in mine.items() if run in others])


def _single_runs(words: Sequence[int]) -> dict[tuple[int, ...], int]:
    """The runs that stand in one place, and where that is, rising."""
    found: dict[tuple[int, ...], int] = {}
    for at in range(len(words) - _RUN + 1):
        run = tuple(words[at : at + _RUN])
        found[run] = -1 if run in found else at
    return {run: at for run, at in found.items() if at >= 0}


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of ``places``, which rise in the first number, that rises in the second."""
    # The lowest second number that a part of each length can end with, and which place that is.
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(places):
        length = bisect_left(ends, other)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [other]
        last[length : length + 1] = [index]
    found = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(places[index])
        index = before[index]
    return found[::-1]
