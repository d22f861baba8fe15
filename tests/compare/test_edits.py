"""What was replaced between two sequences, short and long."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from tuibrowser.compare import edits
from tuibrowser.compare.edits import Replaced, replaced

WORDS = st.lists(st.integers(0, 5), max_size=60)


def applied(before: list[int], after: list[int], changes: list[Replaced]) -> list[int]:
    """``before`` with the changes made to it."""
    made: list[int] = []
    at = 0
    for (low, high), (first, last) in changes:
        made += before[at:low] + after[first:last]
        at = high
    return made + before[at:]


def edited(changes: list[Replaced]) -> int:
    """How many words went or came."""
    return sum(high - low + last - first for (low, high), (first, last) in changes)


@given(before=WORDS, after=WORDS)
def test_the_fewest_edits_of_what_is_short(before: list[int], after: list[int]) -> None:
    changes = list(replaced(before, after))
    assert applied(before, after, changes) == after
    assert edited(changes) == Indel.distance(before, after)


@given(before=WORDS, after=WORDS, most=st.integers(0, 100))
def test_long_ones_come_out_right_too(before: list[int], after: list[int], most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edits, "_MOST_CELLS", most)
        changes = list(replaced(before, after))
    assert applied(before, after, changes) == after
    for (low, high), (first, last) in changes:
        assert before[low:high] != after[first:last]


def test_between_cuts_a_long_text_is_told_word_by_word() -> None:
    random = Random(1)
    before = [random.randrange(10**6) for _ in range(5_000)]
    after = list(before)
    for at in range(50, 5_000, 100):
        after[at] = -at
    changes = list(replaced(before, after))
    assert applied(before, after, changes) == after
    assert edited(changes) == 2 * 50


def test_what_is_long_and_alike_nowhere_is_replaced_as_a_whole() -> None:
    before, after = list(range(3_000)), list(range(-3_000, 0))
    assert list(replaced(before, after)) == [((0, 3_000), (0, 3_000))]
