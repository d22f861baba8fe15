"""What stands above the text of a row."""

from __future__ import annotations

from handmade import Draft

from tuibrowser.compare.align import align
from tuibrowser.compare.changes import align_years
from tuibrowser.layout.grid import lay_out
from tuibrowser.layout.notes import markers
from tuibrowser.lexicon.load import load
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.parse import parse


def notes(alignment: Alignment, number: int) -> list[str]:
    """The notes of one pane, top to bottom."""
    grid = lay_out(alignment, [80] * len(alignment.reports))
    return [line.note for line in grid.panes[number] if line.note]


def town(issuer: str, *measures: tuple[str, str]) -> Report:
    draft = Draft(issuer).head("一、", "工作情况", "measures_results")
    for text, theme in measures:
        draft.measure(text, theme)
    for kind in draft.states:
        draft.states[kind] = "own"  # says nothing of missing sections
    return draft.report()


def test_by_measure_each_row_says_how_sure_its_match_is() -> None:
    one = town(
        "甲镇", ("在集市开展普法宣传12场。", "publicity"), ("拆除违法建设3处。", "enforcement")
    )
    two = town("乙乡", ("在集市开展普法宣传7场。", "publicity"), ("开展普法宣传。", "publicity"))
    alignment = align([one, two], "measure")
    assert notes(alignment, 0) == ["〔普法宣传〕对应", "〔行政执法〕未见对应"]
    assert notes(alignment, 1) == ["〔普法宣传〕对应，含同项1条"]


def test_by_measure_each_says_its_own_theme() -> None:
    """A theme that was put right in one report is not hidden by that of the row."""
    words = "在集市摆摊讲解民法典，接受群众咨询120人次。"
    one, two = town("甲镇", (words, "publicity")), town("乙乡", (words, "legal_services"))
    alignment = align([one, two], "measure")
    assert len([row for row in alignment.rows if row.theme]) == 1
    assert notes(alignment, 0) == ["〔普法宣传〕对应"]
    assert notes(alignment, 1) == ["〔公共法律服务〕对应"]


def test_by_measure_further_partners_are_quoted() -> None:
    one = town("甲镇", ("在集市开展普法宣传12场。", "publicity"), ("开展普法宣传。", "publicity"))
    two = town("乙乡", ("在集市开展普法宣传7场。", "publicity"), ("开展普法宣传。", "publicity"))
    assert notes(align([one, two], "measure"), 1) == [
        "〔普法宣传〕对应",
        "另见一：开展普法宣传。",
        "〔普法宣传〕对应",
        "另见一：在集市开展普法宣传7场。",
    ]


def test_by_theme_no_row_is_judged() -> None:
    one = town("甲镇", ("开展普法宣传12场。", "publicity"))
    assert notes(align([one, one], "theme"), 0) == ["〔普法宣传〕"]


def test_by_theme_text_of_another_part_says_where_it_is_from() -> None:
    one = town("甲镇", ("调解纠纷12件。", "mediation"), ("审查合同3份。", "review"))
    draft = Draft("乙乡").head("一、", "主要负责人履职", "leader_duty")
    draft.measure("调解疑难纠纷2件。", "mediation")
    draft.head("二、", "下一年打算", "next_plan").measure("聘请法律顾问。", "review")
    draft.states |= dict.fromkeys(draft.states, "own")
    assert notes(align([one, draft.report()], "theme"), 1) == [
        "〔矛盾纠纷化解〕",
        "见于：第一责任人履职",
        "〔合法性审查与法律顾问〕",
        "仅见于下年安排",
    ]


def year(number: int, *measures: str) -> Report:
    lines = (f"柳溪镇{number}年法治政府建设年度报告", "一、主要举措和成效", *measures)
    return parse(Document("\n".join(lines), f"{number:064}", "a.txt", "utf-8"), load())


def test_the_later_year_says_what_changed_with_the_old_number_beside_the_new() -> None:
    before = year(2022, "一是审查合同27份，采纳意见55条。", "二是清理旧文件3件。")
    after = year(2023, "一是审查合同35份，采纳意见55条。", "二是在集市开展普法宣传近百场。")
    said = [
        [note for note in notes(align_years([before, after]), number) if note.startswith("〔")]
        for number in range(2)
    ]
    labels = [[note.partition("〕")[2] for note in pane] for pane in said]
    assert labels == [["", ""], ["仅数据变化：27份→35份", "新增", "本年未提及"]]


def test_a_number_that_holds_the_one_above_it_is_not_told_twice() -> None:
    text = (
        "沙岭镇2024年法治政府建设年度报告\n1.主要做法\n1.1 抓宣传。开展普法宣传12场。\n"
        "1.2 抓调解。调解纠纷30件。\n2.存在问题\n宣传形式单一。\n"
    )
    report = parse(Document(text, "0" * 64, "a.txt", "utf-8"), load())
    index = next(i for i, it in enumerate(report.sections) if it.title.startswith("抓调解"))
    assert markers(report, index).strip() == "1.2"


def test_a_number_of_another_system_is_told_with_the_one_above_it() -> None:
    draft = Draft("沙岭镇").head("一、", "主要做法", "measures_results")
    draft.head("1.1", "抓宣传", "measures_results", level=2)
    report = draft.report()
    assert markers(report, 1) == "一、1.1"
