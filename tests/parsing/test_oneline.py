"""Pages that lost their line breaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report
from tuibrowser.parsing.oneline import heading_end

Parsed = Callable[[str], Report]

PARTS = [
    "清河镇2023年法治政府建设情况报告",
    "2023年，清河镇坚持依法办事，现将情况报告如下：",
    "一、主要举措和成效",
    "（一）加强组织领导，压实工作责任",
    "成立领导小组，全年研究议题5个。我镇设联络员16名。",
    "（二）规范行政执法。清理执法主体2家，办理案件12件。",
    "二、存在的不足和原因",
    "个别村调解力量薄弱，原因是人员老化。",
    "三、下一年度主要安排",
    "下一步，将招录2人，培训8期。",
    "四、其他需要报告的情况",
    "无。",
    "清河镇人民政府",
    "2024年1月6日",
]
HEADINGS = [
    "主要举措和成效", "加强组织领导，压实工作责任", "规范行政执法", "存在的不足和原因",
    "下一年度主要安排", "其他需要报告的情况",
]  # fmt: skip


@pytest.mark.parametrize("between", ["", " ", "\u3000\u3000"])
def test_a_page_in_one_line(parsed: Parsed, between: str) -> None:
    report = parsed(between.join(PARTS))
    assert [section.title for section in report.sections] == HEADINGS
    assert [section.level for section in report.sections] == [1, 2, 2, 1, 1, 1]
    assert [report.slice(measure) for measure in report.measures][:2] == [
        "成立领导小组，全年研究议题5个。",
        "我镇设联络员16名。",
    ]
    assert report.section_states["other"] == "stated_none"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("落实集体学法", "2023年,镇党委举办讲座3次。"),
        ("履行应诉义务", "我镇全年应诉2件,均由镇长出庭。"),
        ("严格规范执法,维护公平正义", "梳理执法事项97项,配齐记录仪。"),
        ("党政主要负责人履行推进法治建设第一责任人职责情况", "镇党委书记带头讲课4次。"),
    ],
)
def test_a_heading_ends_where_a_sentence_begins(heading: str, text: str) -> None:
    assert heading_end(heading + text, False) == len(heading)


@pytest.mark.parametrize("words", ["强化理论武装。全年学习12次。", "健全决策机制,防范法律风险。为"])
def test_a_heading_that_a_full_stop_ends_ends_there(words: str) -> None:
    assert heading_end(words, False) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "推动一、二、三产业融合发展，办好实事。",
        "做法有三：（一）抓学习，全员参加；（二）抓考试，人人过关。",
        "镇里坚持一、二把手一起抓。二、三季度各督查一次。",
    ],
)
def test_numbers_that_number_no_heading(parsed: Parsed, sentence: str) -> None:
    report = parsed(f"{PARTS[0]}\n{PARTS[1]}\n一、主要做法\n{sentence}\n二、存在的不足\n人少。\n")
    assert [section.title for section in report.sections] == ["主要做法", "存在的不足"]


def test_long_lines_are_cut_in_their_length(parsed: Parsed) -> None:
    for piece in ("一、主要做法", "（一）抓学习，", "1.普法 ", "二、", "12场 "):
        report = parsed(PARTS[0] + "\n" + piece * 20_000)
        assert report.title == PARTS[0]
