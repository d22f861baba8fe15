"""A file as a reader gives it: clean text, and what its format says beside the words."""

from bisect import bisect_right
from typing import NamedTuple


class TableCell(NamedTuple):
    """Where a table's cell stands in the text; ``start``/``end`` cover its paragraphs."""

    start: int
    end: int
    table: int
    """Number of the table in its file, from 0."""
    row: int
    column: int


class Hints(NamedTuple):
    """What the format of a file says of its text beside the words; offsets into the clean text.

    A library keeps them, so that parsing the stored text again loses nothing.
    """

    pages: tuple[int, ...] = ()
    """Where each page begins; empty for formats without pages."""
    headings: tuple[tuple[int, int], ...] = ()
    """Where a paragraph of a heading style begins, and its level, from 1."""
    cells: tuple[TableCell, ...] = ()

    def page(self, offset: int) -> int | None:
        """The page on which the character at ``offset`` stands, from 1, if pages are known."""
        return bisect_right(self.pages, offset) or None


class Stated(NamedTuple):
    """What a file or page says of itself outside its text: metadata, a page's table of particulars;
    verbatim, ``None`` where it says nothing."""

    title: str | None = None
    issuer: str | None = None
    published: str | None = None
    """As written: ``2024-03-28 10:15``, ``2024年3月28日``."""
    site: str | None = None
    """Name of the website."""


class Document(NamedTuple):
    """Clean text of one file, before anything is understood of it."""

    text: str
    sha256: str
    """Of the file's bytes, lower-case hex."""
    name: str
    """Base name of the file."""
    encoding: str
    """The Python codec the bytes were decoded with, or the format's own name."""
    format: str = "txt"
    """Name of its format, as ``reading.formats`` lists them."""
    hints: Hints = Hints()
    stated: Stated = Stated()
    reader: int = 0
    """Version of what read the file; 0 where it is not known."""
    folders: tuple[str, ...] = ()
    """Names of the folders above the file, the innermost last; of a member, the archive's among
    them."""
    doubts: tuple[str, ...] = ()
    """What the reader could not be sure of, a Chinese sentence each."""
