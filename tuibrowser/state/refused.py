"""未能入库: files that could not be taken into a library, with the reasons, until they are.

One small JSON file a library, in the person's state folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from tuibrowser.state import values
from tuibrowser.state.storage import Say, Stored, unheard
from tuibrowser.state.workspaces import workspace_file

_MOST: Final = 2_000
"""Files that are remembered, the latest first: nobody looks through more one by one."""


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file, or a member of an archive, that was not taken in."""

    path: str
    """Absolute; of a member, that of the archive with the member's behind it."""
    reason: str
    """A Chinese sentence."""


def refused_file(library: Path) -> Path:
    """Where it is kept what could not be taken into ``library``."""
    return workspace_file(library).with_suffix(".refused.json")


def load_refused(library: Path, say: Say = unheard) -> tuple[RefusedFile, ...]:
    """Return what could not be taken into ``library``; ``say`` is told of what is damaged."""
    return _stored(library).read(say)


def change_refused(
    library: Path,
    change: Callable[[tuple[RefusedFile, ...]], tuple[RefusedFile, ...]],
    say: Say = unheard,
) -> None:
    """Keep what ``change`` makes of the files that could not be taken into ``library``.

    Raises:
        StateUnsaved: it could not be kept.
    """
    _stored(library).change(lambda files: change(files)[:_MOST], say)


def refused_after(
    before: Sequence[RefusedFile],
    paths: Sequence[str],
    refused: Iterable[tuple[Path, str]],
    stopped: bool,
) -> tuple[RefusedFile, ...]:
    """What is not in the library after a run: what it refused, and of ``before`` what it did not
    come to.

    Args:
        before: What was not, the latest first.
        paths: What the run went through, absolute.
        refused: What it refused, and why.
        stopped: Whether it was ended before its time.
    """
    now = {path: RefusedFile(path, reason) for path, reason in _absolute(refused)}
    others = (
        each
        for each in before
        if each.path not in now and (stopped or not _is_among(each.path, paths))
    )
    return (*now.values(), *others)


def _absolute(refused: Iterable[tuple[Path, str]]) -> Iterator[tuple[str, str]]:
    return ((os.path.abspath(path), reason) for path, reason in refused)


def _is_among(path: str, paths: Sequence[str]) -> bool:
    """Whether ``path`` is one of ``paths``, or in a folder or an archive among them."""
    return any(path == each or path.startswith(os.path.join(each, "")) for each in paths)


def _stored(library: Path) -> Stored[tuple[RefusedFile, ...]]:
    def express(files: tuple[RefusedFile, ...]) -> dict[str, Any]:
        return {"library": str(library), "refused": [asdict(each) for each in files]}

    return Stored(lambda: refused_file(library), "未能入库的文件", (), _understand, express)


def _understand(content: dict[str, Any]) -> tuple[tuple[RefusedFile, ...], int]:
    files, unfit = values.fitting(values.listing(content.get("refused")), _refused)
    return tuple(files), unfit


def _refused(value: Any) -> RefusedFile:
    content = values.table(value)
    return RefusedFile(values.path(content.get("path")), values.words(content.get("reason")))
