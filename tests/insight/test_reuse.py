"""Where else a wording stands."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from handmade import Draft

from tuibrowser.insight.evidence import Loose
from tuibrowser.insight.reuse import Reuse, Scope, reuse
from tuibrowser.model.report import Report

WORDING = (
    "依托废弃粮站建起“晒谷场议事棚”，每逢农历初五由退休法官摆桌听讼，"
    "对田埂界址、灌渠用水之争当场丈量，次日把结论写上木牌公示，"
    "全年丈量田埂36处"
)


def report(issuer: str, *measures: str, year: int = 2023) -> Report:
    draft = Draft(issuer, year)
    for text in measures:
        draft.measure(text)
    # Each draft of one text has a name of its own.
    name = hashlib.sha256(f"{issuer}{year}{measures}".encode()).hexdigest()
    return replace(draft.report(), sha256=name)


def found(text: str, *others: Report, scope: Scope | None = None, units: int = 20) -> Reuse:
    asked = report("甲镇", text)
    return reuse(asked, [Loose(others)], units, Scope() if scope is None else scope)


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
    ],
    ids=["same subject", "names of rules", "words of a rule", "stock phrases"],
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


def test_the_unit_s_own_years_are_told_from_others() -> None:
    last = report("甲镇", WORDING, year=2022)
    result = found(WORDING, last)
    assert result.shares.last_year == 1
    assert len(result.passages[0].matches) == 1
    without = found(WORDING, last, scope=Scope(without_own=True))
    assert without.passages == ()
    assert without.shares == result.shares
    older = found(WORDING, report("甲镇", WORDING, year=2020))
    assert older.shares.own == 1


def test_matches_stand_in_the_order_of_time() -> None:
    others = [report("丙镇", WORDING, year=year) for year in (2024, 2019, 2021)]
    result = found(WORDING, *others)
    assert [it.origin.year for it in result.passages[0].matches] == [2019, 2021, 2024]


def test_a_report_of_two_thousand_measures_is_bounded() -> None:
    measures = [WORDING.replace("36", str(number)) for number in range(2000)]
    result = reuse(report("甲镇", *measures), [Loose([report("乙镇", *measures[:100])])], 20)
    assert len(result.passages) == 2000
    assert result.is_bounded
    assert all(len(it.matches) <= 10 for it in result.passages)


def test_of_nothing_everything_is_one_s_own() -> None:
    assert found("无", report("乙镇", "无")).shares.own == 1
    assert found("无", report("乙镇", "无")).passages == ()
