"""The door to the library: where it is, reading, writing, handing on, looking over.

Reading imports neither ``sqlite_utils`` nor anything that writes (100 to 270 ms).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tuibrowser.locations import NoHome, data_home, expanded
from tuibrowser.store import errors, file
from tuibrowser.store.errors import (
    Interrupted,
    LibraryError,
    LibraryMissing,
    LibraryReadOnly,
    Unstorable,
    explained,
)
from tuibrowser.store.file import is_sqlite
from tuibrowser.store.read import UNKNOWN_VERSIONS, Reader, Versions

if TYPE_CHECKING:
    from tuibrowser.store.write import Writer

__all__ = [
    "Interrupted",
    "Library",
    "LibraryError",
    "LibraryMissing",
    "Reader",
    "Unstorable",
    "Versions",
    "is_sqlite",
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


def sqlite_version() -> str:
    """Of the SQLite that this Python came with."""
    return sqlite3.sqlite_version


class Library:
    """One library file. Holds no connection: each use opens its own."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def exists(self) -> bool:
        """Whether there is anything at the path but an empty file; it may still be unusable."""
        return file.exists(self.path)

    def at_rest(self) -> bool:
        """Whether the library is one plain file, which a colleague without rights can open."""
        return file.at_rest(self.path)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Open the library for one request.

        Raises:
            LibraryError: it cannot be read; nothing was changed.
        """
        with explained(self.path), closing(self._open_to_read()) as connection:
            yield Reader(connection, self.path)

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
        from tuibrowser.store.migrate import migrate  # noqa: PLC0415
        from tuibrowser.store.session import Session  # noqa: PLC0415
        from tuibrowser.store.write import Writer  # noqa: PLC0415

        file.prepare(self.path)
        with explained(self.path), closing(file.connect(self.path, "rwc")) as connection:
            schema = file.identify(connection, self.path)
            # Fails here, before anything is parsed, where nothing can be written.
            connection.execute("BEGIN IMMEDIATE").execute("ROLLBACK")
            connection.execute("PRAGMA foreign_keys = ON")
            if schema < file.SCHEMA:
                # Some systems compile another default in; it can only be set in an empty file.
                connection.execute("PRAGMA auto_vacuum = NONE")
                migrate(connection)
            session = Session(connection, self.path)
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
        if os.path.lexists(target):
            raise LibraryError(f"{target} 已存在，请换一个文件名")
        if not target.absolute().parent.is_dir():
            raise LibraryError(f"文件夹 {target.absolute().parent} 不存在，请先建立")
        with self.read():
            pass
        unfinished = target.absolute().with_name(f".{target.name}.{os.getpid()}")
        try:
            # Not through `read`: SQLite takes VACUUM for a change, whatever its target.
            with explained(target), closing(file.connect(self.path, "ro")) as connection:
                connection.execute("VACUUM INTO ?", (os.fspath(unfinished),))
            unfinished.rename(target)
        except UnicodeEncodeError as error:
            raise LibraryError(f"{target} 的路径不是 UTF-8，请换一个文件名") from error
        except OSError as error:
            raise errors.read_only(target) from error
        finally:
            with suppress(OSError):
                unfinished.unlink()

    def check(self) -> list[str]:
        """Look the library over, after putting in order what a killed ``index`` left.

        Returns:
            What is wrong, one Chinese sentence each; nothing for a sound library.
        """
        found: list[str] = []
        try:
            file.require(self.path)
            with suppress(LibraryReadOnly), self.write() as writer:
                found += writer.index_faults()
            with self.read() as reader:
                found += reader.faults()
        except LibraryError as error:
            found.append(str(error))
        else:
            if not self.at_rest():
                found.append(
                    f"报告库 {self.path} 旁有尚未合并的附属文件（-wal），"
                    "请待其他程序全部退出后，由有写权限的人再运行一次自检"
                )
        return found

    def _open_to_read(self) -> sqlite3.Connection:
        file.require(self.path)
        try:
            return self._snapshot()
        except sqlite3.OperationalError as error:
            primary = error.sqlite_errorcode & 0xFF
            if primary not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN) or self.at_rest():
                raise
        if not file.repair(self.path):
            raise errors.unfinished(self.path)
        return self._snapshot()

    def _snapshot(self) -> sqlite3.Connection:
        """A connection that cannot write and sees one state of the library until it is closed."""
        connection = file.connect(self.path, "ro")
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            schema = file.identify(connection, self.path)
            if schema == 0:
                raise errors.missing(self.path)
            if schema < file.READABLE:
                raise errors.older(self.path)
        except BaseException:
            connection.close()
            raise
        return connection
