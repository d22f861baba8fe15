"""Which passages are a report's, in SQL, and which headings they stand under."""

from __future__ import annotations

from typing import Final

FIRST_WITH_EXTENTS: Final = 11
"""The schema that brought ``extent``, and ``numbering`` in ``meta``."""

# Without the sign SQLite would sometimes make an index of reports for the occasion.
ITS_PASSAGES: Final = (
    "CROSS JOIN passage AS p ON p.id BETWEEN e.first AND e.last AND +p.report = e.report"
)
"""Joins to ``e``, a row of :func:`extents`, the passages ``p`` of its report."""

THEIR_SECTIONS: Final = "LEFT JOIN section AS s ON s.report = p.report AND s.number = p.section"
"""Joins to passages ``p`` the headings ``s`` that they stand under."""

KIND: Final = "nullif(coalesce(p.kind, s.kind), '')"
"""The kind of a passage ``p``: its own, else that of its section ``s``."""


def extents(schema: int) -> str:
    """What tells of each report the first and the last id: a table, in an older library a query."""
    if schema < FIRST_WITH_EXTENTS:
        return "(SELECT report, min(id) AS first, max(id) AS last FROM passage GROUP BY report)"
    return "extent"
