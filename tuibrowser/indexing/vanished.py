"""Files that were read and are no longer where they were: moved, or gone."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuibrowser.store.writing.write import Writer


def settle_vanished(
    writer: Writer, folders: Sequence[Path], prune: bool, is_there: Callable[[Path], bool]
) -> tuple[list[Path], list[Path]]:
    """Look after the sources in ``folders`` that are no longer there.

    What was only moved or copied elsewhere is forgotten there and nothing is lost. A report whose
    every file is gone is kept, unless ``prune``.

    Args:
        writer: The library.
        folders: Folders and archives that were just gone through, and in which something was found:
            an empty one may be a share that is not connected.
        prune: Whether to take out the reports whose files are gone.
        is_there: Whether a file, or a member of an archive, is where it was read.

    Returns:
        The files that are gone and whose reports are kept, and those with which a report was taken
        out.
    """
    kept: dict[Path, None] = {}
    pruned: list[Path] = []
    for folder in folders:
        for source, sha256 in writer.sources.below(folder):
            # What was taken over from another library never had a file of its own.
            if source in kept or is_there(source) or source.name == sha256:
                continue
            if any(is_there(other) for other in writer.sources.of(sha256)) or prune:
                if writer.sources.forget(source):
                    pruned.append(source)
            else:
                kept[source] = None
    return list(kept), pruned


def exists(source: Path) -> bool:
    """Whether a file is where it was read, for a member of an archive the archive: to look into
    it takes long."""
    return os.path.lexists(source) or any(above.is_file() for above in source.parents)
