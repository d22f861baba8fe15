"""Whole words out of a bitmap: spans grow to them and never out of their text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.model.terms import Span
from tuibrowser.text.words import starts_in, starts_word, whole_words

WORDS = [
    "全镇",
    "共",
    "调解",
    "矛盾纠纷",
    "20",
    "件",
    "，",
    "开展",
    "普法",
    "宣传教育",
    "\n",
    "活动",
]
TEXT = "".join(WORDS)


def bitmap(words: list[str]) -> bytes:
    made, at = bytearray(40), 0
    for word in words:
        made[at >> 3] |= 1 << (at & 7)
        at += len(word)
    return bytes(made)


def grown(*touched: str) -> list[str]:
    spans = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in touched]
    return [TEXT[start:end] for start, end in whole_words(spans, TEXT, bitmap(WORDS), 0)]


def test_the_bitmap_is_one_bit_a_character_lowest_first() -> None:
    assert starts_in(b"\x05\x80") == [0, 2, 15]
    assert starts_in(b"\x00\x00") == starts_in(b"") == []
    assert [at for at in range(16) if starts_word(b"\x05\x80", at)] == [0, 2, 15]


@pytest.mark.parametrize(
    ("touched", "whole"),
    [
        (("调解",), ["调解"]),
        (("解矛盾",), ["调解矛盾纠纷"]),
        (("宣传",), ["宣传教育"]),
        (("教育\n活",), ["宣传教育\n活动"]),
        (("盾", "纷20"), ["矛盾纠纷20"]),
        (("调", "宣"), ["调解", "宣传教育"]),
    ],
)
def test_a_hit_grows_to_the_words_it_touches(touched: tuple[str, ...], whole: list[str]) -> None:
    assert grown(*touched) == whole


@given(
    st.integers(0, 30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 5)), max_size=5),
    st.sets(st.integers(0, 63)),
)
def test_grown_spans_are_in_order_and_hold_the_old_ones(
    origin: int, drawn: list[tuple[int, int]], starts: set[int]
) -> None:
    text = "字" * 30
    made = bytearray(8)
    for at in starts:
        made[at >> 3] |= 1 << (at & 7)
    spans: list[Span] = []
    for start, length in sorted(drawn):
        if not spans or start >= spans[-1][1]:
            spans.append((start, min(start + length, len(text))))
    whole = whole_words(spans, text, bytes(made), origin)
    assert all(0 <= start < end <= len(text) for start, end in whole)
    assert all(before[1] <= after[0] for before, after in pairwise(whole))
    for start, end in spans:
        assert any(first <= start and end <= last for first, last in whole)
    for first, last in whole:
        assert first == 0 or starts_word(bytes(made), origin + first)
        assert last == len(text) or starts_word(bytes(made), origin + last)
