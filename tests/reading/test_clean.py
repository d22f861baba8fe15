from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.reading.clean import clean


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("红\x1b[31m字\x1b[0m", "红字"),
        ("题\x1b]0;改标题\x07尾", "题尾"),
        ("题\x1b]8;;http://x\x1b\\链接\x1b]8;;\x1b\\", "题链接"),
        ("甲\x9b31m乙", "甲乙"),
        ("甲\x00乙\x08丙\x7f", "甲乙丙"),
        ("甲\u202e乙\u2066丙\u200b丁\ufeff", "甲乙丙丁"),
        ("一\r\n二\r三\n四", "一\n二\n三\n四"),
        ("制表\t留着", "制表\t留着"),
        ("\x1b\x1b[0m[31m乙", "[31m乙"),
    ],
)
def test_what_a_terminal_would_obey_is_gone(dirty: str, text: str) -> None:
    assert clean(dirty) == text


@given(st.text(st.characters() | st.sampled_from("\x1b\x9b[]0;m\x07\\PX")))
def test_nothing_invisible_is_left_and_nothing_changes_twice(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    controls = {c for c in cleaned if unicodedata.category(c) == "Cc"}
    assert controls <= {"\n", "\t"}
    assert not {c for c in cleaned if unicodedata.bidirectional(c) in {"RLE", "LRE", "RLO", "LRO"}}


@given(st.text("甲乙丙。，\n\t 0123abc"))
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text
