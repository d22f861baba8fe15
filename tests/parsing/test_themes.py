from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Report
from tuibrowser.parsing.themes import measure_themes, named_themes
from tuibrowser.text.fold import squash


@pytest.mark.parametrize(
    ("title", "themes"),
    [
        ("加强组织领导，压实工作责任", ["leadership"]),
        ("学习宣传贯彻习近平法治思想", ["thought"]),
        ("深入开展法治宣传教育", ["publicity"]),
        ("践行新时代“枫桥经验”，化解矛盾纠纷", ["mediation"]),
        ("严格规范公正文明执法", ["enforcement"]),
        ("优化法治化营商环境", ["business"]),
        ("自觉接受监督，推进政务公开", ["supervision", "openness"]),
        ("主要举措和成效", []),
    ],
)
def test_what_a_heading_names(lexicon: Lexicon, title: str, themes: list[str]) -> None:
    named = named_themes(squash(title), lexicon)
    assert list(named) == themes if not themes else set(named) >= set(themes)


def test_hints_do_not_outweigh_the_word_that_names_a_theme(lexicon: Lexicon) -> None:
    text = squash("坚持把习近平法治思想作为干部学习培训的重要内容，中心组带头学习")
    assert measure_themes(text, (), lexicon)[0] == "thought"


def test_a_heading_above_decides_where_the_measure_only_hints(
    parsed: Callable[[str], Report],
) -> None:
    report = parsed(
        "柳溪镇2023年法治政府建设情况报告\n一、主要举措和成效\n（一）推进综合行政执法\n"
        "1.统筹事项。\n联合检查企业62家，减少重复检查110余次。\n（二）其他\n完成上级交办任务。"
    )
    assert [p.themes[:1] for p in report.measures] == [("enforcement",), ()]
