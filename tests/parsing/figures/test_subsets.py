"""Which numbers are some of a number before them though no list opens."""

import pytest
from placed import placed, roles

from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import place_figures
from tuibrowser.text.fold import squeeze


@pytest.mark.parametrize(
    ("sentence", "some"),
    [
        ("参评的14卷中3卷获奖。", ["3卷"]),
        ("上门求助的26起里当场劝和17起，另4起转交法庭。", ["17起"]),
        ("5台记录仪已有2台停用。", ["2台"]),
        ("在册律师31名，能用方言答疑的仅9名。", ["9名"]),
        ("回访群众80户，表示满意的有71户。", ["71户"]),
        ("排查险情37处，除2处需搬迁外均已排除。", ["2处"]),
        ("报送案卷6卷，1卷获评优秀。", ["1卷"]),
        ("交办建议18条，11条当年见效。", ["11条"]),
        ("化解纠纷90件，地界类占41件，涉及村民200人。", ["41件"]),
        ("已更换路灯114盏，剩余6盏待料。", ["6盏"]),
    ],
)
def test_some_are_parts_of_what_was_counted_before(sentence: str, some: list[str]) -> None:
    assert [text for text, role in roles(sentence).items() if role == "part"] == some


@pytest.mark.parametrize(
    "sentence",
    [
        "从40名党员中选聘网格员8名。",
        "为7所中小学选聘辅导员9名。",
        "部门制发的文件12件，乡镇制发的9件。",
        "检查企业30家，在检查中发现隐患12处。",
        "调解纠纷45起，涉案标的30万元。",
        "案件由16件降至今年的5件。",
        "人均听课52学时，高于规定的40学时。",
        "接访17批，6名律师到场。",
        "人大交办的19件已办18件，群众反映的7件、媒体曝光的2件全部办结。",
        "停用叉车14台，其余63台限期整改。",
        "年内销案31宗，尚在执行的7宗均已申请执行。",
    ],
)
def test_others_that_stand_so_are_none(sentence: str) -> None:
    assert "part" not in roles(sentence).values()


def test_several_may_be_of_one_whole() -> None:
    known = placed("回访群众90户，满意的64户、基本满意的21户，满意率94%。")
    assert [it.part_of for it in known.values()] == [None, 0, 0, None]


def test_what_is_left_is_of_a_whole_that_may_be_untold() -> None:
    known = placed("已更换路灯114盏，剩余6盏待料。")
    assert [it.part_of for it in known.values()] == [None, None]
    told = placed("查出险点9处，销号6处，剩余3处。")
    assert [it.part_of for it in told.values()][-1] == 0


@pytest.mark.parametrize(
    ("sentence", "parts_of"),
    [
        ("被诉8件，维持4件、驳回2件、责令履行1件、当事人撤回1件。", [None, 0, 0, 0, 0]),
        ("核查图斑57宗、138亩，经查，合法36宗、违法21宗。", [None, None, 0, 0]),
        ("回访70户，满意50户，满意率71%，一般20户。", [None, 0, None, 0]),
        ("应诉13件，负责人出庭13件，驳回9件、撤诉4件。", [None, None, 0, 0]),
        ("志愿者分别有21人、34人、8人，注册总人数63人。", [3, 3, 3, None]),
    ],
)
def test_members_that_make_a_whole_are_its_parts(sentence: str, parts_of: list[int | None]) -> None:
    shadow, offsets = squeeze(sentence)
    found = list(find_figures(shadow, "".join(sentence[it] for it in offsets), load().units))
    known = place_figures(shadow, found, load(), 2023, is_plan=False)
    assert [it.part_of for it in known] == parts_of
