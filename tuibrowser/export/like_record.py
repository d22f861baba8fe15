"""What neighbours write on the same subject, as JSON and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.export.datatable import CellSource, Column, DataTable, Linked
from tuibrowser.export.records import Record
from tuibrowser.insight.like import Like, Telling
from tuibrowser.model.report import Report, short
from tuibrowser.text.linebreak import one_line

_NAMED_WORDS = 15
"""Words that the line below the table names."""

_COLUMNS = (
    Column("本报告表述"),
    Column("单位"),
    Column("年份"),
    Column("特点"),
    Column("同类表述"),
)

Found = tuple[Report, Sequence[Sequence[Like]], Sequence[Telling]]
"""A report, for each of its measures what is like it, and the words that set it apart."""


def like_record(found: Sequence[Found], drafts: set[str]) -> Record:
    """What ``like`` prints; offsets are into the text of the report that is named beside them.

    Args:
        found: What was found of each report.
        drafts: sha256 of those that are in no library.
    """
    return {
        "measures": [
            {
                "report": None if report.sha256 in drafts else short(report.sha256),
                "issuer": report.issuer,
                "year": report.year,
                "start": measure.start,
                "end": measure.end,
                "text": report.slice(measure),
                "like": [_like(it) for it in likes],
            }
            for report, alike, _ in found
            for measure, likes in zip(report.measures, alike, strict=True)
            if likes
        ],
        "words": [
            {"word": it.word, "count": it.times, "elsewhere": it.elsewhere}
            for _, _, words in found
            for it in words
        ],
    }


def like_table(found: Sequence[Found]) -> DataTable:
    """A row for each measure that is like one of the reports; words below."""
    sources: list[CellSource] = []
    rows = []
    for report, alike, _ in found:
        for measure, likes in zip(report.measures, alike, strict=True):
            for it in likes:
                text = one_line(it.report.slice(it.measure))
                line = it.report.text.count("\n", 0, it.measure.start) + 1
                sources.append(CellSource(it.report.name, line, text))
                rows.append(
                    (
                        one_line(report.slice(measure)),
                        it.report.name_parts[0],
                        it.report.year,
                        "、".join(it.why),
                        Linked(text, len(sources) - 1),
                    )
                )
    notes = [
        f"{report.name}特有的词：{'、'.join(it.word for it in words[:_NAMED_WORDS])}"
        for report, _, words in found
        if words
    ]
    return DataTable("同类表述", _COLUMNS, rows, sources, notes)


def _like(it: Like) -> Record:
    report, measure = it.report, it.measure
    return {
        "report": short(report.sha256),
        "issuer": report.issuer,
        "year": report.year,
        "start": measure.start,
        "end": measure.end,
        "text": report.slice(measure),
        "score": it.score,
        "why": list(it.why),
    }
