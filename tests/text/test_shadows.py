"""Texts without what differs between copies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.fold import fold
from tuibrowser.text.masks import NUMBER, YEAR
from tuibrowser.text.shadows import shadow, signs_of


def test_what_differs_between_years_is_no_part_of_a_shadow() -> None:
    text = "（一）2023年，全镇 开展\n普法宣传1,200场。"
    signs, starts, ends = shadow(text)
    assert signs == "Y全镇开展普法宣传N场"
    assert text[starts[0] : ends[0]] == "2023年"
    assert text[starts[-2] : ends[-2]] == "1,200"
    assert shadow("二是2021年，全镇开展普法宣传3场！").signs == signs


@given(st.text(max_size=60) | st.text("（(2023年度)〕〔1.5，。-a二〇Ａ　一是", max_size=40))
def test_every_sign_has_its_place(text: str) -> None:
    signs, starts, ends = shadow(text)
    assert len(signs) == len(starts) == len(ends)
    assert all(low < high <= len(text) for low, high in zip(starts, ends, strict=True))
    assert list(starts) == sorted(starts)
    assert signs_of(text) == signs
    for sign, low, high in zip(signs, starts, ends, strict=True):
        assert sign in {YEAR, NUMBER} or sign == fold(text[low:high])
