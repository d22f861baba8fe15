"""What an act alone was done to: the right earlier number, or a thing that a clause names."""

from __future__ import annotations

import pytest
from placed import nouns_of


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("将家长里短等相邻矛盾化解在萌芽，成功调解56起", ["成功调解相邻矛盾"]),
        ("把规范性文件逐件过筛，凡适用期已过的一律清退，废止4件", ["废止规范性文件"]),
        ("对合同协议逐条把关，一年下来审了64份", ["审了合同协议"]),
        ("复议申请窗口设在综合办，信访件随到随办，去年办结4件", ["办结信访件"]),
        # What was set about is no kind of the thing.
        ("组织合同清查工作，退回修改9份", ["退回修改合同"]),
        ("强化纠纷调处，化解19件", ["化解纠纷"]),
        ("深化隐患排查，整改21处", ["整改隐患"]),
        ("抓实相邻纠纷排查，化解7起", ["化解相邻纠纷"]),
        ("紧盯劳动争议，化解8件", ["化解劳动争议"]),
        # A thing that a name is made of is none, nor is one that the act cannot be done to.
        ("矛盾调解室挂牌，移送2起", ["移送"]),
        ("规范文件管理，立案9件", ["立案"]),
    ],
)
def test_a_clause_without_a_number_names_the_thing(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("审议重大事项11件，法律顾问列席发表意见11次，否决1件", "否决审议重大事项"),
        ("否决项目2个，缓议3个", "缓议项目"),
        ("带回意见90条，转交办理80条", "转交办理意见"),
        ("开展合法性审核30份，退回修改6份", "退回修改"),
        ("收到复议申请90件，直接纠错3件", "直接纠错"),
        ("反馈程序类问题9个，举一反三自查问题7个，已整改15个", "整改问题"),
        ("赋予的90项处罚权中常年使用的只有20项，保留74项", "保留处罚权"),
        ("用于普法宣传的开支为9万元", "普法宣传开支"),
        ("收到各渠道信访事项48件，按期办结47件", "按期办结信访事项"),
    ],
)
def test_an_act_takes_the_thing_without_what_was_done_to_it_before(
    sentence: str, nouns: str
) -> None:
    assert nouns_of(sentence)[-1] == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        (
            "化解合同类纠纷22件、医疗损害类3件、山林权属类6件",
            ["化解合同类纠纷", "医疗损害类纠纷", "山林权属类纠纷"],
        ),
        ("修订应急预案95份，其中危化企业26份", ["修订应急预案", "危化企业应急预案"]),
        ("现有调解委员会30家，含乡镇7家、行业3家", None),
    ],
)
def test_a_class_and_an_owner_have_the_head_of_the_whole(
    sentence: str, nouns: list[str] | None
) -> None:
    wanted = nouns or ["调解委员会", "乡镇调解委员会", "行业调解委员会"]
    assert nouns_of(sentence) == wanted
