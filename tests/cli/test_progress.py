"""Who waits is told what for, on a terminal."""

from __future__ import annotations

import sys
from threading import Event

import pytest

from tuibrowser.cli import progress
from tuibrowser.cli.progress import ProgressLine, waiting


class _Terminal:
    """Standard error as a terminal that keeps what is written."""

    def __init__(self, watched: bool = True) -> None:
        self.written = ""
        self.closed = False
        self.shown = Event()
        self._watched = watched

    def isatty(self) -> bool:
        return self._watched

    def write(self, text: str) -> int:
        self.written += text
        if text.strip():
            self.shown.set()
        return len(text)

    def flush(self) -> None:
        pass


def test_what_takes_long_is_said_and_taken_away_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    with waiting("正在解析…"):
        assert terminal.shown.wait(60)
    assert terminal.written.split("\r")[1] == "正在解析…"
    assert terminal.written.split("\r")[2].isspace()
    assert terminal.written.endswith("\r")


def test_what_is_soon_done_or_not_watched_goes_without_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal, pipe = _Terminal(), _Terminal(watched=False)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_PATIENCE", 3600)
    with waiting("正在解析…"):
        pass
    monkeypatch.setattr(sys, "stderr", pipe)
    ProgressLine().show("正在解析…")
    assert terminal.written == pipe.written == ""


def test_what_goes_wrong_meanwhile_is_not_kept_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", _Terminal())
    with pytest.raises(ValueError, match="坏"), waiting("正在解析…"):
        raise ValueError("坏")
