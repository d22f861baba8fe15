from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]
TITLE = "柳溪镇2023年法治政府建设情况报告\n\n2023年，柳溪镇坚持依法行政，现将情况报告如下：\n"
TEXT = "镇党委、政府认真谋划部署，建立台账，逐项抓好落实，取得较好成效，群众满意度不断提高。\n"


def _outline(report: Report) -> list[tuple[int, str | None, str, str | None]]:
    return [(s.level, s.marker, s.title, s.kind) for s in report.sections]


def test_four_levels_and_run_in_headings(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}第一部分 主要举措和成效\n（一）规范执法。{TEXT}"
        f"1.严格程序。{TEXT}（1）统一文书\n{TEXT}"
        f"第二部分 其他需要报告的情况\n无。"
    )
    assert _outline(report) == [
        (1, "第一部分", "主要举措和成效", "measures_results"),
        (2, "（一）", "规范执法", "measures_results"),
        (3, "1.", "严格程序", "measures_results"),
        (4, "（1）", "统一文书", "measures_results"),
        (1, "第二部分", "其他需要报告的情况", "other"),
    ]
    assert report.section_states["other"] == "stated_none"
    assert report.slice(report.sections[1]) == "（一）规范执法。"


def test_a_marker_with_a_comma_before_next_years_number(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一，主要举措和成效\n（一）规范执法。{TEXT}二，存在的不足\n{TEXT}三，2024年工作安排\n{TEXT}"
    )
    assert _outline(report) == [
        (1, "一，", "主要举措和成效", "measures_results"),
        (2, "（一）", "规范执法", "measures_results"),
        (1, "二，", "存在的不足", "shortcomings"),
        (1, "三，", "2024年工作安排", "next_plan"),
    ]


def test_headings_that_lost_their_markers(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}主要举措和成效\n（一）强化组织领导，压实工作责任\n{TEXT}拓宽普法渠道，营造法治氛围\n{TEXT}"
        f"存在的不足和原因\n一是队伍薄弱。\n下一步工作打算\n一要抓好培训。\n"
    )
    assert _outline(report) == [
        (1, None, "主要举措和成效", "measures_results"),
        (2, "（一）", "强化组织领导，压实工作责任", "measures_results"),
        (2, None, "拓宽普法渠道，营造法治氛围", "measures_results"),
        (1, None, "存在的不足和原因", "shortcomings"),
        (1, None, "下一步工作打算", "next_plan"),
    ]


@pytest.mark.parametrize("marker", ["一)", "(一", "(一)、", "（一）"])
def test_broken_brackets(parsed: Parsed, marker: str) -> None:
    report = parsed(
        f"{TITLE}一、工作情况\n{marker}规范行政执法行为\n{TEXT}二、存在问题\n一是力量不足。"
    )
    assert [s.level for s in report.sections] == [1, 2, 1]
    assert report.sections[1].title == "规范行政执法行为"


def test_a_part_whose_number_lost_its_sign(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一主要举措和成效\n（一）规范执法。{TEXT}二存在的不足\n{TEXT}一村一品也在培育。\n"
        f"三2024年工作安排\n{TEXT}"
    )
    assert [(it.level, it.marker, it.title) for it in report.sections] == [
        (1, "一", "主要举措和成效"),
        (2, "（一）", "规范执法"),
        (1, "二", "存在的不足"),
        (1, "三", "2024年工作安排"),
    ]


def test_one_number_among_others_lost_its_sign(parsed: Parsed) -> None:
    report = parsed(f"{TITLE}一、主要举措和成效\n{TEXT}二存在的不足\n{TEXT}三、工作安排\n{TEXT}")
    assert [it.title for it in report.sections] == ["主要举措和成效", "存在的不足", "工作安排"]
    report = parsed(f"{TITLE}1主要举措和成效\n{TEXT}2存在的不足\n{TEXT}3个村没有阵地。\n")
    assert [it.title for it in report.sections] == ["主要举措和成效", "存在的不足"]


def test_nothing_may_be_said_in_brackets_behind_a_heading(parsed: Parsed) -> None:
    report = parsed(f"{TITLE}一、主要举措和成效\n{TEXT}二、其他需要报告的情况（无）\n")
    assert report.section_states["other"] == "stated_none"
    assert report.sections[-1].title == "其他需要报告的情况"


def test_a_number_without_its_dot_between_others(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一、工作情况\n1.规范执法行为。{TEXT}2优化政务服务。{TEXT}3 、加强普法宣传。{TEXT}"
    )
    titles = [s.title for s in report.sections[1:]]
    assert titles == ["规范执法行为", "优化政务服务", "加强普法宣传"]


def test_a_document_number_and_a_numbered_sentence_are_no_headings(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一、工作情况\n〔2023〕3号文件印发后，各村抓好落实。\n1.发放资料300份，受众500人。\n2.开展讲座4场，满意率98%。\n"
    )
    assert [s.title for s in report.sections] == ["工作情况"]
    assert [len(report.figures), len(report.measures)] == [4, 3]


def test_one_style_at_two_levels(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一、2023年主要举措和成效\n一、强化责任，夯实基础\n{TEXT}二、规范执法，服务群众\n{TEXT}"
        f"二、存在的问题\n一是力量不足。\n三、下一步工作计划\n一是加强培训。"
    )
    assert [(s.level, s.kind) for s in report.sections] == [
        (1, "measures_results"), (2, "measures_results"), (2, "measures_results"),
        (1, "shortcomings"), (1, "next_plan"),
    ]  # fmt: skip


def test_themes_at_first_level_belong_to_measures_by_position(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一、强化政治引领，压实责任\n{TEXT}二、规范执法行为，服务群众\n{TEXT}三、存在的问题\n一是力量不足。"
    )
    assert [s.kind for s in report.sections] == ["measures_results"] * 2 + ["shortcomings"]
    assert report.section_states["measures_results"] == "own"


def test_leaders_duty_inside_another_section(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一、主要举措和成效\n（一）党政主要负责人履行推进法治建设第一责任人职责情况\n{TEXT}（二）规范执法\n{TEXT}"
    )
    assert [s.kind for s in report.sections] == [
        "measures_results",
        "leader_duty",
        "measures_results",
    ]
    assert report.section_states["leader_duty"] == "inside"
    assert report.section_states["shortcomings"] == "none"


def test_a_joint_section_takes_its_kinds_from_its_parts(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一、主要做法\n{TEXT}二、存在的问题及下步打算\n（一）存在的问题\n一是力量不足。\n（二）下步打算\n一是加强培训。"
    )
    assert [s.kind for s in report.sections[1:]] == ["shortcomings", "shortcomings", "next_plan"]
    assert report.section_states["next_plan"] == report.section_states["shortcomings"] == "own"


def test_a_joint_section_without_parts_turns_where_the_plan_begins(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一、主要做法\n{TEXT}二、存在问题及下一步打算\n力量不足，办法不多，效果不好。\n下一步，我镇将加强培训，充实队伍。"
    )
    kinds = [p.kind for p in report.measures][-2:]
    assert kinds == ["shortcomings", "next_plan"]


def test_without_headings_nothing_is_said_of_what_is_missing(parsed: Parsed) -> None:
    report = parsed(TITLE + TEXT * 3)
    assert set(report.section_states.values()) == {"unclear"}


def test_a_page_that_is_one_line(parsed: Parsed) -> None:
    page = (
        TITLE
        + f"一、主要举措和成效\n（一）加强领导\n{TEXT * 6}（二）规范执法\n{TEXT * 6}"
        + "二、存在的不足\n一是力量不足。"
    )
    report = parsed(" ".join(page.split()))
    assert [s.title for s in report.sections] == [
        "主要举措和成效",
        "加强领导",
        "规范执法",
        "存在的不足",
    ]
    assert report.title == "柳溪镇2023年法治政府建设情况报告"


@pytest.mark.parametrize(
    "title", ["党政主要负责人推进法治建设情况", "主要负责人抓法治政府建设工作情况"]
)
def test_what_the_leader_did_for_the_rule_of_law_is_the_leaders_duty(
    parsed: Parsed, title: str
) -> None:
    report = parsed(f"{TITLE}一、主要举措和成效\n{TEXT}二、{title}\n镇长听取汇报4次。\n")
    assert [section.kind for section in report.sections] == ["measures_results", "leader_duty"]


def _titles(report: Report) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section in report.sections]


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        pytest.param(
            "一、主要做法\n● 规范执法\n{}● 宣传法律\n{}二、存在的不足\n{}",
            [(1, "主要做法"), (2, "规范执法"), (2, "宣传法律"), (1, "存在的不足")],
            id="a sign in place of a number",
        ),
        pytest.param(
            "一、主要做法\n【规范执法】{}【宣传法律】{}二、存在的不足\n{}",
            [(1, "主要做法"), (2, "规范执法"), (2, "宣传法律"), (1, "存在的不足")],
            id="names in boxes open paragraphs",
        ),
        pytest.param(
            "第一章 主要做法\n第一节 规范执法\n{}第二节 宣传法律\n{}第二章 存在的不足\n{}",
            [(1, "主要做法"), (2, "规范执法"), (2, "宣传法律"), (1, "存在的不足")],
            id="chapters and sections",
        ),
        pytest.param(
            "甲、主要做法\n{}乙、存在的不足\n{}丙、下步打算\n{}",
            [(1, "主要做法"), (1, "存在的不足"), (1, "下步打算")],
            id="heavenly stems",
        ),
        pytest.param(
            "2023年工作总结\n一、规范执法\n{}二、宣传法律\n{}2024年工作计划\n一、抓培训\n{}",
            [(1, "2023年工作总结"), (2, "规范执法"), (2, "宣传法律"), (1, "2024年工作计划"),
             (2, "抓培训")],
            id="parts without number above 一、",
        ),
        pytest.param(
            "一、主要做法\n（一）谁来抓？压实各级责任\n{}（二）推进改革（牵头部门：司法所）\n{}",
            [(1, "主要做法"), (2, "谁来抓？压实各级责任"), (2, "推进改革（牵头部门：司法所）")],
            id="a question, a remark with a colon",
        ),
        pytest.param(
            "一、主要做法\n（一）坚持综合施策，优化营商\n环境\n{}（二）规范执法\n{}",
            [(1, "主要做法"), (2, "坚持综合施策，优化营商环境"), (2, "规范执法")],
            id="a last word on a line of its own",
        ),
        pytest.param(
            "一、主要做法\n（一）调解优先\n小事不出村\n大事不出镇\n{}（二）规范执法\n{}",
            [(1, "主要做法"), (2, "调解优先"), (2, "规范执法")],
            id="slogans are no headings",
        ),
        pytest.param(
            "一、主要做法（一）规范执法。{}（二）宣传法律。{}二、存在的不足：（一）人手紧缺。{}",
            [(1, "主要做法"), (2, "规范执法"), (2, "宣传法律"), (1, "存在的不足"), (2, "人手紧缺")],
            id="two headings on one line",
        ),
        pytest.param(
            "主要做法\n规范执法，统一文书\n{}存在的不足，原因分析\n{}",
            [(1, "主要做法"), (2, "规范执法，统一文书"), (1, "存在的不足，原因分析")],
            id="a required item and a second clause",
        ),
        pytest.param(
            "第二部分 主要做法 一、规范执法（一）统一文书。{}",
            [(1, "主要做法"), (2, "规范执法"), (3, "统一文书")],
            id="three headings on one line",
        ),
        pytest.param(
            "项目\t内容\n主要做法\n{}存在的不足\n{}",
            [(1, "主要做法"), (1, "存在的不足")],
            id="the head of a table of prose",
        ),
    ],
)  # fmt: skip
def test_forms_of_outlines(parsed: Parsed, lines: str, headings: list[tuple[int, str]]) -> None:
    assert _titles(parsed(TITLE + lines.replace("{}", TEXT))) == headings


@pytest.mark.parametrize("sign", ["—", "——", "–", "◆"])
def test_a_sign_in_place_of_a_number_is_the_marker(parsed: Parsed, sign: str) -> None:
    report = parsed(f"{TITLE}一、主要做法\n{sign}规范执法\n{TEXT}{sign}深化普法\n{TEXT}")
    assert [it[:3] for it in _outline(report)] == [
        (1, "一、", "主要做法"), (2, sign, "规范执法"), (2, sign, "深化普法"),
    ]  # fmt: skip


def test_brackets_around_headings_are_of_no_title(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}【主要举措和成效】\n【规范执法】{TEXT}【深化普法】\n{TEXT}【存在的不足】\n{TEXT}"
    )
    assert [(level, title) for level, _, title, _ in _outline(report)] == [
        (1, "主要举措和成效"), (2, "规范执法"), (2, "深化普法"), (1, "存在的不足"),
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["存在的问题：", "存在的主要问题和不足:"])
def test_a_colon_ends_a_heading_where_none_is_numbered(parsed: Parsed, heading: str) -> None:
    report = parsed(f"{TITLE}主要举措和成效：\n{TEXT}{heading}\n{TEXT}下一步工作安排：\n{TEXT}")
    assert [section.kind for section in report.sections] == [
        "measures_results", "shortcomings", "next_plan",
    ]  # fmt: skip


@pytest.mark.parametrize("announced", ["主要做法：", "工作成效:", "存在的问题："])
def test_what_announces_a_list_below_numbers_is_no_part(parsed: Parsed, announced: str) -> None:
    report = parsed(
        f"{TITLE}一、主要举措\n（一）规范执法\n{announced}\n1.开展检查12次。\n2.评查案卷9件。\n"
        f"（二）深化普法\n{TEXT}"
    )
    assert [it[:3] for it in _outline(report)] == [
        (1, "一、", "主要举措"), (2, "（一）", "规范执法"), (2, "（二）", "深化普法"),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", ""])
def test_dots_end_sentences_where_no_stop_does(parsed: Parsed, end: str) -> None:
    report = parsed(
        f"柳溪镇2023年法治政府建设情况报告{end}2023年,柳溪镇坚持依法行政,现将情况报告如下.{end}"
        f"一.主要举措{end}(一).规范执法.评查案卷9件.投入3.5万元.{end}"
        f"(二).深化普法.办讲座8场.{end}二.存在的不足{end}(一).人手不足.仅有2名.{end}"
    )
    assert [(it[0], it[2]) for it in _outline(report)] == [
        (1, "主要举措"), (2, "规范执法"), (2, "深化普法"), (1, "存在的不足"), (2, "人手不足"),
    ]  # fmt: skip
    assert [figure.value for figure in report.figures] == [9, 35_000, 8, 2]


def test_an_attachment_below_the_signature_is_no_part(parsed: Parsed) -> None:
    body = f"一、主要做法\n{TEXT}二、存在的不足\n{TEXT}三、下步打算\n{TEXT}"
    tail = (
        f"柳溪镇人民政府\n2024年1月5日\n附件\n普法责任清单\n一、综治中心\n{TEXT}二、农业办\n{TEXT}"
    )
    report = parsed(TITLE + body + tail * 1)
    assert _titles(report) == [(1, "主要做法"), (1, "存在的不足"), (1, "下步打算")]
    assert report.date == "2024-01-05"


def test_a_report_attached_to_a_covering_letter_is_read(parsed: Parsed) -> None:
    letter = "现将报告随函报送。\n柳溪镇人民政府\n2024年1月5日\n附件：报告全文\n"
    report = parsed(f"{letter}{TITLE}一、主要做法\n{TEXT}二、存在的不足\n{TEXT}")
    assert _titles(report) == [(1, "主要做法"), (1, "存在的不足")]


_BROKEN = [
    "全面落实第一责任人职责",
    "健全重大行政决策合法性审查机制",
    "拓宽普法渠道，营造守法氛围",
    "深化“放管服”改革",
]


@pytest.mark.parametrize("heading", _BROKEN)
def test_a_heading_is_whole_wherever_a_line_end_broke_it(parsed: Parsed, heading: str) -> None:
    for at in range(2, len(heading) - 1):
        lines = f"一、主要做法\n（一）{heading[:at]}\n{heading[at:]}\n{TEXT}（二）宣传法律\n{TEXT}"
        found = _titles(parsed(f"{TITLE}{lines}二、存在的不足\n{TEXT}"))
        assert found == [(1, "主要做法"), (2, heading), (2, "宣传法律"), (1, "存在的不足")]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("一、主要做法\n加强组织领导\n{}规范执法行为\n{}",
         ["主要做法", "加强组织领导", "规范执法行为"]),
        ("一、主要做法\n（一）规范执法\n完善清单\n{}统一文书\n{}",
         ["主要做法", "规范执法", "完善清单", "统一文书"]),
        ("一、存在的问题\n执法力量薄弱\n{}", ["存在的问题", "执法力量薄弱"]),
    ],
)  # fmt: skip
def test_a_heading_below_a_heading_stays_its_own(
    parsed: Parsed, lines: str, titles: list[str]
) -> None:
    assert [title for _, title in _titles(parsed(TITLE + lines.replace("{}", TEXT)))] == titles


@pytest.mark.parametrize(
    "lines",
    [
        "1.调整充实领导小组。\n2.制定年度要点。\n3.召开推进会议。",
        "（1）健全议事规则；\n（2）完善公示制度；\n（3）落实记录制度。",
        "一年来主要做了以下几方面工作\n" + TEXT,
        "重点抓了几个方面\n" + TEXT,
        f"{TEXT}行政处罚 12\n行政检查 240",
        f"{TEXT}图为调解员入户走访",
        "——坚持以学促干。全年学法12次，旁听庭审2次。\n——坚持以查促改。检查企业40家。",
    ],
)
def test_what_heads_nothing_is_no_heading(parsed: Parsed, lines: str) -> None:
    report = parsed(f"{TITLE}一、主要做法\n{lines}\n二、存在的不足\n{TEXT}")
    assert _titles(report) == [(1, "主要做法"), (1, "存在的不足")]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("正视差距，查找薄弱环节", "shortcomings"),
        ("检视问题，剖析原因", "shortcomings"),
        ("短板弱项", "shortcomings"),
        ("谋划来年，明确主攻方向", "next_plan"),
        ("明年怎么干", "next_plan"),
        ("工作展望", "next_plan"),
        ("2024年重点任务", "next_plan"),
        ("补齐民生短板，提升服务水平", "measures_results"),
    ],
)
def test_parts_named_in_other_words(parsed: Parsed, title: str, kind: str) -> None:
    report = parsed(f"{TITLE}一、强化领导\n{TEXT}二、{title}\n{TEXT}")
    assert report.sections[1].kind == kind


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        pytest.param(
            "主要做法\n规范执法。{}宣传法律。{}存在的不足\n人手少。\n下步打算\n新招2人。",
            [(1, "主要做法"), (2, "规范执法"), (2, "宣传法律"), (1, "存在的不足"), (1, "下步打算")],
            id="text shorter than the heading of its part",
        ),
        pytest.param(
            "主要做法\n（一）规范执法\n{}其他情况\n无\n",
            [(1, "主要做法"), (2, "规范执法"), (1, "其他情况")],
            id="nothing to report",
        ),
        pytest.param(
            "主要做法\n1.全镇聘请法律顾问32名。\n2.开展宣讲28场，发放读本400册。\n存在的不足\n{}",
            [(1, "主要做法"), (1, "存在的不足")],
            id="a part without number below points",
        ),
        pytest.param(
            "主要做法\n规范执法。{}主要负责人履行推进法治建设第一责任人职责情况。{}存在的不足\n{}",
            [(1, "主要做法"), (2, "规范执法"),
             (2, "主要负责人履行推进法治建设第一责任人职责情况"), (1, "存在的不足")],
            id="a part that opens its paragraph among its likes",
        ),
        pytest.param(
            "主要举措和成效。{}存在的不足和原因。{}下一年度主要安排。{}其他需要报告的情况。无。",
            [(1, "主要举措和成效"), (1, "存在的不足和原因"), (1, "下一年度主要安排"),
             (1, "其他需要报告的情况")],
            id="every part opens its paragraph",
        ),
        pytest.param(
            "主要做法\n严格执法 {}宣传法律 {}存在的不足 {}其他需要报告的情况：无",
            [(1, "主要做法"), (2, "严格执法"), (2, "宣传法律"), (1, "存在的不足"),
             (1, "其他需要报告的情况")],
            id="white space or a colon parts headings from text",
        ),
        pytest.param(
            "主要做法\n建强堡垒。{}全年议事4次。\n印发清单，逐条对账。\n管好阵地。{}"
            "新设讲堂2处。\n存在的不足\n{}",
            [(1, "主要做法"), (2, "建强堡垒"), (2, "管好阵地"), (1, "存在的不足")],
            id="labels of one length open some of the paragraphs",
        ),
        pytest.param(
            "主要做法\n让调解更贴心。\n1.建强队伍。{}2.健全机制。{}让执法更规范。\n"
            "1.亮明身份。{}2.规范文书。{}存在的不足\n{}",
            [(1, "主要做法"), (2, "让调解更贴心"), (3, "建强队伍"), (3, "健全机制"),
             (2, "让执法更规范"), (3, "亮明身份"), (3, "规范文书"), (1, "存在的不足")],
            id="a sentence above a list heads it",
        ),
        pytest.param(
            "主要做法\n坚持以服务为先，持续优化群众办\n事环境\n{}"
            "谁来管？压实各级责任\n{}推行联审（牵头单位：便民中心）\n{}存在的不足\n{}",
            [(1, "主要做法"), (2, "坚持以服务为先，持续优化群众办事环境"),
             (2, "谁来管？压实各级责任"), (2, "推行联审（牵头单位：便民中心）"), (1, "存在的不足")],
            id="a broken heading, a question, a remark with a colon",
        ),
        pytest.param(
            "主要做法\n{}存在的不足\n镇域房屋登记积压较多，群众意见集中。\n"
            "巡查车辆较为老旧，山区难以到达。\n下步打算\n设立专窗，限期办结。\n印制文书，专人指导。\n"
            "合用车辆，排班巡查。",
            [(1, "主要做法"), (1, "存在的不足"), (1, "下步打算")],
            id="sentences on lines of their own are text",
        ),
    ],
)  # fmt: skip
def test_outlines_that_lost_their_numbers(
    parsed: Parsed, lines: str, headings: list[tuple[int, str]]
) -> None:
    assert _titles(parsed(TITLE + lines.replace("{}", TEXT))) == headings


@pytest.mark.parametrize(
    "sentence",
    ["1.全年检查240次。发现隐患52处。", "（一）我镇成立了领导小组。全年召开会议4次。"],
)
def test_a_first_sentence_that_tells_is_no_heading(parsed: Parsed, sentence: str) -> None:
    report = parsed(f"{TITLE}一、主要做法\n{sentence}\n{TEXT}二、存在的不足\n{TEXT}")
    assert _titles(report) == [(1, "主要做法"), (1, "存在的不足")]


@pytest.mark.parametrize(
    "sentence", ["雨山分局认真履职。", "新区管理委员会（以下简称“管委会”）落实各项要求。"]
)
def test_a_sentence_above_the_first_part_is_no_heading(parsed: Parsed, sentence: str) -> None:
    report = parsed(f"{TITLE}{sentence}\n一、主要做法\n{TEXT}二、存在的不足\n{TEXT}")
    assert _titles(report) == [(1, "主要做法"), (1, "存在的不足")]


_ITEMS = [
    "推进法治政府建设的主要举措和成效",
    "推进法治政府建设存在的不足和原因",
    "党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
    "2024年度推进法治政府建设的主要安排",
    "其他需要报告的情况",
]


@pytest.mark.parametrize("markers", [["一、", "二、", "三、", "四、", "五、"], [""] * 5])
@pytest.mark.parametrize("end", ["\n", "的\n", "和\n"])
def test_the_items_as_the_rules_word_them(parsed: Parsed, markers: list[str], end: str) -> None:
    lines = [
        f"{marker}{title.replace(end.strip(), end, 1) if end.strip() else title}\n{TEXT}"
        for marker, title in zip(markers, _ITEMS, strict=True)
    ]
    assert _titles(parsed(TITLE + "".join(lines))) == [(1, title) for title in _ITEMS]


@pytest.mark.parametrize(
    "below", ["二、存在的不足\n人手少。\n", "（二）政务公开\n公开信息30条。\n"]
)
@pytest.mark.parametrize("head", ["一、主要工作\n", "一、主要工作\n（一）依法行政\n"])
def test_a_list_of_sentences_of_two_clauses_has_no_headings(
    parsed: Parsed, head: str, below: str
) -> None:
    """One measure a line, each as long as the next: 一 and （一） rule all of them."""
    listed = [
        "组建调解小分队，上门化解邻里纠纷。",
        "印制普法小折页，赶集时向群众发放。",
        "推行柔性执法，轻微违法先行教育劝导。",
        "聘请退休法官，每周在村部坐班一天。",
        "统一执法文书，案卷逐件归档。",
    ]
    report = parsed(f"{TITLE}{head}" + "\n".join(listed) + f"\n{below}")
    done = [report.slice(it) for it in report.measures if it.kind == "measures_results"]
    assert done[: len(listed)] == listed
    assert not {it.title + "。" for it in report.sections} & set(listed)


def test_sentences_that_head_have_longer_text_below(parsed: Parsed) -> None:
    heads = ["健全组织机构，压实工作责任。", "规范执法程序，提升执法水平。"]
    report = parsed(f"{TITLE}一、主要工作\n" + "".join(f"{it}\n{TEXT}" for it in heads))
    assert [it.title + "。" for it in report.sections if it.level == 2] == heads


def test_a_report_below_its_covering_letter(parsed: Parsed) -> None:
    letter = (
        "关于报送清河镇2023年法治政府建设情况报告的函\n县司法局：\n按照《关于做好2023年度法治政府建设"
        "年度报告工作的通知》要求，现将《清河镇2023年法治政府建设情况报告》随函报送，请予审阅。\n"
        "清河镇人民政府\n2024年1月5日\n"
    )
    title = "清河镇2023年法治政府建设情况报告"
    report = parsed(f"{letter}{title}\n2023年工作报告如下：\n主要做法\n{TEXT}存在的不足\n{TEXT}")
    assert report.title == title
    assert _titles(report) == [(1, "主要做法"), (1, "存在的不足")]


def test_a_heading_that_ends_like_a_place_is_no_byline(parsed: Parsed) -> None:
    report = parsed(
        "清河镇2023年法治政府建设情况报告\n现将2023年工作情况报告如下。\n主要做法\n送法进牧区\n"
        f"{TEXT}党政主要负责人履职情况\n{TEXT}"
    )
    assert _titles(report) == [
        (1, "主要做法"), (2, "送法进牧区"), (1, "党政主要负责人履职情况"),
    ]  # fmt: skip


def test_decimals_that_count_nothing_up_are_no_headings(parsed: Parsed) -> None:
    lines = [f"1.{n}水渠清淤。群众投工投劳，当月完工，灌溉用水有了保障。\n" for n in (2, 5, 9)]
    report = parsed(f"{TITLE}一、主要工作\n{''.join(lines)}二、存在的不足\n{TEXT}")
    assert _titles(report) == [(1, "主要工作"), (1, "存在的不足")]


def test_a_heading_may_say_at_length_over_what_it_reports(parsed: Parsed) -> None:
    title = (
        "贯彻党的二十大和二十届历次全会精神，学习习近平法治思想，围绕省委“1310”具体部署和市委“138”"
        "具体安排推动法治政府建设的举措和成效"
    )
    report = parsed(f"{TITLE}一、{title}\n（一）规范执法\n{TEXT}二、存在的不足\n{TEXT}")
    assert _titles(report) == [(1, title), (2, "规范执法"), (1, "存在的不足")]
    assert report.sections[0].kind == "measures_results"


@pytest.mark.parametrize(
    "words",
    [
        "人民调解有力",
        "多元化解到位",
        "日常执法规范",
        "项目建设依法",
        "家庭教育入户",
        "年度考核从严",
    ],
)
def test_a_number_that_lost_its_dot_may_stand_before_a_word_that_begins_like_a_unit(
    parsed: Parsed, words: str
) -> None:
    report = parsed(
        f"{TITLE}一、工作情况\n1.规范执法行为。{TEXT}2{words}。{TEXT}3.加强普法宣传。{TEXT}"
    )
    assert [it.title for it in report.sections[1:]] == ["规范执法行为", words, "加强普法宣传"]


def test_what_is_counted_between_headings_is_no_heading(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一、工作情况\n1.规范执法行为。{TEXT}2个村建成公园。{TEXT}3.加强普法宣传。{TEXT}"
    )
    assert [it.title for it in report.sections[1:]] == ["规范执法行为", "加强普法宣传"]


@pytest.mark.parametrize(
    ("written", "first", "second"),
    [("一丶主要做法\n（—）学法\n{}二丶存在的不足\n{}", "一丶", "（—）"),
     ("—、主要做法\n第一、学法\n{}二、存在的不足\n{}", "—、", "第一、"),
     ("一`主要做法\n（一）学法\n{}二·存在的不足\n{}", "一`", "（一）")],
)  # fmt: skip
def test_what_is_typed_for_the_signs_of_numbering_numbers(
    parsed: Parsed, written: str, first: str, second: str
) -> None:
    outline = _outline(parsed(TITLE + written.replace("{}", TEXT)))
    assert outline[:2] == [
        (1, first, "主要做法", "measures_results"),
        (2, second, "学法", "measures_results"),
    ]
    assert [title for _, _, title, _ in outline] == ["主要做法", "学法", "存在的不足"]


@pytest.mark.parametrize(
    "line",
    [
        "二、三季度集中清理占道经营，劝离摊点40处。",
        "七、八月份开展送法进渔村活动9场。",
        "第一、第二产业从业人员参训率达到九成。",
        "第一、立规矩。修订办法2件。第二、抓执行。督查3轮。",
        "—学法用法\n—普法宣传",
        "以下文件已公开：\n1.《学法办法》；\n2.《普法清单》。\n群众反映良好。",
    ],
)
def test_numbers_and_signs_that_open_no_heading(parsed: Parsed, line: str) -> None:
    report = parsed(f"{TITLE}一、主要做法\n（一）学法\n{line}\n（二）普法\n{TEXT}")
    assert [title for _, _, title, _ in _outline(report)] == ["主要做法", "学法", "普法"]


def test_words_behind_a_colon_belong_to_a_heading_that_stands_alone(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一、主要做法\n（一）头雁领航：书记县长同上一堂课\n{TEXT}"
        f"（二）普法宣传：送法进村9场。\n二、其他需要报告的情况\t无\n"
    )
    assert [title for _, _, title, _ in _outline(report)] == [
        "主要做法", "头雁领航：书记县长同上一堂课", "普法宣传", "其他需要报告的情况",
    ]  # fmt: skip


def test_spread_characters_part_no_heading_from_its_text(parsed: Parsed) -> None:
    report = parsed(f"{TITLE}一、主 要 做 法 和 成 效\n{TEXT}二、存 在 的 不 足\n{TEXT}")
    assert [(title, kind) for _, _, title, kind in _outline(report)] == [
        ("主 要 做 法 和 成 效", "measures_results"),
        ("存 在 的 不 足", "shortcomings"),
    ]


def test_the_title_of_a_letter_is_no_heading(parsed: Parsed) -> None:
    report = parsed(
        "关于上报2023年法治政府建设情况的函\n县司法局：\n按照要求，现将我局有关情况函告如下：\n"
        f"一、主要做法\n{TEXT}二、存在的不足\n{TEXT}特此函告。\n"
    )
    assert [title for _, _, title, _ in _outline(report)] == ["主要做法", "存在的不足"]
    measures = [report.slice(it) for it in report.passages if it.role == "measure"]
    assert "特此函告。" not in measures


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("分类制定普法计划", "measures_results"),
        ("工作计划", "next_plan"),
        ("党工委书记、主任抓法治建设情况", "leader_duty"),
        ("法治副校长履职情况", "measures_results"),
    ],
)
def test_plans_carried_out_and_leaders_by_their_office(
    parsed: Parsed, title: str, kind: str
) -> None:
    outline = _outline(parsed(f"{TITLE}一、主要做法\n{TEXT}二、{title}\n{TEXT}"))
    assert outline[1][3] == kind


def test_two_clauses_of_one_form_head_a_numbered_list(parsed: Parsed) -> None:
    members = [
        "（一）聚焦提能增效，使干部底气“足起来”，全年组织轮训3期，参训村干部120人次。",
        "（二）聚焦定分止争，使邻里疙瘩“解开来”，受理纠纷68件，调成66件。",
        "（三）聚焦阳光透明，使权力清单“亮出来”，公开信息210条。",
    ]
    report = parsed(f"{TITLE}一、主要做法\n" + "\n".join(members))
    assert _outline(report) == [
        (1, "一、", "主要做法", "measures_results"),
        (2, "（一）", "聚焦提能增效，使干部底气“足起来”", "measures_results"),
        (2, "（二）", "聚焦定分止争，使邻里疙瘩“解开来”", "measures_results"),
        (2, "（三）", "聚焦阳光透明，使权力清单“亮出来”", "measures_results"),
    ]
    assert [report.slice(it) for it in report.passages if it.role == "measure"] == [
        "全年组织轮训3期，参训村干部120人次。", "受理纠纷68件，调成66件。", "公开信息210条。"
    ]  # fmt: skip
    # Where two do so, or one differs, they are sentences as any others.
    for few in (members[:2], [*members[:2], "（三）公开政务信息，全年共210条，其中村务信息96条。"]):
        report = parsed(f"{TITLE}一、主要做法\n" + "\n".join(few))
        assert _outline(report) == [(1, "一、", "主要做法", "measures_results")]
