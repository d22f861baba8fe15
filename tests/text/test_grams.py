from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.fold import squash
from tuibrowser.text.grams import grams, pairs, runs

ANY_TEXT = st.text(st.characters(exclude_categories=()))
CHINESE = st.text(st.sampled_from("法治调解普法2023年，。 “”（）％*-\ue000\ud800"))


def test_characters_and_pairs_of_neighbours() -> None:
    assert grams("普法12，") == {"普", "法", "1", "2", "，", "普法", "法1", "12", "2，"}
    assert pairs("普法12，") == ["普法", "法1", "12", "2，"]
    assert pairs("法") == ["法"]
    assert grams("") == set()
    assert pairs("") == []


def test_signs_are_written_so_that_the_tokenizer_leaves_them_whole() -> None:
    assert grams(',"*') == {"，", "＂", "＊", "，＂", "＂＊"}
    for code in range(0x80):
        (gram,) = grams(chr(code))
        assert gram == chr(code) if chr(code).isalnum() else not gram.isascii()


def test_runs_are_in_order() -> None:
    assert runs("“八五”普法第3年。") == ["八五", "普法第3年"]


@given(ANY_TEXT | CHINESE)
def test_every_gram_can_be_stored_and_is_one_token(text: str) -> None:
    for gram in grams(squash(text)):
        gram.encode()
        assert not any(character.isascii() and not character.isalnum() for character in gram)


@given(ANY_TEXT | CHINESE, st.data())
def test_the_grams_of_a_part_are_grams_of_the_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert grams(squash(text[start:end])) <= grams(squash(text))
