from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_corpus import Part, make_report, store

from tuibrowser.model.search import UNDATED, UNNAMED, Filters
from tuibrowser.search.facets import FacetTally, facets
from tuibrowser.search.find import search
from tuibrowser.store.library import Reader


def test_counts_by_year_and_by_issuer(reader: Reader) -> None:
    found = facets(reader, "普法宣传")
    assert found.years == (
        FacetTally(2023, 2, True),
        FacetTally(2022, 2, True),
        FacetTally(2021, 1, True),
        FacetTally(None, 1, True),
    )
    assert found.issuers == (
        FacetTally("旧宫镇", 4, True),
        FacetTally("团泊镇", 1, True),
        FacetTally(None, 1, True),
    )


def test_what_is_counted_can_be_filtered_by(reader: Reader) -> None:
    found = facets(reader, "普法宣传")
    for tally in found.years:
        years = UNDATED if tally.value is None else (int(tally.value), int(tally.value))
        chosen = Filters(years=years)
        hits = search(reader, "普法宣传", chosen).hits
        assert [hit.passage.year for hit in hits] == [tally.value] * tally.count
        assert facets(reader, "普法宣传", chosen).years == (tally,)
    for tally in found.issuers:
        hits = search(reader, "普法宣传", Filters(issuers=(str(tally.value or UNNAMED),))).hits
        assert [hit.passage.issuer for hit in hits] == [tally.value] * tally.count
    # No report states a year and none.
    assert search(reader, "普法宣传 年:2020-2024", Filters(years=UNDATED)).total == 0


def test_filters_and_fields_narrow_the_counts(reader: Reader) -> None:
    assert [tally.value for tally in facets(reader, "普法 年:2022-").years] == [2023, 2022]
    assert [tally.value for tally in facets(reader, "普法", Filters(issuers=("团泊",))).years] == [
        2021
    ]
    assert facets(reader, "普法", Filters(years=(2030, 2031))).years == ()
    assert facets(reader, " ").years == ()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("普法宣传 2场-镇“”，\x00\ud800年:部分不足")))
def test_counts_add_up_to_the_hits(reader: Reader, raw: str) -> None:
    found = facets(reader, raw)
    total = search(reader, raw, limit=1000).total
    assert sum(tally.count for tally in found.years) == total
    assert sum(tally.count for tally in found.issuers) == total
    assert all(tally.exact for tally in (*found.years, *found.issuers))


@pytest.mark.parametrize(("ceiling", "exact"), [(20, False), (40, True)])
def test_a_count_that_stopped_says_so_and_leaves_other_years_alone(
    tmp_path_factory: pytest.TempPathFactory, ceiling: int, exact: bool
) -> None:
    many = [Part(f"普法宣传{number}次。") for number in range(40)]
    library = store(
        tmp_path_factory.mktemp("facets") / "library.sqlite3",
        [make_report(many, "甲镇", 2023), make_report(many[:7], "乙镇", 2020)],
    )
    with library.read() as reader:
        newer, older = facets(reader, "普法宣传", ceiling=ceiling).years
    assert newer == FacetTally(2023, min(40, ceiling), exact)
    assert older == FacetTally(2020, 7, True)


def test_a_unit_that_writes_its_name_in_two_ways_is_counted_once(tmp_path: Path) -> None:
    reports = [
        make_report([Part("开展普法宣传。", kind="measures_results")], issuer, year)
        for issuer, year in (("云川镇", 2023), ("雲川鎮", 2022))
    ]
    with store(tmp_path / "library.sqlite3", reports).read() as reader:
        assert facets(reader, "普法").issuers == (FacetTally("云川镇", 2, True),)
        assert search(reader, "普法", Filters(issuers=("雲川",))).total == 2
