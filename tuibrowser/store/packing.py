"""One compact copy of a library, to hand on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tuibrowser.partial_files import part_in
from tuibrowser.store import errors
from tuibrowser.store.errors import LibraryError, code_of, explained
from tuibrowser.store.file import place as file
from tuibrowser.store.file.connection import Connection, connect

if TYPE_CHECKING:
    from tuibrowser.store.library import Library

# What is wrong with the library, or with this program, when a copy cannot be made; all else is
# wrong with the place that the copy is to have.
_OF_THE_LIBRARY: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_TOOBIG,
    }
)


def pack(library: Library, target: Path) -> None:
    """Copy ``library`` into ``target``, whole or not at all.

    What killed processes left in the folder of ``target`` is removed.

    Raises:
        LibraryError: the library cannot be read, or ``target`` exists or cannot be written.
    """
    if os.path.lexists(target):
        raise LibraryError(f"{target} 已存在，请换一个文件名")
    if file.belongs(target, library.path):
        raise LibraryError(f"{target} 是报告库的附属文件名，请换一个文件名")
    folder = target.absolute().parent
    if not folder.is_dir():
        raise LibraryError(f"文件夹 {folder} 不存在，请先建立")
    with library.read() as reader:
        # SQLite copies whatever the pages say; who is handed the copy should be able to read it.
        if reader.broken():
            raise errors.damaged(library.path)
    try:
        with part_in(folder) as (part, _):
            # Beside the part, which is locked: some network disks take its lock for SQLite's own.
            copy = part.with_name(f"{part.name}-copy")
            with closing(connect(library.path, "ro")) as connection, _blamed(connection, target):
                # Not through `read`: SQLite takes VACUUM for a change, whatever its target.
                connection.execute("VACUUM INTO ?", (os.fspath(copy),))
            copy.rename(target)
    except UnicodeEncodeError as error:
        raise LibraryError(f"{target} 的路径不是 UTF-8，请换一个文件名") from error
    except OSError as error:
        raise errors.read_only(target) from error


@contextmanager
def _blamed(connection: Connection, target: Path) -> Iterator[None]:
    """Raise what an ``sqlite3.Error`` in the block means for the library or for ``target``."""
    try:
        yield
    except sqlite3.Error as error:
        is_the_library = code_of(error) & 0xFF in _OF_THE_LIBRARY
        with explained(connection.path if is_the_library else target, connection):
            raise
