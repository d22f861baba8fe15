"""The words of which one stands in whatever a pattern matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.lexicon.indicators import catalogue
from tuibrowser.parsing.figures.needles import needles

_PATTERNS = [
    pattern
    for it in catalogue().indicators.values()
    for pattern in (it.wording.counted, it.wording.act)
]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("调解员", {"调解员"}),
        ("(?:普法|法治).{0,8}公园", {"公园"}),
        ("(?:普法|法治)讲?课", {"普法", "法治"}),
        ("^(?:信访)?办结$", {"办结"}),
        ("A类|B类", {"A类", "B类"}),
        ("(?<!公)示范村", {"示范村"}),
        (r"村\\(居\\)会", {"村"}),
        ("率[达为]", {"率"}),
        ("法治(?:培训|讲座)+", {"法治"}),
        (".{2,6}", None),
        ("(?:调解)?.{2}", None),
    ],
)
def test_the_rarest_words_that_must_stand_there(pattern: str, words: set[str] | None) -> None:
    assert needles(pattern) == words


@given(st.data())
def test_whatever_a_pattern_of_the_catalogue_matches_holds_one_of_its_words(
    data: st.DataObject,
) -> None:
    patterns = "|".join(data.draw(st.sampled_from([it for it in _PATTERNS if it])))
    words = needles(patterns)
    text = data.draw(st.from_regex(re.compile(patterns), fullmatch=True))
    assert words is None or any(word in text for word in words)
