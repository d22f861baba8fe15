"""How much is compared with what, counted: twice the reports, about twice the work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.crafted import SHAPES, crafted
from tuibrowser.compare import assignment, candidates
from tuibrowser.compare.align import align
from tuibrowser.compare.assignment import assign
from tuibrowser.compare.changes import align_years
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.measures import match_measures
from tuibrowser.compare.similarity import profiles
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that are met by reports small enough for a test."""
    monkeypatch.setattr(candidates, "_ORDINARY", 0)
    monkeypatch.setattr(candidates, "_FEWEST_LOOKS", 200)
    monkeypatch.setattr(candidates, "_LIKELY", 8)
    monkeypatch.setattr(assignment, "_MOST_LOOKS", 2_000)


def placed(alignment: Alignment, number: int) -> list[int]:
    return sorted(at for row in alignment.rows for at in row.cells[number].passages)


def work(shape: str, size: int, *, years: bool) -> int:
    """Steps that comparing two reports of a shape takes."""
    effort = Effort()
    reports = crafted(shape, size)
    if years:
        align_years(reports, effort)
    else:
        match_measures(reports, effort=effort)
    return effort.looks


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("years", [False, True], ids=["measures", "years"])
@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_no_faster_than_the_reports(shape: str, years: bool) -> None:
    first, last = (work(shape, size, years=years) for size in (100, 400))
    # Four times the report: four times the work, or half as much again where the bounds are first
    # met in between. A square would make it 16.
    assert last <= 6 * max(first, 1_000)


@pytest.mark.parametrize("size", [30, 300])
def test_what_says_the_same_is_paired_without_weighing(size: int) -> None:
    reports = crafted("same", size)
    effort = Effort()
    years = align_years(reports, effort)
    assert effort.looks == 0
    assert [row.changes[1] for row in years.rows if any(row.changes)] == ["kept"] * size
    alignment = align(reports, "measure")
    assert [row.strength for row in alignment.rows].count("strong") == size
    assert (years.limits, alignment.limits) == ((), ())


def test_copies_are_paired_in_their_order_and_those_with_equal_figures_first() -> None:
    earlier, later = crafted("counted", 30)
    rows = [row for row in align_years([earlier, later]).rows if any(row.changes)]
    assert [row.changes[1] for row in rows] == ["numbers_only"] * 30
    same = align_years([earlier, _aged(earlier)])
    assert {row.changes[1] for row in same.rows if any(row.changes)} == {"kept"}


def _aged(report: Report) -> Report:
    """The same report a year later."""

    assert report.year is not None
    return replace(report, year=report.year + 1, sha256="0" * 64)


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("shape", SHAPES)
def test_whatever_is_bounded_nothing_is_lost(shape: str) -> None:
    reports = crafted(shape, 60)
    for alignment in (align(reports, "measure"), align_years(reports)):
        for number, report in enumerate(reports):
            assert placed(alignment, number) == list(range(len(report.passages)))


@pytest.mark.usefixtures("narrow")
def test_a_bound_that_was_met_is_named() -> None:
    assert align(crafted("unlike", 60), "measure").limits == ("many",)
    assert "many" in align_years(crafted("unlike", 60)).limits


def test_ordinary_reports_meet_no_bound() -> None:
    for shape in ("unlike", "alike", "stems", "outline"):
        assert align(crafted(shape, 60), "measure").limits == ()
        assert align_years(crafted(shape, 60)).limits == ()


def test_a_measure_too_long_to_be_read_letter_by_letter_still_has_its_successor() -> None:
    reports = crafted("paragraph", 30)
    alignment = align_years(reports)
    assert alignment.limits == ("long",)
    assert [row.changes[1] for row in alignment.rows if any(row.changes)] == ["reworded"]


def test_too_many_figures_are_matched_where_they_are_said_alike() -> None:
    reports = crafted("figures", 50)
    alignment = align_years(reports)
    assert "figures" in alignment.limits
    (row,) = (row for row in alignment.rows if any(row.numbers))
    assert row.numbers[1]
    for old, new in row.numbers[1]:
        assert old != new
        assert old.endswith("件")
        assert new.endswith("件")


def test_equal_profiles_have_one_key_and_are_most_like_each_other() -> None:
    one, other = (profiles(report) for report in crafted("same", 2))
    assert one[0].key == other[1].key
    assert 0.34 < one[0].likeness_to_itself <= 1


DENSE = st.integers(2, 12).flatmap(
    lambda size: st.lists(
        st.fixed_dictionaries({at: st.sampled_from([0.5, 0.9, 1.0]) for at in range(size)}),
        min_size=size,
        max_size=size,
    )
)


@given(weights=DENSE, most=st.integers(0, 60))
def test_who_comes_too_late_takes_what_is_free(weights: list[dict[int, float]], most: int) -> None:
    effort = Effort()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assignment, "_MOST_LOOKS", most)
        columns = assign(weights, effort)
    # Everybody may have everything, so everybody gets something, and no two the same.
    assert sorted(columns, key=str) == sorted(range(len(weights)), key=str)
    assert effort.looks <= most + len(weights) ** 2
