"""What is handed on of a report, and where it says it comes from."""

from __future__ import annotations

import dataclasses

from handmade import Draft, plain

from tuibrowser.export.quoting import paragraph, section
from tuibrowser.export.sources import source_line, source_of
from tuibrowser.model.document import Hints

REPORT = plain("潭溪镇")


def passage_with(words: str) -> int:
    offset = REPORT.text.index(words)
    return next(i for i, it in enumerate(REPORT.passages) if it.start <= offset < it.end)


def test_a_paragraph_comes_with_its_source() -> None:
    assert str(paragraph(REPORT, passage_with("调解各类"))) == (
        "调解各类矛盾纠纷68件，成功率98.5%。\n（潭溪镇2023年报告，一、（二）“扎实化解矛盾纠纷”）"
    )


def test_a_section_comes_with_all_below_it() -> None:
    text = str(section(REPORT, passage_with("一、主要举措")))
    assert text.startswith("一、主要举措和成效\n（一）深入开展普法宣传\n")
    assert "成功率98.5%" in text
    assert "执法力量不足" not in text
    assert text.endswith("（潭溪镇2023年报告，一、“主要举措和成效”）")


def test_a_subsection_ends_where_the_next_begins() -> None:
    text = str(section(REPORT, passage_with("（一）深入")))
    assert "（二）" not in text.rpartition("\n")[0]


def test_before_the_first_heading_the_opening_is_the_section() -> None:
    text = str(section(REPORT, 0))
    assert text.startswith("潭溪镇2023年法治政府建设情况报告\n现将")
    assert text.endswith("（潭溪镇2023年报告）")
    assert "2024年1月" not in text


def test_the_signature_is_no_part_of_the_opening() -> None:
    last = len(REPORT.passages) - 1
    assert REPORT.passages[last].role == "signature"
    assert "现将" not in str(section(REPORT, last))


def test_wraps_of_the_source_are_not_handed_on() -> None:
    draft = Draft().head("一、", "调解", None).measure("调解纠纷\n　　40件。", "mediation")
    assert paragraph(draft.report(), 1).text == "调解纠纷40件。"


def test_long_headings_are_cut_in_the_source_line() -> None:
    report = Draft().head("一、", "践行枫桥经验" * 8, None).measure("调解。").report()
    line = source_line(report, 1)
    assert line.endswith("…”")
    assert len(line) < 45


def test_a_quote_says_where_its_text_stands() -> None:
    quote = section(REPORT, passage_with("（二）扎实"))
    assert quote.report == REPORT.sha256
    assert quote.text == REPORT.text[quote.start : quote.end]


def test_several_passages_name_each_heading_once_and_none_below_another() -> None:
    passages = [
        passage_with(words) for words in ("（一）深入", "第1季度", "执法力量", "（二）扎实")
    ]
    assert source_of(REPORT, passages) == (
        "潭溪镇2023年报告，一、（一）“深入开展普法宣传”；二、“存在的不足和原因”；"
        "一、（二）“扎实化解矛盾纠纷”"
    )
    passages.append(passage_with("一、主要举措"))
    assert source_of(REPORT, passages) == (
        "潭溪镇2023年报告，二、“存在的不足和原因”；一、“主要举措和成效”"
    )
    assert source_of(REPORT, (0,)) == "潭溪镇2023年报告"


def test_pages_are_said_where_they_are_known() -> None:
    second = REPORT.text.index("（一）深入")
    third = REPORT.text.index("执法力量")
    hints = Hints(pages=(0, second, third))
    report = dataclasses.replace(REPORT, format="pdf", hints=hints)
    assert source_of(report, (0,)) == "潭溪镇2023年报告，第1页"
    assert source_line(report, passage_with("（一）深入")) == (
        "潭溪镇2023年报告，第2页，一、（一）“深入开展普法宣传”"
    )
    both = [passage_with("（一）深入"), passage_with("执法力量")]
    assert source_of(report, both).startswith("潭溪镇2023年报告，第2—3页，")
    before_it = dataclasses.replace(report, hints=Hints(pages=(0, third + 1)))
    assert "第1—2页" in source_line(before_it, passage_with("执法力量"))


def test_a_file_name_cannot_steer_the_terminal() -> None:
    report = dataclasses.replace(REPORT, issuer=None, file="a\x1b]0;b\x07\udcff.txt")
    assert source_line(report, 0) == "a\ufffd]0;b\ufffd\ufffd.txt"
