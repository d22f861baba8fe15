"""Figures that say the same as the year before."""

from __future__ import annotations

from reviewed import beside, report, said

from tuibrowser.insight.changes import changes_of, with_all_years

_RATES = "对信访问题逐件整改，整改率、销号率均为98%。"


def test_each_of_the_rates_that_share_a_number_is_unchanged() -> None:
    reports = [report(_RATES, year=year) for year in (2021, 2022, 2023)]
    found = with_all_years([changes_of(reports[at], reports[at - 1]) for at in (1, 2)])
    unchanged = {it.figure.noun: it.years for it in found[1].unchanged}
    assert unchanged == {"整改率": (2021, 2022, 2023), "销号率": (2021, 2022, 2023)}


def test_a_number_of_several_rates_is_remarked_once() -> None:
    findings = beside(report(_RATES, year=2022), (), _RATES)
    assert len(said("unchanged_figure", findings)) == 1
