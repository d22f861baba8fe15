"""The texts of another library, as if they were read from files.

Of a library that comes from elsewhere nothing is believed but its texts, and these pass the wall
that files pass; what there is to understand of them is understood anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tuibrowser.indexing.stored import stored_document
from tuibrowser.model.document import Document, Hints, Stated
from tuibrowser.parsing.breaks.torn import whole
from tuibrowser.reading.clean import clean
from tuibrowser.reading.formats import BY_NAME
from tuibrowser.reading.read import LARGEST_TEXT, Refused
from tuibrowser.store.library import Library, LibraryError, StoredText

_LONGEST_NAME: Final = 255
"""Characters of a file's name; no file system allows more."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of one report of another library."""

    done: int
    total: int
    """Which of how many it is."""
    source: Path
    """The library, and in it the report that is taken over."""
    what: Document | Refused | None
    """``None`` where it need not be taken over."""
    word_starts: bytes | None = None
    """Where words start in the text, if that library knows."""


def texts_of(library: Library, is_known: Callable[[str], bool]) -> Iterator[Merged]:
    """Every report of ``library``, in the order it took them in.

    Args:
        library: Another one, which may be damaged or made to harm.
        is_known: Whether a report, given by its sha256, is not wanted.

    Raises:
        Refused: the library as a whole cannot be read.
    """
    with ExitStack() as open_library:
        # Only what reading raises is that library's fault.
        try:
            reader = open_library.enter_context(library.read())
            names = reader.names()
        except LibraryError as error:
            raise Refused(str(error)) from error
        for done, (number, sha256) in enumerate(names):
            if is_known(sha256):
                yield Merged(done, len(names), library.path, None)
                continue
            try:
                document, starts = _document(reader.stored_text(number))
            except (LibraryError, Refused) as reason:
                refused = Refused(f"其中第 {done + 1} 份报告没有并入：{_why(reason)}")
                yield Merged(done, len(names), library.path, refused)
            else:
                yield Merged(done, len(names), library.path / document.sha256, document, starts)


def _why(reason: Exception) -> str:
    return str(reason) if isinstance(reason, Refused) else "内容已损坏，无法读取"


def _document(stored: StoredText) -> tuple[Document, bytes | None]:
    """What reading a file with this text would give, and where its words start.

    Raises:
        Refused: no file with this text would be read.
    """
    if len(stored.text) > LARGEST_TEXT:
        raise Refused(f"文字超过 {LARGEST_TEXT // 1024 // 1024} MB，不像一份报告")
    text = clean(stored.text)
    if not text.strip():
        raise Refused("没有文字")
    # A name is a line's worth of a label; a path in it would be nobody's here.
    name = _in_one_line(stored.file).rpartition("/")[2][:_LONGEST_NAME]
    known = stored_document(stored)
    document = Document(
        text,
        stored.sha256,
        name or stored.sha256,
        "stored",
        format=known.format if known.format in BY_NAME else BY_NAME["txt"].name,
        reader=known.reader,
        # Offsets are of the text as it stood there.
        hints=known.hints if text == stored.text else Hints(),
        stated=Stated(*(_in_one_line(it) or None if it else None for it in known.stated)),
        folders=tuple(map(_in_one_line, known.folders)),
        doubts=tuple(map(_in_one_line, known.doubts)),
    )
    # Understanding may join lines; then words start elsewhere.
    return document, stored.word_starts if whole(document).text == stored.text else None


def _in_one_line(words: str) -> str:
    return " ".join(clean(words).split())
