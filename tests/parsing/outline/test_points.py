from __future__ import annotations

from collections.abc import Callable

import pytest
from cases import for_each

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]


def _measures(parsed: Parsed, body: str) -> list[str]:
    report = parsed(f"柳溪镇2023年法治政府建设情况报告\n\n一、主要举措和成效\n{body}")
    return [report.slice(p) for p in report.measures]


@for_each(
    ("body", "measures"),
    [
        ("一是建制度。二是强执法；三是抓普法。", ["一是建制度。", "二是强执法；", "三是抓普法。"]),
        (
            "一是建制度。\n二是强执法。三是抓普法。",
            ["一是建制度。", "二是强执法。", "三是抓普法。"],
        ),
        ("一要学法，二要用法。", ["一要学法，", "二要用法。"]),
        ("首先，建立制度。其次，抓好落实。", ["首先，建立制度。", "其次，抓好落实。"]),
        ("主要做法如下：一是建制度。二是强执法。", ["一是建制度。", "二是强执法。"]),
        ("重点抓好两件事，一是建制度。二是强执法。", ["一是建制度。", "二是强执法。"]),
        (
            "围绕难点发力，第一，建制度。修订3项。第二，强执法。立案9件。",
            ["第一，建制度。修订3项。", "第二，强执法。立案9件。"],
        ),
        (
            "第一是建制度。修订3项。第二是强执法。立案9件。",
            ["第一是建制度。修订3项。", "第二是强执法。立案9件。"],
        ),
        (
            "围绕难点发力，①建制度。修订3项。②强执法。立案9件。",
            ["①建制度。修订3项。", "②强执法。立案9件。"],
        ),
        (
            "一是化解纠纷。逐村走访。截至2023年底，办结案件45起。",
            ["一是化解纠纷。逐村走访。", "截至2023年底，办结案件45起。"],
        ),
        # A point with nothing but its name has not reported yet.
        (
            "一是化解纠纷。截至2023年底，办结案件45起。",
            ["一是化解纠纷。截至2023年底，办结案件45起。"],
        ),
        # What sums up stands after the last point, not after one that others follow.
        (
            "一是抓排查。逐户登记。全年排查12轮。\n二是抓调解。上门劝和。全年调解31件。\n"
            "三是抓回访。逐件核实。全年回访31户。",
            [
                "一是抓排查。逐户登记。全年排查12轮。",
                "二是抓调解。上门劝和。全年调解31件。",
                "三是抓回访。逐件核实。",
                "全年回访31户。",
            ],
        ),
        # The way of counting that begins first is the outer one.
        (
            "首先，配强队伍。增补3人。其次，练好本领。一是请进来讲，授课5场；二是送出去学，轮训8人。"
            "最后，严格考核。逐月通报。",
            [
                "首先，配强队伍。增补3人。",
                "其次，练好本领。一是请进来讲，授课5场；二是送出去学，轮训8人。",
                "最后，严格考核。逐月通报。",
            ],
        ),
        (
            "首先，配强队伍。一是增补3人；二是分片包干。\n其次，练好本领。一是学；二是练。",
            ["首先，配强队伍。一是增补3人；二是分片包干。", "其次，练好本领。一是学；二是练。"],
        ),
        (
            "一是建队伍。首先选人，其次育人。二是建制度。",
            ["一是建队伍。首先选人，其次育人。", "二是建制度。"],
        ),
        (
            "一方面，管住干部。落实述法。另一方面，带动群众。办好夜校。",
            ["一方面，管住干部。落实述法。", "另一方面，带动群众。办好夜校。"],
        ),
        ("一方面，村里人手少。查得不勤。", ["一方面，村里人手少。", "查得不勤。"]),
        ("首先要提高认识。一是学。二是用。", ["首先要提高认识。", "一是学。", "二是用。"]),
        (
            "(1)人手不够。只有3人持证。(2)经费不足。全年只有2万元。",
            ["(1)人手不够。只有3人持证。", "(2)经费不足。全年只有2万元。"],
        ),
        (
            "⑴人手不够，3人持证；⑵经费不足，办法不多。",
            ["⑴人手不够，3人持证；", "⑵经费不足，办法不多。"],
        ),
        (
            "1)备足人手。招录3人。2)备足经费。拨付2万元。",
            ["1)备足人手。招录3人。", "2)备足经费。拨付2万元。"],
        ),
        (
            "①备足人手。招录3人。②备足经费。拨付2万元。",
            ["①备足人手。招录3人。", "②备足经费。拨付2万元。"],
        ),
        ("其一，人手不够。其二，经费不足。", ["其一，人手不够。", "其二，经费不足。"]),
        ("我镇开展普法活动40场；发放资料300份。", ["我镇开展普法活动40场；", "发放资料300份。"]),
        (
            "加强组织领导。镇党委会研究部署，建立机制。",
            ["加强组织领导。镇党委会研究部署，建立机制。"],
        ),
        (
            "一是抓学习。\n二是抓化解。一是排查纠纷；二是回访当事人。\n三是抓普法。",
            ["一是抓学习。", "二是抓化解。一是排查纠纷；二是回访当事人。", "三是抓普法。"],
        ),
        ("做到“小事不出村；大事不出镇”，群众满意。", ["做到“小事不出村；大事不出镇”，群众满意。"]),
        ("书记说，“要依法办事。”群众都说好。", ["书记说，“要依法办事。”", "群众都说好。"]),
        (
            "统一思想是一是一、二是二的要求，不搞变通。",
            ["统一思想是一是一、二是二的要求，不搞变通。"],
        ),
    ],
)
def test_cut(parsed: Parsed, body: str, measures: list[str]) -> None:
    assert _measures(parsed, body) == measures


def test_openers_are_leads_and_nothing_to_report_is_no_measure(parsed: Parsed) -> None:
    report = parsed(
        "柳溪镇2023年法治政府建设情况报告\n一、存在的不足\n还有不少差距，主要表现在以下几个方面：\n一是力量不足。\n"
        "二、其他需要报告的情况\n无其他需要报告的情况。"
    )
    roles = [p.role for p in report.passages]
    assert roles == ["title", "heading", "lead", "measure", "heading", "other"]
    assert report.heading_of(report.measures[0]) == "存在的不足"


@pytest.mark.parametrize(
    "nothing",
    [
        "无。",
        "无其他需要报告的情况。",
        "暂无其他需要报告的情况。",
        "我镇无其他需要报告的情况。",
        "2023年，我镇无其他需要报告的事项。",
        "截至目前，无其他需要报告的情况。",
        "我镇没有需要报告的其他情况。",
        "无其他需要报告事项。特此报告。",
        "柳溪镇没有其他需要报告的情况。",
        "截至目前，柳溪镇不存在其他需要报告的情况。",
        "除上述情况外，没有其他需要说明的情况。",
        "（无）",
        "此项无内容。",
    ],
)
def test_wordings_of_nothing_to_report(parsed: Parsed, nothing: str) -> None:
    report = parsed(f"柳溪镇2023年法治政府建设情况报告\n一、其他需要报告的情况\n{nothing}")
    assert report.section_states["other"] == "stated_none"
    assert not report.measures


@pytest.mark.parametrize("told", ["柳溪镇没有发生复议案件。", "没有其他经费来源，人手不足。"])
def test_that_there_was_none_of_something_is_told(parsed: Parsed, told: str) -> None:
    report = parsed(f"柳溪镇2023年法治政府建设情况报告\n一、其他需要报告的情况\n{told}")
    assert report.section_states["other"] == "own"


@pytest.mark.parametrize(
    "opener",
    [
        "虽然取得了一定成绩，但对照群众期盼，仍存在一些薄弱环节。",
        "总体来看，我镇依法行政还有不容忽视的问题。",
        "取得了一定成效，但离上级的要求还有一定差距，需要加以改进。",
    ],
)
def test_a_concession_reports_nothing(parsed: Parsed, opener: str) -> None:
    measures = _measures(parsed, f"{opener}一是力量不足。二是办法不多。")
    assert measures == ["一是力量不足。", "二是办法不多。"]


@pytest.mark.parametrize("style", ["{}、", "（{}）", "{}."])
def test_numbered_sentences_of_a_plan_are_its_points(parsed: Parsed, style: str) -> None:
    ordinals = "一二三" if style == "（{}）" else "123"
    body = "\n".join(style.format(n) + "进一步加强学习培训，提高依法行政能力。" for n in ordinals)
    report = parsed(f"柳溪镇2023年法治政府建设情况报告\n一、下一步工作安排\n{body}")
    assert len(report.measures) == 3
    assert len(report.sections) == 1


def test_a_point_that_names_the_government_website_is_no_page_furniture(parsed: Parsed) -> None:
    report = parsed(
        "柳溪镇2023年法治政府建设年度报告\n一、主要举措\n二是在镇政府网站公示执法信息52条。\n"
        "三是通过政府网站、公示栏公开信息。\n四是改版政府网站，公开信息30条。\n"
        "青棠县人民政府网站\n青棠县人民政府网 2024-01-02\n"
    )
    assert [(passage.role, report.slice(passage)) for passage in report.passages[2:]] == [
        ("measure", "二是在镇政府网站公示执法信息52条。"),
        ("measure", "三是通过政府网站、公示栏公开信息。"),
        ("measure", "四是改版政府网站，公开信息30条。"),
        ("furniture", "青棠县人民政府网站"),
        ("furniture", "青棠县人民政府网 2024-01-02"),
    ]


@pytest.mark.parametrize("numeral", ["三二十", "十一十", "十十", "一二三", "零十"])
def test_numerals_that_say_no_number_count_nothing_and_stop_nothing(
    parsed: Parsed, numeral: str
) -> None:
    report = parsed(
        "柳溪镇2023年法治政府建设年度报告\n一、主要举措\n"
        f"工作扎实。{numeral}是开展调解3场。三是普法2场。\n{numeral}、其他工作\n办结案件2起。\n"
        f"柳溪镇人民政府\n二〇二四年一月{numeral}日"
    )
    assert report.issuer == "柳溪镇"
    assert "开展调解3场" in "".join(report.slice(it) for it in report.measures)


@pytest.mark.parametrize(
    "body",
    [
        "加强组织领导。镇党委听取汇报4次。",
        "持续打造平安窗口。大厅设调解席位。",
        "镇执法队实行分片包干。全镇划为5个片区。",
    ],
)
def test_a_sentence_that_only_says_what_the_next_is_about_is_joined_to_it(
    parsed: Parsed, body: str
) -> None:
    assert _measures(parsed, f"{body}\n发放资料300份。") == [body, "发放资料300份。"]


@pytest.mark.parametrize(
    "first",
    ["人民调解员实行持证上岗。", "小区物业纠纷由物调委统一受理。", "推行了执法文书电子送达。"],
)
def test_a_short_sentence_that_reports_is_a_measure_of_its_own(parsed: Parsed, first: str) -> None:
    assert _measures(parsed, f"{first}成功调解纠纷79件。") == [first, "成功调解纠纷79件。"]


def test_no_measure_is_empty_where_a_quote_too_long_for_one_is_given_up_at_a_stop(
    parsed: Parsed,
) -> None:
    spoken = "行" + "讲法办事" * 19 + "守法"  # with its stop as long as a quote may be
    assert _measures(parsed, f"他说：“{spoken}。!两级同心。") == [
        f"他说：“{spoken}。!",
        "两级同心。",
    ]


@pytest.mark.parametrize(("length", "cut"), [(60, False), (79, False), (80, True), (120, True)])
def test_a_quote_that_nobody_closed_holds_for_eighty_characters(
    parsed: Parsed, length: int, cut: bool
) -> None:
    first, second = f"镇长在会上强调“{'学' * length}。", "全年修订制度3项。"
    assert _measures(parsed, first + second) == ([first, second] if cut else [first + second])
