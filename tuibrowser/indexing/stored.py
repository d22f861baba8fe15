"""A text that a library holds, as if its file were read again."""

from __future__ import annotations

from pathlib import Path

from tuibrowser.files import folders_above
from tuibrowser.model.document import Document
from tuibrowser.model.report import READING
from tuibrowser.store.answers.report_reader import StoredText


def stored_document(stored: StoredText, source: Path | None = None) -> Document:
    """What reading gave when the file was read, so that parsing it again loses nothing.

    Args:
        stored: The text, and what is kept of its file.
        source: Where its file lies; ``None``, or below a library, where it came from another one.
    """
    document = Document(stored.text, stored.sha256, stored.file, "stored")
    has_file = source is not None and source.name != stored.sha256
    folders = folders_above(source) if source is not None and has_file else ()
    origin = stored.origin
    if origin is None:
        return document._replace(folders=folders)
    return document._replace(
        format=origin.format,
        reader=origin.reader,
        hints=origin.hints,
        stated=origin.stated,
        folders=folders if has_file else tuple(filter(None, [origin.year_folder])),
        doubts=tuple(doubt.says for doubt in origin.doubts if doubt.kind == READING),
    )
