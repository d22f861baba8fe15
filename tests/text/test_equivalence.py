from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.equivalence import equate, equate_with_offsets, without_invisible

ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.text(
    st.sampled_from("普法治 \n12·•.,，—-~〔[（「“《Ⅳ㎡½○〇\u200b\u00ad\ufe0f\U000e0101⼈⺠後Ａ")
)


@pytest.mark.parametrize(
    "alike",
    [
        ("3·15", "3.15", "3•15", "3・15", "3．15", "３‧１５"),
        ("〔2024〕7号", "[2024]7号", "（2024）7号", "【2024】7号", "(２０２４)7号"),
        ("「七五」", "“七五”", '"七五"', "『七五』", "＂七五＂"),
        ("‘七五’普法", "“七五”普法", "『七五』普法"),
        ("《工作条例》", "〈工作条例〉", "<工作条例>"),
        ("2019—2022", "2019-2022", "2019－2022", "2019～2022", "2019–2022"),
        ("二〇一九", "二○一九", "二◯一九"),
        ("第Ⅲ期", "第III期", "第iii期", "第ⅲ期"),
        ("800㎡", "800m2", "800 M2", "800m²"),
        ("⅔", "2/3", "２／３"),
        ("㈡核实", "（二）核实", "(二)核实"),
        ("⑶", "（3）"),
        ("⒋", "4."),
        ("隣里和峯会", "鄰里和峰會", "邻里和峰会"),
        ("№12", "No12", "no 12"),
        ("36℃", "36°C"),
        ("⾏政", "行政", "行\u00ad政", "行\u200b政", "行\ufe00政", "行\U000e0100政", "\ufeff行政"),
        ("⺠生", "民生", "民\u2060\n生"),
    ],
)
def test_what_readers_take_for_the_same_is_one_string(alike: tuple[str, ...]) -> None:
    assert len(set(map(equate, alike))) == 1


def test_what_readers_tell_apart_stays_apart() -> None:
    assert equate("3.15") != equate("315")
    assert equate("①") != equate("1")
    assert equate("㊁") != equate("二")
    assert equate("、") != equate(",")


@given(ANY_TEXT, ANY_TEXT)
def test_a_part_of_a_text_is_a_part_of_what_stands_for_it(text: str, more: str) -> None:
    assert equate(text + more) == equate(text) + equate(more)
    assert equate(equate(text)) == equate(text)


@given(ANY_TEXT)
def test_each_character_is_told_where_it_comes_from(text: str) -> None:
    written, offsets = equate_with_offsets(text)
    assert written == equate(text)
    assert written == "".join(equate(text[offset]) for offset in dict.fromkeys(offsets))
    assert offsets == sorted(offsets)


def test_every_single_character_is_rewritten_for_good() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert equate(equate(every)) == equate(every)


def test_invisible_marks_go_and_nothing_else() -> None:
    assert without_invisible("\ufeff镇:\u200b青 石\U000e0100") == "镇:青 石"
