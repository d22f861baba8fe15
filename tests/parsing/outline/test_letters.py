"""What a letter tells below its address, where no heading rules it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.correction import Correction
from tuibrowser.model.report import Report
from tuibrowser.parsing.corrected.report import corrected

Parsed = Callable[[str], Report]

HEAD = "清河镇2023年法治政府建设情况报告\n县依法治县办：\n现将我镇有关情况报告如下：\n"
WORK = "组织法官进村开庭6次，旁听村民300余人。\n普法方面，发放折页900份；办讲座4场。\n"


def _told(report: Report) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(report.slice(it), it.kind, it.themes[:1]) for it in report.measures]


def test_paragraphs_of_a_letter_are_measures(parsed: Parsed) -> None:
    report = parsed(HEAD + WORK)
    assert [words for words, _, _ in _told(report)] == [
        "组织法官进村开庭6次，旁听村民300余人。", "普法方面，发放折页900份；", "办讲座4场。",
    ]  # fmt: skip
    assert all(passage.section is None for passage in report.measures)
    # Nothing is said of items where no heading was found.
    assert set(report.section_states.values()) == {"unclear"}


def test_work_told_above_the_first_heading_is_inside_the_report(parsed: Parsed) -> None:
    report = parsed(f"{HEAD}{WORK}存在的问题：人手偏少，只有3人。\n")
    assert [kind for _, kind, _ in _told(report)] == [*["measures_results"] * 3, "shortcomings"]
    assert report.section_states["measures_results"] == "inside"
    assert report.section_states["shortcomings"] == "own"


@pytest.mark.parametrize(
    "body",
    [
        "一、主要做法\n组织法官进村开庭6次。\n",
        "加强领导\n二、存在的问题\n人手偏少。\n",
    ],
)
def test_what_opens_a_report_with_headings_is_no_measure(parsed: Parsed, body: str) -> None:
    opening = "一年来，镇里依法办事，群众满意率96%。"
    report = parsed(f"清河镇2023年法治政府建设情况报告\n{opening}\n{body}")
    assert opening not in [words for words, _, _ in _told(report)]


def test_a_heading_that_somebody_adds_rules_them(parsed: Parsed) -> None:
    text = f"{HEAD}镇里怎么做\n组织法官进村开庭6次。\n二、存在的问题\n人手偏少。\n"
    plain = corrected(parsed(text), [Correction("heading", None, "镇里怎么做")])
    made = corrected(plain, [Correction("heading", "1", "镇里怎么做")])
    assert [it.title for it in made.sections] == ["镇里怎么做", "存在的问题"]
    assert all(it.section is not None for it in made.measures)
