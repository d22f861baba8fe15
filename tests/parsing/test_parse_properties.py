"""What holds of every text, report or not."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.model.report import Report
from tuibrowser.model.terms import SECTION_KINDS

_PIECES = st.sampled_from(
    [
        "柳溪镇2023年法治政府建设情况报告", "一、", "（一）", "(二)", "1.", "①", "一是", "二是",
        "首先，",
        "主要举措和成效", "存在的不足和原因", "下一步工作安排", "无其他需要报告的情况。", "。",
        "；", "，", "：",
        "\n", "\n\n", "　　", " ", "“", "”", "《", "》", "40场", "20万余元", "百分之九十五",
        "2023年12月",
        "来源：柳溪镇 发布时间：2024-01-05", "特此报告。", "柳溪镇人民政府", "2024年1月5日",
        "法治", "政府建设",
        "县委、县政府：", "现将2023年度情况报告如下：", "推進", "（yī）", "\t", "第一部分",
        "十", "百", "每",
    ]
)  # fmt: skip
_TEXTS = st.lists(_PIECES | st.text(max_size=8), max_size=60).map("".join)


@given(text=_TEXTS)
def test_every_visible_character_stands_in_exactly_one_passage(
    parsed: Callable[[str], Report], text: str
) -> None:
    report = parsed(text)
    edges = [0, *(edge for p in report.passages for edge in (p.start, p.end)), len(text)]
    assert edges == sorted(edges)
    gaps = (
        itertools.batched(edges, 2)
        if hasattr(itertools, "batched")
        else zip(edges[::2], edges[1::2], strict=True)
    )
    assert not "".join(text[a:b] for a, b in gaps).split()
    assert all(p.start < p.end for p in report.passages)


@given(text=_TEXTS)
def test_parts_are_slices_of_the_text(parsed: Callable[[str], Report], text: str) -> None:
    report = parsed(text)
    assert set(report.section_states) == set(SECTION_KINDS)
    for section in report.sections:
        assert 0 <= section.start < section.end <= len(text)
        assert text.count("\n", 0, section.start) + 1 == section.line
        assert text[section.start : section.end].startswith(section.marker or "")
    for figure in report.figures:
        quoted = report.slice(figure)
        assert quoted == quoted.strip()
        assert figure.value >= 0
        assert figure.period is None or figure.period in "".join(text.split())
    for passage in report.passages:
        assert (passage.role == "heading") == (
            passage.section is not None and passage.start == report.sections[passage.section].start
        )


@given(text=st.text(max_size=400))
def test_no_text_is_too_strange(parsed: Callable[[str], Report], text: str) -> None:
    assert parsed(text).text == text
