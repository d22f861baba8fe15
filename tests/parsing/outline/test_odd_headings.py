"""Headings as pages break them: a comma where a stop should be, no stop at all, set twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]

HEAD = "清河镇2023年法治政府建设情况报告\n2023年，清河镇坚持依法办事，现将情况报告如下：\n"


def _titles(parsed: Parsed, body: str) -> list[str]:
    return [section.title for section in parsed(f"{HEAD}{body}").sections]


def test_a_comma_parts_headings_that_are_alike_from_their_text(parsed: Parsed) -> None:
    report = parsed(
        f"{HEAD}一、主要做法\n"
        "（一）坚持关口前移，让隐患止于“萌芽”，网格员全年走访户家3200次。\n"
        "（二）坚持多方联动，让力量汇于“一处”，村、所、庭联合调解91件，成功率97%。\n"
        "（三）坚持结果导向，让群众满意“到家”，逐件回访，满意率99%。\n"
    )
    assert [section.title for section in report.sections] == [
        "主要做法", "坚持关口前移，让隐患止于“萌芽”", "坚持多方联动，让力量汇于“一处”",
        "坚持结果导向，让群众满意“到家”",
    ]  # fmt: skip
    assert report.slice(report.measures[0]) == "网格员全年走访户家3200次。"


@pytest.mark.parametrize(
    "body",
    [
        "（一）召开会议，研究法治工作，全年共4次。\n（二）走访企业，听取意见建议，全年共30家。\n",
        "（一）抽查案卷，评出优秀，共12份。\n（二）开展执法检查活动，查出问题，共8个。\n"
        "（三）约谈，整改，全部完成。\n",
    ],
)
def test_two_sentences_or_unlike_ones_are_no_headings(parsed: Parsed, body: str) -> None:
    assert _titles(parsed, f"一、主要做法\n{body}") == ["主要做法"]


def test_a_numbered_heading_follows_a_figure_without_a_stop(parsed: Parsed) -> None:
    body = "一、主要做法\n（一）抓学习。学法6次（二）抓执法。立案4件（三）抓回访。满意率98%\n"
    assert _titles(parsed, body) == ["主要做法", "抓学习", "抓执法", "抓回访"]


def test_numbers_that_are_cited_part_nothing(parsed: Parsed) -> None:
    body = "一、主要做法\n（一）抓学习。逐条对照条例第三条（二）项的要求查漏补缺，组织测试。\n"
    assert _titles(parsed, body) == ["主要做法", "抓学习"]


def test_a_heading_that_is_set_twice_is_one(parsed: Parsed) -> None:
    body = "一、主要做法\n一、主要做法\n（一）抓学习\n镇长讲课3次，村村参加。\n"
    report = parsed(f"{HEAD}{body}")
    assert [section.title for section in report.sections] == ["主要做法", "抓学习"]
    assert [report.slice(it) for it in report.measures] == ["镇长讲课3次，村村参加。"]


def test_a_field_before_a_colon_heads(parsed: Parsed) -> None:
    body = "一、主要做法\n（一）普法宣传方面：办讲座8场。\n（二）队伍建设情况：招录2人。\n"
    assert _titles(parsed, body) == ["主要做法", "普法宣传方面", "队伍建设情况"]


@pytest.mark.parametrize("words", ["主要有以下方面", "问题表现在几个方面", "有关情况如下"])
def test_what_announces_a_list_heads_nothing(parsed: Parsed, words: str) -> None:
    body = f"一、主要做法\n（一）{words}：人手少，经费紧，装备旧，需要逐步改善。\n"
    assert _titles(parsed, body) == ["主要做法"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("下一年度法治政府建设，主要工作安排", "next_plan"),
        ("2024年推进依法行政，主要打算", "next_plan"),
        ("工作思路，主要措施", "next_plan"),
        ("短板弱项，原因剖析", "shortcomings"),
        ("困难问题，原因", "shortcomings"),
        ("原因剖析", "shortcomings"),
        ("党政主要负责人履职，推动法治建设情况", "leader_duty"),
        ("履职尽责情况", "leader_duty"),
    ],
)
def test_two_clauses_without_number_name_one_item(parsed: Parsed, title: str, kind: str) -> None:
    text = (
        "村里的网格员一家一家地走，把听到的难处记在本上，镇里每周碰头，一件一件去办，办完再回访。"
    )
    report = parsed(
        f"{HEAD}\n工作开展情况\n\n抓好调解，守住和气\n\n{text}\n\n重点工作，逐一落实\n\n{text}\n\n{title}\n\n{text}\n"
    )
    assert [(it.level, it.title, it.kind) for it in report.sections] == [
        (1, "工作开展情况", "measures_results"),
        (2, "抓好调解，守住和气", "measures_results"),
        (2, "重点工作，逐一落实", "measures_results"),
        (1, title, kind),
    ]


@pytest.mark.parametrize(
    "marks",
    [
        ("一。", "二。", "三。"), ("一；", "二；", "三；"), ("一－", "二－", "三－"),
        ("一､", "二､", "三､"), ("－、", "二、", "三、"), ("—、", "二、", "三、"),
        ("1：", "2：", "3："), ("1-", "2-", "3-"),
        ("1 ", "2 ", "3 "), ("1，", "2，", "3，"), ("Ⅰ.", "Ⅱ.", "Ⅲ."), ("一·", "二·", "三·"),
    ],
)  # fmt: skip
def test_a_slip_for_the_sign_behind_a_number_hides_no_part(
    parsed: Parsed, marks: tuple[str, ...]
) -> None:
    parts = ("2023年主要工作举措和成效", "存在的不足和原因", "2024年工作安排")
    body = "\n村村都有宣讲员，户户都知道去哪里问。\n".join(
        map("".join, zip(marks, parts, strict=True))
    )
    report = parsed(f"{HEAD}{body}\n开办夜校。\n")
    assert [(it.marker, it.title) for it in report.sections] == [
        (mark.strip(), part) for mark, part in zip(marks, parts, strict=True)
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "1—3月走访商户\n2—4月走访农户\n",
        "8:30开会\n9:30下村\n",
        "一—三组参加\n二—四组参加\n",
        "-、参加\n",
    ],
)
def test_digits_behind_a_slip_and_lone_dashes_open_no_part(parsed: Parsed, lines: str) -> None:
    assert _titles(parsed, f"一、主要做法\n{lines}") == ["主要做法"]


@pytest.mark.parametrize("marker", ["{}. ", "{}、", "{}．", "（{}）"])
def test_letters_rule_numbers_where_they_stand_first(parsed: Parsed, marker: str) -> None:
    a, b, c = (marker.format(letter) for letter in "ABC")
    report = parsed(
        f"{HEAD}{a}工作成效\n1.送法进村。开展宣讲12场。\n2.就地化解。化解纠纷31件。\n"
        f"{b}存在不足\n力量偏弱。\n{c}下步打算\n充实队伍。\n"
    )
    assert [(it.level, it.title) for it in report.sections] == [
        (1, "工作成效"), (2, "送法进村"), (2, "就地化解"), (1, "存在不足"), (1, "下步打算"),
    ]  # fmt: skip
    assert [it.kind for it in report.sections if it.level == 1] == [
        "measures_results", "shortcomings", "next_plan",
    ]  # fmt: skip


def test_letters_below_numbers_stand_below_them(parsed: Parsed) -> None:
    report = parsed(
        f"{HEAD}一、工作成效\n1.普法\na.送法进村。开展宣讲12场。\nb.送法进校。开展宣讲7场。\n"
        "2.调解\n化解纠纷31件。\n二、存在不足\n力量偏弱。\n"
    )
    assert [(it.level, it.title) for it in report.sections] == [
        (1, "工作成效"), (2, "普法"), (3, "送法进村"), (3, "送法进校"), (2, "调解"),
        (1, "存在不足"),
    ]  # fmt: skip


def test_what_is_graded_by_letters_is_no_heading(parsed: Parsed) -> None:
    body = "一、工作成效\nA、B两类企业全部检查到位。\nA级企业12家。\n"
    assert _titles(parsed, body) == ["工作成效"]
