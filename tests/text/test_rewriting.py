"""Rewriting gives what looking up each character gives."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.equivalence import equivalents
from tuibrowser.text.fold import folding
from tuibrowser.text.rewriting import Rewriting

USUAL = "，（"
TABLES = [(table, Rewriting(table, USUAL)) for table in (folding(), equivalents())]
PROSE = "青棠县石桥镇开展普法宣传，（含村组）调处邻里纠纷，办结来信。" * 2
ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from("法治調解，（Ａ《—後\u3000\t"))


@given(ANY, st.integers(0, len(PROSE)))
def test_a_text_comes_out_as_if_each_character_was_looked_up(text: str, at: int) -> None:
    for table, rewriting in TABLES:
        for whole in (text, PROSE[:at] + text + PROSE[at:]):
            assert rewriting.of(whole) == whole.translate(table)


def test_no_character_of_the_charset_of_prose_is_passed_over() -> None:
    """Others are looked up one by one."""
    known = "".join(map(chr, range(sys.maxunicode + 1))).encode("gb2312", "ignore").decode("gb2312")
    assert len(known) > 7000
    for table, rewriting in TABLES:
        texts = [PROSE + character for character in known]
        assert [rewriting.of(it) for it in texts] == [it.translate(table) for it in texts]
