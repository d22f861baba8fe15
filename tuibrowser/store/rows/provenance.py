"""Where texts came from, as rows: format, reader, what the file said beside the words, doubts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Any, Final, NamedTuple

from tuibrowser.model.document import Hints, Stated, TableCell
from tuibrowser.model.report import Doubt, Report
from tuibrowser.model.terms import YearSource
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, conform
from tuibrowser.store.rows.whole import require

_FIRST_PROVENANCE_COLUMNS: Final = (
    "format, reader, title, issuer, published, site, corrected, pages, headings, cells"
)
_FIRST_WITH_YEAR_SOURCE: Final = 12
"""The schema that brought ``year_source`` and ``year_folder``; what is taken over from an older
library has its year of a folder no more."""
DOUBT_COLUMNS: Final = 'kind, says, start, "end"'
LEARNT: Final = "本单位另一份报告："
"""Begins the words of a place that another report of the issuer told."""
ELSEWHERE: Final = f"{LEARNT}在另一个报告库中"
"""Words of a place that a report of another library told."""
BY_FOLDER: Final = "所在文件夹："
"""Begins the words of a place that the name of its folder told."""
BY_SETTLED: Final = "文件夹已定："
"""Begins the words of a place that a person settled for all that lies in a folder."""
BY_NEIGHBOURS: Final = "同一文件夹的其他报告："
"""Begins the words of a place that the other reports in its folder told."""
BY_ROSTER: Final = "应报单位名册："
"""Begins the words of a place that a roster told which somebody gave to ``index``."""
TOLD: Final = " OR ".join(
    f"substr(words, 1, {len(it)}) = '{it}'"
    for it in (LEARNT, BY_FOLDER, BY_SETTLED, BY_NEIGHBOURS, BY_ROSTER)
)
"""Of a row of ``place_evidence``: that something beside the report told it."""
UNSETTLED: Final = (
    "(d.kind <> 'place' OR NOT EXISTS (SELECT 1 FROM place_evidence AS e"
    f" WHERE e.report = d.report AND ({TOLD})))"
)
"""Of a row ``d`` of ``doubt``: that no other report has told what it doubts."""

_PROVENANCE_RULES: Final = (
    columns.text,
    columns.whole,
    *(columns.text_or_none,) * 4,
    *(columns.text,) * 4,
    columns.year_source,
    columns.text_or_none,
)
_DOUBT_RULES: Final = (
    columns.text,
    columns.text,
    columns.offset_or_none,
    columns.offset_or_none,
)
DOUBTS_RULES: Final = (columns.sha256, columns.text, columns.text, *_DOUBT_RULES)
"""Of a report's name, its format and pages, and ``DOUBT_COLUMNS``."""

_DIGITS: Final = 10
"""Of a number; more are no offset into any text."""


class Provenance(NamedTuple):
    """The fields of a :class:`Report` that say where it came from, as they are called there."""

    format: str = "txt"
    reader: int = 0
    hints: Hints = Hints()
    stated: Stated = Stated()
    doubts: tuple[Doubt, ...] = ()
    corrected: tuple[str, ...] = ()
    year_source: YearSource | None = None
    year_folder: str | None = None


def provenance_columns(schema: int) -> str:
    """The columns of ``provenance``; null for those that a library of ``schema`` does not have."""
    later = "year_source, year_folder" if schema >= _FIRST_WITH_YEAR_SOURCE else "NULL, NULL"
    return f"{_FIRST_PROVENANCE_COLUMNS}, {later}"


def provenance_row(report: Report) -> dict[str, Any]:
    """Columns of ``provenance`` that come from the report itself; not ``reader``."""
    hints, stated = report.hints, report.stated
    return {
        "format": report.format,
        "title": stated.title,
        "issuer": stated.issuer,
        "published": stated.published,
        "site": stated.site,
        "corrected": " ".join(report.corrected),
        "pages": _joined(hints.pages),
        "headings": _joined(chain.from_iterable(hints.headings)),
        "cells": _joined(chain.from_iterable(hints.cells)),
        "year_source": report.year_source,
        "year_folder": report.year_folder,
    }


def doubt_rows(report: Report, report_id: int) -> list[dict[str, Any]]:
    """Rows of ``doubt``, numbered from 0."""
    return [
        {"report": report_id, "number": number, **doubt._asdict()}
        for number, doubt in enumerate(report.doubts)
    ]


def provenance(row: Row, doubts: Sequence[Row], length: int) -> Provenance:
    """From :func:`provenance_columns` and ``DOUBT_COLUMNS`` of a text of ``length`` characters.

    Raises:
        Malformed: the rows are none of such a text.
    """
    require(conform([row], _PROVENANCE_RULES) and conform(doubts, _DOUBT_RULES))
    format_, reader, title, issuer, published, site, corrected, *numbers, source, folder = row
    pages, headings, cells = numbers
    made = Provenance(
        format_,
        reader,
        Hints(
            _numbers(pages),
            tuple(_headings(headings)),
            tuple(map(TableCell._make, _groups(cells, 5))),
        ),
        Stated(title, issuer, published, site),
        tuple(Doubt(*doubt) for doubt in doubts),
        tuple(corrected.split()),
        source,
        folder,
    )
    hints = made.hints
    require(all(one <= other for one, other in pairwise((0, *hints.pages, length))))
    require(all(start <= length and 0 < level < 100 for start, level in hints.headings))
    require(all(cell.start <= cell.end <= length for cell in hints.cells))
    for doubt in made.doubts:
        require((doubt.start is None) == (doubt.end is None))
        require((doubt.start or 0) <= (doubt.end or 0) <= length)
    return made


def doubt_at(row: Row, pages: str) -> tuple[Doubt, int | None]:
    """From ``DOUBT_COLUMNS``, and the page on which it is seen.

    Raises:
        Malformed: ``pages`` are none.
    """
    doubt = Doubt(*row)
    page = None if doubt.start is None else Hints(_numbers(pages)).page(doubt.start)
    return doubt, page


def _joined(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _numbers(text: str) -> tuple[int, ...]:
    words = text.split()
    require(all(it.isascii() and it.isdigit() and len(it) <= _DIGITS for it in words))
    return tuple(map(int, words))


def _headings(text: str) -> Iterable[tuple[int, int]]:
    return ((start, level) for start, level in _groups(text, 2))


def _groups(text: str, size: int) -> list[tuple[int, ...]]:
    numbers = _numbers(text)
    require(len(numbers) % size == 0)
    return [numbers[at : at + size] for at in range(0, len(numbers), size)]
