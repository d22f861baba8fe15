"""What the measures of a library are about, always made from what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.store.rows import columns
from tuibrowser.store.rows.extents import ITS_PASSAGES
from tuibrowser.store.writing.session import WriteSession
from tuibrowser.text.equivalence import equate
from tuibrowser.text.meaning import meaning_version, packed

_WAITING: Final = (
    "SELECT sha256 FROM report WHERE id NOT IN (SELECT report FROM meaning WHERE rule = ?)"
    " ORDER BY id"
)
# A text without passages has no newest one; below 0 no year is.
_NEWEST: Final = "SELECT coalesce((SELECT last FROM extent WHERE report = ?1), -?1)"
_MEASURES: Final = (
    'SELECT substr(r.text, p.start + 1, p."end" - p.start)'
    f" FROM report AS r CROSS JOIN extent AS e ON e.report = r.id {ITS_PASSAGES}"
    " WHERE r.id = ? AND p.role = 'measure' ORDER BY p.id DESC"
)


class MeaningWriter:
    """Keeps ``meaning`` in step with ``passage``. Changes are made within the caller's."""

    def __init__(self, session: WriteSession) -> None:
        self._session = session

    def waiting(self) -> list[str]:
        """The reports without vectors of today's table, in the order of indexing."""
        return self._session.column(columns.sha256, _WAITING, meaning_version())

    def put_in(self, report_ids: Sequence[int]) -> None:
        """Enter the measures of reports, by what stands in the tables."""
        rows = [
            (self._newest(id_), id_, meaning_version(), b"".join(map(packed, self._measures(id_))))
            for id_ in report_ids
        ]
        # Of a report parsed again the newest passage is another one.
        for _, id_, _, _ in rows:
            self.take_out(id_)
        self._session.tables.conn.executemany(
            "INSERT INTO meaning (passage, report, rule, vectors) VALUES (?, ?, ?, ?)", rows
        )

    def take_out(self, report_id: int) -> None:
        """Undo :meth:`put_in`."""
        self._session.tables.execute("DELETE FROM meaning WHERE report = ?", (report_id,))

    def _newest(self, report_id: int) -> int:
        ((newest,),) = self._session.rows((columns.whole,), _NEWEST, report_id)
        return int(newest)

    def _measures(self, report_id: int) -> list[str]:
        texts = self._session.column(columns.text, _MEASURES, report_id)
        return [equate(text) for text in texts]
