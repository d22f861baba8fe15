"""Reports as rows and rows as reports, both ways in one place.

The tuples follow the columns of ``db/migrations``; several themes stand in one column, ids
separated by a space.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from tuibrowser.files import name_as_text
from tuibrowser.model.report import (
    LevelEvidence,
    Passage,
    Place,
    Report,
    ReportEntry,
    Section,
)
from tuibrowser.model.terms import SECTION_KINDS
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.bitmap import fitting
from tuibrowser.store.rows.columns import Row, conform
from tuibrowser.store.rows.extents import KIND
from tuibrowser.store.rows.figures import figures
from tuibrowser.store.rows.provenance import Provenance, provenance
from tuibrowser.store.rows.whole import are_numbered, require, require_within, tile

ENTRY_COLUMNS: Final = (
    "sha256, issuer, issuer_kind, year, title, province, city, county, township, file, is_report"
)
REPORT_COLUMNS: Final = f"{ENTRY_COLUMNS}, date, published, text, word_starts"
SECTION_COLUMNS: Final = 'number, level, title, marker, kind, themes, line, start, "end"'
PASSAGE_COLUMNS: Final = f'p.role, p.start, p."end", p.section, {KIND}, p.themes'
STATE_COLUMNS: Final = "kind, state"
EVIDENCE_COLUMNS: Final = "level, state, words"

_ENTRY_RULES: Final = (
    columns.sha256,
    columns.text_or_none,
    columns.issuer_kind,
    columns.year,
    *(columns.text_or_none,) * 5,
    columns.text,
    columns.boolean,
)
_REPORT_RULES: Final = (
    *_ENTRY_RULES,
    columns.text_or_none,
    columns.text_or_none,
    columns.text,
    columns.blob_or_none,
)
_SECTION_RULES: Final = (
    columns.whole,
    columns.level,
    columns.text,
    columns.text_or_none,
    columns.kind_or_none,
    columns.themes,
    columns.line,
    columns.offset,
    columns.offset,
)
_PASSAGE_RULES: Final = (
    columns.role,
    columns.offset,
    columns.offset,
    columns.section_number,
    columns.kind_or_none,
    columns.themes,
)
_STATE_RULES: Final = (columns.kind, columns.state)
_EVIDENCE_RULES: Final = (columns.place_level, columns.level_state, columns.text_or_none)


def report_row(report: Report) -> dict[str, Any]:
    """Columns of ``report`` that come from the report itself."""
    return {
        "sha256": report.sha256,
        "file": name_as_text(report.file),
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


def evidence_rows(report: Report, report_id: int) -> list[dict[str, Any]]:
    """Rows of ``place_evidence``."""
    return [
        {"report": report_id, "level": level, "state": known.state, "words": known.words}
        for level, known in report.place_evidence.items()
    ]


def passage_row(report: Report, passage: Passage, passage_id: int, report_id: int) -> Row:
    """The row of one passage of ``report``; its kind only where that is not its section's."""
    themes = " ".join(passage.themes)
    of_section = None if passage.section is None else report.sections[passage.section].kind
    own_kind = None if passage.kind == of_section else passage.kind or ""
    return (
        passage_id,
        report_id,
        passage.role,
        passage.start,
        passage.end,
        passage.section,
        own_kind,
        themes,
    )


def entries(rows: Sequence[Row]) -> list[ReportEntry]:
    """From ``ENTRY_COLUMNS``, each with a number after them.

    Raises:
        Malformed: a row is none of an entry.
    """
    require(conform(rows, (*_ENTRY_RULES, columns.whole)))
    return [_entry(columns, number) for *columns, number in rows]


def _entry(row: Row, number: int) -> ReportEntry:
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


def passages(rows: Sequence[Row], text: str) -> list[Passage]:
    """From ``PASSAGE_COLUMNS``, in any order.

    Raises:
        Malformed: a row is none of a passage of ``text``.
    """
    require(conform(rows, _PASSAGE_RULES))
    found = [
        Passage(columns.one(role), start, end, section, columns.one(kind), _split(themes))
        for role, start, end, section, kind, themes in rows
    ]
    require_within(found, text)
    return found


def report(
    row: Row,
    states: Sequence[Row],
    sections: Sequence[Row],
    passage_rows: Sequence[Row],
    figure_rows: Sequence[Row],
    origin: tuple[Row, Sequence[Row]] | None = None,
    evidence: Sequence[Row] = (),
) -> Report:
    """From ``REPORT_COLUMNS`` and the rows of each part, in text order.

    ``origin`` is the row of ``provenance`` and those of ``doubt``, where there are any.

    A row that is missing, or that damage made one of another report, is as bad as one that is
    wrong: what is left would say that a township did not report on something.

    Raises:
        Malformed: the rows are none of a report, or not all of them.
    """
    require(conform([row], _REPORT_RULES))
    require(conform(states, _STATE_RULES))
    require(conform(sections, _SECTION_RULES))
    require(conform(evidence, _EVIDENCE_RULES))
    *common, date, published, text, word_starts = row
    head = _entry(common, number=1)
    state_of = {row[0]: row[1] for row in states}
    known = Provenance() if origin is None else provenance(*origin, len(text))
    require(state_of.keys() == set(SECTION_KINDS))
    require(are_numbered(sections))
    made = Report(
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
        section_states={kind: state_of[kind] for kind in SECTION_KINDS},
        sections=tuple(map(_section, sections)),
        passages=tuple(passages(passage_rows, text)),
        figures=figures(figure_rows, text),
        place_evidence={level: LevelEvidence(*known) for level, *known in evidence},
        word_starts=fitting(word_starts, text),
        **known._asdict(),
    )
    require_within(made.sections, text)
    require(tile(made.passages, text))
    numbers = [passage.section for passage in made.passages if passage.section is not None]
    require(max(numbers, default=-1) < len(sections))
    return made


def _section(row: Row) -> Section:
    _, level, title, marker, kind, themes, line, start, end = row
    return Section(level, title, marker, columns.one(kind), _split(themes), line, start, end)


@lru_cache(columns.WORDS)
def _split(themes: str) -> tuple[str, ...]:
    return tuple(themes.split())
