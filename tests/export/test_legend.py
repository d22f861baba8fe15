"""What stands out can be told apart in black and white, and is explained."""

from __future__ import annotations

from typing import get_args

from handmade import plain

from tuibrowser.compare.align import align
from tuibrowser.export.legend import LOOKS, legend
from tuibrowser.export.sheet import comparison_sheet
from tuibrowser.layout.marks import Mark, MarkKind, Marks


def test_every_kind_of_mark_has_a_line_and_each_word_one_of_its_own() -> None:
    # What was put right in a report is for who reads the screen.
    assert set(LOOKS) == set(get_args(MarkKind)) - {"corrected"}
    lines = {look.line for look in LOOKS.values()}
    assert len(lines) == len({look.word for look in LOOKS.values()})


def test_the_legend_explains_what_there_is_and_no_more() -> None:
    alignment = align([plain(), plain("乙镇")], "theme")
    assert legend(comparison_sheet(alignment)) == (
        "〔〕内为出处，（）内的小字为本程序的说明；下划线为数据。其余为报告原文。"
    )
    marks = [Marks([Mark(0, 2, "hit"), Mark(2, 4, "current")]), Marks()]
    assert "；双下划线为检索结果。" in legend(comparison_sheet(alignment, marks))
    assert "线为" not in legend(comparison_sheet(alignment, [Marks(), Marks()]))
