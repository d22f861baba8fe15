from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.numerals import parse_numeral


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
