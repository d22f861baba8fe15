"""Alignment by measure: partners wherever they stand, and what a person says of them."""

from __future__ import annotations

import pytest
from handmade import Draft
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.align import align
from tuibrowser.compare.similarity import LIKELY, STRONG, likeness, profiles
from tuibrowser.model.alignment import Alignment, Row
from tuibrowser.model.kept import Pairing, Stretch
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import SectionKind

CONTRACTS = "法律顾问审查各类合同{}份，出具法律意见书{}份。"
DISPUTES = "全年排查矛盾纠纷{}件，成功调解{}件。"
FAIRS = "在集市开展民法典宣传活动{}场，发放宣传资料{}份。"
STUDY = "中心组集体学法{}次，组织干部旁听庭审{}次。"
LICENCES = "组织执法人员参加资格考试，{}人取得执法证，培训{}次。"


def first_town() -> Report:
    draft = Draft("柳溪镇").title("柳溪镇2023年法治政府建设年度报告")
    draft.head("一、", "主要举措和成效", "measures_results")
    draft.head("（一）", "抓实普法", "measures_results", "publicity", level=2)
    draft.measure(FAIRS.format(12, 3000), "publicity")
    draft.head("（二）", "定分止争", "measures_results", "mediation", level=2)
    draft.add("lead", "主要做法如下：")
    draft.measure(DISPUTES.format(96, 90), "mediation")
    draft.head("二、", "存在的不足", "shortcomings").measure("普法形式单一。", "publicity")
    return draft.report()


def second_town() -> Report:
    """The same acts in another order, one of them under the leader's duty."""
    draft = Draft("石桥乡").title("石桥乡2023年法治政府建设年度报告")
    draft.head("一、", "工作情况", "measures_results")
    draft.measure(DISPUTES.format(41, 40), "mediation")
    draft.measure(CONTRACTS.format(23, 9), "review")
    draft.measure(LICENCES.format(8, 2), "enforcement")
    draft.head("二、", "主要负责人履职情况", "leader_duty")
    draft.measure(FAIRS.format(7, 800), "publicity")
    return draft.report()


FIRST, SECOND = first_town(), second_town()


def said(report: Report, row: Row, number: int) -> list[str]:
    return [report.slice(report.passages[at]) for at in row.cells[number].passages]


def row_with(alignment: Alignment, text: str) -> Row:
    """The only row in which any report says ``text``."""
    (row,) = (
        row
        for row in alignment.rows
        if any(text in said(it, row, at) for at, it in enumerate(alignment.reports))
    )
    return row


def stretch(report: Report, text: str) -> Stretch:
    passage = next(it for it in report.measures if report.slice(it) == text)
    return Stretch(report.sha256, passage.start, passage.end)


def test_partners_stand_in_one_row_whatever_their_sections_and_their_order() -> None:
    alignment = align([FIRST, SECOND], "measure")
    disputes = row_with(alignment, DISPUTES.format(96, 90))
    assert DISPUTES.format(41, 40) in said(SECOND, disputes, 1)
    fairs = row_with(alignment, FAIRS.format(12, 3000))
    assert said(SECOND, fairs, 1) == [FAIRS.format(7, 800)]
    assert (fairs.section_kind, fairs.theme, fairs.strength) == (
        "measures_results",
        "publicity",
        "strong",
    )
    origin = [SECOND.sections[at].title for at in fairs.cells[1].elsewhere]
    assert origin == ["主要负责人履职情况"]
    assert fairs.cells[0].elsewhere == ()


def test_headings_and_leads_are_drawn_with_the_next_measure_of_their_report() -> None:
    row = row_with(align([FIRST, SECOND], "measure"), DISPUTES.format(96, 90))
    assert said(FIRST, row, 0) == ["（二）定分止争", "主要做法如下：", DISPUTES.format(96, 90)]


def test_what_has_no_partner_follows_its_predecessor_and_says_so() -> None:
    rows = [row for row in align([FIRST, SECOND], "measure").rows if row.theme]
    assert [row.theme for row in rows] == [
        *("publicity", "mediation", "review", "enforcement"),
        "publicity",
    ]
    assert [row.strength for row in rows] == ["strong", "strong", None, None, None]
    assert [row.section_kind for row in rows][-1] == "shortcomings"


def test_what_the_first_report_lacks_is_matched_among_the_others() -> None:
    third = Draft("城关镇").head("一、", "工作情况", "measures_results")
    third.measure(LICENCES.format(15, 4), "enforcement").measure(CONTRACTS.format(50, 12), "review")
    alignment = align([FIRST, SECOND, third.report()], "measure")
    review = row_with(alignment, CONTRACTS.format(23, 9))
    assert not review.cells[0].passages
    assert said(alignment.reports[2], review, 2) == [CONTRACTS.format(50, 12)]
    assert review.strength == "strong"


def test_a_third_report_does_not_change_how_two_align() -> None:
    pair = align([FIRST, SECOND], "measure")
    three = align([FIRST, SECOND, first_town()], "measure")
    cells = [row.cells for row in pair.rows if any(cell.passages for cell in row.cells)]
    assert [row.cells[:2] for row in three.rows if any(c.passages for c in row.cells[:2])] == cells


def test_what_was_done_is_matched_rather_than_what_is_planned() -> None:
    other = Draft("城关镇").head("一、", "工作情况", "measures_results")
    other.measure(FAIRS.format(5, 100), "publicity")
    other.head("二、", "下一年打算", "next_plan").measure(FAIRS.format(12, 3000), "publicity")
    alignment = align([FIRST, other.report()], "measure")
    row = row_with(alignment, FAIRS.format(5, 100))
    assert FAIRS.format(12, 3000) in said(FIRST, row, 0)
    assert row.strength == "strong"


def test_further_partners_are_listed_the_likest_first() -> None:
    others = ["在集市开展民法典宣传活动。", "通过公众号推送民法典宣传资料。"]
    other = Draft("城关镇").head("一、", "工作情况", "measures_results")
    other.measure(FAIRS.format(5, 100), "publicity")
    for text in reversed(others):
        other.measure(text, "publicity")
    other.measure("拆除违法建设3处。", "enforcement")
    report = other.report()
    # Each has a partner of its own, so none is attached.
    draft = Draft("柳溪镇").head("一、", "主要举措和成效", "measures_results")
    for text in (FAIRS.format(12, 3000), *others):
        draft.measure(text, "publicity")
    row = row_with(align([draft.report(), report], "measure"), FAIRS.format(12, 3000))
    assert [report.slice(report.passages[it.passage]) for it in row.also] == others
    assert {it.report for it in row.also} == {1}


def test_what_found_no_partner_stands_beside_the_one_that_it_is_likest() -> None:
    other = Draft("城关镇").head("一、", "工作情况", "measures_results")
    for text in (FAIRS.format(5, 100), "在集市开展民法典宣传活动。", "拆除违法建设3处。"):
        other.measure(text, "publicity")
    report = other.report()
    for columns in ([FIRST, report], [report, FIRST]):
        alignment = align(columns, "measure")
        row = row_with(alignment, FAIRS.format(12, 3000))
        number = columns.index(report)
        assert said(report, row, number)[-2:] == [
            FAIRS.format(5, 100),
            "在集市开展民法典宣传活动。",
        ]
        (attached,) = row.cells[number].attached
        assert report.slice(report.passages[attached[0]]) == "在集市开展民法典宣传活动。"
        assert attached[1] == "strong"
        assert not row.also
        assert not row.cells[1 - number].attached
        alone = row_with(alignment, "拆除违法建设3处。")
        assert alone.strength is None


def test_a_person_parts_what_was_attached() -> None:
    other = Draft("城关镇").head("一、", "工作情况", "measures_results")
    other.measure(FAIRS.format(5, 100), "publicity")
    other.measure("在集市开展民法典宣传活动。", "publicity")
    report = other.report()
    fair = next(it for it in FIRST.measures if FIRST.slice(it) == FAIRS.format(12, 3000))
    second = report.measures[1]
    parted = Pairing(
        Stretch(FIRST.sha256, fair.start, fair.end),
        Stretch(report.sha256, second.start, second.end),
        False,
    )
    row = row_with(align([FIRST, report], "measure", [parted]), FAIRS.format(12, 3000))
    assert not row.cells[1].attached
    assert not row.also
    assert FAIRS.format(5, 100) in said(report, row, 1)


def test_a_person_parts_a_pair() -> None:
    ours, theirs = DISPUTES.format(96, 90), DISPUTES.format(41, 40)
    parted = Pairing(stretch(SECOND, theirs), stretch(FIRST, ours), joined=False)
    alignment = align([FIRST, SECOND], "measure", [parted])
    assert row_with(alignment, ours).strength is None
    assert row_with(alignment, theirs).strength is None


def test_a_person_joins_a_pair_and_its_partners_so_far_go_their_own_way() -> None:
    ours, theirs = DISPUTES.format(96, 90), LICENCES.format(8, 2)
    joined = Pairing(stretch(FIRST, ours), stretch(SECOND, theirs), joined=True)
    alignment = align([FIRST, SECOND], "measure", [joined])
    row = row_with(alignment, ours)
    assert theirs in said(SECOND, row, 1)
    assert row.strength == "strong"
    assert row_with(alignment, DISPUTES.format(41, 40)).strength is None


def test_several_measures_can_be_joined_with_one() -> None:
    ours = DISPUTES.format(96, 90)
    theirs = [DISPUTES.format(41, 40), LICENCES.format(8, 2)]
    said_of = [Pairing(stretch(FIRST, ours), stretch(SECOND, text), joined=True) for text in theirs]
    row = row_with(align([FIRST, SECOND], "measure", said_of), ours)
    assert [text for text in said(SECOND, row, 1) if text in theirs] == theirs


def test_the_last_word_on_a_pair_counts() -> None:
    ours, theirs = DISPUTES.format(96, 90), DISPUTES.format(41, 40)
    one, other = stretch(FIRST, ours), stretch(SECOND, theirs)
    words = [Pairing(one, other, joined=False), Pairing(other, one, joined=True)]
    row = row_with(align([FIRST, SECOND], "measure", words), ours)
    assert theirs in said(SECOND, row, 1)


def test_two_later_reports_can_be_joined_where_the_first_has_nothing() -> None:
    third = Draft("城关镇").head("一、", "工作情况", "measures_results")
    third.measure("拆除违法建设3处。", "enforcement")
    report = third.report()
    joined = Pairing(
        stretch(report, "拆除违法建设3处。"), stretch(SECOND, CONTRACTS.format(23, 9)), joined=True
    )
    row = row_with(align([FIRST, SECOND, report], "measure", [joined]), CONTRACTS.format(23, 9))
    assert said(report, row, 2)[-1] == "拆除违法建设3处。"


def test_what_was_said_of_texts_that_are_gone_means_nothing() -> None:
    gone = Pairing(Stretch("0" * 64, 0, 3), stretch(FIRST, DISPUTES.format(96, 90)), joined=True)
    assert align([FIRST, SECOND], "measure", [gone]) == align([FIRST, SECOND], "measure")


TEXTS = st.lists(
    st.sampled_from(
        [
            *(text.format(3, 4) for text in (CONTRACTS, DISPUTES, FAIRS, STUDY, LICENCES)),
            *("普法", "法治", "一是加强领导。", "3件。", "。", "开展宣传。", "召开会议。"),
        ]
    ),
    max_size=8,
)


KINDS: list[SectionKind | None] = [None, "measures_results", "leader_duty", "next_plan"]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    draft = Draft(draw(st.sampled_from(["甲镇", "乙乡"])))
    for text in draw(TEXTS):
        if draw(st.booleans()):
            kind = draw(st.sampled_from(KINDS))
            draft.head("一、", "普法和调解", kind, level=draw(st.integers(1, 3)))
        draft.measure(text, *draw(st.lists(st.sampled_from(["publicity", "review"]), max_size=1)))
        if draw(st.booleans()):
            draft.add(draw(st.sampled_from(["lead", "other", "title", "signature"])), "如下：")
    return draft.report()


@given(one=reports(), other=reports())
def test_likeness_is_the_same_from_either_side(one: Report, other: Report) -> None:
    forward = likeness(profiles(one), profiles(other), 0.0)
    backward = likeness(profiles(other), profiles(one), 0.0)
    for at, scores in enumerate(forward):
        assert scores == {to: row[at] for to, row in enumerate(backward) if at in row}
        assert all(0 <= score <= 1.000001 for score in scores.values())


@given(columns=st.lists(reports(), min_size=1, max_size=4))
def test_a_row_holds_one_measure_of_a_report_and_what_is_attached_and_says_if_it_has_partners(
    columns: list[Report],
) -> None:
    alignment = align(columns, "measure")
    assert alignment == align(columns, "measure")
    for row in alignment.rows:
        held: list[list[Passage]] = [
            [report.passages[at] for at in cell.passages if report.passages[at].role == "measure"]
            for report, cell in zip(columns, row.cells, strict=True)
        ]
        for cell, measures in zip(row.cells, held, strict=True):
            assert len(measures) - len(cell.attached) <= 1
            assert {at for at, _ in cell.attached} <= set(cell.passages)
            assert not cell.attached or row.strength
        assert (row.strength is not None) == (sum(map(bool, held)) > 1)
        for also in row.also:
            assert columns[also.report].passages[also.passage] not in held[also.report]


@given(one=reports(), other=reports())
def test_how_sure_a_row_is_goes_by_how_alike_its_measures_are(one: Report, other: Report) -> None:
    scores = likeness(profiles(one), profiles(other))
    places = [{at: i for i, at in enumerate(_measures_of(it))} for it in (one, other)]
    for row in align([one, other], "measure").rows:
        pair = [
            [places[n][at] for at in cell.passages if at in places[n]]
            for n, cell in enumerate(row.cells)
        ]
        if list(map(len, pair)) == [1, 1]:
            score = scores[pair[0][0]][pair[1][0]]
            assert row.strength == (
                "strong" if score >= STRONG else "likely" if score >= LIKELY else "possible"
            )
        for cell in row.cells:
            assert {strength for _, strength in cell.attached} <= {"strong", "likely"}
        if row.strength is None:
            assert all(also.strength != "possible" for also in row.also)


def _measures_of(report: Report) -> list[int]:
    return [at for at, it in enumerate(report.passages) if it.role == "measure"]


@pytest.mark.parametrize("by", ["section", "theme", "measure"])
def test_reports_keep_their_columns(by: str) -> None:
    alignment = align([SECOND, FIRST], by)  # type: ignore[arg-type]
    assert alignment.reports == (SECOND, FIRST)
    assert alignment.by == by


def test_what_is_said_in_other_words_is_likelier_than_what_is_said_of_another_matter() -> None:
    one, other = Draft(), Draft()
    one.measure("开展农民工讨薪专项行动。")
    other.measure("为务工人员追讨拖欠工资。")
    other.measure("开展打击非法捕捞专项行动。")
    (scores,) = likeness(profiles(one.report()), profiles(other.report()), 0.0)
    assert scores.get(0, 0.0) > scores.get(1, 0.0)


def town(name: str, *measures: str) -> Report:
    draft = (
        Draft(name)
        .title(f"{name}2023年法治政府建设年度报告")
        .head("一、", "主要举措和成效", "measures_results")
    )
    for measure in measures:
        draft.measure(measure)
    return draft.report()


def test_one_pair_beyond_doubt_goes_before_two_that_are_only_likely() -> None:
    """All in all two likely pairs would be more alike."""
    sure, alike = "护林员培训防火知识，入户宣传。", "护林员入户宣传防火知识。"
    one = town("柳溪镇", sure, "组织护林员防火演练。")
    other = town("石桥乡", alike, "组织护林培训。")
    (first, second) = likeness(profiles(one), profiles(other))
    assert first[0] > STRONG
    assert first[1] + second[0] > first[0]
    row = row_with(align([one, other], "measure"), sure)
    assert alike in said(other, row, 1)


@pytest.mark.parametrize(
    ("formal", "plain", "another"),
    [
        (
            "严厉打击拖欠农民工工资行为，追回工资40万元。",
            "帮外出打工的乡亲讨薪，包工头把工钱如数结清。",
            "严厉打击电鱼行为，收缴渔具40件。",
        ),
        (
            "推行首违不罚清单，免予处罚12起。",
            "头一回犯的小错先劝诫、教育为主，不急着罚款。",
            "推行执法公示清单，公示处罚12起。",
        ),
        (
            "组织禁毒宣传进校园活动6场。",
            "给孩子们讲毒品怎么害人，学会拒毒。",
            "组织防汛演练进村活动6场。",
        ),
        # Of one field, but another act.
        (
            "办理信息公开申请5件，均按期答复。",
            "公民申请要求了解的，逐件书面答复。",
            "主动公开信息150件，网站栏目均按期更新。",
        ),
        (
            "开展窗口作风整顿，通报2人。",
            "对服务大厅里迟到、推诿的工作人员严肃处理。",
            "开通窗口延时服务，中午不打烊。",
        ),
        (
            "办理人大建议、政协提案12件，办复率100%。",
            "代表委员提的意见件件有回音。",
            "办理巡察反馈问题12个，整改率100%。",
        ),
    ],
)
def test_plain_words_stand_beside_the_official_ones_for_one_act(
    formal: str, plain: str, another: str
) -> None:
    """Rather than beside what is worded alike and done to something else."""
    alignment = align([town("柳溪镇", formal), town("石桥乡", another, plain)], "measure")
    assert plain in said(alignment.reports[1], row_with(alignment, formal), 1)
