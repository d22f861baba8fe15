"""Why the system refused, in Chinese: its own words are English on most servers."""

from __future__ import annotations

import errno
from typing import Final

_REASONS: Final = {
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
    errno.ELOOP: "链接互相指向，没有尽头",
    errno.ESTALE: "网络盘上的文件已失效",
    errno.ETIMEDOUT: "网络盘没有响应",
    errno.EMFILE: "同时打开的文件过多",
    errno.EBUSY: "文件正被占用",
    errno.EFBIG: "超出允许的文件大小",
    errno.ENODEV: "不是普通文件",
}


def reason_of(error: OSError) -> str:
    """What ``error`` means, without a full stop; its number where no words are known for it."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")
