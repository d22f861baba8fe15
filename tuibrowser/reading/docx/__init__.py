"""Word documents (ECMA-376, transitional and strict): .docx, .docm, .dotx.

Read as Word shows them with changes accepted: numbers of headings and lists as text, tables, notes
after their paragraph, text boxes once; no comments, hidden or deleted text, table of contents.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element

from tuibrowser.model.document import Stated
from tuibrowser.reading.docx.body import Story
from tuibrowser.reading.docx.numbering import ListNumbering
from tuibrowser.reading.docx.package import Package
from tuibrowser.reading.docx.styles import Styles
from tuibrowser.reading.extract import Extract
from tuibrowser.reading.refused import Refused
from tuibrowser.reading.xml import parse, part

__all__ = ["read", "read_package"]


def read(data: bytes) -> Extract:
    """Return the paragraphs of the Word document ``data``.

    Raises:
        Refused: it is damaged or made to harm.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Refused("文件已损坏，请用原软件打开并另存一份后再试") from None

    def tree(name: str) -> Element | None:
        found = part(archive, name)
        return None if found is None else parse(found, keep_relations=True)

    with archive:
        return read_package(Package(tree))


def read_package(package: Package) -> Extract:
    """Return the paragraphs of an open package.

    Raises:
        Refused: one of its parts is damaged or made to harm.
    """
    styles = Styles(package.related("styles"))
    numbering = ListNumbering(package.related("numbering"), styles)
    notes = package.related("footnotes"), package.related("endnotes")
    paragraphs = Story(styles, numbering, *notes).read(package.body)
    return Extract(paragraphs, "docx", Stated(title=package.title))
