"""What files that are handed on are called, and what that says of their format."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

from tuibrowser.locations import NoHome, home
from tuibrowser.text.visible import visible

Format = Literal["text", "table", "md", "html", "docx", "csv", "xlsx", "json"]

_SUFFIXES: Final[dict[str, Format]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".json": "json",
}

_ENDED: Final = re.compile(
    rf"(.*)[.。．｡]({'|'.join(ending[1:] for ending in _SUFFIXES)})", re.IGNORECASE | re.DOTALL
)
"""A name with a known ending. With an input method on, the stop is a Chinese one."""

_ONLY_ENDING: Final = "“{}”只有结尾，请在前面写名称"
_FORBIDDEN: Final = re.compile(r'[/\\:*?"<>|\s\ufffd]+')
"""What Windows or a shell would trip over in a file's name."""
_LONGEST_NAME: Final = 60
"""Characters; three bytes each, of the 255 that Linux allows."""


_NEVER: Final = frozenset(
    [
        ".pdf",
        ".ofd",
        ".doc",
        ".wps",
        ".rtf",
        ".odt",
        ".xls",
        ".et",
        ".ods",
        ".ppt",
        ".pptx",
        ".zip",
        ".rar",
        ".7z",
        ".gz",
        ".png",
        ".jpg",
    ]
)
"""Endings of what no command writes, and whoever has one opens with another program."""


class ExportRefused(Exception):
    """Nothing was written; ``str()`` is one Chinese sentence that says what to do."""


def choose_format(asked: Format | None, target: Path | None, offered: Sequence[Format]) -> Format:
    """The format to write: the one asked for, else what the name of ``target`` ends in.

    Without either it is the first one offered.

    Raises:
        ExportRefused: the two contradict each other, or the ending says nothing.
    """
    suffix = target.suffix.lower() if target is not None else ""
    meant = _SUFFIXES.get(suffix)
    if meant == "text" and "table" in offered:
        meant = "table"
    if asked is not None:
        if meant not in (None, asked):
            raise ExportRefused(f"文件名以 {suffix} 结尾，--format 却是 {asked}，请改其中一个")
        return asked
    if suffix and meant not in offered:
        endings = " ".join(end for end, format_ in _SUFFIXES.items() if format_ in offered)
        fault = f"不能写成 {suffix} 文件" if meant else f"从文件名的结尾 {suffix} 看不出格式"
        raise ExportRefused(f"{fault}，可用：{endings}")
    return meant or offered[0]


def refuse_ending(target: Path, proper: str) -> None:
    """Raise :class:`ExportRefused` where the name of ``target`` promises another format, or is
    nothing but an ending.

    Args:
        target: What is to be written; other endings may mean anything.
        proper: The ending that what is written has: ``.csv``.
    """
    if target.name.lower() == proper:
        raise ExportRefused(_ONLY_ENDING.format(target.name))
    meant = format_of(target)
    if meant not in (None, _SUFFIXES.get(proper)) or target.suffix.lower() in _NEVER:
        raise ExportRefused(
            f"不能写成 {target.suffix.lower()} 文件，请把文件名改为以 {proper} 结尾"
        )


def format_of(path: Path) -> Format | None:
    """The format that the ending of ``path`` means, if it means one."""
    return _SUFFIXES.get(path.suffix.lower())


def ending_of(format_: Format) -> str:
    """What the name of a file in ``format_`` ends in: ``.docx``."""
    return next(ending for ending, meant in _SUFFIXES.items() if meant == format_)


def fault_of(typed: str) -> str | None:
    """Why ``typed`` names no file to be written: one Chinese clause; ``None`` where it may.

    What there is on the disk is not looked at.
    """
    folder, name = os.path.split(typed)
    if not name:
        return f"“{typed}”是文件夹，请在后面写文件名"
    stem, ending = _cut(name)
    if not stem.strip():
        return _ONLY_ENDING.format(name) if ending else f"“{typed}”没有名称，请写出文件名"
    if name != stem + ending:
        return f"“{name}”的结尾不是半角句点，请写作 {os.path.join(folder, stem + ending)}"
    return None


def target_of(typed: str, format_: Format, proposed: str, folder: Path) -> Path:
    """The file that a person means who was proposed another.

    A folder takes the proposed name, and so does a name that is only an ending. The name of a file
    that is not there ends as ``format_`` does, once.

    Args:
        typed: What is left in the line; empty means what was proposed.
        format_: What is to be written.
        proposed: A path, or a name in ``folder``.
        folder: Where relative paths begin.
    """
    path = os.path.join(folder, os.path.expanduser(typed or proposed))
    above, name = (path, "") if os.path.isdir(path) else os.path.split(path)
    stem, ending = _cut(name)
    while (inner := _cut(stem))[1] and _SUFFIXES[inner[1].lower()] == format_:
        stem, ending = inner
    if not stem or not typed:
        return Path(above, Path(proposed).with_suffix(ending_of(format_)).name)
    if os.path.lexists(path):
        return Path(path)
    if not ending or _SUFFIXES[ending.lower()] != format_:
        ending += ending_of(format_)
    return Path(above, stem + ending)


def _cut(name: str) -> tuple[str, str]:
    """What stands before a known ending, and that ending with a plain stop; ``""`` without one."""
    found = _ENDED.fullmatch(name)
    return (found[1], f".{found[2]}") if found else (name, "")


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
