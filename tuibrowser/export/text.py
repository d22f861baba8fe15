"""Reports as plain text: one of them, or several side by side as the compare screen draws them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from tuibrowser.compare.align import align
from tuibrowser.correcting.wording import names_said
from tuibrowser.export.headings import report_names, row_headings
from tuibrowser.export.tables import place_name
from tuibrowser.layout.galley import Galley
from tuibrowser.layout.grid import Grid, lay_out
from tuibrowser.layout.notes import section_note
from tuibrowser.lexicon.labels import KIND_WORDS, STATE_LABELS
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report, short
from tuibrowser.model.terms import SectionKind
from tuibrowser.text.cellwidth import cells, fill
from tuibrowser.text.linebreak import MeasuredParagraph, broken
from tuibrowser.text.visible import visible

# ASCII: a box-drawing rule takes two cells on terminals set up for old Chinese programs.
_RULE = " | "

_NARROWEST = 22
"""Cells of a pane: eleven Chinese characters a line can just be read."""


def comparison_text(alignment: Alignment, width: int, drafts: Collection[str] = ()) -> str:
    """Reports side by side in ``width`` columns, those that ``drafts`` are called so.

    Where they do not fit side by side, they follow in groups of equal size, one below the other.
    """
    count = len(alignment.reports)
    most = max(1, (width + len(_RULE)) // (_NARROWEST + len(_RULE)))
    groups = -(-count // most)
    size = -(-count // groups) if groups else 1
    parts = [
        _side_by_side(alignment, range(first, min(first + size, count)), width, drafts)
        for first in range(0, count, size)
    ]
    return "\n\n".join(parts)


def report_text(
    report: Report, kinds: Sequence[SectionKind] | None = None, width: int | None = None
) -> str:
    """One report, whole or the sections of ``kinds`` alone.

    Args:
        report: A report, or a file that is none: then its text.
        kinds: Which sections; the whole report if ``None``.
        width: Columns to break lines at; ``None`` gives a line a paragraph.
    """
    galley = Galley(report)
    if kinds is None:
        everything = range(len(report.passages))
        facts = (line for fact in _facts(report) for line in _lines(fact, width))
        return "\n".join((*facts, "", *_paragraphs(galley, everything, width)))
    lines = _lines(visible(report_names([report])[0]), width)
    for row in align([report], "section").rows:
        kind = row.section_kind
        if kind is not None and kind in kinds:
            note = section_note(report, kind, row.cells[0])
            lines += ["", *(_lines(note, width) if note else ())]
            lines += _paragraphs(galley, row.cells[0].passages, width)
    return "\n".join(lines)


def _side_by_side(
    alignment: Alignment, columns: Sequence[int], width: int, drafts: Collection[str]
) -> str:
    count = len(columns)
    room = (width - len(_RULE) * (count - 1)) // count
    grid = lay_out(alignment, [room] * count, only=columns)
    every = report_names(alignment.reports, drafts)
    # Whole: the year stands at the end, and of two texts of one year the file.
    names = (broken(visible(every[column]), room) for column in columns)
    heads = zip_longest(*names, fillvalue="")
    lines = [_RULE.join(fill(it, room) for it in head).rstrip() for head in heads]
    lines.append("=" * width)
    headings = row_headings(alignment)
    current = -1
    for at in range(grid.height):
        row = grid.row_at(at)
        if row != current and (current < 0 or headings[row] != headings[current]):
            *above, last = broken(f"-- {headings[row]} --", width)
            lines += [*above, last + "-" * (width - cells(last))]
        current = row
        lines.append(_line(grid, at))
    return "\n".join(lines)


def _line(grid: Grid, at: int) -> str:
    texts = (
        fill(" " * lines[at].indent + grid.text(pane, at), grid.widths[pane])
        for pane, lines in enumerate(grid.panes)
    )
    return _RULE.join(texts).rstrip()


def _facts(report: Report) -> Iterator[str]:
    """What was understood of the report as a whole, as far as it was."""
    facts = (
        ("issuer", "报告单位", report.issuer),
        ("year", "年份", report.year),
        ("place", "行政区划", place_name(report.place)),
        ("date", "成文日期", report.date),
        ("published", "发布日期", report.published),
        ("", "文件", f"{report.file}（sha256 {short(report.sha256)}）"),
    )
    for key, name, value in facts:
        if value:
            yield visible(f"{name}：{value}{'（已更正）' if key in report.corrected else ''}")
    said = {key for key, _, value in facts if value}
    if others := [name for name in report.corrected if name not in said]:
        yield f"另有更正：{names_said(others)}"
    yield from (visible(f"存疑：{doubt.says}") for doubt in report.doubts)
    if report.is_report:
        states = report.section_states.items()
        yield "规定内容：" + " · ".join(
            f"{KIND_WORDS[kind]} {STATE_LABELS[state]}" for kind, state in states
        )
    else:
        yield "看不出是法治政府建设年度报告，按原文显示"


def _lines(text: str, width: int | None) -> list[str]:
    return [text] if width is None else broken(text, width)


def _paragraphs(galley: Galley, passages: Sequence[int], width: int | None) -> Iterator[str]:
    """The passages a line a paragraph, or broken at ``width``; a blank line above headings."""
    first = True
    for block in galley.blocks(passages):
        if block.role == "heading" and not first:
            yield ""
        first = False
        paragraph: MeasuredParagraph = galley.paragraph(block)
        spans = [(0, len(paragraph.shown))] if width is None else paragraph.lines(width)
        yield from (paragraph.shown[start:end].replace("\n", "") for start, end in spans)
