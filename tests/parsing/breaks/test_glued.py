"""Headings that ran into their text, where their likes stand on lines of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]

HEAD = """清河镇2023年法治政府建设情况报告
2023年，清河镇坚持依法行政。现将情况报告如下：
一、主要举措和成效
（一）压实领导责任，健全工作机制
镇党委会专题研究法治议题5个，签订责任书17份，逐项抓好落实。
（二）规范行政执法，守住安全底线
全年开展联合执法23次，立案6件，责令改正31起，无一起行政复议。
（三）"""
TAIL = """
二、存在的不足
执法力量不足，村干部学法不够经常。"""


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("加强普法宣传，营造法治氛围", "赶集日设点普法28场，发放资料7600份，播放短视频13条。"),
        ("化解矛盾纠纷", "镇调委会排查纠纷142件，调解成功138件，成功率97.2%。"),
        ("强化应急管理", "修订防汛、地灾、森林防火预案5个，组织演练4次，参演390人次。"),
        ("提升政务服务", "便民中心进驻事项187项，全年办件1.3万件，开展上门代办240次。"),
        ("推进政务公开，接受社会监督", "主动公开信息316条，办理代表建议12件，满意率100%。"),
    ],
)
def test_a_heading_that_lost_its_line_end_is_cut_from_its_text(
    heading: str, text: str, parsed: Parsed
) -> None:
    report = parsed(f"{HEAD}{heading}{text}{TAIL}")
    titles = [section.title for section in report.sections]
    assert titles == [
        "主要举措和成效", "压实领导责任，健全工作机制", "规范行政执法，守住安全底线", heading,
        "存在的不足",
    ]  # fmt: skip
    assert any(report.slice(it) == text for it in report.passages)


@pytest.mark.parametrize(
    "words",
    [
        "规范行政执法。执法队按季抽查案卷，发现文书错漏12处，全部改正。",
        "规范行政执法\n执法队按季抽查案卷，发现文书错漏12处，全部改正。",
    ],
)
def test_a_heading_that_something_ends_stays_as_it_is(words: str, parsed: Parsed) -> None:
    report = parsed(f"{HEAD}{words}{TAIL}")
    assert report.sections[3].title == "规范行政执法"


def test_a_point_that_opens_like_a_heading_among_points_is_none(parsed: Parsed) -> None:
    report = parsed(
        HEAD
        + "提升工作效能。\n"
        + "1.深化“放管服”改革，以综治中心建设为抓手推进“一窗受理”，全年办理事项1870件。\n"
        + "2.建立矛盾排查机制，排查草场边界、务工欠薪等纠纷37件，化解36件。\n"
        + "3.规范执法。镇综合执法办4名人员全部持证，开展检查41次，督促整改29个。"
        + TAIL
    )
    assert [it.title for it in report.sections if it.level > 2] == []


def test_points_one_right_below_another_are_whole(parsed: Parsed) -> None:
    points = [
        "（一）组织护林员逐户签订防火承诺书并收回打火机。",
        "（二）在渡口边设立“摆渡人议事角”，由两名老船工坐堂听取来往村民的诉求，全年答复9件。",
        "（三）请木偶戏班把禁渔规定编成唱段，在七个码头巡演12场。",
    ]
    report = parsed(
        "清河镇2023年法治政府建设情况报告\n一、主要举措和成效\n" + "\n".join(points) + TAIL
    )
    said = [report.slice(it) for it in report.passages if it.role == "measure"]
    assert said[:3] == [it[3:] for it in points] or said[:3] == points


@pytest.mark.parametrize("stop", ["", "。"])
def test_the_number_of_the_next_part_is_found_where_its_line_begins_no_more(
    stop: str, parsed: Parsed
) -> None:
    report = parsed(
        "清河镇2023年法治政府建设情况报告\n一、主要举措和成效\n"
        f"（一）规范行政执法。开展联合执法23次。二、存在的不足和原因{stop}\n执法力量不足。"
        f"三、下一年度主要安排{stop}\n再招录2人，二、三季度各培训1次。四、其他需要报告的情况：无。"
    )
    assert [(it.level, it.title) for it in report.sections] == [
        (1, "主要举措和成效"),
        (2, "规范行政执法"),
        (1, "存在的不足和原因"),
        (1, "下一年度主要安排"),
        (1, "其他需要报告的情况"),
    ]
