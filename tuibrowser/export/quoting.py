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

    Before the first heading that is everything up to it, and after the last section the signature.
    """
    index = report.passages[passage].section
    if index is None:
        inside = _outside_sections(report, passage)
    else:
        inside = [
            at
            for at, it in enumerate(report.passages)
            if it.section is not None and is_under(report, it.section, index)
        ]
    blocks = Galley(report).blocks(inside)
    return _quote(report, [(block.start, block.end) for block in blocks], passage)


def _outside_sections(report: Report, passage: int) -> list[int]:
    """``passage`` and what stands with it before, between or after sections, less furniture."""
    passages = report.passages
    first = last = passage
    while first and passages[first - 1].section is None:
        first -= 1
    while last + 1 < len(passages) and passages[last + 1].section is None:
        last += 1
    around = range(first, last + 1)
    return [at for at in around if at == passage or passages[at].role != "furniture"]


def _quote(report: Report, spans: list[tuple[int, int]], passage: int) -> Excerpt:
    lines = (one_line(report.text[start:end]) for start, end in spans)
    source = source_line(report, passage)
    return Excerpt(report.sha256, spans[0][0], spans[-1][1], "\n".join(lines), source)
