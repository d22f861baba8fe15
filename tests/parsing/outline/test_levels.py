"""A heading's level is its depth in the tree, whatever its numbering."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]

TITLE = "清河镇2023年法治政府建设情况报告\n2023年，清河镇坚持依法办事，现将情况报告如下：\n"
TEXT = "镇党委认真谋划，逐项抓好落实，全年办结事项30件，群众满意。\n"


def _outline(parsed: Parsed, *lines: str) -> list[tuple[int, str]]:
    report = parsed(TITLE + "\n".join(lines).replace("…", TEXT))
    return [(s.level, s.title) for s in report.sections]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("壹、", "贰、"),
        ("Ⅰ、", "Ⅱ、"),
        ("第一章", "第二章"),
        ("1、", "2、"),
        ("一 ", "二 "),
        ("㈠", "㈡"),
    ],
)
def test_whatever_numbers_the_first_level(parsed: Parsed, one: str, two: str) -> None:
    found = _outline(parsed, f"{one}主要做法", "…", f"{two}存在的不足", "…")
    assert found == [(1, "主要做法"), (1, "存在的不足")]


@pytest.mark.parametrize(
    ("styles", "first", "second"),
    [
        (("1、", "（一）", "（1）"), "2、", "（二）"),
        (("第一部分", "一、", "（一）"), "第二部分", "二、"),
        (("一、", "1.", "①"), "二、", "2."),
        (("壹、", "一、", "（一）"), "贰、", "二、"),
        (("1.", "1.1", "1.1.1"), "2.", "1.2"),
    ],
)
def test_three_styles_are_three_levels(
    parsed: Parsed, styles: tuple[str, str, str], first: str, second: str
) -> None:
    found = _outline(
        parsed,
        f"{styles[0]}主要做法", f"{styles[1]}规范执法", f"{styles[2]}统一文书", "…",
        f"{second}宣传法律", "…", f"{first}存在的不足", "…",
    )  # fmt: skip
    assert found == [
        (1, "主要做法"), (2, "规范执法"), (3, "统一文书"), (2, "宣传法律"), (1, "存在的不足"),
    ]  # fmt: skip


def test_a_quantity_is_no_decimal_number(parsed: Parsed) -> None:
    found = _outline(parsed, "一、主要做法", "1.5万元资金用于村级调解室改造\n…", "1.6公里", "…")
    assert [title for _, title in found if "资金" in title] == []


def test_themes_at_first_level_that_lost_their_numbers(parsed: Parsed) -> None:
    report = parsed(f"{TITLE}夯实组织根基，压实法治责任\n{TEXT}严格规范执法，维护公平正义\n{TEXT}")
    assert [(s.level, s.kind) for s in report.sections] == [(1, "measures_results")] * 2


def test_themes_without_numbers_that_rule_items(parsed: Parsed) -> None:
    found = _outline(
        parsed, "夯实组织根基，压实法治责任", "（一）健全机制。…", "（二）压实责任。…",
        "严格规范执法，维护公平正义", "（一）完善清单。…", "存在的不足", "…",
    )  # fmt: skip
    assert [level for level, _ in found] == [1, 2, 2, 1, 2, 1]


def test_two_levels_of_themes_that_lost_their_numbers(parsed: Parsed) -> None:
    found = _outline(
        parsed, "主要做法", "强化政治引领", "加强学习教育", "…", "压实工作责任", "…",
        "规范权力运行", "严格行政执法", "…", "存在的不足", "…",
    )  # fmt: skip
    assert [level for level, _ in found] == [1, 2, 3, 3, 2, 3, 1]


@pytest.mark.parametrize(("upper", "lower"), [("{}、", "（{}）"), ("{}、", "第{}节 ")])
def test_what_a_style_has_ruled_it_rules_in_the_last_part_too(
    parsed: Parsed, upper: str, lower: str
) -> None:
    numbers = "12" if lower == "（{}）" else "一二"
    lines = [
        line
        for at, part in enumerate(("主要做法", "下一步安排"))
        for line in (
            upper.format(numbers[at]) + part,
            lower.format("一") + "抓好普法", "…",
            lower.format("二") + "规范执法", "…",
        )
    ]  # fmt: skip
    below = [(2, "抓好普法"), (2, "规范执法")]
    assert _outline(parsed, *lines) == [(1, "主要做法"), *below, (1, "下一步安排"), *below]
