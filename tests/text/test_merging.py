"""Stretches of a text, put together."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.model.terms import Span
from tuibrowser.text.spans import merge

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda it: (it[0], it[0] + it[1]))
)


def covered(spans: Iterable[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


@given(spans=SPANS, touching=st.booleans())
def test_the_same_characters_are_covered_each_by_one_span(
    spans: list[Span], touching: bool
) -> None:
    merged = merge(spans, touching=touching)
    assert covered(merged) == covered(spans)
    assert sum(end - start for start, end in merged) == len(covered(spans))
    assert list(merged) == sorted(merged)


def test_spans_that_touch_stay_two_unless_asked_for() -> None:
    assert merge([(3, 5), (0, 3)]) == ((0, 3), (3, 5))
    assert merge([(3, 5), (0, 3)], touching=True) == ((0, 5),)
    assert merge([]) == ()
