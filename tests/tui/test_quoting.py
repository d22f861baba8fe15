"""What is handed on of a report, and what it is called."""

from __future__ import annotations

import dataclasses

import pytest
from handmade import Draft, plain

from tuibrowser.model import Place
from tuibrowser.text.cellwidth import cells
from tuibrowser.tui.naming import pane_title, place_names, report_name, source_line
from tuibrowser.tui.quoting import paragraph, section

REPORT = plain("潭溪镇")


def passage_with(words: str) -> int:
    offset = REPORT.text.index(words)
    return next(i for i, it in enumerate(REPORT.passages) if it.start <= offset < it.end)


def test_a_paragraph_comes_with_its_source() -> None:
    assert paragraph(REPORT, passage_with("调解各类")) == (
        "调解各类矛盾纠纷68件，成功率98.5%。\n（潭溪镇2023年报告，一、（二）“扎实化解矛盾纠纷”）"
    )


def test_a_section_comes_with_all_below_it() -> None:
    text = section(REPORT, passage_with("一、主要举措"))
    assert text.startswith("一、主要举措和成效\n（一）深入开展普法宣传\n")
    assert "成功率98.5%" in text
    assert "执法力量不足" not in text
    assert text.endswith("（潭溪镇2023年报告，一、“主要举措和成效”）")


def test_a_subsection_ends_where_the_next_begins() -> None:
    text = section(REPORT, passage_with("（一）深入"))
    assert "（二）" not in text.rpartition("\n")[0]


def test_before_the_first_heading_the_opening_is_the_section() -> None:
    text = section(REPORT, 0)
    assert text.startswith("潭溪镇2023年法治政府建设情况报告\n现将")
    assert text.endswith("（潭溪镇2023年报告）")


def test_wraps_of_the_source_are_not_handed_on() -> None:
    draft = Draft().head("一、", "调解", None).measure("调解纠纷\n　　40件。", "mediation")
    assert paragraph(draft.report(), 1).startswith("调解纠纷40件。\n")


def test_long_headings_are_cut_in_the_source_line() -> None:
    report = Draft().head("一、", "践行枫桥经验" * 8, None).measure("调解。").report()
    line = source_line(report, 1)
    assert line.endswith("…”")
    assert len(line) < 45


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({}, "潭溪镇2023"),
        ({"year": None}, "潭溪镇（年份不明）"),
        ({"issuer": None}, "潭溪镇2023.txt"),
    ],
)
def test_report_names(change: dict[str, None], name: str) -> None:
    assert report_name(dataclasses.replace(REPORT, **change)) == name  # type: ignore[arg-type]


def test_places_are_short_and_said_once() -> None:
    assert place_names(Place("北京市", "北京市", "门头沟区", "潭柘寺镇")) == ["北京", "门头沟"]


@pytest.mark.parametrize("width", range(1, 40))
def test_titles_fit_and_keep_the_name_longest(width: int) -> None:
    report = dataclasses.replace(REPORT, place=Place("北京市", "北京市", "门头沟区", None))
    title = pane_title(report, width)
    assert cells(title) <= width
    if width >= cells("潭溪镇2023"):
        assert title.endswith("潭溪镇2023")


def test_a_file_name_cannot_steer_the_terminal() -> None:
    report = dataclasses.replace(REPORT, issuer=None, file="a\x1b]0;b\x07\udcff.txt")
    assert report_name(report) == "a\ufffd]0;b\ufffd\ufffd.txt"
    assert "\x1b" not in source_line(report, 0)
