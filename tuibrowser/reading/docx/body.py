"""The body of a Word document as paragraphs, with its tables, changes, notes and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from tuibrowser.reading.docx.numbering import ListNumbering
from tuibrowser.reading.docx.runs import ParagraphText, Runs, alternative
from tuibrowser.reading.docx.styles import Styles, outline_level, whole_number
from tuibrowser.reading.extract import Paragraph
from tuibrowser.reading.marker import numbered
from tuibrowser.reading.tables import rows_as_lines

_DEEPEST: Final = 20
"""Tables, boxes and controls inside each other."""
_MOST_CELLS: Final = 63
"""Columns that Word can have, and so the widest span of a cell."""

_CONTAINERS: Final = frozenset({
    "customXml", "smartTag", "ins", "moveTo",
    "sect", "sub-section",  # of Word 2003
})  # fmt: skip

Cell = tuple[int, int, int]


class Story:
    """Reads one document."""

    def __init__(
        self,
        styles: Styles,
        numbering: ListNumbering,
        footnotes: Element | None = None,
        endnotes: Element | None = None,
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._runs = Runs(styles)
        self._notes = {
            (kind, note.get("id", "")): note
            for kind, root in (("footnote", footnotes), ("endnote", endnotes))
            for note in (() if root is None else root.iter(kind))
            # Separators are notes, too, of a type of their own.
            if note.get("type") in {None, "normal"}
        }
        self._tables = 0
        self._joined = ""
        """Text of paragraphs whose mark was deleted, which goes on in the next one."""
        self._joined_number = ""
        self._joined_level = 0

    def read(self, body: Element) -> list[Paragraph]:
        """All paragraphs of ``body``, in order."""
        found = list(self._blocks(body, None, 0))
        if self._joined:
            found.append(Paragraph(self._joined_number + self._joined, self._joined_level))
        return found

    def _blocks(self, parent: Element, cell: Cell | None, depth: int) -> Iterator[Paragraph]:
        if depth > _DEEPEST:
            return
        for child in parent:
            tag = child.tag
            if tag == "p":
                yield from self._paragraph(child, cell, depth)
            elif tag == "tbl":
                yield from self._table(child, cell, depth)
            elif tag == "sdt":
                content = child.find("sdtContent")
                if content is not None and not _is_contents(child):
                    yield from self._blocks(content, cell, depth + 1)
            elif tag in _CONTAINERS:
                yield from self._blocks(child, cell, depth + 1)
            elif tag == "AlternateContent" and (chosen := alternative(child)) is not None:
                yield from self._blocks(chosen, cell, depth + 1)

    def _paragraph(self, element: Element, cell: Cell | None, depth: int) -> Iterator[Paragraph]:
        properties = element.find("pPr")
        style = None
        if properties is not None and (said := properties.find("pStyle")) is not None:
            style = said.get("val")
        line = self._runs.read(element, style)
        is_contents = self._styles.is_contents(style) or (
            line.is_in_contents and not line.text.strip()
        )
        goes_on = _mark_is_deleted(properties)
        if not is_contents and not self._is_nothing(line, properties, goes_on):
            yield from self._said(line, properties, style, cell, goes_on)
        for box in line.boxes:
            yield from self._blocks(box, cell, depth + 1)
        for note in line.notes:
            if note in self._notes and depth < _DEEPEST:
                # A note that refers to itself is read once in itself.
                yield from self._blocks(self._notes.pop(note), cell, depth + 1)

    def _is_nothing(self, line: ParagraphText, properties: Element | None, goes_on: bool) -> bool:
        """Whether Word shows no paragraph at all here, and counts none."""
        if line.text:
            return False
        hidden = properties is not None and properties.find("rPr/vanish") is not None
        return goes_on or hidden

    def _said(
        self,
        line: ParagraphText,
        properties: Element | None,
        style: str | None,
        cell: Cell | None,
        goes_on: bool,
    ) -> Iterator[Paragraph]:
        if self._joined:
            # Word gives what was joined the properties of its last paragraph, but a heading that
            # lost its mark goes on being one for a reader.
            number, level = self._joined_number, self._joined_level
            text = self._joined + line.text
        else:
            number = self._numbering.next_number(properties, style)
            level, text = self._level(properties, style), line.text
        if goes_on or _is_drop_cap(properties):
            self._joined, self._joined_number, self._joined_level = text, number, level
            return
        self._joined, self._joined_number, self._joined_level = "", "", 0
        if text.strip():
            yield Paragraph(numbered(number, text), level, cell)

    def _level(self, properties: Element | None, style: str | None) -> int:
        own = None if properties is None else properties.find("outlineLvl")
        return outline_level(own) if own is not None else self._styles.level(style)

    # Tables

    def _table(self, table: Element, outer: Cell | None, depth: int) -> Iterator[Paragraph]:
        number = self._tables
        self._tables += 1
        for at, row in enumerate(_inside(table, "tr")):
            if _is_deleted_row(row):
                continue
            cells = list(self._cells(row, (number, at), depth))
            if outer is not None:
                cells = [[it._replace(cell=outer) for it in cell] for cell in cells]
            yield from rows_as_lines(cells)

    def _cells(self, row: Element, place: tuple[int, int], depth: int) -> Iterator[list[Paragraph]]:
        column = 0
        for cell in _inside(row, "tc"):
            properties = cell.find("tcPr")
            merged = None if properties is None else properties.find("vMerge")
            span = None if properties is None else properties.find("gridSpan")
            # A cell merged with the one above still holds an empty paragraph; what it holds
            # otherwise Word does not show.
            if merged is None or merged.get("val") == "restart":
                yield list(self._blocks(cell, (*place, column), depth + 1))
            width = whole_number(None if span is None else span.get("val"), 1)
            column += max(1, min(width, _MOST_CELLS))


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through controls and tracked insertions around them."""
    waiting = [(iter(parent), 0)]
    while waiting:
        children, depth = waiting.pop()
        for child in children:
            if child.tag == tag:
                yield child
            elif child.tag in {"sdt", "sdtContent", "customXml", "ins"} and depth < _DEEPEST:
                waiting += [(children, depth), (iter(child), depth + 1)]
                break


def _is_contents(control: Element) -> bool:
    """Whether a content control is an automatic table of contents."""
    gallery = control.find("sdtPr/docPartObj/docPartGallery")
    return gallery is not None and "contents" in gallery.get("val", "").lower()


def _mark_is_deleted(properties: Element | None) -> bool:
    """Whether the end of the paragraph was deleted, so that it goes on in the next."""
    marks = None if properties is None else properties.find("rPr")
    return marks is not None and (
        marks.find("del") is not None or marks.find("moveFrom") is not None
    )


def _is_deleted_row(row: Element) -> bool:
    return row.find("trPr/del") is not None


def _is_drop_cap(properties: Element | None) -> bool:
    """A first letter that hangs is a paragraph of its own, which goes on in the next."""
    frame = None if properties is None else properties.find("framePr")
    return frame is not None and frame.get("dropCap") in {"drop", "margin"}
