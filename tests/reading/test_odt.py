"""OpenDocument texts are read as they are shown."""

from __future__ import annotations

import pytest
from packages import odt, packed, reader, texts

from tuibrowser.reading.refused import Refused

read = reader("odt")

NUMBERED = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."'
    ' style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="("'
    ' style:num-suffix=")"/></text:list-style>'
)


def said(body: str, styles: str = "") -> list[str]:
    return texts(read(odt(body, styles)))


def entry(content: str) -> str:
    return f"<text:list-item>{content}</text:list-item>"


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_lists_are_numbered_and_lower_ones_start_anew() -> None:
    below = f"<text:list>{entry(p('乙'))}{entry(p('丙') + p('续'))}</text:list>"
    body = f'<text:list text:style-name="L">{entry(p("甲") + below)}{entry(p("丁"))}</text:list>'
    assert said(body, NUMBERED) == ["一、甲", "(1)乙", "(2)丙", "续", "二、丁"]


def test_a_list_goes_on_from_another_or_starts_where_it_says() -> None:
    body = (
        f'<text:list xml:id="a" text:style-name="L">{entry(p("甲"))}</text:list>{p("文")}'
        f'<text:list text:continue-list="a" text:style-name="L">{entry(p("乙"))}</text:list>'
        f'<text:list text:style-name="L"><text:list-item text:start-value="7">{p("丙")}'
        "</text:list-item></text:list>"
    )
    assert said(body, NUMBERED) == ["一、甲", "文", "二、乙", "七、丙"]


def test_headings_take_the_outlines_numbers_and_levels() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"'
        ' style:num-suffix="."/></text:outline-style>'
    )
    found = read(odt('<text:h text:outline-level="1">举措</text:h>' + p("文"), outline))
    assert [(it.text, it.level) for it in found.paragraphs] == [("1.举措", 1), ("文", 0)]


def test_hidden_text_changes_comments_and_contents_are_left_out() -> None:
    hidden = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"'
        '/></style:style><style:style style:name="C" style:parent-style-name="H"/>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        f"<text:table-of-content><text:index-body>{p('一、举措 1')}</text:index-body>"
        "</text:table-of-content>"
        + p(
            '看<text:span text:style-name="H">藏</text:span><office:annotation><text:p>批</text:p>'
            '</office:annotation><text:span text:style-name="C">隐</text:span>见'
        )
    )
    assert said(body, hidden) == ["看见"]


def test_notes_and_boxes_stand_after_their_paragraph() -> None:
    body = p(
        "甲<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>注</text:p></text:note-body></text:note>乙<draw:frame><draw:text-box>"
        "<text:p>框</text:p></draw:text-box></draw:frame>丙"
    )
    assert said(body) == ["甲乙丙", "注", "框"]


def test_spaces_tabs_and_line_breaks() -> None:
    assert said(p('甲<text:s text:c="2"/>乙<text:tab/>丙<text:line-break/>丁')) == [
        "甲  乙\t丙\n丁"
    ]


def test_tables_and_tables_in_them() -> None:
    def cell(content: str) -> str:
        return f"<table:table-cell>{content}</table:table-cell>"

    inner = f"<table:table><table:table-row>{cell(p('内'))}</table:table-row></table:table>"
    body = (
        f"<table:table><table:table-header-rows><table:table-row>{cell(p('项'))}{cell(p('数'))}"
        f"</table:table-row></table:table-header-rows><table:table-row>{cell(p('甲'))}"
        f"<table:covered-table-cell/>{cell(p('3'))}</table:table-row>"
        f"<table:table-row>{cell(inner)}</table:table-row></table:table>"
    )
    assert said(body) == ["项\t数", "甲\t3", "内"]


def test_styles_of_each_other_and_deep_nesting_end() -> None:
    styles = (
        '<style:style style:name="A" style:parent-style-name="B"/>'
        '<style:style style:name="B" style:parent-style-name="A"/>'
    )
    deep = "<text:section>" * 5_000 + p("深", "A") + "</text:section>" * 5_000
    assert said(p("浅", "A") + deep, styles) == ["浅"]


def test_what_is_encrypted_is_said_to_be_so() -> None:
    with pytest.raises(Refused, match="打开密码"):
        read(
            packed(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
                    "content.xml": b"\x01\x02",
                }
            )
        )
