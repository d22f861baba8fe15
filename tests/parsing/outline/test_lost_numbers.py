"""Headings that lost their numbers, told by what they name and by what stands around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Report
from tuibrowser.parsing.outline.kinds import kinds_named

Parsed = Callable[[str], Report]

HEAD = "芦溪镇2024年法治政府建设年度报告\n2024年,芦溪镇稳步推进法治政府建设。\n"
RESULTS = "measures_results"


@pytest.mark.parametrize(
    "title",
    [
        "2023年推进依法行政主要工作", "一年来所做的工作", "今年以来开展的主要工作", "工作开展",
        "工作概况", "主要经验", "依法行政工作情况", "自查自评情况", "具体措施",
    ],
)  # fmt: skip
def test_what_names_the_work_of_a_year(title: str, lexicon: Lexicon) -> None:
    assert kinds_named(title, lexicon) == (RESULTS,)


@pytest.mark.parametrize("title", ["2025年工作", "普法工作", "加强执法工作", "下一步工作"])
def test_what_names_one_field_or_a_coming_year_does_not(title: str, lexicon: Lexicon) -> None:
    assert RESULTS not in kinds_named(title, lexicon)


def test_short_lines_above_shorter_paragraphs_head_them_throughout(parsed: Parsed) -> None:
    pairs = [
        ("“老娘舅”坐堂说事", "说和吵嘴41起。"),
        ("“小喇叭”走巷讲法", "讲法18场。"),
        ("“明白账”上墙公开", "公开账目9本。"),
    ]
    report = parsed(HEAD + "".join(f"{title}\n{text}\n" for title, text in pairs))
    assert [(it.level, it.kind) for it in report.sections] == [(1, RESULTS)] * 3
    assert [report.slice(it) for it in report.measures] == [text for _, text in pairs]


def test_where_paragraphs_lost_their_stops_short_lines_prove_nothing(parsed: Parsed) -> None:
    report = parsed(f"{HEAD}把吵嘴说和清楚\n讲法18场\n公开账目9本。\n晾晒渔网\n收网。\n")
    assert not report.sections


def test_an_item_in_two_clauses_heads_a_shorter_paragraph(parsed: Parsed) -> None:
    report = parsed(
        f"{HEAD}推进法治政府建设的主要举措,取得的成效\n练好内功,管好渡口\n船工轮训一遍。\n"
        "2025年推进法治政府建设的主要安排,工作重点\n开夜课,讲渔法。\n"
    )
    assert [it.level for it in report.sections] == [1, 2, 1]
    assert [it.kind for it in report.sections] == [RESULTS, RESULTS, "next_plan"]
