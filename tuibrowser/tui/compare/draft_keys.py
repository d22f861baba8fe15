"""Drafts: files that are in no library, opened and read again."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from tuibrowser.model.report import Report
from tuibrowser.tui.compare.comparison import Spot
from tuibrowser.tui.compare.jumps import Jumps
from tuibrowser.tui.compare.report_keys import ReportKeys
from tuibrowser.tui.compare.stage import CompareStage
from tuibrowser.tui.library.naming import report_name

if TYPE_CHECKING:
    from tuibrowser.tui.session.drafts import FoundReport


class DraftKeys:
    """The keys for drafts."""

    def __init__(self, stage: CompareStage, jumps: Jumps, reports: ReportKeys) -> None:
        self._stage = stage
        self._jumps = jumps
        self._reports = reports
        self.reading = False
        """Whether a file is being read for a key."""
        self._renewing = False
        """Whether one is being read without a key."""

    def action_draft(self) -> None:
        """Ask for a file that is in no library, and open it."""
        from tuibrowser.tui.widgets.prompt import PromptScreen  # noqa: PLC0415  (not at start)

        def take(name: str | None) -> None:
            if name:
                self._begin(self._open(name))

        self._stage.ask(PromptScreen("打开文件", "写出文件路径", files=True), take)

    async def _open(self, name: str) -> None:
        report = await self._read(name)
        if report is None:
            return
        host = self._stage.host
        before = {it.sha256 for it in self._stage.comparison.opened.reports}
        self._reports.open([report])
        if report.sha256 in before:
            host.say("这份文件已经打开")
        elif report.sha256 not in host.session.drafts:
            number = host.session.numbers.get(report.sha256, 1)
            host.say(f"这份文件已在报告库中：{report_name(report, number)}")

    def _only_draft(self) -> Report | None:
        """Make the draft active that is open beside reports of the library; says why it cannot."""
        comparison, host = self._stage.comparison, self._stage.host
        opened = comparison.opened
        drafts = [it for it in opened.reports if it.sha256 in host.session.drafts]
        if len(drafts) == 1:
            comparison.step(opened.reports.index(drafts[0]) - opened.active)
            return drafts[0]
        if drafts:
            host.say("打开的草稿不止一份，请先按 Tab 选定要重新读取的一份")
        elif self._stage.has_reports():
            host.say("打开的报告都在报告库中，不是草稿；草稿改动后才需要重新读取")
        return None

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Do ``work``, which reads a file, unless one is being read."""
        if self.reading:
            work.close()
            self._stage.host.say("正在读取上一个文件，请稍候再试")
            return

        async def read() -> None:
            try:
                await work
            finally:
                self.reading = False

        self.reading = True
        self._stage.run_worker(read())

    async def _read(self, name: str) -> Report | None:
        opened = self._stage.comparison.opened.reports
        return await self._stage.host.session.read_draft_aside(name, opened)

    def action_reread(self) -> None:
        """Read the active draft again, or the only one that is open."""
        report = self._stage.comparison.current
        if report is None or report.sha256 not in self._stage.host.session.drafts:
            report = self._only_draft()
        if report is not None:
            self._begin(self._reread(report))

    async def _reread(self, report: Report) -> None:
        host, comparison = self._stage.host, self._stage.comparison
        session, opened = host.session, comparison.opened
        file = session.drafts[report.sha256]
        again = await self._read(file)
        if again is None:
            return
        if (index := opened.index(report.sha256)) is None:
            # It was taken off meanwhile.
            if opened.index(again.sha256) is None:
                session.drafts.pop(again.sha256, None)
            return
        comparison.step(index - opened.active)
        session.renewal.forget(report.sha256)
        if again.sha256 == report.sha256:
            host.say("草稿没有改动")
            self._stage.place()
            return
        if (reason := self._reports.against(again)) is not None:
            session.drafts.pop(again.sha256, None)
            host.say(reason)
        elif self._put(report, again):
            session.drafts.pop(report.sha256, None)
            host.say("已重新读取草稿")
        else:
            host.say("草稿现在与已打开的另一份报告相同")

    @property
    def _is_on_top(self) -> bool:
        """Whether nothing lies over the reports that may speak of them as they are."""
        shown: object = self._stage.app.screen
        return shown is self._stage

    def look(self, news: bool) -> None:
        """Say that drafts have changed, if that is ``news``, and show what is whole of them."""
        if news:
            self._stage.place()
        self.renew()

    def renew(self) -> None:
        """Show what was saved of drafts since they were read, without a key and without a word of
        what cannot be read: it may be written just now. One after another."""
        session, opened = self._stage.host.session, self._stage.comparison.opened
        if self.reading or self._renewing or not self._is_on_top:
            return
        whole = session.renewal.whole
        report = next((it for it in opened.reports if it.sha256 in whole), None)
        if report is not None:
            self._renewing = True
            self._stage.run_worker(self._renew(report))

    async def _renew(self, report: Report) -> None:
        session, opened = self._stage.host.session, self._stage.comparison.opened
        try:
            found = await session.renewal.find(report.sha256, opened.reports)
        finally:
            self._renewing = False
        if found is None:
            self._stage.place()
        # Meanwhile it may have been taken off, or read again by a key.
        elif report not in opened.reports or report.sha256 not in session.drafts:
            return
        elif self.reading or not self._is_on_top:
            session.renewal.try_later(report.sha256)
        elif self._reports.against(found.report, report) is None:
            self._take(report, found)

    def _take(self, report: Report, found: FoundReport) -> None:
        """Put what was found in the place of ``report``, unless it stands in another already."""
        session = self._stage.host.session
        if self._stage.comparison.opened.index(found.report.sha256) is None:
            session.drafts.pop(report.sha256, None)
            session.take(found)
            session.renewal.take(report.sha256, found)
            self._put(report, found.report)

    def _put(self, before: Report, now: Report) -> bool:
        """Put a later version of a draft in its place; ``False`` if it stands in another."""
        if self._stage.comparison.opened.index(now.sha256) is not None:
            return False
        follow = partial(_moved, before, now)
        self._stage.comparison.renew(before, now, follow)
        self._jumps.renew(follow)
        self._stage.changed()
        return True


def _moved(before: Report, now: Report, spot: Spot) -> Spot:
    """``spot`` with its places in ``before`` where their words stand in ``now``, a later version
    of it; those whose words are gone are left out, and other places stay."""
    from tuibrowser.tui.session.drafts import same_place  # noqa: PLC0415  (loads the rules)

    found = []
    for anchor in spot:
        if anchor.sha256 != before.sha256:
            found.append(anchor)
            continue
        offset = same_place(before, now, anchor.offset)
        if offset is not None or anchor.offset is None:
            found.append(replace(anchor, sha256=now.sha256, offset=offset))
    return tuple(found)
