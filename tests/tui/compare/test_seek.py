"""查找 takes what was typed as it was meant."""

from __future__ import annotations

import pytest
from handmade import Draft, plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.model.report import Report
from tuibrowser.tui.compare.seek import Finder


def saying(words: str) -> Report:
    return Draft().title("报告").head("一、", "工作", "measures_results").measure(words).report()


def found(typed: str, report: Report) -> list[str]:
    return [report.text[start:end] for _, start, end in Finder().find(typed, [report])]


@pytest.mark.parametrize(
    ("typed", "words", "hits"),
    [
        ("调解", "人民调解，調解，调 解，调\n　　解", ["调解", "調解", "调 解", "调\n　　解"]),
        ("１２３４５", "拨打12345热线", ["12345"]),
        ("APP", "上线app和ＡＰＰ", ["app", "ＡＰＰ"]),
        ("“八五”", '"八五"普法与“八五”普法', ['"八五"', "“八五”"]),
        ("a.c", "abc与a.c", ["a.c"]),
        ("12.4", "“12·4”和12•4", ["12·4", "12•4"]),
        ("（2023）", "〔2023〕和[2023]", ["〔2023〕", "[2023]"]),
        ("调解", "调\u200b解", ["调\u200b解"]),
        ("   ", "没有", []),
    ],
)
def test_spelling_makes_no_difference(typed: str, words: str, hits: list[str]) -> None:
    assert found(typed, saying(words)) == hits


def test_letters_are_initials_where_they_do_not_stand_themselves() -> None:
    report = saying("调解纠纷，条件具备，推进调解")
    assert found("tj", report) == ["调解", "条件", "推进", "调解"]
    assert found("tj", saying("TJ平台与调解")) == ["TJ"]


@pytest.mark.parametrize("typed", ["tiaojie", "tjie", "TiaoJ"])
def test_letters_are_pinyin_as_well(typed: str) -> None:
    assert found(typed, saying("人民调解，调\n解；条理")) == ["调解"]


def test_all_reports_are_looked_through_in_their_order() -> None:
    reports = [plain("甲镇"), plain("乙镇")]
    shas = [sha256 for sha256, _, _ in Finder().find("普法", reports)]
    assert shas == sorted(shas, key=[it.sha256 for it in reports].index)
    assert set(shas) == {it.sha256 for it in reports}


@given(st.text(max_size=6))
def test_whatever_is_typed_the_places_lie_in_the_text(typed: str) -> None:
    report = plain(repeat=2)
    for _, start, end in Finder().find(typed, [report]):
        assert 0 <= start < end <= len(report.text)
