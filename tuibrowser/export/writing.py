"""Files that are handed on: which format, under which name, written where nothing is lost."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from getpass import getuser
from hashlib import file_digest
from pathlib import Path
from typing import Final, Literal

from tuibrowser.export.visible import visible
from tuibrowser.files import replacing
from tuibrowser.locations import NoHome, home
from tuibrowser.model.report import Report
from tuibrowser.store.library import Library, belongs_to_library, is_sqlite

Format = Literal["text", "md", "html", "docx", "csv", "json"]

_SUFFIXES: Final[dict[str, Format]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".csv": "csv",
    ".json": "json",
}

_FORBIDDEN: Final = re.compile(r'[/\\:*?"<>|\s\ufffd]+')
"""What Windows or a shell would trip over in a file's name."""
_LONGEST_NAME: Final = 60
"""Characters; three bytes each, of the 255 that Linux allows."""

_SSH_PORT: Final = "22"


class ExportRefused(Exception):
    """Nothing was written; ``str()`` is one Chinese sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written."""

    path: Path
    """Absolute."""
    size: int
    """Bytes."""

    def __str__(self) -> str:
        return f"{self.path}（{self.size:,} 字节）"


def choose_format(asked: Format | None, target: Path | None, offered: Sequence[Format]) -> Format:
    """The format to write: the one asked for, else what the name of ``target`` ends in.

    Without either it is the first one offered.

    Raises:
        ExportRefused: the two contradict each other, or the ending says nothing.
    """
    suffix = target.suffix.lower() if target is not None else ""
    meant = _SUFFIXES.get(suffix)
    if asked is not None:
        if meant not in (None, asked):
            raise ExportRefused(f"文件名以 {suffix} 结尾，--format 却是 {asked}，请改其中一个")
        return asked
    if suffix and meant not in offered:
        endings = " ".join(end for end, format_ in _SUFFIXES.items() if format_ in offered)
        raise ExportRefused(f"从文件名的结尾 {suffix} 看不出格式，可用：{endings}")
    return meant or offered[0]


def format_of(path: Path) -> Format | None:
    """The format that the ending of ``path`` means, if it means one."""
    return _SUFFIXES.get(path.suffix.lower())


def ending_of(format_: Format) -> str:
    """What the name of a file in ``format_`` ends in: ``.docx``."""
    return next(ending for ending, meant in _SUFFIXES.items() if meant == format_)


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


def free_path(stem: str, format_: Format, folder: Path | None = None) -> Path:
    """A path that does not exist yet: ``对照表_柳溪镇等3份_2023.docx``, then ``…-2.docx``.

    Args:
        stem: What to call it; what no file name may hold is left out.
        format_: What the ending says.
        folder: Where; the current folder if ``None``, or the home folder where that cannot be
            written.
    """
    if folder is None:
        folder = _own_folder()
    stem = _FORBIDDEN.sub("", visible(stem))[:_LONGEST_NAME]
    suffix = ending_of(format_)
    path = folder / f"{stem}{suffix}"
    number = 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path


def _own_folder() -> Path:
    """The current folder, or the home folder where that was removed or cannot be written."""
    here = Path()
    with suppress(OSError):
        here = Path.cwd()
        if os.access(here, os.W_OK):
            return here
    with suppress(NoHome):
        return home()
    return here


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
