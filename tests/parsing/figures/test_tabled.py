"""Figures that stand in tables: what is counted, in which unit, and as what."""

from __future__ import annotations

import pytest

from benchmarks.openings import understood
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Figure, Report

REPORT = """青棠县柳溪镇2023年法治政府建设报告
2023年，柳溪镇依法行政。
一、主要举措和成效
（一）化解纠纷。走访群众，化解矛盾。
{table}
二、存在的不足
力量不足。
柳溪镇人民政府
2024年1月5日
"""


def read(table: str, lexicon: Lexicon) -> Report:
    report = understood(REPORT.format(table=table), lexicon)
    assert [section.title for section in report.sections if section.level == 1] == [
        "主要举措和成效",
        "存在的不足",
    ]
    return report


def told(figure: Figure) -> tuple[float | int, str, str | None, str | None]:
    return figure.value, figure.unit, figure.noun, figure.role


def test_rows_of_villages_are_parts_of_the_row_that_sums_them(lexicon: Lexicon) -> None:
    report = read(
        "表1 人民调解情况统计表\n村名\t调解纠纷（件）\t普法活动（场）\n"
        "甲村\t12\t3\n乙村\t18\t4\n合计\t30\t7",
        lexicon,
    )
    assert [told(it) for it in report.figures] == [
        (12, "件", "调解纠纷", "part"),
        (3, "场", "普法活动", "part"),
        (18, "件", "调解纠纷", "part"),
        (4, "场", "普法活动", "part"),
        (30, "件", "调解纠纷", "total"),
        (7, "场", "普法活动", "total"),
    ]
    assert [it.part_of for it in report.figures] == [4, 5, 4, 5, None, None]
    assert [report.slice(it) for it in report.figures] == ["12", "3", "18", "4", "30", "7"]
    assert {it.indicator for it in report.figures} == {"disputes_mediated", "publicity_events"}


def test_a_row_of_one_kind_is_of_the_indicators_of_its_columns(lexicon: Lexicon) -> None:
    report = read(
        "纠纷类型\t受理（件）\t调解成功（件）\t成功率\n"
        "邻里纠纷\t88\t86\t97.7%\n婚姻家庭纠纷\t41\t40\t97.6%",
        lexicon,
    )
    assert [it.indicator for it in report.figures] == [
        "disputes_found",
        "disputes_mediated",
        "mediation_success_rate",
    ] * 2


def test_a_row_of_one_kind_keeps_it_where_its_column_says_only_how_many(lexicon: Lexicon) -> None:
    report = read("类型\t数量\n邻里纠纷\t88件\n劳资纠纷\t41件", lexicon)
    assert [it.indicator for it in report.figures] == ["disputes_neighbour", "disputes_labour"]


def test_columns_of_years_tell_what_was_before(lexicon: Lexicon) -> None:
    report = read(
        "指标\t2023年\t2022年\t同比增长\n人民调解案件（件）\t126\t110\t14.5%\n"
        "普法讲座（场）\t12\t9\t33.3%",
        lexicon,
    )
    assert [told(it)[2:] for it in report.figures[:3]] == [
        ("人民调解案件", "total"),
        ("人民调解案件", "previous"),
        ("人民调解案件", "change"),
    ]
    assert told(report.figures[2])[:2] == (14.5, "%")
    assert [it.period for it in report.figures[:3]] == ["2023年", "2022年", None]
    assert [it.time for it in report.figures[:3]] == ["year", None, None]


def test_rows_of_periods_are_parts_of_the_whole_year(lexicon: Lexicon) -> None:
    report = read("月份\t来访（批）\n1—6月\t118\n7—12月\t84\n全年\t202", lexicon)
    assert [(it.noun, it.period, it.time, it.part_of) for it in report.figures] == [
        ("来访", "1—6月", "half_year", 2),
        ("来访", "7—12月", "half_year", 2),
        ("来访", "全年", "year", None),
    ]


def test_a_year_before_what_a_column_counts_is_no_part_of_the_noun(lexicon: Lexicon) -> None:
    report = read("社区\t2023年调解纠纷（件）\n甲社区\t12\n乙社区\t18", lexicon)
    assert {(it.noun, it.period) for it in report.figures} == {("调解纠纷", "2023年")}


@pytest.mark.parametrize(
    "table",
    [
        "序号|项目|单位|数量\n1|行政处罚案件|件|25\n2|罚没款|万元|3.5\n3|参训人员|人次|1,240",
        "| 项目 | 数量 |\n| --- | --- |\n| 行政处罚案件（件） | 25 |\n| 罚没款（万元） | 3.5 |\n"
        "| 参训人员（人次） | 1,240 |",
        "项目\t数量\n行政处罚案件\t25件\n罚没款\t3.5万元\n参训人员\t1240人次",
    ],
    ids=["a column of units", "units beside names", "units beside numbers"],
)
def test_the_unit_is_read_wherever_the_table_has_it(table: str, lexicon: Lexicon) -> None:
    report = read(table, lexicon)
    assert [told(it)[:3] for it in report.figures] == [
        (25, "件", "行政处罚案件"),
        (35000, "元", "罚没款"),
        (1240, "人次", "参训人员"),
    ]


def test_what_all_is_counted_in_stands_above_and_a_part_below_it(lexicon: Lexicon) -> None:
    report = read(
        "单位：件\n类别 受理 办结\n行政许可 120 118\n其中：涉农 20 19\n信访事项 14 14", lexicon
    )
    assert [told(it) for it in report.figures] == [
        (120, "件", "行政许可受理", "total"),
        (118, "件", "行政许可办结", "total"),
        (20, "件", "涉农受理", "part"),
        (19, "件", "涉农办结", "part"),
        (14, "件", "信访事项受理", "total"),
        (14, "件", "信访事项办结", "total"),
    ]
    assert [it.part_of for it in report.figures] == [None, None, 0, 1, None, None]


@pytest.mark.parametrize(
    "table",
    [
        "类别\t数量\n行政处罚\t12\n普法宣传\t8",
        "序号\t姓名\t职务\n1\t张某\t镇长\n2\t李某\t所长",
        "甲村\t12\t3\n乙村\t18\t4",
        "项目\t内容\n行政许可\t无\n行政处罚\t按月公示",
    ],
    ids=["no unit", "numbers of rows", "no heads", "no numbers"],
)
def test_a_number_of_which_the_table_does_not_tell_what_it_counts_is_none(
    table: str, lexicon: Lexicon
) -> None:
    assert read(table, lexicon).figures == ()


def test_rows_that_end_in_rising_numbers_are_no_table_of_contents(lexicon: Lexicon) -> None:
    report = read("项目\t件数\n来信\t3\n来访\t5\n网上投诉\t9", lexicon)
    assert not [it for it in report.passages if it.role == "furniture"]
    assert [told(it)[:3] for it in report.figures] == [
        (3, "件", "来信"),
        (5, "件", "来访"),
        (9, "件", "网上投诉"),
    ]


def test_figures_of_sentences_and_tables_stand_in_the_order_of_the_text(lexicon: Lexicon) -> None:
    report = read(
        "全年调解纠纷30件，其中邻里纠纷12件、婚姻纠纷18件。\n项目\t件数\n来信\t3\n来访\t5\n"
        "开展普法宣传8场，其中进校园3场。",
        lexicon,
    )
    assert [it.value for it in report.figures] == [30, 12, 18, 3, 5, 8, 3]
    assert [it.part_of for it in report.figures] == [None, 0, 0, None, None, None, 5]
    assert [it.start for it in report.figures] == sorted(it.start for it in report.figures)


def test_a_line_that_only_draws_parts_no_table(lexicon: Lexicon) -> None:
    report = read(
        "| 序号 | 指标 | 单位 | 年度目标 | 完成值 |\n| --- | :---: | --- | ---: | --- |\n"
        "| 1 | 12345工单 | 件 | 300 | 412 |\n| 2 | 工单办结率 | % | 95 | 99.2 |",
        lexicon,
    )
    assert [told(it) for it in report.figures] == [
        (300, "件", "12345工单", "target"),
        (412, "件", "12345工单", "total"),
        (95, "%", "工单办结率", "target"),
        (99.2, "%", "工单办结率", "rate"),
    ]


def test_what_stands_above_a_table_with_its_number_is_its_name(lexicon: Lexicon) -> None:
    report = read("巡查力量及巡查量（表二）\n项目\t数量\n日常巡查\t81次\n夜间巡查\t13次", lexicon)
    assert [section.title for section in report.sections if section.level > 1] == ["化解纠纷"]
    assert [told(it) for it in report.figures] == [
        (81, "次", "日常巡查", "total"),
        (13, "次", "夜间巡查", "total"),
    ]


def test_a_column_is_told_by_the_name_of_the_table_and_the_other_heads(lexicon: Lexicon) -> None:
    report = read("各片区纠纷台账\n片区\t排查\t调处\n城南\t41件\t39件\n城北\t28件\t28件", lexicon)
    assert [it.indicator for it in report.figures] == ["disputes_found", "disputes_mediated"] * 2
    report = read("季度\t来访（批）\t化解（批）\n一季度\t18\t16\n二季度\t22\t21", lexicon)
    assert [it.indicator for it in report.figures] == [
        "petitions_received",
        "petitions_settled",
    ] * 2


def test_a_column_that_sets_a_year_beside_another_tells_a_change(lexicon: Lexicon) -> None:
    report = read("事项\t件数\t比2022年\n调解纠纷\t180件\t12%\n普法宣传\t16场\t5%", lexicon)
    assert [it.role for it in report.figures] == ["total", "change"] * 2
