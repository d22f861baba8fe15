"""What became of a thing is of the thing, unless the catalogue counts it on its own."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import place_figures
from tuibrowser.text.fold import squeeze


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("受理依申请公开26件，答复25件。", ["disclosure_requests"] * 2),
        ("收到复议申请96件，审结74件，调撤39件。", ["reconsideration_cases"] * 3),
        ("行政复议收案104件、结案97件。", ["reconsideration_cases"] * 2),
        ("镇机关承办建议14件，已采纳落实11件。", ["proposals_handled"] * 2),
        ("受理法律援助申请60件，办结55件。", ["legal_aid"] * 2),
        (
            "行政复议收案90件、结案80件，直接纠错7件、调解撤回39件。",
            [
                "reconsideration_cases",
                "reconsideration_cases",
                "cases_lost",
                "reconsideration_cases",
            ],
        ),
    ],
)
def test_an_outcome_is_of_what_it_came_of(sentence: str, indicators: list[str]) -> None:
    assert _indicators(sentence) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("受理信访94件，办结92件。", ["petitions_received", "petitions_settled"]),
        ("排查矛盾纠纷60件，化解58件。", ["disputes_found", "disputes_mediated"]),
        ("立案45起，已结44起。", ["cases_filed", "cases_closed"]),
        ("接待咨询210次，调解42件。", ["consultations", "disputes_mediated"]),
        ("排查矛盾纠纷96件，正在化解4件。", ["disputes_found", "disputes_mediated"]),
    ],
)
def test_an_outcome_that_is_counted_itself_is_that(sentence: str, indicators: list[str]) -> None:
    assert _indicators(sentence) == indicators


def test_what_is_left_is_of_the_whole() -> None:
    sentence = "摸排矛盾纠纷129起，就地调解121起，余下8起引导走诉讼渠道。"
    assert _indicators(sentence) == ["disputes_found", "disputes_mediated", "disputes_found"]


def test_numbers_that_only_sum_up_to_another_are_each_their_own() -> None:
    sentence = "处理占道、噪音投诉134起，现场纠正109起，立案25起。"
    assert _indicators(sentence) == ["hotline_requests", "warnings", "cases_filed"]


def test_who_is_dealt_with_and_how_often_are_two_things() -> None:
    assert _indicators("对73家企业开展检查146家次。") == ["inspected_units"] * 2


def test_what_a_number_before_counts_is_of_that_number() -> None:
    assert _indicators("组织2场庭审旁听和1次宪法宣誓。") == ["court_observed", None]


def _indicators(sentence: str) -> list[str | None]:
    shadow, offsets = squeeze(sentence)
    found = list(find_figures(shadow, "".join(sentence[it] for it in offsets), load().units))
    return [it.indicator for it in place_figures(shadow, found, load(), 2023, is_plan=False)]


def test_what_became_of_a_case_is_of_the_field_of_that_case() -> None:
    assert _indicators("行政复议机构立案65件、办结52件。") == ["reconsideration_cases"] * 2
    assert _indicators("被告案件29件，审结25件。") == ["litigation_cases"] * 2
    assert _indicators("执法中队立案65件、办结52件。") == ["cases_filed", "cases_closed"]
