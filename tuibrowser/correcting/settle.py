"""Corrections into the library, or beside it where that cannot be written; and out again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from tuibrowser.correcting.wording import (
    FOLDER_NOT_KEPT,
    KEPT_BESIDE,
    KEPT_OF_OTHERS,
    UNDONE_ELSEWHERE,
)
from tuibrowser.indexing.stored import stored_document
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.correction import OF_FOLDER, About, Corrections
from tuibrowser.model.report import Place
from tuibrowser.parsing.understand import understand
from tuibrowser.parsing.version import parser_version
from tuibrowser.state.corrections import (
    PutRight,
    forget_corrections,
    keep_corrections,
    load_corrections,
)
from tuibrowser.store.library import Library, LibraryReadOnly, Versions
from tuibrowser.store.writing.write import Writer

Say = Callable[[str], object]


class KeptElsewhere(Exception):
    """What was put right is in a library that is only read; ``str()`` is one Chinese sentence."""


def put_right(
    library: Library,
    lexicon: Lexicon,
    wanted: PutRight,
    say: Say,
    folder: Path | None = None,
) -> tuple[str, ...]:
    """Keep ``wanted`` in ``library``; where that cannot be written, with the person's own things.

    Of several libraries only the one that is changed takes what is put right.

    Args:
        library: Holds the reports, or may get them later.
        lexicon: The wordings.
        wanted: Corrections by the sha256 of their report.
        say: Is told of what is damaged among the person's own things.
        folder: Where all of them lie, if what they have in common is to hold for what comes to lie
            there later, too.

    Returns:
        A sentence for each place where something could not be kept; none if all is in the library.

    Raises:
        StateUnsaved: neither can be written.
        LibraryError: the library cannot be used.
    """
    beside = load_corrections(say)
    remarks: tuple[str, ...] = ()
    is_settled = folder is not None and _shared_place(wanted.values()) is not None
    not_kept = (FOLDER_NOT_KEPT.format(folder),) if is_settled else ()
    others = _in_others(library, wanted)
    if others:
        keep_corrections({it: wanted[it] for it in others}, say)
        remarks = (KEPT_OF_OTHERS.format(len(others), next(iter(others.values()))),)
        wanted = {sha256: it for sha256, it in wanted.items() if sha256 not in others}
    if not wanted:
        return (*remarks, *not_kept)
    try:
        with library.write(Versions(parser_version(), lexicon.version)) as writer:
            for sha256, corrections in wanted.items():
                if writer.has(sha256):
                    # What could not be written before goes where it belongs.
                    writer.correct(sha256, [*beside.get(sha256, ()), *corrections])
                else:
                    writer.correct(sha256, corrections)
            if folder is not None and (place := _shared_place(wanted.values())):
                writer.settle_folder(folder, place)
            _understand_again(writer, lexicon, filter(writer.has, wanted))
    except LibraryReadOnly:
        keep_corrections(wanted, say)
        return (*remarks, KEPT_BESIDE.format(library.path), *not_kept)
    for sha256 in wanted:
        if sha256 in beside:
            forget_corrections(sha256, say)
    return remarks


def settle_folders(
    library: Library, lexicon: Lexicon, folders: Mapping[str, Place]
) -> tuple[str, ...]:
    """Have what comes to lie in ``folders`` be from where each says.

    Returns:
        A sentence for each that could not be kept.
    """
    if not folders:
        return ()
    try:
        with library.write(Versions(parser_version(), lexicon.version)) as writer:
            for path, place in folders.items():
                writer.settle_folder(Path(path), place)
            writer.share_places()
    except LibraryReadOnly:
        return tuple(FOLDER_NOT_KEPT.format(path) for path in folders)
    return ()


def undo(
    library: Library,
    lexicon: Lexicon,
    shas: Sequence[str],
    say: Say,
    only: Collection[About] | None = None,
    folder: Path | None = None,
) -> None:
    """Forget what was put right in these reports, or ``only`` some of it; and what was settled for
    their ``folder``.

    Raises:
        StateUnsaved: what is kept beside the library cannot be changed.
        KeptElsewhere: a library that is only read has some of it.
        LibraryReadOnly: the library has some of it, and cannot be written.
        LibraryError: the library cannot be used.
    """
    beside = load_corrections(say)
    for sha256 in shas:
        if sha256 in beside:
            forget_corrections(sha256, say, only)
    if others := _in_others(library, shas):
        inside = _inside(library, list(others))
        for sha256, home in others.items():
            if _has(inside[sha256], only):
                raise KeptElsewhere(UNDONE_ELSEWHERE.format(home))
        shas = [sha256 for sha256 in shas if sha256 not in others]
    if not shas:
        return
    try:
        with library.write(Versions(parser_version(), lexicon.version)) as writer:
            for sha256 in shas:
                writer.uncorrect(sha256, only)
            if folder is not None:
                writer.settle_folder(folder, Place())
            _understand_again(writer, lexicon, filter(writer.has, shas))
    except LibraryReadOnly:
        # What was beside it is gone already: whoever reads now sees what the library itself has.
        if any(_has(its, only) for its in _inside(library, shas).values()):
            raise


def _in_others(library: Library, shas: Iterable[str]) -> dict[str, Path]:
    """Those of ``shas`` that are read from a library which is not changed, and its path."""
    if len(library.libraries) == 1:
        return {}
    with library.read() as reader:
        homes = reader.homes()
    found = ((sha256, homes.get(sha256, library.path)) for sha256 in shas)
    return {sha256: home for sha256, home in found if home != library.path}


def _understand_again(writer: Writer, lexicon: Lexicon, shas: Iterable[str]) -> None:
    for sha256 in shas:
        source = next(iter(writer.sources.of(sha256)), None)
        writer.reparse(understand(stored_document(writer.text(sha256), source), lexicon))
        # Of other measures, or of another year: ``index`` may not come by for long.
        writer.upkeep.set_meaning([sha256])
    writer.share_places()


def _shared_place(wanted: Iterable[Corrections]) -> Place | None:
    """The levels above the township that were put right in all reports alike; ``None`` where none
    was."""
    every = [{(it.key, it.value) for it in found if it.key in OF_FOLDER} for found in wanted]
    shared = dict(set[tuple[str, str | None]]().union(*every))
    is_alike = every and all(found == every[0] for found in every)
    return Place()._replace(**shared) if shared and is_alike else None


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
