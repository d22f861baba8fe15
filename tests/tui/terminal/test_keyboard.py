"""What is a key and what is none, however it is cut, whatever a terminal sends unasked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import pytest
from cases import for_each
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.message import Message

from tuibrowser.tui.terminal.keyboard import Keyboard

REPLIES = {
    "device attributes": b"\x1b[?62;22;52c",
    "secondary attributes": b"\x1b[>41;354;0c",
    "tertiary attributes": b"\x1bP!|7E565445\x1b\\",
    "version": b"\x1bP>|XTerm(390)\x1b\\",
    "colour of letters": b"\x1b]10;rgb:cccc/cccc/cccc\x1b\\",
    "colour of the ground": b"\x1b]11;rgb:0000/0000/0000\x07",
    "colour of the palette": b"\x1b]4;1;rgb:cd/00/00\x07",
    "clipboard": b"\x1b]52;c;cXEvOkRlYWZi\x1b\\",
    "title": "\x1b]l关于法治的报告朜?q\x1b\\".encode(),
    "size in cells": b"\x1b[8;40;120t",
    "size in pixels": b"\x1b[4;800;1200t",
    "size, unasked": b"\x1b[48;40;120;800;1200t",
    "dark or light": b"\x1b[?997;1n",
    "status": b"\x1b[0n",
    "cursor, extended": b"\x1b[?12;40;1R",
    "mode": b"\x1b[?2048;2$y",
    "mode of old": b"\x1b[4;2$y",
    "parameters": b"\x1b[2;1;1;128;128;1;0x",
    "keyboard protocol": b"\x1b[?25u",
    "key let go": b"\x1b[113;1:3u",
    "modified keys": b"\x1b[>4;2m",
    "setting": b"\x1bP1$r0;1m\x1b\\",
    "capability": b"\x1bP1+r544e=787465726d\x1b\\",
    "graphics": b"\x1b_Gi=31;OK\x1b\\",
    "sixel": b"\x1b[?1;0;256S",
    "private message": b"\x1b^q?\x1b\\",
    "start of string": b"\x1bXq?\x1b\\",
    "oldest mouse": b"\x1b[M q?",
    "mouse of urxvt": b"\x1b[32;10;10x",
    "keypad of nobody": b"\x1bOz",
    "function key of nobody": b"\x1b[199~",
    "cursor key of nobody": b"\x1b[63;1D",
    "character of nobody": b"\x1b[99999999;1u",
    "half a pair": b"\x1b[55357;1u",
    "very long": b"\x1b[" + b"113;" * 2_000 + b"z",
    "string of controls": b"\x1b]11;\x18",
}
"""Answers and reports that are no keys, with letters in them that are."""

CODES = {b"\x1b" + bytes([code - 0x40]): code for code in range(0x80, 0xA0)}


def utf8_controls(reply: bytes) -> bytes:
    """``reply`` with controls of one character, in UTF-8."""
    return reply.replace(reply[:2], b"\xc2%c" % CODES[reply[:2]], 1).replace(b"\x1b\\", b"\xc2\x9c")


def eight_bit(reply: bytes) -> bytes:
    """``reply`` with controls of one byte."""
    return reply.replace(reply[:2], b"%c" % CODES[reply[:2]], 1).replace(b"\x1b\\", b"\x9c")


ASCII_REPLIES = [
    it for it in REPLIES.values() if it.isascii() and it[1:2] != b"O" and b"M " not in it
]
FORMS = [
    *REPLIES.values(),
    *map(utf8_controls, REPLIES.values()),
    *(eight_bit(it) for it in ASCII_REPLIES if it[-1:] not in b"\x07\x18"),
]

KEYS = [
    it
    for it, keys in ANSI_SEQUENCES_KEYS.items()
    # Textual knows the last ones, but takes their numbers for characters.
    if (it not in ("\x1b\x1b", "\x9b") and not it.endswith(("25~", "26~", "28~", "29~"))
    and not (it[:3] in ("\x1b[3", "\x1b[6") and it[3:] in ("1~", "2~", "3~", "4~"))
    and it[:3] != "\x1b[5") or it == "\x1b[5~"
]  # fmt: skip
KITTY = ["\x1b[27u", "\x1b[13u", "\x1b[97;;97u", "\x1b[112;5u", "\x1b[0;;35843:35299u", "\x1b[1;2D"]


def told(messages: Iterable[Message]) -> list[tuple[object, ...]]:
    """What can be compared of messages."""
    return [
        (type(it), it.key, it.character)
        if isinstance(it, events.Key)
        else (type(it), getattr(it, "text", None))
        for it in messages
    ]


def typed(pieces: Sequence[bytes], pause: float = 0.0) -> list[Message]:
    """The messages of ``pieces``, ``pause`` seconds between them, and a long silence at the end."""
    keyboard = Keyboard()

    def read() -> Iterator[Message]:
        now = 0.0
        for piece in pieces:
            yield from keyboard.feed(piece, now)
            now += pause
            yield from keyboard.tick(now)
        for _ in range(10):
            now += 1
            yield from keyboard.tick(now)

    messages = list(read())
    assert not keyboard.pending
    return messages


def keys(messages: Iterable[Message]) -> list[str]:
    """The keys among ``messages``, by name."""
    return [it.key for it in messages if isinstance(it, events.Key)]


def expected(sequence: str) -> list[tuple[object, ...]]:
    """What Textual reads, after the same silence."""
    parser = XTermParser()
    messages = list(parser.feed(sequence))
    if parser._timeout_time is not None:
        parser._timeout_time = 0
        messages += parser.tick()
    return told(messages)


def cut(data: bytes, places: Iterable[int]) -> list[bytes]:
    """``data`` in pieces, cut at ``places``."""
    at = sorted({0, len(data), *(place % (len(data) + 1) for place in places)})
    return [data[start:end] for start, end in pairwise(at)]


class TestReplies:
    @for_each("reply", FORMS)
    def test_one_is_no_key_wherever_it_is_cut(self, reply: bytes) -> None:
        for place in range(min(len(reply), 100)):
            found = keys(typed([*cut(reply, [place]), b"j"]))
            assert found == ["j"], cut(reply, [place])

    @given(st.lists(st.sampled_from(FORMS), max_size=6), st.lists(st.integers(0, 500)))
    def test_many_are_none_between_keys(self, replies: list[bytes], places: list[int]) -> None:
        data = b"/" + b"j".join(replies) + "搜".encode()
        wanted = ["slash", *("j" * (len(replies) - 1)), "搜"]
        assert keys(typed(cut(data, places))) == wanted

    @given(
        st.sampled_from(["[", "]", "P", "X", "^", "_"]),
        st.text(st.characters(min_codepoint=0x30, max_codepoint=0x3F), min_size=1, max_size=300),
        st.integers(0, 500),
    )
    def test_sequences_of_nobody_are_swallowed_whole(
        self, kind: str, parameters: str, place: int
    ) -> None:
        end = "z" if kind == "[" else "\x1b\\"
        data = f"\x1b{kind}{parameters}{end}".encode()
        assert keys(typed([*cut(data, [place]), b"k"])) == ["k"]

    @for_each("reply", [it for it in FORMS if it[:1] in b"\x1b\xc2"])
    def test_one_that_does_not_end_holds_nothing_for_ever(self, reply: bytes) -> None:
        # Shorter ones are keys: Esc, or Alt and a key.
        for end in range(3, min(len(reply), 60)):
            keyboard = Keyboard()
            found = list(keyboard.feed(reply[:end], 0.0))
            for tenth in range(1, 12):
                found += keyboard.tick(tenth / 10)
            found += keyboard.feed(b"?", 1.2)
            assert keys(found) == ["question_mark"], reply[:end]

    # The others nobody could tell from what is typed after Esc.
    @pytest.mark.parametrize(
        "reply", [it for it in REPLIES.values() if it[2:3] in b"0123456789?>!G"]
    )
    def test_the_rest_of_one_is_known_after_a_pause(self, reply: bytes) -> None:
        assert keys(typed([reply[:1], reply[1:], b"j"], pause=ESCAPE_DELAY)) == ["escape", "j"]
        string = reply[1:2] != b"["
        for place in range(3, min(len(reply), 60)):
            pause = 0.5 if string else 0.9
            assert keys(typed([reply[:place], reply[place:], b"j"], pause)) == ["j"]

    @given(st.lists(st.binary(max_size=40), max_size=8))
    def test_no_bytes_are_too_much(self, pieces: list[bytes]) -> None:
        typed(pieces)
        assert keys(typed([*pieces, b"\x18\x1b\\", b"\x1b[201~", b"   \r"]))[-1] == "enter"


class TestKeys:
    @for_each("sequence", [*KEYS, *KITTY, *(chr(code) for code in range(1, 127))])
    def test_each_is_what_it_was_wherever_it_is_cut(self, sequence: str) -> None:
        data = sequence.encode()
        wanted = expected(sequence)
        for place in range(len(data)):
            assert told(typed(cut(data, [place]))) == wanted

    @given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), min_size=1))
    def test_text_is_what_it_was(self, text: str) -> None:
        assert told(typed(cut(text.encode(), range(0, 400, 3)))) == expected(text)

    @for_each("letter", [chr(code) for code in range(0x21, 0x7F)] + list("调ｍ？"))
    def test_alt_is_what_it_was(self, letter: str) -> None:
        assert told(typed([f"\x1b{letter}".encode()])) == expected(f"\x1b{letter}")

    def test_those_of_rxvt_are_known_by_name(self) -> None:
        assert keys(typed([b"\x1b[25~\x1b[34~\x1b[5A"])) == ["f13", "f20", "ctrl+up"]

    def test_many_in_one_read(self) -> None:
        data = b"/\x1b[A\x1b\x1b[Bq\x1bOC\x1bx"
        assert keys(typed([data])) == ["slash", "up", "escape", "down", "q", "right", "alt+x"]

    def test_esc_answers_as_soon_as_it_can(self) -> None:
        keyboard = Keyboard()
        assert not list(keyboard.feed(b"\x1b", 5.0))
        assert not list(keyboard.tick(5.0 + ESCAPE_DELAY / 2))
        assert keys(keyboard.tick(5.0 + ESCAPE_DELAY * 1.01)) == ["escape"]
        assert keys(keyboard.feed(b"[", 5.2)) == ["left_square_bracket"]

    def test_gbk_that_looks_like_a_control(self) -> None:
        # Both begin with a byte that introduces sequences.
        name = "烜淈"
        assert keys(typed([name.encode("gbk"), b"\r"])) == ["烜", "淈", "enter"]


class TestPaste:
    @given(
        st.text(st.characters(exclude_characters="\x00\x1b", exclude_categories=["Cs"])),
        st.lists(st.integers(0, 300)),
    )
    def test_it_is_one_however_it_is_cut(self, text: str, places: list[int]) -> None:
        data = b"a\x1b[200~" + text.encode() + b"\x1b[201~b"
        before, pasted, after = typed(cut(data, places))
        assert isinstance(pasted, events.Paste)
        assert pasted.text == text
        assert keys([before, after]) == ["a", "b"]

    def test_one_in_gbk_is_read(self) -> None:
        (pasted,) = typed([b"\x1b[200~" + "调解纠纷".encode("gbk") + b"\x1b[201~"])
        assert isinstance(pasted, events.Paste)
        assert pasted.text == "调解纠纷"

    def test_one_without_an_end_is_taken_after_a_silence(self) -> None:
        keyboard = Keyboard()
        assert not list(keyboard.feed(b"\x1b[200~abc", 0.0))
        assert not list(keyboard.tick(2.0))
        (pasted,) = keyboard.tick(4.0)
        assert isinstance(pasted, events.Paste)
        assert pasted.text == "abc"
        assert keys(keyboard.feed(b"q", 5.0)) == ["q"]

    def test_an_endless_one_is_bounded(self) -> None:
        keyboard = Keyboard()
        for _ in range(40):
            assert not list(keyboard.feed(b"\x1b[200~" + b"x" * 100_000, 0.0))
        (pasted,) = keyboard.feed(b"\x1b[201~", 0.0)
        assert isinstance(pasted, events.Paste)
        assert len(pasted.text) < 1 << 21


def test_mouse_focus_cursor_and_mode_are_told() -> None:
    data = b"\x1b[<0;5;7M\x1b[<0;5;7m\x1b[I\x1b[O\x1b[1;9R\x1b[?2026;2$y"
    names = [type(it).__name__ for it in typed(cut(data, range(50)))]
    assert names == [
        "MouseDown",
        "MouseUp",
        "AppFocus",
        "AppBlur",
        "CursorPosition",
        "TerminalSupportsSynchronizedOutput",
    ]
