"""What can be wrong with a library, each as one sentence a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


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


class Unstorable(Exception):
    """One report breaks a rule of the schema; ``str()`` is one Chinese sentence."""


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


def explain(error: sqlite3.Error, path: Path) -> Exception:
    """What ``error`` means for the library at ``path``.

    Returns:
        A :class:`LibraryError`, :class:`Interrupted`, :class:`Unstorable`, or ``error`` itself
        where SQLite has no code for it, which is a mistake of this program.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return error
    if code in _UNFINISHED:
        return unfinished(path)
    if code == sqlite3.SQLITE_IOERR_WRITE:
        # What SQLite makes of an exceeded quota or file size; only ENOSPC becomes SQLITE_FULL.
        return disk_full(path)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return LibraryReadOnly(f"报告库 {path} 在使用中被移走或替换，请重新运行")
    known = _BY_PRIMARY_CODE.get(code & 0xFF)
    if known is not None:
        return known(path)
    return _unusual(error, code & 0xFF, path)


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
    sqlite3.SQLITE_NOTADB: lambda path: not_a_library(path, "不是报告库"),
    sqlite3.SQLITE_CANTOPEN: unopenable,
    sqlite3.SQLITE_IOERR: lambda path: LibraryError(
        f"读写报告库 {path} 时磁盘出错，请检查磁盘或网络盘后再试"
    ),
    sqlite3.SQLITE_NOMEM: lambda path: LibraryError(f"内存不足，无法使用报告库 {path}"),
    sqlite3.SQLITE_INTERRUPT: lambda _: Interrupted(),
}


def _unusual(error: sqlite3.Error, code: int, path: Path) -> Exception:
    if code in (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG):
        return Unstorable(f"解析结果不合库结构（{error}），请将该文件反馈给开发者")
    if "no such module" in str(error):
        return LibraryError("本机 Python 自带的 SQLite 不含 FTS5 全文索引，请换用带 FTS5 的 Python")
    if "no such table" in str(error) or "no such column" in str(error):
        return damaged(path)
    return LibraryError(f"报告库 {path} 无法使用（{error}），请运行：tuibrowser --db {path} doctor")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise what an ``sqlite3.Error`` in the block means, in place of it."""
    try:
        yield
    except sqlite3.Error as error:
        meaning = explain(error, path)
        if meaning is error:
            raise
        raise meaning from error
