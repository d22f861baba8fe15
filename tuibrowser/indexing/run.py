"""``index``: files and folders through reading and parsing into the library.

It can be stopped, killed and repeated: what is whole stays, what is unchanged is skipped, what has
changed is replaced, and one bad file never holds up the others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tuibrowser.indexing.crew import Crew
from tuibrowser.indexing.files import Findings, find_files
from tuibrowser.indexing.intake import Intake
from tuibrowser.indexing.ledger import Ledger
from tuibrowser.indexing.meaning import mark_meaning
from tuibrowser.indexing.outcome import Outcome, Progress, Stage, Stopped, Tell
from tuibrowser.indexing.renewal import Renewal
from tuibrowser.indexing.words import mark_words
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.synonyms import load_synonyms
from tuibrowser.parsing.version import parser_version
from tuibrowser.places.rosters import ListedUnit
from tuibrowser.store.library import Library, Versions

_LEFT_OPEN: Final = (
    "报告库正由其他程序打开，暂时带有附属文件（-wal），复制或交给同事之前，"
    "请全部退出后运行：tuibrowser --db {} doctor"
)


@dataclass(frozen=True, slots=True)
class Ways:
    """How a run deals with files, and who hears of it."""

    words: bool = True
    """Whether to mark words, too."""
    prune: bool = False
    """Whether to take out reports whose files have gone from the folders that are looked at."""
    report_progress: Tell | None = None
    """Called before each step. It may raise :class:`Stopped`: the outcome is then what was done up
    to there."""
    roster: Sequence[ListedUnit] | None = None
    """Units and where they lie, which tell that of reports that leave it open; kept by the library
    in place of the one before. ``None`` leaves that as it is."""
    processes: int | None = None
    """How many may be busy, this one among them; unless told, one for each core."""
    aside: Sequence[Path] = ()
    """Files in the folders that are no reports, such as the roster's."""


USUAL: Final = Ways()


def index(library: Library, paths: Sequence[Path], ways: Ways = USUAL) -> Outcome:
    """Bring ``library`` up to date with ``paths``, and its reports with this program.

    Files that are gone are listed and their reports kept, unless to ``prune``. After an upgrade,
    stored reports are parsed again from their stored text.

    Args:
        library: It is made where there is none.
        paths: Files, folders, and other libraries whose reports are taken over.
        ways: How to deal with them.

    Raises:
        LibraryError: the library cannot be written; what was done before stays done.
        LexiconError: a person's own lexicon cannot be used; nothing was done.
        KeyboardInterrupt: as it comes; what was done before stays done.
    """
    tell = ways.report_progress or _unheard
    try:
        found = find_files(
            paths, lambda done, folder: tell(Progress(done, 0, folder, "looking")), ways.aside
        )
    except Stopped:
        return Outcome(0, 0, 0, (), (), stopped=True)
    if not found.files and library.has_path and not library.exists():
        return Outcome(0, 0, 0, tuple(found.refused), ())
    folders = folders_with_files(paths, found)
    return update(library, found, folders, ways)


def update(
    library: Library, findings: Findings, folders: Sequence[Path] = (), ways: Ways = USUAL
) -> Outcome:
    """As :func:`index`, with the files of ``findings`` alone.

    Args:
        library: As there, and so are the others.
        findings: The files, and what was refused before.
        folders: Where to look for files that are gone.
        ways: How files are dealt with.
    """
    lexicon = load()
    synonyms = load_synonyms()
    tell = ways.report_progress or _unheard
    crew, ledger = Crew(lexicon, ways.processes), Ledger(list(findings.refused))
    stopped = False
    with library.write(Versions(parser_version(), lexicon.version), bulk=True) as writer:
        if ways.roster is not None:
            writer.learn_roster(ways.roster)
        intake = Intake(writer, crew, ledger, tell, library.path)
        renewal = Renewal(writer, crew, ledger, tell)
        try:
            writer.upkeep.renew_index(_told(tell, "index"))
            writer.upkeep.make_room(len(findings.files))
            writer.upkeep.set_synonyms(synonyms)
            intake.take_in(findings.files)
            intake.settle_vanished(folders, ways.prune)
            renewal.read_again()
            renewal.parse_moved(intake.moved)
            renewal.parse_again()
            writer.share_places()
            intake.tell_namesakes_apart()
            writer.upkeep.tidy_index()
            if ways.words:
                mark_words(writer, tell)
            mark_meaning(writer, _told(tell, "meaning"))
        except Stopped:
            stopped = True
            writer.share_places()
            intake.tell_namesakes_apart()
    left_open = [] if library.at_rest() else [_LEFT_OPEN.format(library.path)]
    return ledger.outcome((*intake.notes, *renewal.notes, *left_open), stopped)


def _unheard(_: Progress) -> None:
    """Nobody asked to be told."""


def _told(tell: Tell, stage: Stage) -> Callable[[int, int], None]:
    """Tells of a stage that goes through reports of which none is named."""
    return lambda done, total: tell(Progress(done, total, None, stage))


def folders_with_files(paths: Sequence[Path], found: Findings) -> list[Path]:
    """The folders among ``paths`` in which what is not found is gone: one without any file may be a
    share that is not connected."""
    files = [os.path.abspath(file) for file in found.files]
    folders = [path for path in paths if os.path.isdir(path)]
    unlisted = [os.path.abspath(path) for path, _ in found.refused]
    return [
        folder
        for folder in folders
        for prefix in (os.path.join(os.path.abspath(folder), ""),)
        if any(file.startswith(prefix) for file in files)
        # What lies in a folder that cannot be listed is not known to be gone.
        and not any(os.path.join(path, "").startswith(prefix) for path in unlisted)
    ]
