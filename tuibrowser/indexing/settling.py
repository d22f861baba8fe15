"""Which files changed and are whole: those that stand still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

State = tuple[int, int]
"""Time of change in ns, and size in bytes."""

QUIET: Final = 2.0
"""Seconds for which a file stands still before it is read: a copy under way grows in between."""
_QUIET_EMPTY: Final = 30.0
"""So long for one without content: browsers and some disks make it first and fill it later."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What there is to do."""

    files: tuple[Path, ...] = ()
    """New, or other than they were, and whole."""
    gone: tuple[Path, ...] = ()
    """No longer there."""

    def __bool__(self) -> bool:
        return bool(self.files or self.gone)


@dataclass(slots=True)
class Settling:
    """Compares what is in the folders with what was dealt with."""

    _dealt_with: dict[Path, State] = field(default_factory=dict)
    _moving: dict[Path, tuple[State, float]] = field(default_factory=dict)
    """States that were dealt with in no run, and since when they are so."""
    _gone: dict[Path, float] = field(default_factory=dict)

    @property
    def is_waiting(self) -> bool:
        """Whether anything changed and is not dealt with."""
        return bool(self._moving or self._gone)

    def look(self, files: Mapping[Path, State], now: float) -> Settled:
        """What of ``files`` is to be dealt with.

        Args:
            files: All there are.
            now: Seconds of a clock that only goes forward.
        """
        ready = set[Path]()
        for path in [path for path in self._moving if path not in files]:
            del self._moving[path]
        for path, state in files.items():
            self._gone.pop(path, None)
            if self._dealt_with.get(path) == state:
                self._moving.pop(path, None)
                continue
            before, since = self._moving.get(path, (None, now))
            if before != state:
                since = now
            self._moving[path] = state, since
            if now - since >= (QUIET if state[1] else _QUIET_EMPTY):
                ready.add(path)
        for path in self._dealt_with:
            if path not in files:
                self._gone.setdefault(path, now)
        # One that is not ready may be what is gone, under a new name.
        sizes = {state[1] for path, (state, _) in self._moving.items() if path not in ready}
        gone = (
            path
            for path, since in self._gone.items()
            if now - since >= QUIET and self._dealt_with[path][1] not in sizes
        )
        return Settled(tuple(path for path in files if path in ready), tuple(gone))

    def deal_with(self, files: Iterable[Path], gone: Iterable[Path] = ()) -> None:
        """Note that they were dealt with as they were when they were looked at."""
        for path in files:
            if path in self._moving:
                self._dealt_with[path] = self._moving.pop(path)[0]
        for path in gone:
            self._dealt_with.pop(path, None)
            self._gone.pop(path, None)
