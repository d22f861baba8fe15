"""Bytes of a client in UTF-8 or GBK to characters."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tuibrowser.tui.terminal.decoding import TolerantDecoder

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5))


def _is_utf8(data: bytes) -> bool:
    """Whether ``data`` is UTF-8, its last character perhaps cut off."""
    try:
        codecs.utf_8_decode(data, "strict", False)
    except UnicodeDecodeError:
        return False
    return True


class TestTolerantDecoder:
    @given(st.text(), st.lists(st.integers(1, 7)))
    def test_utf8_comes_through_however_it_is_cut(self, text: str, cuts: list[int]) -> None:
        decoder = TolerantDecoder()
        data = text.encode()
        decoded = ""
        for cut in cuts:
            decoded += decoder.feed(data[:cut])
            data = data[cut:]
        decoded += decoder.feed(data)
        assert decoded == text
        assert not decoder.foreign

    @given(st.lists(st.binary(max_size=12)))
    def test_no_bytes_are_too_much(self, pieces: list[bytes]) -> None:
        decoder = TolerantDecoder()
        for piece in pieces:
            decoder.feed(piece)
        # Whatever is pending is taken for part of a character, and ends with the next plain key.
        assert decoder.feed(b"   \r").endswith("\r")

    @pytest.mark.parametrize("text", ["搜", "调解矛盾纠纷", b"\x87q".decode("gbk")])
    def test_gbk_is_read_as_what_was_meant(self, text: str) -> None:
        decoder = TolerantDecoder()
        assert decoder.feed(text.encode("gbk")) == text
        assert decoder.foreign

    @given(HAN, HAN)
    def test_gbk_never_turns_into_keys(self, before: str, after: str) -> None:
        # 鍊丗 in GBK is a character and an F in UTF-8, too: nobody can tell which was meant.
        assume(not any(text and _is_utf8(text.encode("gbk")) for text in (before, after)))
        decoder = TolerantDecoder()
        typed = decoder.feed(before.encode("gbk")) + decoder.feed(after.encode("gbk"))
        typed += decoder.feed(b"\r")
        assert not re.search(r"[\x00-\x0c\x0e-\x7f]", typed)

    def test_utf8_after_gbk_is_utf8_again(self) -> None:
        decoder = TolerantDecoder()
        assert decoder.feed("搜".encode("gbk")) == "搜"
        assert decoder.feed("搜".encode()) == "搜"

    def test_escape_sequence_after_half_a_character_is_whole(self) -> None:
        decoder = TolerantDecoder()
        assert decoder.feed(b"\xcb\x1b[A").endswith("\x1b[A")

    def test_one_wrong_byte_spoils_no_more_than_its_word(self) -> None:
        decoder = TolerantDecoder()
        assert decoder.feed("调解 ".encode() + b"\xff" + " 纠纷".encode()) == "调解 \ufffd 纠纷"
        assert decoder.feed(b"\xcb") == ""
        assert decoder.feed("\x15调解".encode()) == "\ufffd\x15调解"
