"""Headings glued to their texts end neither amid a term of the field nor before what is said of
their subject.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]

HEAD = "芦溪镇2024年法治政府建设自查报告2024年我镇扎实推进各项工作,现将自查情况报告如下:"
TEXTS = (
    "2024年,我镇请法官到渡口讲课6次。",
    "目前,全镇有说事点14处。",
    "由司法所牵头,逐户走访渔民230户。",
    "自5月起,每旬碰头1次。",
    "近年来,我镇共培养带头人52名。",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "heading",
    [
        "深入学习宣传贯彻习近平法治思想",
        "坚持和发展新时代“枫桥经验”",
        "推进严格规范公正文明执法",
        "抓好行政复议应诉",
        "全面推行行政执法三项制度",
        "干部守法意识明显增强",
        "船坞纠纷日趋减少",
        "渔港秩序持续好转",
    ],
)
def test_a_glued_heading_keeps_its_term_and_what_is_said(
    heading: str, text: str, parsed: Parsed
) -> None:
    headings = ["夯实基层基础", heading, "畅通诉求渠道"]
    texts = ["我镇设联络员16名。", text, "2024年共接听热线820次。"]
    numbered = zip("一二三", headings, texts, strict=True)
    report = parsed(HEAD + "".join(f"{number}、{title}{it}" for number, title, it in numbered))
    assert [section.title for section in report.sections] == headings


@pytest.mark.parametrize(
    "title",
    ["主要举措和成效", "法治政府建设的主要做法", "2023年重点工作和成效", "做实普法，守正创新"],
)
@pytest.mark.parametrize("sign", ["：", ":", "。", ""])
def test_what_rules_a_list_is_a_heading_with_any_sign_behind(
    title: str, sign: str, parsed: Parsed
) -> None:
    report = parsed(
        f"{HEAD}\n一、{title}{sign}（一）先问计。开座谈会5场。（二）再拍板。上会研究8次。\n二、存在的不足\n人手少。"
    )
    titles = [title.replace("，", ","), "先问计", "再拍板", "存在的不足"]
    assert [it.title.replace("，", ",") for it in report.sections] == titles


def test_the_one_sentence_above_a_list_is_its_heading(parsed: Parsed) -> None:
    report = parsed(
        f"{HEAD}一、坚持民主集中,守牢决策关口。(一)先问计。开座谈会5场。(二)再拍板。上会研究8次。"
        "二、改进作风。(一)下沉一线。驻村60天。"
    )
    assert [(it.level, it.title) for it in report.sections] == [
        (1, "坚持民主集中,守牢决策关口"), (2, "先问计"), (2, "再拍板"), (1, "改进作风"),
        (2, "下沉一线"),
    ]  # fmt: skip
