"""What a person puts right from the screens: read, settled, taken back; errors become sentences.

Imported when something is to be put right: the rules load the lexicon, which browsing goes without.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import NamedTuple

from tuibrowser.correcting import settle
from tuibrowser.correcting.choices import Choice, choices
from tuibrowser.correcting.matters import Matter
from tuibrowser.correcting.scopes import CorrectionScope, scopes
from tuibrowser.correcting.typed import Unfit, corrections_of
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.model.correction import About, Correction, Corrections
from tuibrowser.model.report import Report
from tuibrowser.state.storage import StateUnsaved
from tuibrowser.store.library import Library, LibraryError
from tuibrowser.tui.session.aside import aside
from tuibrowser.tui.session.session import Session

_REFUSED = (LibraryError, LexiconError, StateUnsaved, settle.KeptElsewhere)
"""Each says in one Chinese sentence what to do."""


class StoredReport(NamedTuple):
    """A report as it is in the library now."""

    report: Report
    corrections: Corrections


def look(session: Session, sha256: str) -> StoredReport | None:
    """A report as it is now, with what was put right; says why there is none."""
    reports = session.reports([sha256])
    if not reports:
        return None
    try:
        with session.library.read() as reader:
            return StoredReport(reports[0], reader.corrections(sha256))
    except LibraryError as error:
        session.say(str(error))
        return None


def offered(session: Session, matter: Matter, report: Report) -> list[Choice] | None:
    """What ``matter`` may be instead; says why that cannot be known."""
    try:
        with session.library.read() as reader:
            return choices(matter, report, reader, load())
    except _REFUSED as error:
        session.say(str(error))
        return None


def written(matter: Matter, said: str) -> list[Correction] | str:
    """What a person typed for ``matter``, or why it cannot be meant."""
    try:
        return corrections_of(matter.key, said, load(), matter.part)
    except (Unfit, LexiconError) as reason:
        return str(reason)


def circles(
    session: Session, matter: Matter, corrections: Corrections, report: Report
) -> list[CorrectionScope]:
    """The reports that ``corrections`` of ``matter`` may hold for, at once: this one alone first;
    says why that cannot be known."""
    try:
        with session.library.read() as reader:
            return scopes(reader, report, corrections, matter.key)
    except LibraryError as error:
        session.say(str(error))
        return []


async def put_right(session: Session, scope: CorrectionScope) -> list[str] | None:
    """Settle what ``scope`` says while keys go on.

    Returns:
        A sentence for each place where something is kept that is not in the library; ``None`` where
        it could not be settled, which has been said.
    """
    kept: list[str] = []
    wanted = dict.fromkeys(scope.shas, scope.corrections)

    def work(library: Library, say: Callable[[str], object]) -> None:
        kept.extend(settle.put_right(library, load(), wanted, say, scope.folder))

    return kept if await _do(session, work) else None


async def undo(session: Session, shas: Sequence[str], only: Collection[About] | None) -> bool:
    """Take back what was put right, ``only`` some of it; says why it cannot, and returns whether it
    could."""

    def work(library: Library, say: Callable[[str], object]) -> None:
        settle.undo(library, load(), shas, say, only)

    return await _do(session, work)


async def _do(session: Session, work: Callable[[Library, Callable[[str], object]], None]) -> bool:
    sentences: list[str] = []
    try:
        await aside(partial(work, session.library, sentences.append))
    except _REFUSED as error:
        sentences.append(str(error))
        return False
    finally:
        for sentence in sentences:
            session.say(sentence)
    return True
