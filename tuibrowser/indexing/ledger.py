"""What one run of ``index`` counts, until it is told as an :class:`Outcome`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tuibrowser.indexing.files import Doubtful, Refusal
from tuibrowser.indexing.outcome import FileChange, Outcome


@dataclass(slots=True)
class Ledger:
    """Every step of a run writes into it; the fields are those of :class:`Outcome`."""

    refused: list[Refusal] = field(default_factory=list)
    not_reports: list[Path] = field(default_factory=list)
    doubtful: list[Doubtful] = field(default_factory=list)
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    reparsed: int = 0
    reread: int = 0
    vanished: list[Path] = field(default_factory=list)
    changes: list[FileChange] = field(default_factory=list)

    def refuse(self, path: Path, reason: Exception) -> None:
        """Note that a file cannot be taken in."""
        self.refused.append((path, str(reason)))

    def outcome(self, notes: Iterable[str], stopped: bool) -> Outcome:
        """What became of the files up to here."""
        return Outcome(
            self.added,
            self.replaced,
            self.unchanged,
            tuple(self.refused),
            tuple(self.not_reports),
            tuple(self.doubtful),
            self.reparsed,
            self.reread,
            tuple(self.vanished),
            sum(change.what == "pruned" for change in self.changes),
            tuple(notes),
            stopped,
            tuple(self.changes),
        )
