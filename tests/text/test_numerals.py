from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.numerals import (
    parse_decimal,
    parse_numeral,
    parse_ordinal,
    parse_pair,
    plain_numerals,
)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("零", 0), ("二", 2), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23),
        ("百", 100), ("一百零五", 105), ("三百五", 350), ("三百五十", 350), ("千", 1000),
        ("一千二", 1200), ("两千零三", 2003), ("万", 10_000), ("三万五千", 35_000),
        ("一亿二千万", 120_000_000), ("二〇二三", 2023), ("十万", 100_000),
    ],
)  # fmt: skip
def test_value(numeral: str, value: int) -> None:
    assert parse_numeral(numeral) == value


@pytest.mark.parametrize(
    ("formal", "plain"),
    [
        ("贰佰元", "二百元"), ("柒拾捌万", "七十八万"), ("玖圆整", "九元整"), ("伍万元", "五万元"),
        ("队伍万人", "队伍万人"), ("登陆百家", "登陆百家"), ("收拾", "收拾"), ("伍家村", "伍家村"),
    ],
)  # fmt: skip
def test_formal_numerals_in_prose(formal: str, plain: str) -> None:
    assert plain_numerals(formal) == plain


@pytest.mark.parametrize("wrong", ["", "多", "3", "三x"])
def test_what_is_no_numeral(wrong: str) -> None:
    with pytest.raises(ValueError, match="numeral"):
        parse_numeral(wrong)


def _spell(number: int) -> str:
    digits, spelt, zero = "零一二三四五六七八九", "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            spelt += ("零" if zero and spelt else "") + digits[digit] + name
            zero = False
        else:
            zero = True
    return spelt


@given(st.integers(1, 9999))
def test_every_number_as_it_is_spelt_out(number: int) -> None:
    assert parse_numeral(_spell(number)) == number


@pytest.mark.parametrize(
    ("marker", "number"),
    [
        ("一、", 1), ("（十）", 10), ("十二是", 12), ("（二十）", 20), ("二十一、", 21),
        ("12.", 12), ("(3)", 3), ("③", 3), ("⑳", 20), ("第三，", 3), ("第十一部分", 11),
    ],
)  # fmt: skip
def test_what_a_marker_counts(marker: str, number: int) -> None:
    assert parse_ordinal(marker) == number


@given(st.text("一二三十零第（）、是①20", max_size=6))
def test_no_marker_is_too_odd(marker: str) -> None:
    number = parse_ordinal(marker)
    assert number is None or number >= 0


@pytest.mark.parametrize("marker", ["首先", "", "（）"])
def test_what_counts_nothing(marker: str) -> None:
    assert parse_ordinal(marker) is None


@pytest.mark.parametrize(
    ("numeral", "ends"),
    [
        ("两三", (2, 3)), ("三两", (2, 3)), ("三两百", (200, 300)),
        ("三五", (3, 5)), ("十七八", (17, 18)), ("六七十", (60, 70)),
        ("四五百万", (4_000_000, 5_000_000)), ("十几二十", (10, 20)), ("二十来三十", (20, 30)),
        ("十几三十", None), ("二〇二三", None), ("一九", None), ("三百五", None),
    ],
)  # fmt: skip
def test_pairs(numeral: str, ends: tuple[int, int] | None) -> None:
    assert parse_pair(numeral) == ends


@pytest.mark.parametrize(
    ("numeral", "value"), [("八点二五", 8.25), ("一点五万", 15_000), ("廿二", 22)]
)
def test_decimals(numeral: str, value: float) -> None:
    assert float(parse_decimal(numeral)) == value
