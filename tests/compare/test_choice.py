"""Which reports are opened where nobody chose any."""

from __future__ import annotations

from tuibrowser.compare.choice import first_choice
from tuibrowser.model.report import Place, ReportEntry


def entry(
    issuer: str | None, year: int | None, number: int = 1, county: str = "甲县", report: bool = True
) -> ReportEntry:
    return ReportEntry(
        sha256=f"{issuer}{year}{number}{county}",
        issuer=issuer,
        issuer_kind="town",
        year=year,
        title=None,
        place=Place(county=county),
        file="a.txt",
        is_report=report,
        number=number,
    )


def names(*entries: ReportEntry) -> list[tuple[str | None, int | None]]:
    return [(chosen.issuer, chosen.year) for chosen in first_choice(entries)]


def test_the_newest_year_comes_first_in_the_order_of_the_library() -> None:
    entries = [entry("甲镇", 2022), entry("乙镇", 2023), entry("丙镇", 2023), entry("丁镇", 2023)]
    assert names(*entries, entry("戊镇", 2023)) == [("乙镇", 2023), ("丙镇", 2023), ("丁镇", 2023)]


def test_other_issuers_of_earlier_years_go_before_the_past_of_the_same() -> None:
    entries = [entry("甲镇", 2024), entry("甲镇", 2023), entry("乙镇", 2021), entry("乙镇", 2022)]
    assert names(*entries) == [("甲镇", 2024), ("乙镇", 2022), ("甲镇", 2023)]


def test_one_issuer_alone_stands_beside_its_own_past() -> None:
    entries = [entry("甲镇", year) for year in (2020, 2021, 2022, 2023)]
    assert names(*entries) == [("甲镇", 2023), ("甲镇", 2022), ("甲镇", 2021)]


def test_two_texts_of_one_report_never_stand_side_by_side() -> None:
    (chosen,) = first_choice([entry("甲镇", 2023, 2), entry("甲镇", 2023)])
    assert chosen.number == 1


def test_namesakes_of_two_counties_are_two_issuers() -> None:
    # The library numbers them in one row.
    entries = [entry("甲镇", 2023), entry("甲镇", 2023, 2, county="乙县"), entry("丙镇", 2022)]
    assert first_choice(entries) == tuple(entries)


def test_what_is_no_report_comes_last() -> None:
    entries = [entry(None, 2025, report=False), entry(None, None), entry("甲镇", 2020)]
    assert names(*entries) == [("甲镇", 2020), (None, None), (None, 2025)]
    assert first_choice([]) == ()


def test_an_issuer_written_in_two_ways_is_one() -> None:
    entries = [entry("云川镇", 2023), entry("雲川鎮", 2022), entry("乙镇", 2021)]
    assert names(*entries) == [("云川镇", 2023), ("乙镇", 2021), ("雲川鎮", 2022)]
