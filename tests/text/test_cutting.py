"""A text is not cut off inside a number."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.cellwidth import cells, shorten
from tuibrowser.text.cutting import cut, end_at, start_at


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("按期办结率达100%，无积压", 9, "按期办结率达…"),
        ("按期办结率达100%，无积压", 10, "按期办结率达…"),
        ("按期办结率达100%，无积压", 11, "按期办结率达100%…"),
        ("追回欠薪1,286万元", 8, "追回欠薪…"),
        ("追回欠薪1,286万元", 10, "追回欠薪…"),
        ("拟于２０２６年完成换证", 5, "拟于…"),
        ("罚款3.5万元后结案", 5, "罚款…"),
        ("村居12个，35人", 5, "村居12…"),
        ("走访企业", 3, "走访…"),
    ],
)
def test_the_number_goes_as_a_whole(text: str, length: int, expected: str) -> None:
    assert cut(text, length) == expected


def test_what_would_leave_nothing_is_cut_as_it_comes() -> None:
    assert cut("2024年", 3) == "20…"
    assert cut("案号" + "1" * 20, 10) == "案号1111111…"


def test_a_beginning_is_not_amid_a_number() -> None:
    text = "共1.4万户，户均25元"
    assert text[start_at(text, 3) :] == "户，户均25元"
    assert start_at(text, 1) == 1


def test_what_must_stay_is_not_cut_away() -> None:
    assert end_at("约定300件", 4, begin=2) == 4


prose = st.text(st.sampled_from("镇村0123456789.,%万亿件，。 "))


@given(prose, st.integers(0, 40))
def test_what_is_left_is_a_beginning_that_fits(text: str, width: int) -> None:
    shown = shorten(text, width)
    assert cells(shown) <= width
    assert shown == text or not shown or text.startswith(shown[:-1])


@given(st.lists(st.integers(0, 99999), max_size=6), st.integers(2, 40))
def test_every_number_shown_is_one_of_the_text(numbers: list[int], width: int) -> None:
    text = "约" + "、".join(f"{number}件" for number in numbers)
    shown = re.findall(r"\d+", shorten(text, width))
    assert shown == [str(number) for number in numbers][: len(shown)]
