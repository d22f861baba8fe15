"""The rows of reports: put in, replaced and taken out, with what is made from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from tuibrowser.model.report import Report
from tuibrowser.store.answers.report_reader import Versions
from tuibrowser.store.index.entry import index_rows
from tuibrowser.store.rows import columns
from tuibrowser.store.rows import figures as figure_rows
from tuibrowser.store.rows import reports as rows
from tuibrowser.store.rows.provenance import doubt_rows, provenance_row
from tuibrowser.store.writing.meanings import MeaningWriter
from tuibrowser.store.writing.session import WriteSession

_PASSAGE: Final = "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_PARTS: Final = (
    *("extent", "section", "section_state", "figure", "provenance", "doubt"),
    "place_evidence",
)
"""The tables of what a report consists of, beside ``passage``."""
_PASSAGES: Final = """
    report = ?1 AND id BETWEEN (SELECT first FROM extent WHERE report = ?1)
                           AND (SELECT last FROM extent WHERE report = ?1)
"""
_ALL_PASSAGES: Final = "report = ?1"
"""Also where it is not known which they are; looks at every passage."""


class ReportWriter:
    """Keeps the rows of each report in step. Changes are made within the caller's."""

    def __init__(self, session: WriteSession, meanings: MeaningWriter, versions: Versions) -> None:
        self._session = session
        self._tables = session.tables
        self._meanings = meanings
        self._versions = versions

    def id(self, sha256: str) -> int | None:
        """The number of a report in the library, if it holds it."""
        sql = "SELECT id FROM report WHERE sha256 = ?"
        row = self._session.row((columns.whole,), sql, sha256)
        return None if row is None else int(row[0])

    def require(self, sha256: str) -> int:
        """As :meth:`id`; raises ``KeyError`` if the library does not hold it."""
        report_id = self.id(sha256)
        if report_id is None:
            raise KeyError(sha256)
        return report_id

    def insert(self, report: Report, index: Sequence[str] | None) -> int:
        """Put in a report that the library does not hold; returns its number."""
        self._tables.table("report").insert(self._columns(report))
        report_id = self.require(report.sha256)
        self._insert_parts(report, report_id, index)
        return report_id

    def replace(self, report_id: int, report: Report, index: Sequence[str] | None) -> None:
        """Put ``report`` in the place of what is known of one that the library holds."""
        self._delete_parts(report_id)
        values = self._columns(report)
        # Its file is the one seen last; and an update writes a long text again.
        del values["file"]
        sql = "SELECT text FROM report WHERE id = ?"
        if self._session.row((columns.text,), sql, report_id) == (report.text,):
            del values["text"]
        else:
            values["word_starts"] = None
        self._tables.table("report").update(report_id, values)
        self._insert_parts(report, report_id, index)

    def name(self, report_id: int, file: str) -> None:
        """Call a report by the file it was seen in last."""
        # An update writes the long text again, so only where there is something to say.
        self._tables.execute(
            "UPDATE report SET file = ? WHERE id = ? AND file <> ?", (file, report_id, file)
        )

    def delete(self, report_id: int) -> None:
        """Take a report out."""
        self._delete_parts(report_id)
        self._tables.table("report").delete(report_id)

    def delete_damaged(self, report_id: int) -> None:
        """Take out a report whose index rows cannot be told from what stands in the tables."""
        self._delete_rows(report_id, _ALL_PASSAGES)
        self._tables.table("report").delete(report_id)
        self._session.postings.rebuild()

    def _columns(self, report: Report) -> dict[str, Any]:
        versions = {"parser": self._versions.parser, "lexicon": self._versions.lexicon}
        return rows.report_row(report) | versions

    def _insert_parts(self, report: Report, report_id: int, index: Sequence[str] | None) -> None:
        self._tables.table("section_state").insert_all(rows.state_rows(report, report_id))
        self._tables.table("place_evidence").insert_all(rows.evidence_rows(report, report_id))
        self._tables.table("section").insert_all(rows.section_rows(report, report_id))
        self._tables.table("figure").insert_all(figure_rows.figure_rows(report, report_id))
        origin = {"report": report_id, "reader": report.reader, **provenance_row(report)}
        self._tables.table("provenance").insert(origin)
        self._tables.table("doubt").insert_all(doubt_rows(report, report_id))
        ids = self._new_ids(report.year or 0, len(report.passages))
        self._tables.conn.executemany(
            _PASSAGE,
            [
                rows.passage_row(report, passage, id_, report_id)
                for id_, passage in zip(ids, report.passages, strict=True)
            ],
        )
        if ids:
            extent = {"report": report_id, "first": ids[-1], "last": ids[0]}
            self._tables.table("extent").insert(extent)
        made = index_rows(report) if index is None else index
        self._session.postings.add(zip(ids, made, strict=True))

    def _new_ids(self, year: int, count: int) -> range:
        """Ids for the passages of a report, in text order."""
        ids = self._session.numbers.free(year, count)
        if ids is None:
            self._session.postings.rebuild(coming={year: count})
            ids = self._session.numbers.free(year, count)
            assert ids is not None
        return ids

    def _delete_parts(self, report_id: int) -> None:
        self._session.postings.take_out(report_id)
        self._delete_rows(report_id, _PASSAGES)

    def _delete_rows(self, report_id: int, passages: str) -> None:
        self._meanings.take_out(report_id)
        self._tables.execute(f"DELETE FROM passage WHERE {passages}", [report_id])
        for table in _PARTS:
            self._tables.table(table).delete_where("report = ?", [report_id])
