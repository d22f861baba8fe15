"""Words are found as a pattern of all of them, longest first, finds them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.lexicon.finder import WordFinder

_WORDS = st.lists(st.text("法治普课", min_size=1, max_size=4), min_size=1, unique=True)


@given(_WORDS, st.text("法治普课，", max_size=30))
def test_words_are_found_as_by_a_pattern(words: list[str], text: str) -> None:
    longest_first = sorted(words, key=len, reverse=True)
    assert WordFinder(words).findall(text) == re.findall("|".join(longest_first), text)


def test_what_a_longer_word_covers_is_not_found_again() -> None:
    finder = WordFinder(["服务", "公共法律服务", "法律"])
    assert finder.findall("公共法律服务站送法律、送服务") == ["公共法律服务", "法律", "服务"]


def test_an_empty_word_is_nowhere() -> None:
    assert WordFinder(["", "法"]).findall("普法") == ["法"]


@given(_WORDS, st.text("法治普课，", max_size=30))
def test_words_inside_a_text_are_all_there_are(words: list[str], text: str) -> None:
    assert set(WordFinder(words).inside(text)) == {word for word in words if word in text}
