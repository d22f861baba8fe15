"""Where it stands what a coverage counts: headings of parts and measures, each once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from tuibrowser.export.datatable import CellSource
from tuibrowser.model.report import Passage, Report, Section
from tuibrowser.model.terms import SECTION_KINDS, SectionKind, Span
from tuibrowser.text.linebreak import one_line

WHOLE = "*"
"""Stands for all themes."""


class Grounds(NamedTuple):
    """What the cells of one report rest on."""

    sources: tuple[CellSource, ...]
    """In text order."""
    first: dict[tuple[str, str], int]
    """By kind and ``"part"``, or theme and ``"measures"`` or ``"figures"``, the number of the first
    of its sources."""


def grounds_of(report: Report, name: str) -> Grounds:
    """What can be pointed at in ``report``, which is called ``name``."""
    pointed = [*_parts(report), *_measures(report)]
    spans = sorted({span for _, span in pointed})
    first: dict[tuple[str, str], int] = {}
    for key, span in pointed:
        first.setdefault(key, bisect_left(spans, span))
    return Grounds(tuple(_sources(report, name, spans)), first)


def _parts(report: Report) -> Iterator[tuple[tuple[str, str], Span]]:
    for kind in SECTION_KINDS:
        span = _part(report, kind)
        if span is not None:
            yield (kind, "part"), span


def _part(report: Report, kind: SectionKind) -> Span | None:
    """The heading of a part, else the first passage of it; what is not there stands nowhere."""
    if report.section_states.get(kind, "none") in ("none", "unclear"):
        return None
    places: list[Section | Passage] = [*report.sections, *report.passages]
    return next(((it.start, it.end) for it in places if it.kind == kind), None)


def _measures(report: Report) -> Iterator[tuple[tuple[str, str], Span]]:
    """Each measure by its themes; one with figures stands for those, too."""
    figures = sorted(figure.start for figure in report.figures)
    for measure in report.measures:
        span = measure.start, measure.end
        at = bisect_left(figures, measure.start)
        counted = ("measures", "figures")[: 1 + (at < len(figures) and figures[at] < measure.end)]
        for what in counted:
            yield from (((theme, what), span) for theme in (WHOLE, *measure.themes))


def _sources(report: Report, name: str, spans: list[Span]) -> Iterator[CellSource]:
    line, done = 1, 0
    for start, end in spans:
        line += report.text.count("\n", done, start)
        done = start
        yield CellSource(name, line, one_line(report.text[start:end].strip()))
