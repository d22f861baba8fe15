"""The real program on a real terminal: strange bytes, signals, and what is left behind."""

from __future__ import annotations

import codecs
import re
import signal
from collections.abc import Callable, Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from terminals import Terminal

from tuibrowser.store.library import Library
from tuibrowser.tui.terminal.driver import TolerantDecoder

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5))

STUCK = """
import os
from textual.app import App
from tuibrowser.tui.terminal.driver import TerminalDriver

class Stuck(App):
    def on_key(self):
        os.write(1, "卡住".encode())
        while True:
            pass

Stuck(driver_class=TerminalDriver).run()
"""


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


Start = Callable[..., Terminal]


@pytest.fixture
def start(sample_library: Library) -> Iterator[Start]:
    """Start the browser on a library of the samples, on its home screen."""
    terminals: list[Terminal] = []

    def begin(*arguments: str) -> Terminal:
        made = Terminal(
            arguments or ("-m", "tuibrowser", "--db", str(sample_library.path)), size=(120, 40)
        )
        terminals.append(made)
        return made

    yield begin
    for each in terminals:
        each.close()


@pytest.fixture
def home(start: Start) -> Terminal:
    """The browser, started."""
    terminal = start()
    terminal.expect("添加报告")
    return terminal


def assert_restored(terminal: Terminal) -> None:
    """The terminal is as it was: modes, normal screen, cursor, no mouse, no paste marks."""
    assert terminal.modes == terminal.modes_before
    switches = dict.fromkeys(re.findall(rb"\x1b\[\?(\d+)[hl]", terminal.output))
    last = {
        mode: re.findall(rb"\x1b\[\?" + mode + rb"([hl])", terminal.output)[-1] for mode in switches
    }
    assert last.pop(b"25") == b"h"
    assert last.pop(b"7") == b"h"
    assert set(last.values()) == {b"l"}
    assert terminal.output.rindex(b"\x1b[<u") > terminal.output.rindex(b"\x1b[>")


def test_gbk_typed_into_the_input_is_searched_and_explained(home: Terminal) -> None:
    home.type("/")
    home.expect("输入检索词")
    home.type("调解".encode("gbk"))
    home.expect("第 1 条")
    home.expect("改为 UTF-8")
    home.type("\x1b")
    home.expect("返回")
    home.type("q")
    home.expect("添加报告")
    home.type("q")
    assert home.end() == 0
    assert_restored(home)


def test_gbk_outside_an_input_does_nothing_but_say_so(home: Terminal) -> None:
    # The second byte of this character is the letter that quits.
    assert len(b"\x87q".decode("gbk")) == 1
    home.type(b"\x87q")
    home.expect("改为 UTF-8")
    home.type("?")
    home.expect("翻看")
    home.type("q")
    home.expect("添加报告")
    home.type("q")
    assert home.end() == 0


def test_all_bytes_at_once_end_nothing(home: Terminal) -> None:
    home.type("/")
    home.expect("输入检索词")
    home.type(bytes(range(0x80, 0x100)))
    home.expect("改为 UTF-8")
    home.type("\x15")
    home.expect("输入检索词")
    home.type("调解")
    home.expect("第 1 条")
    home.type("\x1b")
    home.expect("返回")
    home.type("qq")
    assert home.end() == 0


def test_full_width_keys_and_a_han_character(home: Terminal) -> None:
    home.type("检")
    home.expect("当前为中文输入状态")
    home.type("？")
    home.expect("翻看")
    home.type("ｑ")
    home.expect("添加报告")
    home.type("、")
    home.expect("输入检索词")
    home.type("调解")
    home.expect("第 1 条")
    home.type("\x1b")
    home.expect("返回")
    home.type("ｑ")
    home.expect("添加报告")
    home.type("ｑ")
    assert home.end() == 0
    assert_restored(home)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signal_ends_in_good_order(home: Terminal, number: signal.Signals) -> None:
    home.process.send_signal(number)
    assert home.end() == 128 + number
    assert_restored(home)
    assert b"Traceback" not in home.output


def test_lost_terminal_ends_the_program(home: Terminal) -> None:
    home.hang_up()
    assert home.process.wait(30) in (128 + signal.SIGHUP, -signal.SIGHUP)


def test_ctrl_c_asks_before_it_quits(home: Terminal) -> None:
    home.type("\x03")
    home.expect("再按一次")
    home.type("\x03")
    assert home.end() == 0
    assert_restored(home)


def test_ctrl_z_gives_the_terminal_back_and_takes_it_again(home: Terminal) -> None:
    home.type("\x1a")
    assert home.stopped()
    assert_restored(home)
    home.process.send_signal(signal.SIGCONT)
    home.expect("添加报告")
    home.type("?")
    home.expect("翻看")
    home.type("qq")
    assert home.end() == 0
    assert_restored(home)


def test_second_signal_does_not_wait_for_an_app_that_is_stuck(start: Start) -> None:
    terminal = start("-c", STUCK)
    terminal.type("x")
    terminal.expect("卡住")
    terminal.process.send_signal(signal.SIGTERM)
    terminal.process.send_signal(signal.SIGHUP)
    assert terminal.end() < 0
    assert terminal.modes == terminal.modes_before
    assert b"\x1b[?1049l" in terminal.output


def test_second_signal_ends_a_stuck_app_whose_terminal_is_gone(start: Start) -> None:
    terminal = start("-c", STUCK)
    terminal.type("x")
    terminal.expect("卡住")
    # A hang-up signal comes with it.
    terminal.hang_up()
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.process.wait(30) == -signal.SIGTERM


def test_putty_gets_nothing_it_chokes_on(home: Terminal) -> None:
    home.type("qq")
    home.end()
    # Every movement of the mouse, and device control strings.
    assert b"1003h" not in home.output
    assert b"\x1bP" not in home.output
    assert b"\x90" not in re.sub(rb"[\xc2-\xf4][\x80-\xbf]+", b"", home.output)


def test_screen_is_utf8_whatever_python_would_write(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "gb18030")
    monkeypatch.setenv("PYTHONUTF8", "0")
    terminal = start()
    terminal.expect("添加报告")
    terminal.type("q")
    assert terminal.end() == 0


def test_linux_console_is_told_where_to_go(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    terminal = start()
    terminal.expect("fbterm")
    assert terminal.end() != 0
    assert b"1049h" not in terminal.output
    assert terminal.modes == terminal.modes_before


def test_nohup_keeps_it_alive_through_a_hang_up_signal(
    start: Start, sample_library: Library
) -> None:
    ignoring = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    program = "import sys; from tuibrowser.cli import main; sys.exit(main(sys.argv[1:]))"
    terminal = start("-c", f"{ignoring}; {program}", "--db", str(sample_library.path))
    terminal.expect("添加报告")
    terminal.process.send_signal(signal.SIGHUP)
    terminal.type("?")
    terminal.expect("翻看")
    terminal.type("qq")
    assert terminal.end() == 0


@pytest.mark.parametrize("key", ["\x03", "\r", "q", "\x1b", "\x1b[B"])
def test_any_key_ends_the_plain_view_unseen(home: Terminal, key: str) -> None:
    home.type("v")
    home.expect("按任意键返回")
    shown = len(home.output)
    home.type(key)
    home.expect("添加报告")
    assert b"^C" not in home.output[shown:]
    home.type("q")
    assert home.end() == 0
    assert_restored(home)
