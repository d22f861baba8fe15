"""Work that takes a command long, part of it done by a second process where a core is free."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Final, Generic, TypeVar

from tuibrowser.cores import cores

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")

_NUMBER: Final = 2
"""Bytes of a number in a pipe, which holds 65,536."""
_FEWEST: Final = 8
"""Things below which a second process gains nothing: it takes 20 ms to come and go."""


def at_once(one: Callable[[], R], other: Callable[[], S]) -> tuple[R, S]:
    """Do two things, in two processes at once if there is a second core.

    The second process is this one forked. So no library may be open, whose locks and journals it
    would share, and there may be no other thread; with threads all is done here. What goes wrong in
    the second process is done again here, where it is told.

    Args:
        one: Done here.
        other: Done there; it opens what it needs by itself, and what it returns is pickled.
    """
    if not _is_alone():
        return one(), other()
    try:
        helper = _Helper(other)
    except OSError:  # there may be no more processes, or files
        return one(), other()
    try:
        first = one()
        made = helper.answer()
    finally:
        helper.end()
    return first, other() if made is None else pickle.loads(made)


def in_halves(work: Callable[[Sequence[T]], R], things: Sequence[T]) -> list[R]:
    """Do ``work`` on all ``things``, as :func:`at_once` does if that is quicker.

    Args:
        work: Opens what it needs by itself; what it returns is pickled.
        things: What to work on.

    Returns:
        What ``work`` made of the first thing, of one half of the others and of the other half; of
        all together where there is no second core.
    """
    if len(things) < _FEWEST or not _is_alone():
        return [work(things)]
    # What the first one has loaded both have then.
    first, half = work(things[:1]), (len(things) + 1) // 2
    return [first, *at_once(lambda: work(things[1:half]), lambda: work(things[half:]))]


class Turns(Generic[T]):
    """Things that two processes of :func:`at_once` take one by one, each when it is done with the
    one before. What a process took that came to nothing is not taken again."""

    def __init__(self, things: Sequence[T]) -> None:
        """Hand out ``things``, 32,768 at most."""
        self._things = things
        self._left, told = os.pipe()
        with os.fdopen(told, "wb") as file:
            file.writelines(at.to_bytes(_NUMBER, "little") for at in range(len(things)))

    def __iter__(self) -> Iterator[T]:
        # Whoever reads a number of the pipe has it alone.
        while number := os.read(self._left, _NUMBER):
            yield self._things[int.from_bytes(number, "little")]

    def end(self) -> None:
        """Leave nothing of it behind."""
        os.close(self._left)


class _Helper:
    """A forked process that does one thing, tells what it made, and is gone."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._answer, told = os.pipe()
        try:
            self._process = os.fork()
        except OSError:
            os.close(self._answer)
            os.close(told)
            raise
        if not self._process:
            status = 1
            # Not even Ctrl+C may let it go on as if it were the command.
            try:
                with os.fdopen(told, "wb") as file:
                    file.write(pickle.dumps(work()))
                status = 0
            finally:
                os._exit(status)
        os.close(told)

    def answer(self) -> bytes | None:
        """What it made, pickled; ``None`` where it failed."""
        with os.fdopen(self._answer, "rb", closefd=False) as file:
            made = file.read()
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        return made if made and not status else None

    def end(self) -> None:
        """Leave nothing of it behind, finished or not."""
        os.close(self._answer)
        if self._process:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)


def _is_alone() -> bool:
    """Whether this process can be forked, and to an end."""
    return cores() > 1 and threading.active_count() == 1
