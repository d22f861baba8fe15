"""What other tools read: reports, lists, hits and comparisons as plain dictionaries and as JSON.

Names, their order and what they hold are a contract; tests spell it out. Every ``start``/``end`` is
an offset in code points into the ``text`` of its report, and a ``text`` is exactly that slice. A
``page`` counts from 1 and is null where the format has no pages.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tuibrowser.model.alignment import Alignment, Row
from tuibrowser.model.report import (
    Figure,
    LevelEvidence,
    Passage,
    Place,
    Report,
    ReportEntry,
    Section,
    short,
)
from tuibrowser.model.search import Hit, SearchResult
from tuibrowser.model.terms import LEVELS, SECTION_KINDS, SectionKind
from tuibrowser.text.visible import STEERING

Record = dict[str, Any]

_UNPRINTABLE = re.compile(f"[{STEERING}]")


def write_json(value: Any, *, indent: int | None = 2) -> str:
    """``value`` as JSON with Chinese left readable.

    Whatever could steer a terminal (file names and queries may hold anything) or cannot be encoded
    as UTF-8 is written as ``\\uXXXX``; reading the JSON gives it back unchanged.
    """
    # JSON itself has C0 escaped; the line feeds left are those between its own lines.
    lines = json.dumps(value, ensure_ascii=False, indent=indent).split("\n")
    return "\n".join(it if it.isprintable() else _UNPRINTABLE.sub(_escaped, it) for it in lines)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def report_chunks(
    reports: Iterable[Report], kinds: Sequence[SectionKind] | None = None
) -> Iterator[str]:
    """``{"reports": […]}`` piece by piece, one report a line, so that no library is too large.

    Args:
        reports: In the order of :mod:`tuibrowser.places.order`.
        kinds: Keep only sections, measures and figures of these kinds.
    """
    yield '{"reports": ['
    separator = "\n"
    for report in reports:
        yield separator + write_json(report_record(report, kinds), indent=None)
        separator = ",\n"
    yield "\n]}\n"


def report_record(report: Report, kinds: Sequence[SectionKind] | None = None) -> Record:
    """One report as ``show`` and ``export`` print it; ``kinds`` as in :func:`report_chunks`."""

    def is_wanted(kind: SectionKind | None) -> bool:
        return kinds is None or kind in kinds

    return {
        "file": report.file,
        "sha256": report.sha256,
        "format": report.format,
        "text": report.text,
        "title": report.title,
        "issuer": report.issuer,
        "issuer_kind": report.issuer_kind,
        "year": report.year,
        "date": report.date,
        "published": report.published,
        "place": place_record(report.place),
        "place_evidence": _evidence(report),
        "section_states": {kind: report.section_states[kind] for kind in SECTION_KINDS},
        "doubts": [doubt._asdict() for doubt in report.doubts],
        "corrected": list(report.corrected),
        "sections": [_section(report, part) for part in report.sections if is_wanted(part.kind)],
        "measures": [_measure(report, part) for part in report.measures if is_wanted(part.kind)],
        "figures": [
            _figure(report, part)
            for part in report.figures
            if kinds is None or is_wanted(_kind_at(report, part.start))
        ],
    }


def list_record(
    entries: Iterable[ReportEntry], homes: Mapping[str, Path] = MappingProxyType({})
) -> Record:
    """What ``list`` prints.

    Args:
        entries: The reports.
        homes: By sha256 the library that each is read from, where there are several.
    """
    return {
        "reports": [
            {
                "issuer": entry.issuer,
                "issuer_kind": entry.issuer_kind,
                "year": entry.year,
                "title": entry.title,
                "place": place_record(entry.place),
                "sha256": entry.sha256,
                "file": entry.file,
            }
            | ({"library": str(homes[entry.sha256].absolute())} if homes else {})
            for entry in entries
        ]
    }


def search_record(result: SearchResult) -> Record:
    """What ``search`` prints."""
    return {
        "query": result.query,
        "hits": [hit_record(hit) for hit in result.hits],
        "total": result.total,
        "total_exact": result.total_exact,
        "elapsed_ms": round(result.elapsed_ms, 3),
    }


def hit_record(hit: Hit) -> Record:
    """One hit; ``spans`` are relative to its ``text``, ``report`` is the start of a sha256."""
    passage = hit.passage
    return {
        "issuer": passage.issuer,
        "year": passage.year,
        "title": passage.title,
        "role": passage.role,
        "section_kind": passage.section_kind,
        "heading": passage.heading,
        "text": passage.text,
        "spans": [list(span) for span in hit.spans],
        "how": hit.how,
        "score": hit.score,
        "report": short(passage.report),
        "start": passage.start,
        "end": passage.end,
    }


def comparison_record(alignment: Alignment) -> Record:
    """What ``compare`` prints: the rows that hold a measure, cells in the order of ``reports``.

    ``also`` names a report by its sha256, as ``reports`` does. Where the reports are years, each
    row has ``change``: what became of it by the latest report that has it or lacks it since the
    one before; a new measure has ``perhaps`` where it may go on from one of the year before.
    ``limits`` is there only where something kept the comparison from being thorough.
    """
    record: Record = {
        "reports": [
            {"issuer": report.issuer, "year": report.year, "sha256": report.sha256}
            for report in alignment.reports
        ],
        "rows": [
            _row(alignment, row, cells)
            for row in alignment.rows
            if any(
                cells := [
                    _measures_cell(report, row, number)
                    for number, report in enumerate(alignment.reports)
                ]
            )
        ],
    }
    if alignment.limits:
        record["limits"] = list(alignment.limits)
    return record


def _row(alignment: Alignment, row: Row, cells: list[Record | None]) -> Record:
    record = {
        "section_kind": row.section_kind,
        "theme": row.theme,
        "strength": row.strength,
        "cells": cells,
        "also": [
            {
                "report": report.sha256,
                **_stretch(report, report.passages[also.passage]),
                "strength": also.strength,
            }
            for also in row.also
            for report in (alignment.reports[also.report],)
        ],
    }
    if row.changes:
        record["change"] = next((change for change in reversed(row.changes) if change), None)
    return record


def _measures_cell(report: Report, row: Row, number: int) -> Record | None:
    cell = row.cells[number]
    perhaps = row.perhaps[number] if row.perhaps else None
    parts = [report.passages[index] for index in cell.passages]
    attached = dict(cell.attached)
    measures = [
        _stretch(report, part) | ({"attached": attached[index]} if index in attached else {})
        for index, part in zip(cell.passages, parts, strict=True)
        if part.role == "measure"
    ]
    if measures and perhaps is not None:
        measures[0]["perhaps"] = perhaps._asdict()
    return {"measures": measures} if measures else None


def _stretch(report: Report, part: Passage) -> Record:
    return {"text": report.slice(part), "start": part.start, "end": part.end}


def _evidence(report: Report) -> Record:
    nothing = LevelEvidence("unknown", None)
    return {level: report.place_evidence.get(level, nothing)._asdict() for level in LEVELS}


def place_record(place: Place) -> Record:
    """The levels of ``place``, those that are not known as ``None``."""
    return {
        "province": place.province,
        "city": place.city,
        "county": place.county,
        "township": place.township,
    }


def _section(report: Report, section: Section) -> Record:
    return {
        "level": section.level,
        "title": section.title,
        "marker": section.marker,
        "kind": section.kind,
        "themes": list(section.themes),
        "line": section.line,
        "page": report.hints.page(section.start),
        "start": section.start,
        "end": section.end,
    }


def _measure(report: Report, measure: Passage) -> Record:
    return {
        "text": report.slice(measure),
        "section_kind": measure.kind,
        "heading": report.heading_of(measure),
        "themes": list(measure.themes),
        "page": report.hints.page(measure.start),
        "start": measure.start,
        "end": measure.end,
    }


def _figure(report: Report, figure: Figure) -> Record:
    return {
        "value": figure.value,
        "value_to": figure.value_to,
        "unit": figure.unit,
        "hedge": figure.hedge,
        "text": report.slice(figure),
        "noun": figure.noun,
        "period": figure.period,
        "indicator": figure.indicator,
        "role": figure.role,
        "start": figure.start,
        "end": figure.end,
    }


def _kind_at(report: Report, offset: int) -> SectionKind | None:
    # Passages are in the order of the text.
    at = bisect_right(report.passages, offset, key=lambda part: part.start) - 1
    return report.passages[at].kind if at >= 0 and offset < report.passages[at].end else None
