"""Text in every encoding that Chinese was ever written in, and 乱码 that can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.reading.garbled import restore
from tuibrowser.reading.read import Refused, read

TEXT = (
    "柳溪镇2023年法治政府建设年度报告\n一、主要举措和成效\n"
    "（一）深入开展普法宣传。全年组织法治讲座40场，受众3000余人，群众法治意识明显增强。\n"
    "二、存在的不足和原因\n执法力量不足，业务培训不够，工作机制有待完善。"
)


def said(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    return read(path).text


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "hz", "utf-7"],
)
def test_every_encoding_is_told(tmp_path: Path, codec: str) -> None:
    assert said(tmp_path, TEXT.encode(codec)) == TEXT


def test_traditional_text_in_big5(tmp_path: Path) -> None:
    text = "柳溪鎮2023年法治政府建設年度報告，全年開展宣傳四十場，群眾對工作表示滿意。" * 3
    assert said(tmp_path, text.encode("big5")) == text


def test_a_euro_sign_of_windows_costs_no_file(tmp_path: Path) -> None:
    assert said(tmp_path, TEXT.encode("gbk") + b"\x80100") == TEXT + "€100"


@pytest.mark.parametrize(
    ("was", "taken_for"),
    [
        ("utf-8", "latin-1"),
        ("gb18030", "latin-1"),
        ("utf-8", "gb18030"),
        ("utf-8", "mac_roman"),
        ("utf-8", "cp437"),
        ("utf-8", "koi8-r"),
        ("gb18030", "mac_roman"),
    ],
)
def test_text_that_was_decoded_wrongly_once_is_restored_and_said(
    tmp_path: Path, was: str, taken_for: str
) -> None:
    text = "深入推进法治政府建设年度工作，" * 4
    path = tmp_path / "a.txt"
    path.write_text(text.encode(was).decode(taken_for), encoding="utf-8")
    document = read(path)
    assert document.text == text
    assert "乱码" in document.doubts[0]


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_a_part_that_was_decoded_wrongly_is_restored_and_said(codec: str) -> None:
    whole = "柳溪镇一年来的工作，现报告如下。\n普法走进集市。\n"
    text, doubt = restore("柳溪镇报告\n".encode().decode(codec) + whole)
    assert text == "柳溪镇报告\n" + whole
    assert doubt
    assert "乱码" in doubt


def test_accents_and_signs_are_no_part_decoded_wrongly() -> None:
    text = "柳溪镇请来René与Zoë讲课，单价€5，误差±2，引“café”一例。"
    assert restore(text) == (text, None)


def test_text_that_was_decoded_wrongly_twice_is_restored(tmp_path: Path) -> None:
    once = TEXT.encode().decode("latin-1")
    assert said(tmp_path, once.encode("utf-8").decode("latin-1").encode()) == TEXT


@pytest.mark.parametrize("taken_for", ["big5", "shift_jis", "cp949"])
def test_text_of_which_a_wrong_decoding_lost_a_part_is_refused(
    tmp_path: Path, taken_for: str
) -> None:
    garbled = TEXT.encode("gbk").decode(taken_for, "replace")
    with pytest.raises(Refused, match="乱码"):
        said(tmp_path, garbled.encode())


def test_text_whose_characters_are_lost_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="原字已丢失"):
        said(tmp_path, ("锟斤拷" * 60 + "锟捷凤拷").encode())


def test_text_of_which_signs_took_the_place_is_refused(tmp_path: Path) -> None:
    lost = "".join("\ufffd" if at % 3 else it for at, it in enumerate(TEXT * 4))
    for garbled in (lost, "烫烫烫屯屯屯" * 40):
        with pytest.raises(Refused, match="原字已丢失"):
            said(tmp_path, garbled.encode())


def test_single_characters_that_were_lost_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text((TEXT * 4).replace("府", "\ufffd", 1), encoding="utf-8")
    assert read(path).doubts == ("有 1 个字在保存时丢失，变成了乱码（�），请对照原件",)


def test_chinese_that_was_saved_as_question_marks_is_refused(tmp_path: Path) -> None:
    lost = "".join(it if it.isascii() else "?" for it in TEXT)
    with pytest.raises(Refused, match="原字已丢失"):
        said(tmp_path, lost.encode())
    assert said(tmp_path, "为什么??怎么办??".encode()) == "为什么??怎么办??"


@pytest.mark.parametrize("text", ["~{~{~{", "1+1=2, a+b+c", "a ~{ b ~{ c ~{ d", "C++ C++ C++ C++"])
def test_signs_of_other_encodings_in_plain_ascii_are_signs(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text.encode()) == text


@given(st.text(alphabet=st.sampled_from("法治政府建设年度报告宣传，。\n 2023abc"), max_size=200))
def test_chinese_and_ascii_are_never_changed(text: str) -> None:
    assert restore(text) == (text, None)
