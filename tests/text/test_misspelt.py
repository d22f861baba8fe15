from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.misspelt import misspellings
from tuibrowser.text.pinyin import sounds

_WORDS = (("cun", "wu", "gong", "kai"), ("min", "zhu", "yi", "shi"), ("dang", "an"))


def _meant(letters: str, syllables: tuple[str, ...]) -> bool:
    return any(
        len(one.before) + 1 + len(one.after.syllables) == len(syllables)
        and all(a == b for a, b in zip(one.before, syllables, strict=False))
        and syllables[len(one.before)] in one.meant
        and one.after.syllables == syllables[len(one.before) + 1 :]
        for one in misspellings(letters)
    )


@given(st.sampled_from(_WORDS), st.data())
def test_a_letter_typed_twice_is_forgiven(word: tuple[str, ...], data: st.DataObject) -> None:
    letters = "".join(word)
    at = data.draw(st.integers(0, len(letters) - 1))
    assert _meant(letters[: at + 1] + letters[at:], word) or letters[at] in "ag"


@pytest.mark.parametrize(
    ("letters", "word"),
    [("cunwugngkai", _WORDS[0]), ("cuwugongkai", _WORDS[0]), ("cunwugongkais", _WORDS[0])],
)
def test_a_missing_or_stray_letter_is_forgiven(letters: str, word: tuple[str, ...]) -> None:
    assert _meant(letters, word)


@pytest.mark.parametrize("letters", ["tiifangan", "tfangan", "tifagan", "xtifangan"])
def test_what_is_typed_right_may_be_cut_in_more_ways_than_one(letters: str) -> None:
    """Of fangan the likeliest way is fan gan, and meant is fang an."""
    assert _meant(letters, ("ti", "fang", "an"))


def test_short_and_endless_letters_are_let_be() -> None:
    assert misspellings("cunw") == ()
    assert misspellings("cunwu" * 9) == ()
    assert all(meant in sounds() for one in misspellings("cunwuu") for meant in one.meant)
