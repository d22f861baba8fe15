from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.fold import fold, squash, squeeze

# Surrogates included: a terminal that is fed broken bytes hands them on as such.
ANY_TEXT = st.text(st.characters(exclude_categories=()))
CHINESE = st.text(
    st.sampled_from("法治調解普法宣传　 \n\t“八五”ＡBc１２３，。：（）－—《》後於乾薴苧")
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("２０２３年ＡｂＣ", "2023年abc"),
        ("（一）；：！？％～", "(一);:!?%~"),
        ("法治　建设", "法治 建设"),
        ("“八五”‘普法’", "\"八五\"'普法'"),
        ("調解糾紛、瞭解情況", "调解纠纷、了解情况"),
        ("著力、显著、覆盖、藉", "著力、显著、覆盖、藉"),
        ("。、《》—…〔〕", "。、《》—…〔〕"),
        ("⼈⺠政府，⻓效机制⾏", "人民政府,长效机制行"),
        ("不\uf967", "不不"),
        ("", ""),
    ],
)
def test_one_spelling_for_what_readers_take_for_the_same(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_a_chain_of_variants_ends_in_one_character() -> None:
    assert fold("薴") == fold("苧") == fold("苎") == "苎"


@given(ANY_TEXT | CHINESE)
def test_folding_keeps_every_offset_and_is_final(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert [a.isspace() for a in folded] == [b.isspace() for b in text]


def test_every_single_character_folds_to_one_final_character() -> None:
    every = "".join(map(chr, range(0x110000)))
    folded = fold(every)
    assert len(folded) == len(every)
    assert fold(folded) == folded


@given(ANY_TEXT | CHINESE)
def test_squeezing_tells_where_each_character_stood(text: str) -> None:
    squeezed, offsets = squeeze(text)
    assert squeezed == squash(text)
    assert not any(c.isspace() for c in squeezed)
    assert offsets == [i for i, c in enumerate(text) if not c.isspace()]
    assert squeezed == "".join(fold(text[i]) for i in offsets)


@given(CHINESE, st.data())
def test_white_space_never_hides_a_part(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert squash(text[start:end]) in squash(text)
    assert squash("\n　".join(text)) == squash(text)
