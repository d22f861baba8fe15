"""The fingerprints of what the library's reports say, always made from what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.model.terms import Role
from tuibrowser.store import columns, rows
from tuibrowser.store.session import Session
from tuibrowser.text.winnowing import hashes_of, winnowing_version

ROLES: Final[frozenset[Role]] = frozenset({"measure", "lead", "other"})
"""Passages whose wording is somebody's; headings are what all have."""

_WAITING: Final = (
    "SELECT sha256 FROM report WHERE id NOT IN"
    " (SELECT report FROM fingerprinted WHERE rule = ?) ORDER BY id"
)


class Imprints:
    """Keeps ``fingerprint`` in step with ``passage``. Changes are made within the caller's."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._tables = session.tables

    def waiting(self) -> list[str]:
        """The reports without fingerprints of today's rule, in the order of indexing."""
        return self._session.column(columns.sha256, _WAITING, winnowing_version())

    def put_in(self, report_ids: Sequence[int]) -> None:
        """Enter the passages of reports, by what stands in the tables."""
        self._drop_other_rules()
        # Sorted, so that neighbours are written one after the other.
        found = sorted(row for id_ in report_ids for row in self._stored(id_))
        conn = self._tables.conn
        conn.executemany("INSERT OR IGNORE INTO fingerprint (hash, passage) VALUES (?, ?)", found)
        done = [(id_, winnowing_version()) for id_ in report_ids]
        conn.executemany("INSERT OR REPLACE INTO fingerprinted (report, rule) VALUES (?, ?)", done)

    def take_out(self, report_id: int) -> None:
        """Undo :meth:`put_in`, while the report and its passages are still stored as they were."""
        sql = "SELECT rule FROM fingerprinted WHERE report = ?"
        row = self._session.row((columns.text,), sql, report_id)
        if row is None:
            return
        if row[0] != winnowing_version():
            # What went in under another rule cannot be named any more.
            self._drop_other_rules()
            return
        self._tables.conn.executemany(
            "DELETE FROM fingerprint WHERE hash = ? AND passage = ?", self._stored(report_id)
        )
        self._tables.execute("DELETE FROM fingerprinted WHERE report = ?", (report_id,))

    def drop(self, report_id: int) -> None:
        """Take out what :meth:`take_out` cannot name, since what is stored is damaged."""
        own = "(SELECT id FROM passage WHERE report = ?)"
        self._tables.execute(f"DELETE FROM fingerprint WHERE passage IN {own}", (report_id,))
        self._tables.execute("DELETE FROM fingerprinted WHERE report = ?", (report_id,))

    def _drop_other_rules(self) -> None:
        """Forget all fingerprints if any were made by another rule."""
        sql = "SELECT 1 FROM fingerprinted WHERE rule <> ? LIMIT 1"
        if self._session.row((columns.whole,), sql, winnowing_version()) is not None:
            self._tables.execute("DELETE FROM fingerprint")
            self._tables.execute("DELETE FROM fingerprinted")

    def _stored(self, report_id: int) -> list[tuple[int, int]]:
        ((text,),) = self._session.rows(
            (columns.text,), "SELECT text FROM report WHERE id = ?", report_id
        )
        found = self._session.rows(
            None, f"SELECT id, {rows.PASSAGE_COLUMNS} FROM passage WHERE report = ?", report_id
        )
        passages = rows.passages([parts for _, *parts in found], text)
        return [
            (hash_, id_)
            for (id_, *_), passage in zip(found, passages, strict=True)
            if passage.role in ROLES
            for hash_ in hashes_of(text[passage.start : passage.end])
        ]
