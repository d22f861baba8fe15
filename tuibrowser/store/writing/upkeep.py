"""What an index pass asks for and keeps beside the reports: index rows, word starts, meanings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from tuibrowser.model.search import SynonymGroup
from tuibrowser.store.answers.report_reader import Versions
from tuibrowser.store.errors import LibraryDamaged
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.paths import path_of
from tuibrowser.store.rows.synonyms import pack
from tuibrowser.store.writing.meanings import MeaningWriter
from tuibrowser.store.writing.report_writer import ReportWriter
from tuibrowser.store.writing.session import WriteSession

_PASSAGES_A_YEAR: Final = 16
"""Of a report: 50, and reports that come together are of three years at least. Where they are of
one, all are numbered anew once, at a quarter of what it takes to index them."""


class Upkeep:
    """Keeps what is made from reports in step with them. Errors as of ``Writer``."""

    def __init__(
        self,
        session: WriteSession,
        reports: ReportWriter,
        meanings: MeaningWriter,
        versions: Versions,
    ) -> None:
        self._session = session
        self._tables = session.tables
        self._reports = reports
        self._meanings = meanings
        self._versions = versions

    def without_words(self) -> list[str]:
        """The reports the word pass has not reached, in the order of indexing."""
        return self._session.column(
            columns.sha256, "SELECT sha256 FROM report WHERE word_starts IS NULL ORDER BY id"
        )

    def set_word_starts(self, sha256: str, bitmap: bytes) -> None:
        """Keep where words start; the layout is that of ``Reader.word_starts``.

        Raises:
            KeyError: the library has no such report.
        """
        with self._session.change():
            self._tables.table("report").update(
                self._reports.require(sha256), {"word_starts": bitmap}
            )

    def without_meaning(self) -> list[str]:
        """The reports whose measures cannot be found by meaning yet, in the order of indexing."""
        return self._meanings.waiting()

    def set_meaning(self, sha256s: Sequence[str]) -> None:
        """Note what the measures of reports are about, from their stored passages.

        Raises:
            KeyError: the library has no such report.
        """
        with self._session.change():
            self._meanings.put_in([self._reports.require(sha256) for sha256 in sha256s])

    def make_room(self, reports: int) -> None:
        """Number the passages of a new library so that those of so many reports have room."""
        if not self._session.numbers.are_given:
            with self._session.change():
                self._session.numbers.expect({0: reports * _PASSAGES_A_YEAR})

    def renew_index(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Make every index row anew if another version made them. Any other change does so, too.

        Args:
            progress: Called with the number of reports done and of all.
        """
        if self._session.index_is_stale:
            with self._session.change(progress):
                pass

    def tidy_index(self) -> None:
        """Make the index small and quick again, if much of them was changed; takes a while."""
        if self._session.index_is_scattered:
            with self._session.change():
                self._session.postings.merge()

    def index_faults(self) -> list[str]:
        """Have SQLite check the index; a sentence if that fails."""
        try:
            with self._session.change():
                self._session.postings.check()
        except LibraryDamaged:
            return ["检索索引已损坏，请移走库文件后重新入库"]
        return []

    def set_synonyms(self, groups: Sequence[SynonymGroup]) -> None:
        """Note which words mean the same, for who searches."""
        value = pack(groups)
        if self._session.meta("synonyms") != value:
            with self._session.change():
                self._tables.table("meta").update("synonyms", {"value": value})

    def stale(self) -> list[str]:
        """The reports that other versions of parser or lexicon parsed, in order of indexing."""
        # Asked this way, an index answers and no text is passed over.
        return self._session.column(
            columns.sha256,
            "SELECT sha256 FROM report WHERE id IN"
            " (SELECT id FROM report WHERE (parser, lexicon) <> (?, ?)) ORDER BY id",
            self._versions.parser,
            self._versions.lexicon,
        )

    def year_is_of_file(self, sha256: str) -> bool:
        """Whether the name or folder of its file may give a report another year: where they gave it
        one, or nothing that is surer than they are."""
        sql = (
            "SELECT id FROM report WHERE sha256 = ? AND (year IS NULL OR id IN"
            " (SELECT report FROM provenance"
            " WHERE year_source IN ('file', 'folder', 'plan', 'written')))"
        )
        return self._session.row((columns.whole,), sql, sha256) is not None

    def settle(self) -> None:
        """Note that every report is now of this version's parser and lexicon."""
        versions = {"parser": str(self._versions.parser), "lexicon": self._versions.lexicon}
        noted = {key: self._session.meta(key) for key in versions}
        if noted != versions:
            with self._session.change():
                for key, value in versions.items():
                    self._tables.table("meta").update(key, {"value": value})

    def readers(self) -> list[tuple[str, int]]:
        """Every format that reports came in, with each version of what read them."""
        sql = "SELECT DISTINCT format, reader FROM provenance ORDER BY format, reader"
        found = self._session.rows((columns.text, columns.whole), sql)
        return [(format_, reader) for format_, reader in found]

    def read_by(self, format_: str, reader: int) -> list[tuple[str, list[Path]]]:
        """The reports that one version read, each with its sources, the one seen last first."""
        sql = (
            "SELECT sha256, path FROM provenance JOIN report ON report.id = provenance.report"
            " JOIN source ON source.report = report.id WHERE format = ? AND reader = ?"
            " ORDER BY report.id, source.id DESC"
        )
        found = self._session.rows((columns.sha256, columns.text), sql, format_, reader)
        sources: dict[str, list[Path]] = {}
        for sha256, path in found:
            sources.setdefault(sha256, []).append(path_of(path))
        return list(sources.items())
