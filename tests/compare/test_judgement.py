"""How sure it is that two measures are one matter."""

from __future__ import annotations

import pytest
from handmade import Draft
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare import parts
from tuibrowser.compare.judgement import Question, judge, odds, probability
from tuibrowser.compare.similarity import profiles
from tuibrowser.compare.traits import AT_ONCE, FEATURES, Traits
from tuibrowser.lexicon.likeness import BEFOREHAND, load_likeness
from tuibrowser.text.vectors import product

QUESTIONS: tuple[Question, ...] = ("townships", "years")

TEXTS = st.sampled_from(
    [
        "推行首违不罚，对轻微违法的商户以教育为主。",
        "对首次违规且后果轻微的沿街商铺不予处罚，改为提醒。",
        "组织餐饮油烟整治，安装净化设备76套。",
        "治理沿街饭店油烟直排，督促82家装上净化装置。",
        "聘请律师审查合同36份。",
        "3件。",
    ]
)


def traits(text: str) -> Traits:
    return profiles(Draft("甲镇").measure(text).report())[0].traits


def sure(question: Question, one: Traits, other: Traits, least: float = 0.0) -> float:
    shared = product(one.said.characters, other.said.characters)
    return judge(question).probability(one, other, shared, least)


def test_a_question_weighs_the_traits_that_it_asks_for() -> None:
    weights = load_likeness()
    assert list(weights["townships"]) == [*FEATURES, BEFOREHAND]
    for question in QUESTIONS:
        assert {*AT_ONCE, "meaning", BEFOREHAND} <= set(weights[question])
        assert set(weights[question]) <= {*FEATURES, BEFOREHAND}
    assert list(weights["parts"]) == [*parts.FEATURES, BEFOREHAND]


@pytest.mark.parametrize("question", QUESTIONS)
@given(one=TEXTS, other=TEXTS)
def test_which_comes_first_is_all_the_same(question: Question, one: str, other: str) -> None:
    a, b = traits(one), traits(other)
    assert sure(question, a, b) == sure(question, b, a)
    assert 0 <= sure(question, a, b) <= 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_other_words_for_one_matter_go_before_another_matter(question: Question) -> None:
    waived = traits("推行首违不罚，对轻微违法的商户以教育为主。")
    same = traits("对首次违规且后果轻微的沿街商铺不予处罚，改为提醒、约谈。")
    another = traits("对占道经营的沿街商铺集中清理，改为入室经营。")
    assert sure(question, waived, same) > sure(question, waived, another)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_not_likely_enough_is_not_said(question: Question) -> None:
    one, other = traits("组织餐饮油烟整治。"), traits("聘请律师审查合同36份。")
    found = sure(question, one, other)
    assert found < 0.1
    assert sure(question, one, other, 0.1) == 0
    assert sure(question, one, one, 0.1) == sure(question, one, one) > 0.5


@given(st.floats(0.001, 0.999))
def test_odds_and_probability_are_one_thing(value: float) -> None:
    assert probability(odds(value)) == pytest.approx(value)
