"""Shortening a passage around its hit."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.cellwidth import cells
from tuibrowser.tui.find.snippet import snippet

PASSAGE = "一是健全工作机制，明确专人负责。二是组织人民调解员走访入户，化解邻里纠纷四十二件。"


def test_whole_passage_when_it_fits() -> None:
    shown = snippet("调解纠纷", [(0, 2)], 8)
    assert shown.text == "调解纠纷"
    assert shown.spans == ((0, 2),)


def test_hit_far_in_is_kept_with_what_stands_before_it() -> None:
    at = PASSAGE.index("调解")
    shown = snippet(PASSAGE, [(at, at + 2)], 24)
    ((start, end),) = shown.spans
    assert shown.text[start:end] == "调解"
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
    assert "人民调解员" in shown.text


def test_hit_at_the_beginning_leaves_the_beginning_alone() -> None:
    shown = snippet(PASSAGE, [(2, 4)], 24)
    assert shown.text.startswith("一是健全")
    assert shown.spans == ((2, 4),)


def test_hit_at_the_end_fills_the_line_from_the_left() -> None:
    at = PASSAGE.index("四十二件")
    shown = snippet(PASSAGE, [(at, at + 4)], 24)
    assert shown.text.endswith("四十二件。")
    assert cells(shown.text) >= 23


def test_line_ends_and_indents_of_the_source_are_joined() -> None:
    shown = snippet("人民调\n　　解员\n2023 年", [(2, 7)], 40)
    assert shown.text == "人民调解员2023 年"
    assert [shown.text[a:b] for a, b in shown.spans] == ["调解"]


def test_nothing_reaches_the_terminal_as_a_command() -> None:
    shown = snippet("前\x1b[31m[b]后[/]\x9b2J\x07", [(1, 2)], 40)
    assert shown.text == "前\ufffd[31m[b]后[/]\ufffd2J\ufffd"


def test_only_what_is_near_the_hit_is_looked_at() -> None:
    text = "前" * 300_000 + "调解" + "后" * 300_000
    shown = snippet(text, [(300_000, 300_002)], 20)
    assert shown.text == "…前前调解后后后后后…"
    assert shown.spans == ((3, 5),)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text(st.sampled_from("调解纠纷2023 年、“”…ab\n　\x1b"), min_size=1, max_size=80))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    return text, list(zip(cuts[::2], cuts[1::2], strict=False))


@given(marked_texts(), st.integers(0, 60))
def test_never_wider_than_asked_and_every_mark_is_found_text(
    marked: tuple[str, list[tuple[int, int]]], width: int
) -> None:
    text, spans = marked
    shown = snippet(text, spans, width)
    assert cells(shown.text) <= width
    letters = {letter for start, end in spans for letter in text[start:end]} | {" ", "\ufffd"}
    for start, end in shown.spans:
        assert 0 <= start < end <= len(shown.text)
        assert set(shown.text[start:end]) <= letters


@given(marked_texts(), st.integers(16, 60))
def test_first_mark_begins_inside(marked: tuple[str, list[tuple[int, int]]], width: int) -> None:
    text, spans = marked
    first = text[slice(*spans[0])].strip()
    shown = snippet(text, spans, width)
    if first and first[0] not in "\x1b":
        assert shown.spans
        assert shown.text[shown.spans[0][0]] in (first[0], " ", "\u3000", "\ufffd")


def test_no_number_is_torn_at_either_end() -> None:
    text = "全年办结涉农案件1260件，调解成功2075起，为群众挽回损失318万元，回访率100%"
    at = text.index("调解")
    for width in range(12, 60):
        shown = snippet(text, [(at, at + 4)], width).text
        for number in re.findall(r"\d+", shown):
            assert number in ("1260", "2075", "318", "100"), shown
        assert not shown.endswith("318…")
        assert "调解成功" in shown


def test_a_hit_within_a_number_stays() -> None:
    text = "现有网格员和志愿者等力量共计15208名"
    at = text.index("208")
    shown = snippet(text, [(at, at + 3)], 12)
    ((start, end),) = shown.spans
    assert shown.text[start:end] == "208"
