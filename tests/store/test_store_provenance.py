"""Where texts came from is kept, whatever parses them later; older and damaged rows do no harm."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from older import make_older
from store_reports import report_of

from tuibrowser.model.document import Hints, Stated, TableCell
from tuibrowser.model.report import Doubt, Report
from tuibrowser.model.terms import YearSource
from tuibrowser.store.errors import LibraryDamaged
from tuibrowser.store.library import Library


def known(report: Report) -> Report:
    size = len(report.text)
    return replace(
        report,
        format="pdf",
        reader=7,
        hints=Hints(
            (0, 2, 2, 5), ((0, 1), (3, 2)), (TableCell(1, 2, 0, 0, 1), TableCell(2, size, 0, 1, 0))
        ),
        stated=Stated("题目", None, "2024年3月28日", "青石县政府网"),
        doubts=(Doubt("reading", "第 2 页是扫描件"), Doubt("issuer", "发文单位取自文件名", 0, 2)),
        corrected=("year", "place"),
        year_source="folder",
        year_folder="2023年度",
    )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(known(report_of("调解纠纷。普法。")), Path("/a.pdf"), 1)
    return library


def only_report(library: Library) -> Report:
    with library.read() as reader:
        (sha256,) = reader.sha256s()
        return reader.report(sha256)


def change(library: Library, sql: str) -> None:
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(sql)


def test_all_that_a_file_said_comes_back(library: Library) -> None:
    assert only_report(library) == known(report_of("调解纠纷。普法。"))
    with library.read() as reader:
        assert reader.faults() == []
        origin = reader.stored_text(1).origin
    assert origin is not None
    assert (origin.format, origin.reader, origin.hints.page(4)) == ("pdf", 7, 3)


def test_what_is_parsed_again_is_told_of_it_and_may_say_other_doubts(library: Library) -> None:
    report = only_report(library)
    with library.write() as writer:
        origin = writer.text(report.sha256).origin
        assert origin is not None
        assert (origin.hints, origin.stated) == (report.hints, report.stated)
        writer.reparse(replace(report, doubts=report.doubts[:1]))
    assert only_report(library).doubts == report.doubts[:1]


def test_a_file_read_again_may_have_another_text(library: Library) -> None:
    report = only_report(library)
    with library.write() as writer:
        writer.upkeep.set_word_starts(report.sha256, b"\x01\x00")
        better = replace(known(report_of("调解纠纷。宣传法律。")), sha256=report.sha256, reader=8)
        writer.reparse(better)
        assert writer.upkeep.without_words() == [report.sha256]
    assert only_report(library) == better
    with library.read() as reader:
        assert reader.faults() == []


def test_taking_a_report_out_leaves_nothing_of_it(library: Library) -> None:
    with library.write() as writer:
        writer.remove(only_report(library).sha256)
    with closing(sqlite3.connect(library.path)) as connection:
        for table in ("provenance", "doubt"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_a_library_from_before_is_read_and_brought_up_to_date(library: Library) -> None:
    make_older(library.path, 2)
    report = only_report(library)
    assert (report.format, report.reader, report.hints, report.doubts) == ("txt", 0, Hints(), ())
    with library.write() as writer:
        writer.upkeep.set_synonyms([])
    assert only_report(library) == report
    assert library.check() == []


@pytest.mark.parametrize(
    ("says", "source", "folder"),
    [
        ("年度取自文件夹“2023年度”", "folder", "2023年度"),
        ("年度取自文件夹“2024年“报送””，按报送年份的上一年推定", "folder", "2024年“报送”"),
        ("年度取自文件名", "file", None),
        ("年度取自网页或文件的属性", "properties", None),
        ("年度取自正文中说得最多的年份", "body", None),
        ("年度 2023 晚于成文日期 2022-01-03", None, None),
    ],
)
def test_what_told_a_year_is_found_in_a_library_from_before(
    library: Library, says: str, source: YearSource | None, folder: str | None
) -> None:
    """By the sentence of its doubt, once; until then it is not known."""
    report = replace(only_report(library), doubts=(Doubt("year", says),))
    with library.write() as writer:
        writer.reparse(report)
    make_older(library.path, 11)
    assert only_report(library) == replace(report, year_source=None, year_folder=None)
    with library.write() as writer:
        writer.upkeep.set_synonyms([])
    assert only_report(library) == replace(report, year_source=source, year_folder=folder)
    assert library.check() == []


@pytest.mark.parametrize(
    "harm",
    [
        "format = x'00'",
        "year_source = 'dream'",
        "year_folder = x'00'",
        "reader = 'x'",
        "pages = '3 1'",
        "pages = '0 9999'",
        "pages = '-1'",
        "pages = '٣'",
        "pages = '1' || printf('%.99c', '0')",
        "headings = '1'",
        "headings = '1 100'",
        "cells = '1 2 3 4'",
        "cells = '2 1 0 0 0'",
        "site = x'00'",
    ],
)
def test_rows_that_fit_no_text_are_damage(library: Library, harm: str) -> None:
    change(library, f"UPDATE provenance SET {harm}")
    with pytest.raises(LibraryDamaged):
        only_report(library)
    with library.read() as reader:
        assert reader.stored_text(1).origin is None
        assert reader.broken() != []


@pytest.mark.parametrize(
    "harm", ['start = 5, "end" = 9999', 'start = 1, "end" = NULL', "says = x'00'"]
)
def test_doubts_that_fit_no_text_are_damage(library: Library, harm: str) -> None:
    change(library, f"UPDATE doubt SET {harm}")
    with pytest.raises(LibraryDamaged):
        only_report(library)
