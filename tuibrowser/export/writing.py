"""Files that are handed on, written where nothing is lost."""

from __future__ import annotations

import datetime
import os
import shlex
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from getpass import getuser
from hashlib import file_digest
from pathlib import Path
from typing import Final

from tuibrowser.export.naming import ExportRefused
from tuibrowser.files import replacing
from tuibrowser.model.report import Report
from tuibrowser.store.library import Library, belongs_to_library, is_sqlite

_SSH_PORT: Final = "22"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written."""

    path: Path
    """Absolute."""
    size: int
    """Bytes."""

    def __str__(self) -> str:
        return f"{self.path}（{self.size:,} 字节）"


def write(
    content: bytes, target: Path, library: Library | None = None, reports: Sequence[Report] = ()
) -> Exported:
    """Put ``content`` into ``target``, whole or not at all; an older file there is replaced.

    Args:
        content: The whole file.
        target: Where to.
        library: Its file, and those its reports were read from, are not overwritten.
        reports: Nor are the files that these were read from, in a library or not.

    Raises:
        ExportRefused: ``target`` is one of those.
        OSError: it cannot be written.
        tuibrowser.store.library.LibraryError: the library cannot be asked.
    """
    refuse_precious(target, library, {report.sha256 for report in reports})
    with replacing(target) as file:
        file.write(content)
    return Exported(target.absolute(), len(content))


def headed(text: bytes, what: str) -> bytes:
    """``text`` as a file of its own, below what it is and the day: by that line the next ``index``
    of the folder knows that it is no report, as it knows other exports by theirs."""
    return f"{what}\n导出日期：{datetime.date.today().isoformat()}\n\n".encode() + text


def refuse_precious(target: Path, library: Library | None, digests: Collection[str] = ()) -> None:
    """Raise :class:`ExportRefused` where ``target`` is a library, what SQLite keeps beside one, or
    the source of a report.

    Args:
        target: What would be overwritten.
        library: Whose sources are meant, if it exists.
        digests: sha256 of files that are sources, too.
    """
    if belongs_to_library(target, library):
        what = "报告库" if is_sqlite(target) else "报告库的附属文件"
        raise ExportRefused(f"{target} 是{what}，不会覆盖，请换一个文件名")
    if not target.is_file():
        return
    with target.open("rb") as file:
        is_source = bool(digests) and file_digest(file, "sha256").hexdigest() in digests
    if not is_source and library is not None and library.exists():
        with library.read() as reader:
            is_source = reader.is_source(target) or reader.is_source(target.resolve())
    if is_source:
        raise ExportRefused(f"{target} 是报告的原文件，不会覆盖，请换一个文件名")


def way_home(path: Path) -> str | None:
    """How to fetch ``path`` to the computer one sits at; ``None`` where this is that computer."""
    # 客户端地址 端口 服务器地址 端口 (ssh(1))
    _, _, host, port = (*os.environ.get("SSH_CONNECTION", "").split(), *[""] * 4)[:4]
    if not host:
        return None
    address = f"[{host}]" if ":" in host else host
    source = shlex.quote(f"{_login()}{address}:{path}")
    options = "" if port == _SSH_PORT else f"-P {port} "
    return f"取回：在自己的电脑上运行 scp {options}{source} ."


def _login() -> str:
    """``name@``; nothing where the system does not know the person's name, as scp takes it then."""
    try:
        return f"{getuser()}@"
    except (KeyError, OSError):
        return ""
