"""Reports as plain text."""

from __future__ import annotations

from dataclasses import replace

from handmade import Draft, plain
from hypothesis import given, settings
from hypothesis import strategies as st

from tuibrowser.compare.align import align
from tuibrowser.export.text import comparison_text, report_text
from tuibrowser.model.report import Report
from tuibrowser.text.cellwidth import cells

THREE = [plain("甲镇", repeat=4), plain("乙街道", 2022), plain("丙乡")]


def squeezed(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=25)
@given(st.integers(72, 200))
def test_panes_stand_side_by_side_within_the_width(width: int) -> None:
    lines = comparison_text(align(THREE, "theme"), width).splitlines()
    assert max(map(cells, lines)) <= width
    rows = [line for line in lines if " |" in line]
    places = {cells(line[: line.index(" |")]) for line in rows}
    assert len(places) == 1
    # A pane that is filled to the last cell leaves no more than the rule's own blanks.
    assert all(line.count(" |") >= 2 for line in rows)


def test_nothing_of_any_report_is_left_out() -> None:
    reports = [plain("甲镇", repeat=4), plain("乙街道", 2022)]
    lines = comparison_text(align(reports, "theme"), 100).splitlines()
    for column, report in enumerate(reports):
        pane = squeezed("".join(line.split(" |")[column] for line in lines if " |" in line))
        for passage in report.passages:
            assert squeezed(report.slice(passage)) in pane


def test_each_item_of_the_regulation_is_announced_once() -> None:
    text = comparison_text(align(THREE, "theme"), 100)
    for number in range(1, 6):
        assert text.count(f"-- 规定内容 {number}/5 ") == 1


def test_a_missing_section_is_said_in_its_place() -> None:
    few = Draft("丁镇").head("一、", "工作情况", "measures_results").measure("普法。", "publicity")
    text = comparison_text(align([THREE[0], few.report()], "theme"), 100)
    after = text[text.index("规定内容 2/5") :].splitlines()[1]
    assert after.endswith("存在的不足和原因：未单列")


def test_reports_that_do_not_fit_side_by_side_follow_in_groups() -> None:
    five = [plain(f"{name}镇") for name in "甲乙丙丁戊"]
    text = comparison_text(align(five, "theme"), 80)
    heads = [
        line.split() for line in text.splitlines() if "镇2023 " in f"{line} " and "年" not in line
    ]
    assert heads == [
        ["甲镇2023", "|", "乙镇2023", "|", "丙镇2023"],
        ["丁镇2023", "|", "戊镇2023"],
    ]


def test_two_reports_of_one_name_are_told_apart_by_their_files() -> None:
    one, two, other = plain("甲镇"), replace(plain("甲镇"), file="又.txt"), plain("乙镇")
    head = comparison_text(align([one, two, other], "theme"), 100).splitlines()[0]
    assert head.split() == ["甲镇2023（甲镇2023.txt）", "|", "甲镇2023（又.txt）", "|", "乙镇2023"]
    twice = comparison_text(align([one, replace(one, sha256="0" * 64)], "theme"), 100)
    assert twice.splitlines()[0].split() == [
        f"甲镇2023（甲镇2023.txt）（{one.sha256[:8]}）",
        "|",
        "甲镇2023（甲镇2023.txt）（00000000）",
    ]


def test_a_report_begins_with_what_is_known_and_goes_on_with_its_text() -> None:
    report = plain("甲镇")
    facts, body = report_text(report).split("\n\n", 1)
    assert facts.splitlines() == [
        "报告单位：甲镇",
        "年份：2023",
        "行政区划：某省 某市 某县",
        f"文件：甲镇2023.txt（sha256 {report.sha256[:12]}）",
        "规定内容：成效 已单列 · 不足 已单列 · 负责人 已单列 · 安排 已单列 · 其他 写明“无”",
    ]
    assert squeezed(body) == squeezed(report.text)
    assert "\n\n（二）扎实化解矛盾纠纷\n" in body


def test_a_file_that_is_no_report_is_shown_as_it_is() -> None:
    report = Draft("甲镇").add("other", "会议通知。\n请准时参加。").report(is_report=False)
    assert report_text(report).endswith("按原文显示\n\n会议通知。\n请准时参加。")


def test_one_section_is_shown_alone_or_its_absence_said() -> None:
    report = plain("甲镇")
    text = report_text(report, ["shortcomings"])
    assert text == "甲镇2023\n\n二、存在的不足和原因\n一是执法力量不足。"
    few = Draft("丁镇").head("一、", "工作情况", "measures_results").measure("普法。").report()
    assert report_text(few, ["next_plan"]) == "丁镇2023\n\n下一年度主要安排：未单列"


def long_report() -> Report:
    return plain("甲镇", repeat=3)


def test_lines_are_broken_only_when_a_width_is_given() -> None:
    whole = report_text(long_report())
    broken = report_text(long_report(), width=40)
    assert max(map(cells, whole.splitlines())) > 80
    body = broken.split("\n\n", 1)[1]
    assert max(map(cells, body.splitlines())) <= 40
    assert squeezed(broken) == squeezed(whole)


def test_a_long_name_is_broken_and_keeps_its_year() -> None:
    """Of two years of one bureau the years are what differs."""
    long = "青棠县人力资源和社会保障局"
    text = comparison_text(align([plain(long, 2022), plain(long, 2023)], "theme"), 50)
    head = text[: text.index("====")].splitlines()
    columns = [line.split(" |") for line in head]
    assert ["".join(column[at].strip() for column in columns) for at in (0, 1)] == [
        f"{long}2022",
        f"{long}2023",
    ]
