"""Passages as they are handed on: whole paragraphs, with the line that says where they stand."""

from __future__ import annotations

from tuibrowser.export.sources import is_under, source_line
from tuibrowser.layout.galley import Galley
from tuibrowser.model.kept import Excerpt
from tuibrowser.model.report import Report
from tuibrowser.text.linebreak import one_line


def paragraph(report: Report, passage: int) -> Excerpt:
    """The paragraph that ``passage`` (an index) stands in."""
    start = report.passages[passage].start
    blocks = Galley(report).blocks(range(len(report.passages)))
    block = next(block for block in blocks if block.start <= start < block.end)
    return _quote(report, [(block.start, block.end)], passage)


def section(report: Report, passage: int) -> Excerpt:
    """The section that ``passage`` (an index) stands in, heading and all.

    Before the first heading that is everything up to it.
    """
    passages = report.passages
    index = passages[passage].section
    inside = []
    for at, candidate in enumerate(passages):
        if index is None:
            belongs = candidate.section is None and candidate.role != "furniture"
        else:
            belongs = candidate.section is not None and is_under(report, candidate.section, index)
        if belongs:
            inside.append(at)
    blocks = Galley(report).blocks(inside)
    return _quote(report, [(block.start, block.end) for block in blocks], passage)


def _quote(report: Report, spans: list[tuple[int, int]], passage: int) -> Excerpt:
    lines = (one_line(report.text[start:end]) for start, end in spans)
    source = source_line(report, passage)
    return Excerpt(report.sha256, spans[0][0], spans[-1][1], "\n".join(lines), source)
