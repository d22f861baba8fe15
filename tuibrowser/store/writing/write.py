"""Changing a library: reports in, out and replaced, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from tuibrowser.model.correction import About, Corrections
from tuibrowser.model.report import Place, Report
from tuibrowser.parsing.corrected.report import corrected
from tuibrowser.places.rosters import ListedUnit
from tuibrowser.store.answers.report_reader import StoredText, Versions
from tuibrowser.store.errors import LibraryDamaged, Malformed
from tuibrowser.store.file.schema import SCHEMA
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.corrections import CORRECTION_COLUMNS, corrections
from tuibrowser.store.rows.paths import path_text
from tuibrowser.store.rows.provenance import DOUBT_COLUMNS, provenance, provenance_columns
from tuibrowser.store.writing import units
from tuibrowser.store.writing.meanings import MeaningWriter
from tuibrowser.store.writing.report_writer import ReportWriter
from tuibrowser.store.writing.session import WriteSession
from tuibrowser.store.writing.sources import Sources
from tuibrowser.store.writing.upkeep import Upkeep

Beside = Callable[[], Sequence[tuple[str, Place]] | None]
"""Gives issuers with their places, as other libraries know them."""


class Writer:
    """An open library that takes changes.

    They are committed every hundred changes, every second, and when the library is closed. Every
    method raises :class:`~tuibrowser.store.errors.LibraryError` when SQLite fails; then the change
    at hand is undone and what was committed stays.
    """

    def __init__(self, session: WriteSession, versions: Versions) -> None:
        meanings = MeaningWriter(session)
        self._session = session
        self._tables = session.tables
        self._reports = ReportWriter(session, meanings, versions)
        self._ask_beside: Beside | None = None
        self.sources: Final = Sources(session, self._reports)
        self.upkeep: Final = Upkeep(session, self._reports, meanings, versions)

    def put(
        self,
        report: Report,
        source: Path,
        mtime_ns: int,
        size: int = -1,
        index: Sequence[str] | None = None,
    ) -> bool:
        """Store what was read at ``source``; the same bytes elsewhere are the same report.

        A report that stood at ``source`` before goes, unless another source still holds it.

        Args:
            report: The parsed file.
            source: The file it came from.
            mtime_ns: The file's time of change.
            size: The file's size in bytes; with ``mtime_ns`` it tells an unchanged file.
            index: The report's ``index.index_rows``, where they have been made already.

        Returns:
            Whether the text is new to the library.

        Raises:
            Unstorable: the report breaks a rule of the schema, or its text no encoding holds.
        """
        report, index = self._put_right(report, index)
        with self._session.change():
            report_id = self._reports.id(report.sha256)
            added = report_id is None
            if report_id is None:
                report_id = self._reports.insert(report, index)
            self.sources.attach(source, mtime_ns, size, report_id, report.file)
            return added

    def units(self) -> list[tuple[str, str, int | None, str, Place]]:
        """Of each report with an issuer its sha256, issuer, year, file and place, in the order of
        indexing."""
        # An index answers, and no text is passed over.
        found = self._session.rows(
            (columns.sha256, columns.text, columns.year, columns.text, *(columns.text_or_none,) * 4,
             columns.whole),
            "SELECT sha256, issuer, year, file, province, city, county, township, id"
            " FROM report INDEXED BY report_list WHERE issuer IS NOT NULL AND is_report",
        )  # fmt: skip
        found.sort(key=lambda row: row[-1])
        return [(*row[:4], Place(*row[4:8])) for row in found]

    def has(self, sha256: str) -> bool:
        """Whether the library holds this report."""
        return self._reports.id(sha256) is not None

    def remove(self, sha256: str) -> None:
        """Take one report out, with all that is known of its sources.

        Raises:
            KeyError: the library has no such report.
        """
        try:
            with self._session.change():
                self._reports.delete(self._reports.require(sha256))
        except LibraryDamaged:
            # Its index rows cannot be taken out by what stands in the tables.
            with self._session.change():
                self._reports.delete_damaged(self._reports.require(sha256))

    def reparse(self, report: Report, index: Sequence[str] | None = None) -> None:
        """Replace what is known of a report by ``report``, keeping its place in the order.

        Args:
            report: What another parser understood of the stored text, or of the file read again;
                only if the text is another, where words start is forgotten.
            index: As for :meth:`put`.

        Raises:
            KeyError: the library has no such report.
            Unstorable: the report breaks a rule of the schema.
        """
        report, index = self._put_right(report, index)
        with self._session.change():
            self._reports.replace(self._reports.require(report.sha256), report, index)

    def correct(self, sha256: str, put_right: Corrections) -> None:
        """Keep what a person put right; it holds from the next :meth:`put` or :meth:`reparse` on,
        whatever understood the report then."""
        with self._session.change():
            for key, value, heading in put_right:
                self._tables.execute(
                    "INSERT OR REPLACE INTO correction (sha256, key, heading, value)"
                    " VALUES (?, ?, ?, ?)",
                    (sha256, key, heading, value),
                )

    def uncorrect(self, sha256: str, only: Collection[About] | None = None) -> None:
        """Forget what was put right in a report, from the next :meth:`reparse` on.

        Args:
            sha256: The report.
            only: What to forget; all of it if ``None``.
        """
        with self._session.change():
            if only is None:
                self._tables.execute("DELETE FROM correction WHERE sha256 = ?", (sha256,))
            for key, heading in only or ():
                self._tables.execute(
                    "DELETE FROM correction WHERE sha256 = ? AND key = ? AND heading = ?",
                    (sha256, key, heading),
                )

    def carry_corrections(self, before: str, after: str) -> bool:
        """Keep for the report ``after`` what was put right in ``before``, if nothing is kept for it
        yet; returns whether there was anything."""
        sql = "SELECT key FROM correction WHERE sha256 = ? LIMIT 1"
        if self._session.rows(None, sql, after) or not self._session.rows(None, sql, before):
            return False
        with self._session.change():
            self._tables.execute(
                "INSERT INTO correction (sha256, key, heading, value)"
                " SELECT ?, key, heading, value FROM correction WHERE sha256 = ?",
                (after, before),
            )
        return True

    def _put_right(
        self, report: Report, index: Sequence[str] | None
    ) -> tuple[Report, Sequence[str] | None]:
        """The report with what people put right in it, and its index rows if they still hold."""
        sql = f"SELECT {CORRECTION_COLUMNS} FROM correction WHERE sha256 = ?"
        found = self._session.rows(None, sql, report.sha256)
        if not found:
            return report, index
        # A row that nobody could have written is passed over here; ``doctor`` names it.
        with suppress(Malformed):
            return corrected(report, corrections(found)), None
        return report, index

    def share_places(self) -> int:
        """Let the reports of one issuer tell each other their place; returns how many changed.

        What a report learnt before and is no longer told is forgotten.
        """
        beside = None if self._ask_beside is None else self._ask_beside()
        return units.share_places(self._session, beside)

    def learn_roster(self, roster: Iterable[ListedUnit]) -> None:
        """Have reports learn their place from ``roster`` from the next :meth:`share_places` on; it
        is kept until another is given."""
        units.learn_roster(self._session, roster)

    def settle_folder(self, folder: Path, place: Place) -> None:
        """Have reports that come to lie in ``folder`` learn their place from the next
        :meth:`share_places` on; ``place`` without levels takes that back."""
        units.settle_folder(self._session, path_text(folder), place)

    def learn_beside(self, ask: Beside) -> None:
        """Have reports learn their place from those of other libraries, too.

        Args:
            ask: Gives their issuers with each place; ``None`` where they cannot be asked now.
        """
        self._ask_beside = ask

    def text(self, sha256: str) -> StoredText:
        """A stored report, less what was understood of it.

        Raises:
            KeyError: the library has no such report.
        """
        rules = (columns.sha256, columns.text, columns.text)
        sql = "SELECT sha256, file, text FROM report WHERE sha256 = ?"
        row = self._session.row(rules, sql, sha256)
        if row is None:
            raise KeyError(sha256)
        where = "WHERE report = (SELECT id FROM report WHERE sha256 = ?)"
        found = self._session.rows(
            None, f"SELECT {provenance_columns(SCHEMA)} FROM provenance {where}", sha256
        )
        doubts = self._session.rows(
            None, f"SELECT {DOUBT_COLUMNS} FROM doubt {where} ORDER BY number", sha256
        )
        # What is damaged there costs the text nothing.
        with suppress(Malformed):
            if found:
                origin = provenance(found[0], doubts, len(row[2]))
                return StoredText(row[0], row[1], row[2], origin)
        return StoredText(*row)

    def commit(self) -> None:
        """Make everything so far permanent, without waiting for the library to be closed."""
        self._session.commit()
