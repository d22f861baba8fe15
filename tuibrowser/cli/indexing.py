"""``index``: files into the library, with progress and a summary."""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tuibrowser.cli.delivery import (
    refuse_ending,
    refuse_missing_folder,
    refuse_overwriting,
    refuse_what_is_read,
)
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.progress import ProgressLine
from tuibrowser.cli.telling import (
    keep_refused,
    not_reports,
    tell_outcome,
    tell_place,
    write_report,
)
from tuibrowser.indexing.outcome import Outcome
from tuibrowser.indexing.run import USUAL, Ways, index
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.store.library import Library


def index_paths(options: Namespace, library: Library) -> int:
    """Take files and folders into the library."""
    gc.enable()  # thousands of files, or a folder watched for weeks
    if options.report is not None:
        refuse_ending(Path(options.report), ".csv")
        refuse_what_is_read(Path(options.report), options)
        refuse_missing_folder(Path(options.report))
    if options.report is not None and library.exists():
        refuse_overwriting(Path(options.report), library)
    roster = None
    if options.roster is not None:
        from tuibrowser.cli.rosters import read_listed  # noqa: PLC0415

        roster = read_listed(options.roster)
    if options.watch:
        from tuibrowser.cli.watching import watch_paths  # noqa: PLC0415

        watch_paths(options, library, roster)
    paths = [Path(path) for path in options.paths]
    ways = Ways(not options.no_words, options.prune, roster=roster, aside=not_reports(options))
    outcome = index_watched(library, paths, ways)
    keep_refused(library, options.paths, outcome)
    tell_outcome(outcome)
    tell_place(library)
    write_report(options, library, outcome.refused)
    return Status.LACKING if outcome.refused else Status.DONE


def index_watched(library: Library, paths: Sequence[Path], ways: Ways = USUAL) -> Outcome:
    """Index ``paths``, drawing the progress on a terminal.

    Raises:
        Stop: interrupted, or a lexicon of one's own is unusable.
        LibraryError: the library cannot be written.
    """
    line = ProgressLine()
    try:
        return index(library, paths, replace(ways, report_progress=line.draw))
    except KeyboardInterrupt:
        sentence = "已中断。已入库的报告都已保存，再次运行同一命令可继续"
        raise Stop(Status.INTERRUPTED, sentence) from None
    except LexiconError as error:
        raise Stop(Status.MISUSED, str(error)) from None
    finally:
        line.clear()
