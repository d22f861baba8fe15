"""What tells an edited copy from two texts on one subject, where all their words are usual ones."""

from __future__ import annotations

import pytest
from handmade import Draft

from tuibrowser.insight.evidence import Loose
from tuibrowser.insight.reuse import Reused, reuse


def found(text: str, *others: str) -> tuple[Reused, ...]:
    asked = Draft("甲镇", 2023).measure(text).report()
    theirs = [Draft(f"乙{at}镇", 2023).measure(it).report() for at, it in enumerate(others)]
    return reuse(asked, Loose(theirs), 20).passages


USUAL = "切实加强应急队伍建设，定期检查物资储备，由专人负责值班，组织开展演练12次"


@pytest.mark.parametrize(
    "edited",
    [
        "不断强化应急人员建设，及时检查物资仓库，由专人负责联络，安排开展演练3次",
        "切实抓好应急队伍训练，每月清点物资储备，由两人负责值班，组织参加演练5次",
    ],
    ids=["words replaced", "synonyms throughout"],
)
def test_usual_words_in_their_places_are_a_copy(edited: str) -> None:
    assert found(USUAL, edited)


def test_the_same_usual_words_in_other_places_are_none() -> None:
    anew = "开展应急演练2次，由值班人员组织检查，专人建设物资仓库，加强队伍储备"
    assert not found(USUAL, anew)


def test_commonplaces_in_their_places_are_none() -> None:
    stock = "高度重视法治政府建设，切实加强组织领导，压紧压实工作责任，形成齐抓共管的工作格局，{}"
    assert not found(stock.format("为护林员添置望远镜"), stock.format("在老码头办起夜校"))


def test_two_clauses_of_a_long_wording_are_not_the_whole_of_it() -> None:
    """What else both have in the same order is chance: usual words here and there."""
    clauses = "为维护茶农的合法权益，每逢春茶开秤请律师驻点看样"
    one = (
        f"{clauses}，街道对群众通过热线、信箱、来访等多种方式提出的问题逐条登记、及时答复，"
        "政务公开工作更加规范"
    )
    other = (
        f"{clauses}，积极对待群众关心的道路、饮水等难题，制定问题清单，明确专人负责解决，"
        "做到按时答复，使办事更加公开"
    )
    assert not found(one, other)


def test_a_copy_that_was_made_longer_is_alike_in_every_part() -> None:
    one = "每逢春茶开秤，请律师驻点看样，把压级压价的投诉当天记录、当天答复，茶农收款后在单子上画押"
    longer = (
        "在每年的春茶正式开秤以前，我们都请县里的律师驻点帮助看样，凡是压级、压价一类的投诉，"
        "一律做到当天就记录当天就给答复，等到茶农收到全部货款以后，再让本人在结算单子上签字画押"
    )
    assert found(one, longer)


def counted(consulted: str, written: str) -> Draft:
    """Usual words about two figures."""
    text = f"公共法律服务站接待咨询{consulted}人次，代写法律文书{written}份"
    draft = Draft("甲镇", 2023).measure(text)
    draft.figure(f"{consulted}人次", float(consulted), "人次")
    return draft.figure(f"{written}份", float(written), "份")


@pytest.mark.parametrize(
    ("there", "units", "is_same"),
    [
        (("672", "38"), 9, True),
        (("672", "38"), 20, False),
        (("1672", "38"), 20, False),
        (("654", "41"), 9, False),
    ],
    ids=["the same figures", "among more units", "one of two", "others"],
)
def test_usual_words_with_the_same_figures_are_a_copy(
    there: tuple[str, str], units: int, is_same: bool
) -> None:
    other = counted(*there)
    other.issuer = "乙镇"
    result = reuse(counted("672", "38").report(), Loose([other.report()]), units)
    assert bool(result.passages) == is_same


def test_of_nothing_but_commonplaces_the_figures_tell() -> None:
    text = "全年共排查各类矛盾纠纷{}件，成功化解{}件"
    asked = Draft("甲镇", 2023).measure(text.format(287, 269))
    asked.figure("287件", 287, "件").figure("269件", 269, "件")
    same, anew = (
        Draft(issuer, 2023).measure(text.format(*figures)).report()
        for issuer, figures in (("乙镇", (287, 269)), ("丙镇", (154, 150)))
    )
    ((match,),) = (it.matches for it in reuse(asked.report(), Loose([anew, same]), 9).passages)
    assert match.origin.issuer == "乙镇"


def test_round_numbers_and_hotlines_are_no_figures_of_anybody() -> None:
    text = "办理12345热线工单500件，按期回复率100%，群众满意率99.5%"
    asked = Draft("甲镇", 2023).measure(text).figure("500件", 500, "件")
    asked.figure("100%", 100, "%").figure("99.5%", 99.5, "%")
    assert not reuse(
        asked.report(), Loose([Draft("乙镇", 2023).measure(text).report()]), 9
    ).passages
    told = text.replace("500", "738").replace("99.5", "98.6")
    asked = Draft("甲镇", 2023).measure(told).figure("738件", 738, "件")
    asked.figure("98.6%", 98.6, "%")
    assert reuse(asked.report(), Loose([Draft("乙镇", 2023).measure(told).report()]), 9).passages
