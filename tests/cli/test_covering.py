"""``coverage``."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from handmade import plain
from small_library import YUNTAI, Run

from tuibrowser.cli import main
from tuibrowser.model.report import Place, Report
from tuibrowser.reading.sheets import read_sheets
from tuibrowser.state.refused import RefusedFile, change_refused
from tuibrowser.store.library import Library
from tuibrowser.text.cellwidth import cells

Cover = Callable[..., dict[str, Any]]


@pytest.fixture
def cover(library: Library, capsys: pytest.CaptureFixture[str]) -> Cover:
    """Run ``coverage … --format json`` on the small library and return the units by name."""

    def run(*arguments: str, status: int = 0) -> dict[str, Any]:
        capsys.readouterr()
        assert (
            main(["--db", str(library.path), "coverage", *arguments, "--format", "json"]) == status
        )
        record = json.loads(capsys.readouterr().out)
        assert list(record) == ["year", "units"]
        return {unit["issuer"]: unit for unit in record["units"]} | {"year": record["year"]}

    return run


def add(library: Library, *reports: Report) -> None:
    with library.write() as writer:
        for report in reports:
            writer.put(report, Path(f"/报送/{report.file}"), 0)


def statuses(units: dict[str, Any]) -> dict[str, str]:
    return {name: unit["status"] for name, unit in units.items() if name != "year"}


def test_units_that_ever_reported_are_those_there_are(cover: Cover) -> None:
    units = cover("云台县/*@2022")
    assert units["year"] == 2022
    assert statuses(units) == {"城关镇": "missing", "石桥乡": "missing", "柳溪镇": "reported"}
    missing = units["石桥乡"]
    assert missing["report"] is None
    assert set(missing["states"].values()) == {None}
    assert len(missing["themes"]) == 20


def test_counts_are_those_of_the_report(cover: Cover, library: Library) -> None:
    unit = cover("云台县/*@2023")["石桥乡"]
    with library.read() as reader:
        entry = next(it for it in reader.entries() if it.issuer == "石桥乡")
        report = reader.report(entry.sha256)
    assert unit["report"] == report.sha256[:12]
    assert unit["characters"] == len(report.text)
    assert unit["measures"] == len(report.measures)
    assert unit["figures"] == len(report.figures)
    assert unit["states"] == dict(report.section_states)
    for theme, counts in unit["themes"].items():
        within = [it for it in report.measures if theme in it.themes]
        inside = [f for f in report.figures if any(m.start <= f.start < m.end for m in within)]
        assert counts == {"measures": len(within), "figures": len(inside)}
    assert any(counts["measures"] for counts in unit["themes"].values())


def test_two_days_are_kept_apart_and_can_be_changed(cover: Cover, library: Library) -> None:
    dates = {
        "甲镇": ("2024-03-01", "2024-04-01"),
        "乙镇": ("2024-03-02", None),
        "丙镇": ("2024-01-01", "2024-04-02"),
        "丁镇": (None, None),
    }
    reports = [
        replace(plain(name, 2023), place=YUNTAI, date=date, published=published)
        for name, (date, published) in dates.items()
    ]
    add(library, *reports)
    units = cover("云台县/*@2023")
    assert {name: (units[name]["status"], units[name]["overdue"]) for name in dates} == {
        "甲镇": ("reported", []),
        "乙镇": ("late", ["reported"]),
        "丙镇": ("late", ["published"]),
        "丁镇": ("reported", []),
    }
    units = cover("云台县/*@2023", "--due", "2月1日", "--publish-due", "4.2")
    assert [statuses(units)[name] for name in dates] == ["late", "late", "reported", "reported"]


def test_a_roster_says_who_is_to_report_and_until_when(
    cover: Cover, library: Library, tmp_path: Path
) -> None:
    add(library, replace(plain("甲镇", 2023), place=YUNTAI, date="2024-03-10"))
    roster = tmp_path / "名册.csv"
    lines = ("单位;县区;应报时间", "柳溪镇人民政府;云台县;", "石乔乡;;", "甲镇;云台;3月15日")
    roster.write_bytes("\n".join(lines).encode("gb18030"))
    units = cover("云台县/*@2023", "--roster", str(roster))
    assert statuses(units) == {
        **{"柳溪镇": "reported", "石乔乡": "missing", "甲镇": "reported"},
        **{"城关镇": "unlisted", "石桥乡": "unlisted"},
    }


def test_a_county_that_is_mistyped_is_said_with_the_right_one(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "名册.csv"
    roster.write_text("单位,县区\n石桥乡,云抬县\n", "utf-8-sig")
    _, _, err = run("coverage", "*@2023", "--roster", str(roster), "--format", "csv")
    assert "名册第 2 行的“石桥乡”在库中没有任何一年的报告，是否指“云台县/石桥乡”\n" in err


def test_names_that_no_report_has_are_said_with_the_nearest(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "名册.csv"
    roster.write_text("单位\n石乔乡\n柳溪\n柳溪镇\n无人镇\n城关镇\n", "utf-8-sig")
    status, out, err = run("coverage", "*@2023", "--roster", str(roster), "--format", "csv")
    assert status == 0
    assert "名册第 2 行的“石乔乡”在库中没有任何一年的报告，是否指“石桥乡”\n" in err
    assert "名册第 5 行的“无人镇”在库中没有任何一年的报告，请核对名称\n" in err
    assert "名册中的“城关镇”可指 清河县、云台县 的，请在名册中写明县区\n" in err
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert [row["报送情况"] for row in rows if row["单位"] == "无人镇"] == ["未报送"]


@pytest.mark.parametrize("written", ["云台县司法局;", "司法局;云台县", "云台县司法局;云台县"])
def test_a_bureau_is_listed_with_its_county_or_beside_it(
    cover: Cover, library: Library, tmp_path: Path, written: str
) -> None:
    add(library, replace(plain("云台县司法局", 2023), place=Place(county="云台县")))
    add(library, replace(plain("城南街道", 2023), place=YUNTAI))
    roster = tmp_path / "名册.csv"
    roster.write_text(f"单位;县区\n{written}\n城南街道办;\n", "utf-8")
    units = statuses(cover("云台县/*@2023", "--roster", str(roster)))
    listed = {name: status for name, status in units.items() if status != "unlisted"}
    assert listed == {"云台县司法局": "reported", "城南街道": "reported"}


def test_a_unit_listed_under_two_names_counts_once(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "名册.csv"
    roster.write_text("单位\n柳溪镇\n石桥乡\n云台县柳溪镇\n柳溪\n", "utf-8")
    arguments = ("云台县/*@2023", "--roster", str(roster), "--format", "csv")
    status, out, err = run("coverage", *arguments)
    assert status == 0
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert [row["单位"] for row in rows].count("柳溪镇") == 1
    assert "名册第 2、4 行都是“柳溪镇”，只算一次\n" in err
    assert "名册第 2、5 行都是“柳溪镇”，只算一次\n" in err


def test_what_a_year_says_of_the_place_holds_for_the_others(cover: Cover, library: Library) -> None:
    add(library, replace(plain("石桥乡", 2021), place=Place()))
    add(library, replace(plain("城关镇", 2021), place=Place()))
    units = cover("云台县/*@2021")
    assert statuses(units) == {"城关镇": "missing", "石桥乡": "reported", "柳溪镇": "missing"}


@pytest.mark.parametrize(
    ("arguments", "year"),
    [
        (("云台县/*",), 2023),
        (("云台县/*", "--year", "2022"), 2022),
        (("云台县/*@2022", "--year", "2023"), 2023),
        (("柳溪镇@2021..2022",), 2022),
        (("柳溪镇",), 2023),
        (("*@2022",), 2022),
    ],
)
def test_the_year_is_the_one_asked_for_else_the_latest(
    cover: Cover, arguments: tuple[str, ...], year: int
) -> None:
    assert cover(*arguments)["year"] == year


def test_a_year_without_reports_is_nothing_found_though_units_are_told(cover: Cover) -> None:
    assert set(statuses(cover("清河县/*@2030", status=1)).values()) == {"missing"}


@pytest.mark.parametrize("ending", ["xlsx", "html", "md", "csv", "json", "docx", "txt"])
def test_every_format_is_written(run: Run, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"覆盖.{ending}"
    assert run("coverage", "*@2023", "-o", str(target)).status == 0
    assert target.stat().st_size > 100


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("无此县/*@2023",), 1, "无此县"),
        (("*@?",), 2, "没有年份"),
        (("*@2022", "*@2023"), 2, "--year"),
        (("*", "--year", "2021-2023"), 2, "只能是一个年份"),
        (("*", "--due", "2月30日"), 2, "03-01"),
        (("*", "--roster", "无.csv"), 1, "文件不存在"),
        (("*", "-o", "甲.pdf"), 2, "看不出格式"),
    ],
)
def test_bad_input_is_one_sentence(
    run: Run, arguments: tuple[str, ...], status: int, says: str
) -> None:
    done = run("coverage", *arguments)
    assert (done.status, done.out) == (status, "")
    assert says in done.err
    assert len(done.err.splitlines()) == 1


def test_an_empty_library_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = Library(tmp_path / "empty.sqlite3")
    with empty.write():
        pass
    assert main(["--db", str(empty.path), "coverage", "*"]) == 1
    assert "报告库中还没有报告" in capsys.readouterr().err


def test_a_unit_of_a_roster_that_reported_outside_the_set_is_not_missing(
    cover: Cover, library: Library, tmp_path: Path
) -> None:
    add(library, replace(plain("甲镇", 2023), place=Place(county="清河县")))
    add(library, replace(plain("乙镇", 2023), place=Place()))
    for count, county in enumerate(("清河县", "白河县"), 1):
        one = replace(plain("丙镇", 2023, count), place=Place(county=county))
        add(library, replace(one, file=f"{county}.txt"))
    roster = tmp_path / "名册.csv"
    lines = ("单位;县区", "柳溪镇;云台县", "甲镇;清河县", "乙镇;云台县", "丙镇;", "丁镇;清河县")
    roster.write_text("\n".join(lines), "utf-8")
    units = statuses(cover("云台县/*@2023", "--roster", str(roster)))
    listed = {name: status for name, status in units.items() if status != "unlisted"}
    assert listed == {"柳溪镇": "reported", "乙镇": "reported", "丙镇": "missing"}


def test_units_that_a_roster_lists_of_another_county_are_said_and_not_missing(
    run: Run, library: Library, tmp_path: Path
) -> None:
    """One roster is of a whole city; where all of it is looked at, all are listed."""
    add(library, replace(plain("甲镇", 2023), place=Place(None, "临江市", "清河县")))
    roster = tmp_path / "名册.csv"
    roster.write_text("单位;县区\n柳溪镇;云台县\n甲镇;清河县\n丁镇;清河\n清河县戊镇;\n", "utf-8")
    arguments = ("--roster", str(roster), "--format", "csv")
    done = run("coverage", "云台县/*@2023", *arguments)
    assert "名册中另有 3 个单位属于清河县，不在所看的范围内，未列出\n" in done.err
    assert not any(name in done.out for name in ("甲镇", "丁镇", "戊镇"))
    for wide in ("*@2023", "临江市/*@2023"):
        assert all(
            name in run("coverage", wide, *arguments).out for name in ("甲镇", "丁镇", "戊镇")
        )


@pytest.mark.parametrize(
    ("issuer", "county", "listed"),
    [
        ("云台县司法局", "云台县", "县司法局"),
        ("司法局", "云台县", "县司法局"),
        ("和田市市场监督管理局", "和田市", "市场监督管理局"),
        ("和田市市场监督管理局", "和田市", "市市场监督管理局"),
        ("城东区教育局", "城东区", "区教育局"),
    ],
)
def test_a_bureau_may_be_listed_as_that_of_the_county(
    cover: Cover, library: Library, tmp_path: Path, issuer: str, county: str, listed: str
) -> None:
    add(library, replace(plain(issuer, 2023), place=Place(county=county)))
    roster = tmp_path / "名册.csv"
    roster.write_text(f"单位;县区\n{listed};{county}\n", "utf-8")
    assert cover("*@2023", "--roster", str(roster))[issuer]["status"] == "reported"


def test_reports_of_no_known_year_are_named_with_what_puts_them_right(
    run: Run, library: Library
) -> None:
    add(library, replace(plain("甲镇"), year=None, place=YUNTAI))
    err = run("coverage", "云台县/*", "--year", "2023").err
    assert "年份不明，未计入：甲镇@?；更正：tuibrowser correct 甲镇@? --year 年份" in err


def test_without_a_set_all_of_the_library_is_meant(cover: Cover) -> None:
    assert statuses(cover("--year", "2023")) == statuses(cover("*@2023"))


def test_of_many_units_without_reports_a_few_are_named(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "名册.csv"
    names = [f"{first}{second}镇" for first in "甲乙丙丁" for second in "子丑寅卯"]
    roster.write_text("\n".join(("单位", "石乔乡", *names)), "utf-8")
    err = run("coverage", "--roster", str(roster), "--year", "2023", "--format", "csv").err
    assert "“石乔乡”在库中没有任何一年的报告，是否指“石桥乡”\n" in err
    assert err.count("请核对名称\n") == 10
    assert "名册中还有 6 个单位在库中没有任何一年的报告\n" in err


def test_what_may_mean_two_units_is_repeated_as_it_was_written(run: Run) -> None:
    done = run("coverage", "城关镇@2023")
    assert done.status == 2
    assert done.err.startswith("“城关镇@2023”可指 2 份报告")


def test_a_narrow_terminal_has_a_line_for_each_unit(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who reported and which part is lacking is seen at a glance, down a column."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("coverage", "云台县/*@2022").out.splitlines()
    head = "单位    报送  成文   成效  不足  负责人  安排  其他  事项  数据"
    assert lines[0].split() == head.split()
    units = {line.split()[0]: line.split()[1:] for line in lines[1:4]}
    assert set(units) == {"城关镇", "石桥乡", "柳溪镇"}
    assert units["石桥乡"] == ["未报"]
    assert units["柳溪镇"][0] == "已报"
    assert all(cells(line) <= 80 for line in lines)


def test_whom_to_ask_is_named_below(run: Run) -> None:
    out = run("coverage", "云台县/*@2022").out
    assert "2022年：共 3 个单位，其中已报送 1 个，未报送 2 个。\n未报送：城关镇、石桥乡。\n" in out


def test_namesakes_are_named_with_their_county(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = run("coverage", "*@2022").out
    assert "未报送：清河县城关镇、云台县城关镇、石桥乡。" in out
    firsts = [line.split()[0] for line in out.splitlines()]
    assert {"云台县城关镇", "清河县城关镇"} <= set(firsts)


@pytest.mark.parametrize(
    ("path", "is_told"),
    [
        ("/报送/2022年/石桥乡（加密）.docx", True),
        ("/报送/石桥乡.pdf", True),
        ("/报送/2023年/石桥乡.docx", False),
        ("/报送/2022年/扫描.pdf", False),
    ],
)
def test_a_file_that_may_be_the_missing_report_is_named(
    run: Run, library: Library, path: str, is_told: bool
) -> None:
    change_refused(library.path, lambda _: (RefusedFile(path, "文件设有打开密码"),))
    told = f"石桥乡列为未报送，但有文件未能入库，请核：{path}（文件设有打开密码）"
    assert (told in run("coverage", "云台县/*@2022").out.replace("\n", "")) is is_told
    assert (told in run("coverage", "云台县/*@2022", "--format", "csv").err) is is_told


def test_a_name_is_not_doubted_where_its_file_was_refused(
    run: Run, library: Library, tmp_path: Path
) -> None:
    roster = tmp_path / "名册.csv"
    roster.write_text("单位\n桑园镇\n榆林镇\n", "utf-8")
    change_refused(library.path, lambda _: (RefusedFile("/报送/桑园镇.docx", "已损坏"),))
    err = run("coverage", "--roster", str(roster), "--year", "2023", "--format", "csv").err
    assert "桑园镇列为未报送，但有文件未能入库" in err
    assert "“桑园镇”在库中没有任何一年的报告" not in err
    assert "“榆林镇”在库中没有任何一年的报告" in err


def test_a_county_means_its_units(cover: Cover) -> None:
    assert cover("云台县", "--year", "2023") == cover("云台县/*@2023")
    assert cover("云台县@2023") == cover("云台县/*@2023")


def test_a_spreadsheet_leads_from_its_cells_to_where_it_stands(
    run: Run, library: Library, tmp_path: Path
) -> None:
    target = tmp_path / "覆盖.xlsx"
    assert run("coverage", "云台县/*@2023", "-o", str(target)).status == 0
    table, sources = read_sheets(target)
    assert len(table) > 1
    with library.read() as reader:
        (entry,) = [it for it in reader.entries() if it.name == "柳溪镇2023"]
        report = reader.report(entry.sha256)
    lines = [row for row in sources if row[0] == "柳溪镇2023"]
    texts = [row[2] for row in lines]
    assert {report.slice(it) for it in report.measures} <= set(texts)
    assert len(texts) == len(set(texts))
    for _, line, text in lines:
        assert report.text.split("\n")[int(line) - 1].strip().startswith(text[:4])
    links = _links(target)
    assert links
    assert max(links.values()) <= len(sources)


def _links(path: Path) -> dict[str, int]:
    """The cells of the first sheet that lead into the second, and to which of its rows."""
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    found = re.findall(r'<hyperlink ref="(\w+)" location="\'出处\'!C(\d+)"', sheet)
    return {cell: int(row) for cell, row in found}


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("晋原省临江市云台县柳溪镇", "reported"),
        ("临江市云台县柳溪镇人民政府", "reported"),
        ("第七师一二六团", "reported"),
        ("第七师一二三团", "missing"),
        ("清河县望溪乡", "reported"),
        ("小望溪乡", "missing"),
        ("清河县石桥乡", "missing"),
    ],
)
def test_a_roster_may_say_where_a_unit_lies(
    cover: Cover, library: Library, tmp_path: Path, written: str, state: str
) -> None:
    add(library, replace(plain("一二六团", 2023), place=Place()))
    add(library, replace(plain("望溪乡", 2023), place=Place()))
    roster = tmp_path / "名册.csv"
    roster.write_text(f"单位\n{written}\n", "utf-8")
    units = statuses(cover("*@2023", "--roster", str(roster)))
    (listed,) = [status for status in units.values() if status != "unlisted"]
    assert listed == state


@pytest.mark.parametrize(
    ("asked", "is_told"),
    [
        (("*@2022..2023",), True),
        (("云台县/*@2021..",), True),
        (("*@2022..2023", "--year", "2022"), False),
        (("*@2023",), False),
    ],
)
def test_of_several_years_it_is_said_which_one_is_looked_at(
    run: Run, asked: tuple[str, ...], is_told: bool
) -> None:
    said = "写了几个年份，按其中最近的 2023 年；要看另一年请加 --year\n"
    assert (said in run("coverage", *asked).err) is is_told
