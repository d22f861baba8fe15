"""Questions to the library that never hold up a key.

One thread, one slot: a newer question replaces the one that waits and interrupts the one that
runs. (A Textual worker with ``exclusive=True`` does neither: the SQL goes on, and 6 of 12 outdated
answers were delivered when this was tried.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

from tuibrowser.store.library import Interrupted

if TYPE_CHECKING:
    from tuibrowser.store.library import Library, Reader

T = TypeVar("T")

Stage: TypeAlias = "Callable[[Reader], T]"
"""One step of an answer, run in the searcher's thread on a connection of its own."""

SILENCE: Final = 0.08
"""Seconds without a newer question before the second and every later stage starts: typing at an
ordinary pace never pays for the slow stages."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What one stage of one question came to: a value or an error."""

    generation: int
    stage: int
    """0 for the stage that ran at once."""
    value: T | None = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Asked(Generic[T]):
    generation: int
    stages: tuple[Stage[T], ...]


class Searcher(Generic[T]):
    """Answers the latest question, and only that.

    Example:
        ``searcher.ask(lambda reader: search(reader, raw))`` for an answer at once;
        ``searcher.ask(exact, forgiving)`` for a second, later one of the same generation.
    """

    def __init__(
        self, library: Library, deliver: Callable[[Answer[T]], object], silence: float = SILENCE
    ) -> None:
        """Make a searcher; its thread starts with the first question.

        Args:
            library: What is asked.
            deliver: Called in the searcher's thread with each answer. An answer may be outdated by
                the time it is handled: whoever draws it asks :meth:`is_current` first.
            silence: Seconds before a later stage starts.
        """
        self._library = library
        self._deliver = deliver
        self._silence = silence
        self._changed = Condition()
        self._generation = 0
        self._slot: _Asked[T] | None = None
        self._reader: Reader | None = None
        self._closed = False
        self._thread: Thread | None = None

    def ask(self, *stages: Stage[T]) -> int:
        """Ask, forgetting every earlier question; returns the generation of the answers."""
        with self._changed:
            self._outdate()
            self._slot = _Asked(self._generation, stages)
            if self._thread is None:
                # A daemon: leaving the program never waits for a query.
                self._thread = Thread(target=self._serve, name="tuibrowser-searcher", daemon=True)
                self._thread.start()
            return self._generation

    def forget(self) -> None:
        """Drop the question under way: its answers are no longer wanted."""
        with self._changed:
            self._outdate()

    def is_current(self, answer: Answer[T]) -> bool:
        """Whether ``answer`` still belongs to the latest question."""
        return answer.generation == self._generation

    def close(self) -> None:
        """End the thread. No answer is delivered afterwards."""
        with self._changed:
            self._closed = True
            self._outdate()
            thread = self._thread
        if thread is not None:
            thread.join(timeout=1)

    def _outdate(self) -> None:
        self._generation += 1
        self._slot = None
        if self._reader is not None:
            self._reader.interrupt()
        self._changed.notify_all()

    def _serve(self) -> None:
        while (question := self._next()) is not None:
            for number, stage in enumerate(question.stages):
                if number and not self._stays_silent(question):
                    break
                try:
                    answer = Answer(question.generation, number, value=self._run(question, stage))
                except Interrupted:
                    break
                except Exception as error:
                    answer = Answer(question.generation, number, error=error)
                if not self.is_current(answer):
                    break
                self._deliver(answer)

    def _next(self) -> _Asked[T] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._slot is not None)
            question, self._slot = self._slot, None
            return None if self._closed else question

    def _stays_silent(self, question: _Asked[T]) -> bool:
        with self._changed:
            return not self._changed.wait_for(
                lambda: question.generation != self._generation, self._silence
            )

    def _run(self, question: _Asked[T], stage: Stage[T]) -> T:
        with self._library.read() as reader:
            with self._changed:
                if question.generation != self._generation:
                    raise Interrupted
                self._reader = reader
            try:
                return stage(reader)
            finally:
                # Under the lock, so that nobody interrupts a connection that is being closed.
                with self._changed:
                    self._reader = None
