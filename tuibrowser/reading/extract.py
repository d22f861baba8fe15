"""What a reader of a format hands on: paragraphs as the file has them, not yet cleaned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuibrowser.model.document import Stated


class Paragraph(NamedTuple):
    """One paragraph; a line end in ``text`` is one that its author set (a manual line break)."""

    text: str
    level: int = 0
    """Of its heading style, from 1; 0 for a paragraph of the body."""
    cell: tuple[int, int, int] | None = None
    """Table, row and column, each from 0, for a paragraph in a table."""
    page: int = 0
    """From 1; 0 for formats without pages."""


class Extract(NamedTuple):
    """The paragraphs of one file, in reading order."""

    paragraphs: Sequence[Paragraph]
    encoding: str
    """The Python codec the bytes were decoded with, or the format's own name."""
    stated: Stated = Stated()
    doubts: tuple[str, ...] = ()
    """Chinese sentences for the user, such as 第2、3页是扫描图片，没有文字."""


class Member(NamedTuple):
    """A file inside an archive."""

    name: str
    """Its path in the archive, ``/`` between folders."""
    data: bytes
    trouble: str = ""
    """Why it cannot be had, a Chinese sentence; then ``data`` is empty."""
