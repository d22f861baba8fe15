"""One writer at a time in a folder, whichever windows, programs and machines there are."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Final

_LOCK: Final = ".lock"
_HELD: Final = ".lock.held"
"""Exists while somebody writes, on disks that have no locks."""
_PATIENCE: Final = 10.0
"""Seconds to wait for another writer; writing takes a few milliseconds."""
_PAUSE: Final = 0.002
_LONGEST_PAUSE: Final = 0.01
_FORGOTTEN: Final = 30.0
"""Seconds after which whoever made ``.lock.held`` does not write any more, but was killed."""


class Busy(Exception):
    """Somebody else writes in the folder and does not come to an end."""


@contextmanager
def locked(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Keep others from writing in ``folder`` until the block ends.

    Args:
        folder: One that exists.
        patience: Seconds to wait for others.

    Raises:
        Busy: others did not let go of it.
        OSError: the folder cannot be written.
    """
    until = monotonic() + patience
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK
    lock = os.open(folder / _LOCK, flags, 0o600)
    try:
        if _flock(lock, until):
            yield
            return
        held = _exclude(folder / _HELD, lock, until)
        try:
            yield
        finally:
            _release(folder / _HELD, held)
    finally:
        # The lock goes with it, also when the process is killed.
        os.close(lock)


def _flock(lock: int, until: float) -> bool:
    """Lock the open file; ``False`` where the disk has no locks (some network disks)."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        _queue(lock, until)
    except OSError:
        return False
    return True


def _queue(lock: int, until: float) -> None:
    """Wait for the lock in the system's queue: whoever only tries again and again may never be
    served on a busy machine. A thread waits, since the system knows no end of waiting."""
    from threading import Event, Thread  # noqa: PLC0415  (hardly ever needed)

    # Of the same open file: the lock is held through either, until both are closed.
    waiting = os.dup(lock)
    served = Event()

    def wait() -> None:
        try:
            fcntl.flock(waiting, fcntl.LOCK_EX)
            served.set()
        except OSError:
            pass
        finally:
            os.close(waiting)

    Thread(target=wait, daemon=True).start()
    if not served.wait(max(until - monotonic(), 0)):
        raise Busy


def _exclude(held: Path, lock: int, until: float) -> tuple[int, int]:
    """Make the file ``held``, which only one can, and return what it is known by."""
    pause = _PAUSE
    while True:
        try:
            descriptor = os.open(held, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
        except FileExistsError:
            _remove_if_forgotten(held, lock)
            pause = _wait(pause, until)
        else:
            try:
                return _identity(os.fstat(descriptor))
            finally:
                os.close(descriptor)


def _release(held: Path, identity: tuple[int, int]) -> None:
    with suppress(OSError):
        if _identity(os.stat(held)) == identity:
            held.unlink()
    # There is no queue: whoever goes on writing at once would leave the others no gap.
    sleep(_PAUSE)


def _remove_if_forgotten(held: Path, lock: int) -> None:
    with suppress(OSError):
        # By the clock of the disk: that of this machine may be another.
        os.utime(lock)
        status = os.stat(held)
        if os.fstat(lock).st_mtime - status.st_mtime < _FORGOTTEN:
            return
        aside = held.with_name(f"{_HELD}.{os.urandom(8).hex()}")
        held.rename(aside)
        if _identity(os.stat(aside)) != _identity(status):
            # Another one was quicker, and what was taken away is in use.
            with suppress(FileExistsError):
                os.link(aside, held)
        aside.unlink()


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _wait(pause: float, until: float) -> float:
    """Wait for a moment, and return how long the next one is."""
    if monotonic() > until:
        raise Busy
    # Not all of them at the same moments.
    sleep(pause * (0.5 + os.urandom(1)[0] / 255))
    return min(pause * 1.5, _LONGEST_PAUSE)
