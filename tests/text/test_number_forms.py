from __future__ import annotations

import re

import pytest
from cases import for_each
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.number_forms import NUMBER, ROMAN, forms
from tuibrowser.text.numerals import parse_numeral


@for_each(
    ("written", "others"),
    [
        ("4500", {"4,500", "四千五百"}),
        ("4,500", {"4500", "四千五百"}),
        ("十六", {"16"}),
        ("16", {"十六"}),
        ("2", {"二", "两"}),
        ("两百", {"200", "二百"}),
        ("105", {"一百零五"}),
        ("2019", {"二〇一九", "二零一九", "2,019"}),
        ("二〇一九", {"2019"}),
        ("2.5万", {"25000", "25,000", "二万五千"}),
        ("30000", {"3万", "三万"}),
        ("26", {"二十六", "廿六"}),
        ("35", {"三十五", "卅五"}),
        ("廿六", {"26", "二十六"}),
        ("3千", {"3000", "3,000", "三千"}),
        ("800", {"8百", "八百"}),
        ("5百万", {"5000000", "500万", "五百万"}),
        ("98.5%", {"98.50%", "百分之九十八点五"}),
        ("98.50%", {"98.5%"}),
        ("98%", {"98.0%", "98.00%", "百分之九十八"}),
        ("3万4000", {"34000", "3.4万", "三万四千", "3万4千"}),
        ("3万4千", {"34,000", "3万4000"}),
        ("25000", {"2万5000", "2万5千"}),
        ("23456", {"2万3456"}),
        ("97.5%", {"百分之九十七点五"}),
        ("百分之九十七点五", {"97.5%"}),
        ("100%", {"百分之一百", "百分之百", "100.00%"}),
        ("百分之百", {"100%"}),
        ("1/4", {"四分之一"}),
        ("五分之二", {"2/5"}),
        ("七成", {"70%", "百分之七十"}),
        ("30%", {"三成"}),
        ("0.3%", {"3‰", "千分之三"}),
        ("千分之八", {"0.8%", "8‰"}),
        ("14300.50", {"14300.5", "14,300.50"}),
        ("14300.5", {"14,300.50"}),
        ("63500", {"6.35万"}),
        ("65000", {"6.5万", "6.50万"}),
        ("iii", {"3", "三"}),
        ("4", {"iv", "四"}),
        ("75", {"七五", "七十五"}),
        ("12345", {"一二三四五"}),
        ("三一五", {"315"}),
        ("119", {"一一九"}),
    ],
)
def test_one_number_has_several_writings(written: str, others: set[str]) -> None:
    assert others <= set(forms(written))


@pytest.mark.parametrize("written", ["三四", "两三", "万", "1,2", "1.2.3", "", "9" * 30])
def test_what_says_no_single_number_has_none(written: str) -> None:
    assert {form for form in forms(written) if form[:1].isdigit()} <= {"10000", "10,000", "1万"}


@pytest.mark.parametrize(
    ("written", "others"),
    [
        ("34", {"三四"}),  # three or four
        ("35", {"三五"}),
        ("3/2", {"二分之三"}),
        ("12/31", {"31"}),
        ("十二万", {"十两万"}),
        ("45%", {"四成"}),
    ],
)
def test_what_says_another_number_is_no_writing_of_it(written: str, others: set[str]) -> None:
    assert not others & set(forms(written))


@given(st.integers(10, 10**11))
def test_every_chinese_form_says_the_number(number: int) -> None:
    for form in forms(str(number)):
        if not re.search(r"\d", form) and form not in ROMAN:
            assert parse_numeral(form) == number


@given(st.integers(0, 10**11))
def test_from_every_form_the_digits_are_found(number: int) -> None:
    for form in forms(str(number)):
        found = NUMBER.fullmatch(form)
        assert found
        assert form == str(number) or str(number) in forms(form) or len(form) < 2
