"""Of several open libraries: which are listed and searched, and which report is whose."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from tuibrowser.model.report import ReportEntry
from tuibrowser.store.choice import LibraryChoice
from tuibrowser.store.library import Library, LibraryError


class Libraries:
    """Answers of one library that there is but one; errors become sentences."""

    def __init__(self, library: Library, say: Callable[[str], object]) -> None:
        """Have all of ``library`` listed and searched.

        Args:
            library: One, or several read as one.
            say: Shows one sentence.
        """
        self.choice = LibraryChoice(library)
        """What lists and searches are about: all libraries, or one of them."""
        self._library = library
        self._say = say

    def choose_next(self) -> str:
        """Have lists and searches be about the next library alone, or about all again; returns the
        sentence that says so."""
        if not self.choice.choose_next():
            return "只打开了一个报告库；启动时写几个 --db，可以一并打开几个"
        if self.choice.chosen is None:
            return f"列出和检索全部 {len(self._library.libraries)} 个报告库"
        return f"只列出和检索{self.choice.label} {self.choice.chosen}"

    def listed(self) -> list[ReportEntry]:
        """The reports of what is chosen."""
        try:
            with self.choice.read() as reader:
                return reader.entries()
        except LibraryError as error:
            self._say(str(error))
            return []

    @property
    def own_reports(self) -> frozenset[str]:
        """The reports of one's own library, by sha256; nothing where there is but one."""
        own = self._library.own
        if len(self._library.libraries) == 1 or not own.exists():
            return frozenset()
        try:
            with own.read() as reader:
                return frozenset(reader.sha256s())
        except LibraryError as error:
            self._say(str(error))
            return frozenset()

    def home_of(self, sha256: str) -> str:
        """The path of the library that a report is read from."""
        home = self._library.path
        if len(self._library.libraries) > 1:
            with suppress(KeyError, LibraryError), self._library.read() as reader:
                home = reader.home(sha256)
        return str(home.absolute())

    def has_path(self, path: str) -> bool:
        """Whether the library at ``path`` is open."""
        return path in (str(it.path.absolute()) for it in self._library.libraries)

    @property
    def goal(self) -> str:
        """The sentence that says which of several libraries files go to; ``""`` for one."""
        if len(self._library.libraries) == 1:
            return ""
        return f"存入{self._library.label_of(self._library.path)} {self._library.path}"
