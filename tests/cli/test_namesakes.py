"""Two townships of one name in every command that names them, and reports of no known place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tuibrowser.cli import main

_TEXT = """{county}{name}{year}年法治政府建设情况报告
一、主要举措和成效
（一）加强普法。全年在老街茶馆开展法治讲座{count}场。
（二）化解纠纷。全年化解矛盾纠纷{count}件。
二、存在的不足
"""


@pytest.fixture
def db(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """城关镇 of 甲溪县 in 2023, of 乙河县 in 2022 and 2023; 白河乡 of nowhere."""
    folder = tmp_path / "reports"
    folder.mkdir()
    reports = [
        ("甲溪县", "城关镇", 2023, 31),
        ("乙河县", "城关镇", 2022, 42),
        ("乙河县", "城关镇", 2023, 53),
        ("", "白河乡", 2023, 64),
    ]
    for county, name, year, count in reports:
        text = _TEXT.format(county=county, name=name, year=year, count=count)
        (folder / f"{county}{name}{year}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "library.sqlite3"
    assert main(["--db", str(path), "index", "--no-words", str(folder)]) == 0
    capfd.readouterr()
    return str(path)


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["search", "老街茶馆"],
        ["search", "老街茶馆", "--format", "csv"],
        ["figures", "--indicator", "化解纠纷"],
        ["figures", "--indicator", "化解纠纷", "--format", "csv"],
        ["compare", "甲溪县/城关镇@2023", "乙河县/城关镇@2023"],
        ["compare", "甲溪县/城关镇@2023", "乙河县/城关镇@2023", "--format", "md"],
        ["coverage", "甲溪县/*@2023"],
        ["reuse", "甲溪县/城关镇@2023", "--other-units"],
        ["like", "甲溪县/城关镇@2023"],
        ["changes", "乙河县/城关镇@2023"],
        ["check", "乙河县/城关镇@2023"],
    ],
    ids=lambda command: " ".join(command[:3:2]),
)
def test_a_county_stands_beside_the_name(
    db: str, capfd: pytest.CaptureFixture[str], command: list[str]
) -> None:
    main(["--db", db, *command])
    lines = [it for it in capfd.readouterr().out.splitlines() if "城关镇" in it]
    assert lines
    assert [it for it in lines if not ("甲溪县" in it or "乙河县" in it)] == []


def test_the_years_of_a_unit_stay_in_one_line(db: str, capfd: pytest.CaptureFixture[str]) -> None:
    main(["--db", db, "figures", "乙河县/*@2022..2023", "--indicator", "化解纠纷"])
    shown = capfd.readouterr()
    assert shown.out.splitlines()[1].split() == ["化解纠纷", "件", "乙河县城关镇", "42", "53"]
    assert "另有 1 份未写明地区" in shown.err


def test_a_ref_of_a_namesake_says_its_place_in_every_year(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    main(["--db", db, "list"])
    refs = [line.split()[0] for line in capfd.readouterr().out.splitlines()[1:]]
    assert set(refs) == {
        "甲溪县/城关镇@2023", "乙河县/城关镇@2022", "乙河县/城关镇@2023", "白河乡@2023",
    }  # fmt: skip
    for ref in refs:
        assert main(["--db", db, "show", ref, "--format", "json"]) == 0
        assert len(json.loads(capfd.readouterr().out)["reports"]) == 1


def test_what_a_set_may_lack_is_said_of_a_list_too(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for named in ("乙河县/*@2023", "乙河县@2023", "乙河县"):
        assert main(["--db", db, "list", named]) == 0
        assert capfd.readouterr().err == "另有 1 份未写明地区\n"
    assert main(["--db", db, "list", "白河乡"]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("command", [["list"], ["compare"], ["figures"], ["get"]])
def test_what_several_sets_may_lack_is_counted_once(
    db: str, capfd: pytest.CaptureFixture[str], command: list[str]
) -> None:
    main(["--db", db, *command, "乙河县/*@2023", "甲溪县/*@2023"])
    assert capfd.readouterr().err.count("另有 1 份未写明地区") == 1
    # What another name gives is not lacking.
    main(["--db", db, *command, "乙河县/*@2023", "白河乡"])
    assert "未写明地区" not in capfd.readouterr().err


def test_a_unit_alone_means_its_years_where_years_are_compared(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["--db", db, "compare", "--years", "乙河县/城关镇"]) == 0
    assert capfd.readouterr().out.split("\n", 1)[0].count("城关镇") == 2
    # Years of two units are not laid side by side.
    assert main(["--db", db, "compare", "--years", "城关镇"]) == 2
    assert "甲溪县/城关镇@2023" in capfd.readouterr().err
    assert main(["--db", db, "compare", "乙河县/城关镇"]) == 2
    assert "各年都要，请写 乙河县/城关镇@2022..2023" in capfd.readouterr().err


def test_a_name_may_be_written_in_full_or_as_it_sounds(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["--db", db, "show", "乙河县城关镇人民政府@二〇二三"]) == 0
    assert "乙河县" in capfd.readouterr().out
    assert main(["--db", db, "show", "baihe@2023"]) == 1
    assert "是否指：白河乡@2023" in capfd.readouterr().err


def test_numbers_and_changes_of_a_unit_alone_are_of_all_its_years(
    db: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["--db", db, "figures", "乙河县/城关镇", "--indicator", "化解纠纷"]) == 0
    assert capfd.readouterr().out.splitlines()[1].split()[-2:] == ["42", "53"]
    assert main(["--db", db, "changes", "乙河县/城关镇", "--format", "json"]) == 0
    assert capfd.readouterr().out.count('"year": 202') >= 2
    assert main(["--db", db, "figures", "城关镇"]) == 2


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("乙禾县/*@2023", "乙河县/*@2023"),
        ("乙荷县", "乙河县/*"),
        ("yihexian/*@2022..2023", "乙河县/*@2022..2023"),
    ],
)
def test_a_place_that_nothing_has_suggests_the_nearest(
    db: str, capfd: pytest.CaptureFixture[str], named: str, meant: str
) -> None:
    assert main(["--db", db, "list", named]) == 1
    assert f"是否指：{meant}\n" in capfd.readouterr().err
    assert main(["--db", db, "list", "山海关区/*"]) == 1
    assert "是否指" not in capfd.readouterr().err


def test_one_report_twice_is_nothing_to_compare(db: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", db, "compare", "白河乡@2023", "白河@2023"]) == 2
    assert capfd.readouterr().err == "写的是同一份报告，请再写一个 REF\n"


def test_an_office_named_with_its_county_and_without_is_one_unit(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "reports" / "青石县"
    folder.mkdir(parents=True)
    for name, year in (("青石县农业农村局", 2023), ("农业农村局", 2024), ("青石县司法局", 2024)):
        text = _TEXT.format(county="", name=name, year=year, count=year - 2000)
        (folder / f"{name}{year}.txt").write_text(text, encoding="utf-8")
    db = str(tmp_path / "library.sqlite3")
    assert main(["--db", db, "index", "--no-words", str(folder.parent)]) == 0
    capfd.readouterr()

    assert main(["--db", db, "changes", "农业农村局@2024", "--format", "json"]) == 0
    (changed,) = json.loads(capfd.readouterr().out)["reports"]
    assert changed["issuer"] == "农业农村局"
    assert changed["against"] is not None
    for name in ("农业农村局", "青石县农业农村局"):
        assert main(["--db", db, "compare", "--years", name, "--format", "md"]) == 0
        assert "青石县农业农村局2023" in capfd.readouterr().out
    assert main(["--db", db, "coverage", "青石县/*", "--format", "json"]) == 0
    units = json.loads(capfd.readouterr().out)["units"]
    assert [it["issuer"] for it in units] == ["农业农村局", "青石县司法局"]


def test_a_list_of_a_set_in_several_places_is_of_all_and_says_which(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    db, folder = str(tmp_path / "library.sqlite3"), tmp_path / "reports"
    folder.mkdir()
    for city in ("东湖市", "西岭市"):
        for name in ("柳溪镇", "石桥镇"):
            text = _TEXT.format(county=f"{city}河东区", name=name, year=2023, count=len(name))
            (folder / f"{city}{name}.txt").write_text(text, encoding="utf-8")
    assert main(["--db", db, "index", "--no-words", str(folder)]) == 0
    capfd.readouterr()
    assert main(["--db", db, "list", "河东区/*@2023"]) == 0
    printed = capfd.readouterr()
    assert len(printed.out.splitlines()) == 5
    assert "地名可指：东湖市/河东区、西岭市/河东区" in printed.err
    assert main(["--db", db, "coverage", "河东区/*@2023"]) == 2
