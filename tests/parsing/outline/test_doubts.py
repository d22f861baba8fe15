"""Doubts about headings name what a person should look at, and where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]

HEAD = "清河镇2023年法治政府建设情况报告\n2023年，清河镇坚持依法办事，现将情况报告如下：\n"
TEXT = "镇党委认真谋划，逐项抓好落实，全年办结事项30件，群众满意。\n"


def _doubts(report: Report) -> list[tuple[str, str]]:
    """What is said of headings, and the words it is said of."""
    return [
        (doubt.says, "" if doubt.start is None else report.text[doubt.start : doubt.end])
        for doubt in report.doubts
        if doubt.kind == "headings"
    ]


@pytest.mark.parametrize(
    ("body", "says", "where"),
    [
        ("一、主要做法\n{}三、下步打算\n{}", "编号为 3 的一级标题之前缺少 1 个，可能没有认出",
         "三、下步打算"),
        ("一、主要做法\n（一）学法\n{}（三）普法\n{}二、存在的不足\n{}",
         "编号为 3 的下级标题之前缺少 1 个，可能没有认出", "（三）普法"),
        ("一、主要做法\n{}二、存在的不足\n{}三、存在的问题和差距\n{}",
         "另有一级标题也是“存在的不足和原因”，请核对哪一处是", "三、存在的问题和差距"),
        ("一、主要做法\n{}二、存在的不足\n{}下一步，我镇将开展培训4次。",
         "没有“下一年度主要安排”的标题，但正文中有一段写到，请核对",
         "下一步，我镇将开展培训4次。"),
        ("一、主要做法\n{}我镇法治建设还存在一些不足。\n二、下步打算\n{}",
         "没有“存在的不足和原因”的标题，但正文中有一段写到，请核对",
         "我镇法治建设还存在一些不足。"),
    ],
)  # fmt: skip
def test_what_is_doubtful_and_where(parsed: Parsed, body: str, says: str, where: str) -> None:
    assert _doubts(parsed(HEAD + body.replace("{}", TEXT))) == [(says, where)]


@pytest.mark.parametrize(
    ("titles", "understood"),
    [
        (("万事开头", "渐入佳境", "不忘初心"), False),
        (("提高站位", "狠抓落实", "再创佳绩"), False),
        (("提高站位", "规范行政执法", "再创佳绩"), True),
        (("提高站位", "狠抓落实", "存在的不足"), True),
    ],
)
def test_headings_of_neither_item_nor_field_are_not_understood(
    parsed: Parsed, titles: tuple[str, ...], understood: bool
) -> None:
    body = "".join(
        f"{marker}、{title}\n{TEXT}" for marker, title in zip("一二三", titles, strict=True)
    )
    report = parsed(HEAD + body)
    assert report.section_states["leader_duty"] == ("none" if understood else "unclear")
    assert bool(_doubts(report)) is not understood


def test_a_page_in_one_line_has_headings_that_were_inferred(parsed: Parsed) -> None:
    page = f"{HEAD}一、主要做法\n{TEXT * 9}二、存在的不足\n{TEXT}三、下步打算\n{TEXT}"
    assert _doubts(parsed(page)) == []
    assert _doubts(parsed(page.replace("\n", ""))) == [
        ("全文没有分行，标题到哪里为止是推断的，请核对标题", "")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "一、主要做法\n（一）学法\n{}（二）普法\n{}二、存在的不足\n（一）人少\n{}三、下步打算\n{}",
        "一、工作开展情况\n{}二、取得的成效\n{}三、存在的不足及下步打算\n{}下一步，我镇将培训。",
        "主要做法\n（一）学法\n{}普法\n{}（三）执法\n{}存在的不足\n{}下步打算\n{}",
    ],
)
def test_what_is_in_order_raises_none(parsed: Parsed, body: str) -> None:
    assert _doubts(parsed(HEAD + body.replace("{}", TEXT))) == []


def test_a_part_is_missing_only_where_the_headings_were_understood(parsed: Parsed) -> None:
    understood = parsed(
        HEAD + f"一、主要做法\n（一）学法\n{TEXT}（三）普法\n{TEXT}二、存在的不足\n{TEXT}"
    )
    assert understood.section_states["next_plan"] == "none"
    broken = parsed(HEAD + f"一、主要做法\n{TEXT}三、存在的不足\n{TEXT}")
    assert broken.section_states["next_plan"] == "unclear"


@pytest.mark.parametrize(
    ("body", "kind", "told"),
    [
        ("一、主要做法\n{}二、存在的不足\n{}下一步，清河镇将开设夜校。\n", "next_plan", "下一步"),
        ("一、主要做法\n{}二、存在的不足\n{}下一步，我镇将从两处着手。\n一是开设夜校。\n",
         "next_plan", "一是开设夜校。"),
        ("一、主要做法\n{}同时，我镇仍存在一些不足：一是人手少。\n二、下步打算\n{}",
         "shortcomings", "一是人手少。"),
        ("一、主要做法\n一是压实第一责任人职责。书记、镇长上课2次。\n二是{}二、存在的不足\n{}",
         "leader_duty", "一是压实"),
    ],
)  # fmt: skip
def test_what_is_told_without_a_heading_is_inside_another_part(
    parsed: Parsed, body: str, kind: str, told: str
) -> None:
    report = parsed(HEAD + body.replace("{}", TEXT))
    assert report.section_states[kind] == "inside"  # type: ignore[index]
    assert any(report.slice(it).startswith(told) and it.kind == kind for it in report.passages)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("一、主要做法\n下一步，我镇将建站的事已办成。\n{}二、存在的不足\n{}", "next_plan"),
        ("一、主要做法\n{}针对工作中存在的问题，逐项销号9项。\n二、下步打算\n{}", "shortcomings"),
        ("一、主要做法\n{}学习《推进法治建设第一责任人职责规定》3次。\n二、存在的不足\n{}",
         "leader_duty"),
    ],
)  # fmt: skip
def test_words_of_a_part_in_passing_tell_nothing_of_it(
    parsed: Parsed, body: str, kind: str
) -> None:
    states = parsed(HEAD + body.replace("{}", TEXT)).section_states
    assert states[kind] == "none"  # type: ignore[index]


@pytest.mark.parametrize(
    ("closing", "state"),
    [
        ("除此之外，清河镇没有其他需要报告的情况。", "stated_none"),
        ("除补助外，没有其他经费来源。", "none"),
    ],
)
def test_nothing_else_to_report_is_stated_below_any_heading(
    parsed: Parsed, closing: str, state: str
) -> None:
    body = f"一、主要做法\n{TEXT}二、存在的不足\n{TEXT}{closing}\n"
    assert parsed(HEAD + body).section_states["other"] == state


def test_a_part_that_names_nothing_may_be_what_is_wanting(parsed: Parsed) -> None:
    body = f"一、主要举措和成效\n{TEXT}二、三点启示\n{TEXT}三、下步打算\n{TEXT}"
    report = parsed(HEAD + body)
    says = "看不出一级标题“三点启示”是哪一部分，请人工核对"
    assert _doubts(report) == [(says, "二、三点启示")]
    assert report.section_states["shortcomings"] == "unclear"
    assert report.section_states["next_plan"] == "own"


@pytest.mark.parametrize(
    "body",
    [
        "一、规范行政执法\n{}二、三点启示\n{}三、下步打算\n{}",  # where no part heads all measures
        "一、主要举措和成效\n{}二、普法宣传\n{}三、下步打算\n{}",
        "一、三点启示\n{}二、主要举措和成效\n{}三、下步打算\n{}",
    ],
)
def test_a_heading_among_themes_is_one(parsed: Parsed, body: str) -> None:
    report = parsed(HEAD + body.replace("{}", TEXT))
    assert _doubts(report) == []
    assert report.section_states["shortcomings"] == "none"
