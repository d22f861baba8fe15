"""Corrections into the library, or beside it where that cannot be written; and out again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from tuibrowser.indexing.stored import stored_document
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.correction import About
from tuibrowser.parsing.understand import understand
from tuibrowser.parsing.version import parser_version
from tuibrowser.state.corrections import (
    PutRight,
    forget_corrections,
    keep_corrections,
    load_corrections,
)
from tuibrowser.store.library import Library, LibraryReadOnly, Versions
from tuibrowser.store.write import Writer

Say = Callable[[str], object]


def put_right(library: Library, lexicon: Lexicon, wanted: PutRight, say: Say) -> bool:
    """Keep ``wanted`` in ``library``; where that cannot be written, with the person's own things.

    Args:
        library: Holds the reports, or may get them later.
        lexicon: The wordings.
        wanted: Corrections by the sha256 of their report.
        say: Is told of what is damaged among the person's own things.

    Returns:
        Whether they are in the library.

    Raises:
        StateUnsaved: neither can be written.
        LibraryError: the library cannot be used.
    """
    beside = load_corrections(say)
    try:
        with library.write(Versions(parser_version(), lexicon.version)) as writer:
            for sha256, corrections in wanted.items():
                if writer.has(sha256):
                    # What could not be written before goes where it belongs.
                    writer.correct(sha256, [*beside.get(sha256, ()), *corrections])
                else:
                    writer.correct(sha256, corrections)
            _understand_again(writer, lexicon, filter(writer.has, wanted))
    except LibraryReadOnly:
        keep_corrections(wanted, say)
        return False
    for sha256 in wanted:
        if sha256 in beside:
            forget_corrections(sha256, say)
    return True


def undo(
    library: Library,
    lexicon: Lexicon,
    shas: Sequence[str],
    say: Say,
    only: Collection[About] | None = None,
) -> None:
    """Forget what was put right in these reports, or ``only`` some of it.

    Raises:
        StateUnsaved: what is kept beside the library cannot be changed.
        LibraryReadOnly: the library has some of it, and cannot be written.
        LibraryError: the library cannot be used.
    """
    beside = load_corrections(say)
    for sha256 in shas:
        if sha256 in beside:
            forget_corrections(sha256, say, only)
    try:
        with library.write(Versions(parser_version(), lexicon.version)) as writer:
            for sha256 in shas:
                writer.uncorrect(sha256, only)
            _understand_again(writer, lexicon, filter(writer.has, shas))
    except LibraryReadOnly:
        # What was beside it is gone already: whoever reads now sees what the library itself has.
        if any(_has(its, only) for its in _inside(library, shas).values()):
            raise


def _understand_again(writer: Writer, lexicon: Lexicon, shas: Iterable[str]) -> None:
    for sha256 in shas:
        writer.reparse(understand(stored_document(writer.text(sha256)), lexicon))
    writer.share_places()


def _inside(library: Library, shas: Sequence[str]) -> Mapping[str, Collection[About]]:
    beside = load_corrections()
    with library.read() as reader:
        return {
            sha256: {it.about for it in reader.corrections(sha256)}
            - {it.about for it in beside.get(sha256, ())}
            for sha256 in shas
        }


def _has(found: Collection[About], only: Collection[About] | None) -> bool:
    return bool(found) if only is None else any(it in only for it in found)
