"""What every alignment keeps; alignment by section and by theme."""

from __future__ import annotations

from typing import get_args

from handmade import Draft
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.align import align
from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.model.alignment import Alignment, Cell, Row
from tuibrowser.model.report import Report
from tuibrowser.model.terms import SECTION_KINDS, By, Role, SectionKind


def texts(report: Report, cell: Cell) -> list[str]:
    return [report.slice(report.passages[index]) for index in cell.passages]


def row_of(alignment: Alignment, kind: str | None, theme: str | None = None) -> Row:
    (row,) = (r for r in alignment.rows if (r.section_kind, r.theme) == (kind, theme))
    return row


def with_all() -> Report:
    draft = Draft("柳溪镇")
    draft.add("furniture", "发布时间：2024-01-10")
    draft.title("柳溪镇2023年法治政府建设工作报告")
    draft.add("lead", "现将有关情况报告如下：")
    draft.head("一、", "主要举措和成效", "measures_results")
    draft.head("（一）", "普法", "measures_results", "publicity", level=2)
    draft.measure("开展宣传12场。", "publicity")
    draft.measure("发放材料300份。", "publicity", "legal_services")
    draft.head("（二）", "调解", "measures_results", "mediation", level=2)
    draft.measure("调解纠纷28件。", "mediation")
    draft.measure("其余工作稳步开展。")
    draft.head("（三）", "党政主要负责人履职", "leader_duty", "duty", level=2)
    draft.measure("主要负责人带头述法。", "duty")
    draft.head("二、", "存在的不足", "shortcomings")
    draft.measure("普法形式单一。", "publicity")
    draft.head("三、", "附注", None)
    draft.add("other", "以上数据截至年底。")
    draft.add("signature", "柳溪镇人民政府")
    return draft.report()


def with_few() -> Report:
    draft = Draft("石桥乡")
    draft.title("石桥乡2023年法治政府建设工作报告")
    draft.head("一、", "工作情况", "measures_results")
    draft.measure("规范执法。", "enforcement")
    draft.measure("化解矛盾9起。", "mediation")
    draft.states |= {"other": "stated_none", "next_plan": "unclear"}
    return draft.report()


WITH_ALL = with_all()
WITH_FEW = with_few()


def test_section_rows_follow_the_regulation_between_opening_and_end() -> None:
    alignment = align([WITH_ALL, WITH_FEW], "section")
    kinds = [row.section_kind for row in alignment.rows]
    assert kinds == [None, *SECTION_KINDS, None, None]
    assert texts(WITH_ALL, alignment.rows[0].cells[0]) == [
        "柳溪镇2023年法治政府建设工作报告",
        "现将有关情况报告如下：",
    ]
    assert texts(WITH_ALL, alignment.rows[-2].cells[0]) == ["三、附注", "以上数据截至年底。"]
    assert texts(WITH_ALL, alignment.rows[-1].cells[0]) == [
        "发布时间：2024-01-10",
        "柳溪镇人民政府",
    ]


def test_an_empty_cell_says_why() -> None:
    alignment = align([WITH_ALL, WITH_FEW], "section")
    states = {row.section_kind: row.cells[1].state for row in alignment.rows[1:6]}
    assert states == {
        "measures_results": None,
        "shortcomings": "none",
        "leader_duty": "none",
        "next_plan": "unclear",
        "other": "stated_none",
    }
    assert row_of(alignment, "other").cells[0] == Cell(state="none")


def test_a_duty_among_the_results_is_fetched_and_names_its_heading() -> None:
    cell = row_of(align([WITH_ALL], "section"), "leader_duty").cells[0]
    assert texts(WITH_ALL, cell) == ["（三）党政主要负责人履职", "主要负责人带头述法。"]
    assert cell.state == "inside"
    assert [WITH_ALL.sections[index].title for index in cell.elsewhere] == ["党政主要负责人履职"]


def test_a_fetched_heading_stands_for_those_below_it() -> None:
    draft = Draft()
    draft.head("一、", "主要举措和成效", "measures_results")
    draft.head("（一）", "履行第一责任人职责", "leader_duty", level=2)
    draft.head("1.", "带头学法", "leader_duty", level=3).measure("集体学法4次。")
    draft.head("2.", "带头述法", "leader_duty", level=3).measure("述法1次。")
    report = draft.report()
    cell = row_of(align([report], "section"), "leader_duty").cells[0]
    assert [report.sections[index].title for index in cell.elsewhere] == ["履行第一责任人职责"]


def test_five_rows_stand_even_where_nobody_has_anything() -> None:
    draft = Draft().add("other", "会议通知。")
    draft.states["leader_duty"] = "unclear"
    report = draft.report(is_report=False)
    for by in get_args(By):
        rows = align([report, report], by).rows
        assert [row.section_kind for row in rows] == [None, *SECTION_KINDS]
        assert rows[3].cells == (Cell(state="unclear"), Cell(state="unclear"))


def test_themes_keep_the_first_reports_order_and_later_ones_follow_their_predecessor() -> None:
    rows = align([WITH_ALL, WITH_FEW], "theme").rows
    themes = [row.theme for row in rows if row.section_kind == "measures_results"]
    assert themes == [None, "enforcement", "publicity", "mediation", None]


def test_what_opens_a_section_stands_before_its_themes() -> None:
    rows = [r for r in align([WITH_FEW, WITH_ALL], "theme").rows if r.section_kind]
    assert texts(WITH_FEW, rows[0].cells[0]) == ["一、工作情况"]
    assert texts(WITH_ALL, rows[0].cells[1]) == ["一、主要举措和成效"]
    assert (rows[0].theme, rows[0].strength) == (None, None)


def test_headings_and_leads_below_go_with_the_next_measure() -> None:
    alignment = align([WITH_ALL], "theme")
    assert texts(WITH_ALL, row_of(alignment, "measures_results", "publicity").cells[0]) == [
        "（一）普法",
        "开展宣传12场。",
        "发放材料300份。",
    ]
    assert texts(WITH_ALL, row_of(alignment, "measures_results", "mediation").cells[0]) == [
        "（二）调解",
        "调解纠纷28件。",
    ]


def test_a_heading_stands_where_most_of_its_measures_do_and_its_theme_counts_too() -> None:
    draft = Draft().head("一、", "工作情况", "measures_results")
    draft.head("（一）", "普法", "measures_results", "publicity", level=2)
    draft.measure("干部学法3次。", "study").measure("宣传12场。", "publicity")
    draft.head("（二）", "依法行政", "measures_results", "enforcement", level=2)
    draft.measure("公开信息9条。", "openness").measure("执法检查9次。", "enforcement")
    draft.measure("答复申请3件。", "openness").measure("公示清单。", "openness")
    draft.head("（三）", "依法治理", "measures_results", "governance", level=2)
    draft.measure("调解9件。", "mediation")
    report = draft.report()
    rows = {row.theme: texts(report, row.cells[0]) for row in align([report], "theme").rows}
    assert rows["publicity"] == ["（一）普法", "宣传12场。"]
    assert rows["openness"][:2] == ["（二）依法行政", "公开信息9条。"]
    assert rows["mediation"] == ["（三）依法治理", "调解9件。"]


def test_a_heading_without_theme_goes_with_what_follows() -> None:
    draft = Draft().head("一、", "工作情况", "measures_results").measure("调解9件。", "mediation")
    draft.head("二、", "取得成效", "measures_results").add("lead", "如下：")
    draft.head("（一）", "普法", "measures_results", "publicity", level=2)
    draft.measure("学法3次。", "study").measure("宣传12场。", "publicity")
    report = draft.report()
    row = row_of(align([report], "theme"), "measures_results", "publicity")
    assert texts(report, row.cells[0]) == ["二、取得成效", "如下：", "（一）普法", "宣传12场。"]


def test_a_heading_with_nothing_below_it_keeps_its_own_theme() -> None:
    draft = Draft().head("一、", "工作情况", "measures_results").measure("调解9件。", "mediation")
    draft.head("（二）", "普法", "measures_results", "publicity", level=2).add("lead", "如下：")
    report = draft.report()
    alignment = align([report], "theme")
    assert texts(report, row_of(alignment, "measures_results", "publicity").cells[0]) == [
        "（二）普法",
        "如下：",
    ]


def _with_tables() -> Report:
    draft = Draft().head("一、", "工作情况", "measures_results")
    draft.head("（一）", "调解", "measures_results", "mediation", level=2)
    draft.measure("调解9件。", "mediation").add("other", "邻里 5")
    draft.head("（二）", "普法", "measures_results", "publicity", level=2)
    draft.measure("宣传12场。", "publicity").add("other", "展览 3")
    return draft.report()


def test_a_table_stands_with_what_is_above_it() -> None:
    """However rows are cut."""
    report = _with_tables()
    by_theme = align([report], "theme")
    assert texts(report, row_of(by_theme, "measures_results", "mediation").cells[0]) == [
        "（一）调解", "调解9件。", "邻里 5",
    ]  # fmt: skip
    by_measure = [texts(report, row.cells[0]) for row in align([report], "measure").rows]
    assert ["（一）调解", "调解9件。", "邻里 5"] in by_measure
    assert ["（二）普法", "宣传12场。", "展览 3"] in by_measure


def test_a_heading_that_rules_a_table_alone_keeps_it() -> None:
    draft = Draft().head("一、", "工作情况", "measures_results")
    draft.measure("调解9件。", "mediation")
    draft.head("（二）", "普法", "measures_results", "publicity", level=2).add("other", "展览 3")
    report = draft.report()
    row = row_of(align([report], "theme"), "measures_results", "publicity")
    assert texts(report, row.cells[0]) == ["（二）普法", "展览 3"]


def test_a_row_is_strong_only_where_two_reports_have_measures_on_the_theme() -> None:
    alignment = align([WITH_ALL, WITH_FEW], "theme")
    strengths = {
        row.theme: row.strength for row in alignment.rows if row.section_kind == "measures_results"
    }
    assert strengths == {"enforcement": None, "publicity": None, "mediation": "strong", None: None}


def test_a_missing_section_is_reported_once_by_theme() -> None:
    draft = Draft().head("一、", "存在的不足", "shortcomings")
    draft.measure("普法单一。", "publicity").measure("执法薄弱。", "enforcement")
    rows = [
        r
        for r in align([draft.report(), WITH_FEW], "theme").rows
        if r.section_kind == "shortcomings"
    ]
    assert [row.cells[1].state for row in rows] == ["none", None, None]


def with_mediation(kind: SectionKind, title: str) -> Report:
    """Speaks of mediation under one heading alone, and of publicity among the results."""
    draft = Draft("城关镇").head("一、", "主要举措和成效", "measures_results")
    draft.measure("开展宣传3场。", "publicity")
    draft.head("二、", title, kind)
    draft.measure("推动化解纠纷。", "mediation").measure("带头述法。", "duty")
    return draft.report()


def test_by_theme_what_was_done_under_the_leaders_duty_stands_beside_what_others_did() -> None:
    duty = with_mediation("leader_duty", "主要负责人履职")
    alignment = align([WITH_FEW, duty], "theme")
    row = row_of(alignment, "measures_results", "mediation")
    assert texts(duty, row.cells[1]) == ["推动化解纠纷。"]
    assert [duty.sections[at].title for at in row.cells[1].elsewhere] == ["主要负责人履职"]
    assert row.strength == "strong"
    # What makes up the item on the leader's duty stays there.
    assert texts(duty, row_of(alignment, "leader_duty", "duty").cells[1]) == ["带头述法。"]


def test_by_theme_all_that_two_reports_did_stands_together() -> None:
    duty = with_mediation("leader_duty", "主要负责人履职")
    other = with_mediation("leader_duty", "党政主要负责人履职")
    alignment = align([duty, WITH_FEW, other], "theme")
    row = row_of(alignment, "measures_results", "mediation")
    assert texts(duty, row.cells[0]) == texts(other, row.cells[2]) == ["推动化解纠纷。"]
    assert not [
        r for r in alignment.rows if (r.section_kind, r.theme) == ("leader_duty", "mediation")
    ]


def test_by_theme_what_one_report_alone_did_stays_under_the_leaders_duty() -> None:
    duty = with_mediation("leader_duty", "主要负责人履职")
    row = row_of(align([duty], "theme"), "leader_duty", "mediation")
    assert texts(duty, row.cells[0]) == ["推动化解纠纷。"]


def test_by_theme_what_is_only_planned_stands_beside_what_others_did() -> None:
    plan = with_mediation("next_plan", "下一年打算")
    row = row_of(align([WITH_FEW, plan], "theme"), "measures_results", "mediation")
    assert texts(plan, row.cells[1]) == ["推动化解纠纷。"]
    assert row.cells[1].elsewhere


def test_by_theme_a_plan_stays_where_another_report_plans_the_same() -> None:
    plan = with_mediation("next_plan", "下一年打算")
    both = Draft("石桥乡").head("一、", "工作情况", "measures_results")
    both.measure("调解纠纷9起。", "mediation")
    both.head("二、", "下一年打算", "next_plan").measure("建调解室。", "mediation")
    other = both.report()
    alignment = align([other, plan], "theme")
    planned = row_of(alignment, "next_plan", "mediation")
    assert texts(plan, planned.cells[1]) == ["推动化解纠纷。"]
    # The empty cell beside what the other did says where the plan stands.
    done = row_of(alignment, "measures_results", "mediation").cells[1]
    assert done.passages == ()
    assert [plan.sections[at].title for at in done.elsewhere] == ["下一年打算"]


def test_a_measure_stands_under_the_theme_of_its_heading_if_it_speaks_of_it() -> None:
    draft = Draft().head("一、", "工作情况", "measures_results")
    draft.head("（一）", "普法", "measures_results", "publicity", level=2)
    draft.measure("法律顾问开展普法宣传。", "review", "publicity")
    draft.measure("审查合同9份。", "review")
    report = draft.report()
    alignment = align([report], "theme")
    publicity = row_of(alignment, "measures_results", "publicity").cells[0]
    assert texts(report, publicity) == ["（一）普法", "法律顾问开展普法宣传。"]
    assert texts(report, row_of(alignment, "measures_results", "review").cells[0]) == [
        "审查合同9份。"
    ]


ROLES: list[Role] = ["title", "measure", "lead", "other", "furniture", "signature"]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    draft = Draft()
    for _ in range(draw(st.integers(0, 25))):
        themes = draw(st.lists(st.sampled_from(list(THEME_LABELS)), max_size=2, unique=True))
        if draw(st.booleans()):
            draft.add(draw(st.sampled_from(ROLES)), "子丑寅卯。", *themes)
        else:
            kind = draw(st.sampled_from([None, *SECTION_KINDS]))
            draft.head("一、", "甲乙丙丁", kind, *themes, level=draw(st.integers(1, 3)))
    return draft.report()


@given(columns=st.lists(reports(), max_size=4))
def test_every_passage_stands_in_exactly_one_row_and_the_five_parts_in_order(
    columns: list[Report],
) -> None:
    for by in get_args(By):
        alignment = align(columns, by)
        for column, report in enumerate(columns):
            placed = [index for row in alignment.rows for index in row.cells[column].passages]
            assert sorted(placed) == list(range(len(report.passages)))
        for row in alignment.rows:
            assert len(row.cells) == len(columns)
            for cell in row.cells:
                assert list(cell.passages) == sorted(cell.passages)
        if by == "section":
            check_parts(alignment, columns)


def check_parts(alignment: Alignment, columns: list[Report]) -> None:
    rows = alignment.rows
    assert [row.section_kind for row in rows if row.section_kind] == list(SECTION_KINDS)
    for row in rows:
        for cell, report in zip(row.cells, columns, strict=True):
            if row.section_kind and not cell.passages:
                assert cell.state == report.section_states[row.section_kind]
            assert bool(cell.elsewhere) <= (cell.state == "inside")
