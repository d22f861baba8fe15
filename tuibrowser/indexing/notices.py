"""When to look into folders again: as the file system says, or by the clock where it says nothing.

A look costs little (10 ms for a thousand files); a notice only says that it is time for one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

EVERY: Final = 2.0
"""Seconds between two looks where no notices come."""
_SOMETIMES: Final = 20.0
"""Seconds between two looks where they come: one may be lost, as of what was put into a new folder
before that was watched."""
_SHARES: Final = frozenset({
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "fuse", "gfs", "gfs2",
    "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb3",
    "smbfs", "vboxsf", "virtiofs", "vmhgfs",
})  # fmt: skip
"""File systems on which others write and nobody here is told."""


class FolderNotices:
    """Tells when something may have changed in ``folders``."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._came = False
        self._events: Iterator[object] | None = None
        if folders and not any(map(is_share, folders)):
            self._events = _events(self._folders)
            with suppress(StopIteration):
                self._next()

    @property
    def come(self) -> bool:
        """Whether the file system is asked for them; else the clock decides."""
        return self._events is not None

    def wait(self, seconds: float) -> bool:
        """Return after so many seconds, or as soon as something may have changed, and whether."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if self._events is None:
                time.sleep(left)
            elif self._next():
                self._came = True
                return True
        return False

    @property
    def patience(self) -> float:
        """Seconds until the next look, where nothing is known to have changed."""
        return EVERY if self._events is None else _SOMETIMES

    def doubt(self) -> bool:
        """Hear that something changed of which nobody told; whether that ends the trust in them."""
        if self._events is None or self._came:
            return False
        self._events = None
        return True

    def _next(self) -> bool:
        assert self._events is not None
        try:
            return bool(next(self._events))
        except (OSError, StopIteration):
            # No more of them are to be had, or a folder went.
            self._events = None
            return False


def _events(folders: Sequence[Path]) -> Iterator[object]:
    from watchfiles import watch  # noqa: PLC0415  (20 ms, and only here)

    return watch(
        *folders,
        watch_filter=None,
        debounce=400,
        rust_timeout=200,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )


def is_share(folder: Path) -> bool:
    """Whether ``folder`` lies on a file system that others write to without notice."""
    place = os.path.join(os.path.realpath(folder), "")
    found = ""
    longest = 0
    for point, kind in _mounts():
        if place.startswith(os.path.join(point, "")) and len(point) >= longest:
            found, longest = kind, len(point)
    return found.partition(".")[0] in _SHARES


def _mounts() -> Iterator[tuple[str, str]]:
    """Where what is mounted, the later over the earlier; nothing where /proc does not tell."""
    with suppress(OSError), open("/proc/self/mounts", encoding="utf-8", errors="replace") as file:
        for line in file:
            _, point, kind, *_ = line.split(" ")
            # A space in a name is written as its number in octal digits.
            yield point.replace("\\040", " "), kind
