"""What ``changes`` prints: as JSON, and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.export.datatable import Column, DataTable
from tuibrowser.export.records import Record
from tuibrowser.insight.changes import CHANGES, ReportChanges, Unchanged
from tuibrowser.lexicon.labels import CHANGE_LABELS
from tuibrowser.model.report import Report, short

_MOST_NAMED = 3
"""Figures that a cell names before it says how many there are."""


def changes_record(found: Sequence[ReportChanges], drafts: frozenset[str] = frozenset()) -> Record:
    """``found`` as JSON; a report is the start of its sha256, null for one of ``drafts``."""

    def named(report: Report | None) -> str | None:
        return None if report is None or report.sha256 in drafts else short(report.sha256)

    return {
        "reports": [
            {
                "issuer": it.report.issuer,
                "year": it.report.year,
                "report": named(it.report),
                "against": named(it.against),
                "counts": dict(it.counts),
                "same_share": it.same_share,
                "unchanged_figures": [_figure(it.report, figure) for figure in it.unchanged],
            }
            for it in found
        ]
    }


def changes_table(found: Sequence[ReportChanges]) -> DataTable:
    """``found`` a line a report."""
    columns = [
        Column("单位"),
        Column("年份", is_number=True),
        Column("对照年份", is_number=True),
        *(Column(CHANGE_LABELS[change], is_number=True) for change in CHANGES),
        Column("与上年一字不差", is_number=True),
        Column("与上年相同的数据"),
    ]
    return DataTable("各年变化", columns, [_row(it) for it in found])


def _row(it: ReportChanges) -> list[str | int | None]:
    if it.against is None:
        return [it.report.issuer, it.report.year, None, *(None for _ in CHANGES), None, None]
    share = None if it.same_share is None else f"{it.same_share:.0%}"
    counts = (it.counts[change] for change in CHANGES)
    return [
        *(it.report.issuer, it.report.year, it.against.year),
        *counts,
        *(share, _named(it.report, it.unchanged)),
    ]


def _named(report: Report, figures: Sequence[Unchanged]) -> str:
    said = [f"{it.figure.noun or ''}{report.slice(it.figure)}" for it in figures[:_MOST_NAMED]]
    more = f" 等{len(figures)}处" if len(figures) > _MOST_NAMED else ""
    return "".join("、".join(said).split()) + more


def _figure(report: Report, unchanged: Unchanged) -> Record:
    figure = unchanged.figure
    return {
        "text": report.slice(figure),
        "noun": figure.noun,
        "years": list(unchanged.years),
        "start": figure.start,
        "end": figure.end,
    }
