from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from tuibrowser.text.fold import squash
from tuibrowser.text.pinyin import spoken_initials
from tuibrowser.text.soundgrams import groups_of, initial_groups, syllable_pairs
from tuibrowser.text.typed import matches_initials

TEXT = st.text(st.sampled_from("调解矛盾纠纷法治行政重大长2a，。 "), max_size=24)


def test_pairs_are_of_sounds_and_hold_a_han_character() -> None:
    assert syllable_pairs("调解") == syllable_pairs("条姐")
    assert syllable_pairs("调解") != syllable_pairs("解调")
    assert syllable_pairs("led12，") == set()
    assert len(syllable_pairs("法12")) == 1


def test_groups_are_of_initials_in_every_reading_that_words_have() -> None:
    assert initial_groups("矛盾纠纷") == {"mdj", "jf"}
    assert initial_groups("行政") == {"xz", "hz"}
    assert initial_groups("法") == initial_groups("led，2") == set()


@given(TEXT, st.data())
def test_every_text_with_the_initials_holds_their_groups(text: str, data: st.DataObject) -> None:
    squashed = squash(text)
    assume(len(squashed) > 1)
    start = data.draw(st.integers(0, len(squashed) - 2))
    stretch = squashed[start : data.draw(st.integers(start + 2, len(squashed)))]
    heard = [spoken_initials(character) for character in stretch]
    assume(all(heard))
    letters = "".join(data.draw(st.sampled_from(one)) for one in heard)
    assert matches_initials(letters, squashed)
    groups = initial_groups(squashed)
    assert all(groups & set(clause) for clause in groups_of(letters))


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_has_grams(text: str) -> None:
    squashed = squash(text)
    for gram in syllable_pairs(squashed) | initial_groups(squashed):
        assert gram.isalnum()
