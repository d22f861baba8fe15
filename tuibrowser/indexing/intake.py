"""Files into the library: what it does not hold yet is read, parsed and stored."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tuibrowser.indexing.carrying import carry_over
from tuibrowser.indexing.crew import Crew, Understood, read_now
from tuibrowser.indexing.ledger import Ledger
from tuibrowser.indexing.merging import texts_of
from tuibrowser.indexing.outcome import FileChange, Progress, Tell
from tuibrowser.indexing.source import Source
from tuibrowser.indexing.twins import TwinFinder
from tuibrowser.indexing.vanished import exists, settle_vanished
from tuibrowser.model.document import Document
from tuibrowser.model.report import NOT_REPORT, READING
from tuibrowser.reading.read import SUFFIXES, File, Refused, members, open_file
from tuibrowser.store.library import Library, Unstorable, is_sqlite
from tuibrowser.text.linebreak import one_line

if TYPE_CHECKING:
    from tuibrowser.store.writing.write import Writer

_NAMED: Final = 3
"""Files that a sentence names."""


class Intake:
    """Takes files in, and notes which of those taken in before have gone."""

    def __init__(self, writer: Writer, crew: Crew, ledger: Ledger, tell: Tell, path: Path) -> None:
        """Take nothing in yet.

        Args:
            writer: The library.
            crew: Who reads and parses.
            ledger: What becomes of each file is noted there.
            tell: Called before each file.
            path: Where the library is, which cannot be merged into itself.
        """
        self._writer = writer
        self._crew = crew
        self._ledger = ledger
        self._tell = tell
        self._path = path
        self._twins = TwinFinder()
        self._carried: list[str] = []
        self.moved: dict[str, None] = {}
        """Reports seen in another place, where that may say their year."""
        self._archives: dict[Path, frozenset[Path]] = {}
        """Of those that were opened what is in them; all paths are absolute."""

    @property
    def notes(self) -> Iterator[str]:
        """Sentences on what was taken in."""
        yield from self._twins.notes
        if found := self._carried:
            more = f" 等 {len(found)} 份" if len(found) > _NAMED else ""
            named = "、".join(one_line(it) for it in found[:_NAMED])
            yield f"文件有改动，原有的更正继续有效：{named}{more}"

    def tell_namesakes_apart(self) -> None:
        """Once places are known, hear that two reports are of two units of one name."""
        self._twins.tell_namesakes_apart(self._writer)

    def take_in(self, files: Sequence[Path]) -> None:
        """Store the reports of ``files`` that the library does not hold."""
        for understood in self._crew.understand(self._unknown(files)):
            try:
                self._store(understood)
            except (Refused, Unstorable) as reason:
                self._ledger.refuse(understood.job.path, reason)
        self._tell(Progress(len(files), len(files), None))

    def settle_vanished(self, folders: Sequence[Path], prune: bool) -> None:
        """Look after what is gone from ``folders`` and from the archives that were opened."""
        places = [*folders, *self._archives]
        vanished, pruned = settle_vanished(self._writer, places, prune, self._is_there)
        self._ledger.vanished = vanished
        self._ledger.changes += (FileChange(path, "pruned") for path in pruned)

    def _unknown(self, paths: Sequence[Path]) -> Iterator[tuple[Source, File | Document]]:
        """The files with texts that the library does not hold; the others are dealt with here."""
        for done, path in enumerate(paths):
            self._tell(Progress(done, len(paths), path))
            try:
                if path.suffix.lower() not in SUFFIXES and is_sqlite(path):
                    yield from self._merge(path)
                    continue
                source = Source.at(path, self._writer.sources.known(path))
                if source.unchanged:
                    self._ledger.unchanged += 1
                    continue
                file = open_file(path)
                if file.is_archive:
                    yield from self._unknown_members(source, file)
                elif not self._is_known(source, file.sha256, path.name):
                    yield source, file
            except (Refused, Unstorable) as reason:
                self._ledger.refuse(path, reason)

    def _merge(self, path: Path) -> Iterator[tuple[Source, Document]]:
        """The texts of the library at ``path`` that this one does not have."""
        if os.path.samefile(path, self._path):
            raise Refused("这正是要写入的报告库，不能并入自身")
        for found in texts_of(Library(path), self._writer.has):
            match found.what:
                case Refused() as reason:
                    self._ledger.refuse(found.source, reason)
                case None:
                    self._ledger.unchanged += 1
                case Document() as document:
                    self._tell(Progress(found.done, found.total, Path(document.name), "merge"))
                    yield Source(found.source, 0, -1, None, found.word_starts), document

    def _unknown_members(self, archive: Source, file: File) -> Iterator[tuple[Source, File]]:
        found = members(file)
        inside = frozenset(path.absolute() for path, _ in found)
        self._archives[archive.path.absolute()] = inside
        for path, member in found:
            if isinstance(member, Refused):
                self._ledger.refuse(path, member)
                continue
            source = replace(archive, path=path, known=self._writer.sources.known(path))
            if not self._is_known(source, member.sha256, path.name):
                yield source, member

    def _is_known(self, source: Source, sha256: str, name: str) -> bool:
        """Whether the library holds the text already; then it is noted where it stands, too."""
        if not self._writer.has(sha256):
            return False
        known = source.known
        if known is None:
            sources = self._writer.sources.of(sha256)
            gone = next((it for it in sources if not self._is_there(it)), None)
            self._ledger.changes.append(
                FileChange(source.path, "moved", gone)
                if gone
                else FileChange(source.path, "copied", next(iter(sources), None))
            )
        elif known.sha256 != sha256:
            self._ledger.changes.append(FileChange(source.path, "replaced"))
        self._writer.sources.seen(source.path, source.time, source.size, sha256, name)
        if (known is None or known.sha256 != sha256) and self._writer.upkeep.year_is_of_file(
            sha256
        ):
            self.moved[sha256] = None
        if known is not None and known.sha256 != sha256:
            self._ledger.replaced += 1
        else:
            self._ledger.unchanged += 1
        return True

    def _store(self, understood: Understood[Source]) -> None:
        source, report = understood.job, understood.required
        # Another file of this run may have brought the same bytes meanwhile.
        if self._is_known(source, report.sha256, report.file):
            return
        if source.has_file:
            twin = self._twins.same_text(self._writer, report, source.path)
            if twin is not None and self._is_known(source, twin, self._writer.text(twin).file):
                return
            report = read_now(report)
        known = source.known
        if known and carry_over(self._writer, known.sha256, report.sha256, report.text):
            self._carried.append(source.path.name)
        self._writer.put(report, source.path, source.time, source.size, understood.rows)
        if source.word_starts is not None:
            self._writer.upkeep.set_word_starts(report.sha256, source.word_starts)
        self._twins.note(self._writer, report, source.path, source.known is None)
        if source.known is None:
            self._ledger.added += 1
        else:
            self._ledger.replaced += 1
        self._ledger.changes.append(
            FileChange(source.path, "replaced" if source.known else "added")
        )
        why = [doubt.says for doubt in report.doubts if doubt.kind == NOT_REPORT]
        if not report.is_report and not why:
            self._ledger.not_reports.append(source.path)
        says = "；".join((*(it.says for it in report.doubts if it.kind == READING), *why))
        if says:
            self._ledger.doubtful.append((source.path, says))

    def _is_there(self, source: Path) -> bool:
        inside = next((self._archives[it] for it in source.parents if it in self._archives), None)
        return exists(source) if inside is None else source in inside
