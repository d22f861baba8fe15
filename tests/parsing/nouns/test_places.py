"""Names of places among what counts."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.nouns.plain import plain_places


@pytest.mark.parametrize("place", ["和平镇", "共和县", "太和街道", "马站镇", "前所乡", "联合镇"])
@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("{}调处林地纠纷16起。", "调处林地纠纷"),
        ("{}法律顾问审核协议8份。", "审核协议"),
        ("{}综合执法队巡查商铺60家。", "巡查商铺"),
    ],
)
def test_a_name_is_no_list_and_nobody_who_acts(
    place: str, sentence: str, noun: str, lexicon: Lexicon
) -> None:
    text = sentence.format(place)
    (found,) = find_figures(text, text, lexicon.units)
    assert "".join(text[start:end] for start, end in found.noun) == noun


def test_what_joins_places_stays() -> None:
    text = "市和县、村和社区、镇和街道、司法所和各镇"
    assert plain_places(text) == text
    assert plain_places("太和镇和乡司法所") == "岭岭镇和乡司法所"


def test_what_is_newly_built_is_no_name() -> None:
    text = "新建镇村道路、新建市民广场、打通镇村道路"
    assert plain_places(text) == text
    assert plain_places("新建区走访") == "岭岭区走访"


@pytest.mark.parametrize(
    ("rare", "usual"),
    [("旗", "县"), ("盟", "市"), ("师", "市"), ("团", "镇"), ("连", "镇"), ("苏木", "街道")],
)
def test_a_division_that_few_parts_have_reads_as_the_usual_one(
    rare: str, usual: str, lexicon: Lexicon
) -> None:
    def noun(of: str, sentence: str) -> str:
        text = sentence.format(of)
        (found,) = find_figures(text, text, lexicon.units)
        return "".join(text[start:end] for start, end in found.noun)

    for sentence in ("全{}窗口办件满意率97%。", "全{}调解草界纠纷16起。"):
        assert noun(rare, sentence) == noun(usual, sentence)
    assert rare not in noun(rare, "全{}窗口办件满意率97%。")


def test_a_flag_is_no_banner() -> None:
    text = "锦旗、红旗法官、同盟直播、连续、全连环、我团员"
    assert plain_places(text) == text
    assert plain_places("旗直部门、嘎查") == "县直部门、社区"
