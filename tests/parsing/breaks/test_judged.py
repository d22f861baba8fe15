"""The second level of a page in one line whose headings lost their numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]

TITLE = (
    "青杨镇2023年法治政府建设工作报告县人民政府：2023年，青杨镇把各项工作放到法治轨道上推进，"
    "圆满完成年初任务。现将有关情况报告如下："
)
TAIL = "存在的问题网格员流动快，新人培训跟不上。下一步工作计划明年新聘网格员6名，逐月轮训。"

CHAPTERS = [
    [  # of one form
        ("关于依法决策方面", "林场流转等5项决策经过听证，合同全部送审。"),
        ("关于规范执法方面", "案卷逐本评查，优秀率九成。"),
        ("关于化解纠纷方面", "老支书驻点说和21场，当天办结18件。"),
    ],
    [  # points of the text below the heading are none
        ("法治学习常态化", "一是会前学法24次。二是旁听庭审2场。"),
        ("执法行为规范化", "一是配发记录仪16台。二是案卷逐本评查。"),
        ("普法宣传多样化", "山歌队走村串寨演出16场，听众三千人。"),
    ],
    [  # each a sentence with its stop
        ("决策程序更加规范。", "林场流转等5项决策经过听证，合同全部送审。老支书列席3次。"),
        ("服务效能明显提升。", "窗口延时办理213件，帮办老人46人次。材料压减三成。"),
    ],
]


@pytest.mark.parametrize("headed", CHAPTERS)
def test_headings_without_number_are_told_from_the_sentences_below(
    parsed: Parsed, headed: list[tuple[str, str]]
) -> None:
    texts = "".join(heading + text for heading, text in headed)
    report = parsed(f"{TITLE}主要工作情况{texts}{TAIL}")
    found = [section.title for section in report.sections if section.level == 2]
    assert found == [heading.rstrip("。") for heading, _ in headed]


def test_sentences_of_a_chapter_are_no_headings(parsed: Parsed) -> None:
    prose = (
        "镇党委全年研究法治议题6次，班子成员轮流领学。执法队办理案件31件，没有一件被撤销。"
        "司法所受理纠纷74件，其中当天办结52件。各村法律顾问坐班288次，修改合同19份。"
    )
    report = parsed(f"{TITLE}主要工作情况{prose}{TAIL}")
    assert [section.level for section in report.sections] == [1, 1, 1]
