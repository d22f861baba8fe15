"""From rows to paragraphs: running heads and page numbers dropped, broken lines joined.

A line goes on in the next one where it reaches the right edge, the next one is not indented, of the
same size and no further below than lines are, and begins with no number of a heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from tuibrowser.reading.extract import Paragraph
from tuibrowser.reading.geometry.rows import GlyphRow

_EDGE_ROWS: Final = 2
"""Rows from the top and from the bottom of a page that may be running heads."""
_REPEATED: Final = 0.5
"""Of the pages on which a running head stands."""
_PAGE_NUMBER = re.compile(
    r"^[-—–―－·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[,，/／]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―－·•\s]*$"
)
_BROWSER = re.compile(
    r"^\d{1,4}/\d{1,2}/\d{1,4}\s*[,，]?\s*(?:上午|下午)?\s*\d{1,2}:\d\d"
    r"|^(?:https?|file|about):\S*\s+\d{1,4}/\d{1,4}$"
)
"""What browsers print above and below a page: date and title, address and number."""
_MARKER = re.compile(
    r"^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|篇|条)"
    r"|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|\d{1,2}(?:[.．、](?!\d))|[（(]\d{1,2}[)）]|[①-⑳]"
    r"|[一二三四五六七八九十]是|附件[:：1-9])"
)
_SHORT: Final = 1.6
"""Em by which a line may miss the right edge and still be full: a closing mark may hang or go down
to the next line with the character before it."""
_LONGEST_HEAD: Final = 8.0
"""Em that a word or a number at the beginning of a line may take."""
_INDENT: Final = 0.9
"""Em further in than the left edge where a paragraph begins."""
_APART: Final = 1.5
"""Times the usual distance of lines from which on there is a paragraph between them."""
_WIDEST: Final = 2.2
"""Ems from line to line in a paragraph at most; pages of few lines tell no usual distance."""
_OTHER_SIZE: Final = 0.12


def paragraphs_of(pages: Sequence[Sequence[GlyphRow]]) -> list[Paragraph]:
    """The paragraphs of all pages, each with the page on which it begins, from 1."""
    kept = _without_furniture(pages)
    rows = [row for page in kept for row in page]
    if not rows:
        return []
    leading = _leading(kept)
    edges = _edges(kept)
    found: list[Paragraph] = []
    for before, row in zip([None, *rows], rows, strict=False):
        if before is not None and _goes_on(before, row, leading, edges):
            found[-1] = found[-1]._replace(text=_joined(found[-1].text, row.text))
        else:
            found.append(Paragraph(row.text, page=row.page))
    return found


def _without_furniture(pages: Sequence[Sequence[GlyphRow]]) -> list[list[GlyphRow]]:
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_pattern(row) for row in _edge(page)})
    least = max(2, _REPEATED * len(pages))
    found = []
    for page in pages:
        dropped = {
            id(row)
            for row in _edge(page)
            if (counts[_pattern(row)] >= least and len(pages) > 1)
            or (_is_printed_around(row.text) and row in _outermost(page))
        }
        found.append([row for row in page if id(row) not in dropped])
    return found


def _is_printed_around(text: str) -> bool:
    return bool(_PAGE_NUMBER.match(text) or _BROWSER.match(text))


def _pattern(row: GlyphRow) -> str:
    """A row as it is on every page: page numbers differ, heights and words do not."""
    return f"{round(row.bottom / 6)} {re.sub(r'[0-9]+', '#', row.text)}"


def _edge(page: Sequence[GlyphRow]) -> list[GlyphRow]:
    by_height = sorted(page, key=lambda it: -it.bottom)
    return by_height[:_EDGE_ROWS] + by_height[_EDGE_ROWS:][-_EDGE_ROWS:]


def _outermost(page: Sequence[GlyphRow]) -> list[GlyphRow]:
    by_height = sorted(page, key=lambda it: -it.bottom)
    return [by_height[0], by_height[-1]]


def _leading(pages: Sequence[Sequence[GlyphRow]]) -> float:
    """The usual distance from line to line in ems."""
    distances = [
        (upper.bottom - lower.bottom) / lower.size
        for page in pages
        for upper, lower in pairwise(page)
        if upper.column == lower.column and upper.bottom > lower.bottom
    ]
    return min(median(distances), _WIDEST) if distances else 1.5


def _edges(pages: Sequence[Sequence[GlyphRow]]) -> dict[tuple[int, int], tuple[float, float]]:
    """Left and right edge of the text of each column of each page. A page of few lines takes what
    others have, shifted by nothing: margins are the document's."""
    lefts: dict[int, list[float]] = {}
    rights: dict[int, list[float]] = {}
    for page in pages:
        for row in page:
            lefts.setdefault(row.column, []).append(row.left)
            rights.setdefault(row.column, []).append(row.right)
    usual = {column: (_low(lefts[column]), _high(rights[column])) for column in lefts}
    found = {}
    for page in pages:
        for column in {row.column for row in page}:
            own = [row for row in page if row.column == column]
            if len(own) > 8:
                edge = _low([it.left for it in own]), _high([it.right for it in own])
            else:
                edge = usual[column]
            found[own[0].page, column] = edge
    return found


def _low(values: list[float]) -> float:
    """Where most lines begin: not the very least, which hangs out of the text."""
    ordered = sorted(values)
    return ordered[len(ordered) // 10]


def _high(values: list[float]) -> float:
    ordered = sorted(values)
    return ordered[-1 - len(ordered) // 10]


def _goes_on(
    before: GlyphRow,
    row: GlyphRow,
    leading: float,
    edges: dict[tuple[int, int], tuple[float, float]],
) -> bool:
    left, _ = edges[row.page, row.column]
    _, right_before = edges[before.page, before.column]
    if "\t" in before.text or "\t" in row.text or _MARKER.match(row.text):
        return False
    if abs(before.size - row.size) > _OTHER_SIZE * max(before.size, row.size):
        return False
    room = max(_SHORT * before.size, min(row.head, _LONGEST_HEAD * row.size) + 0.5 * row.size)
    if before.right < right_before - room or row.left > left + _INDENT * row.size:
        return False
    if (before.page, before.column) == (row.page, row.column):
        distance = (before.bottom - row.bottom) / row.size
        return 0 < distance < _APART * leading
    # On the next page or in the next column: what ends a sentence may end its paragraph, and the
    # indent has said so.
    return True


def _joined(text: str, more: str) -> str:
    """Latin words are parted by the line's end, Chinese is not."""
    space = (
        text[-1:].isascii() and text[-1:].isalpha() and more[:1].isascii() and more[:1].isalpha()
    )
    return f"{text} {more}" if space else text + more
