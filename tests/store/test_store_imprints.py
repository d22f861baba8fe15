"""What is registered of every report's wording, whatever becomes of the report."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_reports import report_of

from tuibrowser.indexing.imprint import mark_wording
from tuibrowser.model.report import Report
from tuibrowser.store import imprints
from tuibrowser.store.library import Library, Versions
from tuibrowser.text.winnowing import hashes_of

VERSIONS = Versions(1, "a")
SENTENCES = (
    "本镇在集市设立流动服务点，由律师轮流坐班解答群众的疑问。",
    "本镇在集市设立流动服务点，由法官轮流坐班解答群众的疑问。",
    "对行政处罚案卷逐件复查，发现问题当场退回并限期补正。",
    "无。",
)


def wording_of(path: Path) -> set[tuple[str, int, int]]:
    """Hash and passage of the library, a passage by its report's name and its place in it."""
    with closing(sqlite3.connect(path)) as connection:
        return set(
            connection.execute(
                "SELECT r.sha256, p.start, f.hash FROM fingerprint AS f"
                " LEFT JOIN passage AS p ON p.id = f.passage"
                " LEFT JOIN report AS r ON r.id = p.report"
            )
        )


def quietly(done: int, total: int) -> None:
    assert 0 <= done < total


def mark(library: Library) -> None:
    with library.write(VERSIONS) as writer:
        mark_wording(writer, quietly)


def reports() -> Iterator[Report]:
    for first in SENTENCES:
        for second in SENTENCES:
            yield report_of(first + second)


REPORTS = list(reports())
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
def test_after_whatever_happened_the_wording_is_that_of_a_library_made_at_once(
    steps: list[tuple[str, int, Report | None]],
) -> None:
    with TemporaryDirectory() as name:
        library = Library(Path(name) / "grown.sqlite3")
        held: dict[int, Report] = {}
        for what, source, report in steps:
            path = Path(name) / f"{source}.txt"
            with library.write(VERSIONS) as writer:
                if report is not None:
                    writer.put(report, path, 0)
                    held[source] = report
                elif what == "forget" and source in held:
                    writer.forget(path)
                    del held[source]
                elif what == "reparse" and source in held:
                    writer.reparse(held[source])
                elif what == "mark":
                    mark_wording(writer, quietly)
        mark(library)
        again = Library(Path(name) / "again.sqlite3")
        with again.write(VERSIONS) as writer:
            for source, report in held.items():
                writer.put(report, Path(name) / f"{source}.txt", 0)
        mark(again)
        assert wording_of(library.path) == wording_of(again.path)
        assert wording_of(library.path) == {
            (report.sha256, passage.start, hash_)
            for report in held.values()
            for passage in report.measures
            for hash_ in hashes_of(report.slice(passage))
        }


def test_another_rule_makes_all_of_them_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(tmp_path / "library.sqlite3")
    first, second = REPORTS[1], REPORTS[2]
    with library.write(VERSIONS) as writer:
        writer.put(first, tmp_path / "1.txt", 0)
        writer.put(second, tmp_path / "2.txt", 0)
    with monkeypatch.context() as patch:
        patch.setattr(imprints, "winnowing_version", lambda: "older")
        patch.setattr(imprints, "hashes_of", lambda text: {1, 2, len(text)})
        mark(library)
    assert {hash_ for _, _, hash_ in wording_of(library.path)} >= {1, 2}
    with library.write(VERSIONS) as writer:
        assert writer.without_fingerprints() == [first.sha256, second.sha256]
        # What it said under the older rule cannot be told any more.
        writer.remove(first.sha256)
    assert wording_of(library.path) == set()
    mark(library)
    assert {sha256 for sha256, _, _ in wording_of(library.path)} == {second.sha256}
    with library.write(VERSIONS) as writer:
        assert writer.without_fingerprints() == []


def test_a_stopped_pass_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tuibrowser.indexing import imprint

    monkeypatch.setattr(imprint, "_AT_ONCE", 1)
    library = Library(tmp_path / "library.sqlite3")

    def stop(done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with library.write(VERSIONS) as writer:
        for number, report in enumerate(REPORTS[:3]):
            writer.put(report, tmp_path / f"{number}.txt", 0)
    with pytest.raises(KeyboardInterrupt), library.write(VERSIONS) as writer:
        mark_wording(writer, stop)
    with library.write(VERSIONS) as writer:
        assert writer.without_fingerprints() == [it.sha256 for it in REPORTS[1:3]]
