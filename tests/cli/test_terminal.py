"""Where answers go."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import struct
import termios
from collections.abc import Iterator
from typing import TextIO

import pytest
from small_library import Run

from tuibrowser.cli import terminal
from tuibrowser.text.cellwidth import cells


@pytest.fixture
def wide_terminal() -> Iterator[TextIO]:
    """A terminal of 132 columns, to take the place of a standard stream."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 132, 0, 0))
    with os.fdopen(theirs, "w") as stream:
        yield stream
    os.close(ours)


def test_the_width_is_that_of_the_terminal_unless_columns_says_otherwise(
    wide_terminal: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", wide_terminal)
    assert terminal.width() == 132
    monkeypatch.setenv("COLUMNS", "60")
    assert terminal.width() == terminal.width(wide_terminal) == 60
    for nonsense in ("0", "宽", "-3"):
        monkeypatch.setenv("COLUMNS", nonsense)
        assert terminal.width() == 132


def test_a_pipe_gets_lines_whole_unless_columns_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert terminal.line_width() is None
    monkeypatch.setenv("COLUMNS", "宽")
    assert terminal.line_width() is None
    monkeypatch.setenv("COLUMNS", "60")
    assert terminal.line_width() == 60


def test_without_a_terminal_an_answer_is_a_hundred_columns_wide() -> None:
    assert terminal.width(io.StringIO()) == 100


def test_bold_is_for_terminals_that_want_it(
    wide_terminal: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", wide_terminal)
    assert terminal.takes_bold()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.takes_bold()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not terminal.takes_bold()
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert not terminal.takes_bold()


def test_the_browser_needs_a_terminal_at_both_ends(
    wide_terminal: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", wide_terminal)
    monkeypatch.setattr("sys.stdin", wide_terminal)
    assert terminal.is_interactive()
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert not terminal.is_interactive()
    monkeypatch.setattr("sys.stdin", None)
    assert not terminal.is_interactive()


def test_matches_are_bold_on_a_terminal_and_plain_in_a_pipe(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b" not in run("search", "纠纷").out
    monkeypatch.setattr("tuibrowser.cli.terminal.takes_bold", lambda: True)
    assert "调解各类矛盾\x1b[1m纠纷\x1b[22m68件" in run("search", "纠纷").out


def test_lines_fit_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda _: True)
    # Bold letters would count.
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "50")
    for arguments in (["list"], ["search", "普法"]):
        lines = run(*arguments).out.splitlines()
        assert max(map(cells, lines)) <= 50
