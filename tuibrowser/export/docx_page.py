"""A DOCX as official documents look: A4, their fonts, styles by what they are for.

What python-docx has no words for (East Asian fonts, repeated header rows, page numbers) is set as
the elements of ECMA-376 that it stands for.
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
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from tuibrowser.export.legend import LOOKS

LONG_SIDE: Final = 297
_SHORT_SIDE: Final = 210
MARGIN: Final = 15
"""All in millimetres."""

_SONG: Final = "宋体"
_FANG_SONG: Final = "仿宋"
_HEI: Final = "黑体"
_LATIN: Final = "Times New Roman"
"""Fonts of official documents (GB/T 9704-2012) that every Windows and WPS has."""

_SOFT: Final = RGBColor(0x59, 0x59, 0x59)

TEXT: Final = "对照表正文"
HEADING: Final = "对照表小标题"
HEADER: Final = "对照表表头"
NOTE: Final = "对照表说明"
SOURCE: Final = "对照表出处"
"""Styles by what they are for, so that a person can change all of one kind in Word."""

_LINES: Final = {
    "solid": WD_UNDERLINE.SINGLE,
    "double": WD_UNDERLINE.DOUBLE,
    "dotted": WD_UNDERLINE.DOTTED,
    "dashed": WD_UNDERLINE.DASH,
    "wavy": WD_UNDERLINE.WAVY,
}

_LONGEST_PROPERTY: Final = 255
"""Characters that python-docx takes for a title."""


def new_document(title: str, date: str, *, landscape: bool, size: float) -> DocumentFile:
    """An empty document with its page, styles and properties, and ``title`` on top."""
    document = Document()
    page = document.sections[0]
    page.orientation = WD_ORIENTATION.LANDSCAPE if landscape else WD_ORIENTATION.PORTRAIT
    sides = (Mm(LONG_SIDE), Mm(_SHORT_SIDE))
    page.page_width, page.page_height = sides if landscape else sides[::-1]
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    page.footer_distance = Mm(MARGIN / 2)
    _set_styles(document, size)
    _number_pages(page.footer.paragraphs[0])
    about = document.core_properties
    about.title = title[:_LONGEST_PROPERTY]
    about.author, about.comments, about.language = "tuibrowser", "", "zh-CN"
    about.created = about.modified = datetime.datetime.fromisoformat(date)
    document.add_heading(title, 0)
    return document


def saved(document: DocumentFile) -> bytes:
    """``document`` as a file."""
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
        (TEXT, _FANG_SONG, 1.0),
        (HEADING, _HEI, 1.0),
        (HEADER, _HEI, 1.0),
        (NOTE, _SONG, 0.85),
        (SOURCE, _SONG, 0.85),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _set(style, font, size * factor, after=2, before=2)
    for name in (NOTE, SOURCE):
        styles[name].font.color.rgb = _SOFT
    for name in (HEADING, HEADER):
        styles[name].font.bold = True
    styles[HEADER].paragraph_format.keep_with_next = True
    styles[TEXT].paragraph_format.first_line_indent = Pt(2 * size)
    for name, look in {mark_style(kind): look for kind, look in LOOKS.items()}.items():
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


def mark_style(kind: str) -> str:
    """Name of the style of words marked as ``kind``."""
    return f"对照表{LOOKS[kind].word}"


def add_head(table: Table, names: Iterable[str]) -> None:
    """Add a row with ``names`` that each page of ``table`` begins with."""
    head = table.add_row()  # type: ignore[no-untyped-call]
    set_row(head, "w:cantSplit", "w:tblHeader")
    for cell, name in zip(head.cells, names, strict=True):
        cell.paragraphs[0].style = HEADER
        if name:
            cell.paragraphs[0].add_run(name)
        shade = cell._tc.get_or_add_tcPr()
        shade.append(OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:fill"): "F0F0F0"}))


def set_row(row: _Row, *names: str) -> None:
    """Give ``row`` the properties ``names``, elements of ECMA-376."""
    properties = row._tr.get_or_add_trPr()
    for name in names:
        properties.append(OxmlElement(name))
