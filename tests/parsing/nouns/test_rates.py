"""A number of several rates is a figure of each of them."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import Quantity, find_figures
from tuibrowser.parsing.figures.placing import place_figures
from tuibrowser.text.fold import squeeze


def _found(sentence: str, lexicon: Lexicon) -> tuple[str, list[Quantity]]:
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[offset] for offset in offsets)
    return shadow, list(find_figures(shadow, written, lexicon.units))


def _said(sentence: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    shadow, found = _found(sentence, lexicon)
    return [
        ("".join(shadow[slice(*part)] for part in it.noun), shadow[it.start : it.end])
        for it in found
    ]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("测试参考率、及格率均为100%", [("测试参考率", "100%"), ("及格率", "100%")]),
        ("网格覆盖率与报送及时率100%", [("网格覆盖率", "100%"), ("报送及时率", "100%")]),
        (
            "见面率、沟通率和满意度均达98%以上",
            [("见面率", "达98%以上"), ("沟通率", "达98%以上"), ("满意度", "达98%以上")],
        ),
        ("安全感和满意度稳定在96%", [("安全感", "96%"), ("满意度", "96%")]),
        ("持证率、培训覆盖率双100%", [("持证率", "100%"), ("培训覆盖率", "100%")]),
        # Acts in a list have their 率 in common; what is no rate goes with the one behind it.
        ("办结、满意率均为100%", [("办结率", "100%"), ("满意率", "100%")]),
        ("参与、覆盖率达到90%", [("参与率", "90%"), ("覆盖率", "90%")]),
        ("群众知晓、满意率分别为95%、98%", [("知晓率", "95%"), ("满意率", "98%")]),
        ("意见、提案办复、采纳率均为100%", [("意见、提案办复率", "100%"), ("采纳率", "100%")]),
        ("线上、线下办结率达99%", [("线上、线下办结率", "达99%")]),
        ("满意和基本满意率98%", [("满意和基本满意率", "98%")]),
        ("禁毒、社区矫正对象走访率98%", [("禁毒、社区矫正对象走访率", "98%")]),
        ("安全培训、实名登记落实率达97%", [("安全培训、实名登记落实率", "达97%")]),
        # As many numbers as rates are one each.
        ("办结、满意率分别为99%、98%", [("办结率", "99%"), ("满意率", "98%")]),
        # A change is told of each.
        (
            "知晓率、满意率均提高3个百分点",
            [("知晓率提高", "3个百分点"), ("满意率提高", "3个百分点")],
        ),
        (
            "参训率、及格率均为97%，比上年提高2个百分点",
            [
                *(("参训率", "97%"), ("及格率", "97%")),
                *(("参训率提高", "2个百分点"), ("及格率提高", "2个百分点")),
            ],
        ),
        # 及 in 及时率 and 办 in 可办率 are parts of words.
        ("受理率、及时率均为100%", [("受理率", "100%"), ("及时率", "100%")]),
        ("事项可办率、全程网办率均为90%", [("事项可办率", "90%"), ("全程网办率", "90%")]),
        # Other things that a number counts together stay together.
        ("班子会、碰头会、推进会共9次", [("班子会、碰头会、推进会", "9次")]),
        ("折页和手册500份", [("折页和手册", "500份")]),
    ],
)  # fmt: skip
def test_a_number_stands_once_for_each_of_its_rates(
    lexicon: Lexicon, sentence: str, said: list[tuple[str, str]]
) -> None:
    assert _said(sentence, lexicon) == said


def test_each_rate_has_an_indicator_of_its_own(lexicon: Lexicon) -> None:
    shadow, found = _found("法治考试参考率、合格率均为100%，平均90分。", lexicon)
    placed = place_figures(shadow, found, lexicon, 2023, is_plan=False)
    assert [it.indicator for it in placed[:2]] == ["exam_participation_rate", "exam_pass_rate"]
    assert [it.role for it in placed] == ["rate", "rate", "total"]


def test_what_is_not_in_the_catalogue_has_no_indicator_of_its_neighbour(lexicon: Lexicon) -> None:
    shadow, found = _found("沟通率、考试合格率均为100%", lexicon)
    placed = place_figures(shadow, found, lexicon, 2023, is_plan=False)
    assert [it.indicator for it in placed] == [None, "exam_pass_rate"]


def test_rates_that_share_a_number_are_parts_of_nothing_but_one_total(lexicon: Lexicon) -> None:
    shadow, found = _found(
        "参考率、合格率由去年的90%升至98%，化解纠纷30件，其中邻里20件、家事10件", lexicon
    )
    placed = place_figures(shadow, found, lexicon, 2023, is_plan=False)
    assert [it.role for it in placed] == [
        *("previous", "previous", "rate", "rate"),
        *("total", "part", "part"),
    ]
    assert [it.part_of for it in placed[-2:]] == [4, 4]
