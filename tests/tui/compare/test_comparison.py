"""What the compare screen knows, without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import pytest
from handmade import Draft, plain

from tuibrowser.model.report import Report
from tuibrowser.state.workspaces import Mode, Sync, Workspace
from tuibrowser.tui.compare.comparison import Comparison
from tuibrowser.tui.compare.highlights import Highlights
from tuibrowser.tui.compare.seek import Seek
from tuibrowser.tui.compare.stops import Stops

TOWNS = [plain(name, repeat=15) for name in ("甲镇", "乙镇", "丙乡", "丁街道", "戊镇")]


class Compared(Comparison):
    """With what stands out, and the way from mark to mark."""

    def __init__(self, reports: Sequence[Report], workspace: Workspace) -> None:
        super().__init__(reports, workspace)
        self.highlights = Highlights(self.aligned)
        self.stops = Stops(self, self.highlights)
        self.seek = Seek(self, self.highlights, self.stops)


def comparison(reports: list[Report], width: int = 80, height: int = 24) -> Compared:
    made = Compared(reports, Workspace())
    made.arrange(width, height)
    return made


def hit(report: Report, words: str) -> tuple[str, int, int]:
    start = report.text.index(words)
    return report.sha256, start, start + len(words)


def in_window(it: Comparison, report: Report, words: str) -> bool:
    pane = list(it.viewport.grid.alignment.reports).index(report)
    line = it.viewport.grid.locate(pane, report.text.index(words))
    return it.viewport.tops[pane] <= line < it.viewport.tops[pane] + it.viewport.room


def test_each_hit_is_in_sight_also_when_its_pane_comes_up_later() -> None:
    it = comparison(TOWNS[:1])
    hits = [
        hit(report, f"第{number}季度")
        for number, report in zip((9, 4, 13), TOWNS[1:], strict=False)
    ]
    it.seek.open(TOWNS[1:4], hits[0][:2], hits)
    assert it.sync == "off"
    for number, report in zip((9, 4, 13), TOWNS[1:], strict=False):
        assert it.current is report
        assert in_window(it, report, f"第{number}季度")
        it.step(1)


def test_hits_in_one_report_leave_the_panes_together() -> None:
    it = comparison(TOWNS[:2])
    found = [hit(TOWNS[1], "第3季度"), hit(TOWNS[1], "第14季度")]
    it.seek.open([TOWNS[1]], found[1][:2], found)
    assert it.sync == "part"
    assert it.viewport.tops[0] == it.viewport.tops[1]
    assert it.stops.number == 1
    assert it.stops.go(-1)
    assert it.stops.number == 0
    assert not it.stops.go(-1)


def test_a_place_without_hits_is_gone_to() -> None:
    it = comparison(TOWNS[:2])
    it.seek.open([TOWNS[1]], (TOWNS[1].sha256, TOWNS[1].text.index("第14季度")))
    assert in_window(it, TOWNS[1], "第14季度")
    assert it.stops.spans == []


def test_copying_follows_the_window_once_the_mark_has_left_it() -> None:
    it = comparison(TOWNS[:1])
    it.highlights.show_next()
    assert it.stops.go(1)
    marked = it.stops.passage()
    assert marked is not None
    assert "12场次" in TOWNS[0].slice(TOWNS[0].passages[marked])
    it.viewport.go_bottom()
    below = it.stops.passage()
    assert below is not None
    assert below > marked


def test_one_is_at_the_mark_one_went_to_and_not_at_what_stands_above_it() -> None:
    it = comparison(TOWNS[:2])
    found = [hit(TOWNS[0], "一是执法力量不足")]
    it.seek.open([TOWNS[0]], found[0][:2], found)
    assert it.here is not None
    assert it.here.kind == "measures_results"
    assert it.stops.here is not None
    assert it.stops.here.kind == "shortcomings"
    it.step(1)
    assert it.stops.here == it.here


def test_of_two_points_on_one_line_the_one_that_was_found_says_where_one_is() -> None:
    draft = Draft("甲镇").head("一、", "不足", "shortcomings")
    draft.measure("书屋冷清；", "publicity").measure("执法人员不足。", "enforcement", gap="")
    town = draft.report()
    it = comparison([town])
    found = [hit(town, "执法人员")]
    it.seek.open([town], found[0][:2], found)
    assert it.stops.here is not None
    assert it.stops.here.theme == "enforcement"


def test_a_jump_leaves_the_mark_though_it_still_is_in_the_window() -> None:
    it = comparison(TOWNS[:1])
    found = [hit(TOWNS[0], "一是执法力量不足")]
    it.seek.open([TOWNS[0]], found[0][:2], found)
    marked = it.stops.passage()
    it.stops.leave()
    assert it.stops.here == it.here
    assert it.stops.passage() == it.viewport.passage() != marked
    # Found once more, one is at it again.
    it.seek.open([TOWNS[0]], found[0][:2], found)
    assert it.stops.passage() == marked


def test_places_are_kept_apart_while_paging_when_panes_move_apart() -> None:
    it = comparison(TOWNS)
    it.next_sync()
    it.next_sync()
    it.viewport.scroll(7)
    for _ in TOWNS:
        assert it.viewport.top == (7 if it.current is TOWNS[0] else 0)
        it.step(1)
    assert it.current is TOWNS[0]
    assert it.viewport.top == 7


@pytest.mark.parametrize("width", [50, 80, 120, 200])
def test_what_is_left_is_found_again_at_any_width(width: int) -> None:
    it = comparison(TOWNS[:3], 100, 30)
    it.viewport.go_part(1)
    it.viewport.scroll(9)
    again = Comparison(TOWNS[:3], it.workspace)
    again.arrange(width, 30)
    assert again.current is it.current
    assert it.workspace.offset
    line = again.viewport.grid.locate(again.viewport.active, it.workspace.offset)
    assert again.viewport.top == line


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize("sync", get_args(Sync))
def test_a_first_start_begins_at_the_beginning_whatever_stands_first(
    mode: Mode, sync: Sync
) -> None:
    draft = Draft("己镇").add("furniture", "首页 > 年度报告").title("己镇报告")
    report = draft.head("一、", "主要举措和成效", "measures_results").measure("普法。").report()
    reports = [report, plain("己镇", 2024, repeat=30)]
    shas = tuple(each.sha256 for each in reports)
    for active in (0, 1):
        it = Comparison(reports, Workspace(shas, active, mode=mode, sync=sync))
        it.arrange(120, 20)
        assert it.viewport.tops == [0, 0]
        assert it.viewport.go_part(1)


def test_nothing_open_is_no_trouble() -> None:
    it = comparison([])
    it.step(1)
    it.next_sync()
    it.highlights.show_next()
    assert (it.here, it.stops.marks, it.stops.spans) == (None, [], [])
    assert (it.stops.passage(), it.stops.go(1)) == (None, False)
    assert it.workspace.reports == ()


def test_panes_parted_for_hits_are_together_among_years() -> None:
    reports = [plain("甲镇", year) for year in (2022, 2023)]
    it = comparison(reports)
    assert it.open(reports, first={report.sha256: report.passages[-1].start for report in reports})
    it.compare_years(reports, reports[1])
    together = it.sync
    it.come_back()
    for _ in range(2):
        it.next_sync()
    it.compare_years(reports, reports[1])
    assert (together, it.sync) == ("part", "off")  # the second as somebody said


def test_panes_parted_for_hits_are_together_at_the_next_start() -> None:
    it = comparison(TOWNS[:2])
    hits = [hit(TOWNS[0], "第9季度"), hit(TOWNS[1], "第4季度")]
    it.seek.open(TOWNS[:2], hits[0][:2], hits)
    assert it.sync == "off"
    kept = it.workspace.sync
    for _ in range(3):
        it.next_sync()
    assert (kept, it.workspace.sync) == ("part", "off")
