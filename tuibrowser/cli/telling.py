"""What became of files that were to be taken in, said to who runs ``index``."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from tuibrowser.cli.terminal import remark, say
from tuibrowser.files import path_as_text
from tuibrowser.indexing.files import Refusal
from tuibrowser.indexing.outcome import Outcome
from tuibrowser.indexing.wording import (
    COPIES,
    DOUBTFUL,
    NOT_REPORTS,
    VANISHED,
    copies,
    doubtful,
    refusals,
    summary,
)
from tuibrowser.store.library import Library


def not_reports(options: Namespace) -> list[Path]:
    """Files that the command itself names for something else; they may lie among the reports."""
    return [] if options.roster is None else [Path(options.roster)]


def keep_refused(library: Library, paths: Sequence[str | Path], outcome: Outcome) -> None:
    """Remember what was refused, for the browser's list and for who asks which units reported.

    Args:
        library: What it was refused by.
        paths: What was gone through.
        outcome: What came of it.
    """
    from tuibrowser.state.refused import change_refused, refused_after  # noqa: PLC0415
    from tuibrowser.state.storage import StateUnsaved  # noqa: PLC0415

    through = [os.path.abspath(path) for path in paths]
    try:
        change_refused(
            library.path,
            lambda before: refused_after(before, through, outcome.refused, outcome.stopped),
            remark,
        )
    except StateUnsaved as reason:
        remark(str(reason))


def write_report(options: Namespace, library: Library, refused: Sequence[Refusal]) -> None:
    """Write the list that ``--report`` asks for."""
    if options.report is not None:
        from tuibrowser.cli.doubts import write_doubts  # noqa: PLC0415

        write_doubts(Path(options.report), library, refused)


def tell_outcome(outcome: Outcome) -> None:
    """Say what became of all files."""
    if outcome.refused:
        remark("未能入库：")
        remark("\n".join(refusals(outcome.refused)))
    if outcome.not_reports:
        remark(NOT_REPORTS)
        remark("\n".join(f"  {path_as_text(path)}" for path in outcome.not_reports))
    if any(change.what == "copied" for change in outcome.changes):
        remark(COPIES)
        remark("\n".join(copies(outcome.changes)))
    if outcome.doubtful:
        remark(DOUBTFUL)
        remark("\n".join(doubtful(outcome.doubtful)))
    if outcome.vanished:
        remark(f"{VANISHED}（要移出请加 --prune 再运行）：")
        remark("\n".join(f"  {path_as_text(path)}" for path in outcome.vanished))
    for note in outcome.notes:
        remark(note)
    say(summary(outcome))


def tell_place(library: Library) -> None:
    """Say which of several libraries the reports went to."""
    if len(library.libraries) > 1:
        remark(f"已存入{library.label_of(library.path)} {library.path}，其他报告库未改动")
