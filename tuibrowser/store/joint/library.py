"""Several library files that are read as one: shared ones, and last the one that is one's own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tuibrowser.store.answers.read import Reader
from tuibrowser.store.answers.report_reader import UNKNOWN_VERSIONS, Versions
from tuibrowser.store.errors import LibraryError, missing
from tuibrowser.store.joint.reader import JointReader
from tuibrowser.store.joint.twins import Readers, Twins, namesakes_of, twins_of
from tuibrowser.store.library import Library

if TYPE_CHECKING:
    from tuibrowser.model.report import Place
    from tuibrowser.store.rows.namesakes import Namesakes
    from tuibrowser.store.writing.write import Writer

_OWN: Final = "个人库"
_SHARED: Final = "共享库"


class JointLibrary(Library):
    """Reads several libraries at once and changes the last of them alone: who adds a report means
    his own library, and a shared one is changed by those who look after it."""

    def __init__(self, libraries: Sequence[Library]) -> None:
        """Touch nothing.

        Args:
            libraries: Two to :data:`~tuibrowser.store.joint.ids.MOST`, one's own last, which need
                not exist yet.
        """
        super().__init__(libraries[-1].path)
        self._libraries = tuple(libraries)
        self._known: tuple[tuple[int, ...], Mapping[int, Twins], Namesakes] = ((), {}, {})
        """What was found out last, and of which versions of which libraries."""

    @property
    def libraries(self) -> tuple[Library, ...]:
        return self._libraries

    @property
    def own(self) -> Library:
        return self._libraries[-1]

    @property
    def key(self) -> Path:
        return Path(os.pathsep.join(str(it.path.absolute()) for it in self._libraries))

    def label_of(self, path: Path) -> str:
        if path == self.path:
            return _OWN
        if len(self._libraries) == 2:
            return _SHARED
        return f"{_SHARED}{1 + [it.path for it in self._libraries].index(path)}"

    def exists(self) -> bool:
        return any(it.exists() for it in self._libraries)

    def at_rest(self) -> bool:
        return self.own.at_rest()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """As there.

        Raises:
            LibraryError: one of them cannot be read, or is missing and not one's own: who searches
                must not take half for all.
        """
        with self._reading(self._all_there()) as reader:
            yield reader

    @contextmanager
    def read_alone(self, path: Path) -> Iterator[Reader]:
        """As :meth:`read`, what the library at ``path`` holds; passages have the same ids."""
        number = [it.path for it in self._libraries].index(path)
        with self._reading([number]) as reader:
            yield reader

    @contextmanager
    def _reading(self, numbers: Sequence[int]) -> Iterator[Reader]:
        with ExitStack() as stack:
            readers = {it: stack.enter_context(self._libraries[it].read()) for it in numbers}
            yield self._joint(readers)

    @contextmanager
    def write(
        self, versions: Versions = UNKNOWN_VERSIONS, *, bulk: bool = False
    ) -> Iterator[Writer]:
        with self.own.write(versions, bulk=bulk) as writer:
            writer.learn_beside(self._places_beside)
            yield writer

    def pack(self, target: Path) -> None:
        self.own.pack(target)

    def check(self) -> list[str]:
        return [it for library in self._libraries for it in library.check()]

    def _places_beside(self) -> list[tuple[str, Place]] | None:
        """What the shared libraries know of places; ``None`` where one cannot be read just now."""
        found: list[tuple[str, Place]] = []
        try:
            for library in self._libraries[:-1]:
                with library.read() as reader:
                    found += reader.issuers_placed()
        except LibraryError:
            return None
        return found

    def _all_there(self) -> list[int]:
        there = [number for number, it in enumerate(self._libraries) if it.exists()]
        if not there:
            raise missing(self.path)
        for number, library in enumerate(self._libraries[:-1]):
            if number not in there:
                raise LibraryError(
                    f"未找到报告库 {library.path}，请检查共享文件夹是否已连接，或不写这个报告库再试"
                )
        return there

    def _joint(self, readers: Readers) -> JointReader:
        if len(readers) == 1:
            return JointReader(readers, dict.fromkeys(readers, Twins()))
        versions = tuple(
            it for number, reader in readers.items() for it in (number, reader.version)
        )
        if self._known[0] != versions:
            self._known = versions, twins_of(readers), namesakes_of(readers)
        return JointReader(readers, *self._known[1:])
