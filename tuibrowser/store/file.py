"""The library as a file: is there one, whose is it, what was left beside it, and opening it."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Final
from urllib.parse import quote

from tuibrowser.store import errors

SCHEMA: Final = 2
"""Number of the last migration."""

READABLE: Final = 1
"""The oldest schema that is read as it is: without sounds, forgiving search is absent."""

_APPLICATION_ID: Final = int.from_bytes(b"TUIB", "big")

_MAGIC: Final = b"SQLite format 3\x00"
# Offsets in the header, https://www.sqlite.org/fileformat.html#the_database_header
_HEADER_BYTES: Final = 100
_JOURNAL_MODE: Final = 18
_WAL: Final = 2
_APPLICATION: Final = slice(68, 72)

_PATIENCE: Final = 5.0
"""Seconds to wait for another program's lock; a commit of ``index`` takes far less."""


def is_sqlite(path: Path) -> bool:
    """Whether ``path`` is an SQLite file by its first bytes."""
    return _header(path).startswith(_MAGIC)


def exists(path: Path) -> bool:
    """Whether there is anything at ``path`` but an empty file; it may still be no library."""
    try:
        info = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return not stat.S_ISREG(info.st_mode) or info.st_size > 0


def require(path: Path) -> None:
    """Raise the :class:`~tuibrowser.store.errors.LibraryError` for a path without a library."""
    try:
        info = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        raise errors.missing(path) from None
    except PermissionError:
        raise errors.unopenable(path) from None
    except (OSError, ValueError):
        raise errors.not_a_library(path, "不是有效的路径") from None
    _require_database(path, info)
    if info.st_size == 0:
        raise errors.missing(path)


def prepare(path: Path) -> None:
    """Make the folder of a library that is to be made; raises as :func:`require`."""
    try:
        path.absolute().parent.mkdir(parents=True, exist_ok=True)
        _require_database(path, os.stat(path))
    except FileNotFoundError:
        pass
    except (FileExistsError, NotADirectoryError, PermissionError):
        raise errors.unopenable(path) from None
    except (OSError, ValueError) as error:
        raise errors.read_only(path) from error


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection without any transaction of Python's own; ``mode`` is ro, rw or rwc."""
    # A path is bytes to SQLite, and ?, # and % are syntax of the URI. Two slashes in front, so that
    # a path that begins with two is not taken for a host.
    location = quote(os.fsencode(os.path.abspath(path)))
    return sqlite3.connect(
        f"file://{location}?mode={mode}",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )


def identify(connection: sqlite3.Connection, path: Path) -> int:
    """The number of the library's schema, 0 for an empty file.

    Raises:
        LibraryError: it is another program's, damaged, or of a later schema.
    """
    ((application,),) = connection.execute("PRAGMA application_id")
    if application != _APPLICATION_ID:
        ((tables,),) = connection.execute("SELECT count(*) FROM sqlite_master")
        if application or tables:
            raise errors.not_a_library(path, "是别的 SQLite 数据库，不是报告库")
        return 0
    row = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    if row is None or not str(row[0]).isdecimal():
        raise errors.damaged(path)
    schema = int(row[0])
    if schema > SCHEMA:
        raise errors.newer(path, schema, SCHEMA)
    return schema


def at_rest(path: Path) -> bool:
    """Whether the library is one plain file, which a colleague without rights can open."""
    journals = any(os.path.exists(f"{path}{suffix}") for suffix in ("-wal", "-journal"))
    return not journals and _header(path)[_JOURNAL_MODE : _JOURNAL_MODE + 1] != bytes([_WAL])


def repair(path: Path) -> bool:
    """Put a journal in order that a killed program left; whether that was allowed."""
    if _header(path)[_APPLICATION] != _APPLICATION_ID.to_bytes(4, "big"):
        return False
    try:
        with closing(connect(path, "rw")) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        return False
    return True


def _require_database(path: Path, info: os.stat_result) -> None:
    """Raise for what exists and is neither an SQLite file nor empty."""
    if stat.S_ISDIR(info.st_mode):
        raise errors.not_a_library(path, "是文件夹，不是报告库")
    if not stat.S_ISREG(info.st_mode):
        raise errors.not_a_library(path, "不是普通文件")
    # SQLite takes a file shorter than a page for an empty one, and would write over it.
    if not (_header(path) or _MAGIC).startswith(_MAGIC):
        raise errors.not_a_library(path, "不是报告库")


def _header(path: Path) -> bytes:
    """The first bytes of a regular file; nothing of what cannot be read."""
    try:
        # Without O_NONBLOCK, opening a pipe waits for somebody to write into it.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with open(descriptor, "rb") as file:
            regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
            return file.read(_HEADER_BYTES) if regular else b""
    except (OSError, ValueError):
        return b""
