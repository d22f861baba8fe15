"""What belongs to the person at the keyboard, as the screens use it: errors become sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tuibrowser.state.storage import StateUnsaved
from tuibrowser.state.workspaces import Named, change_named, load_named

if TYPE_CHECKING:
    from tuibrowser.model.kept import Excerpt, Pairing
    from tuibrowser.state.marks import LetterMark
    from tuibrowser.state.refused import RefusedFile

T = TypeVar("T")


class Personal:
    """Letter marks, pairings, workspaces, excerpts, refused files. Read each time, since another
    window may change them, too; what cannot be read or stored is said."""

    def __init__(self, library: Path, own: Path, say: Callable[[str], object]) -> None:
        """Take what belongs to one person.

        Args:
            library: Whose workspaces are meant, see :attr:`Library.key`.
            own: The library that refused the files that are meant.
            say: Shows one sentence.
        """
        self._library = library
        self._own = own
        self._say = say

    @property
    def marks(self) -> Mapping[str, LetterMark]:
        """Marked places by letter."""
        from tuibrowser.state.marks import load_marks  # noqa: PLC0415  (not at start)

        return load_marks(self._say)

    def mark(self, letter: str, mark: LetterMark) -> bool:
        """Remember a place; ``False`` if it could not be stored."""
        from tuibrowser.state.marks import keep_mark  # noqa: PLC0415

        return self._kept(lambda: keep_mark(letter, mark, self._say))

    @property
    def pairings(self) -> tuple[Pairing, ...]:
        """What the person said of pairs of measures."""
        from tuibrowser.state.pairings import load_pairings  # noqa: PLC0415

        return load_pairings(self._say)

    def pair(self, said: Iterable[Pairing]) -> bool:
        """Remember what was ``said`` of pairs; ``False`` if it could not be stored."""
        from tuibrowser.state.pairings import keep_pairings  # noqa: PLC0415

        return self._kept(lambda: keep_pairings(said, self._say))

    @property
    def workspaces(self) -> Named:
        """Workspaces by name."""
        return load_named(self._library, self._say)

    def change_workspaces(self, change: Callable[[Named], Named]) -> Named | None:
        """Store what ``change`` makes of those that are there now, and return it; ``None`` if it
        could not be stored."""
        changed = self._changed(lambda: change_named(self._library, change, self._say))
        return None if changed is None else changed.after

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """The collection 摘录."""
        from tuibrowser.state.excerpts import collected  # noqa: PLC0415

        return collected(self._say)

    def collect(self, excerpt: Excerpt) -> bool | None:
        """Add to the collection; ``False`` if it is there already, ``None`` if it could not be
        stored."""
        from tuibrowser.state.excerpts import add  # noqa: PLC0415

        return self._changed(lambda: add(excerpt, self._say))

    def drop_excerpts(self, excerpts: Iterable[Excerpt]) -> bool:
        """Take out of the collection; ``False`` if that failed."""
        from tuibrowser.state.excerpts import remove  # noqa: PLC0415

        return self._changed(lambda: remove(excerpts, self._say)) is not None

    def undo_excerpts(self) -> bool | None:
        """Take back the last change of the collection; ``False`` if there was none, ``None`` if
        that failed."""
        from tuibrowser.state.excerpts import undo  # noqa: PLC0415

        return self._changed(lambda: undo(self._say))

    @property
    def refused(self) -> tuple[RefusedFile, ...]:
        """What could not be taken into the library."""
        from tuibrowser.state.refused import load_refused  # noqa: PLC0415

        return load_refused(self._own, self._say)

    def change_refused(
        self, change: Callable[[tuple[RefusedFile, ...]], tuple[RefusedFile, ...]]
    ) -> bool:
        """Store what ``change`` makes of that; ``False`` if it could not be stored."""
        from tuibrowser.state.refused import change_refused  # noqa: PLC0415

        return self._kept(lambda: change_refused(self._own, change, self._say))

    def _kept(self, keep: Callable[[], None]) -> bool:
        try:
            keep()
        except StateUnsaved as reason:
            self._say(str(reason))
            return False
        return True

    def _changed(self, change: Callable[[], T]) -> T | None:
        try:
            return change()
        except StateUnsaved as reason:
            self._say(str(reason))
            return None
