"""Names of divisions that are as likely ordinary words, or arise where two words meet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Place, Report
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.places.wording import is_name

Parsed = Callable[[str], Report]

REPORT = """2023年，市水利局坚持依法治水。现将情况报告如下：
一、主要举措和成效
（一）压实责任。{said}。
二、存在的不足
力量不足。
"""


def named(text: str, name: str, lexicon: Lexicon) -> bool:
    at = text.index(name)
    return is_name(text, at, at + len(name), lexicon)


@pytest.mark.parametrize(
    "said",
    [
        "建成县级物流中心1处",
        "召开县委全面依法治县委员会会议2次",
        "形成县乡村三级网络",
        "积极响应县委号召",
        "加强行政管理县级试点",
        "提高县域治理水平",
        "优化订单县乡配送",
        "联合公安县区两级开展检查",
        "强化部门合作市场监管所参加",
        "新建区级平台3个",
        "推进新城区建设和老城区改造",
        "学习上海城市管理做法",
        "借鉴合肥城市更新模式",
        "统筹沿海城市防汛",
        "办理事项城市管理类最多",
        "新增城区绿地5处",
        "帮助居民和县级医院化解纠纷",
        "服务秦岭山区群众",
        "完成城市中区管网改造",
        "为长治久安和高质量发展提供保障",
        "创建平安县区",
        "办理市民热线工单30件",
        "建设智慧城市项目3个",
        "赴绍兴考察学习2次",
    ],
)
def test_words_that_hold_a_name_by_chance_tell_no_place(said: str, parsed: Parsed) -> None:
    assert parsed(REPORT.format(said=said)).place == Place()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("召集荆州市公安县有关部门", "公安县"),
        ("公安县人民政府印发通知", "公安县"),
        ("在成县县委领导下", "成县"),
        ("甘肃成县推进依法行政", "成县"),
        ("2023年,海城市坚持依法治市", "海城市"),
        ("全力支持丰台区建设", "丰台区"),
    ],
)
def test_the_same_names_are_places_where_the_text_says_so(
    text: str, name: str, lexicon: Lexicon
) -> None:
    assert named(text, name, lexicon)


def test_every_name_of_one_character_needs_a_clause_of_its_own(lexicon: Lexicon) -> None:
    """There are 90 of them, and each is the end of some verb."""
    counties = {
        unit.name
        for unit in gazetteer().inside("")
        if len(unit.name) == 2 and unit.name.endswith("县")
    }
    assert len(counties) > 70
    for county in counties:
        assert not named(f"达{county}级标准", county, lexicon)
        assert not named(f"召{county}委会议", county, lexicon)
        assert named(f"2023年,{county}坚持依法行政", county, lexicon)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("335省道通车，启东主城区到高速出口12分钟", Place("江苏省", "南通市", "启东市")),
        ("为营口林草事业发展提供有力保障", Place("辽宁省", "营口市")),
        ("奋力谱写现代化常熟新篇章", Place("江苏省", "苏州市", "常熟市")),
        ("龙口全境纳入监测", Place("山东省", "烟台市", "龙口市")),
        ("上线“信用扬州”平台", Place("江苏省", "扬州市")),
        ("在绍兴全市率先推行", Place("浙江省", "绍兴市")),
        ("助力济宁打造一流营商环境", Place("山东省", "济宁市")),
    ],
)
def test_a_place_is_told_by_what_is_said_of_ones_own(
    said: str, place: Place, parsed: Parsed
) -> None:
    report = parsed(REPORT.format(said=said))
    assert report.place == place
    assert report.issuer is not None
    assert report.issuer.endswith("市水利局")
