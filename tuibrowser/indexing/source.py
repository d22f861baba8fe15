"""A file as it is now, and what the library remembers of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuibrowser.store.writing.sources import KnownSource


@dataclass(frozen=True, slots=True)
class Source:
    """What a text is to come from."""

    path: Path
    time: int
    """Of its last change, in ns."""
    size: int
    known: KnownSource | None
    word_starts: bytes | None = None
    """Of a text of another library, which has no file of its own: there no file can be, below a
    file, so such a source never looks changed."""

    @classmethod
    def at(cls, path: Path, known: KnownSource | None) -> Source:
        """The file at ``path`` as it is now, whether it can be read or not."""
        try:
            info = os.stat(path)
        except OSError:
            return cls(path, 0, -1, known)  # `read` says what is wrong with it
        return cls(path, info.st_mtime_ns, info.st_size, known)

    @property
    def has_file(self) -> bool:
        """Whether the text was read just now, and not taken over from another library."""
        return self.size >= 0

    @property
    def unchanged(self) -> bool:
        """Whether it looks as it did when it was read."""
        known = self.known
        return known is not None and (known.mtime_ns, known.size) == (self.time, self.size)
