"""Texts on one subject point the same way; the table that says so is whole, small and quick."""

from __future__ import annotations

from math import hypot
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuibrowser.text import meaning
from tuibrowser.text.meaning import (
    DIMENSIONS,
    LONGEST,
    cosine,
    direction,
    grams,
    known,
    meaning_version,
    packed,
)


@pytest.mark.parametrize(
    ("said", "near", "far"),
    [
        ("邻里吵架", "调解员上门劝和，化解纠纷十二件", "印制宣传资料三千份"),
        ("拖欠工钱", "为务工人员追回工资", "召开听证会征求意见"),
        ("官员出庭", "行政应诉案件负责人出庭应诉", "聘请法律明白人"),
        ("城管态度", "行政执法队伍培训，文明执法", "镇党委会前学法"),
        ("合同把关", "法律顾问审查协议", "受理热线工单"),
    ],
)
def test_everyday_words_point_to_the_work_they_mean(said: str, near: str, far: str) -> None:
    assert cosine(direction(said), direction(near)) > cosine(direction(said), direction(far)) + 0.1


@pytest.mark.parametrize("text", ["", "2023", "led abc", "，。", "\ud800", "𠀀"])
def test_what_the_table_does_not_know_has_no_direction(text: str) -> None:
    assert direction(text) == ()
    assert known(text) == 0
    assert packed(text) == bytes(DIMENSIONS)


_TABLE = (Path(meaning.__file__).parent / "data" / "meaning.txt").read_text(encoding="utf-8")


@given(st.text(alphabet="法治调解纠纷的一在魑魅，3a ", max_size=300))
@example(_TABLE * 1000)
def test_rows_added_as_long_numbers_are_what_their_numbers_add_up_to(text: str) -> None:
    data = Path(meaning.__file__).parent / "data"
    numbers = memoryview((data / "meaning.bin").read_bytes()).cast("b")
    keys = list(meaning._rows())
    exact = [0.0] * DIMENSIONS
    for key, counts in grams(text).items():
        if key in meaning._rows():
            row = numbers[keys.index(key) * DIMENSIONS :][:DIMENSIONS]
            exact = [it + counts * number for it, number in zip(exact, row, strict=True)]
    length = hypot(*exact) or 1.0
    assert direction(text) == pytest.approx([it / length for it in exact] if any(exact) else ())


@given(st.text(alphabet="法治调解纠纷的一在魑魅，3a ", max_size=60))
def test_a_direction_has_length_one_and_is_packed_whole(text: str) -> None:
    made = direction(text)
    assert len(made) in (0, DIMENSIONS)
    if made:
        assert hypot(*made) == pytest.approx(1)
    numbers = memoryview(packed(text)).cast("b")
    assert len(numbers) == DIMENSIONS
    assert all(
        abs(number - exact * LONGEST) <= 0.5
        for number, exact in zip(numbers, made or (0,) * DIMENSIONS, strict=True)
    )
    assert 0 <= known(text) <= 1


def test_a_pair_counts_more_than_a_character_and_ten_times_are_three() -> None:
    found = grams("纠纷" * 10)
    assert found["纠纷"] == pytest.approx(2 * found["纠"])
    assert found["纠纷"] == pytest.approx(3.3, abs=0.05)


def test_pairs_stand_within_a_run_only() -> None:
    assert set(grams("法，治")) == {"法", "治"}


def test_the_table_has_a_row_for_each_key_and_no_key_twice() -> None:
    rows = meaning._rows()
    assert len(rows) == 6000
    assert {len(key) for key in rows} == {1, 2}
    assert (Path(meaning.__file__).parent / "data/meaning.bin").stat().st_size == 6000 * DIMENSIONS
    assert meaning_version() == meaning_version() != ""
