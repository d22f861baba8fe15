"""Reports set side by side: level, complete, and honest about what is missing."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest
from handmade import Draft, plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.align import align, in_own_order
from tuibrowser.compare.changes import align_years
from tuibrowser.layout.grid import Grid, lay_out
from tuibrowser.layout.lines import FILLER
from tuibrowser.lexicon.labels import KIND_TITLES
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report
from tuibrowser.model.terms import By
from tuibrowser.text.cellwidth import cells


def without_sections() -> Report:
    """Says the leader's duty inside its first section and nothing of the last three items."""
    draft = Draft("乙乡")
    draft.title("乙乡报告").head("一、", "工作开展情况", "measures_results")
    draft.head("（一）", "压实第一责任人职责", "leader_duty", "duty", level=2)
    draft.measure("书记带头学法。", "duty")
    draft.head("（二）", "化解矛盾纠纷", "measures_results", "mediation", level=2)
    draft.measure("调解纠纷40件。", "mediation")
    return draft.report()


def everything(grid: Grid, pane: int) -> str:
    """All report text of a pane, in the order of the source, without blanks."""
    text = grid.alignment.reports[pane].text
    spans = sorted((line.start, line.end) for line in grid.panes[pane] if line.passage >= 0)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    return "".join("".join(text[start:end].split()) for start, end in spans)


def alignments(reports: list[Report]) -> list[Alignment]:
    """Every way there is of laying reports side by side."""
    return [
        *(align(reports, by) for by in get_args(By)),
        align_years(reports),
        in_own_order(reports),
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("mode", range(5))
@pytest.mark.parametrize("width", [4, 17, 38, 120])
def test_every_character_is_shown_once_and_fits(count: int, mode: int, width: int) -> None:
    reports = [plain(repeat=3), without_sections(), plain("丙镇", 2022), plain(), plain("丁镇")]
    grid = lay_out(alignments(reports[:count])[mode], [width] * count)
    for pane, report in enumerate(reports[:count]):
        assert everything(grid, pane) == "".join(report.text.split())
        assert len(grid.panes[pane]) == grid.height
        for number, line in enumerate(grid.panes[pane]):
            assert line.indent + cells(grid.text(pane, number)) <= width


def test_rows_start_level() -> None:
    grid = lay_out(align([plain(repeat=4), without_sections()], "section"), [30, 60])
    duty = next(
        at for at, row in enumerate(grid.alignment.rows) if row.section_kind == "leader_duty"
    )
    start = grid.row_starts[duty]
    assert grid.text(0, start).startswith("三、党政主要负责人")
    assert grid.text(1, start).startswith("党政主要负责人履职：并入其他部分，见：一、（一）压实")
    assert grid.panes[0][start - 1] == grid.panes[1][start - 1] == FILLER


def test_text_below_notes_and_titles_of_more_lines_than_the_other_ones_is_level() -> None:
    drafts = []
    for year, title, (first, second) in (
        (2022, "甲镇报告", (40, 27)),
        (2023, "甲镇关于二〇二三年度推进法治政府建设工作有关情况的报告", (46, 35)),
    ):
        draft = Draft("甲镇", year)
        draft.title(title).head("一、", "工作开展情况", "measures_results")
        draft.head("（一）", "开展普法", "measures_results", "legal_education", level=2)
        draft.measure(f"开展普法宣传活动{first}场，发放宣传手册{second}份。", "legal_education")
        drafts.append(draft.report())
    grid = lay_out(align_years(drafts), [24, 24])
    notes = [sum(bool(line.note) for line in pane) for pane in grid.panes]
    assert notes[0] < notes[1]
    for words in "一、工作", "（一）开展", "开展普法宣传活动":
        level = [
            at
            for pane in (0, 1)
            for at in range(grid.height)
            if grid.text(pane, at).startswith(words)
        ]
        assert len(level) == 2, words
        assert level[0] == level[1], words


def test_a_missing_section_says_so_in_its_place() -> None:
    grid = lay_out(align([plain(), without_sections()], "section"), [60, 60])
    for kind, words in {
        "shortcomings": "存在的不足和原因：未单列",
        "other": "其他需要报告的情况：未单列",
    }.items():
        row = next(at for at, r in enumerate(grid.alignment.rows) if r.section_kind == kind)
        assert grid.text(1, grid.row_starts[row]) == words


def test_that_a_section_is_missing_takes_one_line_also_of_three_panes() -> None:
    # A screen of 100 cells has three panes of 31.
    grid = lay_out(align([plain(), without_sections()], "section"), [31, 31])
    lines = [grid.text(1, at) for at in range(grid.height)]
    missing = [line.removesuffix("：未单列") for line in lines if line.endswith("：未单列")]
    assert missing
    assert set(missing) <= set(KIND_TITLES.values())


@pytest.mark.parametrize(
    ("state", "words"), [("stated_none", "写明“无”"), ("unclear", "待人工确认")]
)
def test_other_reasons_have_their_own_words(state: str, words: str) -> None:
    draft = Draft("乙乡").title("乙乡报告")
    draft.states["other"] = state  # type: ignore[assignment]
    grid = lay_out(align([draft.report()], "section"), [60])
    shown = [grid.text(0, line) for line in range(grid.height)]
    assert f"其他需要报告的情况：{words}" in shown


def test_by_theme_each_row_names_its_theme_and_tells_a_gap_once() -> None:
    grid = lay_out(align([plain(), without_sections()], "theme"), [40, 40])
    left = [grid.text(0, line) for line in range(grid.height)]
    right = [grid.text(1, line) for line in range(grid.height)]
    level = left.index("〔矛盾纠纷化解〕")
    assert right[level] == "〔矛盾纠纷化解〕"
    assert sum("未单列" in text for text in right) == 3
    assert sum("并入" in text for text in right) == 1


def test_a_file_that_is_no_report_is_plain_reading() -> None:
    report = Draft().add("other", "会议纪要").add("other", "一、关于值班的安排").report(False)
    grid = lay_out(in_own_order([report]), [40])
    assert [grid.text(0, line) for line in range(grid.height)] == ["会议纪要", "一、关于值班的安排"]


def test_paragraphs_stay_and_wraps_of_the_source_go() -> None:
    draft = Draft().head("一、", "工作情况", None)
    draft.measure("本镇全年共开展普法宣传活动十二场次\n，发放资料。", "publicity")
    draft.measure("群众满意率持续提升。", gap="")
    draft.measure("法律顾问参与重大决策审查十余件次，\n出具意见。", "review", gap="\n　　")
    grid = lay_out(in_own_order([draft.report()]), [80])
    assert [grid.text(0, line) for line in range(grid.height)] == [
        "一、工作情况",
        "本镇全年共开展普法宣传活动十二场次，发放资料。群众满意率持续提升。",
        "法律顾问参与重大决策审查十余件次，出具意见。",
    ]


def test_lines_of_a_page_are_not_run_together() -> None:
    draft = Draft().add("furniture", "来源：某县人民政府\n发布时间：2024-01-10\n字体：大 中 小")
    grid = lay_out(in_own_order([draft.report()]), [60])
    assert grid.height == 3


def test_hard_wrapped_text_that_is_no_report_flows() -> None:
    full = "一二三四五六七八九十一二三四五六七八九十"
    text = "\n".join([full] * 5 + ["末行。"])
    grid = lay_out(in_own_order([Draft().add("other", text).report(False)]), [300])
    assert grid.height == 1


def test_locating_an_offset_and_back() -> None:
    reports = [plain(repeat=5), without_sections()]
    for alignment in alignments(reports):
        grid = lay_out(alignment, [22, 22])
        for pane, report in enumerate(reports):
            for passage in report.passages:
                line = grid.locate(pane, passage.start)
                it = grid.panes[pane][line]
                assert it.start <= passage.start < it.end
                assert grid.passage_at(pane, line) is not None


def test_an_offset_between_lines_is_found_at_the_next_one() -> None:
    draft = Draft().title("报告").measure("第一条。").measure("第二条。")
    grid = lay_out(in_own_order([draft.report()]), [40])
    newline = draft.text.index("第二条") - 1
    assert grid.text(0, grid.locate(0, newline)) == "第二条。"
    assert grid.text(0, grid.locate(0, 10_000)) == "第二条。"


def test_the_item_of_a_line_is_known_in_every_mode() -> None:
    reports = [plain(), without_sections()]
    for alignment in alignments(reports):
        grid = lay_out(alignment, [40, 40])
        line = grid.locate(0, reports[0].text.index("一是执法力量不足"))
        assert grid.kind_at(0, line) == "shortcomings"


@given(
    st.lists(st.integers(1, 6), min_size=1, max_size=4),
    st.integers(4, 90),
    st.sampled_from(get_args(By)),
)
def test_level_for_any_reports(repeats: list[int], width: int, by: By) -> None:
    reports = [plain(f"镇{number}", repeat=repeat) for number, repeat in enumerate(repeats)]
    grid = lay_out(align(reports, by), [width] * len(reports))
    assert {len(pane) for pane in grid.panes} == {grid.height}
    assert list(grid.row_starts) == sorted(grid.row_starts)
    for at, row in enumerate(grid.alignment.rows):
        start = grid.row_starts[at]
        for pane, cell in enumerate(row.cells):
            if cell.passages and cell.state != "inside" and row.theme is None:
                assert grid.panes[pane][start].passage == cell.passages[0]


def test_each_part_begins_with_a_bar_by_theme_if_wanted() -> None:
    report = Draft().title("甲镇2023年报告")
    report.head("一、", "主要举措和成效", "measures_results")
    report.measure("开展普法宣传。", "publicity").measure("调解纠纷40件。", "mediation")
    aligned = align([report.report()], "theme")
    plain_grid, grid = lay_out(aligned, [40]), lay_out(aligned, [40], bars=True)
    bars = [line.note for line in grid.panes[0] if line.note.startswith("-- ")]
    assert [bar[: bar.index("/")] for bar in bars] == [f"-- 规定内容 {n}" for n in range(1, 6)]
    assert {cells(bar) for bar in bars} == {40}
    assert not any(line.note.startswith("-- ") for line in plain_grid.panes[0])
    first = grid.panes[0].index(next(line for line in grid.panes[0] if line.note))
    assert first in grid.row_starts


def test_lines_end_between_words_where_the_report_knows_them() -> None:
    report = Draft().title("报告").add("other", "我镇全力化解各类矛盾纠纷").report()
    # 报告 | \n | 我镇 | 全力 | 化解 | 各类 | 矛盾 | 纠纷
    known = replace(report, word_starts=bytes([0b10101101, 0b00101010]))
    lines = [
        [grid.text(0, line) for line in range(grid.height)]
        for grid in (lay_out(in_own_order([it]), [14]) for it in (report, known))
    ]
    assert lines[0][2:] == ["我镇全力化解各", "类矛盾纠纷"]
    assert lines[1][2:] == ["我镇全力化解", "各类矛盾纠纷"]


def test_a_pane_alone_says_of_its_row_what_it_says_beside_the_others() -> None:
    years = [
        replace(plain("甲镇", year, repeat=number + 1), year=year)
        for number, year in enumerate((2021, 2022, 2023))
    ]
    aligned = align_years(years)
    whole = lay_out(aligned, [40] * 3)
    for shown in ((1,), (2,), (0, 2), (1, 2)):
        part = lay_out(aligned, [40] * len(shown), only=shown)
        assert part.alignment.reports == tuple(years[it] for it in shown)
        assert len(part.alignment.rows) == len(part.row_starts) == len(aligned.rows)
        for pane, column in enumerate(shown):
            assert everything(part, pane) == everything(whole, column)
            assert [row.changes[pane : pane + 1] for row in part.alignment.rows] == [
                row.changes[column : column + 1] for row in aligned.rows
            ]


def test_what_was_not_compared_is_said_above_everything_in_the_first_pane() -> None:
    aligned = align([plain("甲镇"), plain("乙镇")], "measure")
    whole, bounded = (
        lay_out(it, [40, 40]) for it in (aligned, aligned._replace(limits=("many", "long")))
    )
    notes = [line.note for line in bounded.panes[0] if line.note]
    assert "".join(notes[:4]).startswith(
        "工作事项太多，每条只与用词最近的一部分比对，可能有对应未找到；有的工作事项太长"
    )
    added = bounded.height - whole.height
    assert added > 0
    assert bounded.row_starts[0] == 0
    # The other pane stays level with it.
    assert not any(line.note for line in bounded.panes[1][:added])


def test_a_line_of_filler_is_about_what_stands_above_it() -> None:
    long, short = Draft("甲镇"), Draft("乙镇")
    for draft, count in ((long, 30), (short, 2)):
        draft.head("一、", "主要举措和成效", "measures_results")
        for number in range(count):
            draft.measure(f"第{number}项工作。")
    grid = lay_out(align([long.report(), short.report()], "section"), [40, 40])
    row = grid.row_at(grid.locate(1, 0))
    lines = range(grid.row_starts[row], grid.row_starts[row + 1])
    shown = max(at for at in lines if grid.panes[1][at].passage >= 0)
    below = [grid.passage_at(1, at) for at in lines if at >= shown]
    assert set(below) == {2}
    assert len(below) > 20


def test_a_long_run_of_blanks_is_read_once() -> None:
    # Read anew from each of its places it would take hours.
    run = " " * 300_000
    report = Draft().add("other", f"甲{run}乙\n丙{run}\n\n丁").report(False)
    grid = lay_out(in_own_order([report]), [20])
    shown = [grid.text(0, at) for at in range(grid.height)]
    assert "".join("".join(shown).split()) == "甲乙丙丁"
