"""Comparisons as Markdown."""

from __future__ import annotations

import re

from handmade import Draft, plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.align import align
from tuibrowser.export.markdown import comparison_markdown, escape
from tuibrowser.export.sheet import comparison_sheet
from tuibrowser.model.report import Report


def markdown(*reports: Report) -> str:
    return comparison_markdown(comparison_sheet(align(reports, "theme")))


def cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def test_a_table_a_section_with_a_row_a_theme_and_a_column_a_report() -> None:
    text = comparison_markdown(
        comparison_sheet(align([plain("甲镇"), plain("乙镇", 2022)], "theme"))
    )
    assert text.startswith("# 对照表：甲镇2023、乙镇2022\n")
    section = text[text.index("## 规定内容 1/5") : text.index("## 规定内容 2/5")]
    table = [line for line in section.splitlines() if line.startswith("|")]
    assert cells_of(table[0]) == ["工作领域", "甲镇2023", "乙镇2022"]
    assert [cells_of(line)[0] for line in table[2:]] == ["", "普法宣传", "矛盾纠纷化解"]
    assert cells_of(table[4])[1] == (
        "**（二）扎实化解矛盾纠纷**<br>调解各类矛盾纠纷68件，成功率98.5%。"
        "<br>〔甲镇2023年报告，一、（二）“扎实化解矛盾纠纷”〕"
    )


def test_every_line_of_a_table_has_the_same_number_of_cells_whatever_the_text() -> None:
    nasty = Draft("甲|镇").head("一、", "成|效`*_", "measures_results")
    nasty.measure("a|b\\|c <b>[x](y) [/] &amp; $1$ ~~z~~\n下一行", "publicity")
    text = markdown(nasty.report(), plain("乙镇"))
    for line in text.splitlines():
        if line.startswith("|"):
            assert len(cells_of(line)) == 3
    assert r"a\|b\\\|c \<b\>\[x\](y) \[/\] \&amp; \$1\$ \~\~z\~\~下一行" in text
    assert r"**一、成\|效\`\*\_**" in text


def test_a_missing_section_is_said_once() -> None:
    few = Draft("丁镇").head("一、", "工作情况", "measures_results").measure("普法。", "publicity")
    many = Draft("戊镇").head("一、", "不足", "shortcomings").measure("普法单一。", "publicity")
    many.measure("执法薄弱。", "enforcement")
    text = markdown(few.report(), many.report())
    assert text.count("存在的不足和原因：未单列") == 1


@given(st.text())
def test_escaping_only_adds_backslashes_before_punctuation(text: str) -> None:
    escaped = escape(text)
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped) == text
    assert not re.search(r"(?<!\\)(?:\\\\)*[|<`*]", escaped) or not re.search(r"[|<`*]", text)
