"""The best one-to-one pairing, against trying everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.assignment import assign

Weights = list[dict[int, float]]

# Few different weights make ties, which a wrong path gets wrong first.
WEIGHT = st.one_of(st.sampled_from([0.25, 0.5, 0.75, 1.0]), st.floats(0.01, 1))
WEIGHTS = st.lists(st.dictionaries(st.integers(0, 4), WEIGHT, max_size=5), max_size=5)


def worth(weights: Sequence[Mapping[int, float]], columns: Sequence[int | None]) -> float:
    pairs = zip(weights, columns, strict=True)
    return sum(row[column] for row, column in pairs if column is not None)


def best(weights: Weights, taken: frozenset[int] = frozenset()) -> float:
    """What the best pairing is worth, by trying each."""
    if not weights:
        return 0.0
    first, *rest = weights
    return max(
        best(rest, taken),
        *(w + best(rest, taken | {column}) for column, w in first.items() if column not in taken),
        0.0,
    )


@given(weights=WEIGHTS)
def test_no_other_pairing_is_worth_more(weights: Weights) -> None:
    columns = assign(weights)
    used = [column for column in columns if column is not None]
    assert len(columns) == len(weights)
    assert len(set(used)) == len(used)
    assert worth(weights, columns) == pytest.approx(best(weights))


@given(weights=WEIGHTS)
def test_turned_round_it_is_worth_the_same(weights: Weights) -> None:
    turned: Weights = [{} for _ in range(5)]
    for row, columns in enumerate(weights):
        for column, weight in columns.items():
            turned[column][row] = weight
    assert worth(turned, assign(turned)) == pytest.approx(worth(weights, assign(weights)))


def test_a_row_gives_its_best_column_up_where_both_gain() -> None:
    assert assign([{0: 0.9, 1: 0.8}, {0: 0.7}]) == [1, 0]


def test_pairs_may_cross() -> None:
    assert assign([{2: 0.9}, {1: 0.9}, {0: 0.9}]) == [2, 1, 0]


def test_a_row_stays_alone_where_its_partner_is_worth_more_elsewhere() -> None:
    assert assign([{0: 0.3}, {0: 0.9}]) == [None, 0]
    assert assign([{0: 0.9}, {0: 0.3}, {}]) == [0, None, None]
    assert assign([]) == []
