"""Getting about in a comparison, without a screen."""

from __future__ import annotations

from typing import get_args

import pytest
from handmade import Draft, plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.align import align, in_own_order
from tuibrowser.layout.grid import lay_out
from tuibrowser.model.report import Report
from tuibrowser.model.terms import By
from tuibrowser.state.workspaces import Sync
from tuibrowser.tui.pages.viewport import Viewport


def upside_down() -> Report:
    """Plans first, results last."""
    draft = Draft("乙镇").title("乙镇报告")
    draft.head("一、", "下一年度安排", "next_plan").measure("加强普法。" * 20, "publicity")
    draft.head("二、", "主要举措和成效", "measures_results")
    draft.head("（一）", "化解矛盾", "measures_results", "mediation", level=2)
    draft.measure("调解纠纷40件。" * 30, "mediation")
    return draft.report()


REPORTS = [plain(repeat=12), upside_down()]


def view_of(mode: str, width: int = 30, sync: Sync = "part", room: int = 10) -> Viewport:
    if mode == "own":
        alignment = in_own_order(REPORTS)
    else:
        alignment = align(REPORTS, "theme" if mode == "theme" else "section")
    view = Viewport(lay_out(alignment, [width, width]), 0, sync)
    view.room = room
    return view


def top_text(view: Viewport, pane: int = 0) -> str:
    return view.grid.text(pane, view.tops[pane])


@given(
    st.lists(st.tuples(st.sampled_from(["scroll", "page", "part", "theme"]), st.integers(-9, 9)))
)
def test_level_panes_that_move_together_never_part(moves: list[tuple[str, int]]) -> None:
    view = view_of("section")
    for what, by in moves:
        if what == "scroll":
            view.scroll(by)
        elif what == "page":
            view.page(by)
        elif what == "part":
            view.go_part(1 if by > 0 else -1)
        else:
            view.go_theme(1 if by > 0 else -1)
        assert view.tops[0] == view.tops[1]
        assert 0 <= view.top < view.grid.height


def test_pages_end_with_the_last_line_in_the_window() -> None:
    view = view_of("section")
    view.page(10_000)
    assert view.top == view.grid.height - view.room
    view.go_top()
    assert view.top == 0


def test_lines_go_on_until_the_last_one_is_at_the_top() -> None:
    view = view_of("section")
    view.scroll(10_000)
    assert view.top == view.grid.height - 1
    view.page(1)
    assert view.top == view.grid.height - 1
    view.page(-1)
    assert view.top == view.grid.height - view.room


def test_a_jump_brings_even_the_last_part_to_the_top_and_stays_there() -> None:
    view = view_of("section", room=40)
    while view.go_part(1):
        pass
    top = view.top
    assert top > view.grid.height - view.room
    view.page(1)
    assert view.top == top


def test_parts_come_in_the_order_of_the_regulation() -> None:
    view = view_of("section")
    kinds = [view.here().kind]
    while view.go_part(1):
        kinds.append(view.here().kind)
    five = ["measures_results", "shortcomings", "leader_duty", "next_plan", "other"]
    assert kinds == [None, *five, None]
    while view.go_part(-1):
        pass
    assert view.top == 0


def test_in_its_own_order_each_report_goes_to_its_own_part() -> None:
    view = view_of("own")
    view.go_part(1)
    assert top_text(view, 0) == "一、主要举措和成效"
    assert top_text(view, 1) == "二、主要举措和成效"
    assert view.tops[0] != view.tops[1]


def test_by_theme_the_next_theme_is_the_next_row() -> None:
    view = view_of("theme")
    view.go_theme(1)
    assert top_text(view) == "〔普法宣传〕"
    assert view.here().theme == "publicity"
    view.go_theme(1)
    assert [top_text(view, 0), top_text(view, 1)] == ["〔矛盾纠纷化解〕"] * 2


def test_by_section_the_next_theme_is_that_of_the_active_report() -> None:
    view = view_of("section")
    view.go_theme(1)
    # A heading belongs to what follows it.
    assert top_text(view) == "一、主要举措和成效"
    assert view.here().theme == "publicity"
    view.go_theme(1)
    assert top_text(view) == "（二）扎实化解矛盾纠纷"


def test_panes_apart_move_alone_and_come_back_level() -> None:
    view = view_of("section", sync="off")
    view.scroll(5)
    assert view.tops == [5, 0]
    view.level()
    assert view.tops == [5, 5]


@given(st.integers(0, 60), st.integers(8, 60), st.sampled_from(["section", "theme", "own"]))
def test_the_same_words_stay_at_the_top_at_another_width_and_order(
    lines: int, width: int, mode: str
) -> None:
    view = view_of("section")
    view.scroll(lines)
    before = view.anchors()[0]
    other = view_of(mode, width)
    other.restore(view.anchors())
    pane = [report.sha256 for report in REPORTS].index(before.sha256)
    # Who is at the beginning stays there.
    line = 0 if before.offset is None else other.grid.locate(pane, before.offset)
    assert other.tops[pane] == max(line - before.below, 0)


def test_in_long_filler_the_neighbour_knows_the_way() -> None:
    view = view_of("section", width=20)
    view.active = 1
    words = REPORTS[0].text.index("第11季度")
    view.go_offset(0, words, below=0)
    assert all(line.passage < 0 for line in view.grid.panes[1][view.top : view.top + 5])
    other = view_of("section", width=40)
    other.active = 1
    other.restore(view.anchors())
    assert "第11季度" in other.grid.text(0, other.top)


def test_marks_are_visited_in_the_order_of_the_screen() -> None:
    view = view_of("section")
    marks = view.in_order((it.start, it.end) for it in REPORTS[0].figures)
    assert len(marks) == 3
    seen = []
    current = None
    while (current := view.next_mark(marks, current, 1)) is not None:
        seen.append(current)
        view.reveal(current[0])
        assert view.top <= view.grid.locate(0, current[0]) < view.top + view.room
    assert seen == marks
    assert view.next_mark(marks, marks[0], -1) is None


def test_the_passage_to_copy_is_the_first_in_the_window() -> None:
    view = view_of("section")
    view.go_part(1)
    passage = view.passage()
    assert passage is not None
    assert REPORTS[0].slice(REPORTS[0].passages[passage]) == "一、主要举措和成效"


def test_by_row_panes_keep_the_distance_they_have() -> None:
    view = view_of("section", sync="off")
    view.scroll(5)
    view.sync = "row"
    view.scroll(4)
    assert view.tops == [9, 4]
    view.scroll(-6)
    assert view.tops == [3, 0]
    view.go_offset(0, REPORTS[0].text.index("第9季度"))
    assert view.tops[0] - view.tops[1] == 3


def lacking() -> Report:
    """A report that says nothing of the leader's duty, the part before its last."""
    draft = Draft("丙乡").title("丙乡报告")
    draft.head("一、", "主要举措和成效", "measures_results")
    draft.measure("宣传活动12场次。" * 40, "publicity")
    draft.head("二、", "下一年度主要安排", "next_plan").measure("加强普法。", "publicity")
    return draft.report()


def own_order(*reports: Report, active: int = 0) -> Viewport:
    view = Viewport(lay_out(in_own_order(reports), [30] * len(reports)), active, "part")
    view.room = 10
    return view


def test_in_own_order_both_panes_come_through_a_part_together() -> None:
    view = own_order(plain(repeat=12), lacking())
    view.go_part(1)
    last = (0, 0)
    while view.here().kind == "measures_results":
        about = view._landmarks.at(1, view.tops[1])
        assert about.kind == "measures_results"
        assert tuple(view.tops) >= last
        last = view.tops[0], view.tops[1]
        view.scroll(1)
    # The shorter text is through when the longer one is.
    assert view._landmarks.at(1, last[1] + 2).kind == "next_plan"


def test_in_own_order_a_report_without_the_part_stays_where_it_is() -> None:
    view = own_order(plain(), lacking())
    view.go_part(1)
    view.go_part(1)
    stayed = view.tops[1]
    assert view.here().kind == "shortcomings"
    view.go_part(1)
    assert (view.here().kind, view.tops[1]) == ("leader_duty", stayed)
    view.go_part(1)
    assert top_text(view, 1) == "二、下一年度主要安排"


def test_in_own_order_the_end_is_that_of_each_text() -> None:
    short, long = plain(), plain("乙镇", repeat=30)
    view = own_order(short, long)
    view.go_bottom()
    lines = [view.grid.text(0, view.top + below) for below in range(view.room)]
    assert lines[-1] == "2024年1月10日"
    view.scroll(1_000)
    assert top_text(view) == "2024年1月10日"


def furnished(issuer: str = "丁镇") -> Report:
    """As it is copied from a web page: furniture before, within and after the report."""
    draft = Draft(issuer)
    draft.add("furniture", "首页 > 信息公开 > 年度报告").add("furniture", "发布时间：2024-01-10")
    draft.title(f"{issuer}报告").add("lead", "现将有关情况报告如下：")
    draft.head("一、", "主要举措和成效", "measures_results").measure("普法。" * 60, "publicity")
    draft.kind = None
    draft.add("furniture", "— 1 —")
    draft.kind = "measures_results"
    draft.measure("调解纠纷40件。" * 30, "mediation")
    draft.head("二、", "下一年度主要安排", "next_plan").measure("加强普法。", "publicity")
    draft.kind = None
    draft.add("furniture", "打印本页 关闭窗口")
    return draft.report()


def all_orders(reports: list[Report], width: int) -> dict[str, Viewport]:
    alignments = {by: align(reports, by) for by in get_args(By)} | {"own": in_own_order(reports)}
    views = {}
    for by, alignment in alignments.items():
        views[by] = Viewport(lay_out(alignment, [width] * len(reports)), 0, "part")
        views[by].room = 10
    return views


@pytest.mark.parametrize("reports", [[furnished()], [furnished(), plain()], [plain(), furnished()]])
def test_the_beginning_is_the_beginning_in_every_order(reports: list[Report]) -> None:
    for before in all_orders(reports, 30).values():
        for after in all_orders(reports, 44).values():
            after.page(9)
            assert after.restore(before.anchors())
            assert after.tops == [0] * len(reports)


@given(st.integers(1, 80), st.integers(12, 60))
def test_furniture_at_the_top_takes_nobody_to_where_it_stands_in_another_order(
    lines: int, width: int
) -> None:
    """Only who sees nothing of the report but furniture goes with that."""
    report = furnished()
    own = all_orders([report], 30)["own"]
    own.scroll(lines)
    shown = own.grid.panes[0][own.top : own.top + own.room]
    passages = [report.passages[it.passage] for it in shown if it.passage >= 0]
    words = [passage for passage in passages if passage.role != "furniture"]
    for after in all_orders([report], width).values():
        after.restore(own.anchors())
        if words:
            seen = after.grid.panes[0][after.top : after.top + after.room]
            assert any(
                it.passage >= 0 and report.passages[it.passage] is words[0] for it in seen
            ), after.grid.alignment.by


def test_a_page_number_is_no_part_and_what_follows_the_report_is_one() -> None:
    view = own_order(furnished())
    kinds = [view.here().kind]
    while view.go_part(1):
        kinds.append(view.here().kind)
    assert kinds == [None, "measures_results", "next_plan", None]
    assert top_text(view) == "打印本页 关闭窗口"
    number = view.grid.locate(0, furnished().text.index("— 1 —"))
    assert view._landmarks.at(0, number).kind == "measures_results"


@pytest.mark.parametrize("sync", ["part", "row", "off"])
def test_who_lacks_a_part_is_not_taken_to_the_end_of_the_text(sync: Sync) -> None:
    view = own_order(plain(repeat=30), lacking())
    view.sync = sync
    assert view.go_kind("leader_duty")
    assert top_text(view).startswith("三、党政主要负责人")
    assert view.tops[1] == 0


def test_a_theme_is_gone_to_by_name() -> None:
    view = view_of("section")
    assert view.go_kind("measures_results", "mediation")
    assert top_text(view) == "（二）扎实化解矛盾纠纷"
    assert not view.go_kind("shortcomings", "mediation")
    assert view.go_kind("shortcomings")
    assert top_text(view) == "二、存在的不足和原因"
    view.active = 1
    assert view.go_kind("measures_results", "mediation")
