"""What is noted of the meaning of every report's measures, whatever becomes of the report."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from copies import filled
from hypothesis import given
from hypothesis import strategies as st
from older import make_older
from store_reports import report_of

from tuibrowser.indexing import meaning as passing
from tuibrowser.indexing.meaning import mark_meaning
from tuibrowser.model.report import Report
from tuibrowser.store.answers import directions
from tuibrowser.store.library import Library, LibraryError, Reader, Versions
from tuibrowser.store.writing import meanings
from tuibrowser.text.equivalence import equate
from tuibrowser.text.meaning import DIMENSIONS, packed

VERSIONS = Versions(1, "a")
SENTENCES = (
    "律师轮流坐班解答群众的疑问。",
    "调解员上门化解邻里纠纷。",
    "无。",
)
REPORTS = [report_of(first + second) for first in SENTENCES for second in ("", *SENTENCES)]


def noted(path: Path) -> dict[str, bytes]:
    """The vectors of each report by its name, and no others."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(
            connection.execute(
                "SELECT r.sha256, m.vectors FROM meaning AS m"
                " LEFT JOIN report AS r ON r.id = m.report"
            )
        )


def by_hand(report: Report) -> bytes:
    return b"".join(packed(equate(report.slice(it))) for it in report.measures)


def quietly(done: int, total: int) -> None:
    assert 0 <= done < total


def mark(library: Library) -> None:
    with library.write(VERSIONS) as writer:
        mark_meaning(writer, quietly)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, 2), st.sampled_from(REPORTS)),
        st.tuples(st.just("forget"), st.integers(0, 2), st.none()),
        st.tuples(st.just("reparse"), st.integers(0, 2), st.none()),
        st.tuples(st.just("mark"), st.none(), st.none()),
    ),
    max_size=12,
)


@given(STEPS)
def test_after_whatever_happened_each_report_has_its_meaning(
    steps: list[tuple[str, int, Report | None]],
) -> None:
    with TemporaryDirectory() as name:
        library = filled(Path(name) / "library.sqlite3", [], 0)
        held: dict[int, Report] = {}
        for what, source, report in steps:
            path = Path(name) / f"{source}.txt"
            with library.write(VERSIONS) as writer:
                if report is not None:
                    writer.put(report, path, 0)
                    held[source] = report
                elif what == "forget" and source in held:
                    writer.sources.forget(path)
                    del held[source]
                elif what == "reparse" and source in held:
                    writer.reparse(held[source])
                elif what == "mark":
                    mark_meaning(writer, quietly)
        mark(library)
        assert noted(library.path) == {it.sha256: by_hand(it) for it in held.values()}
        with library.read() as reader:
            assert reader.meanings().agree()


def test_directions_come_newest_first_with_the_ids_of_their_measures(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    reports = [report_of(SENTENCES[0], year=2021), report_of(SENTENCES[1], year=2023)]
    with library.write(VERSIONS) as writer:
        for number, report in enumerate(reports):
            writer.put(report, tmp_path / f"{number}.txt", 0)
    mark(library)
    with library.read() as reader:
        (found,) = reader.meanings().directions(None, 100)
        assert found.packed == by_hand(reports[1]) + by_hand(reports[0])
        for (number, count), report in zip(found.reports, reversed(reports), strict=True):
            ids = reader.meanings().measures(number, count)
            assert len(ids) == count
            records = {it.id: it for it in reader.records(ids)}
            assert [records[id_].text for id_ in ids] == [
                report.slice(it) for it in report.measures
            ]
        (only,) = reader.meanings().directions((2021, 2021), 100)
        assert only.packed == by_hand(reports[0])
        assert list(reader.meanings().directions((2022, 2022), 100)) == []


def test_no_report_is_begun_beyond_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directions, "_REPORTS_AT_ONCE", 1)
    library = Library(tmp_path / "library.sqlite3")
    with library.write(VERSIONS) as writer:
        for number, report in enumerate(REPORTS[:4]):
            writer.put(report, tmp_path / f"{number}.txt", 0)
    mark(library)
    with library.read() as reader:
        assert len(list(reader.meanings().directions(None, 10_000))) == 4
        assert len(list(reader.meanings().directions(None, 1))) == 1


def test_forty_bytes_a_measure_at_most(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    report = report_of(SENTENCES[1] * 60)
    with library.write(VERSIONS) as writer:
        writer.put(report, tmp_path / "1.txt", 0)
    mark(library)
    with closing(sqlite3.connect(library.path)) as connection:
        ((stored,),) = connection.execute("SELECT length(vectors) + length(rule) FROM meaning")
    assert stored <= 40 * len(report.measures)
    assert len(report.measures) >= 60


def test_another_table_makes_all_of_them_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write(VERSIONS) as writer:
        writer.put(REPORTS[1], tmp_path / "1.txt", 0)
    with monkeypatch.context() as patch:
        patch.setattr(meanings, "meaning_version", lambda: "older")
        patch.setattr(meanings, "packed", lambda _: bytes(DIMENSIONS))
        mark(library)
    with library.read() as reader:
        # Not comparable with a query of today.
        assert list(reader.meanings().directions(None, 100)) == []
    mark(library)
    assert noted(library.path) == {REPORTS[1].sha256: by_hand(REPORTS[1])}


def test_a_stopped_pass_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passing, "_AT_ONCE", 1)
    library = Library(tmp_path / "library.sqlite3")

    def stop(done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with library.write(VERSIONS) as writer:
        for number, report in enumerate(REPORTS[:3]):
            writer.put(report, tmp_path / f"{number}.txt", 0)
    with pytest.raises(KeyboardInterrupt), library.write(VERSIONS) as writer:
        mark_meaning(writer, stop)
    with library.write(VERSIONS) as writer:
        assert writer.upkeep.without_meaning() == [it.sha256 for it in REPORTS[1:3]]


def test_an_older_library_has_none_and_gets_them(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write(VERSIONS) as writer:
        writer.put(REPORTS[1], tmp_path / "1.txt", 0)
    make_older(library.path, 8)
    with library.read() as reader:
        assert list(reader.meanings().directions(None, 100)) == []
        assert reader.meanings().agree()
    mark(library)
    assert noted(library.path) == {REPORTS[1].sha256: by_hand(REPORTS[1])}


@pytest.mark.parametrize("damage", ["X'00'", "7", "'text'", "zeroblob(3200)"])
def test_damaged_vectors_are_told_and_never_compared(tmp_path: Path, damage: str) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write(VERSIONS) as writer:
        writer.put(REPORTS[1], tmp_path / "1.txt", 0)
    mark(library)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute(f"UPDATE meaning SET vectors = {damage}")
    with library.read() as reader:
        assert not reader.meanings().agree()
    assert any("按意思" in sentence for sentence in library.check())
    with library.read() as reader, pytest.raises(LibraryError):
        compare(reader)


def compare(reader: Reader) -> None:
    """All that a question asks of them."""
    for found in reader.meanings().directions(None, 100):
        for number, count in found.reports:
            reader.meanings().measures(number, count)
