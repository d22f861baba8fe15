"""What ``reuse`` says below its table."""

from __future__ import annotations

import re

from handmade import plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.export.reuse_record import reuse_table
from tuibrowser.insight.reuse import Reuse, Shares


def said(*parts: int) -> list[int]:
    """The percentages of the sentence on a report of which ``parts`` are each kind's."""
    total = sum(parts) or 1
    shares = Shares(*(part / total for part in parts))
    (note,) = reuse_table([Reuse(plain(), (), shares)]).notes
    return [int(it) for it in re.findall(r"(\d+)%", note)]


def test_parts_of_a_whole_make_a_hundred() -> None:
    # 16.6, 30.6, 0 and 52.8 would each be rounded up, and make 101.
    assert said(166, 306, 0, 528) == [17, 30, 0, 53]
    assert said(1, 1, 1, 0) == [34, 33, 33, 0]
    assert said(0, 0, 0, 0) == [0, 0, 0, 0]


@given(st.lists(st.integers(0, 9999), min_size=4, max_size=4))
def test_no_part_is_a_whole_percent_off(parts: list[int]) -> None:
    percents, total = said(*parts), sum(parts) or 1
    assert sum(percents) == (100 if any(parts) else 0)
    for percent, part in zip(percents, parts, strict=True):
        assert abs(percent - 100 * part / total) < 1
