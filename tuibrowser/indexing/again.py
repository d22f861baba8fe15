"""Files that were read before, found again where they lie, for a reader that has become better."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tuibrowser.reading.read import File, Refused, members, open_file
from tuibrowser.reading.version import reader_version

if TYPE_CHECKING:
    from tuibrowser.store.writing.write import Writer


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """A report that another version read, and its file if that is still what it was."""

    done: int
    total: int
    """Which of how many it is."""
    sha256: str
    source: Path
    """Where it was seen last."""
    file: File | None
    """``None`` where every source is gone or holds something else."""


def files_again(writer: Writer) -> Iterator[FoundAgain]:
    """The reports whose reader is another now, each with its file.

    Reports taken over from another library never had a file here and are left out, and so are those
    of a format that this version does not read.
    """
    older: list[tuple[str, list[Path]]] = []
    for format_, reader in writer.upkeep.readers():
        if reader_version(format_) not in (0, reader):
            older += (
                (sha256, sources)
                for sha256, sources in writer.upkeep.read_by(format_, reader)
                if not all(_is_of_a_library(source, sha256) for source in sources)
            )
    archives = _Archives()
    for done, (sha256, sources) in enumerate(older):
        found = (archives.file(source, sha256) for source in sources)
        file = next((it for it in found if it is not None), None)
        yield FoundAgain(done, len(older), sha256, sources[0], file)


def _is_of_a_library(source: Path, sha256: str) -> bool:
    return source.name == sha256


class _Archives:
    """Opens files, and archives once for all of their members that follow each other."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._members: dict[Path, File] = {}

    def file(self, source: Path, sha256: str) -> File | None:
        """The file at ``source``, in an archive or not, if it has these bytes still."""
        try:
            above = next((it for it in source.parents if it.is_file()), None)
            file = open_file(source) if above is None else self._member(above, source)
        except (Refused, OSError):
            return None
        return file if file is not None and file.sha256 == sha256 else None

    def _member(self, archive: Path, source: Path) -> File | None:
        if self._path != archive:
            self._path, self._members = archive, {}
            found = members(open_file(archive))
            self._members = {
                Path(os.path.abspath(path)): it for path, it in found if isinstance(it, File)
            }
        return self._members.get(source)
