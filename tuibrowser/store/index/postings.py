"""The rows of the search index, always made from what is stored and never from anything else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Final

from tuibrowser.model.report import Place
from tuibrowser.store.errors import Malformed
from tuibrowser.store.index.entry import index_row, report_tokens, token_version
from tuibrowser.store.index.numbers import NONE_COMING, Numbers
from tuibrowser.store.rows import columns
from tuibrowser.store.rows import reports as rows
from tuibrowser.store.rows.columns import conform
from tuibrowser.store.rows.extents import ITS_PASSAGES, THEIR_SECTIONS

_PASSAGES: Final = (
    f"SELECT p.id, {rows.PASSAGE_COLUMNS} FROM extent AS e {ITS_PASSAGES}"
    f" {THEIR_SECTIONS} WHERE e.report = ?"
)

# One part in so many: a few new reports in a large library must stay cheap.
_MUCH: Final = 4


class Postings:
    """Keeps ``passage_index`` in step with ``passage``. The caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers
        self._changed = 0

    @property
    def stale(self) -> bool:
        """Whether this program would give the passages other tokens than stand in the index."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = 'index'").fetchone()
        return row is None or row[0] != token_version()

    def add(self, passages: Iterable[tuple[int, str]]) -> None:
        """Index the passages of one report, given by their ids, as they are being stored."""
        self._put("INSERT INTO passage_index (rowid, tokens) VALUES (?, ?)", passages)

    def put_in(self, report_id: int) -> None:
        """Enter a report's passages by what stands in the tables."""
        self.add(self._stored(report_id))

    def take_out(self, report_id: int) -> None:
        """Undo :meth:`add`, while the report and its passages are still stored as they were."""
        self._put(
            "INSERT INTO passage_index (passage_index, rowid, tokens) VALUES ('delete', ?, ?)",
            self._stored(report_id),
        )

    def rebuild(
        self,
        progress: Callable[[int, int], None] | None = None,
        coming: Mapping[int, int] = NONE_COMING,
    ) -> None:
        """Number all passages and make every row anew, less those of reports that are damaged.

        Args:
            progress: Gets the number of reports done and of all.
            coming: How many more passages each year is to have.
        """
        self._command("delete-all")
        self._numbers.give_anew(coming)
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
        """Whether much of the index was written anew, and so lies in pieces."""
        ((reports,),) = self._connection.execute("SELECT count(*) FROM report")
        return bool(self._changed * _MUCH > reports)

    def merge(self) -> None:
        """Put the pieces together.

        After all reports had been parsed again what was then two indexes took 4.0 times the text,
        and 1.4 when merged, which took 10 s for 10,000 reports.
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
        """Set how many bytes of rows FTS5 gathers before it writes; it is kept."""
        self._connection.execute(
            "INSERT INTO passage_index (passage_index, rank) VALUES ('hashsize', ?)", (size,)
        )

    def memory(self) -> int | None:
        """What :meth:`set_memory` was last told."""
        row = self._connection.execute(
            "SELECT v FROM passage_index_config WHERE k = 'hashsize'"
        ).fetchone()
        return row[0] if row is not None and isinstance(row[0], int) else None

    def _command(self, command: str) -> None:
        self._connection.execute("INSERT INTO passage_index (passage_index) VALUES (?)", (command,))

    def _put(self, statement: str, passages: Iterable[tuple[int, str]]) -> None:
        self._changed += 1
        # Materialised: an open SELECT would hold off a merge of segments.
        self._connection.executemany(statement, list(passages))

    def _stored(self, report_id: int) -> Iterator[tuple[int, str]]:
        stored = self._connection.execute(
            "SELECT text, issuer, province, city, county, township FROM report WHERE id = ?",
            (report_id,),
        ).fetchall()
        if not conform(stored, (columns.text, *(columns.text_or_none,) * 5)):
            raise Malformed
        ((text, issuer, *levels),) = stored
        shared = report_tokens(Place(*levels), issuer)
        found = self._connection.execute(_PASSAGES, (report_id,)).fetchall()
        passages = rows.passages([parts for _, *parts in found], text)
        for (id_, *_), passage in zip(found, passages, strict=True):
            yield id_, index_row(text, passage, shared)
