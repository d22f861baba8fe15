"""OpenDocument texts (ODF 1.3), as LibreOffice and WPS write them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element

from tuibrowser.model.document import Stated
from tuibrowser.reading.extract import Extract
from tuibrowser.reading.odt.body import Story
from tuibrowser.reading.odt.styles import Styles
from tuibrowser.reading.refused import Refused
from tuibrowser.reading.xml import parse, part

__all__ = ["read"]

_ENCRYPTED = "文件设有打开密码，请去掉密码后再试"


def read(data: bytes) -> Extract:
    """Return the paragraphs of the OpenDocument text ``data``.

    Raises:
        Refused: it is encrypted, damaged or made to harm.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Refused("文件已损坏，请用原软件打开并另存一份后再试") from None
    with archive:
        manifest = part(archive, "META-INF/manifest.xml")
        if manifest is not None and b"encryption-data" in manifest:
            raise Refused(_ENCRYPTED)
        content = _tree(archive, "content.xml")
        text = None if content is None else content.find("body/text")
        if content is None or text is None:
            raise Refused("文件中没有正文，请用原软件打开并另存一份后再试")
        styles = Styles([it for it in (_tree(archive, "styles.xml"), content) if it is not None])
        meta = _tree(archive, "meta.xml")
        title = None if meta is None else (meta.findtext("meta/title") or "").strip() or None
        return Extract(Story(styles).read(text), "odt", Stated(title=title))


def _tree(archive: zipfile.ZipFile, name: str) -> Element | None:
    data = part(archive, name)
    return None if data is None else parse(data)
