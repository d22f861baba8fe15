"""One run of files into the library, beside the screens."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from tuibrowser.indexing.outcome import Outcome, Progress, Stopped
from tuibrowser.indexing.run import index
from tuibrowser.state.refused import RefusedFile
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
        return index(self._library, self.paths, self._go_on, processes=1)

    def _go_on(self, progress: Progress) -> None:
        if self._to_stop.is_set():
            raise Stopped
        self.progress = progress


def refused_after(
    before: Sequence[RefusedFile], paths: Sequence[Path], outcome: Outcome
) -> tuple[RefusedFile, ...]:
    """What is not in the library after a run: what it refused, and of ``before`` what it did not
    come to.

    Args:
        before: What was not, the latest first.
        paths: What the run went through, absolute.
        outcome: What came of it.
    """
    now = {each.path: each for each in _refused(outcome)}
    others = (
        each
        for each in before
        if each.path not in now and (outcome.stopped or not _is_among(each.path, paths))
    )
    return (*now.values(), *others)


def _refused(outcome: Outcome) -> Iterator[RefusedFile]:
    for path, reason in outcome.refused:
        yield RefusedFile(os.path.abspath(path), reason)


def _is_among(path: str, paths: Sequence[Path]) -> bool:
    """Whether ``path`` is one of ``paths``, or in a folder or an archive among them."""
    return any(path == str(each) or path.startswith(os.path.join(str(each), "")) for each in paths)
