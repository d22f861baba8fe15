"""The real program on terminals that count otherwise: the edges of panes stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import made
import pytest
from emulators import AS_COUNTED, WIDTHS, Emulator, Widths
from terminals import Terminal

COLUMNS, LINES = 80, 24

HELP = "翻看"
FRAME = b"\x1b[1;1H"
MIXED = "\x1b[1;7R"

ODD = (
    "赞\U0001f44d\U0001f3fd心\u2764\ufe0f电\u260e\ufe0f",
    "扩展\U00020bb7\U0002ebf0\U00031350\U000323b0",
    "私用\ue000\uf8ff\U000f0000",
    "非字符\ufffe\ufdd0\U0001ffff止\x1b[31m红\x9b2J\u202e反",
    "\u0301e\u0301a\u0300\u0323",
    "家\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "①②“引”—…·×",
)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Terminal]]:
    """Starts the browser on a small terminal, with two reports full of what terminals dispute."""
    reports = []
    for town in ("甲镇", "乙镇"):
        # Each at every place of a line, the last cell among them.
        measures = [
            f"{town}{'调解' * number}{odd}{'纠纷' * number}。" for odd in ODD for number in range(9)
        ]
        reports.append(made.report(f"{town}\ue000\u2764\ufe0f", 2023, measures))
    library = made.library(tmp_path / "library.sqlite3", reports)
    names = [report.sha256 for report in reports]
    program = ("-m", "tuibrowser", "--db", str(library.path), "open", *names)
    started: list[Terminal] = []

    def begin() -> Terminal:
        started.append(Terminal(program, size=(COLUMNS, LINES)))
        return started[-1]

    yield begin
    for terminal in started:
        terminal.close()


@pytest.mark.parametrize("answer", ["", "\x1b[1;5R", MIXED], ids=["none", "narrow", "mixed"])
def test_no_character_of_a_report_moves_another(start: Callable[[], Terminal], answer: str) -> None:
    terminal = start()
    terminal.expect("乙镇")
    terminal.type(answer)
    if answer == MIXED:
        # All is set anew, with another rule between the panes.
        terminal.expect("| 一")
    # Both panes by lines and pages, then each by itself, with its marks.
    for keys in ("jj", " ", "#", "\tj", "r", "r", "r", "j", "\t", "jjj"):
        terminal.type(keys)
    terminal.type("?")
    terminal.expect(HELP)
    shown = terminal.output.index(HELP.encode())
    before = terminal.output[: terminal.output.rindex(FRAME, 0, shown)]
    expected = screen(before, AS_COUNTED).undisputed()
    assert len(expected) > 150
    for name, widths in WIDTHS.items():
        if answer != "\x1b[1;5R" or name != "ambiguous characters are wide, too":
            drawn = screen(before, widths)
            assert {at: drawn.at(*at) for at in expected} == expected, name


def screen(output: bytes, widths: Widths) -> Emulator:
    """The screen of a terminal after ``output``."""
    emulator = Emulator(COLUMNS, LINES, widths)
    emulator.feed(output)
    return emulator


@pytest.mark.parametrize(
    "said", ["99999999", "²", "9" * 5000, "0"], ids=["many", "no", "long", "0"]
)
def test_the_screen_is_as_large_as_the_terminal(
    start: Callable[[], Terminal], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    monkeypatch.setenv("LINES", said)
    terminal = start()
    terminal.expect("检索  ? 帮助")
    assert not re.search(rb"\x1b\[(\d+;\d{3,}|\d{3,};\d+)H", terminal.output)
