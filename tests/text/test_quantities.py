"""One quantity in several writings."""

from __future__ import annotations

import pytest

from tuibrowser.text.equivalence import equate
from tuibrowser.text.quantities import quantities


def writings(text: str) -> set[str]:
    """Every writing of the first quantity of ``text``, its own too."""
    found = quantities(equate(text))[0]
    return {found.written, *found.others}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("350平方米", "350㎡"),
        ("三百五十平方米", "350平米"),
        ("48公里", "48km"),
        ("7个工作日", "七个工作日"),
        ("10个工作日", "10工作日"),
        ("60余家", "六十多家"),
        ("60余家", "60来家"),
        ("2-4月", "二至四月"),
        ("2月至4月", "2—4月"),
        ("第6至9条", "第六到九条"),
        ("2∶1", "2比1"),
        ("6·26", "6月26日"),
        ("六月二十六日", "6月26号"),
        ("2022年11月9日", "2022-11-09"),
        ("2022.11.9", "二〇二二年十一月九日"),
        ("两个半小时", "2.5小时"),
        ("三年半", "3.5年"),
        ("半小时", "30分钟"),
        ("六个月", "半年"),
        ("百分之87.5", "87.5%"),
        ("千分之3", "3‰"),
        ("2/3", "三分之二"),
    ],
)
def test_both_are_one_quantity(one: str, other: str) -> None:
    assert quantities(equate(other))[0].written in writings(one)
    assert quantities(equate(one))[0].written in writings(other)


def test_a_stroke_is_of_a_day_or_of_a_fraction() -> None:
    assert "6月26日" in writings("6/26")
    assert "四分之三" in writings("3/4")
    assert "3月4日" not in writings("3/4")


def test_two_numbers_with_a_hyphen_are_a_day_and_a_range_if_they_rise() -> None:
    assert {"12.4", "12月4日"} <= writings("12-4")
    assert "12至4" not in writings("12-4")
    assert {"3.15", "3月15日", "3至15"} <= writings("3-15")
    assert "3月5日" not in writings("3-5人")
    assert "13月4日" not in writings("13-4")


@pytest.mark.parametrize("text", ["统一领导", "两三个", "1.2.3", "13.40", "二月兰", "一体推进"])
def test_other_words_are_no_days_ranges_or_halves(text: str) -> None:
    said = "".join(one for found in quantities(equate(text)) for one in found.others)
    assert not set(said) & set("月日至比半")


def test_a_range_is_written_in_one_script() -> None:
    assert "3至七" not in writings("3至7天")
    assert "三至七" in writings("3至7天")


def test_units_stand_behind_their_number() -> None:
    assert [found.written for found in quantities(equate("修路3公里，植树40亩"))] == ["3公里", "40"]


def test_a_quantity_says_where_it_stands() -> None:
    (found,) = quantities(equate("约有60余家店铺"))
    assert (found.start, found.end) == (2, 5)
