"""Commands that are given several libraries: a shared one, and one's own."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from handmade import plain
from small_library import REPORTS, YUNTAI, Done

from tuibrowser.cli import main
from tuibrowser.store.library import Library

NEXT = replace(plain("柳溪镇", 2024), place=YUNTAI._replace(township="柳溪镇"))
OTHER_TEXT = replace(REPORTS[1], sha256="d" * 64, file="柳溪镇2023修改稿.txt")
TWIN = REPORTS[2]

RunBoth = Callable[..., Done]


@pytest.fixture
def own(tmp_path: Path) -> Library:
    """柳溪镇 of the next year, another text of 2023, and a report that the shared library has."""
    library = Library(tmp_path / "own.sqlite3")
    with library.write() as writer:
        for report in (NEXT, OTHER_TEXT, TWIN):
            writer.put(report, tmp_path / "own" / report.file, 1)
    return library


@pytest.fixture
def both(library: Library, own: Library, capsys: pytest.CaptureFixture[str]) -> RunBoth:
    """Run a command on the shared library and one's own."""

    def run(*arguments: str) -> Done:
        status = main(["--db", str(library.path), "--db", str(own.path), *arguments])
        return Done(status, *capsys.readouterr())

    return run


def shown(done: Done) -> dict[str, Any]:
    """The report that ``show`` printed."""
    (report,) = json.loads(done.out)["reports"]
    return dict(report)


def names(done: Done) -> list[tuple[str, int]]:
    return [(it["issuer"], it["year"]) for it in json.loads(done.out)["reports"]]


def test_the_reports_of_both_are_listed_and_where_each_is(
    both: RunBoth, library: Library, own: Library
) -> None:
    done = both("list", "--format", "json")
    assert done.status == 0
    homes = {it["sha256"]: it["library"] for it in json.loads(done.out)["reports"]}
    assert len(homes) == len(json.loads(done.out)["reports"]) == 7
    assert homes[NEXT.sha256] == homes[TWIN.sha256] == str(own.path)
    assert homes[REPORTS[0].sha256] == str(library.path)
    table = both("list").out.splitlines()
    assert "报告库" in table[0]
    assert sum("个人库" in line for line in table) == 3
    assert sum("共享库" in line for line in table) == 4
    sheet = csv.DictReader(io.StringIO(both("list", "--format", "csv").out.removeprefix("\ufeff")))
    assert [row["library"] for row in sheet].count(str(own.path)) == 3


def test_of_one_library_no_word_is_said_of_libraries(
    own: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--db", str(own.path), "--db", str(own.path), "list", "--format", "json"]) == 0
    assert all("library" not in it for it in json.loads(capsys.readouterr().out)["reports"])
    assert main(["--db", str(own.path), "list"]) == 0
    assert "个人库" not in capsys.readouterr().out


@pytest.mark.parametrize("way", ["before", "after", "around", "environment"])
def test_libraries_are_named_before_and_after_the_command_or_by_the_environment(
    library: Library,
    own: Library,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    shared, mine, listed = str(library.path), str(own.path), ["list", "--format", "json"]
    lines = {
        "before": ["--db", shared, "--db", mine, *listed],
        "after": [*listed, "--db", shared, "--db", mine],
        "around": ["--db", shared, *listed, "--db", mine],
        "environment": listed,
    }
    if way == "environment":
        monkeypatch.setenv("TUIBROWSER_DB", f"{shared}:{mine}")
    assert main(lines[way]) == 0
    found = json.loads(capsys.readouterr().out)["reports"]
    assert {it["library"] for it in found} == {shared, mine}
    # What is named goes before the environment.
    assert main(["list", "--db", shared, "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["reports"]) == 5


def test_more_than_can_be_read_at_once_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = [word for number in range(5) for word in ("--db", str(tmp_path / f"{number}"))]
    assert main([*many, "list"]) == 2
    assert capsys.readouterr().err == "--db 最多写 4 次，请少写几个\n"


def test_refs_and_sets_name_the_reports_of_both(both: RunBoth) -> None:
    done = both("compare", "--years", "柳溪镇@2022..2024", "--format", "json")
    assert (done.status, len(json.loads(done.out)["reports"])) == (0, 3)
    # One's own text of a year comes first, the shared one is another text of it.
    done = both("show", "柳溪镇@2023", "--format", "json")
    assert shown(done)["sha256"] == OTHER_TEXT.sha256
    assert "“柳溪镇@2023”有 2 份文本" in done.err
    done = both("show", "柳溪镇@2023#2", "--format", "json")
    assert shown(done)["sha256"] == REPORTS[1].sha256
    assert both("show", "柳溪镇@2023#3").status == 1
    # The same report in both is one.
    assert "份文本" not in both("show", "石桥乡@2023").err
    done = both("_refs", "柳溪镇@")
    assert done.out.split() == ["柳溪镇@2022", "柳溪镇@2023", "柳溪镇@2024"]
    assert both("_refs", "石桥乡@2023#").out == ""


def test_both_are_searched_and_ranked_together(both: RunBoth) -> None:
    done = both("search", "纠纷", "--limit", "50", "--format", "json")
    found = json.loads(done.out)
    reports = [it["report"] for it in found["hits"]]
    assert {NEXT.sha256[:12], REPORTS[0].sha256[:12]} <= {it[:12] for it in reports}
    assert found["total"] == len(found["hits"])
    places = [(it["report"], it["start"]) for it in found["hits"]]
    assert len(places) == len(set(places))
    newest = both("search", "普法", "--limit", "1", "--format", "json")
    assert json.loads(newest.out)["hits"][0]["year"] == 2024


@pytest.mark.parametrize(
    "command",
    [
        ["changes", "柳溪镇@2022..2024"],
        ["figures", "云台县/*@2023..2024"],
        ["check", "柳溪镇@2024"],
        ["coverage", "云台县/*@2023"],
        ["reuse", "柳溪镇@2024"],
        ["like", "柳溪镇@2024", "--in", "云台县/*@2023"],
        ["export"],
        ["compare", "柳溪镇@2024", "石桥乡@2023"],
        ["open", "柳溪镇@2024", "石桥乡@2023"],
        ["doctor", "--reports"],
        [],
    ],
)
def test_every_reading_command_answers_as_from_one_library_that_holds_all(
    both: RunBoth, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    whole = Library(tmp_path / "whole.sqlite3")
    with whole.write() as writer:
        for number, report in enumerate((*REPORTS[:2], *REPORTS[3:], NEXT, OTHER_TEXT, TWIN)):
            writer.put(report, tmp_path / "whole" / f"{number}.txt", 1)
        writer.share_places()
    status = main(["--db", str(whole.path), *command])
    answer = Done(status, *capsys.readouterr())
    assert both(*command) == answer
    assert answer.status in (0, 1)
    assert answer.out or answer.err


def test_get_finds_files_of_both(both: RunBoth, tmp_path: Path) -> None:
    file = tmp_path / "own" / NEXT.file
    file.parent.mkdir()
    file.touch()
    (tmp_path / "0.txt").touch()
    done = both("get", "柳溪镇@2024", "柳溪镇@2022")
    assert (done.status, done.out.splitlines()) == (0, [str(file), str(tmp_path / "0.txt")])


def test_index_takes_files_into_ones_own_and_says_so(
    both: RunBoth, library: Library, own: Library, tmp_path: Path
) -> None:
    before = library.path.read_bytes()
    path = tmp_path / "新.txt"
    path.write_text(plain("河口镇", 2024).text, "utf-8")
    done = both("index", str(path))
    assert done.status == 0
    assert f"已存入个人库 {own.path}，其他报告库未改动" in done.err
    assert library.path.read_bytes() == before
    with own.read() as reader:
        assert len(reader.sha256s()) == 4
    assert both("show", "河口镇@2024").status == 0


def test_ones_own_is_made_by_the_first_index(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new" / "mine.sqlite3"
    both = ["--db", str(library.path), "--db", str(new)]
    assert main([*both, "list", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["reports"]) == 5
    assert main([*both, "doctor"]) == 0
    said = capsys.readouterr().out
    assert "还没有建立，入库时建立" in said
    assert not new.exists()
    path = tmp_path / "新.txt"
    path.write_text(plain("河口镇", 2024).text, "utf-8")
    assert main([*both, "index", str(path)]) == 0
    assert new.exists()
    capsys.readouterr()
    assert main([*both, "list", "--format", "json"]) == 0
    assert ("河口镇", 2024) in names(Done(0, *capsys.readouterr()))


def test_rm_takes_out_of_ones_own_alone(both: RunBoth, library: Library, own: Library) -> None:
    done = both("rm", "柳溪镇@2022")
    assert done.status == 1
    assert f"在报告库 {library.path} 中，这里只改动 {own.path}" in done.err
    assert both("rm", "云台县/*@2023", "--yes").status == 1
    with own.read() as reader:
        assert len(reader.sha256s()) == 3
    assert both("rm", "柳溪镇@2024").status == 0
    assert both("show", "柳溪镇@2024").status == 1
    # Taken out of one's own, the shared one is there as before.
    done = both("rm", "石桥乡@2023")
    assert (done.status, "其他报告库中仍有 1 份" in done.err) == (0, True)
    assert both("show", "石桥乡@2023").status == 0
    with library.read() as reader:
        assert len(reader.sha256s()) == 5


def test_correcting_a_shared_report_holds_for_oneself(
    both: RunBoth, library: Library, own: Library
) -> None:
    before = library.path.read_bytes()
    done = both("correct", "柳溪镇@2022", "--county", "云溪县")
    assert done.status == 0
    assert f"在报告库 {library.path} 中，这里不改动它，更正已保存在本机" in done.err
    assert library.path.read_bytes() == before
    done = both("show", "柳溪镇@2022", "--format", "json")
    assert shown(done)["place"]["county"] == "云溪县"
    done = both("correct", "柳溪镇@2024", "--county", "云溪县")
    assert (done.status, "保存在本机" in done.err) == (0, False)
    with own.read() as reader:
        assert reader.report(NEXT.sha256).place.county == "云溪县"
    assert both("correct", "柳溪镇@2022", "--undo").status == 0
    done = both("show", "柳溪镇@2022", "--format", "json")
    assert shown(done)["place"]["county"] == "云台县"
    assert main(["--db", str(library.path), "correct", "柳溪镇@2022", "--county", "云溪县"]) == 0
    done = both("correct", "柳溪镇@2022", "--undo")
    assert (done.status, str(library.path) in done.err) == (1, True)


def test_pack_wants_one(both: RunBoth, tmp_path: Path) -> None:
    done = both("pack", str(tmp_path / "copy.sqlite3"))
    assert (done.status, done.err) == (2, "一次只能另存一个报告库，请只写一个 --db\n")
    assert not (tmp_path / "copy.sqlite3").exists()


def test_doctor_looks_at_each(both: RunBoth, library: Library, own: Library) -> None:
    done = both("doctor")
    assert done.status == 0
    lines = done.out.splitlines()
    assert f"共享库    {library.path}" in lines
    assert f"个人库    {own.path}" in lines
    assert [line.strip() for line in lines].count("完好") == 2
    library.path.write_bytes(library.path.read_bytes()[:5000])
    done = both("doctor")
    assert done.status == 3
    assert "完好" in done.out


def test_a_library_that_is_not_there_is_named(
    own: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    away = tmp_path / "share" / "library.sqlite3"
    for command in (["list"], ["search", "纠纷"], ["show", "柳溪镇@2024"], []):
        assert main(["--db", str(away), "--db", str(own.path), *command]) == 3
        said = capsys.readouterr()
        assert said.err.startswith(f"未找到报告库 {away}，请检查共享文件夹是否已连接")
        assert said.out == ""
