"""The library as a file: is there one, what belongs to it, what was left beside it."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from tuibrowser.store import errors
from tuibrowser.store.file.connection import connect
from tuibrowser.store.file.schema import APPLICATION_ID

_MAGIC: Final = b"SQLite format 3\x00"
# Offsets in the header, https://www.sqlite.org/fileformat.html#the_database_header
_HEADER_BYTES: Final = 100
_JOURNAL_MODE: Final = 18
_WAL: Final = 2
_APPLICATION: Final = slice(68, 72)
_OURS: Final = APPLICATION_ID.to_bytes(4, "big")

_ATTACHMENTS: Final = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a file while it is in use, and reads when it is opened again."""


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


def refuse_attachment(path: Path) -> None:
    """Raise :class:`~tuibrowser.store.errors.NotALibrary` for a file beside another library."""
    if not is_sqlite(path) and belongs(path, None):
        raise errors.not_a_library(path, "是另一个报告库的附属文件")


def belongs(target: Path, library: Path | None) -> bool:
    """Whether ``target`` is a library, or a file that SQLite keeps beside one.

    Such a file need not exist: what is put in its place is read as if it were the library's.

    Args:
        target: A path, in any spelling, through links or not.
        library: One that counts as a library even where nothing is there yet.
    """
    try:
        place = os.path.realpath(target)
    except ValueError:
        return False
    base = next((place[: -len(end)] for end in _ATTACHMENTS if place.endswith(end)), None)
    if is_sqlite(Path(place)) or (base is not None and is_sqlite(Path(base))):
        return True
    if library is None:
        return False
    own = os.path.realpath(library)
    theirs = {own, *(own + end for end in _ATTACHMENTS)}
    return place in theirs or any(_are_one(place, other) for other in theirs)


def _are_one(one: str, other: str) -> bool:
    with suppress(OSError, ValueError):
        return os.path.samefile(one, other)
    return False


def prepare(path: Path) -> None:
    """Make the folder of a library that is to be made; raises as :func:`require`."""
    refuse_attachment(path)
    try:
        path.absolute().parent.mkdir(parents=True, exist_ok=True)
        _require_database(path, os.stat(path))
    except FileNotFoundError:
        pass
    except (FileExistsError, NotADirectoryError, PermissionError):
        raise errors.unopenable(path) from None
    except (OSError, ValueError) as error:
        raise errors.read_only(path) from error


def at_rest(path: Path) -> bool:
    """Whether the library is one plain file, which a colleague without rights can open."""
    journals = any(os.path.exists(f"{path}{suffix}") for suffix in ("-wal", "-journal"))
    return not journals and _header(path)[_JOURNAL_MODE : _JOURNAL_MODE + 1] != bytes([_WAL])


def repair(path: Path) -> bool:
    """Put a journal in order that a killed program left; whether that was allowed."""
    if _header(path)[_APPLICATION] != _OURS:
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
    header = _header(path)
    if not (header or _MAGIC).startswith(_MAGIC):
        if header[_APPLICATION] == _OURS:
            raise errors.damaged(path)
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
