"""Where a heading ends that nothing parts from its text, and how likely each place is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.model.report import Report
from tuibrowser.parsing.breaks.endings import endings
from tuibrowser.parsing.breaks.page_words import PageWords
from tuibrowser.parsing.breaks.seams import seams

Parsed = Callable[[str], Report]

LISTS = [
    [  # subject and predicate
        ("执法行为更加规范", "镇执法队案卷逐本评查，优秀率九成。各站所互查两轮。"),
        ("决策程序更加完善", "党委会议事规则重新修订，法律顾问列席会议9次。"),
        ("调解成功率稳步提高", "调解员李秀兰驻点办公，调处邻里纠纷45件。"),
    ],
    [  # 关于…方面
        ("关于行政执法方面", "执法队办理案件31件，无一被撤销。"),
        ("关于信访化解方面", "包案领导逐件约访，积案化解8件。"),
        ("关于政务公开方面", "公开栏更新52期，群众来信答复及时。"),
    ],
    [  # four characters
        ("阳光村务", "村级开支逐笔上墙，接受村民查询230次。"),
        ("护林防火", "全乡设卡9处，劝返携带火种人员17人。未发生火情。"),
        ("联户调解", "各组推选和事佬，小事当天说开。全年化解61件。"),
    ],
    [  # 在…上…
        ("在执法规范上求突破", "执法记录仪配发16台，案卷逐本评查。"),
        ("在普法宣传上下功夫", "宣讲队走进集市11场，发放折页4000份。"),
        ("在矛盾化解上见实效", "老党员调解室受理纠纷62件，办结59件。"),
    ],
]


@pytest.mark.parametrize("headed", LISTS)
@pytest.mark.parametrize("marker", ["（{}）", "{}、"])
def test_headings_of_one_list_end_where_their_texts_begin(
    parsed: Parsed, headed: list[tuple[str, str]], marker: str
) -> None:
    texts = "".join(
        marker.format(number) + heading + text
        for number, (heading, text) in zip("一二三", headed, strict=True)
    )
    top = "一、工作成效" if marker.startswith("（") else ""
    report = parsed(f"青杨镇2023年法治政府建设工作报告{top}{texts}特此报告。")
    found = [section.title for section in report.sections]
    assert found[len(found) - 3 :] == [heading for heading, _ in headed]


@pytest.mark.parametrize(
    ("part", "headed"),
    [
        (
            "存在的问题",  # says what is wanting before it ends
            [
                ("执法人员数量配备不足", "全队仅5人持证，夜间巡查排不开班。"),
                ("村级普法力量相对薄弱", "宣讲员平均年龄偏大，山区两村一年只去一次。"),
            ],
        ),
        (
            "主要做法",  # an act waits for its object
            [
                ("上下联动，着力规范执法行为", "案卷逐本评查，年度优秀率九成。"),
                ("左右协同，着力化解邻里纠纷", "包案干部逐户走访，积案办结8件。"),
            ],
        ),
    ],
)
def test_what_a_heading_must_say_is_said_before_it_ends(
    parsed: Parsed, part: str, headed: list[tuple[str, str]]
) -> None:
    texts = "".join(
        f"（{number}）{heading}{text}"
        for number, (heading, text) in zip("一二", headed, strict=True)
    )
    report = parsed(f"青杨镇2023年法治政府建设工作报告一、{part}{texts}特此报告。")
    assert [section.title for section in report.sections][1:] == [heading for heading, _ in headed]


def test_numbers_of_sentences_head_nothing_though_those_of_headings_do(parsed: Parsed) -> None:
    counted = (
        "1.召开专题会议5次，印发纪要5份。2.走访商户120家，收集意见33条。"
        "3.培训网格员80人，颁发证书76本。"
    )
    headed = (
        "1.执法监督情况县司法局评查案卷15本，优秀率九成。"
        "2.普法宣传情况宣讲队走进集市11场，发放折页4000份。"
        "3.纠纷化解情况老党员调解室受理纠纷62件，办结59件。"
    )
    title = "青杨镇2023年法治政府建设工作报告一、工作成效（一）做法"
    rest = "二、存在的不足执法力量偏弱。三、下一步打算加强培训，招录人员。"
    assert len(parsed(f"{title}{counted}{rest}").sections) == 4
    titles = [section.title for section in parsed(f"{title}{headed}{rest}").sections]
    assert titles[2:5] == ["执法监督情况", "普法宣传情况", "纠纷化解情况"]


@given(st.text("法治建设工作情况我镇、，。：《》“”（）12一是", min_size=1, max_size=80))
def test_shares_are_of_one_whole_and_places_part_nothing_that_belongs_together(text: str) -> None:
    words = text.translate(str.maketrans("，：（）“”", ',:()""'))
    found = endings(words, list(seams(words[:48], False, PageWords())), False)
    assert not found or sum(it.share for it in found) == pytest.approx(1)
    for it in found:
        assert 2 <= it.at < len(words)
        assert not (words[it.at - 1].isdigit() and words[it.at].isdigit())
        assert it.is_stop or words[: it.at].count(",") <= 2
