"""The rows of the search index, always made from what is stored and never from anything else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from tuibrowser.model import Place
from tuibrowser.store import rows
from tuibrowser.store.index import fingerprint, passage_tokens, report_tokens

_ADD = "INSERT INTO passage_index (rowid, tokens) VALUES (?, ?)"
_TAKE_OUT = "INSERT INTO passage_index (passage_index, rowid, tokens) VALUES ('delete', ?, ?)"
_COMMAND = "INSERT INTO passage_index (passage_index) VALUES (?)"


class Postings:
    """Keeps ``passage_index`` in step with ``passage``. The caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._fingerprint = fingerprint()

    @property
    def stale(self) -> bool:
        """Whether this program would give the passages other tokens than stand in the index."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = 'index'").fetchone()
        return row is None or row[0] != self._fingerprint

    def add(self, report_id: int) -> None:
        """Index the passages of a report that has just been stored."""
        # Materialised: an open SELECT would hold off a merge of segments.
        self._connection.executemany(_ADD, list(self._rows(report_id)))

    def take_out(self, report_id: int) -> None:
        """Undo :meth:`add`, while the report and its passages are still stored as they were."""
        self._connection.executemany(_TAKE_OUT, list(self._rows(report_id)))

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Make every row anew; ``progress`` gets the number of reports done and of all."""
        self._connection.execute(_COMMAND, ("delete-all",))
        ids = [id_ for (id_,) in self._connection.execute("SELECT id FROM report ORDER BY id")]
        for done, report_id in enumerate(ids):
            if progress:
                progress(done, len(ids))
            self.add(report_id)
        self._connection.execute(
            "INSERT OR REPLACE INTO meta VALUES ('index', ?)", (self._fingerprint,)
        )

    def check(self) -> None:
        """Have SQLite check the inner structure.

        Raises:
            sqlite3.DatabaseError: it is broken.
        """
        self._connection.execute(_COMMAND, ("integrity-check",))

    def set_memory(self, size: int) -> None:
        """Set how many bytes of rows FTS5 gathers before it writes; the file remembers it."""
        self._connection.execute(
            "INSERT INTO passage_index (passage_index, rank) VALUES ('hashsize', ?)", (size,)
        )

    def memory(self) -> int | None:
        """What :meth:`set_memory` was last told."""
        row = self._connection.execute(
            "SELECT v FROM passage_index_config WHERE k = 'hashsize'"
        ).fetchone()
        return None if row is None else int(row[0])

    def _rows(self, report_id: int) -> Iterator[tuple[int, str]]:
        text, issuer, *levels = self._connection.execute(
            "SELECT text, issuer, province, city, county, township FROM report WHERE id = ?",
            (report_id,),
        ).fetchone()
        shared = report_tokens(Place(*levels), issuer)
        passages = self._connection.execute(
            f"SELECT id, {rows.PASSAGE_COLUMNS} FROM passage WHERE report = ?", (report_id,)
        )
        for id_, *columns in passages:
            yield id_, " ".join(passage_tokens(text, rows.passage(columns), shared))
