"""What is marked where reports stand side by side: judged by hand on sentences written for it, and
rules that hold for any reports.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from handmade import Draft
from hypothesis import given, settings
from hypothesis import strategies as st

from tuibrowser.compare.align import align, in_own_order
from tuibrowser.compare.differences import Aspect, Differences
from tuibrowser.compare.phrases import SHORTEST_SHARED
from tuibrowser.compare.wording import NUMBER, reword
from tuibrowser.model.alignment import Alignment, Row
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Change, Span
from tuibrowser.text.segment import word_starts

Know = Callable[[Report], Report]


def with_words(report: Report) -> Report:
    return replace(report, word_starts=word_starts(report.text))


def unchanged(report: Report) -> Report:
    return report


@pytest.fixture(params=[with_words, unchanged], ids=["words known", "words unknown"])
def know(request: pytest.FixtureRequest) -> Know:
    """Makes a report know its words, or not: what follows holds either way."""
    return request.param  # type: ignore[no-any-return]


def on_mediation(issuer: str, *measures: str, lead: str = "") -> Report:
    draft = Draft(issuer).title(f"{issuer}2023年法治政府建设情况报告")
    if lead:
        draft.add("lead", lead)
    draft.head("一、", "矛盾纠纷化解", "measures_results", "mediation")
    for measure in measures:
        draft.measure(measure, "mediation")
    return draft.report()


def of_report(differences: Differences, aspect: Aspect, number: int) -> list[Span]:
    passages = range(len(differences.alignment.reports[number].passages))
    return [it for index in passages for it in differences.of_passage(aspect, number, index)]


def marked(aspect: Aspect, reports: Sequence[Report]) -> list[list[str]]:
    """The words marked in each report, level on sections."""
    differences = Differences(align(reports, "section"))
    return [
        [report.text[start:end] for start, end in of_report(differences, aspect, number)]
        for number, report in enumerate(reports)
    ]


def test_what_the_others_lack_is_marked_by_words(know: Know) -> None:
    reports = [
        know(on_mediation("甲镇", "依托“说事亭”调解邻里纠纷20件，成功率98%。")),
        know(on_mediation("乙镇", "依托综治中心调解邻里纠纷35件，成功率100%。")),
    ]
    # Numbers differ between any two reports: what figures are for.
    assert marked("lacking", reports) == [["说事亭"], ["综治中心"]]


def test_what_one_of_the_others_has_is_not_lacking(know: Know) -> None:
    reports = [
        know(on_mediation("甲镇", "推行首违不罚制度，组建夜间执法小分队。")),
        know(on_mediation("乙镇", "推行首违不罚制度，定期巡查。")),
        know(on_mediation("丙乡", "组建夜间执法小分队，定期巡查。")),
    ]
    assert marked("lacking", reports) == [[], [], []]


def test_names_of_the_own_place_are_not_what_the_others_lack(know: Know) -> None:
    reports = [
        know(on_mediation("柳溪镇", "柳溪镇全年调解纠纷，我镇村村有调解员。")),
        know(on_mediation("望禾乡", "望禾乡全年调解纠纷，全乡村村有调解员。")),
    ]
    assert marked("lacking", reports) == [[], []]


def test_the_place_of_a_point_among_others_is_no_difference(know: Know) -> None:
    reports = [
        know(on_mediation("甲镇", "二是村村有调解员。", "（三）化解邻里纠纷。")),
        know(on_mediation("乙镇", "首先，化解邻里纠纷；", "12、村村有调解员。")),
    ]
    assert marked("lacking", reports) == [[], []]


def test_a_phrase_is_shared_whatever_its_numbers_and_commas(know: Know) -> None:
    reports = [
        know(on_mediation("甲镇", "一是入村设点，发放宣传资料3000余份、接受群众咨询120人次。")),
        know(on_mediation("乙镇", "年内发放宣传资料850余份，接受群众咨询41人次，效果良好。")),
        know(on_mediation("丙乡", "组织集中学法。")),
    ]
    assert marked("shared", reports) == [
        ["发放宣传资料3000余份、接受群众咨询120人次"],
        ["发放宣传资料850余份，接受群众咨询41人次"],
        [],
    ]


def test_a_shared_phrase_begins_and_ends_with_a_word() -> None:
    first = on_mediation("甲镇", "健全矛盾纠纷多元化解机制体系。")
    second = on_mediation("乙镇", "完善矛盾纠纷多元化解机动队伍。")
    assert marked("shared", [first, second])[0] == ["矛盾纠纷多元化解机"]
    known = [with_words(first), with_words(second)]
    assert marked("shared", known)[0] == ["矛盾纠纷多元化解"]


def test_terms_are_too_short_to_be_shared_phrases(know: Know) -> None:
    reports = [
        know(on_mediation("甲镇", "做好矛盾纠纷排查。")),
        know(on_mediation("乙镇", "抓细矛盾纠纷排查。")),
    ]
    assert marked("shared", reports) == [[], []]


def test_no_phrase_runs_over_the_end_of_a_sentence(know: Know) -> None:
    reports = [
        know(on_mediation("甲镇", "化解邻里纠纷。宣传民法典。")),
        know(on_mediation("乙镇", "化解邻里纠纷。宣传民法典。")),
    ]
    assert marked("shared", reports) == [[], []]


def test_where_nobody_else_says_anything_the_passage_stands_alone(know: Know) -> None:
    other = (
        Draft("乙镇").title("乙镇报告").head("一、", "普法宣传", "measures_results", "publicity")
    )
    reports = [
        know(on_mediation("甲镇", "调解纠纷20件。", "建成“说事亭”3处。")),
        know(other.measure("开展普法宣传12场。", "publicity").report()),
    ]
    differences = Differences(align(reports, "theme"))
    texts = [reports[0].text[a:b] for a, b in of_report(differences, "alone", 0)]
    assert texts == ["调解纠纷20件。", "建成“说事亭”3处。"]
    # Level on the section there is something beside it.
    assert marked("alone", reports) == [[], []]


def test_stock_phrases_are_neither_lacking_nor_shared(know: Know) -> None:
    said = "在县委、县政府的正确领导下，深入学习贯彻习近平法治思想，"
    reports = [
        know(on_mediation("甲镇", f"{said}建成“说事亭”3处。")),
        know(on_mediation("乙镇", f"{said}培训网格员40人。")),
        know(on_mediation("丙乡", "修订村规民约。")),
    ]
    stock = ["在县委、县政府的正确领导下，深入学习贯彻习近平法治思想"]
    assert marked("stock", reports) == [stock, stock, []]
    assert marked("shared", reports) == [[], [], []]
    assert "说事亭" in "".join(marked("lacking", reports)[0])
    assert "领导" not in "".join(marked("lacking", reports)[0])


def test_what_all_openings_share_is_stock_of_these_reports(know: Know) -> None:
    rule = "依照《青棠县年度报告管理办法》"
    reports = [
        know(on_mediation("甲镇", "调解纠纷。", lead=f"{rule}，把2023年工作说明于后：")),
        know(on_mediation("乙镇", "化解纠纷。", lead=f"本年工作情况，{rule}撰写。")),
    ]
    assert marked("stock", reports) == [["依照《青棠县年度报告管理办法"]] * 2
    assert marked("shared", reports) == [[], []]
    third = know(on_mediation("丙乡", "调处纠纷。", lead="2023年工作是这样的："))
    assert marked("stock", [*reports, third]) == [[], [], []]
    assert marked("shared", [*reports, third])[0] == ["依照《青棠县年度报告管理办法"]


def test_a_report_by_itself_has_figures_only(know: Know) -> None:
    draft = Draft("甲镇").title("甲镇报告").head("一、", "矛盾纠纷化解", "measures_results")
    report = draft.measure("调解纠纷20件。").figure("20件", 20, "件").report()
    for aspect in ("lacking", "alone", "shared"):
        assert marked(aspect, [know(report)]) == [[]]
    assert marked("figures", [know(report)]) == [["20件"]]


def test_a_number_of_several_rates_is_marked_once(know: Know) -> None:
    draft = Draft("甲镇").title("甲镇报告").head("一、", "学法考试", "measures_results")
    draft.measure("参考率、合格率均为98%。").figure("98%", 98, "%").figure("98%", 98, "%")
    assert marked("figures", [know(draft.report())]) == [["98%"]]


def years(changes: tuple[Change | None, ...], *measures: Sequence[str]) -> Alignment:
    """Years of one township with all measures in one row that ``changes`` speaks of."""
    reports = []
    for number, told in enumerate(measures):
        draft = Draft("甲镇", 2021 + number).title(f"甲镇{2021 + number}年报告")
        draft.head("一、", "矛盾纠纷化解", "measures_results", "mediation")
        for measure in told:
            draft.measure(measure, "mediation")
            for words in ("57件", "68件", "57件次", "90%", "98.5%"):
                if words in measure:
                    draft.figure(words, 1, words.lstrip("0123456789."))
        reports.append(draft.report())
    aligned = align(reports, "section")
    rows = [
        row._replace(changes=changes) if row.section_kind == "measures_results" else row
        for row in aligned.rows
    ]
    return Alignment(aligned.reports, tuple(rows))


def test_between_years_the_old_figure_is_known_beside_the_new_one() -> None:
    differences = Differences(
        years(
            (None, "numbers_only"),
            ["2021年共调解各类纠纷57件，成功率90%。"],
            ["2022年共调解各类纠纷68件，成功率98.5%。"],
        )
    )
    report = differences.alignment.reports[1]
    (passage,) = (n for n, it in enumerate(report.passages) if it.role == "measure")
    text, changed = report.text, differences.rewordings(1, passage)
    # A year that only moved on is no change.
    assert [(text[it.start : it.end], it.before) for it in changed] == [
        ("68件", "57件"),
        ("98.5%", "90%"),
    ]
    assert of_report(differences, "reworded", 1) == [(it.start, it.end) for it in changed]


def test_between_years_only_the_year_before_counts(know: Know) -> None:
    aligned = years(
        (None, "kept", "reworded"),
        ["组织村干部化解邻里纠纷。"],
        ["组织村干部化解邻里纠纷。"],
        ["组织网格员和村干部化解邻里纠纷。"],
    )
    reports = tuple(map(know, aligned.reports))
    differences = Differences(Alignment(reports, aligned.rows))
    assert differences.in_years
    assert [of_report(differences, "reworded", number) for number in (0, 1)] == [[], []]
    (span,) = of_report(differences, "reworded", 2)
    assert reports[2].text[slice(*span)] == "网格员和"
    assert [it.before for it in differences.rewordings(2, 2)] == [""]
    assert of_report(differences, "lacking", 2) == []


def test_between_years_another_wrap_of_the_lines_is_no_change() -> None:
    aligned = years((None, "reworded"), ["组织干部轮\n流领学。"], ["组织干部轮流领学宪法。"])
    reports = tuple(map(with_words, aligned.reports))
    differences = Differences(Alignment(reports, aligned.rows))
    (span,) = of_report(differences, "reworded", 1)
    assert reports[1].text[slice(*span)] == "宪法"


def test_between_years_what_is_new_stands_alone() -> None:
    differences = Differences(years((None, "new"), [], ["建成“说事亭”3处。"]))
    (span,) = of_report(differences, "alone", 1)
    assert differences.alignment.reports[1].text[slice(*span)] == "建成“说事亭”3处。"
    assert of_report(differences, "reworded", 1) == []


POOL = [
    *(
        "开展",
        "普法",
        "宣传",
        "活动",
        "矛盾",
        "纠纷",
        "调解",
        "网格员",
        "村民",
        "社区",
        "法律明白人",
    ),
    *("入户", "走访", "说事亭", "组建", "队伍", "的", "了", "和", "村", "LED", "20", "3.5"),
    *("在党委的正确领导下", "取得了一定成效", "，", "、", "。", "；", "“", "”"),
]
measures = st.lists(st.sampled_from(POOL), min_size=1, max_size=25)


@st.composite
def reports_side_by_side(draw: st.DrawFn) -> list[Report]:
    """Up to three reports made of few words, so that they share some; words known or not."""
    made = []
    for issuer in ("甲镇", "乙镇", "丙乡")[: draw(st.integers(2, 3))]:
        words = [f"{issuer}报告", "\n"]
        draft = Draft(issuer).title(words[0])
        for theme in ("publicity", "mediation"):
            for told in draw(st.lists(measures, max_size=2)):
                role = draw(st.sampled_from(["measure", "lead", "heading", "other"]))
                draft.kind = "measures_results"
                draft.add(role, "".join(told), theme)  # type: ignore[arg-type]
                words += [*told, "\n"]
        report = draft.report()
        starts = sum(1 << at for at in accumulate(map(len, words[:-2]), initial=0))
        size = (len(report.text) + 7) // 8
        known = starts.to_bytes(size + 8, "little")[:size]
        made.append(replace(report, word_starts=known) if draw(st.booleans()) else report)
    return made


def texts_of(row: Row, number: int, report: Report) -> list[str]:
    return [reword(report.slice(report.passages[it])) for it in row.cells[number].passages]


@settings(deadline=None)
@given(reports_side_by_side(), st.sampled_from(["section", "theme", "own"]))
def test_rules_of_all_spans(reports: list[Report], mode: str) -> None:
    aligned = in_own_order(reports) if mode == "own" else align(reports, mode)  # type: ignore[arg-type]
    differences = Differences(aligned)
    for row in aligned.rows:
        for this, report in enumerate(reports):
            elsewhere = [
                text
                for other, its in enumerate(reports)
                if other != this
                for text in texts_of(row, other, its)
            ]
            passages = [report.passages[it] for it in row.cells[this].passages]
            found: dict[Aspect, list[tuple[int, int]]] = {}
            for aspect in ("lacking", "alone", "shared", "stock", "figures"):
                spans = [
                    span
                    for index in row.cells[this].passages
                    for span in differences.of_passage(aspect, this, index)
                ]
                found[aspect] = spans
                assert all(start < end for start, end in spans)
                assert all(before[1] <= after[0] for before, after in pairwise(spans))
                for start, end in spans:
                    assert any(it.start <= start and end <= it.end for it in passages)
            for start, end in found["shared"]:
                phrase = reword(report.text[start:end])
                assert len(phrase) >= SHORTEST_SHARED
                assert any(phrase in text for text in elsewhere)
            for start, end in found["lacking"]:
                phrase = reword(report.text[start:end])
                assert phrase.strip(NUMBER)
                assert not any(phrase in text for text in elsewhere)
            apart = sorted(found["shared"] + found["lacking"] + found["stock"])
            assert all(before[1] <= after[0] for before, after in pairwise(apart))


@given(reports_side_by_side())
def test_the_same_report_twice_lacks_nothing(reports: list[Report]) -> None:
    twin = replace(reports[0], sha256="0" * 64)
    differences = Differences(align([reports[0], twin], "section"))
    assert of_report(differences, "lacking", 0) == []
    assert of_report(differences, "alone", 0) == []
