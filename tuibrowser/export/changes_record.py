"""What ``changes`` prints: as JSON, and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.export.datatable import CellSource, Column, DataTable, Datum, Linked, Share
from tuibrowser.export.records import Record
from tuibrowser.insight.changes import CHANGES, ReportChanges, Unchanged
from tuibrowser.insight.figures import sentence_at
from tuibrowser.lexicon.labels import CHANGE_LABELS
from tuibrowser.model.report import Figure, Passage, Report, short

_NARROW = (
    Column("单位"),
    *(
        Column(it, is_number=True)
        for it in ("年份", "对照", "新增", "相同", "调整", "数据", "未提")
    ),
    Column("照录", is_number=True),
    Column("与上年相同的数据"),
)
"""The columns' heads where eighty cells are to hold them."""
_LEGEND = (
    "相同：与上年相同；调整：表述调整；数据：仅数据变化；"
    "未提：本年未提及；照录：与上年一字不差的比重"
)
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
                "counts": it.counts,
                "same_share": it.same_share,
                "unchanged_figures": [_figure(it.report, figure) for figure in it.unchanged],
            }
            for it in found
        ]
    }


def changes_table(found: Sequence[ReportChanges]) -> DataTable:
    """``found`` a line a report; a count leads to the measures that it counts."""
    columns = [
        Column("单位"),
        Column("年份", is_number=True),
        Column("对照年份", is_number=True),
        *(Column(CHANGE_LABELS[change], is_number=True) for change in CHANGES),
        Column("与上年一字不差", is_number=True),
        Column("与上年相同的数据"),
    ]
    sources: list[CellSource] = []
    rows = [_row(it, sources) for it in found]
    narrow = DataTable("", _NARROW, rows, sources, (_LEGEND,)) if rows else None
    return DataTable("各年变化", columns, rows, sources, narrow=narrow)


def _row(it: ReportChanges, sources: list[CellSource]) -> list[Datum]:
    if it.against is None:
        return [it.report.name_parts[0], it.report.year, None, *(None for _ in CHANGES), None, None]
    share = None if it.same_share is None else Share(it.same_share)
    row: list[Datum] = [it.report.name_parts[0], it.report.year, it.against.year]
    for change in CHANGES:
        report = it.against if change == "dropped" else it.report
        row.append(_linked(it.counts[change], report, it.measures[change], sources))
    figures = [figure.figure for figure in it.unchanged]
    return [*row, share, _linked(_named(it.report, it.unchanged), it.report, figures, sources)]


def _linked(
    value: str | int, report: Report, parts: Sequence[Passage | Figure], sources: list[CellSource]
) -> Datum:
    """``value``, leading to the first of ``parts``: measures, or figures with their sentences."""
    if not parts:
        return value
    first = len(sources)
    for part in parts:
        start, end = part.start, part.end
        if isinstance(part, Figure):
            start, end = sentence_at(report.text, start, end)
        line = report.text.count("\n", 0, part.start) + 1
        sources.append(CellSource(report.name, line, report.text[start:end].strip()))
    return Linked(value, first)


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
