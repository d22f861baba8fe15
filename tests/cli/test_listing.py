"""``list`` and ``search``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from small_library import Run

from tuibrowser.cli import main
from tuibrowser.indexing.meaning import mark_meaning
from tuibrowser.store.library import Library


def rows_of(out: str) -> list[dict[str, str]]:
    """The rows of a table for spreadsheets."""
    assert out.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))


def test_a_list_names_each_report_so_that_show_understands_it(run: Run) -> None:
    status, out, err = run("list")
    assert (status, err) == (0, "")
    head, *lines = out.splitlines()
    assert head.split() == ["报告", "行政区划", "标题"]
    names = [line.split()[0] for line in lines]
    assert len(set(names)) == 5
    for name in names:
        shown = run("show", name, "--format", "json")
        assert shown.status == 0
        (report,) = json.loads(shown.out)["reports"]
        assert report["title"] in lines[names.index(name)]


def test_a_list_as_json_and_as_csv_say_the_same(run: Run) -> None:
    entries = json.loads(run("list", "--format", "json").out)["reports"]
    rows = rows_of(run("list", "--format", "csv").out)
    assert [row["sha256"] for row in rows] == [entry["sha256"] for entry in entries]
    assert list(rows[0]) == list(entries[0])
    counties = [entry["place"]["county"] for entry in entries]
    assert list(dict.fromkeys(counties)) == ["清河县", "云台县"]  # by reading


def test_an_empty_library_is_said_and_is_nothing_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = Library(tmp_path / "empty.sqlite3")
    with empty.write():
        pass
    assert main(["--db", str(empty.path), "list", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out) == {"reports": []}
    assert err == "报告库中还没有报告，请运行：tuibrowser index 文件夹\n"


def test_hits_stand_one_a_line_with_their_count_beside(run: Run) -> None:
    status, out, err = run("search", "68件")
    assert status == 0
    assert len(out.splitlines()) == 6
    assert all("调解各类矛盾纠纷68件" in line for line in out.splitlines()[1:])
    assert err == "共 5 处\n"


def test_what_was_meant_comes_after_what_was_typed_and_says_how_it_matched(run: Run) -> None:
    status, out, err = run("search", "条解各类")
    assert status == 0
    assert err == "报告库中没有“条解各类”，列出相近的 5 处\n"
    head, *lines = out.splitlines()
    assert head.split() == ["报告单位", "年份", "部分", "匹配", "文字"]
    assert all("同音（条解各类→调解各类）" in line for line in lines)


def test_asked_in_other_words_it_says_that_it_goes_by_the_meaning(
    run: Run, library: Library
) -> None:
    asked = "怎么处理邻里吵架"
    assert run("search", asked).status == 1
    with library.write() as writer:
        mark_meaning(writer, lambda *_: None)
    status, out, err = run("search", asked)
    assert status == 0
    assert err.startswith(f"报告库中没有“{asked}”，列出相近的 ")
    head, *lines = out.splitlines()
    assert head.split() == ["报告单位", "年份", "部分", "匹配", "文字"]
    assert "纠纷" in lines[0]
    assert all("按意思" in line for line in lines)
    answer = json.loads(run("search", asked, "--format", "json").out)
    assert {hit["how"] for hit in answer["hits"]} == {"meaning"}
    assert answer["total"] == 0
    assert len(run("search", asked, "--format", "csv").out.splitlines()) == len(lines) + 1


def test_whoever_reads_gets_one_line_for_all_that_say_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuibrowser.cli.searching.is_terminal", bool)
    monkeypatch.setenv("COLUMNS", "100")
    done = run("search", "68件")
    (_, line) = done.out.splitlines()
    assert "另有 4 处相同" in line
    assert done.err == "共 5 处；表述相同的合为一行，要逐处列出请加 --format csv\n"
    csv_lines = run("search", "68件", "--format", "csv").out.splitlines()
    assert len(csv_lines) == 6


def test_a_limit_cuts_the_answer_and_says_so(run: Run) -> None:
    status, out, err = run("search", "纠纷", "--limit", "2")
    assert status == 0
    assert len(out.splitlines()) == 3
    assert "列出前 2 处；要多列请加 --limit" in err
    assert json.loads(run("search", "纠纷", "--limit", "2", "--format", "json").out)["total"] == 10


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--year", "2022"], {("柳溪镇", 2022)}),
        (["--year", "2021-2022"], {("柳溪镇", 2022)}),
        (["--place", "清河"], {("城关镇", 2023)}),
        (["--place", "石桥"], {("石桥乡", 2023)}),
        (["--place", "石桥", "--year", "2022"], set()),
    ],
)
def test_filters_narrow_by_year_and_place(
    run: Run, options: list[str], expected: set[tuple[str, int]]
) -> None:
    done = run("search", *options, "--format", "json", "普法")
    hits = json.loads(done.out)["hits"]
    assert {(hit["issuer"], hit["year"]) for hit in hits} == expected
    assert done.status == (0 if expected else 1)


def test_filters_narrow_by_section_and_theme_in_chinese_or_by_id(run: Run) -> None:
    for word in ("安排", "next_plan", "下一年度主要安排"):
        hits = json.loads(run("search", "普法", "--section", word, "--format", "json").out)["hits"]
        assert {hit["section_kind"] for hit in hits} == {"next_plan"}
    for word in ("矛盾纠纷", "mediation"):
        hits = json.loads(run("search", "--theme", word, "纠纷", "--format", "json").out)["hits"]
        assert {hit["text"][:2] for hit in hits} == {"调解", "（二"}


def test_several_words_must_all_stand_in_the_passage(run: Run) -> None:
    hits = json.loads(run("search", "宣传", "资料", "--format", "json").out)["hits"]
    assert hits
    assert all("宣传" in hit["text"] and "资料" in hit["text"] for hit in hits)


def test_after_two_dashes_a_word_is_excluded(run: Run) -> None:
    hits = json.loads(run("search", "--format", "json", "--", "普法", "-资料").out)["hits"]
    assert hits
    assert not any("资料" in hit["text"] for hit in hits)


def test_csv_of_hits_has_the_names_of_the_json(run: Run) -> None:
    rows = rows_of(run("search", "68件", "--format", "csv").out)
    (first, *_) = json.loads(run("search", "68件", "--format", "json").out)["hits"]
    assert list(rows[0]) == list(first)
    assert rows[0]["report"] == first["report"]


def test_nothing_found_is_said_and_is_status_1(run: Run) -> None:
    for query in ("航天器", "“航天器”"):
        assert run("search", query) == (1, "", "没有结果：报告库中没有“航天器”，请换个说法\n")
    done = run("search", "普法", "--place", "上海", "--format", "json")
    assert done.status == 1
    assert json.loads(done.out)["hits"] == []
    assert done.err == "没有结果：报告库中没有“上海”的报告，请检查地名\n"


def test_an_empty_query_needs_a_filter(run: Run) -> None:
    assert run("search", " ").status == 2
    assert run("search", " ", "--year", "2022").status == 0


def test_bytes_that_are_not_utf8_are_explained(run: Run) -> None:
    done = run("search", "\udcb5\udcf7")
    assert (done.status, done.out) == (2, "")
    assert done.err == "终端编码不是 UTF-8，请在客户端“编码”处改为 UTF-8 后重新输入\n"


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        (("云台县/*@2023",), {"柳溪镇@2023", "石桥乡@2023", "云台县/城关镇@2023"}),
        (("柳溪镇@2022..2023",), {"柳溪镇@2022", "柳溪镇@2023"}),
        (("柳溪镇@2022", "石桥乡@2023"), {"柳溪镇@2022", "石桥乡@2023"}),
        # What may mean several reports lists them, since that is what lists are for.
        (("柳溪镇",), {"柳溪镇@2022", "柳溪镇@2023"}),
        (("城关镇@2023",), {"云台县/城关镇@2023", "清河县/城关镇@2023"}),
    ],
)
def test_a_list_may_be_of_a_set(run: Run, asked: tuple[str, ...], listed: set[str]) -> None:
    done = run("list", *asked)
    assert (done.status, done.err) == (0, "")
    assert {line.split()[0] for line in done.out.splitlines()[1:]} == listed
    rows = rows_of(run("list", *asked, "--format", "csv").out)
    assert len(rows) == len(listed)


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [("无此镇@2023", 1, "无此镇"), ("@2023", 2, "看不懂"), (__file__, 2, "是文件")],
)
def test_a_list_of_what_there_is_not_is_one_sentence(
    run: Run, asked: str, status: int, says: str
) -> None:
    done = run("list", asked)
    assert (done.status, done.out) == (status, "")
    assert says in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["check", "changes", "reuse", "figures", "show"])
def test_a_county_alone_is_answered_with_its_set(run: Run, command: str) -> None:
    """Nobody who writes it means one of forty reports, whose names would fill the screen."""
    done = run(command, "云台县")
    assert (done.status, done.out) == (2, "")
    said = "“云台县”是地区，其中全部报告请写 云台县/*，某一年的请写 云台县/*@2023\n"
    assert done.err == said
    assert run(command, "云台县@2022").err == "“云台县”是地区，请写 云台县/*@2022\n"


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("check", "柳溪镇@2023", "--county"),
        ("like", "柳溪镇@2023", "--in"),
        ("reuse", "柳溪镇@2023", "--in"),
    ],
)
def test_where_a_set_is_asked_for_a_county_is_one(run: Run, command: tuple[str, ...]) -> None:
    assert run(*command, "云台县") == run(*command, "云台县/*")
    assert run(*command, "云台县@2022") == run(*command, "云台县/*@2022")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (("年:abc",), 2),
        (("部分:不对", "普法"), 2),
        (("领域:园林",), 2),
        (("--year", "abc", "普法"), 2),
        (("年:1999", "普法"), 1),
        (("从未说过的话",), 1),
    ],
)
def test_a_field_that_says_nothing_is_wrong_usage_however_it_is_written(
    run: Run, asked: tuple[str, ...], status: int
) -> None:
    assert run("search", *asked).status == status
