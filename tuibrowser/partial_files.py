"""What files are called until they are whole, and how those that were never finished go.

One name and one way for all that this program writes: exports, copies of a library, what it
remembers of a person.
"""

from __future__ import annotations

import fcntl
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_PART: Final = re.compile(r"(\.tuibrowser-[0-9a-f]{16}\.part)(-[-a-z]+)?")
"""A part, or what lies beside one and goes with it. By chance, not by the number of the process: a
process that was killed may have left one, and its number comes again."""
_LEFT_FOR: Final = 24 * 3600.0
"""Seconds after which nobody is writing a part any more, where locks cannot tell."""


@contextmanager
def part_in(folder: Path, mode: int = 0o666) -> Iterator[tuple[Path, int]]:
    """Yield a new empty file in ``folder`` and a descriptor of it, which is locked meanwhile.

    When the block ends, the part and whatever lies beside it under its name and a hyphen is
    removed, unless it was renamed. What killed processes left in ``folder`` is removed first.

    Args:
        folder: Where the file is to have its place, so that it can be renamed.
        mode: The rights of the part, less those that the process takes from all its files.

    Raises:
        OSError: the folder cannot be written.
    """
    _sweep(folder)
    part, descriptor = _begin(folder, mode)
    try:
        yield part, descriptor
    finally:
        # In this order: what lies beside a part that is gone belongs to nobody.
        _remove_beside(folder, part.name)
        part.unlink(missing_ok=True)
        os.close(descriptor)


def _begin(folder: Path, mode: int) -> tuple[Path, int]:
    """A new part in ``folder`` and its descriptor, locked as long as somebody writes it."""
    while True:
        part = folder / f".tuibrowser-{os.urandom(8).hex()}.part"
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
        if _lock(descriptor) is not False and os.fstat(descriptor).st_nlink:
            return part, descriptor
        # Somebody swept here between the two lines.
        os.close(descriptor)
        part.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove the parts in ``folder`` that nobody writes any more, and what lies beside them."""
    for name in {found[1] for each in _names(folder) if (found := _PART.fullmatch(each))}:
        with suppress(OSError):
            if os.path.lexists(folder / name):
                _remove_if_left(folder, name)
            else:
                _remove_beside(folder, name)


def _remove_if_left(folder: Path, name: str) -> None:
    flags = os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(folder / name, flags)
    try:
        locked = _lock(descriptor)
        if locked is None:
            locked = time.time() - os.fstat(descriptor).st_mtime > _LEFT_FOR
        if locked:
            _remove_beside(folder, name)
            os.unlink(folder / name)
    finally:
        os.close(descriptor)


def _remove_beside(folder: Path, name: str) -> None:
    for beside in _beside(folder, name):
        with suppress(OSError):
            os.unlink(beside)


def _beside(folder: Path, name: str) -> list[Path]:
    """What lies beside the part of that name."""
    matches = [found for each in _names(folder) if (found := _PART.fullmatch(each))]
    return [folder / found[0] for found in matches if found[1] == name and found[2] is not None]


def _names(folder: Path) -> list[str]:
    with suppress(OSError), os.scandir(folder) as entries:
        return [entry.name for entry in entries]
    return []


def _lock(descriptor: int) -> bool | None:
    """Lock a file; ``False`` if another did, ``None`` where the file system has no locks."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
