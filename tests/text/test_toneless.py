from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuibrowser.text.toneless import toneless


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("nǚxìng", "nvxing"),
        ("nüxing", "nvxing"),
        ("nu:xing", "nvxing"),
        ("nu\u0308xi\u0300ng", "nvxing"),
        ("NǙXÌNG".lower(), "nvxing"),
        ("jüweihui", "juweihui"),
        ("jvweihui", "juweihui"),
        ("cun1wu4", "cun'wu"),
        ("cunwu4", "cunwu"),
        ("cun1wu4会", "cun'wu会"),
        ("nv3xing4", "nv'xing"),
        ("jv1zhu4", "ju'zhu"),
        ("xve2xi2", "xue'xi"),
        ("lyuxing", "lvxing"),
        ("falyu", "falv"),
        ("nyuxing", "nvxing"),
        ("zhanlyue", "zhanlve"),
        ("linyu", "linyu"),
        ("flyuanzhu", "flyuanzhu"),
        ("led3", "led3"),
        ("g20", "g20"),
        ("3月15", "3月15"),
        ("村务", "村务"),
        ("xi'an", "xi'an"),
    ],
)
def test_pinyin_is_made_plain(typed: str, plain: str) -> None:
    assert toneless(typed) == plain


@example("jv1\u0300")
@example("jv\u03081")
@given(st.text(st.sampled_from("ǚüuv\u0308\u0300:jx1234'法 a")))
def test_plain_is_plain(typed: str) -> None:
    assert toneless(toneless(typed)) == toneless(toneless(toneless(typed)))
