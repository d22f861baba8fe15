"""Passages are numbered by year, with little room at first and more where it is needed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_reports import report_of

from tuibrowser.model.search import UNDATED
from tuibrowser.store.library import Library, LibraryError
from tuibrowser.store.rows import numbering
from tuibrowser.store.rows.numbering import WIDEST, Numbering, fitting, numbering_in
from tuibrowser.text.meaning import DIMENSIONS

YEARS = st.integers(1, 9999)
NUMBERINGS = st.builds(Numbering, st.integers(0, 2100), st.integers(1, 32))


def numbering_of(library: Library) -> Numbering:
    with library.read() as reader:
        return reader.numbering


@given(NUMBERINGS, st.lists(st.tuples(st.just(0) | YEARS, st.integers(1, 2**13))))
def test_ids_are_in_the_order_of_years(numbers: Numbering, passages: list[tuple[int, int]]) -> None:
    known = [
        (year, number)
        for year, number in passages
        if (not year or year > numbers.before) and number <= numbers.room
    ]
    ids = {it: numbers.lowest(it[0]) + it[1] for it in known}
    assert sorted(known) == sorted(known, key=ids.__getitem__)
    assert all((numbers.year_of(id_), numbers.number_of(id_)) == it for it, id_ in ids.items())


@given(
    NUMBERINGS,
    st.just(0) | YEARS,
    st.none() | st.just(UNDATED) | st.tuples(st.integers(0, 10**30), st.integers(-5, 10**30)),
)
def test_a_range_of_years_is_a_range_of_ids(
    numbers: Numbering, year: int, years: tuple[int, int] | None
) -> None:
    if 0 < year <= numbers.before:
        return
    low, high = numbers.between(years, None)
    if years is None:
        expected = True
    elif years == UNDATED:
        expected = not year
    else:
        expected = year > 0 and years[0] <= year <= years[1]
    for number in (1, numbers.room):
        assert (low <= numbers.lowest(year) + number <= high) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, Numbering(1999, 13)),
        ({2023: 4095, 0: 9}, Numbering(1999, 13)),
        ({2023: 4096}, Numbering(1999, 20)),
        ({1999: 1}, Numbering(0, 13)),
        ({2023: 1 << 19}, Numbering(1999, 32)),
        ({2023: 1 << 40}, Numbering(1999, 32)),
    ],
)
def test_the_least_room_that_is_twice_what_it_takes(
    counts: dict[int, int], expected: Numbering
) -> None:
    assert fitting(counts) == expected
    assert numbering_in(expected.written()) == expected


@pytest.mark.parametrize("value", ["", "1999", "1999 0", "1999 33", "-1 13", "1999 13 ", "２ 13"])
def test_what_is_no_numbering_is_told(value: str) -> None:
    assert numbering_in(value) is None


def test_a_new_library_has_little_room_and_one_that_expects_much_has_more(tmp_path: Path) -> None:
    few, many = Library(tmp_path / "few.sqlite3"), Library(tmp_path / "many.sqlite3")
    for library, expected in ((few, 100), (many, 1000)):
        with library.write() as writer:
            writer.upkeep.make_room(expected)
            writer.put(report_of("普法。"), Path("/a.txt"), 1)
            # It has passages now, whose ids must not change their meaning.
            writer.upkeep.make_room(10**6)
    assert numbering_of(few) == Numbering(1999, 13)
    assert numbering_of(many) == Numbering(1999, 20)
    for library in (few, many):
        with library.read() as reader:
            assert reader.years() == [2023]


def test_a_year_that_is_full_numbers_all_anew_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numbering, "_SHIFTS", (3, 4, 32))
    library = Library(tmp_path / "library.sqlite3")
    reports = [
        report_of(f"普法{name}。调解{name}。", year=year)
        for name, year in zip("甲乙丙丁", (2022, 2023, None, 2022), strict=True)
    ]
    with library.write() as writer:
        for number, report in enumerate(reports):
            writer.put(report, Path(f"/{number}.txt"), 1)
        # Its numbers are not given again before all are given anew.
        writer.remove(reports[0].sha256)
        writer.upkeep.set_meaning([it.sha256 for it in reports[1:]])
    assert numbering_of(library).room == 7
    with library.read() as reader:
        before = reader.passages([], limit=99)
    last = report_of("普法戊。普法己。调解庚。纠纷。", year=2022)
    with library.write() as writer:
        writer.put(last, Path("/last.txt"), 1)
        writer.upkeep.set_meaning([last.sha256])
    assert numbering_of(library).room == 15
    with library.read() as reader:
        found = reader.passages([], limit=99)
        assert {it.id for it in found if it.year}.isdisjoint(it.id for it in before)
        others = [it._replace(id=0) for it in found if it.report != last.sha256]
        assert others == [it._replace(id=0) for it in before]
        assert reader.years() == [2023, 2022]
        assert all(reader.report(it.sha256).passages == it.passages for it in (*reports[1:], last))
        for years, expected in (((2022, 2022), 6), ((2023, 2023), 2), (UNDATED, 2), (None, 10)):
            assert reader.count([], years, 99) == expected
            assert len(reader.passages([], years=years, limit=99)) == expected
        assert len(reader.ids(["普法"], limit=9)) == 5
        (some,) = reader.meanings().directions(None, 99)
        assert len(some.packed) == 10 * DIMENSIONS
        assert all(len(reader.meanings().measures(*it)) == it[1] for it in some.reports)
        assert reader.faults() == []
    with library.write() as writer:
        writer.remove(last.sha256)
    with library.read() as reader:
        assert len(reader.ids(["普法"], limit=9)) == 3
    assert library.check() == []


def test_a_report_of_an_early_year_is_taken_and_numbers_all_anew(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        for number, year in enumerate((2023, 1987, None, 1)):
            writer.put(report_of("普法。", year=year), Path(f"/{number}.txt"), 1)
    assert numbering_of(library).before == 0
    with library.read() as reader:
        assert [it.year for it in reader.passages(["普法"], limit=9)] == [2023, 1987, 1, None]
        assert reader.years() == [2023, 1987, 1]
        assert reader.faults() == []
    assert library.check() == []


@pytest.mark.parametrize("value", ["", "1999", "1999 77", "x"])
def test_a_library_that_does_not_say_how_it_is_numbered_is_damaged(
    tmp_path: Path, value: str
) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of("普法。"), Path("/a.txt"), 1)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'numbering'", [value])
    with pytest.raises(LibraryError, match="损坏"), library.read():
        pass
    with pytest.raises(LibraryError, match="损坏"), library.write() as writer:
        writer.put(report_of("调解。"), Path("/b.txt"), 1)


def test_a_numbering_that_is_not_that_of_the_passages_is_noticed(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of("普法。"), Path("/a.txt"), 1)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'numbering'", [WIDEST.written()])
    with library.read() as reader:
        assert any("不一致" in it for it in reader.faults())


def test_a_report_taken_out_takes_no_passage_of_another_with_it(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    one, other = report_of("普法甲。"), report_of("普法乙。")
    with library.write() as writer:
        for report in (one, other):
            writer.put(report, Path(f"/{report.sha256}.txt"), 1)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute(
            "UPDATE extent SET first = (SELECT min(first) FROM extent),"
            " last = (SELECT max(last) FROM extent)"
        )
    with library.write() as writer:
        writer.remove(one.sha256)
    with library.read() as reader:
        assert reader.report(other.sha256).passages == other.passages
        assert [it.text for it in reader.passages(["普法"], limit=9)] == ["普法乙。"]
