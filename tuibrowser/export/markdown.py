"""A comparison as Markdown: one table a section, for a memo, a wiki or a merge request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from tuibrowser.export.headings import report_names, row_headings
from tuibrowser.export.visible import visible
from tuibrowser.layout.galley import Galley
from tuibrowser.layout.notes import section_note
from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.model import Alignment, Report, Row, SectionKind

_SYNTAX: Final = re.compile(r"[\\`*_\[\]<>|~&$]")
"""What means something within a line or a table cell; a backslash takes that away (CommonMark 0.31,
2.4; GFM 4.10 for ``|``). Marks that only count at the start of a line never stand there."""


def comparison_markdown(alignment: Alignment) -> str:
    """``alignment`` as one table a section, a column a report, a row a theme."""
    names = [escape(visible(name)) for name in report_names(alignment.reports)]
    writer = _CellWriter(alignment.reports)
    parts = [f"# 对照表：{'、'.join(names)}"]
    rows = zip(row_headings(alignment), alignment.rows, strict=True)
    for heading, group in groupby(rows, key=lambda pair: pair[0]):
        lines = [_row(("工作领域", *names)), _row(["---"] * (len(names) + 1))]
        lines += (_row((_theme(row), *writer.cells(row))) for _, row in group)
        parts += [f"## {heading}", "\n".join(lines)]
    return "\n\n".join(parts)


def escape(text: str) -> str:
    """``text`` so that Markdown shows it as it is."""
    return _SYNTAX.sub(r"\\\g<0>", text)


class _CellWriter:
    """Writes the cells of one comparison; says once a section why a report lacks it."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._galleys = [Galley(report) for report in reports]
        self._told: set[tuple[int, SectionKind]] = set()

    def cells(self, row: Row) -> Iterator[str]:
        """The cells of ``row`` from left to right."""
        for number, (galley, cell) in enumerate(zip(self._galleys, row.cells, strict=True)):
            parts = []
            kind = row.section_kind
            if kind is not None and (number, kind) not in self._told:
                note = section_note(galley.report, kind, cell)
                if note is not None:
                    self._told.add((number, kind))
                    parts.append(f"（{escape(note)}）")
            for block in galley.blocks(cell.passages):
                text = escape(galley.paragraph(block).shown.replace("\n", "").strip())
                parts.append(f"**{text}**" if block.role == "heading" else text)
            yield "<br>".join(parts)


def _theme(row: Row) -> str:
    return "" if row.theme is None else THEME_LABELS.get(row.theme, row.theme)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
