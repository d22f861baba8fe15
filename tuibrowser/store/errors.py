"""What can be wrong with a library, each as one sentence a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol


class LibraryError(Exception):
    """A library that cannot be used; ``str()`` is one Chinese sentence with what to do."""


class LibraryMissing(LibraryError):
    """There is no library yet, or an empty one."""


class NotALibrary(LibraryError):
    """The path holds something else."""


class NewerLibrary(LibraryError):
    """A later version of this program made or upgraded it."""


class OlderLibrary(LibraryError):
    """It has to be upgraded before it can be read."""


class LibraryLocked(LibraryError):
    """Another program is writing."""


class LibraryReadOnly(LibraryError):
    """The file, its folder or the file system cannot be written, or not even be read."""


class LibraryUnfinished(LibraryError):
    """A stopped ``index`` left a journal that whoever asks may not put in order."""


class LibraryDamaged(LibraryError):
    """SQLite finds the file malformed."""


class DiskFull(LibraryError):
    """No room for a change; what was there before is unharmed."""


class Interrupted(Exception):
    """``Reader.interrupt`` stopped the running call. Not an error to show."""


class Unstorable(LibraryError):
    """One report breaks a rule of the schema; ``str()`` is one Chinese sentence."""


class Malformed(Exception):
    """Rows that no version of this program wrote; :func:`explained` makes a sentence of it."""


def missing(path: Path) -> LibraryMissing:
    """The sentence for no library at ``path``."""
    return LibraryMissing(f"未找到报告库 {path}，请先运行：tuibrowser index 文件夹")


def not_a_library(path: Path, what: str) -> NotALibrary:
    """The sentence for a path that holds something else; ``what`` finishes “{path} ”."""
    return NotALibrary(f"{path} {what}，请用 --db 指定另一个文件")


def newer(path: Path, schema: int, known: int) -> NewerLibrary:
    """The sentence for a library of a later schema."""
    return NewerLibrary(
        f"报告库 {path} 由更新版本的 tuibrowser 建立（库结构版本 {schema}，"
        f"本程序支持到 {known}），请升级 tuibrowser 后再用"
    )


def older(path: Path) -> OlderLibrary:
    """The sentence for a library of an earlier schema that is only to be read."""
    return OlderLibrary(
        f"报告库 {path} 由旧版本的 tuibrowser 建立，请先升级报告库：tuibrowser --db {path} doctor"
    )


def unfinished(path: Path) -> LibraryUnfinished:
    """The sentence for a journal left by a killed ``index`` that one may not write."""
    return LibraryUnfinished(
        f"报告库 {path} 上次入库中途停止，尚未整理，而当前用户没有写权限，"
        f"请有写权限的人运行：tuibrowser --db {path} doctor"
    )


def damaged(path: Path) -> LibraryDamaged:
    """The sentence for a malformed file."""
    return LibraryDamaged(
        f"报告库 {path} 已损坏，请改用备份，或移走该文件后重新运行：tuibrowser index 文件夹"
    )


def changed(path: Path) -> LibraryDamaged:
    """The sentence for a library that holds tables, views or triggers which are not this program's,
    or not its own."""
    return LibraryDamaged(
        f"报告库 {path} 的库结构与本程序建立的不同，可能被其他程序改动过，为安全起见没有读取，"
        "请改用备份，或移走该文件后重新运行：tuibrowser index 文件夹"
    )


def read_only(path: Path) -> LibraryReadOnly:
    """The sentence for a library, or a folder, without permission to write."""
    return LibraryReadOnly(
        f"报告库 {path} 或其所在文件夹不可写，请检查权限和磁盘，或用 --db 指定一个可写的位置"
    )


def unopenable(path: Path) -> LibraryReadOnly:
    """The sentence for a file that may not be opened, or made."""
    return LibraryReadOnly(f"报告库 {path} 打不开，请检查该文件及其所在文件夹的权限")


def disk_full(path: Path) -> DiskFull:
    """The sentence for a full disk or quota."""
    return DiskFull(
        f"写入报告库 {path} 失败：磁盘空间或配额不足，已入库的内容不受影响，请腾出空间后再运行"
    )


def code_of(error: sqlite3.Error) -> int:
    """SQLite's extended code for ``error``; -1 for what Python itself raised."""
    code = getattr(error, "sqlite_errorcode", None)
    return -1 if code is None else int(code)


def explain(error: sqlite3.Error, path: Path) -> Exception:
    """What ``error`` means for the library at ``path``.

    Returns:
        A :class:`LibraryError`, :class:`Interrupted`, or ``error`` itself where it says nothing
        about the library, which is a mistake of this program.
    """
    code = code_of(error)
    if code == -1:
        # Text that is no UTF-8 passes SQLite and fails in Python.
        return damaged(path) if "decode to UTF-8" in str(error) else error
    if code in _UNFINISHED:
        return unfinished(path)
    if code == sqlite3.SQLITE_IOERR_WRITE:
        # What SQLite makes of an exceeded quota or file size; only ENOSPC becomes SQLITE_FULL.
        return disk_full(path)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return LibraryReadOnly(f"报告库 {path} 在使用中被移走或替换，请重新运行")
    if code == sqlite3.SQLITE_ERROR and "no such module" not in str(error):
        # The SQL is this program's and sound, so the file is not: it lacks a table, is of a format
        # that SQLite does not know, or an index cannot be opened.
        return damaged(path)
    known = _BY_PRIMARY_CODE.get(code & 0xFF)
    if known is not None:
        return known(path)
    if "no such module" in str(error):
        return LibraryError("本机 Python 自带的 SQLite 不含 FTS5 全文索引，请换用带 FTS5 的 Python")
    return LibraryError(f"报告库 {path} 无法使用（SQLite 错误 {code}），请检查磁盘，或改用备份")


_UNFINISHED = frozenset(
    {
        sqlite3.SQLITE_READONLY_ROLLBACK,
        sqlite3.SQLITE_READONLY_RECOVERY,
        sqlite3.SQLITE_READONLY_CANTINIT,
        sqlite3.SQLITE_READONLY_CANTLOCK,
    }
)

_BY_PRIMARY_CODE: dict[int, Callable[[Path], Exception]] = {
    sqlite3.SQLITE_BUSY: lambda path: LibraryLocked(
        f"报告库 {path} 正由另一个程序写入（可能另有 tuibrowser index 在运行），请待其结束后再试"
    ),
    sqlite3.SQLITE_LOCKED: lambda path: LibraryLocked(
        f"报告库 {path} 正由另一个程序使用，请待其结束后再试"
    ),
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_FULL: disk_full,
    sqlite3.SQLITE_CORRUPT: damaged,
    # A value larger than it can be, or one of another type.
    sqlite3.SQLITE_TOOBIG: damaged,
    sqlite3.SQLITE_MISMATCH: damaged,
    sqlite3.SQLITE_CONSTRAINT: damaged,
    sqlite3.SQLITE_NOTADB: lambda path: not_a_library(path, "不是报告库"),
    sqlite3.SQLITE_CANTOPEN: unopenable,
    sqlite3.SQLITE_IOERR: lambda path: LibraryError(
        f"读写报告库 {path} 时磁盘出错，请检查磁盘或网络盘后再试"
    ),
    sqlite3.SQLITE_NOMEM: lambda path: LibraryError(f"内存不足，无法使用报告库 {path}"),
    sqlite3.SQLITE_INTERRUPT: lambda _: Interrupted(),
}


class _Stoppable(Protocol):
    @property
    def exhausted(self) -> bool: ...


@contextmanager
def explained(path: Path, connection: _Stoppable | None = None) -> Iterator[None]:
    """Raise what an ``sqlite3.Error`` or :class:`Malformed` in the block means, in place of it.

    Args:
        path: The library's.
        connection: Where given, it knows why a statement was interrupted: because it did not come
            to an end, or else by Ctrl+C, which SQLite's callback cannot raise itself.

    Raises:
        LibraryError: SQLite failed.
        Interrupted: a statement was interrupted.
        KeyboardInterrupt: Ctrl+C did that.
    """
    try:
        yield
    except Malformed as error:
        raise damaged(path) from error
    except sqlite3.Error as error:
        meaning = explain(error, path)
        if meaning is error:
            raise
        if isinstance(meaning, Interrupted) and connection is not None:
            raise (damaged(path) if connection.exhausted else KeyboardInterrupt()) from error
        raise meaning from error
