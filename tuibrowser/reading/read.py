"""The one door for files: bytes in, a clean :class:`Document` out.

What a file is, its content says (:mod:`~tuibrowser.reading.sniff`); how each format is read stands
in :mod:`~tuibrowser.reading.formats`. An archive is no document but holds files, each of which is.
"""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from tuibrowser.files import folders_above, name_as_text
from tuibrowser.model.document import Document, Stated
from tuibrowser.reading.clean import clean
from tuibrowser.reading.compose import compose
from tuibrowser.reading.extract import Extract, Member
from tuibrowser.reading.formats import BY_NAME, SUFFIXES, UNREADABLE, Format, refusal
from tuibrowser.reading.own import trouble_of_own
from tuibrowser.reading.refused import Refused
from tuibrowser.reading.sniff import BEGINNING, sniff, sniff_mark
from tuibrowser.reasons import reason_of

__all__ = [
    "LARGEST", "LARGEST_TEXT", "SUFFIXES", "File", "Refused", "document", "members", "open_file",
    "read",
]  # fmt: skip

LARGEST: Final = 100 * 1024 * 1024
"""Bytes of a file; forty scanned pages take about as much."""
LARGEST_TEXT: Final = 20 * 1024 * 1024
"""Bytes of a plain text; the longest real reports are under a hundred kilobytes."""
LARGEST_UNPACKED: Final = 120 * 1024 * 1024
"""Bytes of all members of the archives in an archive; they lie in memory together."""

_ARCHIVE: Final = BY_NAME["zip"]
_PLAIN: Final = BY_NAME["txt"]
_TOO_LARGE_INSIDE: Final = Refused("压缩包解开后过大，请先解压，再添加其中的文件")
_TOO_DEEP: Final = Refused("压缩包套了多层，请先解压，再添加其中的文件")


class File(NamedTuple):
    """The bytes of a file, or of a member of an archive."""

    path: Path
    """Where it lies; a member's is below the archive's: ``上报.zip/柳溪镇.docx``."""
    data: bytes
    format: Format

    @property
    def sha256(self) -> str:
        """Of the bytes, lower-case hex."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def is_archive(self) -> bool:
        """Whether it holds files rather than a text."""
        return self.format is _ARCHIVE


def read(path: Path) -> Document:
    """Read one file; a path below an archive's own means that member of it.

    Raises:
        Refused: the file is missing, unreadable, empty, too large or damaged, of a format that
            cannot be read, or an archive of several files.
    """
    above = next((it for it in path.parents if it.is_file()), None)
    file = open_file(above or path)
    if not file.is_archive:
        return document(file if above is None else open_file(path))
    found = [it for it in members(file) if above is None or it[0] == path]
    if not found:
        raise Refused("压缩包中没有这个文件，请检查路径" if above else "压缩包中没有可读取的文件")
    if len(found) > 1:
        first = found[0][0]
        raise Refused(f"压缩包中有 {len(found)} 个文件，请写明是哪一个，例如 {first}")
    ((_, content),) = found
    if isinstance(content, Refused):
        raise content
    return document(content)


def open_file(path: Path) -> File:
    """The bytes at ``path`` and what they are.

    Raises:
        Refused: the file is missing, unreadable, empty, too large, encrypted, or of a format that
            cannot be read.
    """
    return _file(path, _bytes(path))


def _file(path: Path, data: bytes) -> File:
    named = UNREADABLE.get(path.suffix.lower())
    try:
        found = sniff(data)
    except Refused:
        # A damaged table is of no more use when it is whole.
        if named is None:
            raise
        found = named
    if found is _PLAIN and named is not None:
        # What is marked as nothing is what its name says: no list of names kept as .xls is read.
        found = named
    if found.module is None:
        raise Refused(refusal(found))
    return File(path, data, found)


def members(archive: File) -> list[tuple[Path, File | Refused]]:
    """The files in ``archive`` that may be reports, each with its path; archives in it are opened,
    too, but none inside those.

    Raises:
        Refused: the archive is damaged, encrypted or made to harm.
    """
    found = list[tuple[Path, File | Refused]]()
    left = LARGEST_UNPACKED
    for path, member in _members(archive):
        if not isinstance(member, File) or not member.is_archive:
            found.append((path, member))
            continue
        try:
            inner = [
                (at, _TOO_DEEP if _is_archive(it) else it) for at, it in _members(member, left)
            ]
        except Refused as reason:
            found.append((path, reason))
            # What is too large once unpacked was unpacked to know it: the next one is not.
            left = 0 if reason is _TOO_LARGE_INSIDE else left
            continue
        left -= sum(len(it.data) for _, it in inner if isinstance(it, File))
        found += inner
    return found


def _is_archive(member: File | Refused) -> bool:
    return isinstance(member, File) and member.is_archive


def _members(archive: File, left: int = LARGEST_UNPACKED) -> list[tuple[Path, File | Refused]]:
    """Raises :class:`Refused`, also where what it holds would be more than ``left`` bytes."""
    listed = _extract(archive) if left > 0 else []
    assert isinstance(listed, list)
    if left <= 0 or sum(len(it.data) for it in listed) > left:
        raise _TOO_LARGE_INSIDE
    return [(archive.path / it.name, _member(archive.path / it.name, it)) for it in listed]


def _member(path: Path, member: Member) -> File | Refused:
    if member.trouble:
        return Refused(member.trouble)
    try:
        _require_bytes(member.data)
        return _file(path, member.data)
    except Refused as reason:
        return reason


def document(file: File) -> Document:
    """The clean text of ``file``, which is no archive, and what is known of it.

    Raises:
        Refused: its encoding cannot be told, it is damaged or made to harm, there is no text in it,
            or this program wrote it.
    """
    extract = _extract(file)
    assert isinstance(extract, Extract)
    text, hints = compose(extract)
    if not text.strip():
        raise Refused(extract.doubts[0] if extract.doubts else "文件里没有文字，请检查原件")
    if own := trouble_of_own(text):
        raise Refused(own)
    return Document(
        text=text,
        sha256=file.sha256,
        name=name_as_text(file.path.name),
        encoding=extract.encoding,
        format=file.format.name,
        hints=hints,
        stated=Stated(*(clean(it).strip() or None if it else None for it in extract.stated)),
        folders=folders_above(file.path),
        doubts=extract.doubts,
    )


def _extract(file: File) -> Extract | list[Member]:
    chosen = file.format
    assert chosen.module is not None
    if chosen.in_child:
        from tuibrowser.reading.sandbox import SHARED  # noqa: PLC0415  (plain text goes without)

        return SHARED.read(chosen, file.data)
    if len(file.data) > LARGEST_TEXT:
        raise Refused(_too_large(LARGEST_TEXT))
    found: Extract | list[Member] = import_module(chosen.module).read(file.data)
    return found


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
            data = file.read(BEGINNING)
            # A folder's photographs are not read through to be refused.
            if (marked := sniff_mark(data)) and marked.module is None:
                raise Refused(refusal(marked))
            data += file.read(LARGEST + 1 - len(data))
    except PermissionError:
        raise Refused("没有读取权限，请检查文件权限") from None
    except OSError as error:
        raise Refused(f"读取失败（{reason_of(error)}），请检查文件或磁盘") from None
    _require_bytes(data)
    return data


def _require_bytes(data: bytes) -> None:
    if not data.strip():
        raise Refused("文件是空的，请检查原件")
    if len(data) > LARGEST:
        raise Refused(_too_large(LARGEST))


def _too_large(limit: int) -> str:
    return f"文件超过 {limit // 1024 // 1024} MB，不像一份报告，请检查原件"
