"""Of several libraries that are open, all or the one that a person wants to see alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tuibrowser.store.library import Library, Reader


class LibraryChoice(Library):
    """Reads what is chosen just now, and changes what ``library`` changes."""

    def __init__(self, library: Library) -> None:
        """Choose all of ``library``."""
        super().__init__(library.path)
        self._library = library
        self.chosen: Path | None = None
        """The one that is read alone; ``None`` for all."""

    @property
    def label(self) -> str:
        """What the chosen one is called; ``""`` for all."""
        return "" if self.chosen is None else self._library.label_of(self.chosen)

    def choose_next(self) -> bool:
        """Choose one's own, then each other, then all again; ``False`` if there is but one."""
        there = [it.path for it in self._library.libraries if it.exists()]
        if len(there) == 1:
            self.chosen = None
            return False
        turns = [None, *reversed(there)]
        at = turns.index(self.chosen) if self.chosen in turns else 0
        self.chosen = turns[(at + 1) % len(turns)]
        return True

    def exists(self) -> bool:
        return self._library.exists()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        if self.chosen is None:
            with self._library.read() as reader:
                yield reader
        else:
            with self._library.read_alone(self.chosen) as reader:
                yield reader
