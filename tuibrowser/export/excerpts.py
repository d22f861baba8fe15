"""One door to the collection 摘录 in any format, each excerpt with where it stands."""

from __future__ import annotations

# ruff: noqa: PLC0415
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tuibrowser.export.naming import Format, free_path
from tuibrowser.export.writing import Exported, headed, write
from tuibrowser.model.kept import Excerpt
from tuibrowser.store.library import Library
from tuibrowser.text.linebreak import broken
from tuibrowser.text.visible import visible_lines

FORMATS: Final[tuple[Format, ...]] = ("text", "md", "html", "docx")

_TITLE: Final = "摘录"


def write_excerpts(
    excerpts: Sequence[Excerpt], format_: Format, target: Path, library: Library | None = None
) -> Exported:
    """Write ``excerpts`` into ``target``, which is replaced if it exists.

    Args:
        excerpts: In this order.
        format_: One of :data:`FORMATS`.
        target: Where to; see :func:`suggested_path`.
        library: The open library, so that neither it nor its sources are overwritten.

    Raises:
        ExportRefused: ``target`` is a library or a report.
        OSError: it cannot be written.
        LibraryError: the library cannot be asked.
    """
    content = excerpts_bytes(excerpts, format_)
    return write(headed(content, _TITLE) if format_ == "text" else content, target, library)


def excerpts_bytes(
    excerpts: Sequence[Excerpt],
    format_: Format,
    date: datetime.date | None = None,
    width: int | None = None,
) -> bytes:
    """``excerpts`` as the content of a file.

    Args:
        excerpts: In this order.
        format_: One of :data:`FORMATS`.
        date: That the file gives as its own; today if ``None``.
        width: Columns to break lines of text at; ``None`` gives a line a paragraph.
    """
    day = (date or datetime.date.today()).isoformat()
    match format_:
        case "docx":
            from tuibrowser.export.docx import excerpts_docx

            return excerpts_docx(_TITLE, day, excerpts)
        case "html":
            from tuibrowser.export.html import excerpts_html

            return excerpts_html(_TITLE, day, excerpts).encode()
        case "md":
            from tuibrowser.export.markdown import excerpts_markdown

            return f"{excerpts_markdown(_TITLE, day, excerpts)}\n".encode()
        case _:
            texts = [visible_lines(str(each)) for each in excerpts]
            if width is not None:
                texts = ["\n".join(broken(text, width)) for text in texts]
            return ("\n\n".join(texts) + "\n").encode()


def suggested_path(format_: Format, folder: Path | None = None) -> Path:
    """Where the collection could go: ``摘录_2026-11-25.docx``, a name that is free."""
    return free_path(f"{_TITLE}_{datetime.date.today().isoformat()}", format_, folder)
