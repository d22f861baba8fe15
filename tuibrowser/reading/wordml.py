"""Word documents as one XML file: flat OPC, and Word 2003's own XML, which many a system of an
office fills in and calls .doc."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from tuibrowser.model.document import Stated
from tuibrowser.reading.docx import read_package
from tuibrowser.reading.docx.body import Story
from tuibrowser.reading.docx.numbering import ListNumbering
from tuibrowser.reading.docx.package import Package
from tuibrowser.reading.docx.styles import Styles
from tuibrowser.reading.extract import Extract
from tuibrowser.reading.refused import Refused
from tuibrowser.reading.xml import parse

_UNKNOWN = "不支持这种 XML 文件，请用 Word 或 WPS 打开，另存为 docx 后再试"


def read(data: bytes) -> Extract:
    """Return the paragraphs of the Word document in the XML file ``data``.

    Raises:
        Refused: it is damaged or made to harm, or no Word document.
    """
    root = parse(data, keep_relations=True)
    if root.tag == "package":
        parts = {
            it.get("name", "").lstrip("/").lower(): content[0]
            for it in root.iter("part")
            if (content := it.find("xmlData")) is not None and len(content)
        }
        return read_package(Package(lambda name: parts.get(name.lstrip("/").lower())))
    body = root.find("body")
    if root.tag != "wordDocument" or body is None:
        raise Refused(_UNKNOWN)
    styles = Styles(root.find("styles"))
    title = (root.findtext("DocumentProperties/Title") or "").strip() or None
    return Extract(Story(styles, _Written(None, styles)).read(body), "docx", Stated(title=title))


class _Written(ListNumbering):
    """Word 2003 writes beside each numbered paragraph what its number looks like."""

    def next_number(self, properties: Element | None, style: str | None) -> str:  # noqa: ARG002
        """That of a paragraph whose ``pPr`` is given; what ``style`` numbers is written, too."""
        text = None if properties is None else properties.find("listPr/t")
        return "" if text is None else text.get("val", "").strip()[:40]
