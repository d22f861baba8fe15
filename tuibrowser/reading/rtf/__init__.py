"""Rich Text Format (RTF 1.9.1), as Word, WPS and LibreOffice write it."""

from __future__ import annotations

from tuibrowser.reading.extract import Extract
from tuibrowser.reading.rtf.document import Story
from tuibrowser.reading.rtf.tokens import tokens

__all__ = ["read"]


def read(data: bytes) -> Extract:
    """Return the paragraphs of the RTF document ``data``.

    Raises:
        Refused: it is made to harm.
    """
    return Extract(Story().read(tokens(data)), "rtf")
