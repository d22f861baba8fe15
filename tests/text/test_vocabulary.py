"""Word starts of a text by the words of others."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.segment import word_starts
from tuibrowser.text.vocabulary import starts_by, vocabulary
from tuibrowser.text.words import starts_in

TEXT = "组织人民调解员走访入户，排查化解各类矛盾纠纷68件。"


def words(known: frozenset[str], text: str) -> list[str]:
    starts = [*starts_in(starts_by(known, text)), len(text)]
    return [text[a:b] for a, b in pairwise(starts)]


def test_words_of_one_text_are_kept_whole_in_another() -> None:
    known = vocabulary([(TEXT, word_starts(TEXT))])
    assert {"矛盾", "纠纷", "排查"} <= known
    assert words(known, "排查矛盾纠纷") == ["排查", "矛盾", "纠纷"]
    assert words(known, "矛\n盾；纠纷") == ["矛", "\n", "盾", "；", "纠纷"]


def test_the_longest_word_goes_before_its_beginning() -> None:
    assert words(frozenset({"人民", "人民调解", "调解员"}), "人民调解员") == ["人民调解", "员"]


def test_signs_numbers_and_names_are_no_words_of_others() -> None:
    text = "“八五”普法68件ABC"
    assert all(word.isalpha() and not word.isascii() for word in vocabulary([(text, b"\xff" * 9)]))


@given(
    st.text("甲乙丙丁，\n a1", max_size=60), st.lists(st.text("甲乙丙丁", min_size=2, max_size=6))
)
def test_words_make_up_the_text_and_are_known_or_single(text: str, known: list[str]) -> None:
    found = words(frozenset(known), text)
    assert "".join(found) == text
    assert all(len(word) == 1 or word in known for word in found)
