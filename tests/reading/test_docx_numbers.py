"""Automatic numbers are text, counted as Word counts them."""

from __future__ import annotations

import pytest
from packages import docx, item, lists, lvl, num, of, p, reader, style, texts

read = reader("docx")


CHAPTERS = lvl(0, "chineseCounting", "%1、") + lvl(1, "chineseCounting", "（%2）")


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", ["1.", "2.", "3."]),
        ("decimalZero", ["01.", "02.", "03."]),
        ("decimalFullWidth", ["１.", "２.", "３."]),
        ("chineseCounting", ["一.", "二.", "三."]),
        ("chineseCountingThousand", ["一.", "二.", "三."]),
        ("japaneseCounting", ["一.", "二.", "三."]),
        ("chineseLegalSimplified", ["壹.", "贰.", "叁."]),
        ("ideographTraditional", ["甲.", "乙.", "丙."]),
        ("ideographZodiac", ["子.", "丑.", "寅."]),
        ("decimalEnclosedCircle", ["①.", "②.", "③."]),
        ("decimalEnclosedCircleChinese", ["①.", "②.", "③."]),
        ("decimalEnclosedParen", ["⑴.", "⑵.", "⑶."]),
        ("upperRoman", ["I.", "II.", "III."]),
        ("lowerRoman", ["i.", "ii.", "iii."]),
        ("upperLetter", ["A.", "B.", "C."]),
        ("lowerLetter", ["a.", "b.", "c."]),
    ],
)
def test_every_format_of_numbers(form: str, numbers: list[str]) -> None:
    body = "".join(item("法治宣传") for _ in numbers)
    found = texts(read(docx(body, numbering=lists(lvl(0, form, "%1.")))))
    assert found == [f"{number}法治宣传" for number in numbers]


def test_the_tens_of_chinese_numbers() -> None:
    body = "".join(item("甲") for _ in range(21))
    found = texts(read(docx(body, numbering=lists(lvl(0, "chineseCounting", "%1、")))))
    assert found[9:12] == ["十、甲", "十一、甲", "十二、甲"]
    assert found[19:] == ["二十、甲", "二十一、甲"]


def test_lower_levels_start_anew_below_each_upper_one() -> None:
    body = item("甲") + item("乙", 1) + item("丙", 1) + item("丁") + item("戊", 1)
    found = texts(read(docx(body, numbering=lists(CHAPTERS))))
    assert found == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"]


def test_lower_levels_go_on_where_they_never_restart() -> None:
    never = lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    body = item("甲") + item("乙", 1) + item("丙") + item("丁", 1)
    found = texts(read(docx(body, numbering=lists(never))))
    assert found == ["1.甲", "1)乙", "2.丙", "2)丁"]


def test_numbers_of_upper_levels_in_digits_where_they_are_legal() -> None:
    mixed = lvl(0, "chineseCounting", "第%1章") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = item("甲") + item("乙") + item("丙", 1)
    found = texts(read(docx(body, numbering=lists(mixed))))
    assert found[1:] == ["第二章 乙", "2.1 丙"]


def test_a_level_starts_where_it_says() -> None:
    found = texts(read(docx(item("甲"), numbering=lists(lvl(0, "decimal", "%1.", start=5)))))
    assert found == ["5.甲"]


def test_lists_on_one_abstract_list_go_on_unless_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        f'<w:num w:numId="3"><w:abstractNumId w:val="1"/>{anew}</w:num>'
    )
    numbering = lists(lvl(0, "decimal", "%1."), more=more)
    body = item("甲") + item("乙", number=2) + item("丙", number=3) + item("丁", number=3)
    assert texts(read(docx(body, numbering=numbering))) == ["1.甲", "2.乙", "1.丙", "2.丁"]


def test_a_list_may_write_a_level_otherwise() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperLetter", "%1)")}</w:lvlOverride>'
    more = f'<w:num w:numId="2"><w:abstractNumId w:val="1"/>{own}</w:num>'
    body = item("甲") + item("乙", number=2)
    numbering = lists(lvl(0, "decimal", "%1."), more=more)
    assert texts(read(docx(body, numbering=numbering))) == ["1.甲", "B)乙"]


def test_a_list_that_names_a_list_style_has_its_levels() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    numbering = lists('<w:numStyleLink w:val="L"/>', lvl(0, "chineseCounting", "%1、"))
    assert texts(read(docx(item("甲"), styles=styles, numbering=numbering))) == ["一、甲"]


def test_list_styles_that_name_each_other_end() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    numbering = lists('<w:numStyleLink w:val="L"/>')
    assert texts(read(docx(item("甲"), styles=styles, numbering=numbering))) == ["甲"]


def test_styles_number_their_paragraphs_through_what_they_are_based_on() -> None:
    styles = style("A", num(0)) + style("B", "", "A") + style("C", "", "B")
    found = texts(
        read(docx(p("甲", of("C")) + p("乙", of("A")), styles=styles, numbering=lists(CHAPTERS)))
    )
    assert found == ["一、甲", "二、乙"]


def test_a_style_stands_on_the_level_that_is_linked_to_it() -> None:
    linked = lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2", '<w:pStyle w:val="B"/>')
    styles = style("B", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    found = texts(read(docx(item("甲") + p("乙", of("B")), styles=styles, numbering=lists(linked))))
    assert found == ["1.甲", "1.1 乙"]


def test_styles_based_on_each_other_end() -> None:
    styles = style("A", "", "B") + style("B", num(0), "A")
    assert texts(read(docx(p("甲", of("A")), styles=styles, numbering=lists(CHAPTERS)))) == [
        "一、甲"
    ]


def test_a_paragraph_may_take_itself_out_of_its_styles_list() -> None:
    body = p("甲", of("A") + '<w:numPr><w:numId w:val="0"/></w:numPr>') + p("乙", of("A"))
    found = texts(read(docx(body, styles=style("A", num(0)), numbering=lists(CHAPTERS))))
    assert found == ["甲", "一、乙"]


def test_what_a_paragraph_was_before_a_tracked_change_numbers_nothing() -> None:
    was = f"<w:pPrChange><w:pPr>{num(0)}</w:pPr></w:pPrChange>"
    found = texts(read(docx(p("甲", was) + item("乙"), numbering=lists(CHAPTERS))))
    assert found == ["甲", "一、乙"]


def test_empty_paragraphs_of_a_list_count() -> None:
    body = item("甲") + f"<w:p><w:pPr>{num(0)}</w:pPr></w:p>" + item("丙")
    assert texts(read(docx(body, numbering=lists(CHAPTERS)))) == ["一、甲", "三、丙"]


def test_bullets_are_no_numbers() -> None:
    numbering = lists(lvl(0, "bullet", "\uf0b7"))
    assert texts(read(docx(item("甲"), numbering=numbering))) == ["甲"]


def test_a_level_above_without_paragraph_shows_its_first_number() -> None:
    numbering = lists(lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2"))
    assert texts(read(docx(item("甲", 1), numbering=numbering))) == ["1.1 甲"]


@pytest.mark.parametrize("number", ["99", "x", "-1", "99999999999999"])
def test_lists_that_are_not_there(number: str) -> None:
    body = p("甲", f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="{number}"/></w:numPr>')
    assert texts(read(docx(body, numbering=lists(CHAPTERS)))) == ["甲"]
