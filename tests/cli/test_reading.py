"""``show``, ``compare`` and ``export``."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import plain
from small_library import REPORTS, Run

from tuibrowser.cli import main
from tuibrowser.export.records import report_record
from tuibrowser.model.report import Place
from tuibrowser.store.library import Library


def test_show_prints_facts_and_text(run: Run) -> None:
    status, out, err = run("show", "石桥")
    assert (status, err) == (0, "")
    assert out.startswith("报告单位：石桥乡\n年份：2023\n行政区划：晋原省 临江市 云台县 石桥乡\n")
    assert "调解各类矛盾纠纷68件" in out


def test_show_as_json_is_the_record_of_the_report(run: Run) -> None:
    record = json.loads(run("show", REPORTS[2].sha256[:10], "--format", "json").out)
    assert record == {"reports": [report_record(REPORTS[2])]}


def test_a_set_is_shown_whole_and_in_order(run: Run) -> None:
    record = json.loads(run("show", "柳溪镇@2021..2023", "--format", "json").out)
    assert [report["year"] for report in record["reports"]] == [2022, 2023]
    record = json.loads(run("show", "云台县/*@2023", "--format", "json").out)
    assert {report["issuer"] for report in record["reports"]} == {"柳溪镇", "石桥乡", "城关镇"}


def test_one_section_is_shown(run: Run) -> None:
    status, out, _ = run("show", "石桥乡@2023", "--section", "不足")
    assert status == 0
    assert out == "石桥乡2023\n\n二、存在的不足和原因\n一是执法力量不足。\n"


def test_an_ambiguous_ref_lists_its_candidates(run: Run) -> None:
    status, out, err = run("show", "城关镇@2023")
    assert (status, out) == (2, "")
    assert "“城关镇@2023”可指 2 份报告" in err
    assert err.count("清河县/城关镇@2023") == 1


def test_an_unknown_ref_is_nothing_found_and_suggests(run: Run) -> None:
    status, out, err = run("show", "柳西镇@2023")
    assert (status, out) == (1, "")
    assert "柳溪镇" in err


def test_compare_prints_side_by_side(run: Run) -> None:
    status, out, err = run("compare", "柳溪镇@2022", "石桥乡@2023")
    assert (status, err) == (0, "")
    assert out.splitlines()[0].split() == ["柳溪镇2022", "|", "石桥乡2023"]
    assert "-- 规定内容 1/5 主要举措和成效" in out


def test_compare_keeps_the_order_asked_for_and_takes_sets(run: Run) -> None:
    record = json.loads(run("compare", "石桥乡@2023", "柳溪镇@2022..2023", "--format", "json").out)
    assert [(report["issuer"], report["year"]) for report in record["reports"]] == [
        ("石桥乡", 2023),
        ("柳溪镇", 2022),
        ("柳溪镇", 2023),
    ]
    assert {row["theme"] for row in record["rows"]} >= {"publicity", "mediation"}
    assert all(len(row["cells"]) == 3 for row in record["rows"])


def test_one_section_is_compared(run: Run) -> None:
    arguments = ("compare", "柳溪镇@2022", "石桥乡@2023", "--section", "安排")
    rows = json.loads(run(*arguments, "--format", "json").out)["rows"]
    assert {row["section_kind"] for row in rows} == {"next_plan"}
    assert "主要举措和成效" not in run(*arguments).out
    assert run(*arguments, "--format", "md").out.count("## ") == 1


def test_one_report_cannot_be_compared(run: Run) -> None:
    status, out, err = run("compare", "石桥乡")
    assert (status, out) == (2, "")
    assert err == "对照至少要两份报告，请再写一个 REF\n"


def test_json_is_by_measure_unless_another_way_is_asked_for(run: Run) -> None:
    names = ("compare", "柳溪镇@2023", "石桥乡@2023", "--format", "json")
    found = {
        words: [row["theme"] for row in json.loads(run(*names, *words).out)["rows"]]
        for words in ((), ("--by", "事项"), ("--by", "measure"), ("--by", "领域"), ("--by", "部分"))
    }
    # 石桥乡 has three measures on publicity. By measure one stands beside its like, the two others
    # with it; by theme all have one row; by part none has.
    assert found[()] == found["--by", "事项"] == found["--by", "measure"]
    assert found[()].count("publicity") == 2
    assert found["--by", "领域"].count("publicity") == 2
    assert set(found["--by", "部分"]) == {None}


def test_text_is_by_theme_unless_another_way_is_asked_for(run: Run) -> None:
    names = ("compare", "柳溪镇@2023", "石桥乡@2023")
    assert run(*names).out == run(*names, "--by", "theme").out
    assert "〔普法宣传〕\n" not in run(*names, "--by", "部分").out
    assert "〔普法宣传〕对应" in run(*names, "--by", "事项").out


def test_years_come_oldest_first_with_what_became_of_each_measure(run: Run) -> None:
    names = ("柳溪镇@2023", "柳溪镇@2022")
    for words in (names, ("柳溪镇@2022..2023",)):
        record = json.loads(run("compare", "--years", *words, "--format", "json").out)
        assert [report["year"] for report in record["reports"]] == [2022, 2023]
        assert {row["change"] for row in record["rows"]} == {"kept"}
    assert "与上年相同" in run("compare", "--years", *names).out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("柳溪镇@2023", "石桥乡@2023"), "各年相比只能用同一单位的报告，这里有柳溪镇、石桥乡"),
        (("柳溪镇@2023", "柳溪镇@2023"), "柳溪镇2023年有两份报告，每年只能比一份"),
        (("清河县/城关镇@2023", "云台县/城关镇@2023"), "这些报告出自不同地方的城关镇"),
        (("柳溪镇@2023", "柳溪镇@2022", "--by", "领域"), "--years 只按事项对照，请去掉 --by"),
    ],
)
def test_what_are_no_years_is_wrong_usage(run: Run, words: tuple[str, ...], sentence: str) -> None:
    status, out, err = run("compare", "--years", *words)
    assert (status, out) == (2, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1


def test_a_year_alone_is_held_against_the_one_before(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.txt"
    draft.write_text(
        "柳溪镇2024年法治政府建设年度报告\n一、工作情况\n一是调解纠纷3件。", encoding="utf-8"
    )
    for name, years in (("柳溪镇@2023", [2022, 2023]), (str(draft), [2023, 2024])):
        record = json.loads(run("compare", "--years", name, "--format", "json").out)
        assert [report["year"] for report in record["reports"]] == years
    status, out, err = run("compare", "--years", "柳溪镇@2022")
    assert (status, out) == (1, "")
    assert err == "库中没有柳溪镇 2021 年的报告可对照，请再写一个 REF\n"
    # A report of no year has none before it.
    draft.write_text("柳溪镇法治政府建设年度报告\n一、工作情况\n一是调解。", encoding="utf-8")
    status, _, err = run("compare", "--years", str(draft))
    assert status == 2
    assert err.startswith("对照至少要两份报告")


def test_a_draft_is_called_one_and_what_is_stored_is_not(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.txt"
    draft.write_text(
        "柳溪镇2024年度法治政府建设年度报告\n一、工作情况\n一是调解纠纷3件。", encoding="utf-8"
    )
    for format_ in ("text", "md"):
        out = run("compare", "柳溪镇@2023", str(draft), "--format", format_).out
        assert "柳溪镇2024（草稿）" in out
        assert "柳溪镇2023（草稿）" not in out
    # Of drafts alone no library is asked, whatever state it is in.
    broken = tmp_path / "坏.sqlite3"
    broken.write_bytes(b"nothing of the kind")
    names = ("compare", str(draft), str(draft.with_name("另一份.txt")))
    draft.with_name("另一份.txt").write_text("石桥乡2024年度法治政府建设年度报告", encoding="utf-8")
    assert "石桥乡2024（草稿）" in run(*names, "--db", str(broken)).out


def test_a_draft_without_a_year_is_no_year(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.txt"
    draft.write_text(
        "柳溪镇法治政府建设年度报告\n一、工作情况\n一是调解纠纷3件。", encoding="utf-8"
    )
    status, _, err = run("compare", "--years", "柳溪镇@2023", str(draft))
    assert status == 2
    assert "年份不明" in err


def test_what_is_too_long_to_be_compared_to_the_letter_is_said_beside_the_answer(
    run: Run, tmp_path: Path
) -> None:
    drafts = []
    for year in (2022, 2023):
        draft = tmp_path / f"{year}.txt"
        done = "修好水渠" if year == 2022 else "拓宽便道"
        clauses = "".join(f"第{number}组调解纠纷，当场{done}，" for number in range(300))
        lines = (f"苇塘镇{year}年法治政府建设年度报告", "一、工作情况", f"一是{clauses}再巡查。")
        draft.write_text("\n".join(lines), encoding="utf-8")
        drafts.append(str(draft))
    status, out, err = run("compare", "--years", *drafts, "--format", "json")
    assert status == 0
    assert json.loads(out)["limits"] == ["long"]
    assert err == "有的工作事项太长，只按用词比对，未逐字核对\n"


def test_the_years_of_one_issuer_come_oldest_first_whatever_their_texts_say_of_the_place(
    run: Run, library: Library
) -> None:
    vague = replace(plain("柳溪镇", 2024), place=Place(township="柳溪镇"))
    with library.write() as writer:
        writer.put(vague, Path("/a.txt"), 1)
    record = json.loads(run("compare", "柳溪镇@2022..2024", "--format", "json").out)
    assert [report["year"] for report in record["reports"]] == [2022, 2023, 2024]
    record = json.loads(run("show", "柳溪镇@2022..2024", "--format", "json").out)
    assert [report["year"] for report in record["reports"]] == [2024, 2022, 2023]


def test_export_prints_every_report_in_order(run: Run) -> None:
    record = json.loads(run("export").out)
    # 清河县, then 云台县, and of this 城关镇, 柳溪镇, 石桥乡: by reading, as everywhere.
    expected = [REPORTS[at] for at in (4, 3, 0, 1, 2)]
    assert record == {"reports": [report_record(report) for report in expected]}


def test_an_empty_library_is_not_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, target = Library(tmp_path / "empty.sqlite3"), tmp_path / "旧.json"
    with empty.write():
        pass
    target.write_text("旧", encoding="utf-8")
    sentence = "报告库中还没有报告，请运行：tuibrowser index 文件夹\n"
    assert main(["--db", str(empty.path), "export", "-o", str(target)]) == 1
    assert capsys.readouterr() == ("", sentence)
    assert target.read_text(encoding="utf-8") == "旧"
    assert main(["--db", str(empty.path), "export"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out) == {"reports": []}
    assert err == sentence


def test_a_malformed_ref_is_wrong_usage(run: Run) -> None:
    for name in ("柳溪镇@20224", "@2023", ""):
        for command in ("show", "rm"):
            status, out, err = run(command, name)
            assert (status, out) == (2, "")
            assert "看不懂" in err


def test_export_into_a_file_says_where(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "导出.json"
    target.write_text("旧", encoding="utf-8")
    status, out, err = run("export", "-o", str(target))
    assert (status, out) == (0, "")
    assert err == f"已导出 5 份报告：{target}（{target.stat().st_size:,} 字节）\n"
    assert json.loads(target.read_text(encoding="utf-8")) == json.loads(run("export").out)


def test_export_never_overwrites_the_library(run: Run, library: Library) -> None:
    status, _, err = run("export", "--output", str(library.path))
    assert status == 2
    assert "是报告库，不会覆盖" in err
    assert library.check() == []


def test_an_export_that_cannot_be_written_is_one_sentence(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "无" / "a.json"
    sentence = f"没有 {target.parent} 这个文件夹，请先建立，或换一个位置\n"
    assert run("export", "-o", str(target)) == (2, "", sentence)


@pytest.mark.parametrize("ending", ["pdf", "xls", "DOC", "zip"])
def test_json_is_not_written_under_the_name_of_something_else(
    run: Run, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"导出.{ending}"
    status, out, err = run("export", "-o", str(target))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "请把文件名改为以 .json 结尾" in err
    assert not target.exists()


def test_several_texts_of_one_report_are_mentioned(run: Run, library: Library) -> None:
    again = REPORTS[1].text.replace("68件", "69件")
    with library.write() as writer:
        writer.put(replace(REPORTS[1], sha256="0" * 64, text=again), Path("/又.txt"), 1)
    status, out, err = run("show", "柳溪镇@2023")
    assert status == 0
    assert "调解各类矛盾纠纷69件" in out
    assert "2 份文本" in err
    assert "柳溪镇@2023#2" in err
    with library.write() as writer:
        for number in range(1, 5):
            more = replace(REPORTS[1], sha256=str(number) * 64, text=again)
            writer.put(more, Path(f"/{number}.txt"), 1)
    err = run("show", "柳溪镇@2023").err
    assert err.endswith("另见 柳溪镇@2023#2、柳溪镇@2023#3、柳溪镇@2023#4 等 5 份\n")
    second = run("show", "柳溪镇@2023#6")
    assert "调解各类矛盾纠纷68件" in second.out
    assert second.err == ""


def test_whoever_leaves_the_year_out_is_told_how_to_have_all_of_them(run: Run) -> None:
    years = [line.partition(" ")[0] for line in run("list").out.splitlines()]
    assert "柳溪镇@2022" in years
    status, _, err = run("show", "柳溪镇")
    assert status == 2
    assert "；各年都要，请写 柳溪镇@2022..2023" in err
    assert run("figures", "柳溪镇@2022..2023").status == 0
    # Of two places no range of years is one unit's.
    assert "各年都要" not in run("show", "城关镇@2023").err
