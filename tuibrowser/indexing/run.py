"""``index``: files and folders through reading and parsing into the library.

It can be stopped, killed and repeated: what is whole stays, what is unchanged is skipped, what has
changed is replaced, and one bad file never holds up the others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from tuibrowser.indexing.again import files_again
from tuibrowser.indexing.crew import Understood, understand
from tuibrowser.indexing.files import Findings, Refusal, find_files
from tuibrowser.indexing.meaning import mark_meaning
from tuibrowser.indexing.merging import texts_of
from tuibrowser.indexing.outcome import Change, Outcome, Progress, Stopped
from tuibrowser.indexing.stored import stored_document
from tuibrowser.indexing.twins import Twins
from tuibrowser.indexing.vanished import exists, settle_vanished
from tuibrowser.indexing.words import mark_words
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.lexicon.synonyms import load_synonyms
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.version import parser_version
from tuibrowser.reading.read import SUFFIXES, File, Refused, members, open_file
from tuibrowser.reading.version import reader_version
from tuibrowser.store.library import Library, Unstorable, Versions, is_sqlite

if TYPE_CHECKING:
    from tuibrowser.store.sources import Known
    from tuibrowser.store.write import Writer

T = TypeVar("T")


def index(
    library: Library,
    paths: Sequence[Path],
    report_progress: Callable[[Progress], None] | None = None,
    words: bool = True,
    processes: int | None = None,
    *,
    prune: bool = False,
) -> Outcome:
    """Bring ``library`` up to date with ``paths``, and its reports with this program.

    Files that are gone are listed and their reports kept, unless ``prune``. After an upgrade,
    stored reports are parsed again from their stored text.

    Args:
        library: It is made where there is none.
        paths: Files, folders, and other libraries whose reports are taken over.
        report_progress: Called before each step. It may raise :class:`Stopped`: the outcome is
            then what was done up to there.
        words: Whether to mark words, too.
        processes: How many may be busy, this one among them; unless told, one for each core.
        prune: Whether to take out reports whose files have gone from the folders among ``paths``.

    Raises:
        LibraryError: the library cannot be written; what was done before stays done.
        LexiconError: a person's own lexicon cannot be used; nothing was done.
        KeyboardInterrupt: as it comes; what was done before stays done.
    """
    say_progress = report_progress or (lambda _: None)
    try:
        found = find_files(
            paths, lambda done, folder: say_progress(Progress(done, 0, folder, "looking"))
        )
    except Stopped:
        return Outcome(0, 0, 0, (), (), stopped=True)
    if not found.files and library.has_path and not library.exists():
        return Outcome(0, 0, 0, tuple(found.refused), ())
    folders = folders_with_files(paths, found)
    return update(library, found, folders, report_progress, words, processes, prune=prune)


def update(
    library: Library,
    found: Findings,
    folders: Sequence[Path] = (),
    report_progress: Callable[[Progress], None] | None = None,
    words: bool = True,
    processes: int | None = None,
    *,
    prune: bool = False,
) -> Outcome:
    """As :func:`index`, with the files that are ``found`` alone.

    Args:
        library: As there, and so are the others.
        found: The files, and what was refused before.
        folders: Where to look for files that are gone.
    """
    lexicon = load()
    synonyms = load_synonyms()
    run = _Run(library, lexicon, found.refused, report_progress or (lambda _: None), processes)
    stopped = False
    with library.write(run.versions, bulk=True) as writer:
        try:
            run.renew_index(writer)
            writer.set_synonyms(synonyms)
            run.take_in(writer, found.files)
            run.settle_vanished(writer, folders, prune)
            run.read_again(writer)
            run.parse_again(writer)
            writer.share_places()
            writer.tidy_index()
            if words:
                run.mark_words(writer)
            run.mark_meaning(writer)
        except Stopped:
            stopped = True
            writer.share_places()
    notes = [] if library.at_rest() else [_LEFT_OPEN.format(library.path)]
    return replace(run.outcome(notes), stopped=stopped)


_NAMED: Final = 3
"""Reports that one sentence names."""

_LEFT_OPEN: Final = (
    "报告库正由其他程序打开，暂时带有附属文件（-wal），复制或交给同事之前，"
    "请全部退出后运行：tuibrowser --db {} doctor"
)


def folders_with_files(paths: Sequence[Path], found: Findings) -> list[Path]:
    """The folders among ``paths`` in which what is not found is gone: one without any file may be a
    share that is not connected."""
    files = [os.path.abspath(file) for file in found.files]
    folders = [path for path in paths if os.path.isdir(path)]
    unlisted = [os.path.abspath(path) for path, _ in found.refused]
    return [
        folder
        for folder in folders
        for prefix in (os.path.join(os.path.abspath(folder), ""),)
        if any(file.startswith(prefix) for file in files)
        # What lies in a folder that cannot be listed is not known to be gone.
        and not any(os.path.join(path, "").startswith(prefix) for path in unlisted)
    ]


class _Run:
    """One call of :func:`index`: what it works with, and what it counts."""

    def __init__(
        self,
        library: Library,
        lexicon: Lexicon,
        refused: list[Refusal],
        report_progress: Callable[[Progress], None],
        processes: int | None,
    ) -> None:
        self.versions = Versions(parser_version(), lexicon.version)
        self._library = library
        self._lexicon = lexicon
        self._report_progress = report_progress
        self._processes = processes
        self._refused = refused
        self._not_reports: list[Path] = []
        self._added = self._replaced = self._unchanged = self._reparsed = self._reread = 0
        self._not_read_again: list[str] = []
        self._vanished: list[Path] = []
        self._changes: list[Change] = []
        self._twins = Twins()
        self._archives: dict[Path, frozenset[Path]] = {}
        """Of those that were opened what is in them; all paths are absolute."""

    def outcome(self, notes: Sequence[str]) -> Outcome:
        return Outcome(
            self._added,
            self._replaced,
            self._unchanged,
            tuple(self._refused),
            tuple(self._not_reports),
            self._reparsed,
            self._reread,
            tuple(self._vanished),
            sum(change.what == "pruned" for change in self._changes),
            (*self._notes(), *notes),
            changes=tuple(self._changes),
        )

    def renew_index(self, writer: Writer) -> None:
        writer.renew_index(
            lambda done, total: self._report_progress(Progress(done, total, None, "index"))
        )

    def take_in(self, writer: Writer, files: Sequence[Path]) -> None:
        unknown = self._unknown(writer, files)
        for understood in understand(self._lexicon, unknown, self._processes):
            try:
                self._store(writer, understood)
            except (Refused, Unstorable) as reason:
                self._refused.append((understood.job.path, str(reason)))
        self._report_progress(Progress(len(files), len(files), None))

    def settle_vanished(self, writer: Writer, folders: Sequence[Path], prune: bool) -> None:
        places = [*folders, *self._archives]
        self._vanished, pruned = settle_vanished(writer, places, prune, self._is_there)
        self._changes += (Change(path, "pruned") for path in pruned)

    def read_again(self, writer: Writer) -> None:
        for understood in understand(self._lexicon, self._older(writer), self._processes):
            # What the better reader refuses, or the library, stays as it was.
            if understood.report is None:
                self._not_read_again.append(understood.job)
                continue
            try:
                writer.reparse(_read_now(understood.report), understood.rows)
                self._reread += 1
            except Unstorable:
                self._not_read_again.append(understood.job)

    def _older(self, writer: Writer) -> Iterator[tuple[str, File]]:
        for again in files_again(writer):
            self._report_progress(Progress(again.done, again.total, again.source, "again"))
            if again.file is None:
                self._not_read_again.append(again.source.name)
            else:
                yield again.source.name, again.file

    def _notes(self) -> Iterator[str]:
        yield from self._twins.notes
        if names := self._not_read_again:
            named = "、".join(names[:_NAMED]) + (" 等" if len(names) > _NAMED else "")
            yield (
                f"读取程序有改进，但有 {len(names)} 份报告的原文件已不在、已改动或不能再读，"
                f"仍用以前读出的文字：{named}"
            )

    def parse_again(self, writer: Writer) -> None:
        documents = self._stale(writer)
        for understood in understand(self._lexicon, documents, self._processes):
            try:
                writer.reparse(_report_in(understood), understood.rows)
                self._reparsed += 1
            except (Refused, Unstorable) as reason:
                self._refused.append((understood.job, str(reason)))
        if not writer.stale():
            writer.settle()

    def mark_words(self, writer: Writer) -> None:
        mark_words(
            writer,
            lambda done, total, file: self._report_progress(
                Progress(done, total, Path(file), "words")
            ),
        )

    def mark_meaning(self, writer: Writer) -> None:
        mark_meaning(
            writer,
            lambda done, total: self._report_progress(Progress(done, total, None, "meaning")),
        )

    def _unknown(
        self, writer: Writer, paths: Sequence[Path]
    ) -> Iterator[tuple[_Source, File | Document]]:
        """The files with texts that the library does not hold; the others are dealt with here."""
        for done, path in enumerate(paths):
            self._report_progress(Progress(done, len(paths), path))
            try:
                if path.suffix.lower() not in SUFFIXES and is_sqlite(path):
                    yield from self._merge(writer, path)
                    continue
                source = _Source.at(path, writer.known(path))
                if source.unchanged:
                    self._unchanged += 1
                    continue
                file = open_file(path)
                if file.is_archive:
                    yield from self._unknown_members(writer, source, file)
                elif not self._is_known(writer, source, file.sha256, path.name):
                    yield source, file
            except (Refused, Unstorable) as reason:
                self._refused.append((path, str(reason)))

    def _merge(self, writer: Writer, path: Path) -> Iterator[tuple[_Source, Document]]:
        """The texts of the library at ``path`` that this one does not have."""
        if os.path.samefile(path, self._library.path):
            raise Refused("这正是要写入的报告库，不能并入自身")
        for found in texts_of(Library(path), writer.has):
            match found.what:
                case Refused() as reason:
                    self._refused.append((found.source, str(reason)))
                case None:
                    self._unchanged += 1
                case Document() as document:
                    self._report_progress(
                        Progress(found.done, found.total, Path(document.name), "merge")
                    )
                    yield _Source(found.source, 0, -1, None, found.word_starts), document

    def _unknown_members(
        self, writer: Writer, archive: _Source, file: File
    ) -> Iterator[tuple[_Source, File]]:
        found = members(file)
        inside = frozenset(path.absolute() for path, _ in found)
        self._archives[archive.path.absolute()] = inside
        for path, member in found:
            if isinstance(member, Refused):
                self._refused.append((path, str(member)))
                continue
            source = replace(archive, path=path, known=writer.known(path))
            if not self._is_known(writer, source, member.sha256, path.name):
                yield source, member

    def _is_known(self, writer: Writer, source: _Source, sha256: str, name: str) -> bool:
        if not writer.has(sha256):
            return False
        known = source.known
        if known is None:
            sources = writer.sources(sha256)
            gone = next((it for it in sources if not self._is_there(it)), None)
            self._changes.append(
                Change(source.path, "moved", gone)
                if gone
                else Change(source.path, "copied", next(iter(sources), None))
            )
        elif known.sha256 != sha256:
            self._changes.append(Change(source.path, "replaced"))
        writer.seen(source.path, source.time, source.size, sha256, name)
        self._count_known(known is not None and known.sha256 != sha256)
        return True

    def _store(self, writer: Writer, understood: Understood[_Source]) -> None:
        source, report = understood.job, _report_in(understood)
        # Another file of this run may have brought the same bytes meanwhile.
        if self._is_known(writer, source, report.sha256, report.file):
            return
        if source.has_file:
            twin = self._twins.same_text(writer, report, source.path)
            if twin is not None and self._is_known(writer, source, twin, writer.text(twin).file):
                return
            report = _read_now(report)
        writer.put(report, source.path, source.time, source.size, understood.rows)
        if source.word_starts is not None:
            writer.set_word_starts(report.sha256, source.word_starts)
        self._twins.note(writer, report, source.known is None)
        if source.known is None:
            self._added += 1
        else:
            self._replaced += 1
        self._changes.append(Change(source.path, "replaced" if source.known else "added"))
        if not report.is_report:
            self._not_reports.append(source.path)

    def _stale(self, writer: Writer) -> Iterator[tuple[Path, Document]]:
        stale = writer.stale()
        for done, sha256 in enumerate(stale):
            stored = writer.text(sha256)
            path = Path(stored.file)
            self._report_progress(Progress(done, len(stale), path, "stale"))
            yield path, stored_document(stored)

    def _is_there(self, source: Path) -> bool:
        inside = next((self._archives[it] for it in source.parents if it in self._archives), None)
        return exists(source) if inside is None else source in inside

    def _count_known(self, was_another: bool) -> None:
        if was_another:
            self._replaced += 1
        else:
            self._unchanged += 1


@dataclass(frozen=True, slots=True)
class _Source:
    """A file as it is now, and what the library remembers of it."""

    path: Path
    time: int
    """Of its last change, in ns."""
    size: int
    known: Known | None
    word_starts: bytes | None = None
    """Of a text of another library, which has no file of its own: there no file can be, below a
    file, so such a source never looks changed."""

    @classmethod
    def at(cls, path: Path, known: Known | None) -> _Source:
        try:
            info = os.stat(path)
        except OSError:
            return cls(path, 0, -1, known)  # `read` says what is wrong with it
        return cls(path, info.st_mtime_ns, info.st_size, known)

    @property
    def has_file(self) -> bool:
        """Whether the text was read just now, and not taken over from another library."""
        return self.size >= 0

    @property
    def unchanged(self) -> bool:
        known = self.known
        return known is not None and (known.mtime_ns, known.size) == (self.time, self.size)


def _read_now(report: Report) -> Report:
    return replace(report, reader=reader_version(report.format))


def _report_in(understood: Understood[T]) -> Report:
    if understood.report is None:
        raise Refused(understood.trouble)
    return understood.report
