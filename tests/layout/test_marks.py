"""Marks on a line: every character once, each in its heaviest mark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.layout.marks import SIGNS, Mark, Marks

HEAVIEST_FIRST = ("current", "hit", "figure", "lacking", "shared", "alone", "stock")
spans = st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from(HEAVIEST_FIRST))
TEXT = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥" * 2


def marks_of(drawn: list[tuple[int, int, str]]) -> list[Mark]:
    return [Mark(start, start + length, kind) for start, length, kind in drawn]  # type: ignore[arg-type]


@given(st.lists(spans), st.integers(0, 30), st.integers(0, 20))
def test_pieces_are_the_line_and_agree_with_the_marks(
    drawn: list[tuple[int, int, str]], start: int, length: int
) -> None:
    all_marks = marks_of(drawn)
    text = TEXT[start : start + length]
    pieces = Marks(all_marks).cut(text, start)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
    at = start
    for piece, kind in pieces:
        for offset in range(at, at + len(piece)):
            kinds = {mark.kind for mark in all_marks if mark.start <= offset < mark.end}
            heaviest = next((k for k in HEAVIEST_FIRST if k in kinds), None)
            assert kind == heaviest
        at += len(piece)


@given(st.lists(spans), st.integers(0, 50), st.integers(1, 20))
def test_the_marks_of_a_line_are_those_that_touch_it(
    drawn: list[tuple[int, int, str]], start: int, length: int
) -> None:
    all_marks = marks_of(drawn)
    touching = [m for m in sorted(all_marks) if m.start < start + length and m.end > start]
    assert Marks(all_marks).within(start, start + length) == touching


@given(st.lists(spans), st.integers(0, 50), st.integers(1, 20))
def test_a_line_has_the_sign_of_a_mark_that_touches_it(
    drawn: list[tuple[int, int, str]], start: int, length: int
) -> None:
    marks = Marks(marks_of(drawn))
    touching = {SIGNS.get(mark.kind, "") for mark in marks.within(start, start + length)} - {""}
    sign = marks.sign(start, start + length)
    assert sign in touching if touching else sign == ""
    # That every report says it is the least of what can be said of a line.
    assert sign != "-" or touching == {"-"}
