"""Whether files have changed since they were read, and which of them are whole again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from time import monotonic
from typing import Final

WATCHING: Final = 1.0
"""Seconds between two looks at open drafts while nothing is typed."""
_PATIENCE: Final = 1.0
"""Seconds between two looks: on a network drive each takes a while."""
_STILL: Final = 0.8
"""Seconds a file is as it is before it is taken for whole: less than lies between two looks, so
that the second of them finds it so, and more than an editor is busy with one save."""

Stamp = tuple[int, int] | None
"""Time of the last change in nanoseconds, and size; ``None`` for what cannot be looked at."""


class Watch:
    """Knows how drafts were when they were read, and which have changed since."""

    def __init__(self) -> None:
        self._read: dict[str, Stamp] = {}
        self._now: dict[str, tuple[Stamp, float]] = {}
        """How each was at the last look, and since when it is so."""
        self._tried: dict[str, Stamp] = {}
        """How each was when it was last read again."""
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
        before, now = self._changed, monotonic()
        self._read = {sha256: self._read.get(sha256, stamp) for sha256, stamp in stamps.items()}
        was = self._now
        self._now = {sha256: (stamp, now) for sha256, stamp in stamps.items()}
        # What stands still has done so for longer.
        self._now |= {it: was[it] for it in was.keys() & stamps.keys() if was[it][0] == stamps[it]}
        self._looked = now
        return self._changed != before

    @property
    def whole(self) -> list[str]:
        """Those that changed, stand still since, and were not read in vain as they are."""
        return [
            sha256
            for sha256, (stamp, since) in self._now.items()
            if sha256 in self._changed
            and stamp is not None
            and self._tried.get(sha256) != stamp
            and self._looked - since >= _STILL
        ]

    def begin(self, sha256: str) -> Stamp:
        """How a draft was at the last look; it is about to be read, which may be in vain."""
        self._tried[sha256] = stamp = self._now[sha256][0]
        return stamp

    def tried(self, sha256: str) -> Stamp:
        """How a draft was when it was read last."""
        return self._tried.get(sha256)

    def give_up(self, sha256: str) -> None:
        """What was read of this one was not wanted just then; it is to be read anew."""
        self._tried.pop(sha256, None)

    def take(self, before: str, now: str, stamp: Stamp) -> None:
        """A draft was read as it was at ``stamp``. Whatever came later counts as a change."""
        self.forget(before)
        self._read[now] = stamp
        self._now[now] = stamp, self._looked

    def forget(self, sha256: str) -> None:
        """This one was read again: as it is now it counts as unchanged."""
        self._read.pop(sha256, None)
        self._now.pop(sha256, None)
        self._tried.pop(sha256, None)

    @property
    def _changed(self) -> frozenset[str]:
        return frozenset(it for it, (stamp, _) in self._now.items() if self._read[it] != stamp)


def stamps_of(drafts: Mapping[str, str]) -> dict[str, Stamp]:
    """How the files of ``drafts`` are now, by sha256; on a network drive this takes a while."""
    return {sha256: _stamp(path) for sha256, path in drafts.items()}


def _stamp(path: str) -> Stamp:
    try:
        status = os.stat(path)
    except NotADirectoryError:
        # A member of an archive changes with it.
        return _stamp(os.path.dirname(path))
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
