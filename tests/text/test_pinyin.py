from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.fold import fold
from tuibrowser.text.pinyin import (
    alternatives,
    initials,
    readings,
    represent,
    representatives,
    sounds,
    spoken,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))
CHINESE = st.text(
    st.sampled_from("调解矛盾纠纷行重长率着绿略法治〇𠮷2023年abＣ，。（ \n\ue000\ud800")
)
SOUNDS = list(sounds().values())
HAN = "".join(sound.by_default for sound in SOUNDS)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("调解", "tiao jie"),
        ("协调", "xie tiao"),
        ("镇长", "zhen zhang"),
        ("增长", "zeng zhang"),
        ("行政", "xing zheng"),
        ("重大", "zhong da"),
        ("效率", "xiao lv"),
        ("着力", "zhuo li"),
        ("薄弱", "bo ruo"),
        ("还有", "hai you"),
        ("都是", "dou shi"),
        ("得到", "de dao"),
        ("地方的", "di fang de"),
        ("没有", "mei you"),
        ("给予", "gei yu"),
        ("侵略", "qin lve"),
        ("妇女", "fu nv"),
        ("暴虐", "bao nve"),
        ("二〇二三", "er ling er san"),
        ("嗯", "en"),
    ],
)
def test_a_character_is_read_as_in_official_prose(word: str, syllables: str) -> None:
    assert [readings(character)[0] for character in word] == syllables.split()


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("调查", "diao cha"),
        ("长效", "chang xiao"),
        ("银行", "yin hang"),
        ("重庆", "chong qing"),
        ("率先", "shuai xian"),
        ("围绕着", "wei rao zhe"),
        ("归还", "gui huan"),
        ("首都", "shou du"),
        ("务必得", "wu bi dei"),
        ("有效地", "you xiao de"),
        ("给付", "ji fu"),
        ("厦门", "xia men"),
        ("六安", "lu an"),
        ("西藏", "xi zang"),
    ],
)
def test_other_readings_in_words_are_known_too(word: str, syllables: str) -> None:
    assert all(s in spoken(c) for c, s in zip(word, syllables.split(), strict=True))


def test_archaic_readings_come_last_and_are_not_spoken() -> None:
    assert readings("治") == ("zhi", "chi")
    assert spoken("治") == ("zhi",)
    assert readings("a") == readings("，") == readings("\ud800") == spoken("1") == ()


def test_text_is_written_with_one_character_a_sound() -> None:
    assert represent("条节毛顿") == represent("调解矛盾")
    assert represent("调解矛盾") != represent("调解矛头")
    assert represent("第3次, LED。") == represent("弟") + "3" + represent("词") + ", LED。"


@given(ANY_TEXT | CHINESE)
def test_representing_keeps_every_offset_and_is_final(text: str) -> None:
    represented = represent(text)
    assert len(represented) == len(text)
    assert represent(represented) == represented
    # So that the index cuts runs at the same places.
    assert [c.isalnum() for c in represented] == [c.isalnum() for c in text]


@given(ANY_TEXT | CHINESE)
def test_initials_are_letters_digits_and_spaces_of_the_same_length(text: str) -> None:
    letters = initials(text)
    assert len(letters) == len(text)
    assert set(letters) <= set(string.ascii_letters + string.digits + " ")


def test_initials_are_single_letters() -> None:
    assert initials("2023年，镇司法所调解X案") == "2023n zsfstjXa"


def test_every_syllable_has_one_final_representative_that_is_read_so() -> None:
    shown = [sound.representative for sound in SOUNDS if sound.by_default]
    assert len(set(shown)) == len(shown)
    for sound in SOUNDS:
        assert set(sound.syllable) <= set(string.ascii_lowercase)
        assert represent(sound.by_default) == sound.representative * len(sound.by_default)
        assert fold(sound.representative) == sound.representative
        assert representatives(sound.syllable)


def test_no_character_has_two_defaults_and_no_reading_is_listed_twice() -> None:
    assert len(set(HAN)) == len(HAN)
    for sound in SOUNDS:
        every = sound.by_default + sound.in_words + sound.listed
        assert len(set(every)) == len(every), sound.syllable


@given(st.sampled_from(HAN))
def test_every_common_reading_leads_to_what_the_text_shows(character: str) -> None:
    for syllable in spoken(character):
        assert represent(character) in representatives(syllable)
        assert represent(character) in alternatives(sounds()[syllable].representative or character)
    assert alternatives(character)[0] == represent(character)


def test_a_typed_syllable_reaches_characters_read_otherwise_by_default() -> None:
    assert representatives("diao") == (represent("掉"), represent("调"))
    assert representatives("hang")[:2] == (represent("航"), represent("行"))
    assert representatives("zhei") == (represent("这"),)
    assert representatives("tjm") == ()


def test_the_table_is_bounded() -> None:
    assert max(len(representatives(sound.syllable)) for sound in SOUNDS) <= 6


def test_what_is_no_han_character_sounds_like_itself() -> None:
    assert alternatives("5") == ("5",)
    assert alternatives("。") == ("。",)
