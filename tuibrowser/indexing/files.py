"""Which files ``index`` is to look at."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tuibrowser.reading.formats import is_looked_at

Refusal = tuple[Path, str]
"""A path that was not taken in, and the reason as a Chinese sentence."""
Doubtful = tuple[Path, str]
"""A path that was taken in, and what is not certain of how it was read, as a Chinese sentence."""

_PAGES: Final = (".htm", ".html", ".xhtml", ".shtml")
_OF_A_PAGE: Final = ("_files", ".files", "_file")
"""How browsers and Word name the folder of what a page shows: 报告_files beside 报告.html."""

NOTHING_INSIDE: Final = "文件夹中没有可入库的文件（.docx、.pdf、.txt 等），请检查路径"


@dataclass(frozen=True, slots=True)
class Findings:
    """What there is to index, and what cannot be looked through."""

    files: list[Path] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


def find_files(
    paths: Sequence[Path],
    report_progress: Callable[[int, Path], None] | None = None,
    aside: Collection[Path] = (),
) -> Findings:
    """The files among ``paths`` and in folders among them, each once.

    A file that is named is taken whatever it is called; in a folder only those that are called like
    reports or like what is kept instead of them, and neither hidden files nor hidden folders, nor
    the folder that a browser saved with a page. Within a folder the order is that of the names.

    Args:
        paths: Files and folders.
        report_progress: Called before each folder with how many files there are so far.
        aside: Files that are there for something else, such as the roster.
    """
    files: dict[str, Path] = {}
    found = Findings()
    refused = found.refused
    others = {os.path.abspath(path) for path in aside}
    look = report_progress or (lambda *_: None)
    for path in paths:
        if os.path.isdir(path):
            inside = list(_walk(path, found, lambda folder: look(len(files), folder)))
            if not inside and not any(path == folder for folder, _ in refused):
                refused.append((path, NOTHING_INSIDE))
        else:
            inside = [path]
        for file in inside:
            if (absolute := os.path.abspath(file)) not in others:
                files.setdefault(absolute, file)
    found.files.extend(files.values())
    return found


def _walk(top: Path, found: Findings, look: Callable[[Path], None]) -> Iterator[Path]:
    def cannot_list(error: OSError) -> None:
        found.refused.append((Path(error.filename), "文件夹打不开，请检查权限"))

    for folder, folders, names in os.walk(top, onerror=cannot_list):
        look(Path(folder))
        pages = {stem for stem, ending in map(os.path.splitext, names) if ending.lower() in _PAGES}
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and not any(name.removesuffix(it) in pages for it in _OF_A_PAGE if name.endswith(it))
        )
        yield from (Path(folder, name) for name in sorted(names) if is_looked_at(name))
