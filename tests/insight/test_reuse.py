"""Where else a wording stands."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cases import for_each
from handmade import Draft
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.insight.evidence import Loose
from tuibrowser.insight.reuse import Reuse, ReuseScope, reuse
from tuibrowser.model.report import Report

WORDING = (
    "依托废弃粮站建起“晒谷场议事棚”，每逢农历初五由退休法官摆桌听讼，"
    "对田埂界址、灌渠用水之争当场丈量，次日把结论写上木牌公示，"
    "全年丈量田埂36处"
)

LABELLED = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "fixtures" / "wordings.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def report(issuer: str, *measures: str, year: int = 2023) -> Report:
    draft = Draft(issuer, year)
    for text in measures:
        draft.measure(text)
    # Each draft of one text has a name of its own.
    name = hashlib.sha256(f"{issuer}{year}{measures}".encode()).hexdigest()
    return replace(draft.report(), sha256=name)


def found(text: str, *others: Report, scope: ReuseScope | None = None, units: int = 20) -> Reuse:
    asked = report("甲镇", text)
    return reuse(asked, Loose(others), units, ReuseScope() if scope is None else scope)


@pytest.mark.parametrize(
    "copied",
    [
        WORDING,
        f"二是2019年，{WORDING.replace('36', '2400')}",
        WORDING.replace("粮站", "油坊").replace("退休法官", "老支书").replace("次日", "隔天"),
        "，".join(reversed(WORDING.split("，"))),
        "，".join(WORDING.split("，")[:3]),
        f"乙镇组织锣鼓队巡村宣讲禁烧规定。{WORDING}",
    ],
    ids=["same", "renumbered", "words replaced", "swapped", "a part", "more around it"],
)
def test_a_wording_is_found_again_whatever_was_done_to_it(copied: str) -> None:
    result = found(WORDING, report("乙镇", copied))
    ((match,),) = (it.matches for it in result.passages)
    assert match.text == copied
    assert 0.4 <= match.share <= 1
    assert result.shares.elsewhere > 0.4
    text = result.report.text
    assert "晒谷场议事棚" in "".join(text[low:high] for low, high in match.spans)


EDITED = {
    # Of 66 signs 26, one here, one there.
    "two characters in five": (
        "依书废弃车站建河“晒谷上议事花”，每远农门初五由退山法海摆桌风讼，"
        "对天埂界址、水渠田水之高当长丈云，次马把书论写土木马公云，全春丈青田海12处"
    ),
    "slips": (
        "依托废旧弃粮站建“晒谷议事棚”，每逢农初五由由退休官摆上桌讼，对田埂界、灌渠水之用争"
        "当场丈，次日结论写上的木牌示，全年量田埂21处"
    ),
    "words in another order": (
        "“晒谷场议事棚”依托粮站废弃建起，由退休法官农历每逢初五听讼摆桌，"
        "之争对界址田埂、用水灌渠丈量当场，结论次日把木牌写上公示，田埂全年丈量21处"
    ),
    "other words": (
        "利用闲置粮站搭建“晒谷场议事棚”，农历逢五请退休法官坐堂听案，"
        "围绕田埂界线、灌渠放水之争现场丈量，隔天把结果写在木牌上公布，年内量田埂21处"
    ),
    "clauses left out and put in": (
        "结合秋收实际，依托废弃粮站建起“晒谷场议事棚”，选派六名青年跟班记账，"
        "对田埂界址、灌渠用水之争当场丈量，年终评出一批和睦院落"
    ),
}


@pytest.mark.parametrize("copied", EDITED.values(), ids=EDITED)
def test_a_copy_is_found_with_two_signs_in_five_edited(copied: str) -> None:
    """From one side at least; where much was put in, less than 0.4 may be the other's."""
    there, back = found(WORDING, report("乙镇", copied)), found(copied, report("乙镇", WORDING))
    assert there.passages or back.passages
    assert there.shares.elsewhere > 0.4


def test_spans_of_a_copy_are_what_stands_there_in_the_same_order() -> None:
    result = found(WORDING, report("乙镇", EDITED["two characters in five"]))
    ((match,),) = (it.matches for it in result.passages)
    text = result.report.text
    shown = "".join(text[low:high] for low, high in match.spans)
    assert "废弃" in shown
    assert "托" not in shown  # 依书 in the copy


USUAL = "镇村两级调解组织受理矛盾纠纷156件，调解成功151件，成功率96.8%"


def test_usual_words_to_the_letter_are_the_unit_s_own_of_the_year_before() -> None:
    """Of a neighbour they are chance, unless they are most of a passage."""
    bumped = USUAL.replace("156", "173").replace("151", "170").replace("96.8", "98.3")
    begun = "镇村两级调解组织受理矛盾纠纷173件，回访农户40户，兑现补贴3.2万元"
    for said in (bumped, begun):
        own = report("甲镇", said, year=2022)
        ((match,),) = (it.matches for it in found(USUAL, own).passages)
        assert (match.origin.issuer, match.origin.year) == ("甲镇", 2022)
    assert found(USUAL, report("乙镇", begun)).passages == ()
    ((match,),) = (it.matches for it in found(USUAL, report("乙镇", bumped)).passages)
    assert match.share > 0.9


def test_a_rule_that_a_township_made_tells_where_a_wording_comes_from() -> None:
    """The names of everybody's rules do not."""
    own = "出台《青石镇茶青市场管理办法》，经公开征求意见后印发"
    ((match,),) = (it.matches for it in found(own, report("乙镇", own)).passages)
    assert match.share > 0.6
    one, other = (f"贯彻《乡镇人民政府工作规则（试行）》，{it}" for it in ("修好水渠", "办起夜校"))
    assert found(one, report("乙镇", other)).passages == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "请村里的泥瓦匠当调解员，趁给人家砌灶时把邻里的疙瘩解开，全年解开19个",
            "推行律师坐班，每周二在便民服务中心调解邻里纠纷，全年调解邻里纠纷19件",
        ),
        (
            "落实《信访工作条例》和《人民调解法》的要求，办结来信7件",
            "落实《信访工作条例》和《人民调解法》的要求，拍摄短片2部",
        ),
        (
            "按照“凡是涉及群众切身利益的事项都要先听取群众的意见建议”的规定，停建凉亭一座",
            "宣讲“凡是涉及群众切身利益的事项都要先听取群众的意见建议”，印制挂历五百本",
        ),
        (
            "以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，修好水渠",
            "以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，办起夜校",
        ),
        (
            "全年立案58件，结案55件，其中简易程序40件、普通程序15件，罚没款2.3万元",
            "本年度立案91件，办结88件，其中普通程序30件、简易程序58件，罚款6万元",
        ),
        (
            "聘请律师事务所1家担任常年法律顾问，审查合同、协议33份，提出意见50条",
            "聘请2名执业律师担任常年法律顾问，全年审查各类合同41份，提出修改意见66条",
        ),
        (
            "通过政府网站、村务公开栏主动公开惠农补贴、低保评议等信息190条",
            "利用政务公开栏和村级微信群公开财政资金、惠农补贴、低保等信息320余条",
        ),
        (
            "对苗圃周边情况逐一登记，强化网格员、法律明白人队伍建设，修订村规民约12份",
            "移送涉嫌犯罪线索，对车站周边情况逐一登记，执法活动全程记录，集市秩序明显好转",
        ),
        (
            "聚焦茶农的期盼改进基层治理工作，召开村民议事会27次，推动移风易俗落到实处",
            "主要负责人切实加强组织领导，听取基层治理情况汇报，邀请律师提供法律意见，将应急管理列入"
            "重要议程，聚焦茶农、老兵的期盼改进普法工作，关注乡贤的法律需求，确保责任落到实处",
        ),
    ],
    ids=[
        "same subject",
        "names of rules",
        "words of a rule",
        "stock phrases",
        "cases in the usual frame",
        "contracts in the usual frame",
        "what is published in the usual frame",
        "one clause of three",
        "pieces of a long measure",
    ],
)
def test_what_is_nobody_s_is_no_wording(one: str, other: str) -> None:
    assert found(one, report("乙镇", other)).passages == ()


def test_what_many_townships_write_weighs_nothing() -> None:
    template = "对照县里统一下发的台账逐项登记并按月报送进展情况，确保不漏一项不拖一天"
    text = f"{template}，{WORDING}"
    others = [report(f"第{number}镇", template) for number in range(30)]
    result = found(text, *others, report("乙镇", WORDING))
    assert [it.origin.issuer for it in result.passages[0].matches] == ["乙镇"]
    assert found(template, *others).passages == ()
    assert found(template, *others).shares.stock > 0.9
    # One township that has it in thirty years does not make it everybody's.
    years = [report("乙镇", template, year=1990 + number) for number in range(30)]
    assert len(found(template, *years).passages[0].matches) == 30


def test_what_most_of_a_small_library_write_weighs_nothing() -> None:
    template = "对照县里统一下发的台账逐项登记并按月报送进展情况，确保不漏一项不拖一天"
    others = [report(f"第{number}镇", template) for number in range(11)]
    assert found(template, *others, units=12).passages == ()
    # A copy of a copy is still one where a third of the townships have it.
    assert len(found(template, *others[:4], units=12).passages[0].matches) == 4


def test_the_unit_s_own_years_are_told_from_others() -> None:
    last = report("甲镇", WORDING, year=2022)
    result = found(WORDING, last)
    assert result.shares.last_year == 1
    assert len(result.passages[0].matches) == 1
    without = found(WORDING, last, scope=ReuseScope(without_own=True))
    assert without.passages == ()
    assert without.shares == result.shares
    older = found(WORDING, report("甲镇", WORDING, year=2020))
    assert older.shares.own == 1


@for_each("pair", LABELLED)
def test_pairs_that_were_labelled_by_hand(pair: dict[str, Any]) -> None:
    there = found(pair["one"], report("乙镇", pair["other"]), units=2)
    back = found(pair["other"], report("乙镇", pair["one"]), units=2)
    # Of a half taken over among one's own less than 0.4 may be, seen from there.
    assert bool(there.passages or back.passages) is pair["same"]
    for result in (there, back):
        assert sum(result.shares) == pytest.approx(1)
        text = result.report.text
        for match in (it for reused in result.passages for it in reused.matches):
            assert all(0 <= low < high <= len(text) for low, high in match.spans)
            assert [*match.spans] == sorted(match.spans)


def test_a_copy_stands_out_among_many_who_have_a_clause_of_it() -> None:
    clauses = (
        "在每个村口的皂荚树下钉一只诉求木匣",
        "由放学路过的少先队员每天取一回纸条",
        "村民组长把纸条念给院坝会上的人听",
        "凡是点了头的事项当晚写进公示黑板",
    )
    others = [report(f"第{at}镇", f"{clauses[at % 4]}，第{at}回由不同的人办理") for at in range(40)]
    whole = "，".join(clauses)
    result = found(whole, *others, report("乙镇", whole), units=42)
    assert {it.origin.issuer for it in result.passages[0].matches} == {"乙镇"}


SIGNS = st.text("法治政府建设普法宣传调解，。0123《》“”晒谷场粮站棚", max_size=60)


@given(st.lists(SIGNS, min_size=1, max_size=4), st.lists(SIGNS, max_size=4))
def test_whatever_is_compared_shares_add_up_and_spans_are_of_both(
    own: list[str], others: list[str]
) -> None:
    asked = report("甲镇", *own)
    result = reuse(asked, Loose([report("乙镇", *others), asked]), 2)
    assert sum(result.shares) == pytest.approx(1)
    assert all(0 <= it <= 1 for it in result.shares)
    for reused in result.passages:
        for match in reused.matches:
            assert match.share >= 0.4
            assert match.origin.issuer == "乙镇"
            for low, high in match.spans:
                assert reused.passage.start <= low < high <= reused.passage.end


def test_matches_stand_in_the_order_of_time() -> None:
    others = [report("丙镇", WORDING, year=year) for year in (2024, 2019, 2021)]
    result = found(WORDING, *others)
    assert [it.origin.year for it in result.passages[0].matches] == [2019, 2021, 2024]


def test_a_report_of_two_thousand_measures_is_bounded() -> None:
    measures = [WORDING.replace("36", str(number)) for number in range(2000)]
    result = reuse(report("甲镇", *measures), Loose([report("乙镇", *measures[:100])]), 20)
    assert len(result.passages) == 2000
    assert result.is_bounded
    assert all(len(it.matches) <= 10 for it in result.passages)


def test_of_nothing_everything_is_one_s_own() -> None:
    assert found("无", report("乙镇", "无")).shares.own == 1
    assert found("无", report("乙镇", "无")).passages == ()


def test_a_wording_with_one_telling_word_is_looked_up_by_its_other_words() -> None:
    one = "组织党员干部与妯娌调解员结对，按月走访重点人员，遇到矛盾先劝后调，季末在例会上交流做法"
    copied = one.replace("季末", "年底").replace("妯娌", "婆媳")
    ((match,),) = (it.matches for it in found(one, report("乙镇", copied)).passages)
    assert match.text == copied
