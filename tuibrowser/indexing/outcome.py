"""What ``index`` tells while it runs, and what became of the files in the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tuibrowser.indexing.files import Doubtful, Refusal

Stage = Literal["looking", "files", "index", "merge", "again", "stale", "words", "meaning"]
"""What is being gone through: folders, for files in them; files; reports whose index rows another
version made; reports of another library; files that another version read; reports that another
version parsed; reports whose words are to be marked; reports whose wording is to be found again
elsewhere; reports whose measures are to be found by what they mean."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one stage has come; ``path`` is what is next."""

    done: int
    total: int
    """0 where that is not known: while folders are looked through."""
    path: Path | None
    stage: Stage = "files"


Tell = Callable[[Progress], None]
"""Hears of each step before it is taken."""


class Stopped(Exception):
    """Raised by who is told of the progress, to end the run there."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """What one file is to the library that it was not before."""

    path: Path
    what: Literal["added", "replaced", "moved", "copied", "pruned"]
    """``copied``: another file holds the same report, too."""
    other: Path | None = None
    """Where a file that was moved had been; the file whose copy another one is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the paths."""

    added: int
    """Texts new to the library."""
    replaced: int
    """Files whose text is another than last time."""
    unchanged: int
    """Files whose text the library holds already."""
    refused: tuple[Refusal, ...]
    not_reports: tuple[Path, ...]
    """New or changed files that are kept, but are no such report."""
    doubtful: tuple[Doubtful, ...] = ()
    """New or changed files that are kept, but were not read for certain, and why."""
    reparsed: int = 0
    """Stored reports that a newer parser or lexicon understood anew."""
    reread: int = 0
    """Files that a better reader read again."""
    vanished: tuple[Path, ...] = ()
    """Files that are no longer in the folders where they were read; their reports are kept."""
    pruned: int = 0
    """Reports that were taken out, as their files are gone."""
    notes: tuple[str, ...] = ()
    """Chinese sentences about the library that its owner should know."""
    stopped: bool = False
    """Whether the run was ended before its time; what was done before stays done."""
    changes: tuple[FileChange, ...] = ()
    """File by file, in the order in which they came."""
