"""Figures as rows and rows as figures, both ways in one place; :mod:`.reports` has the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from tuibrowser.model.report import Figure, Report
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, conform
from tuibrowser.store.rows.whole import are_numbered, require, require_within

_FIRST_FIGURE_COLUMNS: Final = 'number, value, unit, hedge, noun, period, start, "end"'
_LATER_FIGURE_COLUMNS: Final = (
    (6, "value_to"),
    *((7, name) for name in ("indicator", "role", "scope", "time", "part_of")),
)
"""Each with the schema that brought it."""
_FIGURE_RULES: Final = (
    columns.whole,
    columns.amount,
    columns.text,
    *(columns.text_or_none,) * 3,
    columns.offset,
    columns.offset,
    columns.amount_or_none,
    columns.text_or_none,
    columns.figure_role,
    columns.figure_scope,
    columns.figure_time,
    columns.section_number,
)
_LARGEST_INTEGER: Final = 2**63 - 1


def figure_columns(schema: int) -> str:
    """The columns of figures; null for those that a library of ``schema`` does not have."""
    later = (name if schema >= first else "NULL" for first, name in _LATER_FIGURE_COLUMNS)
    return ", ".join((_FIRST_FIGURE_COLUMNS, *later))


def figure_rows(report: Report, report_id: int) -> list[dict[str, Any]]:
    """Rows of ``figure``, numbered in text order from 0."""
    return [
        {
            "report": report_id,
            "number": number,
            "value": _storable(figure.value),
            "value_to": None if figure.value_to is None else _storable(figure.value_to),
            "unit": figure.unit,
            "hedge": figure.hedge,
            "noun": figure.noun,
            "period": figure.period,
            "start": figure.start,
            "end": figure.end,
            "indicator": figure.indicator,
            "role": figure.role,
            "scope": figure.scope,
            "time": figure.time,
            "part_of": figure.part_of,
        }
        for number, figure in enumerate(report.figures)
    ]


def _storable(number: float) -> float:
    # Digits run together can stand for more than SQLite's integers hold.
    return number if abs(number) <= _LARGEST_INTEGER else float(number)


def figures(rows: Sequence[Row], text: str) -> tuple[Figure, ...]:
    """From the columns of ``figure_columns``, in text order.

    Raises:
        Malformed: the rows are none of figures of ``text``, or not all of them.
    """
    require(conform(rows, _FIGURE_RULES) and are_numbered(rows))
    found = tuple(map(_figure, rows))
    require_within(found, text)
    totals = [figure.part_of for figure in found if figure.part_of is not None]
    require(max(totals, default=-1) < len(found))
    return found


def _figure(row: Row) -> Figure:
    _, value, unit, hedge, noun, period, start, end, value_to, *known, part_of = row
    indicator, role, scope, time = map(columns.one, known)
    said = columns.one(unit), columns.one(hedge), columns.one(noun), columns.one(period)
    return Figure(value, *said, start, end, value_to, indicator, role, scope, time, part_of)
