"""Files read and understood by several processes at once, given back in the order they came in.

Parsing and the making of index rows take half of what a new report costs; the rest is SQLite's,
which has one writer. ``benchmarks.indexing`` measures what helpers are worth.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Final, Generic, TypeVar

from tuibrowser.cores import cores
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand as understand_one
from tuibrowser.reading.read import File, Refused, document
from tuibrowser.reading.version import reader_version
from tuibrowser.store.index.entry import index_rows

T = TypeVar("T")

Source = File | Document
"""What is to be understood: a file that is read first, so that a slow one stalls nobody, or the
text of one that was read before."""

_ALONE: Final = 32
"""Files that are dealt with before helpers are called: those take 0.3 s to come."""

_MOST_HELPERS: Final = 2
"""One helper has as much to do as the writer; where a core is left, a second one lets none wait."""

_BATCH: Final = 4
"""Files a helper gets at a time, so that passing them on weighs less than parsing them."""

_AHEAD: Final = 4
"""Batches a helper may be ahead of the writer: what is parsed and not stored lies in memory."""


@dataclass(frozen=True, slots=True)
class Understood(Generic[T]):
    """What became of one file or text."""

    job: T
    """What came with it."""
    report: Report | None
    rows: Sequence[str] = ()
    """Its rows in the index."""
    trouble: str = ""
    """A Chinese sentence, where there is no report."""

    @property
    def required(self) -> Report:
        """The report; raises :class:`Refused` with the sentence where there is none."""
        if self.report is None:
            raise Refused(self.trouble)
        return self.report


@dataclass(frozen=True, slots=True)
class Crew:
    """Who reads and parses for one run."""

    lexicon: Lexicon
    processes: int | None = None
    """How many may be busy, this one among them; unless told, one for each core. With one, or where
    the system allows no others, everything is done in this one."""

    def understand(self, sources: Iterable[tuple[T, Source]]) -> Iterator[Understood[T]]:
        """Read and parse ``sources``, each with what is to come back beside it.

        They are asked for a little ahead.
        """
        waiting = iter(sources)
        here = _Parser(self.lexicon)
        for job, source in islice(waiting, _ALONE):
            yield here.understand(job, source)
        following = next(waiting, None)
        if following is None:
            return
        rest = chain((following,), waiting)
        count = self.processes or cores()
        if count > 1:
            yield from _with_helpers(self.lexicon, rest, min(count - 1, _MOST_HELPERS))
        else:
            yield from (here.understand(job, source) for job, source in rest)


def read_now(report: Report) -> Report:
    """``report`` as one that the reader of this version read."""
    return replace(report, reader=reader_version(report.format))


class _Parser:
    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def understand(self, job: T, source: Source) -> Understood[T]:
        return Understood(job, *self.answer(source))

    def answer(self, source: Source) -> _Answer:
        try:
            read = document(source) if isinstance(source, File) else source
            report = understand_one(read, self._lexicon)
            return report, index_rows(report), ""
        except Refused as reason:
            return None, (), str(reason)
        except Exception as error:
            # A mistake of ours in one file must not cost the others.
            return None, (), f"解析出错（{type(error).__name__}），请将该文件反馈给开发者"


_Answer = tuple[Report | None, Sequence[str], str]


def _with_helpers(
    lexicon: Lexicon, sources: Iterator[tuple[T, Source]], count: int
) -> Iterator[Understood[T]]:
    under_way: deque[tuple[list[tuple[T, Source]], Future[list[_Answer]] | None]] = deque()
    here = _Parser(lexicon)

    def answers() -> Iterator[Understood[T]]:
        batch, future = under_way.popleft()
        of_batch = None
        if future is not None:
            # A helper that was killed, for want of memory for example, takes the others with it.
            with suppress(BrokenProcessPool):
                of_batch = future.result()
        if of_batch is None:
            of_batch = [here.answer(source) for _, source in batch]
        for (job, _), answer in zip(batch, of_batch, strict=True):
            yield Understood(job, *answer)

    # Not forked: this process holds an open library, and perhaps threads.
    helpers = ProcessPoolExecutor(count, get_context("spawn"), _begin, (lexicon,))
    try:
        while batch := list(islice(sources, _BATCH)):
            future = None
            with _undisturbed(), suppress(BrokenProcessPool, OSError):
                future = helpers.submit(_answer_all, [source for _, source in batch])
            under_way.append((batch, future))
            if len(under_way) > count * _AHEAD:
                yield from answers()
        while under_way:
            yield from answers()
    finally:
        helpers.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl+C back, also from the helpers that start meanwhile: it reaches every process of the
    terminal, and the writer alone decides what it means."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_parser: _Parser | None = None
"""In a helper only."""


def _begin(lexicon: Lexicon) -> None:
    global _parser  # noqa: PLW0603  (a helper does nothing else)
    _parser = _Parser(lexicon)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """A helper waits for work at a pipe that its brothers keep open when the writer is killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer_all(sources: Sequence[Source]) -> list[_Answer]:
    assert _parser is not None
    return [_parser.answer(source) for source in sources]
