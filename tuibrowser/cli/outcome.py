"""How a command ends."""

from __future__ import annotations

import errno
from enum import IntEnum


class Status(IntEnum):
    """Exit status, the same for every command."""

    DONE = 0
    LACKING = 1
    """Nothing found, or some files could not be taken in."""
    MISUSED = 2
    """Wrong usage, or a REF that means several reports."""
    UNUSABLE = 3
    """No library, or one that cannot be used."""
    INTERRUPTED = 130


class Stop(Exception):
    """Ends a command early; ``str()`` is one Chinese sentence that says what to do."""

    def __init__(self, status: Status, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在磁盘只读",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.ENOENT: "文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是文件夹，请写文件名",
    errno.EEXIST: "文件已存在",
    errno.ENAMETOOLONG: "文件名过长",
    errno.EIO: "磁盘读写出错",
}


def reason_of(error: OSError) -> str:
    """Why the system refused, in Chinese; its own words are English on most servers."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")
