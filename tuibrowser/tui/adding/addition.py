"""One run of files into the library, beside the screens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from tuibrowser.indexing.outcome import Outcome, Progress, Stopped
from tuibrowser.indexing.run import Ways, index
from tuibrowser.store.library import Library


class Addition:
    """Takes paths into a library in whichever thread :meth:`run` is called; others look on."""

    def __init__(self, library: Library, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)
        """Files and folders, absolute."""
        self.progress: Progress | None = None
        """How far it has come; ``None`` before the first step."""
        self._library = library
        self._to_stop = Event()

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop: it does at the next file."""
        return self._to_stop.is_set()

    def stop(self) -> None:
        """Have it end at the next file; what is done stays done."""
        self._to_stop.set()

    def run(self) -> Outcome:
        """Take the paths in; see :func:`~tuibrowser.indexing.run.index` for what it raises."""
        # Helpers would be started with the terminal as Textual holds it, which cannot be handed on;
        # and a core is left for the keys.
        return index(self._library, self.paths, Ways(report_progress=self._go_on, processes=1))

    def _go_on(self, progress: Progress) -> None:
        if self._to_stop.is_set():
            raise Stopped
        self.progress = progress
