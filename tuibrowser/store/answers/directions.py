"""What a library answers about meanings: where its measures point, newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, Rule
from tuibrowser.store.rows.extents import ITS_PASSAGES, extents
from tuibrowser.store.rows.numbering import Numbering
from tuibrowser.text.meaning import DIMENSIONS, meaning_version

Ask = Callable[..., list[Row]]
"""Asks the library at hand in SQL: rules of the columns, statement, values."""

FIRST_WITH_MEANINGS: Final = 10
"""The schema that brought ``meaning``."""

_REPORTS_AT_ONCE: Final = 300
"""10,000 measures, 4 ms of comparing: between two of them a newer key is heard."""

_VECTORS: Final = (
    "SELECT passage, report, vectors FROM meaning"
    " WHERE passage BETWEEN ? AND ? AND rule = ? ORDER BY passage DESC LIMIT ?"
)
_MEASURES: Final = (
    f"SELECT p.id FROM {{extents}} AS e {ITS_PASSAGES}"
    " WHERE e.report = ? AND p.role = 'measure' ORDER BY p.id DESC"
)
_UNLIKE: Final = f"""
    SELECT m.report FROM meaning AS m LEFT JOIN (
        SELECT report, count(*) AS measures FROM passage WHERE role = 'measure' GROUP BY report
    ) AS p ON p.report = m.report
    WHERE length(m.vectors) <> {DIMENSIONS} * coalesce(p.measures, 0) LIMIT 1
"""


class Directions(NamedTuple):
    """Of some reports' measures the packed directions, one behind the other."""

    reports: list[tuple[int, int]]
    """Number of each report and of its measures."""
    packed: bytes
    newest: list[int]
    """The id of each report's newest passage."""


class Meanings:
    """The meanings of an open library. Every method raises
    :class:`~tuibrowser.store.errors.LibraryError` as those of ``Reader`` do."""

    def __init__(
        self, ask: Ask, schema: int, numbering: Numbering, require: Callable[[bool], None]
    ) -> None:
        self._ask = ask
        self._extents = extents(schema)
        self._numbering = numbering
        self._require = require
        self.known = schema >= FIRST_WITH_MEANINGS
        """Whether ``index`` has been here since there are any."""

    def directions(self, years: tuple[int, int] | None, most: int) -> Iterator[Directions]:
        """Where measures point, of the newest reports first.

        Args:
            years: First and last year, both included; leaves out reports of unknown year.
            most: No further report is begun after so many measures.
        """
        if not self.known:
            return
        rules: Sequence[Rule] = (columns.whole, columns.whole, columns.blob)
        first, last = self._numbering.between(years, None)
        while most > 0:
            rows = self._ask(rules, _VECTORS, first, last, meaning_version(), _REPORTS_AT_ONCE)
            if not rows:
                return
            self._require(all(len(packed) % DIMENSIONS == 0 for _, _, packed in rows))
            found = Directions(
                [(report, len(packed) // DIMENSIONS) for _, report, packed in rows],
                b"".join(packed for _, _, packed in rows),
                [newest for newest, _, _ in rows],
            )
            yield found
            most -= len(found.packed) // DIMENSIONS
            last = rows[-1][0] - 1

    def measures(self, report: int, count: int) -> list[int]:
        """The ids of a report's measures, in the order of its directions.

        Args:
            report: Its number.
            count: Of its directions.
        """
        sql = _MEASURES.format(extents=self._extents)
        ids = [id_ for (id_,) in self._ask((columns.whole,), sql, report)]
        self._require(len(ids) == count)
        return ids

    def agree(self) -> bool:
        """Whether each report has a direction for each of its measures, or none yet."""
        return not self.known or not self._ask((columns.whole,), _UNLIKE)
