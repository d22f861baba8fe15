from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.fold import squash
from tuibrowser.text.grams import grams, runs

ANY_TEXT = st.text(st.characters(exclude_categories=()))
CHINESE = st.text(st.sampled_from("法治调解普法2023年，。 “”（）％*-\ue000\ud800"))


def test_characters_and_pairs_that_do_not_cross_punctuation() -> None:
    assert grams("普法,12场。") == {"普", "法", "普法", "1", "2", "12", "场", "2场"}


def test_punctuation_and_symbols_are_no_tokens() -> None:
    assert grams("，。“”*-_\"'%★🙂\x00\ud800\ue000") == set()


def test_runs_are_in_order() -> None:
    assert runs("“八五”普法第3年。") == ["八五", "普法第3年"]


@given(ANY_TEXT | CHINESE)
def test_tokens_are_one_or_two_letters_or_digits(text: str) -> None:
    squeezed = squash(text)
    found = grams(squeezed)
    assert all(len(gram) in (1, 2) and gram.isalnum() for gram in found)
    assert {gram for gram in found if len(gram) == 1} == {c for c in squeezed if c.isalnum()}


@given(ANY_TEXT | CHINESE, st.data())
def test_the_grams_of_a_part_are_grams_of_the_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert grams(squash(text[start:end])) <= grams(squash(text))
