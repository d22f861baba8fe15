"""Which measures go on from one year to the next when they are said otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from benchmarks.evaluate import FIXTURES
from tuibrowser.compare.changes import align_years
from tuibrowser.lexicon.load import load
from tuibrowser.model.alignment import Alignment, Row
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.parse import parse


def parsed(year: int, measures: Iterable[str]) -> Report:
    lines = [f"柳溪镇人民政府{year}年法治政府建设年度报告", "一、主要举措和成效", *measures]
    return parse(Document("\n".join(lines), f"{year:064}", f"{year}.txt", "utf-8"), load())


def years_of(*years: Iterable[str]) -> Alignment:
    return align_years([parsed(2021 + at, measures) for at, measures in enumerate(years)])


def measured(alignment: Alignment) -> list[Row]:
    return [row for row in alignment.rows if any(row.changes)]


def said(alignment: Alignment, row: Row, number: int) -> list[str]:
    report = alignment.reports[number]
    passages = (report.passages[index] for index in row.cells[number].passages)
    return [report.slice(it) for it in passages if it.role == "measure"]


def test_years_written_for_this() -> None:
    right = total = 0
    for line in (FIXTURES / "year_lists.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        before, after = label["before"], label["after"]
        alignment = years_of(before, after)
        found = {
            ("".join(said(alignment, row, 0)), "".join(said(alignment, row, 1)), row.changes[1])
            for row in measured(alignment)
        }
        wanted = {
            ("" if old is None else before[old], "" if new is None else after[new], change)
            for new, old, change in label["classes"]
        }
        right += len(wanted & found)
        total += len(wanted)
    assert right >= 0.94 * total


KEPT = ("一是每月公布村级财务收支。", "二是落实合同台账管理。", "三是镇长接待来访群众。")
ADVISER = "聘请执业律师三名列席镇长办公会把关合同。"
CLINIC = "在陶瓷园区开设法律夜门诊服务夜班工人。"
BOTH = "聘请执业律师三名列席镇长办公会把关合同；在陶瓷园区开设法律夜门诊服务夜班工人。"


def test_two_measures_that_became_one_stand_in_its_row_and_are_not_said_to_be_gone() -> None:
    alignment = years_of((*KEPT, f"四是{ADVISER}", f"五是{CLINIC}"), (*KEPT, f"四是{BOTH}"))
    assert [row.changes[1] for row in measured(alignment)] == [
        *("kept", "kept", "kept"),
        "kept",
    ]
    last = measured(alignment)[-1]
    assert said(alignment, last, 0) == [f"四是{ADVISER}", f"五是{CLINIC}"]
    assert [strength for _, strength in last.cells[0].attached] == ["likely"]


def test_one_measure_that_became_two_has_both_in_its_row() -> None:
    alignment = years_of((*KEPT, f"四是{BOTH}"), (*KEPT, f"四是{ADVISER}", f"五是{CLINIC}"))
    assert "new" not in [row.changes[1] for row in measured(alignment)]
    last = measured(alignment)[-1]
    assert (last.changes[1], len(said(alignment, last, 1))) == ("kept", 2)


PATROL = "护林员每天骑车巡山，登记上山人员。"
BANS = "清明前后在各山口设卡收缴火种。"
PATROL_AND_BANS = "山口设卡与骑车巡山并举，火种一律集中保管，护林员轮班。"


def test_measures_that_became_one_in_other_words_stand_in_its_row() -> None:
    for years in ((PATROL, BANS), (PATROL_AND_BANS,)), ((PATROL_AND_BANS,), (PATROL, BANS)):
        alignment = years_of(*((*KEPT, *year) for year in years))
        assert [row.changes[1] for row in measured(alignment)] == [*["kept"] * 3, "reworded"]
        counts = [len(said(alignment, measured(alignment)[-1], number)) for number in (0, 1)]
        assert sorted(counts) == [1, 2]


def test_what_both_measures_of_a_row_say_makes_no_third_one_a_part() -> None:
    """水库 is in both years' row, so it is no sign that another measure went into it."""
    alignment = years_of(
        (*KEPT, "水库管理所汛期二十四小时值守。", "给水库管理所送去救生衣三十件。"),
        (*KEPT, "水库管理所汛期二十四小时值守，泄洪前鸣笛通知下游。"),
    )
    assert [row.changes[1] for row in measured(alignment)].count("dropped") == 1


def test_a_sentence_said_twice_and_then_once_is_gone_once() -> None:
    alignment = years_of((*KEPT, f"四是{CLINIC}", f"五是{CLINIC}"), (*KEPT, f"四是{CLINIC}"))
    assert [row.changes[1] for row in measured(alignment)].count("dropped") == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("开展河道采砂专项整治9次。", "开展校园周边专项整治6次。"),
        ("组织护林员培训3期。", "组织网格员培训5期。"),
        ("修订印章管理办法。", "修订公车管理办法。"),
    ],
)
def test_the_same_done_to_another_thing_is_another_measure(old: str, new: str) -> None:
    alignment = years_of((*KEPT, f"四是{old}"), (*KEPT, f"四是{new}"))
    found = [row.changes[1] for row in measured(alignment)]
    assert sorted(map(str, found)) == ["dropped", "kept", "kept", "kept", "new"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("依法办理行政处罚案件3件。", "依法审结行政处罚案件5件。"),
        ("召开党委会研究法治建设三次。", "召开专题会研究法治建设五次。"),
    ],
)
def test_the_same_thing_with_another_word_for_the_act_is_the_same_measure(
    old: str, new: str
) -> None:
    alignment = years_of((*KEPT, f"四是{old}"), (*KEPT, f"四是{new}"))
    assert [row.changes[1] for row in measured(alignment)][-1] == "reworded"


TEACHERS = "聘请退休教师担任普法讲解员。"
TEACHERS_IN_OTHER_WORDS = "退休老教师入户讲法，听众三百人。"


def test_the_rest_of_a_year_that_goes_on_needs_less_in_common() -> None:
    old, new = f"四是{TEACHERS}", f"四是{TEACHERS_IN_OTHER_WORDS}"
    others = ("一是植树造林八百亩。", "二是举办龙舟赛。", "三是修建水渠。")
    apart = ("一是推广稻田养鱼。", "二是评选文明家庭。", "三是改造老旧路灯。")
    goes_on = years_of((*KEPT, old), (*KEPT, new))
    assert measured(goes_on)[-1].changes[1] == "reworded"
    rewritten = years_of((*others, old), (*apart, new))
    (row,) = [row for row in rewritten.rows if new in said(rewritten, row, 1)]
    assert row.changes[1] == "new"
    perhaps = row.perhaps[1]
    assert perhaps is not None
    assert perhaps.text == old == rewritten.reports[0].text[perhaps.start : perhaps.end]


MUCH_KEPT = (*KEPT, "四是开放普法书屋。", "五是公示低保名单。")


def test_of_a_year_that_nearly_all_goes_on_the_rest_does_in_quite_other_words() -> None:
    alignment = years_of((*MUCH_KEPT, TEACHERS), (*MUCH_KEPT, TEACHERS_IN_OTHER_WORDS))
    assert [row.changes[1] for row in measured(alignment)] == [*["kept"] * 5, "reworded"]
    assert measured(alignment)[-1].strength == "possible"
    alone = years_of((TEACHERS,), (TEACHERS_IN_OTHER_WORDS,))
    assert "reworded" not in [row.changes[1] for row in measured(alone)]


def test_what_nothing_was_like_has_nothing_it_may_go_on_from() -> None:
    alignment = years_of(KEPT, (*KEPT, f"四是{CLINIC}"))
    assert [row.perhaps for row in measured(alignment) if "new" in row.changes] == [()]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "设立护河举报热线。",
            "护河举报热线有专人接听，全年核实线索46条，兑现奖励1.8万元，移送非法采砂案2起。",
        ),
        (
            "试行校车驾驶人季度体检。",
            "校车驾驶人体检由季度改为每月，并与乡卫生院签订协议，劝退不宜驾驶的3人。",
        ),
    ],
)
def test_what_grew_by_clauses_goes_on(before: str, after: str) -> None:
    others = ["聘请律师审查合同36份。", "调解土地纠纷12件。"]
    alignment = years_of([before, *others], [*others, after])
    assert [row.changes[1] for row in measured(alignment) if row.changes[1] != "kept"] == [
        "reworded"
    ]


def test_what_shares_a_frame_alone_does_not_go_on_however_long_it_is() -> None:
    before = "设立护河举报热线。"
    after = "设立乡贤参事会，议定修路、引水、办学等大事9件，筹集善款40万元，群众拍手称快。"
    others = ["聘请律师审查合同36份。", "调解土地纠纷12件。"]
    alignment = years_of([before, *others], [*others, after])
    found = {row.changes[1] for row in measured(alignment)}
    assert found == {"kept", "new", "dropped"}


def test_what_has_no_words_in_common_does_not_go_on() -> None:
    """However much else of the year does, and both are on what officials have to do."""
    stays = [
        "全年组织宪法宣传周活动12场次，发放宣传资料3000份。",
        "镇人民调解委员会排查化解矛盾纠纷86件。",
        "对全镇重大行政决策事项开展合法性审查15件。",
    ]
    alignment = years_of(
        [*stays, "新进人员任职前安排法律知识测试，未通过的暂缓定岗。"],
        [
            *stays,
            "推行涉企检查备案制，执法队伍进企业须提前登记事由、时限和人员，"
            "全年涉企检查由上年的210次压减到132次。",
        ],
    )
    changes = [row.changes for row in measured(alignment)]
    assert [it[1] for it in changes].count("kept") == len(stays)
    assert {"new", "dropped"} <= {it[1] for it in changes}
