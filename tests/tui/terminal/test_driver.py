"""The real program on a real terminal: strange bytes, signals, and what is left behind."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator

import pyte
import pytest
from terminals import Terminal

from tuibrowser.store.library import Library

SHELL = """
import os, signal, sys
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
job = os.fork()
if not job:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    print("started", os.getpid(), flush=True)
    os.execv(sys.argv[1], sys.argv[1:])
while True:
    _, status = os.waitpid(job, os.WUNTRACED)
    os.tcsetpgrp(0, os.getpgrp())
    if not os.WIFSTOPPED(status):
        sys.exit(os.waitstatus_to_exitcode(status))
    print("已停下", flush=True)
    if input() == "fg":
        os.tcsetpgrp(0, job)
    os.killpg(job, signal.SIGCONT)
"""
"""A shell that has one job."""

BETWEEN = """
import os, subprocess, sys
program = subprocess.Popen(sys.argv[1:])
print("started", program.pid, flush=True)
sys.exit(program.wait())
"""
"""What waits for a program, as make does, and knows nothing of jobs."""

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
def browser(start: Start) -> Terminal:
    """The browser, started."""
    terminal = start()
    terminal.expect("添加报告")
    return terminal


Job = Callable[[bool], tuple[Terminal, int]]


@pytest.fixture
def job(start: Start, sample_library: Library) -> Job:
    """Start the browser as the job of a shell, perhaps with a program between; also its number."""

    def begin(between: bool) -> tuple[Terminal, int]:
        program = [sys.executable, "-m", "tuibrowser", "--db", str(sample_library.path)]
        terminal = start("-c", SHELL, *([sys.executable, "-c", BETWEEN] * between), *program)
        terminal.expect("添加报告")
        (pid,) = re.findall(rb"started (\d+)", terminal.output)[-1:]
        return terminal, int(pid)

    return begin


def test_gbk_typed_into_the_input_is_searched_and_explained(browser: Terminal) -> None:
    browser.type("/")
    browser.expect("输入检索词")
    browser.type("调解".encode("gbk"))
    browser.expect("第 1 条", "改为 UTF-8")
    browser.type("\x1b")
    browser.expect("返回")
    browser.type("q")
    browser.expect("添加报告")
    browser.type("q")
    assert browser.end() == 0
    browser.assert_restored()


def test_gbk_outside_an_input_does_nothing_but_say_so(browser: Terminal) -> None:
    # The second byte of this character is the letter that quits.
    assert len(b"\x87q".decode("gbk")) == 1
    browser.type(b"\x87q")
    browser.expect("改为 UTF-8")
    browser.type("?")
    browser.expect("翻看")
    browser.type("q")
    browser.expect("添加报告")
    browser.type("q")
    assert browser.end() == 0


def test_all_bytes_at_once_end_nothing(browser: Terminal) -> None:
    browser.type("/")
    browser.expect("输入检索词")
    browser.type(bytes(range(0x80, 0x100)))
    browser.expect("改为 UTF-8")
    browser.type("\x15")
    browser.expect("输入检索词")
    browser.type("调解")
    browser.expect("第 1 条")
    browser.type("\x1b")
    browser.expect("返回")
    browser.type("qq")
    assert browser.end() == 0


def test_full_width_keys_and_a_han_character(browser: Terminal) -> None:
    browser.type("检")
    browser.expect("当前为中文输入状态")
    browser.type("？")
    browser.expect("翻看")
    browser.type("ｑ")
    browser.expect("添加报告")
    browser.type("、")
    browser.expect("输入检索词")
    browser.type("调解")
    browser.expect("第 1 条")
    browser.type("\x1b")
    browser.expect("返回")
    browser.type("ｑ")
    browser.expect("添加报告")
    browser.type("ｑ")
    assert browser.end() == 0
    browser.assert_restored()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signal_ends_in_good_order(browser: Terminal, number: signal.Signals) -> None:
    browser.process.send_signal(number)
    assert browser.end() == 128 + number
    browser.assert_restored()
    assert b"Traceback" not in browser.output


def test_lost_terminal_ends_the_program(browser: Terminal) -> None:
    browser.hang_up()
    assert browser.process.wait(30) in (128 + signal.SIGHUP, -signal.SIGHUP)


def test_ctrl_c_asks_before_it_quits(browser: Terminal) -> None:
    browser.type("\x03")
    browser.expect("再按一次")
    browser.type("\x03")
    assert browser.end() == 0
    browser.assert_restored()


def test_answers_of_the_terminal_open_nothing(browser: Terminal) -> None:
    for answer in (
        b"\x1b[?62;22c",
        b"\x1b]11;rgb:aaaa/eeee/ffff\x1b\\",
        b"\x1bP>|tmux 3.4\x1b\\",
        b"\x1b]52;c;cXEvOkRl\x07",
        b"\x1b[?997;1n",
        b"\x1b_Gi=31;OK\x1b\\",
        "\x9b?1;2c".encode(),
    ):
        browser.type(answer)
        browser.type(answer[:2])
        browser.type(answer[2:])
    shown = len(browser.output)
    browser.type("q")
    assert browser.end() == 0
    # The first key that is one quits: nothing had opened before.
    assert "检索词" not in browser.output[shown:].decode("utf-8", "replace")
    browser.assert_restored()


def test_ctrl_z_stops_nothing_where_nobody_would_let_it_go_on(browser: Terminal) -> None:
    # The program leads its session, as under `ssh -t host tuibrowser`.
    browser.type("\x1a")
    browser.expect("不能暂时离开")
    browser.process.send_signal(signal.SIGTSTP)
    browser.type("?")
    browser.expect("翻看")
    browser.type("qq")
    assert browser.end() == 0
    browser.assert_restored()


@pytest.mark.parametrize("between", [False, True], ids=["alone", "with make between"])
@pytest.mark.parametrize("how", ["key", "signal"])
def test_stopped_and_let_go_on_by_a_shell(job: Job, between: bool, how: str) -> None:
    terminal, pid = job(between)
    if how == "key":
        terminal.type("\x1a")
    else:
        os.kill(pid, signal.SIGTSTP)
    terminal.expect("已停下")
    assert terminal.modes == terminal.modes_before
    terminal.type("fg\r")
    # Drawn again at once: nothing is typed.
    terminal.expect("添加报告")
    assert terminal.modes != terminal.modes_before
    terminal.type("?")
    terminal.expect("翻看")
    terminal.type("qq")
    assert terminal.end() == 0
    terminal.assert_restored()


def test_in_the_background_it_waits_for_the_foreground(job: Job) -> None:
    terminal, _ = job(False)
    terminal.type("\x1a")
    terminal.expect("已停下")
    terminal.type("bg\r")
    # Nothing of it is drawn over the shell.
    terminal.expect("已停下")
    assert terminal.modes == terminal.modes_before
    terminal.type("fg\r")
    terminal.expect("添加报告")
    terminal.type("q")
    assert terminal.end() == 0
    terminal.assert_restored()


@pytest.mark.parametrize("view", ["", "v"], ids=["screen", "plain view"])
def test_stopped_from_outside_it_takes_the_terminal_over_anew(job: Job, view: str) -> None:
    terminal, pid = job(False)
    if view:
        terminal.type(view)
        terminal.expect("按任意键返回")
    os.kill(pid, signal.SIGSTOP)
    terminal.expect("已停下")
    terminal.restore_modes()
    terminal.type("fg\r")
    if view:
        terminal.expect("按任意键返回")
        terminal.type("x")
    terminal.expect("添加报告")
    # Who answers a key has the terminal; what is drawn may be from before.
    terminal.type("?")
    terminal.expect("翻看")
    assert terminal.modes != terminal.modes_before
    terminal.type("qq")
    assert terminal.end() == 0
    terminal.assert_restored()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_the_plain_view_in_good_order(
    browser: Terminal, number: signal.Signals
) -> None:
    browser.type("v")
    browser.expect("按任意键返回")
    browser.process.send_signal(number)
    assert browser.end() == 128 + number
    browser.assert_restored()
    assert b"Traceback" not in browser.output


def test_lost_terminal_ends_the_plain_view(browser: Terminal) -> None:
    browser.type("v")
    browser.expect("按任意键返回")
    browser.hang_up()
    assert browser.process.wait(30) in (128 + signal.SIGHUP, -signal.SIGHUP)


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


def test_putty_gets_nothing_it_chokes_on(browser: Terminal) -> None:
    browser.type("qq")
    browser.end()
    # Every movement of the mouse, and device control strings.
    assert b"1003h" not in browser.output
    assert b"\x1bP" not in browser.output
    assert b"\x90" not in re.sub(rb"[\xc2-\xf4][\x80-\xbf]+", b"", browser.output)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("", "添加报告"), ("/", "输入检索词"), ("?", "翻看")],
    ids=["panes", "input", "modal screen"],
)
def test_ctrl_l_draws_what_stands_there_already(browser: Terminal, keys: str, shown: str) -> None:
    if keys:
        browser.type(keys)
        browser.expect(shown)
    browser.type("\x0c")
    browser.expect("\x0f", shown)


def test_another_size_is_drawn_on_an_empty_screen(browser: Terminal) -> None:
    # tmux keeps halves of wide characters beyond an edge that moved in and out again.
    browser.type("i")
    browser.expect("目录")
    for size in (80, 24), (120, 40):
        before = len(browser.output)
        browser.resize(*size)
        browser.expect("目录", "前往")
        said = browser.output[before:]
        assert 0 <= said.find(b"\x1b[2J") < said.find("目录".encode())


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


def test_any_key_ends_the_plain_view_unseen(browser: Terminal) -> None:
    for key in ("\x03", "\r", "q", "\x1b", "\x1b[B"):
        browser.type("v")
        browser.expect("按任意键返回")
        shown = len(browser.output)
        browser.type(key)
        browser.expect("添加报告")
        assert b"^C" not in browser.output[shown:], key
    browser.type("q")
    assert browser.end() == 0
    browser.assert_restored()


def test_plain_view_leaves_nothing_on_the_shells_screen(browser: Terminal) -> None:
    browser.type("v")
    browser.expect("按任意键返回")
    browser.type("x")
    browser.expect("添加报告")
    browser.type("q")
    assert browser.end() == 0
    shell = pyte.Screen(80, 24)
    stream = pyte.ByteStream(shell)
    for stretch in bytes(browser.output).split(b"\x1b[?1049l")[1:]:
        # The browser's own screen is another.
        stream.feed(stretch.split(b"\x1b[?1049h")[0])
    assert b"\x1b[?1049l" in browser.output
    assert [line for line in shell.display if line.strip()] == []


FAULTY = """
import sys
from pathlib import Path
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.run import run_app

def fail(self):
    raise ZeroDivisionError("秘密")

BrowserApp.action_help = fail
sys.exit(run_app(Library(Path(sys.argv[1])), (), lambda: 0))
"""


def test_a_fault_of_the_program_ends_in_one_sentence(start: Start, sample_library: Library) -> None:
    browser = start("-c", FAULTY, str(sample_library.path))
    browser.expect("帮助")
    browser.type("?")
    assert browser.end() == 1
    assert "程序出错（ZeroDivisionError），已退出" in browser.words
    assert "Traceback" not in browser.words
    assert "秘密" not in browser.words
    browser.assert_restored()
