from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.pinyin import sounds
from tuibrowser.text.syllables import Spelling, completions, split, standard

SYLLABLES = list(sounds())
TYPED = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=12)


def _readable(spellings: tuple[Spelling, ...]) -> list[str]:
    return [
        " ".join(
            [*spelling.syllables, *([f"{spelling.unfinished}…"] if spelling.unfinished else [])]
        )
        for spelling in spellings
    ]


@pytest.mark.parametrize(
    ("letters", "best"),
    [
        ("tiaojiemaodun", ["tiao jie mao dun"]),
        ("tiao jie mao dun", ["tiao jie mao dun"]),
        ("ＴｉａｏJie", ["tiao jie"]),
        ("xian", ["xian", "xi an"]),
        ("xi'an", ["xi an"]),
        ("xi’an", ["xi an"]),
        ("xi an", ["xi an"]),
        ("lian", ["lian", "li an"]),
        ("fangan", ["fang an", "fan gan"]),
        ("changanjie", ["chang an jie", "chan gan jie"]),
        ("lvshi", ["lv shi"]),
        ("Lüshi", ["lv shi"]),
        ("qinlue", ["qin lve"]),
        ("baonüe", ["bao nve"]),
        ("tiaojiemaod", ["tiao jie mao d…"]),
        ("tiaojiemaodunzh", ["tiao jie mao dun zh…"]),
        ("xiang", ["xiang", "xi ang", "xian g…"]),
        ("t", ["t…"]),
    ],
)
def test_the_likeliest_cuts_come_first(letters: str, best: list[str]) -> None:
    assert _readable(split(letters))[: len(best)] == best


@pytest.mark.parametrize(
    "letters",
    ["", "  ", "'", "tjmdjf", "pfxc", "tjm dun", "tiao2", "调解", "tiaoj ", "vx", "\ud800\x00"],
)
def test_other_letters_are_no_pinyin(letters: str) -> None:
    assert split(letters) == ()


def test_only_the_last_syllable_of_all_may_be_unfinished() -> None:
    assert split("ti aoj")[0] == Spelling(("ti", "ao"), "j")
    assert split("tiaoj jie") == ()
    assert split("a a d")[0] == Spelling(("a", "a"), "d")


def test_no_cut_is_much_longer_than_the_best() -> None:
    sizes = [len(s.syllables) + bool(s.unfinished) for s in split("tiaojieanjian", limit=50)]
    assert sizes == sorted(sizes)
    assert sizes[-1] <= sizes[0] + 1


def test_as_many_ways_as_asked_for() -> None:
    assert len(split("xianxianxian", limit=3)) == 3
    assert split("xianxianxian", limit=3) == split("xianxianxian", limit=8)[:3]
    assert split("xian", limit=0) == ()


@given(TYPED)
def test_all_pinyin_can_be_cut_and_joins_back(syllables: list[str]) -> None:
    letters = "".join(syllables)
    spellings = split(letters)
    assert spellings
    for spelling in spellings:
        joined = "".join(spelling.syllables) + spelling.unfinished
        # lue may have been read as lu e, or as lve.
        assert joined.replace("ve", "ue") == letters.replace("ve", "ue")
        assert all(syllable in sounds() for syllable in spelling.syllables)
    assert len(set(spellings)) == len(spellings)


@given(TYPED, st.sampled_from([" ", "'", " '", "  ", "\u3000", "’"]))
def test_boundaries_are_kept(syllables: list[str], boundary: str) -> None:
    spellings = split(boundary.join(syllables))
    assert spellings[0] == Spelling(tuple(syllables))


@given(TYPED, st.data())
def test_pinyin_can_be_cut_at_every_letter_typed(syllables: list[str], data: st.DataObject) -> None:
    letters = "".join(syllables)
    typed = letters[: data.draw(st.integers(1, len(letters)))]
    assert split(typed)


@given(st.text(st.sampled_from("aeiouvngzhtjx' 1")) | st.text(st.characters(exclude_categories=())))
def test_any_text_gets_an_answer(text: str) -> None:
    for spelling in split(text):
        assert spelling.syllables or spelling.unfinished
        assert not spelling.unfinished or not standard(spelling.unfinished)


def test_a_pasted_page_is_no_pinyin() -> None:
    assert split("tan" * 5000) == ()


def test_a_syllable_may_grow() -> None:
    assert completions("zhua") == ("zhuan", "zhuang", "zhua", "zhuai")
    assert set(completions("du")) == {"du", "dui", "duan", "duo", "dun"}
    assert completions("lue") == ("lve",)
    assert completions("tj") == ()


@given(st.sampled_from(SYLLABLES))
def test_every_syllable_is_its_own_standard_and_completion(syllable: str) -> None:
    assert standard(syllable) == syllable
    assert syllable in completions(syllable)
    assert re.fullmatch("[a-z]{1,6}", syllable)
