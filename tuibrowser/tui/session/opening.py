"""What the first screen shows: the reports that were named, or those of the last time."""

from __future__ import annotations

# What only some starts need is imported then: the first screen waits for nothing.
# ruff: noqa: PLC0415
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

from tuibrowser.compare.choice import first_choice
from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.state.workspaces import Workspace, load_workspace
from tuibrowser.store.errors import missing
from tuibrowser.store.library import Library, LibraryMissing, Reader

_OPENED_FIRST: Final = 3
"""Reports that are put side by side where nobody chose any."""


@dataclass
class Opening:
    """Reports to put on the screen, and what goes with them."""

    workspace: Workspace = field(default_factory=Workspace)
    reports: list[Report] = field(default_factory=list)
    """Those of the workspace that are there."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Of each sha256, which of the texts of its issuer and year it is."""
    drafts: dict[str, str] = field(default_factory=dict)
    """Of each sha256 that is in no library, its file."""
    notices: list[str] = field(default_factory=list)
    """What is to be said, a sentence each."""
    entries: tuple[int, list[ReportEntry]] | None = None
    """The version of the library, and its reports, if they had to be read."""
    has_library: bool = True


def begin(library: Library, refs: Sequence[str] = ()) -> Opening:
    """What to open first.

    Args:
        library: Where reports come from; it may not exist yet.
        refs: Reports as people name them, paths of files among them; without any, those of the
            last time are opened, or else the most telling few.

    Raises:
        LibraryError: the library is there but cannot be read, or a REF needs it.
        RefError: a REF names nothing, or several reports.
        DraftUnread: a file cannot be read.
    """
    opening = Opening()
    try:
        with library.read() as reader:
            if refs:
                _open_named(refs, library, reader, opening)
                return opening
            opening.workspace = load_workspace(library.key, opening.notices.append)
            if not opening.workspace.reports:
                entries = _entries(reader, opening)
                chosen = first_choice(entries, _OPENED_FIRST)
                opening.workspace = Workspace(tuple(it.sha256 for it in chosen))
            _open_workspace(reader, opening)
    except LibraryMissing:
        opening.has_library = False
        if refs:
            _open_named(refs, library, None, opening)
    return opening


def reopen(library: Library, workspace: Workspace) -> Opening:
    """What there is to open of ``workspace``; raises LibraryError if the library cannot be read."""
    opening = Opening(workspace)
    with library.read() as reader:
        _open_workspace(reader, opening)
    return opening


def read_report(reader: Reader, sha256: str, numbers: dict[str, int]) -> Report:
    """One report of the library, its number noted; raises ``KeyError`` if it is not there."""
    report = reader.report(sha256)
    numbers[sha256] = reader.number(sha256)
    return report


def _open_workspace(reader: Reader, opening: Opening) -> None:
    workspace = opening.workspace
    now: dict[str, str] = {}
    gone = 0
    for sha256 in workspace.all:
        if sha256 in workspace.drafts:
            report = _open_draft(workspace.drafts[sha256], reader, opening)
            if report is not None:
                now[sha256] = report.sha256
            continue
        try:
            opening.reports.append(read_report(reader, sha256, opening.numbers))
        except KeyError:
            gone += 1
    if gone:
        opening.notices.append(f"上次打开的报告有 {gone} 份已不在报告库中，可能已被移除或替换")
    aside = workspace.aside
    if aside is not None:
        aside = replace(aside, reports=_renewed(aside, now))
    opening.workspace = replace(workspace, reports=_renewed(workspace, now), aside=aside)


def _renewed(workspace: Workspace, now: Mapping[str, str]) -> tuple[str, ...]:
    """The reports of ``workspace``, drafts that have changed as they are now."""
    return tuple(now.get(sha256, sha256) for sha256 in workspace.reports)


def _open_draft(name: str, reader: Reader | None, opening: Opening) -> Report | None:
    from tuibrowser.indexing.draft import DraftUnread
    from tuibrowser.tui.session.drafts import read

    try:
        path, report = read(name)
    except DraftUnread as reason:
        opening.notices.append(str(reason))
        return None
    _take_draft(report, str(path), reader, opening)
    return report


def _open_named(
    refs: Sequence[str], library: Library, reader: Reader | None, opening: Opening
) -> None:
    from tuibrowser.indexing.draft import draft_path, read_draft
    from tuibrowser.store.refs.resolve import resolve

    for name in refs:
        if (path := draft_path(name)) is not None:
            _take_draft(read_draft(path), str(path.absolute()), reader, opening)
            continue
        if reader is None:
            raise missing(library.path)
        for entry in resolve(name, _entries(reader, opening)):
            opening.reports.append(read_report(reader, entry.sha256, opening.numbers))
    unique = {report.sha256: report for report in opening.reports}
    opening.reports = list(unique.values())
    opening.workspace = Workspace(tuple(unique))


def _take_draft(report: Report, path: str, reader: Reader | None, opening: Opening) -> None:
    """A file that is in the library, too, is no draft."""
    from tuibrowser.tui.session.drafts import with_words

    if reader is not None:
        with suppress(KeyError):
            opening.reports.append(read_report(reader, report.sha256, opening.numbers))
            return
    opening.reports.append(with_words(report, opening.reports, reader))
    opening.drafts[report.sha256] = path


def _entries(reader: Reader, opening: Opening) -> list[ReportEntry]:
    if opening.entries is None:
        opening.entries = reader.version, reader.entries()
    return opening.entries[1]
