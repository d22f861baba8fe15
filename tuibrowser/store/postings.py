"""The rows of the search indexes, always made from what is stored and never from anything else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Final

from tuibrowser.model.report import Place
from tuibrowser.store import columns, rows
from tuibrowser.store.columns import conform
from tuibrowser.store.errors import Malformed
from tuibrowser.store.index import IndexRow, index_row, report_tokens, token_version

TABLES: Final = ("passage_index", "syllable_index")
"""Characters, and sounds: as the fields of an ``IndexRow``."""

# One part in so many: a few new reports in a large library must stay cheap.
_MUCH: Final = 4


class Postings:
    """Keeps both indexes in step with ``passage``. The caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._changed = 0

    @property
    def stale(self) -> bool:
        """Whether this program would give the passages other tokens than stand in the indexes."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = 'index'").fetchone()
        return row is None or row[0] != token_version()

    def add(self, passages: Iterable[tuple[int, IndexRow]]) -> None:
        """Index the passages of one report, given by their ids, as they are being stored."""
        self._put("INSERT INTO {table} (rowid, tokens) VALUES (?, ?)", passages)

    def put_in(self, report_id: int) -> None:
        """Enter a report's passages by what stands in the tables."""
        self.add(self._stored(report_id))

    def take_out(self, report_id: int) -> None:
        """Undo :meth:`add`, while the report and its passages are still stored as they were."""
        self._put(
            "INSERT INTO {table} ({table}, rowid, tokens) VALUES ('delete', ?, ?)",
            self._stored(report_id),
        )

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Make every row anew, less those of reports that are damaged; ``progress`` gets the number
        of reports done and of all."""
        self._command("delete-all")
        ids = [id_ for (id_,) in self._connection.execute("SELECT id FROM report ORDER BY id")]
        for done, report_id in enumerate(ids):
            if progress:
                progress(done, len(ids))
            with suppress(Malformed):
                self.add(self._stored(report_id))
        self._connection.execute(
            "INSERT OR REPLACE INTO meta VALUES ('index', ?)", (token_version(),)
        )

    @property
    def scattered(self) -> bool:
        """Whether much of the indexes was written anew, and so lies in pieces."""
        ((reports,),) = self._connection.execute("SELECT count(*) FROM report")
        return bool(self._changed * _MUCH > reports)

    def merge(self) -> None:
        """Put the pieces together.

        After all reports had been parsed again the indexes were 4.0 times the text, and 1.4 when
        merged, which took 10 s for 10,000 reports.
        """
        self._command("optimize")
        self._changed = 0

    def check(self) -> None:
        """Have SQLite check the inner structure.

        Raises:
            sqlite3.DatabaseError: it is broken.
        """
        self._command("integrity-check")

    def set_memory(self, size: int) -> None:
        """Set how many bytes of rows FTS5 gathers for an index before it writes; it is kept."""
        for table in TABLES:
            self._connection.execute(
                f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', ?)", (size,)
            )

    def memory(self) -> int | None:
        """What :meth:`set_memory` was last told."""
        row = self._connection.execute(
            f"SELECT v FROM {TABLES[-1]}_config WHERE k = 'hashsize'"
        ).fetchone()
        return row[0] if row is not None and isinstance(row[0], int) else None

    def _command(self, command: str) -> None:
        for table in TABLES:
            self._connection.execute(f"INSERT INTO {table} ({table}) VALUES (?)", (command,))

    def _put(self, statement: str, passages: Iterable[tuple[int, IndexRow]]) -> None:
        self._changed += 1
        # Materialised: an open SELECT would hold off a merge of segments.
        known = list(passages)
        for field, table in enumerate(TABLES):
            self._connection.executemany(
                statement.format(table=table), [(id_, row[field]) for id_, row in known]
            )

    def _stored(self, report_id: int) -> Iterator[tuple[int, IndexRow]]:
        stored = self._connection.execute(
            "SELECT text, issuer, province, city, county, township FROM report WHERE id = ?",
            (report_id,),
        ).fetchall()
        if not conform(stored, (columns.text, *(columns.text_or_none,) * 5)):
            raise Malformed
        ((text, issuer, *levels),) = stored
        shared = report_tokens(Place(*levels), issuer)
        found = self._connection.execute(
            f"SELECT id, {rows.PASSAGE_COLUMNS} FROM passage WHERE report = ?", (report_id,)
        ).fetchall()
        passages = rows.passages([parts for _, *parts in found], text)
        for (id_, *_), passage in zip(found, passages, strict=True):
            yield id_, index_row(text, passage, shared)
