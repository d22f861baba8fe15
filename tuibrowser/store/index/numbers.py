"""The numbers of a library's passages as they are given out, and how all are given anew."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tuibrowser.store.errors import Malformed
from tuibrowser.store.rows.numbering import LAST_YEAR, Numbering, fitting, numbering_in

KEY: Final = "numbering"
"""In ``meta``."""

NONE_COMING: Final[Mapping[int, int]] = MappingProxyType({})

# What a year comes to in an id, whatever damage made of the id.
_ABOVE: Final = f"min(max(id >> ?1, 0), {LAST_YEAR})"
_COUNTS: Final = f"SELECT {_ABOVE}, count(*) FROM passage GROUP BY 1"
# Twice, for a new id may be the old one of another passage; none is below 0 but here.
_MOVE: Final = f"""
    UPDATE passage SET id = -moved.id FROM (
        SELECT old, CASE WHEN above THEN above + ?2 ELSE 0 END << ?3
               | row_number() OVER (PARTITION BY above ORDER BY old) AS id
        FROM (SELECT id AS old, {_ABOVE} AS above FROM passage)
    ) AS moved WHERE moved.old = passage.id
"""
_TURN: Final = "UPDATE passage SET id = -id WHERE id < 0"
_MEASURE: Final = """
    INSERT INTO extent (report, first, last) SELECT report, min(id), max(id) FROM passage
    WHERE report IN (SELECT id FROM report) GROUP BY report
"""
# Far below what stands for a text without passages.
_MOVE_MEANINGS: Final = "UPDATE meaning SET passage = -(1 << 60) - report"
_TURN_MEANINGS: Final = """
    UPDATE meaning SET passage =
        coalesce((SELECT last FROM extent WHERE extent.report = meaning.report), -report)
"""


class Numbers:
    """Gives passages their ids. The caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def numbering(self) -> Numbering:
        """How passages are numbered now.

        Raises:
            Malformed: the library says nothing that can be.
        """
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (KEY,)).fetchone()
        found = numbering_in(row[0]) if row and isinstance(row[0], str) else None
        if found is None:
            raise Malformed
        return found

    def free(self, year: int, count: int) -> range | None:
        """Ids for ``count`` passages of a report of ``year`` in text order, above all of the year
        that are taken; ``None`` where there is no room for them.

        They go downwards, so that newest first is text order within a report.
        """
        numbering = self.numbering
        low = numbering.lowest(year)
        sql = "SELECT coalesce(max(id), ?) FROM passage WHERE id BETWEEN ? AND ?"
        parameters = (low, *numbering.between((year, year), None))
        ((taken,),) = self._connection.execute(sql, parameters).fetchall()
        last = taken + count
        if 0 < year <= numbering.before or last - low > numbering.room:
            return None
        return range(last, last - count, -1)

    @property
    def are_given(self) -> bool:
        """Whether the library has passages."""
        sql = "SELECT 1 FROM passage LIMIT 1"
        return self._connection.execute(sql).fetchone() is not None

    def expect(self, counts: Mapping[int, int]) -> None:
        """Leave room for so many passages of each year, before there are any."""
        self._note(fitting(counts))

    def give_anew(self, coming: Mapping[int, int] = NONE_COMING) -> None:
        """Give all passages other ids in the same order, without gaps, as small as can be.

        Args:
            coming: How many more each year is to have.
        """
        old = self.numbering
        found = self._connection.execute(_COUNTS, (old.shift,)).fetchall()
        counts = Counter({old.year_of(above << old.shift): count for above, count in found})
        counts.update(coming)
        new = fitting(counts)
        self._connection.execute(_MOVE, (old.shift, old.before - new.before, new.shift))
        self._connection.execute("DELETE FROM extent")
        for statement in (_TURN, _MEASURE, _MOVE_MEANINGS, _TURN_MEANINGS):
            self._connection.execute(statement)
        self._note(new)

    def _note(self, numbering: Numbering) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (KEY, numbering.written())
        )
