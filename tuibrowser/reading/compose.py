"""From a reader's paragraphs to one clean text with hints that point into it."""

from __future__ import annotations

from itertools import groupby

from tuibrowser.model.document import Hints, TableCell
from tuibrowser.reading.clean import clean
from tuibrowser.reading.extract import Extract, Paragraph


def compose(extract: Extract) -> tuple[str, Hints]:
    """The clean text, a paragraph or a line of one on each of its lines, and what is said of it.

    Offsets are code points of the text. What is empty once it is clean leaves no line behind,
    except in a paragraph that is the whole file, as plain text is.
    """
    lines: list[str] = []
    headings, spans = list[tuple[int, int]](), list[tuple[Paragraph, int, int]]()
    length = 0
    whole = len(extract.paragraphs) == 1
    for paragraph in extract.paragraphs:
        text = clean(paragraph.text)
        if not whole:
            # A tab before a line is its indent.
            lines_of = (line.rstrip().lstrip("\t") for line in text.split("\n"))
            text = "\n".join(line for line in lines_of if line)
            if not text:
                continue
        if paragraph.level:
            headings.append((length, paragraph.level))
        spans.append((paragraph, length, length + len(text)))
        lines.append(text)
        length += len(text) + 1
    return "\n".join(lines), Hints(_pages(spans), tuple(headings), _cells(spans))


def _pages(spans: list[tuple[Paragraph, int, int]]) -> tuple[int, ...]:
    """Where each page begins; one without text begins where the next one does."""
    starts: list[int] = []
    for paragraph, start, _ in spans:
        starts += [start] * (paragraph.page - len(starts))
    return tuple(starts)


def _cells(spans: list[tuple[Paragraph, int, int]]) -> tuple[TableCell, ...]:
    cells = []
    for cell, group in groupby(spans, key=lambda it: it[0].cell):
        if cell is not None:
            members = list(group)
            cells.append(TableCell(members[0][1], members[-1][2], *cell))
    return tuple(cells)
