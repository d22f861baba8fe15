"""What belongs to the person at the keyboard, as the screens use it: errors become sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tuibrowser.state.storage import StateDamaged, StateUnsaved
from tuibrowser.state.workspaces import Workspace, load_named, save_named

if TYPE_CHECKING:
    from tuibrowser.model.kept import Excerpt, Pairing
    from tuibrowser.state.marks import LetterMark

T = TypeVar("T")


class Personal:
    """Letter marks, pairings, workspaces, excerpts; read when asked for, written at each change."""

    def __init__(self, library: Path, say: Callable[[str], object]) -> None:
        """Keep what belongs to one person.

        Args:
            library: Whose workspaces are meant.
            say: Shows one sentence.
        """
        self._library = library
        self._say = say

    @cached_property
    def marks(self) -> dict[str, LetterMark]:
        """Marked places by letter."""
        from tuibrowser.state.marks import load_marks  # noqa: PLC0415  (not at start)

        return self._read(load_marks, {})

    def mark(self, letter: str, mark: LetterMark) -> bool:
        """Remember a place; ``False`` if it could not be stored, which is said."""
        from tuibrowser.state.marks import save_marks  # noqa: PLC0415

        self.marks[letter] = mark
        return self._kept(lambda: save_marks(self.marks))

    @cached_property
    def pairings(self) -> tuple[Pairing, ...]:
        """What the person said of pairs of measures."""
        from tuibrowser.state.pairings import load_pairings  # noqa: PLC0415

        return self._read(load_pairings, ())

    def keep_pairings(self, pairings: tuple[Pairing, ...]) -> bool:
        """Store these and no others; ``False`` if that failed, which is said."""
        from tuibrowser.state.pairings import save_pairings  # noqa: PLC0415

        if kept := self._kept(lambda: save_pairings(pairings)):
            self.pairings = pairings
        return kept

    @cached_property
    def workspaces(self) -> dict[str, Workspace]:
        """Workspaces by name."""
        return self._read(lambda: load_named(self._library), {})

    def keep_workspaces(self, named: Mapping[str, Workspace]) -> bool:
        """Store these and no others; ``False`` if that failed, which is said."""
        if kept := self._kept(lambda: save_named(self._library, named)):
            self.workspaces = dict(named)
        return kept

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """The collection 摘录, read each time: another window may add to it, too."""
        from tuibrowser.state.excerpts import collected  # noqa: PLC0415

        return self._read(collected, ())

    def collect(self, excerpt: Excerpt) -> bool | None:
        """Add to the collection; ``False`` if it is there already, ``None`` if it could not be
        stored, which is said."""
        from tuibrowser.state.excerpts import add  # noqa: PLC0415

        # Reading puts a damaged file aside, and says so; what was copied is kept all the same.
        _ = self.excerpts
        return self._changed(lambda: add(excerpt))

    def drop_excerpts(self, excerpts: Iterable[Excerpt]) -> bool:
        """Take out of the collection; ``False`` if that failed, which is said."""
        from tuibrowser.state.excerpts import remove  # noqa: PLC0415

        return self._changed(lambda: remove(excerpts)) is not None

    def undo_excerpts(self) -> bool | None:
        """Take back the last change of the collection; ``False`` if there was none, ``None`` if
        that failed, which is said."""
        from tuibrowser.state.excerpts import undo  # noqa: PLC0415

        return self._changed(undo)

    def _changed(self, change: Callable[[], T]) -> T | None:
        try:
            return change()
        except (StateDamaged, StateUnsaved) as reason:
            self._say(str(reason))
            return None

    def _read(self, load: Callable[[], T], empty: T) -> T:
        try:
            return load()
        except StateDamaged as damage:
            self._say(str(damage))
            return empty

    def _kept(self, save: Callable[[], None]) -> bool:
        try:
            save()
        except StateUnsaved as reason:
            self._say(str(reason))
            return False
        return True
