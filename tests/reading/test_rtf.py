"""RTF is read as Word shows it, whatever wrote it."""

from __future__ import annotations

import pytest
from packages import reader, texts

from tuibrowser.reading.refused import Refused

read = reader("rtf")


def said(body: str, head: str = r"{\rtf1\ansi\ansicpg936") -> list[str]:
    return texts(read(f"{head} {body}}}".encode("gb18030")))


def u(text: str) -> str:
    return "".join(
        f"\\u{int.from_bytes(text.encode('utf-16-le')[at : at + 2], 'little', signed=True)}?"
        for at in range(0, len(text.encode("utf-16-le")), 2)
    )


def test_characters_by_code_by_bytes_and_beyond_the_first_plane() -> None:
    escaped = "".join(f"\\'{byte:02x}" for byte in "法治".encode("gbk"))
    assert said(f"{u('青山镇')}{escaped}{u('𠮷')}\\par") == ["青山镇法治𠮷"]


def test_what_stands_for_a_character_is_passed_over() -> None:
    assert said(r"\uc2\u27861 ab\uc0\u27835 \par") == ["法治"]


def test_a_font_says_in_which_encoding_its_bytes_are() -> None:
    fonts = r"{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset136 Ming;}}"
    big5 = "".join(f"\\'{byte:02x}" for byte in "法治".encode("big5"))
    assert said(f"{fonts}\\f1 {big5}\\par", r"{\rtf1\ansi\ansicpg1252") == ["法治"]


def test_numbers_are_text_and_bullets_are_not() -> None:
    body = (
        r"{\listtext\tab }\pard " + u("空") + r"\par"
        r"{\listtext " + u("一、") + r"\tab}" + u("举措") + r"\par"
        r"{\pntext\'b7\tab}" + u("点") + r"\par"
    )
    assert said(body) == ["空", "一、举措", "点"]


def test_letters_of_fonts_of_symbols_are_no_text() -> None:
    fonts = r"{\fonttbl{\f0\fcharset134 SimSun;}{\f3\fcharset2 Wingdings;}}"
    body = r"{\listtext\f3 l\tab}\f0 " + u("点") + r"\par"
    assert said(fonts + body) == ["点"]


def test_hidden_deleted_and_foreign_text_is_left_out() -> None:
    body = (
        r"{\info{\title x}}{\header " + u("眉") + r"}{\*\annotation " + u("批") + r"}"
        r"{\*\unknowndest "
        + u("外")
        + r"}"
        + u("看")
        + r"{\v "
        + u("藏")
        + r"}{\deleted "
        + u("删")
        + r"}\v "
        + u("隐")
        + r"\v0 "
        + u("见")
        + r"\par"
    )
    assert said(body) == ["看见"]


def test_fields_give_their_result_and_contents_give_nothing() -> None:
    body = (
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt " + u("链接") + r"}}\par"
        r"{\field{\*\fldinst TOC \\o}{\fldrslt " + u("一、举措") + r"\par}}" + u("正文") + r"\par"
    )
    assert said(body) == ["链接", "正文"]


def test_notes_and_boxes_stand_after_their_paragraph() -> None:
    body = (
        u("甲") + r"{\footnote " + u("注") + r"\par}" + u("乙") + r"\par"
        r"{\shp{\*\shpinst{\shptxt " + u("框") + r"\par}}}" + u("丙") + r"\par"
    )
    assert said(body) == ["甲乙", "注", "丙", "框"]


def test_rows_of_tables() -> None:
    row = r"\trowd\intbl " + u("项") + r"\cell " + u("数") + r"\cell\row"
    assert said(row + r"\pard " + u("文") + r"\par") == ["项\t数", "文"]


def test_levels_of_headings() -> None:
    found = read(rb"{\rtf1\ansi\pard\outlinelevel1 A\par\pard B\par}")
    assert [(it.text, it.level) for it in found.paragraphs] == [("A", 2), ("B", 0)]


@pytest.mark.parametrize("size", [b"999999999", b"-5", b"0", b"9999999999"])
def test_a_length_that_lies_loses_no_more_than_the_file_has(size: bytes) -> None:
    assert texts(read(b"{\\rtf1 A\\par\\bin" + size + b" BCD\\par}"))[:1] == ["A"]


def test_groups_without_end_or_beginning() -> None:
    assert texts(read(b"{\\rtf1 {{{A\\par")) == ["A"]
    assert texts(read(b"{\\rtf1 A\\par}}}}}B\\par"))[:1] == ["A"]
    with pytest.raises(Refused, match="嵌套过深"):
        read(b"{\\rtf1" + b"{" * 100_000)
