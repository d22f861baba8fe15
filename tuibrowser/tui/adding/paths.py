"""What a line of paths means."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from tuibrowser.locations import NoHome, expanded


class PathUnknown(Exception):
    """A path leads nowhere; ``str()`` is one Chinese sentence."""


def paths_of(typed: str) -> list[Path]:
    """The files and folders that ``typed`` names, absolute.

    One path may hold blanks. Several are told apart as a shell does: dragged into a terminal, files
    come in quotes or with backslashes before their blanks.

    Raises:
        PathUnknown: one of them is not there.
    """
    whole = typed.strip()
    if not whole:
        raise PathUnknown("请写出文件或文件夹的路径")
    try:
        path = _absolute(whole)
        if os.path.lexists(path):
            return [path]
    except PathUnknown:
        pass
    try:
        parts = shlex.split(whole)
    except ValueError:
        parts = [whole]
    paths = [_absolute(part) for part in parts if part]
    # A path that is merely mistaken is not taken apart.
    if not any(os.path.lexists(path) for path in paths):
        paths = [_absolute(whole)] if len(paths) > 1 else paths
    for path in paths:
        if not os.path.lexists(path):
            raise PathUnknown(f"找不到 {path}，请检查路径")
    return list(dict.fromkeys(paths))


def file_of(path: str) -> Path:
    """The file to read for ``path``, which may be a member of an archive."""
    file = Path(path)
    return next((it for it in (file, *file.parents) if it.is_file()), file)


def _absolute(name: str) -> Path:
    try:
        return Path(os.path.abspath(expanded(name)))
    except NoHome as reason:
        raise PathUnknown(str(reason)) from None
    except FileNotFoundError:
        raise PathUnknown(f"当前文件夹已不存在，找不到 {name}，请写完整路径") from None
    except ValueError:
        raise PathUnknown("路径中有不能用的字符，请检查路径") from None
