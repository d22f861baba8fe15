"""Reports as rows and rows as reports, both ways in one place.

The tuples follow the columns of ``db/migrations``; several themes stand in one column, ids
separated by a space.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from tuibrowser.model.report import Figure, Passage, Place, Report, ReportEntry, Section
from tuibrowser.model.terms import SECTION_KINDS

Row = Sequence[Any]

ENTRY_COLUMNS: Final = (
    "sha256, issuer, issuer_kind, year, title, province, city, county, township, file, is_report"
)
REPORT_COLUMNS: Final = f"{ENTRY_COLUMNS}, date, published, text, word_starts"
SECTION_COLUMNS: Final = 'level, title, marker, kind, themes, line, start, "end"'
PASSAGE_COLUMNS: Final = 'role, start, "end", section, kind, themes'
FIGURE_COLUMNS: Final = 'value, unit, hedge, noun, period, start, "end"'

_LARGEST_INTEGER: Final = 2**63 - 1
_WORDS: Final = 4_096
"""Roles, kinds, units, nouns and the like that are remembered."""


def report_row(report: Report) -> dict[str, Any]:
    """Columns of ``report`` that come from the report itself."""
    return {
        "sha256": report.sha256,
        "file": storable(report.file),
        "is_report": int(report.is_report),
        "title": report.title,
        "issuer": report.issuer,
        "issuer_kind": report.issuer_kind,
        "year": report.year,
        "date": report.date,
        "published": report.published,
        "province": report.place.province,
        "city": report.place.city,
        "county": report.place.county,
        "township": report.place.township,
        "text": report.text,
    }


def storable(name: str) -> str:
    """A file's name as text, where its bytes are GBK, as after unpacking a Windows archive."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "backslashreplace")
    return name


def section_rows(report: Report, report_id: int) -> list[dict[str, Any]]:
    """Rows of ``section``, numbered in text order from 0."""
    return [
        {
            "report": report_id,
            "number": number,
            "level": section.level,
            "title": section.title,
            "marker": section.marker,
            "kind": section.kind,
            "themes": " ".join(section.themes),
            "line": section.line,
            "start": section.start,
            "end": section.end,
        }
        for number, section in enumerate(report.sections)
    ]


def state_rows(report: Report, report_id: int) -> list[dict[str, Any]]:
    """Rows of ``section_state``."""
    return [
        {"report": report_id, "kind": kind, "state": state}
        for kind, state in report.section_states.items()
    ]


def figure_rows(report: Report, report_id: int) -> list[dict[str, Any]]:
    """Rows of ``figure``, numbered in text order from 0."""
    return [
        {
            "report": report_id,
            "number": number,
            # Digits run together can stand for more than SQLite's integers hold.
            "value": figure.value if abs(figure.value) <= _LARGEST_INTEGER else float(figure.value),
            "unit": figure.unit,
            "hedge": figure.hedge,
            "noun": figure.noun,
            "period": figure.period,
            "start": figure.start,
            "end": figure.end,
        }
        for number, figure in enumerate(report.figures)
    ]


def passage_row(passage: Passage, passage_id: int, report_id: int) -> Row:
    """``id``, ``report`` and ``PASSAGE_COLUMNS`` of one passage."""
    themes = " ".join(passage.themes)
    return (
        passage_id,
        report_id,
        passage.role,
        passage.start,
        passage.end,
        passage.section,
        passage.kind,
        themes,
    )


def entry(row: Row, number: int) -> ReportEntry:
    """From ``ENTRY_COLUMNS``."""
    sha256, issuer, issuer_kind, year, title, province, city, county, township, file, is_report = (
        row
    )
    return ReportEntry(
        sha256=sha256,
        issuer=issuer,
        issuer_kind=issuer_kind,
        year=year,
        title=title,
        place=Place(province, city, county, township),
        file=file,
        is_report=bool(is_report),
        number=number,
    )


def passage(row: Row) -> Passage:
    """From ``PASSAGE_COLUMNS``."""
    role, start, end, section, kind, themes = row
    return Passage(_one(role), start, end, section, _one(kind), _split(themes))


def report(
    row: Row,
    states: Iterable[Row],
    sections: Iterable[Row],
    passages: Iterable[Row],
    figures: Iterable[Row],
) -> Report:
    """From ``REPORT_COLUMNS`` and the rows of each part, in text order."""
    *common, date, published, text, word_starts = row
    head = entry(common, number=1)
    state_of = {row[0]: row[1] for row in states}
    return Report(
        sha256=head.sha256,
        file=head.file,
        text=text,
        is_report=head.is_report,
        title=head.title,
        issuer=head.issuer,
        issuer_kind=head.issuer_kind,
        year=head.year,
        date=date,
        published=published,
        place=head.place,
        section_states={kind: state_of[kind] for kind in SECTION_KINDS if kind in state_of},
        sections=tuple(map(_section, sections)),
        passages=tuple(map(passage, passages)),
        figures=tuple(map(_figure, figures)),
        word_starts=word_starts,
    )


def _section(row: Row) -> Section:
    level, title, marker, kind, themes, line, start, end = row
    return Section(level, title, marker, _one(kind), _split(themes), line, start, end)


def _figure(row: Row) -> Figure:
    value, unit, hedge, noun, period, start, end = row
    return Figure(value, _one(unit), _one(hedge), _one(noun), _one(period), start, end)


@lru_cache(_WORDS)
def _one(word: Any) -> Any:
    """``word`` itself, the same object wherever it stands: there are few of them, and thousands of
    rows."""
    return word


@lru_cache(_WORDS)
def _split(themes: str) -> tuple[str, ...]:
    return tuple(themes.split())


def path_text(path: Path) -> str:
    """An absolute path as text; bytes that are no UTF-8, as in names from GBK systems, escaped."""
    return os.fsencode(os.path.abspath(path)).decode("utf-8", "backslashreplace")
