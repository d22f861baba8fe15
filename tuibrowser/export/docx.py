"""A comparison as a DOCX 对照表: A4 landscape, real tables, for Word and WPS.

Only this module knows python-docx, which takes 50 ms to import: it is imported when needed. What
the library has no words for (East Asian fonts, repeated header rows, page numbers) is set as the
elements of ECMA-376 that it stands for.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from typing import Final

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.section import WD_ORIENTATION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.font import CT_Fonts
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from tuibrowser.export.legend import LOOKS, change_sign, legend
from tuibrowser.export.sheet import NOTHING, EntryKind, Line, Part, Piece, Sheet
from tuibrowser.model.kept import Excerpt
from tuibrowser.text.visible import visible

_ABREAST: Final = 6
"""Reports next to each other on one page: thirteen characters a line."""

_LONG_SIDE: Final = 297
_SHORT_SIDE: Final = 210
_MARGIN: Final = 15
_THEME_COLUMN: Final = 22
"""All in millimetres."""

_SONG: Final = "宋体"
_FANG_SONG: Final = "仿宋"
_HEI: Final = "黑体"
_LATIN: Final = "Times New Roman"
"""Fonts of official documents (GB/T 9704-2012) that every Windows and WPS has."""

_SOFT: Final = RGBColor(0x59, 0x59, 0x59)

_TEXT: Final = "对照表正文"
_HEADING: Final = "对照表小标题"
_HEADER: Final = "对照表表头"
_NOTE: Final = "对照表说明"
_SOURCE: Final = "对照表出处"
"""Styles by what they are for, so that a person can change all of one kind in Word."""

_STYLES: Final[dict[EntryKind, str]] = {
    "heading": _HEADING,
    "text": _TEXT,
    "note": _NOTE,
    "also": _NOTE,
}

_LINES: Final = {
    "solid": WD_UNDERLINE.SINGLE,
    "double": WD_UNDERLINE.DOUBLE,
    "dotted": WD_UNDERLINE.DOTTED,
    "dashed": WD_UNDERLINE.DASH,
    "wavy": WD_UNDERLINE.WAVY,
}

_LONGEST_PROPERTY: Final = 255
"""Characters that python-docx takes for a title."""

_LONGEST_WHOLE: Final = 20
"""Lines of a row that may move to the next page whole; half a page."""


def comparison_docx(sheet: Sheet) -> bytes:
    """``sheet`` as a file: a heading and a table a part, the tables' first row repeated."""
    bands = sheet.bands(_ABREAST)
    abreast = max(map(len, bands), default=1)
    document = _document(sheet.title, sheet.date, landscape=True, size=10.5 if abreast < 4 else 9)
    document.add_paragraph(f"导出日期：{sheet.date}。{legend(sheet)}", _NOTE)
    for name, about in zip(sheet.columns, sheet.reports, strict=True):
        document.add_paragraph(f"{name}：{about}", _NOTE)
    for part in sheet.parts:
        document.add_heading(part.title, 1)
        for number, band in enumerate(bands):
            if number:
                document.add_paragraph(style=_NOTE)  # or Word joins the tables
            _table(document, sheet, part, band)
    return _saved(document)


def excerpts_docx(title: str, date: str, excerpts: Iterable[Excerpt]) -> bytes:
    """``excerpts`` as a file in A4 portrait, each with its source below it."""
    document = _document(title, date, landscape=False, size=12)
    document.add_paragraph(f"导出日期：{date}", _NOTE)
    for excerpt in excerpts:
        for line in excerpt.text.split("\n"):
            document.add_paragraph(visible(line), _TEXT)
        source = document.add_paragraph(f"（{visible(excerpt.source)}）", _SOURCE)
        source.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        source.paragraph_format.space_after = Pt(12)
    return _saved(document)


def _document(title: str, date: str, *, landscape: bool, size: float) -> DocumentFile:
    """An empty document with its page, styles and properties, and ``title`` on top."""
    document = Document()
    page = document.sections[0]
    page.orientation = WD_ORIENTATION.LANDSCAPE if landscape else WD_ORIENTATION.PORTRAIT
    sides = (Mm(_LONG_SIDE), Mm(_SHORT_SIDE))
    page.page_width, page.page_height = sides if landscape else sides[::-1]
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)
    page.footer_distance = Mm(_MARGIN / 2)
    _set_styles(document, size)
    _number_pages(page.footer.paragraphs[0])
    about = document.core_properties
    about.title = title[:_LONGEST_PROPERTY]
    about.author, about.comments, about.language = "tuibrowser", "", "zh-CN"
    about.created = about.modified = datetime.datetime.fromisoformat(date)
    document.add_heading(title, 0)
    return document


def _saved(document: DocumentFile) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set_styles(document: DocumentFile, size: float) -> None:
    styles = document.styles
    for fonts in styles.element.xpath("w:docDefaults//w:rFonts"):
        _choose_fonts(fonts, _FANG_SONG)
    for language in styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:eastAsia"), "zh-CN")
    _set(styles["Normal"], _FANG_SONG, size, after=0)
    _set(styles["Title"], _HEI, 18, after=6)
    _set(styles["Heading 1"], _HEI, 14, after=4, before=12)
    for border in styles["Title"].element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)
    for name, font, factor in (
        (_TEXT, _FANG_SONG, 1.0),
        (_HEADING, _HEI, 1.0),
        (_HEADER, _HEI, 1.0),
        (_NOTE, _SONG, 0.85),
        (_SOURCE, _SONG, 0.85),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _set(style, font, size * factor, after=2, before=2)
    for name in (_NOTE, _SOURCE):
        styles[name].font.color.rgb = _SOFT
    for name in (_HEADING, _HEADER):
        styles[name].font.bold = True
    styles[_HEADER].paragraph_format.keep_with_next = True
    styles[_TEXT].paragraph_format.first_line_indent = Pt(2 * size)
    for name, look in {_mark_style(kind): look for kind, look in LOOKS.items()}.items():
        mark = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        mark.font.underline, mark.font.bold = _LINES[look.line], look.bold


def _set(style: ParagraphStyle, font: str, size: float, after: float, before: float = 0) -> None:
    _choose_fonts(style.element.get_or_add_rPr().get_or_add_rFonts(), font)
    style.font.size = Pt(round(size * 2) / 2)
    style.font.bold = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _choose_fonts(fonts: CT_Fonts, east_asian: str) -> None:
    # What a theme says of fonts goes before what is said here.
    fonts.attrib.clear()
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), _LATIN)
    fonts.set(qn("w:eastAsia"), east_asian)
    # Quotation marks and dashes, which Chinese shares with Latin, are Chinese here.
    fonts.set(qn("w:hint"), "eastAsia")


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("第 ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" 页，共 ")
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(" 页")


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    # Until the program that opens the file has counted; some previews never do.
    paragraph.add_run("1")._r.addprevious(field)
    field.append(paragraph._p[-1])


def _table(document: DocumentFile, sheet: Sheet, part: Part, band: range) -> None:
    each = (_LONG_SIDE - 2 * _MARGIN - _THEME_COLUMN) / len(band)
    table = document.add_table(rows=0, cols=1 + len(band))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, (_THEME_COLUMN, *[each] * len(band)), strict=True):
        column.width = Mm(width)
    names = ("工作领域", *(sheet.columns[at] for at in band))
    header = table.add_row()
    _set_row(header, "w:cantSplit", "w:tblHeader")
    for cell, name in zip(header.cells, names, strict=True):
        _write(cell, ((_HEADER, _words(name)),))
        shade = cell._tc.get_or_add_tcPr()
        shade.append(OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:fill"): "F0F0F0"}))
    for line in part.lines:
        if any(line.boxes[at] != NOTHING for at in band):
            row = table.add_row()
            _fill(row, line, band)
            if _height(line, band, each) <= _LONGEST_WHOLE:
                _set_row(row, "w:cantSplit")


def _fill(row: _Row, line: Line, band: range) -> None:
    head, *cells = row.cells
    _write(head, ((_HEADING, _words(line.theme)), (_NOTE, _words(line.caveat))))
    for cell, at in zip(cells, band, strict=True):
        box = line.boxes[at]
        change = change_sign(box.change) if box.change else "—" if box == NOTHING else ""
        entries = ((_STYLES[entry.kind], entry.pieces) for entry in box.entries)
        _write(cell, ((_NOTE, _words(change)), *entries, (_SOURCE, _words(box.source))))


def _words(text: str) -> tuple[Piece, ...]:
    return (Piece(text),) if text else ()


def _write(cell: _Cell, paragraphs: Iterable[tuple[str, tuple[Piece, ...]]]) -> None:
    """Fill an empty cell, which has one paragraph; those without words are left out."""
    paragraph: Paragraph | None = cell.paragraphs[0]
    for style, pieces in paragraphs:
        if not pieces:
            continue
        paragraph = paragraph or cell.add_paragraph()
        # By id, which of our styles is the name: asking for it takes most of the time (1.4 of
        # 2.1 s for 1,900 of them).
        paragraph._p.style = style
        for text, mark in pieces:
            run = paragraph.add_run(text)
            run._r.style = _mark_style(mark) if mark else None
        paragraph = None


def _mark_style(kind: str) -> str:
    return f"对照表{LOOKS[kind].word}"


def _height(line: Line, band: range, width: float) -> float:
    """Lines of the tallest cell, roughly: a character takes 3.5 mm of ``width``."""
    most = (width - 4) / 3.5
    boxes = (line.boxes[at] for at in band)
    texts = ([*(entry.text for entry in box.entries), box.source] for box in boxes)
    return max(sum(len(text) // most + 1 for text in box) for box in texts)


def _set_row(row: _Row, *names: str) -> None:
    properties = row._tr.get_or_add_trPr()
    for name in names:
        properties.append(OxmlElement(name))
