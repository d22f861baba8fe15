"""What is counted by what people did, and things that a clause tells which they are."""

from __future__ import annotations

import pytest
from placed import nouns_of


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("9人参加普法骨干结业考试，8人一次性通过", ["参加普法骨干结业考试", "通过考试"]),
        ("旁听庭审3次，60人次现场接受警示教育", ["旁听庭审", "接受警示教育"]),
        ("合格率96%，2人因超龄暂缓聘任", ["合格率", "暂缓聘任"]),
        ("除3人因公请假外全部到场", ["请假"]),
        ("教会70人使用报警装置", ["教会使用报警装置"]),
        ("帮助其中5人找到岗位、3人办理低保", ["帮助找到岗位", "帮助办理低保"]),
        ("通报曝光9人", ["通报曝光"]),
        ("下达指令书9份，5家被责令停业", ["指令书", "责令停业"]),
        ("大队在册协管人员中，18人已完成换装", ["在册协管人员"]),
    ],
)
def test_what_people_did_is_what_is_counted(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("78份经双方当面签字的调解协议书全部归档", ["调解协议书"]),
        ("对3起被上级机关撤销的征收补偿案件逐案倒查", ["征收补偿案件"]),
        ("9件涉及集体林地流转的村级事项均已公示", ["村级事项"]),
        ("把13名年轻民警派到村小任教", ["年轻民警"]),
        ("对5名未达标学员安排补考", ["未达标学员"]),
        # What became of them, in a few characters, whatever stands to the left.
        ("健全回访机制，对26件已办结的诉求逐一回访", ["诉求"]),
        ("强化错案追究，对4件被改判的案件追究责任", ["案件"]),
        ("推进积案清零，对9起久拖不决的土地纠纷包案化解", ["土地纠纷"]),
        ("规范评查工作，对11件经复议变更的处罚决定集中剖析", ["处罚决定"]),
        ("落实动态监测，31户因灾返贫的农户获得帮扶", ["农户"]),
        ("完善督办制度，对7件尚未答复的建议挂牌督办", ["建议"]),
        ("对7台在用电梯逐台检查", ["在用电梯"]),
        ("28名学员中年龄最大的60岁", ["学员"]),
        ("将90条企业需求清单变为满意清单", ["企业需求清单"]),
        ("学员从28个执法部门中遴选", ["执法部门"]),
        ("受理的70起事故赔偿纠纷中调解成功66起", ["事故赔偿纠纷", "调解成功事故赔偿纠纷"]),
        ("聘请9名家庭教育指导师", ["家庭教育指导师"]),
        ("承办的建议63件悉数办结", ["建议"]),
        ("7名残疾人上门办理手续", ["残疾人"]),
    ],
)
def test_a_thing_is_whole_and_without_the_clause_that_tells_which(
    sentence: str, nouns: list[str]
) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("对5个安置片区的法律顾问逐一走访", ["安置片区"]),
        ("指导11家企业完成备案", ["企业"]),
        ("12个行政村均有法治长廊", ["行政村"]),
        ("组织电工、焊工等岗位人员培训6期，90人取得操作证", ["岗位人员培训", "取得操作证"]),
    ],
)
def test_what_only_looks_like_such_a_clause(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("36名网格员中21名系党员", ["网格员", "网格员"]),
        ("全镇48名专职调解员中，有31名来自本村", ["专职调解员", "专职调解员"]),
        ("27名监督员中，9名为退休教师", ["监督员", "监督员"]),
        ("62名村干部中，已有40名完成学法任务", ["村干部", "村干部"]),
        ("20名审核人员中，12名取得法律职业资格", ["审核人员", "审核人员"]),
        # A licence and an exam make another number of them, and so does who else is named.
        ("36名执法人员中，33名持有执法证", ["执法人员", "持有执法证"]),
        ("36名村干部中，33名通过法律考试", ["村干部", "通过法律考试"]),
        ("40名受训人员中，9名村干部参加讨论", ["受训人员", "村干部"]),
    ],
)
def test_what_some_of_a_whole_are_like_makes_no_other_of_them(
    sentence: str, nouns: list[str]
) -> None:
    assert nouns_of(sentence) == nouns
