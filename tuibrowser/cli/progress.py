"""What a command is at, on one line that is written over and over and gone in the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import Final

from tuibrowser.cli.terminal import is_terminal, width
from tuibrowser.indexing.outcome import Progress, Stage
from tuibrowser.indexing.wording import counted
from tuibrowser.text.cellwidth import cells, fill
from tuibrowser.text.visible import visible

_INTERVAL: Final = 0.1
"""Seconds between two drawings: more would slow down an SSH line, not inform."""
_PATIENCE: Final = 1.0
"""Seconds that somebody waits without being told what for."""


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Show ``words`` once what is done takes longer than a second, until it is done."""
    line = ProgressLine()
    timer = Timer(_PATIENCE, line.show, (words,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        line.clear()


class ProgressLine:
    """How far ``index`` has come: drawn on standard error if that is a terminal, else not at
    all."""

    def __init__(self) -> None:
        self._shown = is_terminal(sys.stderr)
        self._stage: Stage | None = None
        self._began = self._drawn = 0.0
        self._cells = 0

    def draw(self, progress: Progress) -> None:
        """Show ``progress``, unless something was shown just now."""
        now = monotonic()
        if progress.stage != self._stage:
            self._stage, self._began = progress.stage, now
        elif now - self._drawn < _INTERVAL:
            return
        self._drawn = now
        name = visible(progress.path.name) if progress.path else ""
        self.show(f"{_counted(progress, now - self._began)} {name}")

    def show(self, words: str) -> None:
        """Have the line say ``words``."""
        if self._shown:
            self._write(words)

    def clear(self) -> None:
        """Take the line away."""
        if self._cells:
            self._write("")
            print("\r", end="", file=sys.stderr, flush=True)

    def _write(self, text: str) -> None:
        # The last column stays free: writing into it makes some terminals begin a new line. Old
        # text is covered with spaces, as a dumb terminal knows no sequence that clears a line.
        room = width(sys.stderr) - 1
        line = fill(text, min(room, max(self._cells, cells(text))))
        print(f"\r{line}", end="", file=sys.stderr, flush=True)
        self._cells = min(room, cells(text))


def _counted(progress: Progress, seconds: float) -> str:
    text = counted(progress)
    if seconds < 1:
        return text
    return f"{text}（每秒 {progress.done / seconds:.0f} 份）"
