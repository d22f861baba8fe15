"""The one door for files: bytes in, a clean :class:`Document` out.

A further format is one module with a function from bytes to text and one line in ``_FORMATS``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tuibrowser.model.report import Document
from tuibrowser.reading.clean import clean
from tuibrowser.reading.plain import read_plain
from tuibrowser.reading.refused import Refused
from tuibrowser.reasons import reason_of

__all__ = ["LARGEST", "OTHER_SUFFIXES", "SUFFIXES", "Refused", "read"]

LARGEST: Final = 20 * 1024 * 1024
"""Bytes; the longest real reports are under a hundred kilobytes."""

_FORMATS: Final[dict[str, Callable[[bytes], tuple[str, str]]]] = {
    ".txt": read_plain,
    ".text": read_plain,
}

SUFFIXES: Final[frozenset[str]] = frozenset(_FORMATS)
"""What a walk through a folder picks up, lower case."""

OTHER_SUFFIXES: Final[frozenset[str]] = frozenset(
    {".doc", ".docx", ".htm", ".html", ".mht", ".odt", ".ofd", ".pdf", ".rtf", ".wps"}
)
"""What a report may well be kept as, but cannot be read as yet; lower case."""

# Suffixes lie (a .wps is often a renamed Word file), first bytes do not.
_OTHER_FORMATS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"PK\x03\x04", " Word（docx）等压缩格式"),
    (b"\xd0\xcf\x11\xe0", " Word（doc）或 WPS 格式"),
    (b"%PDF", " PDF 格式"),
    (b"{\\rtf", " RTF 格式"),
    (b"<!doctype html", "网页格式"),
    (b"<html", "网页格式"),
    (b"<?xml", " XML 格式"),
    (b"SQLite format 3\x00", "数据库格式"),
)


def read(path: Path) -> Document:
    """Read one file.

    Raises:
        Refused: the file is missing, unreadable, empty, too large, of another format, or its
            encoding cannot be told.
    """
    data = _bytes(path)
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower()
    for magic, name in _OTHER_FORMATS:
        if head.startswith(magic.lower()):
            raise Refused(f"暂不支持{name}，请另存为纯文本（.txt）后再试")
    reader = _FORMATS.get(path.suffix.lower(), read_plain)
    text, encoding = reader(data)
    text = clean(text)
    if not text.strip():
        raise Refused("文件里没有文字，请检查原件")
    return Document(
        text=text, sha256=hashlib.sha256(data).hexdigest(), name=path.name, encoding=encoding
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Refused("这是文件夹，请指定其中的文件")
        if not path.is_file():
            # A pipe or a device would be read for ever.
            if path.exists():
                raise Refused("不是普通文件，请指定报告文件")
            raise Refused("找不到文件，请检查路径")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except PermissionError:
        raise Refused("没有读取权限，请检查文件权限") from None
    except OSError as error:
        raise Refused(f"读取失败（{reason_of(error)}），请检查文件或磁盘") from None
    if not data.strip():
        raise Refused("文件是空的，请检查原件")
    if len(data) > LARGEST:
        raise Refused(f"文件超过 {LARGEST // 1024 // 1024} MB，不像一份报告，请检查原件")
    return data
