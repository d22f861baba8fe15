"""What was put right beside a library is answered as if the library itself had it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_corpus import Part, make_report, store

from tuibrowser.insight.other_years import other_years
from tuibrowser.model.correction import Correction, CorrectionKey, Corrections
from tuibrowser.model.report import Place, Report
from tuibrowser.model.search import UNDATED, UNNAMED, Filters
from tuibrowser.search.facets import facets
from tuibrowser.search.find import search
from tuibrowser.store.joint.library import JointLibrary
from tuibrowser.store.library import Library, Reader, Versions
from tuibrowser.store.refs.beginnings import refs_beginning


def _report(issuer: str | None, year: int | None, county: str | None, work: str) -> Report:
    parts = [
        Part("一、主要举措和成效", "heading", "measures_results"),
        Part(f"全年{work}12场。", kind="measures_results", themes=("publicity",)),
        Part("组织应急演练3次。", kind="measures_results", themes=("emergency",)),
        Part("二、存在的不足", "heading", "shortcomings"),
        Part(f"{work}还不够深入。", kind="shortcomings", themes=("publicity",)),
    ]
    return make_report(parts, issuer, year, Place(None, None, county, issuer))


REPORTS = [
    _report("柳溪镇", 2021, "青棠县", "开展普法讲座"),
    _report("柳溪镇", 2022, "青棠县", "举办普法讲座"),
    _report("石桥乡", 2022, None, "组织普法讲座"),
    _report("云岭镇", 2023, "甲溪县", "安排普法讲座"),
    _report(None, None, None, "承办普法讲座"),
]
FIRST, SECOND, THIRD, FOURTH, LAST = (it.sha256 for it in REPORTS)

ASKED = (
    Filters(),
    Filters(years=(2021, 2021)),
    Filters(years=(2019, 2022)),
    Filters(years=UNDATED),
    Filters(places=("青棠",)),
    Filters(places=("甲溪县",)),
    Filters(places=("柳溪镇", "石桥")),
    Filters(issuers=("柳溪",)),
    Filters(issuers=("石桥乡",)),
    Filters(issuers=(UNNAMED,)),
    Filters(kinds=("shortcomings",)),
    Filters(kinds=("measures_results", "next_plan")),
    Filters(themes=("publicity",)),
    Filters(themes=("mediation", "emergency")),
    Filters(years=(2022, 2022), places=("青棠县",), kinds=("shortcomings",)),
)

Beside = Mapping[str, Corrections]


def _whole(reader: Reader, query: str, filters: Filters) -> object:
    """All that a question is answered, less ids and the order of equals."""
    result = search(reader, query, filters, limit=100)
    hits = {
        (it.passage.report, it.passage.start, it.passage.issuer, it.passage.year,
         it.passage.title, it.passage.section_kind)
        for it in result.hits
    }  # fmt: skip
    counted = facets(reader, query, filters)
    years = {it.value: it.count for it in counted.years}
    return hits, result.total, years, {it.value: it.count for it in counted.issuers}


def _all(reader: Reader) -> object:
    asked = ("讲座", "普法讲座12场", "讲座 场", "")
    answers = [
        _whole(reader, it, filters) for it in asked for filters in ASKED if it or any(filters)
    ]
    names = [
        refs_beginning(it, reader)
        for it in ("", "柳", "石", "云", "柳溪镇@", "甲溪县/", "甲溪县/柳溪镇@")
    ]
    return answers, names, [reader.unplaced(it) for it in (None, (2022, 2022), (2019, 2021))]


def _library(folder: Path, inside: Beside, beside: Beside) -> Library:
    path = folder / "library.sqlite3"
    if inside:
        _fill(path, inside)
    else:
        path.write_bytes(_untouched())
    return Library(path, lambda: beside)


def _fill(path: Path, inside: Beside) -> None:
    store(path, [])
    with Library(path).write(Versions(1, "1")) as writer:
        for sha256, corrections in inside.items():
            writer.correct(sha256, corrections)
        for report in REPORTS:
            writer.put(report, Path(report.sha256), 0)


@cache
def _untouched() -> bytes:
    """A library in which nothing was put right, at rest: the same each time."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "library.sqlite3")
        _fill(path, {})
        return path.read_bytes()


_OF_REPORTS: dict[CorrectionKey, list[str | None]] = {
    "year": ["2019", "2022", None],
    "county": ["青棠县", "甲溪县", None],
    "issuer": ["柳溪镇", "石桥乡", None],
    "issuer_kind": ["town"],
}
_OF_PARTS: dict[CorrectionKey, tuple[list[str | None], list[str]]] = {
    "kind": (["next_plan", "shortcomings", None], ["一、主要举措和成效", "二、存在的不足"]),
    "measure": (["mediation", "emergency publicity", ""], ["组织应急演练3次。", "没有这一项"]),
}
_VALUES = st.sampled_from(
    [Correction(key, value) for key, values in _OF_REPORTS.items() for value in values]
    + [
        Correction(key, value, heading)
        for key, (values, headings) in _OF_PARTS.items()
        for value in values
        for heading in headings
    ]
)
_BESIDE = st.dictionaries(
    st.sampled_from([FIRST, SECOND, THIRD, FOURTH, LAST]),
    st.lists(_VALUES, min_size=1, max_size=3, unique_by=lambda it: it.about),
    min_size=1,
)


@settings(max_examples=25, deadline=None)
@given(_BESIDE)
def test_beside_a_library_is_as_within_it(beside: dict[str, list[Correction]]) -> None:
    answers = []
    for inside, outside in ((beside, {}), ({}, beside)):
        with (
            TemporaryDirectory() as folder,
            _library(Path(folder), inside, outside).read() as reader,
        ):
            answers.append(_all(reader))
    assert answers[0] == answers[1]


@pytest.fixture
def moved(tmp_path: Path) -> Library:
    """Three reports are of another year, issuer or part; a fourth is in no library."""
    return _library(
        tmp_path,
        {},
        {
            FIRST: [Correction("year", "2019"), Correction("county", "甲溪县")],
            THIRD: [Correction("issuer", "云岭镇"), Correction("issuer_kind", "town")],
            FOURTH: [Correction("kind", "next_plan", "二、存在的不足")],
            "f" * 64: [Correction("year", "1999")],
        },
    )


def test_hits_tell_what_is_so_now(moved: Library) -> None:
    with moved.read() as reader:
        (hit, *_) = search(reader, "开展普法讲座", Filters(years=(2019, 2019))).hits
        assert (hit.passage.year, hit.passage.issuer) == (2019, "柳溪镇")
        (plan,) = search(reader, "讲座 年:2023 部分:安排").hits
        assert plan.passage.section_kind == "next_plan"
        assert not search(reader, "讲座 年:2021").hits
        assert reader.years() == [2023, 2022, 2021, 2019]


def test_what_is_near_goes_by_what_is_so_now(moved: Library) -> None:
    with moved.read() as reader:
        near = search(reader, "开展普发讲坐 年:2019", forgiving=True).hits
        assert near
        assert {it.passage.year for it in near} == {2019}
        assert not search(reader, "开展普发讲坐 年:2021", forgiving=True).hits


def test_other_years_are_found_by_what_is_so_now(moved: Library) -> None:
    with moved.read() as reader:
        (hit, *_) = search(reader, "组织普法讲座").hits
        told = {it.year: it.has_report for it in other_years(reader, hit.passage)}
        assert told == {2023: True, 2021: False, 2019: False}


def test_pages_of_answers_join_without_a_gap(moved: Library) -> None:
    with moved.read() as reader:
        all_ids = reader.ids((), years=(2019, 2023), limit=100)
        found: list[int] = []
        while some := reader.ids(
            (), years=(2019, 2023), before=found[-1] if found else None, limit=2
        ):
            found += some
        assert found == all_ids
        assert len(all_ids) == reader.count((), (2019, 2023), 100)
        assert reader.count((), (2019, 2023), 3) == 3


def test_several_libraries_know_of_it_too(moved: Library, tmp_path: Path) -> None:
    own = store(tmp_path / "own.sqlite3", [_report("云岭镇", 2019, "甲溪县", "参加普法讲座")])
    with JointLibrary([moved, own]).read() as reader:
        found = search(reader, "讲座12场 年:2019 地:甲溪").hits
        assert sorted(it.passage.issuer or "" for it in found) == ["云岭镇", "柳溪镇"]
        assert reader.moves_years
