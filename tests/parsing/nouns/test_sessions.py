"""What bodies took up so often, and what of their work offices changed."""

from __future__ import annotations

import pytest
from placed import nouns_of


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        (
            "区委依法治区委员会专题研究执法改革有关事项3次",
            "区委依法治区委员会专题研究执法改革有关事项",
        ),
        (
            "州人民政府常务会议集体学习水法土地法等法律6次",
            "州人民政府常务会议集体学习水法土地法等法律",
        ),
        ("港区管理委员会主任办公会审议合同议题7次", "港区管理委员会主任办公会审议合同议题"),
        ("管委会主任办公会议研究部署渔港整治工作5次", "管委会主任办公会议研究部署渔港整治工作"),
        ("市林业局局务会讨论重大处罚决定11次", "市林业局局务会讨论重大处罚决定"),
        ("乡党委研究依法治乡事项8次", "乡党委研究依法治乡事项"),
        # Who called it is no part of it.
        ("镇长主持召开党政联席会议专题研究宅基地审批4次", "党政联席会议专题研究宅基地审批"),
        ("召开党委会研究普法工作4次", "党委会研究普法工作"),
    ],
)
def test_what_a_body_took_up_is_told_whole(sentence: str, noun: str) -> None:
    assert nouns_of(sentence) == [noun]


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("局党组理论学习中心组学习民法典4次", "学习民法典"),
        ("党委会研究普法议题9个", "研究普法议题"),
        ("常务会集体学法6次", "集体学法"),
    ],
)
def test_a_study_group_and_what_is_counted_itself_are_not(sentence: str, noun: str) -> None:
    (found,) = nouns_of(sentence)
    assert found.endswith(noun)


@pytest.mark.parametrize(
    "noun",
    [
        "简化企业开办环节",
        "规范部门检查频次",
        "压减企业注销材料",
        "归并企业上报事项",
        "整合中心服务窗口",
        "优化项目审批流程",
    ],
)
def test_what_was_changed_of_work_is_told_with_that(noun: str) -> None:
    assert nouns_of(f"{noun}7类") == [noun]
