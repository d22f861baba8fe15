"""Passages as they are handed on: whole paragraphs, with the line that says where they stand."""

from __future__ import annotations

from tuibrowser.layout.galley import Galley
from tuibrowser.model import Report
from tuibrowser.text.linebreak import join_wraps
from tuibrowser.tui.naming import source_line


def paragraph(report: Report, passage: int) -> str:
    """The paragraph that ``passage`` (an index) stands in, with its source line."""
    start = report.passages[passage].start
    blocks = Galley(report).blocks(range(len(report.passages)))
    block = next(block for block in blocks if block.start <= start < block.end)
    return _quote(report, [report.text[block.start : block.end]], passage)


def section(report: Report, passage: int) -> str:
    """The section that ``passage`` (an index) stands in, heading and all, with its source line.

    Before the first heading that is everything up to it.
    """
    passages = report.passages
    index = passages[passage].section
    inside = []
    for at, candidate in enumerate(passages):
        if index is None:
            belongs = candidate.section is None and candidate.role != "furniture"
        else:
            belongs = candidate.section is not None and _is_under(report, candidate.section, index)
        if belongs:
            inside.append(at)
    texts = [report.text[block.start : block.end] for block in Galley(report).blocks(inside)]
    return _quote(report, texts, passage)


def _is_under(report: Report, section: int, above: int) -> bool:
    level = report.sections[above].level
    return section == above or (
        section > above
        and all(between.level > level for between in report.sections[above + 1 : section + 1])
    )


def _quote(report: Report, texts: list[str], passage: int) -> str:
    paragraphs = [join_wraps(text).replace("\n", "") for text in texts]
    return "\n".join([*paragraphs, f"（{source_line(report, passage)}）"])
