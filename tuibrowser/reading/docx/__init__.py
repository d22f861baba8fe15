"""Word documents (ECMA-376, transitional and strict): .docx, .docm, .dotx.

Read as Word shows them with changes accepted: numbers of headings and lists as text, tables, notes
after their paragraph, text boxes once; no comments, hidden or deleted text, table of contents.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

from tuibrowser.model.report import Stated
from tuibrowser.reading.docx.body import Story
from tuibrowser.reading.docx.numbering import Numbering
from tuibrowser.reading.docx.package import Package
from tuibrowser.reading.docx.styles import Styles
from tuibrowser.reading.extract import Extract
from tuibrowser.reading.refused import Refused

__all__ = ["read"]


def read(data: bytes) -> Extract:
    """Return the paragraphs of the Word document ``data``.

    Raises:
        Refused: it is damaged or made to harm.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Refused("文件已损坏，请用原软件打开并另存一份后再试") from None
    with archive:
        package = Package(archive)
        styles = Styles(package.related("styles"))
        numbering = Numbering(package.related("numbering"), styles)
        notes = package.related("footnotes"), package.related("endnotes")
        story = Story(styles, numbering, *notes)
        paragraphs = story.read(package.body)
        return Extract(paragraphs, "docx", Stated(title=package.title))
