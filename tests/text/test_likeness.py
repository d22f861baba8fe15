"""How much two texts have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text import likeness
from tuibrowser.text.likeness import containment, dice, is_too_long, overlap, pairs, ratio

TEXTS = st.text("调解纠纷村委", max_size=30)


def test_pairs_are_neighbours_in_order() -> None:
    assert pairs("调解纠纷") == ["调解", "解纠", "纠纷"]
    assert pairs("调") == ["调"]


def test_sets_that_share_half() -> None:
    assert dice(2, 4, 4) == 0.5
    assert containment(2, 2, 8) == 1.0
    assert overlap(2, 2, 6) == pytest.approx((1 + 0.5) / 2)
    assert dice(0, 0, 0) == 0.0


@pytest.mark.parametrize("most", [4_000_000, 0], ids=["in order", "too long for that"])
@given(one=TEXTS, other=TEXTS)
def test_a_ratio_is_one_of_the_same_text_only_and_the_same_both_ways(
    most: int, one: str, other: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likeness, "_MOST_CELLS", most)
        assert ratio(one, one) == 1.0
        assert 0 <= ratio(one, other) <= 1
        assert ratio(one, other) == pytest.approx(ratio(other, one))


def test_clauses_that_moved_cost_a_long_text_little() -> None:
    clauses = [f"第{chr(0x4E00 + at)}组排查化解矛盾，" for at in range(400)]
    one, other = "".join(clauses), "".join(reversed(clauses))
    assert is_too_long(one, other)
    assert ratio(one, other) > likeness.SAME
    assert ratio(one, "无" * len(other)) == 0.0
