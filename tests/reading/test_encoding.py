from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuibrowser.reading.encoding import UnknownEncoding, decode

SENTENCES = (
    "全年共开展法治宣传活动40场，发放资料3000余份。",
    "镇党委书记、镇长带头学法，研究部署法治政府建设工作。",
    "一是健全制度；二是规范执法；三是化解矛盾纠纷。",
    "我镇坚持把人民调解工作放在基层治理的重要位置，切实为群众解决问题。",
)
CODECS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("codec", CODECS)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=30))
def test_official_prose_survives_every_encoding(codec: str, sentences: list[str]) -> None:
    text = "\n".join(sentences)
    assert decode(text.encode(codec))[0] == text


def test_gbk_of_a_windows_editor_is_told_from_big5() -> None:
    assert decode(SENTENCES[1].encode("gbk"))[1] == "gb18030"


def test_traditional_text_in_big5() -> None:
    text = "寶山區羅店鎮推進法治政府建設的主要舉措和成效，依法行政工作報告如下"
    assert decode(text.encode("big5"))[0] == text


@pytest.mark.parametrize(("codec", "name"), [("cp950", "恒豐鎮"), ("big5hkscs", "長着鎮")])
def test_big5_with_what_windows_and_hong_kong_added(codec: str, name: str) -> None:
    """No other text is made of it, and none is lost."""
    text = f"{name}人民政府推進法治政府建設的主要舉措和成效，依法行政工作報告如下"
    assert decode(text.encode(codec)) == (text, codec)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le"])
def test_a_cut_last_character_is_left_out(codec: str) -> None:
    whole = (SENTENCES[0] + SENTENCES[1]).encode(codec)
    text, _ = decode(whole[:-1])
    assert text == (SENTENCES[0] + SENTENCES[1])[:-1]


def test_a_break_in_the_middle_is_an_error_and_says_where() -> None:
    data = SENTENCES[0].encode() + b"\xff\xfe\xff" + SENTENCES[1].encode()
    with pytest.raises(UnknownEncoding) as caught:
        decode(data)
    assert caught.value.offset == len(SENTENCES[0].encode())


def test_a_break_near_the_beginning_says_where_as_well() -> None:
    data = SENTENCES[0][:5].encode("gbk") + b"\xff" + SENTENCES[1].encode("gbk") * 3
    with pytest.raises(UnknownEncoding) as caught:
        decode(data)
    assert (caught.value.offset, caught.value.codec) == (10, "gb18030")


def test_a_break_between_two_encodings_says_where() -> None:
    first = "".join(SENTENCES[:2]).encode("gbk")
    with pytest.raises(UnknownEncoding) as caught:
        decode(first + "".join(SENTENCES * 2).encode())
    assert (caught.value.offset >= len(first), caught.value.codec) == (True, "gb18030")


@given(st.binary(max_size=300))
@example(b"\x80\xb9\xfa")
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, codec = decode(data)
    except UnknownEncoding:
        return
    plain = codec.removesuffix("-sig")
    written = text.encode(plain)
    # GB 18030 writes € in two bytes; files of old Windows have it in one.
    assert written in data or written.replace("€".encode(plain), b"\x80") in data
