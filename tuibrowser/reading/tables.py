"""Rows of tables as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tuibrowser.reading.extract import Paragraph

Cells = list[list[Paragraph]]
"""A row: of each cell its paragraphs."""

LONGEST_CELL: Final = 60
"""Characters of a cell in a table of data; longer ones are prose in a layout."""


def rows_as_lines(cells: Cells) -> Iterator[Paragraph]:
    """A row of several short cells as one line, cells parted by tabs, as a table is copied; cells
    of prose one after another."""
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(len(cell) == 1 and _is_short(cell[0]) for cell in filled):
        text = "\t".join(cell[0].text.strip() if cell else "" for cell in cells)
        yield Paragraph(text.strip("\t"), 0, filled[0][0].cell)
        return
    for cell in filled:
        yield from cell


def _is_short(paragraph: Paragraph) -> bool:
    return (
        len(paragraph.text) <= LONGEST_CELL and not paragraph.level and "\n" not in paragraph.text
    )
