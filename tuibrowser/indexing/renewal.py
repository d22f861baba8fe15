"""Stored reports brought up to date with this program, by a better reader or other rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tuibrowser.indexing.again import files_again
from tuibrowser.indexing.crew import Crew, read_now
from tuibrowser.indexing.ledger import Ledger
from tuibrowser.indexing.outcome import Progress, Tell
from tuibrowser.indexing.stored import stored_document
from tuibrowser.model.document import Document
from tuibrowser.reading.read import File, Refused
from tuibrowser.store.library import Unstorable

if TYPE_CHECKING:
    from tuibrowser.store.writing.write import Writer

_NAMED: Final = 3
"""Reports that one sentence names."""


class Renewal:
    """Reads and parses again what other versions read and parsed."""

    def __init__(self, writer: Writer, crew: Crew, ledger: Ledger, tell: Tell) -> None:
        self._writer = writer
        self._crew = crew
        self._ledger = ledger
        self._tell = tell
        self._not_read_again: list[str] = []

    @property
    def notes(self) -> Iterator[str]:
        """A sentence on the files that could not be read again."""
        if names := self._not_read_again:
            named = "、".join(names[:_NAMED]) + (" 等" if len(names) > _NAMED else "")
            yield (
                f"读取程序有改进，但有 {len(names)} 份报告的原文件已不在、已改动或不能再读，"
                f"仍用以前读出的文字：{named}"
            )

    def read_again(self) -> None:
        """Read the files that an older reader read, where they still lie as they were."""
        for understood in self._crew.understand(self._older()):
            # What the better reader refuses, or the library, stays as it was.
            if understood.report is None:
                self._not_read_again.append(understood.job)
                continue
            try:
                self._writer.reparse(read_now(understood.report), understood.rows)
                self._ledger.reread += 1
            except Unstorable:
                self._not_read_again.append(understood.job)

    def parse_again(self) -> None:
        """Parse the stored text of what other rules parsed."""
        for understood in self._crew.understand(self._stale()):
            try:
                self._writer.reparse(understood.required, understood.rows)
                self._ledger.reparsed += 1
            except (Refused, Unstorable) as reason:
                self._ledger.refuse(understood.job, reason)
        if not self._writer.upkeep.stale():
            self._writer.upkeep.settle()

    def parse_moved(self, sha256s: Iterable[str]) -> None:
        """Parse again what came to lie elsewhere and has its year of a folder, or none: the new
        folder may tell another."""
        for sha256 in sha256s:
            stored = self._writer.text(sha256)
            source = next(iter(self._writer.sources.of(sha256)), None)
            document = stored_document(stored, source)
            ((understood),) = self._crew.understand([(source, document)])
            self._writer.reparse(understood.required, understood.rows)

    def _older(self) -> Iterator[tuple[str, File]]:
        for again in files_again(self._writer):
            self._tell(Progress(again.done, again.total, again.source, "again"))
            if again.file is None:
                self._not_read_again.append(again.source.name)
            else:
                yield again.source.name, again.file

    def _stale(self) -> Iterator[tuple[Path, Document]]:
        stale = self._writer.upkeep.stale()
        for done, sha256 in enumerate(stale):
            stored = self._writer.text(sha256)
            path = Path(stored.file)
            self._tell(Progress(done, len(stale), path, "stale"))
            source = next(iter(self._writer.sources.of(sha256)), None)
            yield path, stored_document(stored, source)
