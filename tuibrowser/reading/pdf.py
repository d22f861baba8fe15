"""PDF, through PDFium: characters with their places; what is a line and a paragraph is found in
:mod:`tuibrowser.reading.geometry`."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as api

from tuibrowser.reading.extract import Extract
from tuibrowser.reading.geometry.glyphs import Glyph, once, upright
from tuibrowser.reading.geometry.paragraphs import paragraphs_of
from tuibrowser.reading.geometry.rows import GlyphRow, rows_of
from tuibrowser.reading.refused import Refused

_MOST_PAGES: Final = 400
_MOST_GLYPHS: Final = 600_000
_FEW: Final = 20
"""Characters: a page with fewer, and a picture, is one."""
_MOST_OBJECTS: Final = 1_000
"""Of a page among which a picture is looked for."""
_UNREADABLE: Final = 0.3
"""Of a page's characters that its fonts give no meaning for."""

_PASSWORD: Final = "PDF 设有打开密码，请去掉密码后再试"
_DAMAGED: Final = "PDF 已损坏，无法读取，请重新取得原件"
_SCANNED: Final = "PDF 是扫描图片，没有文字，请用文字版原件，或先做文字识别（OCR）"
_NO_CODES: Final = "PDF 的字体没有文字编码，取不出文字，请用原件（Word、WPS）或先做文字识别（OCR）"


def read(data: bytes) -> Extract:
    """Return the paragraphs of the PDF ``data``.

    Raises:
        Refused: it is encrypted, damaged or made to harm, or there is no text in it.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == api.FPDF_ERR_PASSWORD
        raise Refused(_PASSWORD if is_locked else _DAMAGED) from None
    pages = list[list[GlyphRow]]()
    scanned, senseless = list[int](), list[int]()
    glyphs_left = _MOST_GLYPHS
    count = len(document)
    for number in range(1, min(count, _MOST_PAGES) + 1):
        glyphs = _glyphs_of(document, number - 1, glyphs_left)
        glyphs_left -= len(glyphs)
        written = [glyph for glyph in glyphs if not glyph.text.isspace()]
        known = [glyph for glyph in written if not _means_nothing(glyph.text)]
        if len(written) < _FEW and (not written or _has_picture(document, number - 1)):
            scanned.append(number)
        elif len(known) < (1 - _UNREADABLE) * len(written):
            senseless.append(number)
            known = []
        pages.append(rows_of(once(upright(known)), number))
    if len(scanned) == len(pages):
        raise Refused(_SCANNED)
    if len(scanned) + len(senseless) == len(pages):
        raise Refused(_NO_CODES)
    doubts = list(_doubts(scanned, senseless))
    if count > _MOST_PAGES:
        doubts.append(f"PDF 有 {count} 页，只读取了前 {_MOST_PAGES} 页")
    return Extract(paragraphs_of(pages), "pdf", doubts=tuple(doubts))


def _doubts(scanned: list[int], senseless: list[int]) -> Iterator[str]:
    if scanned:
        yield f"第{_listed(scanned)}页几乎没有文字，可能是扫描图片"
    if senseless:
        yield f"第{_listed(senseless)}页的字体没有文字编码，取不出文字"


def _listed(numbers: list[int]) -> str:
    shown = "、".join(map(str, numbers[:10]))
    return shown + (f" 等 {len(numbers)} " if len(numbers) > 10 else "")


def _means_nothing(text: str) -> bool:
    return text == "\ufffd" or unicodedata.category(text[0]) in {"Co", "Cn", "Cc"}


def _glyphs_of(document: pdfium.PdfDocument, index: int, most: int) -> list[Glyph]:
    try:
        page = document[index]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return []
    count = min(api.FPDFText_CountChars(text.raw), most)
    found = list(_read_glyphs(text.raw, count))
    text.close()
    page.close()
    return found


def _has_picture(document: pdfium.PdfDocument, index: int) -> bool:
    """Whether any picture is on the page: the last one of a report may hold no more than a date."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return True
    return any(
        api.FPDFPageObj_GetType(api.FPDFPage_GetObject(page.raw, at)) == api.FPDF_PAGEOBJ_IMAGE
        for at in range(min(api.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS))
    )


def _read_glyphs(text: Any, count: int) -> Iterator[Glyph]:
    box = api.FS_RECTF()
    high = 0
    is_spaced = False
    for index in range(count):
        # Spaces and line ends that PDFium makes up, of gaps and of spaces that were written; how
        # wide they are is judged by who puts the glyphs into rows.
        if api.FPDFText_IsGenerated(text, index) == 1:
            is_spaced = True
            continue
        code = api.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code in {0xFFFE, 0xFFFF, 0x2, 0}:
            code = 0x2D if code in {0x2, 0xFFFE} else 0xFFFD
        if chr(code).isspace():
            is_spaced = True
            continue
        if not api.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
            continue
        size = _size(text, index, box)
        # PDFium counts clockwise, and says -1 where it does not know.
        angle = -max(api.FPDFText_GetCharAngle(text, index), 0.0) % (2 * math.pi)
        yield Glyph(chr(code), box.left, box.right, box.bottom, box.top, size, angle, is_spaced)
        is_spaced = False


def _size(text: Any, at: int, box: Any) -> float:
    """One em as it is drawn: a font of size 1 may be scaled by twelve."""
    size = float(api.FPDFText_GetFontSize(text, at))
    height: float = max(abs(box.top - box.bottom), abs(box.right - box.left) * 0.5)
    return size if 0.5 * height <= size <= 2.0 * height else max(height, 0.1)
