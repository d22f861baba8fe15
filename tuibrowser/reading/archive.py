"""ZIP archives: their members, within limits. What is in them is read like any file."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from tuibrowser.reading.extract import Member
from tuibrowser.reading.formats import is_looked_at, refusal
from tuibrowser.reading.refused import Refused
from tuibrowser.reading.sniff import BEGINNING, sniff_mark

_LARGEST_MEMBER: Final = 40 * 1024 * 1024
"""Bytes of one member, unpacked."""
_LARGEST_TOTAL: Final = 120 * 1024 * 1024
"""Bytes of all members, unpacked: they lie in memory together."""
_UTF8_NAME: Final = 0x800
_ENCRYPTED: Final = 0x1
"""Bits of a member's flags (APPNOTE.TXT 4.4.4)."""

_TOO_LARGE: Final = "压缩包解开后过大，请先解压，再添加其中的文件"
_DAMAGED: Final = "压缩包已损坏，请重新取得原件"
_BROKEN: Final = "压缩包中的这个文件已损坏，请重新取得原件"


def read(data: bytes) -> list[Member]:
    """The members of ``data`` that may be reports, in the archive's own order.

    Folders, hidden files and what programs keep beside their own (``__MACOSX``, ``~$…``) are left
    out, as a walk through a folder leaves them out; what cannot be read comes with the reason. No
    name leads out of the archive, and none stands twice.

    Raises:
        Refused: the archive is damaged.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return list(_members(archive))
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        raise Refused(_DAMAGED) from None


def _members(archive: zipfile.ZipFile) -> Iterator[Member]:
    left = _LARGEST_TOTAL
    taken: set[str] = set()
    for info in archive.infolist():
        path = _inside(_name(info))
        if info.is_dir() or not path.parts or _is_hidden(path) or not is_looked_at(path.name):
            continue
        name = _unused(path, taken)
        taken.add(name)
        member = _unpack(archive, info, name, left)
        left -= len(member.data)
        yield member


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, left: int) -> Member:
    if info.flag_bits & _ENCRYPTED:
        return Member(name, b"", "压缩包设有密码，请先解压，再添加其中的文件")
    most = min(_LARGEST_MEMBER, left)
    try:
        with archive.open(info) as file:
            data = file.read(BEGINNING)
            # Photographs take no room.
            if (marked := sniff_mark(data)) and marked.module is None:
                return Member(name, b"", refusal(marked))
            if info.file_size > most:
                return Member(name, b"", _TOO_LARGE)
            # What the directory says of a size may be a lie.
            data += file.read(max(0, most + 1 - len(data)))
    except NotImplementedError:
        return Member(name, b"", "压缩方法不受支持，请先解压，再添加其中的文件")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError):
        return Member(name, b"", _BROKEN)
    if len(data) > most:
        return Member(name, b"", _TOO_LARGE)
    return Member(name, data)


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; Windows writes it in the system's encoding, other systems write UTF-8, and
    many set no flag that says which."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    raw = info.orig_filename.encode("cp437", "replace")
    for codec in ("utf-8", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return info.filename


def _inside(name: str) -> PurePosixPath:
    """A path below the archive, whatever ``name`` wants."""
    visible = "".join(letter if letter.isprintable() else "_" for letter in name)
    parts = visible.replace("\\", "/").split("/")
    return PurePosixPath(*(it for it in parts if it not in {"", ".", ".."} and it[1:] != ":"))


def _is_hidden(path: PurePosixPath) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)


def _unused(path: PurePosixPath, taken: set[str]) -> str:
    name, number = str(path), 1
    while name in taken:
        number += 1
        name = str(path.with_stem(f"{path.stem}({number})"))
    return name
