from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.masks import POINT, YEARS, names_of


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("一是开展普法", "开展普法"),
        ("三要压实责任", "压实责任"),
        ("(二)规范执法", "规范执法"),
        ("1.规范执法", "规范执法"),
        ("第一,学法", "第一,学法"),
        ("首先,学法", "学法"),
        ("2.5万元资金", "2.5万元资金"),
        ("2.2023年5月建成", "2023年5月建成"),
        ("3)规范执法", "规范执法"),
        ("一村一法律顾问", "一村一法律顾问"),
    ],
)
def test_points_are_told_from_what_they_introduce(text: str, rest: str) -> None:
    found = POINT.match(text)
    assert text[found.end() if found else 0 :] == rest


@pytest.mark.parametrize("year", ["2023年", "2023年度", "2021-2025年", "(2023)", "二〇二三年"])
def test_years_are_years_however_written(year: str) -> None:
    assert YEARS.fullmatch(year)
    assert not YEARS.fullmatch("120" + year)


def test_names_in_full_and_short_the_longest_first() -> None:
    names = names_of(["柳溪镇", None, "青棠县"])
    assert names is not None
    assert names.findall("青棠县柳溪镇在柳溪") == ["青棠县", "柳溪镇", "柳溪"]
    assert names_of([None, ""]) is None


@given(st.lists(st.text(max_size=4), max_size=3), st.text())
def test_any_name_may_be_given(names: list[str], text: str) -> None:
    found = names_of(names)
    assert found is None or all(match for match in found.findall(text))
