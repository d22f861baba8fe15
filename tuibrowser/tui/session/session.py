"""What one run of the browser knows: library, drafts, what is one person's."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.state.settings import change_settings, load_settings
from tuibrowser.state.storage import StateUnsaved
from tuibrowser.state.workspaces import Workspace, save_workspace
from tuibrowser.store.library import Library, LibraryError
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.session.aside import aside
from tuibrowser.tui.session.corrected_parts import CorrectedParts
from tuibrowser.tui.session.libraries import Libraries
from tuibrowser.tui.session.opening import Opening, begin, read_report, reopen
from tuibrowser.tui.session.personal import Personal
from tuibrowser.tui.session.renewal import DraftRenewal

if TYPE_CHECKING:
    from tuibrowser.tui.session.drafts import FoundReport

_PATIENCE: Final = 0.3
"""Seconds before it is said that a file is being read."""


class Session:
    """Reads reports for the screens, and keeps what is to outlive them; errors become sentences."""

    def __init__(self, library: Library, refs: Sequence[str], say: Callable[[str], object]) -> None:
        """Read what stands on the first screen.

        Args:
            library: Where reports come from; it may not exist yet.
            refs: Reports to open, as people name them; without any, those of the last time.
            say: Shows one sentence.

        Raises:
            LibraryError: the library is there but cannot be read.
            RefError: a REF names nothing, or several reports.
            DraftUnread: a file cannot be read.
        """
        self.opening = begin(library, refs)
        """What stands on the first screen."""
        self.library = library
        self.has_library = self.opening.has_library
        self.libraries = Libraries(library, say)
        """Which there are, if there are several."""
        self.personal = Personal(library.key, library.path, say)
        self.numbers = self.opening.numbers
        """Of each report that was opened, which of the texts of its issuer and year it is."""
        self.drafts = self.opening.drafts
        """Of each open report that is in no library, its file."""
        self.corrected_parts = CorrectedParts(library)
        """Where reports were put right."""
        self.unsaved: str | None = None
        """Why the workspace could not be kept, in one sentence."""
        self._kept = None if refs else self.opening.workspace
        """The workspace as it was read or kept last; ``None`` where this run did neither."""
        self._entries = self.opening.entries
        self.renewal = DraftRenewal(self.drafts, library)
        """What is saved of drafts while they are open."""
        self.say = say
        """Shows one sentence."""

    # Reports

    def entries(self) -> list[ReportEntry]:
        """All reports of the library, by place; read again only when it has changed."""
        try:
            with self.library.read() as reader:
                if self._entries is None or self._entries[0] != reader.version:
                    self._entries = reader.version, reader.entries()
        except LibraryError as error:
            self.say(str(error))
        return self._entries[1] if self._entries else []

    def listed(self) -> list[ReportEntry]:
        """Those to choose from: of several libraries those of the chosen one."""
        return self.entries() if self.libraries.choice.chosen is None else self.libraries.listed()

    def reports(self, shas: Iterable[str], origin: str | None = None) -> list[Report]:
        """These reports, less those that the library does not have, which is said.

        Args:
            shas: Their sha256.
            origin: The library that had them, as far as that is known.
        """
        found = []
        try:
            with self.library.read() as reader:
                for sha256 in shas:
                    try:
                        found.append(read_report(reader, sha256, self.numbers))
                    except KeyError:
                        self.say(self._why_missing(origin))
        except LibraryError as error:
            self.say(str(error))
        return found

    def _why_missing(self, origin: str | None) -> str:
        read = [str(it.path.absolute()) for it in self.library.libraries]
        if origin is None or origin in read:
            return "报告库中已没有这份报告，可能已被移除或替换"
        return f"这份报告取自另一个报告库 {origin}，请退出后加 --db 打开那个报告库"

    def find_report(
        self, sha256: str, file: str | None, opened: Sequence[Report], origin: str | None = None
    ) -> Report | None:
        """A report that is open or in the library, or else the draft that lies where one was read,
        as it is now; says why there is none.

        Args:
            sha256: The report.
            file: Where it was read, if it was in no library.
            opened: The open reports.
            origin: The library that had it, as far as that is known.
        """
        if (report := next((it for it in opened if it.sha256 == sha256), None)) is not None:
            return report
        if file is None or self._is_stored(sha256):
            return next(iter(self.reports([sha256], origin)), None)
        if not os.path.exists(file):
            key = command("compare.draft").shown
            self.say(f"草稿 {file} 已不在原处，可能已移动或改名；按 {key} 可打开现在的文件")
            return None
        report = self.read_draft(file, opened)
        if report is not None and report.sha256 != sha256:
            self.say(f"草稿 {file} 已有改动，按现在的内容打开")
        return report

    def _is_stored(self, sha256: str) -> bool:
        try:
            with self.library.read() as reader:
                read_report(reader, sha256, self.numbers)
        except (KeyError, LibraryError):
            return False
        return True

    # A library that grew

    def take_library(self) -> None:
        """Take note of a library that was made since the start."""
        self.has_library = self.has_library or self.library.exists()

    @property
    def version(self) -> int | None:
        """Another one whenever the library has changed, or another one was chosen; ``None`` where
        there is none to be read."""
        try:
            with self.libraries.choice.read() as reader:
                return reader.version
        except LibraryError:
            return None

    def look_again(self, opened: Iterable[Report]) -> None:
        """Bring up to date what is known of the open reports: a draft that was taken into the
        library is none any more, and another text of its issuer and year may have come."""
        with suppress(LibraryError), self.library.read() as reader:
            for report in opened:
                with suppress(KeyError):
                    self.numbers[report.sha256] = reader.number(report.sha256)
                    self.drafts.pop(report.sha256, None)

    # Drafts

    def read_draft(self, name: str, opened: Sequence[Report]) -> Report | None:
        """Read a file, and note that it is in no library, if so; says why if it cannot.

        Args:
            name: Its path.
            opened: The open reports, whose words it may share.
        """
        from tuibrowser.indexing.draft import DraftUnread  # noqa: PLC0415  (loads the rules)
        from tuibrowser.tui.session.drafts import find  # noqa: PLC0415

        try:
            return self.take(find(name, opened, self.library))
        except DraftUnread as reason:
            self.say(str(reason))
            return None

    async def read_draft_aside(self, name: str, opened: Sequence[Report]) -> Report | None:
        """:meth:`read_draft` in another thread, so that no key waits for a slow file; that it takes
        its time is said."""
        from tuibrowser.indexing.draft import DraftUnread  # noqa: PLC0415  (loads the rules)
        from tuibrowser.tui.session.drafts import find  # noqa: PLC0415

        reading = asyncio.ensure_future(aside(partial(find, name, tuple(opened), self.library)))
        await asyncio.wait((reading,), timeout=_PATIENCE)
        if not reading.done():
            self.say(f"正在读取 {name}…")
        try:
            return self.take(await reading)
        except DraftUnread as reason:
            self.say(str(reason))
            return None

    def take(self, found: FoundReport) -> Report:
        """Note what the file is that was read, and return the report."""
        report = found.report
        if found.number is None:
            self.drafts[report.sha256] = found.path
        else:
            self.numbers[report.sha256] = found.number
        return report

    # Workspaces

    def with_drafts(self, workspace: Workspace) -> Workspace:
        """``workspace``, and which of its reports are drafts."""
        drafts = {sha256: self.drafts[sha256] for sha256 in workspace.all if sha256 in self.drafts}
        return replace(workspace, drafts=drafts)

    def reopen(self, workspace: Workspace) -> Opening | None:
        """What there is to open of ``workspace``; what is missing is said."""
        return self._open(lambda: reopen(self.library, workspace))

    def open_first(self) -> Opening | None:
        """What to open of a library that was made since the start; says why it cannot."""
        return self._open(lambda: begin(self.library))

    def _open(self, read: Callable[[], Opening]) -> Opening | None:
        try:
            opening = read()
        except LibraryError as error:
            self.say(str(error))
            return None
        self.numbers |= opening.numbers
        self.drafts |= opening.drafts
        for notice in opening.notices:
            self.say(notice)
        return opening

    def has_opened(self, workspace: Workspace) -> None:
        """Take what stands on the first screen for what was read, if it is: the same words stand at
        another offset where lines are broken otherwise."""
        if self._kept is not None and workspace == replace(self._kept, offset=workspace.offset):
            self._kept = workspace

    def keep_workspace(self, workspace: Workspace) -> None:
        """Keep ``workspace`` for the next start, unless it is as it was: another window may have
        kept something else meanwhile."""
        if not self.has_library or workspace == self._kept:
            return
        try:
            save_workspace(self.library.key, workspace)
            self._kept, self.unsaved = workspace, None
        except StateUnsaved as error:
            self.unsaved = str(error)

    # Settings

    def light(self) -> bool:
        """Whether the ground is light; what cannot be read goes to the notices of the opening."""
        return load_settings(self.opening.notices.append).light

    def keep_light(self, light: bool) -> None:
        """Remember the ground for the next start; says why if it cannot be stored."""
        try:
            change_settings(lambda settings: replace(settings, light=light), self.say)
        except StateUnsaved as reason:
            self.say(str(reason))
