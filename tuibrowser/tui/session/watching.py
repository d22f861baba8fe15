"""Whether files have changed since they were read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from time import monotonic
from typing import Final

WATCHING: Final = 2.0
"""Seconds between two looks at open drafts while nothing is typed."""
_PATIENCE: Final = 1.0
"""Seconds between two looks: on a network drive each takes a while."""

Stamp = tuple[int, int] | None
"""Time of the last change in nanoseconds, and size; ``None`` for what cannot be looked at."""


class Watch:
    """Knows how drafts were when they were read, and which have changed since."""

    def __init__(self) -> None:
        self._read: dict[str, Stamp] = {}
        self._changed: frozenset[str] = frozenset()
        self._looked = -_PATIENCE

    def changed(self, drafts: Mapping[str, str]) -> frozenset[str]:
        """Which of ``drafts`` (files by sha256) are not as they were when they first came by, as
        far as was seen at the last look."""
        new = drafts.keys() - self._read.keys()
        if new or monotonic() - self._looked >= _PATIENCE:
            self.note(stamps_of(drafts))
        return self._changed

    def note(self, stamps: Mapping[str, Stamp]) -> bool:
        """Take ``stamps`` for how the drafts are now; returns whether other ones have changed."""
        before = self._changed
        self._read = {sha256: self._read.get(sha256, stamp) for sha256, stamp in stamps.items()}
        self._changed = frozenset(it for it in stamps if stamps[it] != self._read[it])
        self._looked = monotonic()
        return self._changed != before

    def forget(self, sha256: str) -> None:
        """This one was read again: as it is now it counts as unchanged."""
        self._read.pop(sha256, None)


def stamps_of(drafts: Mapping[str, str]) -> dict[str, Stamp]:
    """How the files of ``drafts`` are now, by sha256; on a network drive this takes a while."""
    return {sha256: _stamp(path) for sha256, path in drafts.items()}


def _stamp(path: str) -> Stamp:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
