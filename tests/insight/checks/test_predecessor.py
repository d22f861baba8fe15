"""What a report says of the year before, beside that year's own report."""

from __future__ import annotations

import pytest
from reviewed import beside, report, said


@pytest.mark.parametrize(
    ("then", "now", "sums"),
    [
        (
            "全年办理公证120件。",
            "全年办理公证168件，同比增长12%。",
            "上年报告为120件，（168－120）÷120＝40%，写为增长12%",
        ),
        (
            "全年调解矛盾纠纷250件。",
            "全年调解矛盾纠纷230件，较上年下降20%。",
            "（230－250）÷250＝-8%，写为下降20%",
        ),
        (
            "开展普法宣传活动40场。",
            "开展普法宣传活动60场，较上年增加10场。",
            "60－40＝20，写为增加10场",
        ),
        ("接待来访群众80批。", "接待来访群众64批，比去年减少26批。", "64－80＝-16，写为减少26批"),
    ],
)
def test_a_growth_that_last_years_report_does_not_make_is_remarked(
    then: str, now: str, sums: str
) -> None:
    """With the sums in it, and the words of both reports."""
    findings = beside(report(then, year=2022), (), now)
    (says,) = said("rate_mismatch", findings)
    assert sums in says
    (finding,) = [it for it in findings if it.kind == "rate_mismatch"]
    assert [it.report.year for it in finding.quotes] == [2023, 2022]


@pytest.mark.parametrize(
    "now",
    [
        "全年受理信访件72件，比上年的110件下降34.5%。",
        "全年受理信访件72件，上年为110件。",
    ],
)
def test_last_years_number_told_otherwise_is_remarked(now: str) -> None:
    """The report of last year says 90."""
    (says,) = said("two_values", beside(report("全年受理信访件90件。", year=2022), (), now))
    assert says == "上年数写为110件，上年报告为90件，请核"


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("全年办理公证150件。", "全年办理公证168件，同比增长12%。"),
        ("全年调解矛盾纠纷250件。", "全年调解矛盾纠纷230件，较上年下降8%。"),
        ("全年受理信访件90件。", "全年受理信访件72件，比上年的90件下降20%。"),
        ("开展普法宣传活动40余场。", "开展普法宣传活动90场，同比增长50%。"),
        ("开展普法宣传活动40场。", "开展普法宣传活动90场，同比增长120%以上。"),
        ("上半年办理公证60件。", "全年办理公证168件，同比增长12%。"),
        ("全年办理公证120件。", "全年办理公证168件，环比增长12%。"),
        ("全年办理公证120件。", "上半年办理公证68件，同比增长12%。"),
        ("全年办理公证120件。其中镇级办理公证30件。", "办理公证168件，满意率提高12%。"),
        ("发放资料4.2万份。", "发放资料4.6万份，同比增长10%。"),
    ],
)
def test_what_may_be_right_or_is_of_another_time_is_not(then: str, now: str) -> None:
    """Numbers said about, of half a year, or rounded to 万."""
    findings = beside(report(then, year=2022), (), now)
    assert not said("rate_mismatch", findings)
    assert not said("two_values", findings)


def test_a_report_of_two_years_ago_says_nothing_of_last_year() -> None:
    """Nor is there a remark where there is no report to hold it against."""
    now = "全年办理公证168件，同比增长12%。"
    old = report("全年办理公证120件。", year=2021)
    assert not said("rate_mismatch", beside(old, (), now))
    assert not said("rate_mismatch", beside(None, (), now))


def test_a_figure_that_did_not_move_is_remarked_in_a_new_sentence() -> None:
    """Whoever did it and however it is put; what never moves is not."""
    last = report("聘请律师审查合同43份。全镇16个行政村聘有法律顾问。", year=2022)
    now = "法律顾问驻镇办公，全年审查合同43份，比照清单逐项把关。每月到16个行政村坐班。"
    (says,) = said("unchanged_figure", beside(last, (), now))
    assert says == "“审查合同”43份，与2022年报告数据相同，请核"
