"""Whether files have changed since they were read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from time import monotonic
from typing import Final

_PATIENCE: Final = 1.0
"""Seconds between two looks: on a network drive each takes a while."""

_Stamp = tuple[int, int] | None
"""Time of the last change in nanoseconds, and size; ``None`` for what cannot be looked at."""


class Watch:
    """Looks at drafts while the screen is used, and never by itself."""

    def __init__(self) -> None:
        self._read: dict[str, _Stamp] = {}
        self._changed: frozenset[str] = frozenset()
        self._looked = -_PATIENCE

    def changed(self, drafts: Mapping[str, str]) -> frozenset[str]:
        """Which of ``drafts`` (files by sha256) are not as they were when they first came by, as
        far as was seen at the last look."""
        new = drafts.keys() - self._read.keys()
        if new or monotonic() - self._looked >= _PATIENCE:
            stamps = {sha256: _stamp(path) for sha256, path in drafts.items()}
            self._read = {sha256: self._read.get(sha256, stamps[sha256]) for sha256 in drafts}
            self._changed = frozenset(it for it in drafts if stamps[it] != self._read[it])
            self._looked = monotonic()
        return self._changed

    def forget(self, sha256: str) -> None:
        """This one was read again: as it is now it counts as unchanged."""
        self._read.pop(sha256, None)


def _stamp(path: str) -> _Stamp:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
