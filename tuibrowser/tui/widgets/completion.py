"""Paths that are typed, completed as a shell does."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path
from typing import Final

NO_SUCH_FILE: Final = "没有这样的文件"


def complete(typed: str) -> tuple[str, list[str]]:
    """``typed`` as far as it is sure how it goes on, and the names that it may go on to; unchanged
    and none where there is no such file."""
    found = sorted(_completions(typed))
    if not found:
        return typed, []
    # Sorted, so that the first and the last differ soonest.
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(found[0], found[-1], strict=False))
    return "".join(character for character, _ in pairs), [Path(path).name for path in found]


def _completions(typed: str) -> Iterable[str]:
    """The paths that begin with ``typed``, folders with a slash behind."""
    folder, beginning = os.path.split(os.path.expanduser(typed))
    try:
        with os.scandir(folder or ".") as entries:
            return [
                os.path.join(folder, entry.name) + "/" * entry.is_dir()
                for entry in entries
                if entry.name.startswith(beginning)
                and (beginning or not entry.name.startswith("."))
            ]
    except OSError:
        return []
