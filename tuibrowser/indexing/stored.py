"""A text that a library holds, as if its file were read again."""

from __future__ import annotations

from tuibrowser.model.document import Document
from tuibrowser.model.report import READING
from tuibrowser.store.answers.report_reader import StoredText


def stored_document(stored: StoredText) -> Document:
    """What reading gave when the file was read, so that parsing it again loses nothing."""
    document = Document(stored.text, stored.sha256, stored.file, "stored")
    origin = stored.origin
    if origin is None:
        return document
    return document._replace(
        format=origin.format,
        reader=origin.reader,
        hints=origin.hints,
        stated=origin.stated,
        doubts=tuple(doubt.says for doubt in origin.doubts if doubt.kind == READING),
    )
