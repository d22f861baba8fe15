"""Units that count only near certain words, or only as one of a few."""

import pytest
from placed import placed

from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.find import Quantity, find_figures
from tuibrowser.text.fold import squeeze


def _found(sentence: str) -> list[Quantity]:
    shadow, _ = squeeze(sentence)
    return list(find_figures(shadow, sentence, load().units))


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("审理140案，裁决60案、和解71案。", ["140案", "60案", "71案"]),
        ("更换灭火器90具。", ["90具"]),
        ("送课进校园26校次，督导12村次。", ["26校次", "12村次"]),
        ("队伍平均年龄由51岁降至38岁。", ["51岁", "38岁"]),
        ("平均82分，最高97分、最低64分。", ["82分", "97分", "64分"]),
        ("把窝棚36个一次性清理干净。", ["36个"]),
        ("在册队员中，6人为本年新进，8人为本科学历。", ["6人", "8人"]),
        ("报名26人，两人因病缺考。", ["26人", "两人"]),
        ("征集建议110条，四成涉及停车。", ["110条", "四成"]),
        ("列出5大类34项任务。", ["5大类", "34项"]),
    ],
)
def test_what_is_counted(sentence: str, figures: list[str]) -> None:
    assert list(placed(sentence)) == figures


@pytest.mark.parametrize(
    "sentence",
    [
        "年满60岁的老人免费办理。",
        "3具有效的措施。",
        "凡旁听庭审折算4学时、值班答疑折抵2学时。",
        "得分90分以上的占比提高。",
        "推行两人一组的做法。",
    ],
)
def test_ages_rules_and_manners_count_nothing(sentence: str) -> None:
    assert not placed(sentence)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("投入二百万资金建成法治公园。", 2_000_000),
        ("投入资金二百万用于修建法治公园。", 2_000_000),
        ("落实普法经费三十万，专款专用。", 300_000),
        ("争取上级补助120余万。", 1_200_000),
        ("为村民追回工程款80多万。", 800_000),
        ("挽回经济损失共计1.2亿。", 120_000_000),
        ("作出罚款20万。", 200_000),
        ("镇财政安排10万经费。", 100_000),
    ],
)
def test_what_is_money_needs_no_unit(sentence: str, value: int) -> None:
    (figure,) = _found(sentence)
    assert (figure.value, figure.unit) == (value, "元")


@pytest.mark.parametrize(
    "sentence",
    ["全镇人口3.2万。", "受教育群众1.5万。", "编号为20万用于区分。", "资金实行专户管理。"],
)
def test_what_is_no_money_without_unit_is_no_figure(sentence: str) -> None:
    assert not _found(sentence)


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("组织十几二十人旁听。", (10, 20)),
        ("动员十来二十户参加评议。", (10, 20)),
        ("发放宣传单三五百份。", (300, 500)),
        ("动员三五十名志愿者参与。", (30, 50)),
        ("调解纠纷二十几三十件。", (20, 30)),
    ],
)
def test_about_as_many_has_two_ends(sentence: str, ends: tuple[int, int]) -> None:
    (figure,) = _found(sentence)
    assert (figure.value, figure.value_to) == ends
