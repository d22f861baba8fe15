"""The line at the top says what matters most where it has no room for all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.cellwidth import cells
from tuibrowser.tui.compare.header_lines import header, tab_at, tabs

LEFT = ["对照", "按部分对齐"]
FOUND = ["+ 独有表述 2/5", "- 通用表述"]
WHERE = ["规定内容 1/5 主要举措和成效", "普法宣传"]
ABOVE = ["北京 门头沟", "潭柘寺镇2023"]


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (
            110,
            " 对照  按部分对齐  + 独有表述 2/5  - 通用表述 "
            " 潭柘寺镇2023 › 规定内容 1/5 主要举措和成效 › 普法宣传 ",
        ),
        (80, " 对照  按部分对齐  + 独有表述 2/5       规定内容 1/5 主要举措和成效 › 普法宣传 "),
        (62, " 对照  + 独有表述 2/5  规定内容 1/5 主要举措和成效 › 普法宣传 "),
        (56, " + 独有表述 2/5  规定内容 1/5 主要举措和成效 › 普法宣传 "),
        (46, " + 独有表述 2/5    规定内容 1/5 主要举措和成效 "),
        (40, " + 独有表述 2/5  规定内容 1/5 主要举措… "),
    ],
)
def test_what_goes_first(width: int, line: str) -> None:
    said = header(LEFT, FOUND, WHERE, ABOVE, width)
    assert " ".join(said.split()) == " ".join(line.split())
    assert cells(said) == width


def test_of_counts_that_do_not_all_fit_it_is_said_that_there_are_more() -> None:
    counts = ["新增 3", "表述调整 2", "本年未提及 4"]
    left, at = ["历年对照", *counts, "地区存疑"], ["变化 1/9"]

    def said(width: int) -> str:
        return " ".join(header(left, at, WHERE[:1], [], width, 1, counts).split())

    place = "规定内容 1/5 主要举措和成效"
    assert said(90) == f"历年对照 新增 3 表述调整 2 本年未提及 4 变化 1/9 {place}"
    assert said(80) == f"历年对照 新增 3 表述调整 2 … 变化 1/9 {place}"
    assert said(66) == f"历年对照 新增 3 … 变化 1/9 {place}"
    assert said(54) == f"历年对照 变化 1/9 {place}"


WORDS = st.lists(st.text("部分“…”a1", max_size=12), max_size=3)


@given(WORDS, WORDS, WORDS, WORDS, st.integers(40, 150), st.sampled_from([1, 2]))
def test_it_fills_its_line_whatever_is_said(
    left: list[str], found: list[str], where: list[str], above: list[str], width: int, wide: int
) -> None:
    line = header(left, found, where, above, width, wide, left[1:])  # type: ignore[arg-type]
    assert cells(line, wide) == width  # type: ignore[arg-type]


@given(st.lists(st.text("镇乡12", min_size=1, max_size=9), min_size=1), st.data())
def test_the_active_report_is_among_the_tabs(names: list[str], data: st.DataObject) -> None:
    active = data.draw(st.integers(0, len(names) - 1))
    line = tabs(names, (active,), active, 60)
    assert cells(line) <= 60
    assert f"[{names[active]}]" in line


def test_no_tab_is_cut_in_the_middle() -> None:
    names = ["石鼓滩镇2024", "柳溪镇2024", "白石桥镇2024", "梧桐街道2024", "望禾乡2024"]
    assert tabs(names, (1,), 1, 60) == " 石鼓滩镇2024  [柳溪镇2024]  白石桥镇2024  梧桐街道2024  …"
    assert tabs(names, (4,), 4, 40) == " … 梧桐街道2024  [望禾乡2024]"
    assert tabs(names, (0,), 0, 20) == " [石鼓滩镇2024]  …"


@given(st.lists(st.text("镇乡12", min_size=1, max_size=9), min_size=1, max_size=8), st.data())
def test_each_tab_is_found_where_it_is_drawn(names: list[str], data: st.DataObject) -> None:
    active = data.draw(st.integers(0, len(names) - 1))
    line = tabs(names, (active,), active, 60)
    # The cells of each report in turn, as far as they are drawn.
    drawn: dict[int, str] = {}
    for at, character in enumerate(line):
        found = tab_at(cells(line[:at]), names, (active,), active, 60)
        if found is not None and character != "…":
            drawn[found] = drawn.get(found, "") + character
    assert f"[{names[active]}]" in drawn.values()
    for number, shown in drawn.items():
        assert shown == (f"[{names[number]}]" if number == active else names[number])
