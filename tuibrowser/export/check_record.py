"""What ``check`` finds, as data and as a table that is read beside the report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tuibrowser.export.datatable import Column, DataTable
from tuibrowser.export.records import Record
from tuibrowser.export.sources import clause_at
from tuibrowser.insight.checks.finding import LABELS, Finding, Quote
from tuibrowser.model.report import Report, short
from tuibrowser.text.cellwidth import shorten
from tuibrowser.text.linebreak import one_line

_COLUMNS = (
    Column("报告"),
    Column("种类"),
    Column("批注"),
    Column("行", is_number=True),
    Column("原文"),
    Column("另见"),
)
_NARROW = (Column("报告"), Column("行", is_number=True), Column("批注"), Column("原文"))
"""Those where eighty cells are to hold them: a remark says of which kind it is."""
_SHOWN = 60
"""Cells of a sentence that a line of a terminal shows."""
_FEW = 8
"""Characters: 2023年, 全街道 or 22名 alone stand in many places."""
_SEEN = 3
"""Other reports' passages that one row names."""

Reviewed = tuple[Report, Sequence[Finding]]


def check_record(reviewed: Iterable[Reviewed], drafts: Collection[str]) -> Record:
    """What ``check`` prints.

    Args:
        reviewed: Each report with what was found.
        drafts: sha256 of the reports that are in no library; their ``report`` is null.
    """
    return {
        "findings": [
            {
                "kind": finding.kind,
                "says": finding.says,
                "passages": [_passage(quote, drafts) for quote in finding.quotes],
            }
            for _, findings in reviewed
            for finding in findings
        ]
    }


def check_table(reviewed: Iterable[Reviewed], *, is_short: bool) -> DataTable:
    """The findings, a row each, beside the words that they rest on.

    Args:
        reviewed: Each report with what was found.
        is_short: Whether long words are cut, as for a terminal.
    """
    rows = [_row(report, finding, is_short) for report, them in reviewed for finding in them]
    if not rows:
        return DataTable("核对意见", _COLUMNS, rows, notes=("没有需要核对之处。",))
    narrow = DataTable("", _NARROW, [*map(_narrowed, rows)]) if is_short else None
    return DataTable("核对意见", _COLUMNS, rows, narrow=narrow)


def _passage(quote: Quote, drafts: Collection[str]) -> Record:
    sha256 = quote.report.sha256
    return {
        "report": None if sha256 in drafts else short(sha256),
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
    }


def _row(report: Report, finding: Finding, is_short: bool) -> list[str | int | None]:
    own = [it for it in finding.quotes if it.report is report]
    others = [it for it in finding.quotes if it.report is not report]
    words = "／".join(dict.fromkeys(map(_in_words, own)))
    seen = "；".join(f"{one_line(it.report.name)}第{_line(it)}行" for it in others[:_SEEN])
    if len(others) > _SEEN:
        seen += f"等{len(others)}处"
    return [
        one_line(report.name),
        LABELS[finding.kind],
        one_line(finding.says),
        _line(own[0]) if own else None,
        shorten(words, _SHOWN) if is_short else words,
        seen,
    ]


def _narrowed(row: Sequence[str | int | None]) -> list[str | int | None]:
    name, _, says, line, words, seen = row
    return [name, line, f"{says}（见{seen}）" if seen else says, words]


def _in_words(quote: Quote) -> str:
    """The words; of a few the clause around them, which can be looked up in the document."""
    start, end = quote.start, quote.end
    if end - start < _FEW:
        start, end = clause_at(quote.report.text, start, end)
    return one_line(quote.report.text[start:end])


def _line(quote: Quote) -> int:
    """The line of the report's text that the words begin on, from 1."""
    return quote.report.text.count("\n", 0, quote.start) + 1
