"""Which files ``index`` is to look at."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tuibrowser.reading.read import SUFFIXES

Refusal = tuple[Path, str]
"""A path that was not taken in, and the reason as a Chinese sentence."""


def find_files(paths: Sequence[Path]) -> tuple[list[Path], list[Refusal]]:
    """The files among ``paths`` and in folders among them, each once; and what is refused.

    A file that is named is taken whatever its suffix; in a folder only those that can be read, and
    neither hidden files nor hidden folders. Within a folder the order is that of the names.
    """
    files: dict[str, Path] = {}
    refused: list[Refusal] = []
    for path in paths:
        if os.path.isdir(path):
            inside = list(_walk(path, refused))
            if not inside and not any(path == folder for folder, _ in refused):
                suffixes = "、".join(sorted(SUFFIXES))
                refused.append((path, f"文件夹中没有可入库的文件（{suffixes}），请检查路径"))
        else:
            inside = [path]
        for file in inside:
            files.setdefault(os.path.abspath(file), file)
    return list(files.values()), refused


def _walk(top: Path, refused: list[Refusal]) -> Iterator[Path]:
    def cannot_list(error: OSError) -> None:
        refused.append((Path(error.filename), "文件夹打不开，请检查权限"))

    for folder, folders, names in os.walk(top, onerror=cannot_list):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES:
                yield Path(folder, name)
