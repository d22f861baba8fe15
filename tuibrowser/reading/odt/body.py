"""The body of an OpenDocument text as paragraphs, with its lists, tables, notes and boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from tuibrowser.reading.extract import Paragraph
from tuibrowser.reading.marker import numbered
from tuibrowser.reading.odt.styles import Styles, small_number, written
from tuibrowser.reading.tables import Cells, rows_as_lines

_DEEPEST: Final = 30
"""Lists, tables and boxes inside each other."""
_LEFT_OUT: Final = frozenset({
    "tracked-changes", "annotation", "annotation-end", "table-of-content", "illustration-index",
    "table-index", "object-index", "user-index", "alphabetical-index", "bibliography",
    "sequence-decls", "variable-decls", "user-field-decls", "forms", "script", "ruby-text",
    "hidden-text", "hidden-paragraph", "note-citation", "desc", "title", "object",
})  # fmt: skip
_MOST_SPACES: Final = 40

Cell = tuple[int, int, int]


class Story:
    """Reads one document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        """Of each list by its id, how far each level has counted."""
        self._last: dict[str, str] = {}
        """Of each list style the list that used it last."""
        self._outline: dict[int, int] = {}
        self._tables = 0

    def read(self, text: Element) -> list[Paragraph]:
        """All paragraphs of ``text``, in order."""
        return list(self._blocks(text, None, 0))

    def _blocks(self, parent: Element, cell: Cell | None, depth: int) -> Iterator[Paragraph]:
        if depth > _DEEPEST:
            return
        for child in parent:
            tag = child.tag
            if not isinstance(tag, str) or tag in _LEFT_OUT:
                continue
            if tag in {"p", "h"}:
                number = self._heading_number(child) if tag == "h" else ""
                yield from self._paragraph(child, number, cell, depth)
            elif tag == "list":
                yield from self._list(child, None, None, 1, cell, depth)
            elif tag == "table":
                yield from self._table(child, cell, depth)
            elif tag == "numbered-paragraph":
                yield from self._blocks(child, cell, depth + 1)
            elif tag == "section" and child.get("display") == "none":
                continue
            else:
                yield from self._blocks(child, cell, depth + 1)

    def _paragraph(
        self, element: Element, number: str, cell: Cell | None, depth: int
    ) -> Iterator[Paragraph]:
        after: list[Element] = []
        style = element.get("style-name")
        hidden = self._styles.is_hidden(style)
        text = "".join(self._inline(element, after, hidden, 0))
        level = small_number(element.get("outline-level"), 1) if element.tag == "h" else 0
        if text.strip():
            yield Paragraph(numbered(number, text), level, cell)
        for further in after:
            yield from self._blocks(further, cell, depth + 1)

    def _inline(
        self, element: Element, after: list[Element], hidden: bool, depth: int
    ) -> Iterator[str]:
        """Text of a paragraph; notes and boxes go to ``after``."""
        if element.text and not hidden:
            yield " ".join(element.text.split("\n"))
        for child in element:
            tag = child.tag
            if isinstance(tag, str) and tag not in _LEFT_OUT and depth < _DEEPEST:
                if tag == "s" and not hidden:
                    yield " " * min(small_number(child.get("c"), 1), _MOST_SPACES)
                elif tag == "tab" and not hidden:
                    yield "\t"
                elif tag == "line-break" and not hidden:
                    yield "\n"
                elif tag == "note":
                    after += child.findall("note-body")
                elif tag == "text-box":
                    after.append(child)
                else:
                    unseen = hidden or self._styles.is_hidden(child.get("style-name"))
                    yield from self._inline(child, after, unseen, depth + 1)
            if child.tail and not hidden:
                yield " ".join(child.tail.split("\n"))

    # Numbers

    def _heading_number(self, heading: Element) -> str:
        """Of a heading in no list: the outline of the document numbers it."""
        if heading.get("is-list-header") == "true":
            return ""
        level = small_number(heading.get("outline-level"), 1)
        levels = self._styles.outline
        if level not in levels or not levels[level].format:
            return ""
        _count(self._outline, level, levels[level].start, heading.get("start-value"))
        return written(level, levels, self._outline)

    def _list(
        self,
        element: Element,
        style: str | None,
        name: str | None,
        level: int,
        cell: Cell | None,
        depth: int,
    ) -> Iterator[Paragraph]:
        if depth > _DEEPEST:
            return
        style = element.get("style-name") or style or self._style_inside(element)
        if name is None:
            name = self._begin(element, style or "")
        levels, counts = self._styles.levels(style), self._counts[name]
        for item in element:
            if item.tag not in {"list-item", "list-header"}:
                continue
            is_numbered = item.tag == "list-item"
            for child in item:
                if child.tag == "list":
                    yield from self._list(child, style, name, level + 1, cell, depth + 1)
                    continue
                number = ""
                if child.tag in {"p", "h"} and is_numbered:
                    if level in levels and levels[level].format:
                        _count(counts, level, levels[level].start, item.get("start-value"))
                        number = written(level, levels, counts)
                    is_numbered = False
                if child.tag in {"p", "h"}:
                    yield from self._paragraph(child, number, cell, depth + 1)
                elif child.tag == "table":
                    yield from self._table(child, cell, depth + 1)
                elif child.tag not in _LEFT_OUT:
                    yield from self._blocks(child, cell, depth + 1)

    def _style_inside(self, element: Element) -> str | None:
        first = next((it for it in element.iter() if it.tag in {"p", "h"}), None)
        return None if first is None else self._styles.list_of(first.get("style-name"))

    def _begin(self, element: Element, style: str) -> str:
        """The name under which a list counts: its own, or that of the list it goes on from."""
        own = element.get("id") or f"list {len(self._counts)}"
        goes_on = element.get("continue-list")
        if goes_on is None and element.get("continue-numbering") == "true":
            goes_on = self._last.get(style)
        counts = self._counts.get(goes_on, {}) if goes_on is not None else {}
        self._counts[own] = counts
        self._last[style] = own
        return own

    # Tables

    def _table(self, table: Element, outer: Cell | None, depth: int) -> Iterator[Paragraph]:
        number = self._tables
        self._tables += 1
        for at, row in enumerate(_rows(table)):
            cells: Cells = []
            column = 0
            for element in row:
                if element.tag in {"table-cell", "covered-table-cell"}:
                    place = outer or (number, at, column)
                    if element.tag == "table-cell":
                        cells.append(list(self._blocks(element, place, depth + 1)))
                    column += min(small_number(element.get("number-columns-repeated"), 1), 64)
            yield from rows_as_lines(cells)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "table-row":
            yield child
        elif child.tag in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _rows(child)


def _count(counts: dict[int, int], level: int, start: int, anew: str | None) -> None:
    if anew is not None:
        counts[level] = small_number(anew, start)
    else:
        counts[level] = counts[level] + 1 if level in counts else start
    for lower in [it for it in counts if it > level]:
        del counts[lower]
