"""The best one-to-one pairing of two lists, whatever order each of them keeps.

Townships order their themes differently: a pairing that may not cross itself loses 15 points of F
on measures. Written out here since the only library with it weighs 215 MB.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import Final

from tuibrowser.compare.effort import Effort

_MOST_LOOKS: Final = 2_000_000
"""Pairs weighed, under a second. Reports of 1,100 measures, 100,000 characters, take 200,000."""

_Path = dict[int, int]
"""For each column reached, the row it was reached from."""


def assign(
    weights: Sequence[Mapping[int, float]], effort: Effort | None = None
) -> list[int | None]:
    """Pair rows with columns so that the weights of the pairs add up to the most.

    The Hungarian method, by shortest augmenting paths over the pairs that are named: each new row
    takes the column that costs least, and where that is taken its row moves on or stays alone.
    2 ms for 35 rows of 35 columns. Where very many compete, the last rows take what is free, the
    best pair first.

    Args:
        weights: For each row the columns it may be paired with and what the pair is worth, above 0.
        effort: Counts the work, and notes if it came to its end.

    Returns:
        For each row its column, or ``None``. The same for the same input, ties included.
    """
    effort = Effort() if effort is None else effort
    most = effort.looks + _MOST_LOOKS
    column_of: list[int | None] = [None] * len(weights)
    row_of: dict[int, int] = {}
    # What a column or a row asks beyond the weight of a pair; they keep all costs from below zero.
    prices: dict[int, float] = {}
    gains = [max(row.values(), default=0.0) for row in weights]
    for start in range(len(weights)):
        if effort.looks > most:
            effort.meet("many")
            _take_free(range(start, len(weights)), weights, column_of, row_of)
            break
        effort.looks += _augment(start, weights, column_of, row_of, prices, gains)
    return column_of


def _take_free(
    rows: Sequence[int],
    weights: Sequence[Mapping[int, float]],
    column_of: list[int | None],
    row_of: dict[int, int],
) -> None:
    """Give ``rows`` columns that nobody has, the best pair first."""
    ranked = sorted(
        (-weight, row, column) for row in rows for column, weight in weights[row].items()
    )
    for _, row, column in ranked:
        if column_of[row] is None and column not in row_of:
            column_of[row], row_of[column] = column, row


def _augment(
    start: int,
    weights: Sequence[Mapping[int, float]],
    column_of: list[int | None],
    row_of: dict[int, int],
    prices: dict[int, float],
    gains: list[float],
) -> int:
    """Let row ``start`` in along the path that loses least; returns how many pairs were weighed."""
    came_from: _Path = {}
    costs: dict[int, float] = {}
    settled: dict[int, float] = {}
    # Of equals a free column comes first: the path ends there.
    queue: list[tuple[float, bool, int]] = []
    looks = 0
    row, cost = start, 0.0
    rows = {start: 0.0}
    # A row may stay alone for what it would have gained.
    alone, least, end = start, gains[start], None
    while True:
        looks += len(weights[row])
        for column, weight in weights[row].items():
            further = cost + gains[row] + prices.get(column, 0.0) - weight
            if column not in settled and further < min(costs.get(column, least), least):
                costs[column], came_from[column] = further, row
                heappush(queue, (further, column in row_of, column))
        while queue and queue[0][2] in settled:
            heappop(queue)
        if not queue or queue[0][0] >= least:
            break
        cost, _, column = heappop(queue)
        settled[column] = cost
        if column not in row_of:
            end, least = column, cost
            break
        row = row_of[column]
        rows[row] = cost
        if cost + gains[row] < least:
            alone, least = row, cost + gains[row]
    for other, reached in rows.items():
        gains[other] -= least - reached
    for column, reached in settled.items():
        prices[column] = prices.get(column, 0.0) + least - reached
    _flip(start, end, alone, came_from, column_of, row_of)
    return looks


def _flip(
    start: int,
    end: int | None,
    alone: int,
    came_from: _Path,
    column_of: list[int | None],
    row_of: dict[int, int],
) -> None:
    """Re-pair along the path from row ``start`` to column ``end``, or to the row left alone."""
    if end is None:
        if alone == start:
            return
        end = column_of[alone]
        column_of[alone] = None
    while end is not None:
        row = came_from[end]
        before = column_of[row]
        column_of[row], row_of[end] = end, row
        if row == start:
            return
        end = before
