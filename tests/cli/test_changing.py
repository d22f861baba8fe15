"""``changes``: counts for a set, what is there and what is said where no year before is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import python_calamine
from small_library import Done, Run

from tuibrowser.cli import main
from tuibrowser.text.cellwidth import cells

YEARS = {
    2021: ("一是每月公布村级财务收支。", "二是调解纠纷12件。", "三是修建水渠。"),
    2022: ("一是每月公布村级财务收支。", "二是调解纠纷12件。", "三是新建水闸3座。"),
    2023: ("一是每月公布村级财务收支。", "二是调解纠纷12件，回访30户。", "三是评选文明家庭5户。"),
}


@pytest.fixture
def county(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on a library of 柳溪镇 of three years and 石桥乡 of one."""
    for issuer, years in (("柳溪镇", YEARS), ("石桥乡", {2023: YEARS[2023]})):
        for year, measures in years.items():
            lines = [
                f"{issuer}人民政府{year}年法治政府建设年度报告",
                "一、主要举措和成效",
                *measures,
            ]
            lines += [f"{issuer}人民政府", f"{year + 1}年1月10日"]
            (tmp_path / f"{issuer}{year}.txt").write_text("\n".join(lines), "utf-8")
    db = str(tmp_path / "library.sqlite3")
    assert main(["--db", db, "index", str(tmp_path)]) == 0
    capsys.readouterr()

    def run(*arguments: str) -> Done:
        return Done(main(["--db", db, *arguments]), *capsys.readouterr())

    return run


def test_each_report_of_a_set_is_held_against_the_year_before(county: Run) -> None:
    done = county("changes", "*", "--format", "json")
    assert done.status == 0
    found = {(it["issuer"], it["year"]): it for it in json.loads(done.out)["reports"]}
    counts = {"new": 1, "kept": 2, "reworded": 0, "numbers_only": 0, "dropped": 1}
    assert found["柳溪镇", 2022]["counts"] == counts
    assert found["柳溪镇", 2022]["against"] == found["柳溪镇", 2021]["report"]
    # Of 10, 7 and 6 characters, the first two stand in the year before.
    assert found["柳溪镇", 2022]["same_share"] == pytest.approx(17 / 23, abs=1e-4)
    assert found["柳溪镇", 2023]["counts"]["reworded"] == 1
    (figure,) = found["柳溪镇", 2023]["unchanged_figures"]
    assert (figure["text"], figure["years"]) == ("12件", [2021, 2022, 2023])
    for alone in (found["柳溪镇", 2021], found["石桥乡", 2023]):
        assert (alone["against"], alone["same_share"]) == (None, None)
        assert alone["unchanged_figures"] == []
    assert "柳溪镇2021、石桥乡2023" in done.err


def test_another_year_may_be_asked_for(county: Run) -> None:
    done = county("changes", "柳溪镇@2023", "--against", "2021", "--format", "json")
    (found,) = json.loads(done.out)["reports"]
    assert done.status == 0
    assert found["unchanged_figures"][0]["years"] == [2021, 2023]


def test_a_figure_tells_all_its_years_whichever_were_asked_for(county: Run) -> None:
    done = county("changes", "柳溪镇@2023", "--format", "json")
    (found,) = json.loads(done.out)["reports"]
    (figure,) = found["unchanged_figures"]
    assert (figure["text"], figure["years"]) == ("12件", [2021, 2022, 2023])


def test_tables_name_what_they_count(county: Run) -> None:
    head, row = county("changes", "柳溪镇@2022").out.splitlines()
    assert head.split()[3:8] == ["新增", "与上年相同", "表述调整", "仅数据变化", "本年未提及"]
    assert row.split()[:8] == ["柳溪镇", "2022", "2021", "1", "2", "0", "0", "1"]
    assert "柳溪镇,2022,2021,1,2,0,0,1" in county("changes", "柳溪镇@2022", "--format", "csv").out


def test_a_spreadsheet_is_written(county: Run, tmp_path: Path) -> None:
    target = tmp_path / "变化.xlsx"
    assert county("changes", "柳溪镇@2022", "-o", str(target)).status == 0
    book = python_calamine.load_workbook(str(target))
    (row,) = book.get_sheet_by_index(0).to_python()[1:2]
    sources = book.get_sheet_by_index(1).to_python()[1:]
    counted = sum(int(str(count).split(".")[0]) for count in row[3:8])
    assert [source[0] for source in sources[:counted]] == ["柳溪镇2022"] * (counted - 1) + [
        "柳溪镇2021"
    ]


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("石桥乡@2023",), 1, "没有上一年的报告"),
        (("柳溪镇@2023", "--against", "2019"), 1, "没有 2019 年的报告"),
        (("柳溪镇@2023", "--against", "2020-2021"), 2, "只能是一个年份"),
        (("柳溪镇@2023", "--against", "上一年"), 2, "请写四位数字，如 2023。"),
        (("无此镇@2023",), 1, "无此镇"),
    ],
)
def test_what_cannot_be_compared_is_said(
    county: Run, arguments: tuple[str, ...], status: int, words: str
) -> None:
    done = county("changes", *arguments)
    assert (done.status, words in done.err) == (status, True)


def test_what_cannot_be_compared_says_why(county: Run, tmp_path: Path) -> None:
    """Who wrote it is not known, or the other year is no earlier one."""
    path = tmp_path / "无名.txt"
    path.write_text("法治政府建设情况报告\n一、主要举措和成效\n化解纠纷12件。\n", "utf-8")
    done = county("changes", str(path))
    assert done.status == 1
    assert "看不出单位或年份，无法对照：无名.txt" in done.err
    done = county("changes", "柳溪镇@2022", "--against", "2022")
    assert done.status == 1
    assert "柳溪镇2022 只能与较早的年份对照" in done.err


def test_a_narrow_terminal_compares_units_down_its_columns(
    county: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = county("changes", "柳溪镇@2021..2022", "--against", "2021").out.splitlines()
    assert lines[0].split() == [
        *("单位", "年份", "对照", "新增", "相同", "调整", "数据", "未提", "照录")
    ] + (["与上年相同的数据"] if "与上年相同的数据" in lines[0] else [])
    assert any(line.split()[:3] == ["柳溪镇", "2022", "2021"] for line in lines)
    assert all(cells(line) <= 80 for line in lines)
    assert "相同：与上年相同" in "".join(lines)
