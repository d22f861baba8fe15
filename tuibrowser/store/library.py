"""The door to the library: where it is, reading, writing, handing on, looking over.

Reading imports neither ``sqlite_utils`` nor anything that writes (100 to 270 ms).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tuibrowser.locations import NoHome, data_home, expanded
from tuibrowser.store import errors
from tuibrowser.store.answers.read import Reader
from tuibrowser.store.answers.report_reader import UNKNOWN_VERSIONS, StoredText, Versions
from tuibrowser.store.errors import (
    Interrupted,
    LibraryError,
    LibraryMissing,
    LibraryReadOnly,
    LibraryUnfinished,
    Unstorable,
    explained,
)
from tuibrowser.store.file import place as file
from tuibrowser.store.file import schema
from tuibrowser.store.file.connection import Connection, connect
from tuibrowser.store.file.place import is_sqlite

if TYPE_CHECKING:
    from tuibrowser.model.correction import Corrections
    from tuibrowser.store.writing.write import Writer

    PutRight = Callable[[], Mapping[str, Corrections]]
    """Gives corrections by the sha256 of their report."""

__all__ = [
    "Interrupted",
    "Library",
    "LibraryError",
    "LibraryMissing",
    "LibraryReadOnly",
    "Reader",
    "StoredText",
    "Unstorable",
    "Versions",
    "belongs_to_library",
    "is_sqlite",
    "library_at",
    "locate",
    "sqlite_version",
]


def locate(db: Path | None = None) -> Path:
    """The library to use: ``db``, else ``$TUIBROWSER_DB``, else the one in the data folder.

    Raises:
        LibraryError: the path names a person whom the system does not know.
    """
    named = os.environ.get("TUIBROWSER_DB") if db is None else os.fspath(db)
    try:
        return Path(expanded(named)) if named else data_home() / "library.sqlite3"
    except NoHome as error:
        raise LibraryError(str(error)) from None


def library_at(dbs: Sequence[Path] = (), put_right: PutRight | None = None) -> Library:
    """The library at ``dbs``, see :class:`Library`; of several, one that reads them all.

    Without any, those that ``$TUIBROWSER_DB`` names, divided as in ``$PATH``, or the one in the
    data folder. Where nobody can tell which one is meant, whoever needs the library hears why from
    it; a draft that is compared with another one needs none.
    """
    try:
        places = [locate(db) for db in dbs or _named_in_environment()] or [locate()]
    except LibraryError as error:
        return Library(error, put_right)
    places = list({os.path.realpath(it): it for it in places}.values())
    if len(places) == 1:
        return Library(places[0], put_right)
    from tuibrowser.store.joint.ids import MOST  # noqa: PLC0415  (most have one library)
    from tuibrowser.store.joint.library import JointLibrary  # noqa: PLC0415

    if len(places) > MOST:
        return Library(LibraryError(f"一次最多打开 {MOST} 个报告库，请少写几个"), put_right)
    return JointLibrary([Library(it, put_right) for it in places])


def _named_in_environment() -> list[Path]:
    named = os.environ.get("TUIBROWSER_DB", "")
    if os.pathsep not in named or os.path.exists(named):
        return []
    return [Path(it) for it in named.split(os.pathsep) if it]


def belongs_to_library(target: Path, library: Library | None) -> bool:
    """Whether ``target`` is ``library`` or another one, or a file that SQLite keeps beside one.

    Nothing else may be written there, though nothing need be there yet.
    """
    if library is None or not library.has_path:
        return file.belongs(target, None)
    return any(file.belongs(target, it.path) for it in library.libraries)


def sqlite_version() -> str:
    """Of the SQLite that this Python came with."""
    return sqlite3.sqlite_version


class Library:
    """One library file. Holds no connection: each use opens its own."""

    def __init__(self, place: Path | LibraryError, put_right: PutRight | None = None) -> None:
        """Touch nothing.

        Args:
            place: Where it is, or is to be made; or why nobody can tell.
            put_right: Gives, when it is first read, what a person put right in its reports without
                being able to write into it; who reads is told of them as corrected.
        """
        self._place = place
        self._put_right = put_right

    @property
    def path(self) -> Path:
        """Where it is; raises :class:`LibraryError` where nobody can tell."""
        if isinstance(self._place, LibraryError):
            raise self._place
        return self._place

    @property
    def has_path(self) -> bool:
        """Whether it is known where the library is, or is to be made."""
        return not isinstance(self._place, LibraryError)

    @property
    def libraries(self) -> tuple[Library, ...]:
        """The libraries that are read: this one, unless it stands for several."""
        return (self,)

    @property
    def own(self) -> Library:
        """The one that changes go to."""
        return self

    @property
    def key(self) -> Path:
        """What is kept about its reports goes by this path, which need not be a file's."""
        return self.path

    def label_of(self, path: Path) -> str:  # noqa: ARG002
        """What people call the one at ``path`` of several: 个人库, 共享库; ``""`` if there is but
        one."""
        return ""

    def exists(self) -> bool:
        """Whether there is anything at the path but an empty file; it may still be unusable."""
        return self.has_path and file.exists(self.path)

    def at_rest(self) -> bool:
        """Whether the library is one plain file, which a colleague without rights can open."""
        return file.at_rest(self.path)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Open the library for one request.

        Raises:
            LibraryError: it cannot be read; nothing was changed.
        """
        with closing(self._open_to_read()) as connection:
            yield Reader(connection, self.path, self._put_right() if self._put_right else {})

    @contextmanager
    def read_alone(self, path: Path) -> Iterator[Reader]:  # noqa: ARG002
        """Of several libraries open the one at ``path`` as :meth:`read` does."""
        with self.read() as reader:
            yield reader

    @contextmanager
    def write(
        self, versions: Versions = UNKNOWN_VERSIONS, *, bulk: bool = False
    ) -> Iterator[Writer]:
        """Open the library for changes; it is made or upgraded where needed.

        Whatever ends the block, the changes that are whole are kept, and the library is left as
        one plain file if no other program keeps it open.

        Args:
            versions: What parsed the reports that are put in.
            bulk: Many changes are to come, and others go on reading meanwhile.

        Raises:
            LibraryError: it cannot be written.
        """
        from tuibrowser.store.file.migrate import upgrade  # noqa: PLC0415
        from tuibrowser.store.writing.session import WriteSession  # noqa: PLC0415
        from tuibrowser.store.writing.write import Writer  # noqa: PLC0415

        file.prepare(self.path)
        with (
            explained(self.path),
            closing(connect(self.path, "rwc")) as connection,
            explained(self.path, connection),
        ):
            # In one transaction: another program may be making it.
            connection.execute("BEGIN")
            number = schema.identify(connection, self.path)
            connection.execute("ROLLBACK")
            # Fails here, before anything is parsed, where nothing can be written.
            connection.execute("BEGIN IMMEDIATE").execute("ROLLBACK")
            connection.execute("PRAGMA foreign_keys = ON")
            if number < schema.SCHEMA:
                upgrade(connection, self.path)
            session = WriteSession(connection, self.path)
            if bulk:
                session.expect_many()
            try:
                yield Writer(session, versions)
            finally:
                session.finish()

    def pack(self, target: Path) -> None:
        """Copy the library into one compact file to hand on.

        Raises:
            LibraryError: the library cannot be read, or ``target`` exists or cannot be written.
        """
        from tuibrowser.store.packing import pack  # noqa: PLC0415  (who reads does not need it)

        pack(self, target)

    def check(self) -> list[str]:
        """Look the library over, after putting in order what a killed ``index`` left.

        Returns:
            What is wrong, one Chinese sentence each; nothing for a sound library.
        """
        from tuibrowser.store.checking import faults_of  # noqa: PLC0415  (only ``doctor`` needs it)

        return faults_of(self)

    def _open_to_read(self) -> Connection:
        file.require(self.path)
        try:
            return self._snapshot()
        except (LibraryReadOnly, LibraryUnfinished):
            if self.at_rest():
                raise
        if not file.repair(self.path):
            raise errors.unfinished(self.path)
        return self._snapshot()

    def _snapshot(self) -> Connection:
        """A connection that cannot write and sees one state of the library until it is closed."""
        with explained(self.path):
            connection = connect(self.path, "ro")
        try:
            with explained(self.path, connection):
                connection.execute("PRAGMA query_only = ON")
                connection.execute("BEGIN")
                number = schema.identify(connection, self.path)
            if number == 0:
                raise errors.missing(self.path)
            if number < schema.READABLE:
                raise errors.older(self.path)
            connection.expect_nothing_longer_than_the_file()
        except BaseException:
            connection.close()
            raise
        return connection
