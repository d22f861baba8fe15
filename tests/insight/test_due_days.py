"""The day by which a roster wants a report, as officials write it."""

from __future__ import annotations

import pytest

from tuibrowser.insight.due_days import read_day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5/1/2024", (2024, 5, 1)),
        ("3/9/24", (2024, 3, 9)),
        ("24/3/9", (2024, 3, 9)),
        ("24年3月9日", (2024, 3, 9)),
        ("45352.0", (2024, 3, 1)),
        ("二〇二四年三月九日前", (2024, 3, 9)),
        ("次年三月九日", (None, 3, 9)),
        ("不迟于3月9日", (None, 3, 9)),
        ("截至2024年3月9日", (2024, 3, 9)),
        ("2024-03-09 00:00:00", (2024, 3, 9)),
    ],
)
def test_the_order_of_its_numbers_and_words_around_it_are_no_matter(
    written: str, day: tuple[int | None, int, int]
) -> None:
    assert read_day(written) == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("3月底前", (None, 3, 31)),
        ("2023年2月末", (2023, 2, 28)),
        ("2024年2月底", (2024, 2, 29)),
        ("3月上旬", (None, 3, 10)),
        ("3月下旬", (None, 3, 31)),
        ("2月20日至3月1日", (None, 3, 1)),
        ("2024.2.20-2.29", (2024, 2, 29)),
    ],
)
def test_of_a_stretch_the_last_day_counts(written: str, day: tuple[int | None, int, int]) -> None:
    assert read_day(written) == day


@pytest.mark.parametrize(
    "written", ["年后", "即日", "13月1日", "2月30日", "2023年2月29日", "2024年3月"]
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert read_day(written) is None
