"""Names of offices, posts and places that look as if they ended sooner."""

from __future__ import annotations

import pytest
from placed import nouns_of


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("17家律师事务所入驻服务大厅", ["律师事务所"]),
        ("选派律师到4个商户自治委员会坐班", ["商户自治委员会"]),
        ("6个律师调解工作室化解纠纷", ["律师调解工作室"]),
        ("8个农民工维权站讨回欠薪", ["农民工维权站"]),
        ("11个村民议事会讨论分红方案", ["村民议事会"]),
        ("3支干部宣讲团走进院坝", ["干部宣讲团"]),
        ("指导13个村委会修订章程", ["村委会"]),
        ("帮助19个村（社区）党组织完善议事规则", ["村(社区)党组织"]),
        ("建立7个跨流域（区域）协作机制", ["跨流域(区域)协作机制"]),
        ("14名村（居）调解主任参加轮训", ["村(居)调解主任"]),
        ("对6个县（市、区）司法局进行评议", ["县(市、区)司法局"]),
    ],
)
def test_an_office_or_a_post_is_named_with_whom_it_serves(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("12个村修订村规", ["村"]),
        ("9个社区服务老人", ["社区"]),
        ("13名律师调解积案", ["律师"]),
        ("7名网格员巡查点位", ["网格员"]),
        ("4个镇研究会商机制", ["镇"]),
    ],
)
def test_a_deed_of_those_is_no_name(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("深入18个项目现场，答疑70次", ["项目现场", "答疑"]),
        ("到12个作业现场开展宣讲", ["作业现场"]),
        ("走进3个庭审现场", ["庭审现场"]),
        ("对7个工程现场进行抽测", ["工程现场"]),
        # Elsewhere it tells how something was done.
        ("6个部门现场办公", ["部门"]),
        ("12名学员现场答题", ["学员"]),
        ("5个项目现场开工", ["项目"]),
    ],
)
def test_the_place_where_something_happens_is_counted(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("约谈站（所）负责人3名", ["约谈站(所)负责人"]),
        ("轮训镇（街道）执法骨干26名", ["轮训镇(街道)执法骨干"]),
        ("考核科（室）主要负责人15名", ["考核科(室)主要负责人"]),
        ("供水所受理投诉9件", ["投诉"]),
    ],
)
def test_whose_head_is_counted_does_not_act(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns
