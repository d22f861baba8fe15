"""``figures``: numbers of a library as data."""

import csv
import io
import json
from pathlib import Path

import pytest

from tuibrowser.cli import main

_TEXT = """青坪县{name}{year}年法治政府建设情况报告
一、主要举措和成效
全年调解矛盾纠纷{count}件，开展法治讲座12场。
"""


@pytest.fixture
def library(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    """乌石镇 of two years and 白水镇 of one."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, year, count in (("乌石镇", 2022, 40), ("乌石镇", 2023, 51), ("白水镇", 2023, 7)):
        text = _TEXT.format(name=name, year=year, count=count)
        (folder / f"{name}{year}.txt").write_text(text, encoding="utf-8")
    db = tmp_path / "library.sqlite3"
    assert main(["--db", str(db), "index", "--no-words", str(folder)]) == 0
    capfd.readouterr()
    return db


def test_the_whole_library_or_what_is_named(
    library: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["--db", str(library), "figures", "--indicator", "化解纠纷"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0].split() == ["指标", "计量", "单位", "2022", "2023"]
    assert [line.split() for line in lines[1:3]] == [
        ["化解纠纷", "件", "白水镇", "7"],
        ["化解纠纷", "件", "乌石镇", "40", "51"],
    ]
    command = ["figures", "乌石镇@2022..2023", "--year", "2023", "--format", "json"]
    assert main(["--db", str(library), *command]) == 0
    rows = json.loads(capfd.readouterr().out)["rows"]
    assert [(row["issuer"], row["year"], row["value"]) for row in rows] == [
        ("乌石镇", 2023, 51),
        ("乌石镇", 2023, 12),
    ]
    assert list(rows[0]) == [
        *("report", "issuer", "year", "indicator", "label", "value", "unit", "unit_family"),
        *("hedge", "role", "scope", "period", "noun", "text", "start", "end", "time", "part_of"),
    ]
    assert len(rows[0]["report"]) == 12


def test_csv_has_the_rows_of_the_json(library: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", str(library), "figures", "--format", "csv"]) == 0
    heads, *rows = csv.reader(io.StringIO(capfd.readouterr().out.lstrip("\ufeff")))
    assert heads[:3] == ["report", "issuer", "year"]
    assert len(rows) == 6


def test_a_draft_needs_no_library_and_has_no_name(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(_TEXT.format(name="乌石镇", year=2024, count=9), encoding="utf-8")
    db = str(tmp_path / "none.sqlite3")
    assert main(["--db", db, "figures", str(draft), "--format", "json"]) == 0
    rows = json.loads(capfd.readouterr().out)["rows"]
    assert [(row["report"], row["value"]) for row in rows] == [(None, 9), (None, 12)]


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["--indicator", "化解纷争"], 2, "化解纠纷"),
        (["--indicator", "罚款"], 2, "罚没金额"),
        (["--indicator", "drills"], 1, "没有这一指标的数据"),
        (["--year", "1999"], 1, "没有这一年份的报告，现有：2"),
    ],
)
def test_what_cannot_be_answered_is_said(
    library: Path,
    capfd: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    sentence: str,
) -> None:
    assert main(["--db", str(library), "figures", *arguments]) == status
    assert sentence in capfd.readouterr().err


def test_of_one_report_each_number_is_shown_with_its_words(
    library: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whoever checks one report wants to find the number in it; years and units say nothing."""
    assert main(["--db", str(library), "figures", "乌石镇@2023"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0].split() == ["指标", "计量", "乌石镇2023", "行", "原文"]
    (row,) = (line.split() for line in lines if line.startswith("化解纠纷"))
    assert row[:3] == ["化解纠纷", "件", "51"]
    assert "51" in row[4]
    assert lines[-1].startswith("≥ 原文为")


def test_what_no_report_has_prints_nothing_but_a_sentence(
    library: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["--db", str(library), "figures", "--indicator", "应急演练"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
