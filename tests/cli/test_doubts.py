"""What was read with doubts is listed, and written for a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import plain
from small_library import Run

from tuibrowser.model.document import Hints
from tuibrowser.model.report import Doubt
from tuibrowser.store.library import Library

_WITHOUT_HEADINGS = "青石镇2023年法治政府建设年度报告\n" + "开展普法宣传，规范行政执法。\n" * 6


@pytest.fixture
def doubtful(library: Library) -> Library:
    report = replace(
        plain("甲镇"),
        file="甲.pdf",
        format="pdf",
        hints=Hints(pages=(0, 10)),
        doubts=(Doubt("reading", "第 3 页是扫描件"), Doubt("year", "年份只见于落款", 12, 16)),
    )
    with library.write() as writer:
        writer.put(report, Path("/甲.pdf"), 1)
    return library


def test_reports_with_doubts_are_listed_with_each(run: Run, doubtful: Library) -> None:
    status, out, err = run("doctor", "--reports")
    assert status == 0
    assert out == "甲镇@2023（甲.pdf，PDF）\n  第 3 页是扫描件\n  第2页：年份只见于落款\n"
    assert "共 1 份报告读取时存疑" in err


def test_files_that_are_called_alike_are_told_apart_by_their_folders(
    run: Run, tmp_path: Path
) -> None:
    for folder, more in (("东片", ""), ("西片", "建设普法长廊。\n")):
        path = tmp_path / folder / "报告.txt"
        path.parent.mkdir()
        path.write_text(f"{_WITHOUT_HEADINGS}{more}", encoding="utf-8")
        assert run("index", str(path), "--no-words").status == 0
    shown = run("doctor", "--reports").out
    assert "（东片/报告.txt，" in shown
    assert "（西片/报告.txt，" in shown


def test_where_nothing_is_doubtful_that_is_said(run: Run, library: Library) -> None:
    assert run("doctor", "--reports") == (0, "没有读取时存疑的报告\n", "")


def test_the_same_is_written_as_csv_with_what_was_refused(
    run: Run, library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "上报"
    folder.mkdir()
    (folder / "无标题.txt").write_text(_WITHOUT_HEADINGS, encoding="utf-8")
    (folder / "空.txt").write_bytes(b"")
    target = tmp_path / "清单.csv"
    status, _, err = run("index", str(folder), "--no-words", "--report", str(target))
    assert status == 1
    assert str(target) in err
    listed = csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig")))
    # Of places nothing is stated in any of these.
    rows = [row for row in listed if row["类别"] != "地区"]
    assert [(Path(row["文件"]).name, row["类别"]) for row in rows] == [
        ("无标题.txt", "标题"),
        ("空.txt", "未能入库"),
    ]
    # Of several files of one name one has to know which.
    assert [row["文件"] for row in rows] == [str(folder / "无标题.txt"), str(folder / "空.txt")]
    assert rows[0]["单位"] == "青石镇"
    assert rows[0]["格式"] == "txt"
    assert len(rows[0]["sha256"]) == 64
    assert "空的" in rows[1]["说明"]


def test_a_list_never_overwrites_a_library_or_what_was_read(
    run: Run, library: Library, tmp_path: Path
) -> None:
    source = tmp_path / "报告.txt"
    source.write_text(_WITHOUT_HEADINGS, encoding="utf-8")
    before = library.path.read_bytes()
    assert run("index", str(source), "--report", str(library.path)).status == 2
    assert library.path.read_bytes() == before
    assert run("index", str(source), "--no-words", "--report", str(source)).status == 2
    assert source.read_text(encoding="utf-8") == _WITHOUT_HEADINGS


def test_a_text_that_is_no_report_is_listed_with_those_in_doubt(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "上报"
    folder.mkdir()
    (folder / "通知.txt").write_text("关于召开会议的通知\n请各村准时参加。\n", encoding="utf-8")
    target = tmp_path / "清单.csv"
    run("index", str(folder), "--no-words", "--report", str(target))
    out = run("doctor", "--reports").out
    assert out.count("（通知.txt") == 1
    assert "  看不出是法治政府建设年度报告，请检查文件\n" in out
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert ("不是报告", str(folder / "通知.txt")) in {(it["类别"], it["文件"]) for it in rows}


def test_a_letter_without_its_report_is_said_to_be_none_and_is_not_counted(
    run: Run, tmp_path: Path
) -> None:
    letter = tmp_path / "云溪镇.txt"
    letter.write_text(
        "关于报送《云溪镇2023年法治政府建设情况报告》的函\n\n县司法局：\n"
        "现将《云溪镇2023年法治政府建设情况报告》报送贵局，请审阅。\n\n云溪镇人民政府\n2024年1月8日\n",
        encoding="utf-8",
    )
    assert "没有报告正文" in run("index", str(letter), "--no-words").err
    assert "没有报告正文" in run("doctor", "--reports").out
    roster = tmp_path / "名册.csv"
    roster.write_text("单位\n云溪镇\n", encoding="utf-8")
    shown = run("coverage", "--year", "2023", "--roster", str(roster)).out
    assert "未报送 1 个" in shown
