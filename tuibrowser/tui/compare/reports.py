"""Which reports stand side by side: add, change, take off, move, pin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.model.terms import Position, ReportSpan
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.compare.board import Board
from tuibrowser.tui.compare.yearly import FEWEST, TOO_MANY, why_not


class Reports(Board):
    """The keys that decide what is open."""

    def open(
        self, reports: Sequence[Report], at: Position | None = None, hits: Sequence[ReportSpan] = ()
    ) -> None:
        """Put ``reports`` side by side with those that are open.

        Args:
            reports: Left to right, right of the active one.
            at: Where to go.
            hits: What to let stand out. Where several reports have some, each goes to its own.
        """
        in_years = self.desk.in_years
        parted = False

        def put() -> None:
            nonlocal parted
            parted = self._comparison.open(reports, at, hits)

        self._comparison.jump(put)
        if parted:
            key = command("compare.sync").shown
            self._app.say(f"各份停在各自检索到的地方，已改为各自滚动；按 {key} 可恢复同步滚动")
        self._tell_if_left(in_years)
        self._changed()

    def action_add(self) -> None:
        """Open the list of reports."""

        def take(chosen: tuple[str, ...] | None) -> None:
            if chosen:
                self.open(self._app.session.reports(chosen))

        self._pick(take)

    def _pick(self, take: Callable[[tuple[str, ...] | None], None]) -> None:
        from tuibrowser.tui.library.picker import PickerScreen  # noqa: PLC0415  (not at start)

        opened = {report.sha256 for report in self.desk.reports}
        entries = self._years_left() if self.desk.in_years else self._app.session.entries()
        if self.desk.in_years and not entries:
            self._app.say(f"报告库中没有 {self.desk.reports[0].issuer} 其他年份的报告")
        else:
            self.app.push_screen(PickerScreen(entries, opened), take)

    def _years_left(self) -> list[ReportEntry]:
        """The years of the township that are not on the desk."""
        from tuibrowser.store.refs import years_of  # noqa: PLC0415  (not at start)

        taken = {report.year for report in self.desk.reports}
        years = years_of(self.desk.reports[self.desk.active], self._app.session.entries())
        return [entry for entry in years if entry.year not in taken]

    def action_replace(self) -> None:
        """Choose what stands in the place of the active report, at the same part."""

        def take(chosen: tuple[str, ...] | None) -> None:
            reports = self._app.session.reports(chosen or ())
            if reports:
                self._put(reports[0])
            if len(reports) > 1:
                self.open(reports[1:])

        if self._has_reports():
            self._pick(take)

    def action_year(self, steps: int) -> None:
        """Put another year's report of the same unit in the place of the active one."""
        current = self.desk.current
        if not self._has_reports() or current is None:
            return
        found = self._other_year(current, steps)
        if found is None:
            which = "更晚" if steps > 0 else "更早"
            name = f"{current.issuer} 其他" if self.desk.in_years else f"{self._called(current)} "
            self._app.say(f"报告库中没有 {name}{which}年份的报告")
        elif reports := self._app.session.reports([found.sha256]):
            self._put(reports[0])

    def _other_year(self, report: Report, steps: int) -> ReportEntry | None:
        """The report of the same unit for the next (1) or previous (-1) year there is one of; among
        years, that does not stand there already."""
        from tuibrowser.store.refs import years_of  # noqa: PLC0415  (not at start)

        if report.year is None:
            return None
        if self.desk.in_years:
            years: Sequence[ReportEntry] = self._years_left()
        else:
            years = years_of(report, self._app.session.entries())
        if steps > 0:
            return next((it for it in years if (it.year or 0) > report.year), None)
        return next((it for it in reversed(years) if (it.year or 0) < report.year), None)

    def _put(self, report: Report) -> None:
        if (reason := self._against(report)) is not None:
            self._app.say(reason)
            return
        if self._comparison.jump(lambda: self._comparison.replace(report)):
            self._changed()
        else:
            self._app.say(f"{self._called(report)} 已在对照中")

    def _against(self, report: Report) -> str | None:
        """What speaks against ``report`` in the place of the active one, among years."""
        if not self.desk.in_years:
            return None
        others = [it for it in self.desk.reports if it is not self.desk.current]
        return why_not([*others, report])

    def action_close_report(self) -> None:
        """Take the active report off."""
        if self.desk.in_years and len(self.desk.reports) == FEWEST:
            key = command("compare.years").shown
            self._app.say(f"历年对照至少要有两年，按 {key} 返回")
        elif self._has_reports():
            self.desk.close()
            self._rearrange()

    def action_pin(self) -> None:
        """Keep the active report in sight at the left, or let go of it."""
        if self.desk.in_years and self.desk.active:
            self._app.say("历年对照按年份先后排列，只能固定最早的一年")
        elif self._has_reports():
            self.desk.pin()
            self._rearrange()

    def action_move(self, steps: int) -> None:
        """Move the active report."""
        if self.desk.move(steps):
            self._rearrange()
        elif self.desk.in_years:
            self._app.say("历年对照按年份先后排列")
        elif self.desk.pinned and len(self.desk.reports) > 1:
            self._app.say("固定的报告总在最左")

    def action_report(self, steps: int) -> None:
        """Make another report active."""
        self._comparison.step(steps)
        self._draw()

    def action_turn(self, pages: int) -> None:
        """Show the reports that are out of sight."""
        if self._comparison.turn(pages):
            self._changed()
        elif self._has_reports():
            self._app.say("右边没有更多报告" if pages > 0 else "左边没有更多报告")

    def action_zoom(self) -> None:
        """Show the active report alone, or all again."""
        if len(self.desk.reports) > 1:
            self.desk.zoomed = not self.desk.zoomed
            self._rearrange()

    def action_align(self) -> None:
        """Level the panes on something else."""
        if self.desk.in_years:
            key = command("compare.years").shown
            self._app.say(f"历年对照总按工作事项对齐，按 {key} 返回")
        elif self._has_reports():
            if not self.desk.next_mode():
                self._app.say(TOO_MANY)
            self._rearrange()

    # Drafts

    def action_draft(self) -> None:
        """Ask for a file that is in no library, and open it."""
        from tuibrowser.tui.widgets.prompt import PromptScreen  # noqa: PLC0415  (not at start)

        def take(name: str | None) -> None:
            if (
                name
                and (report := self._app.session.read_draft(name, self.desk.reports)) is not None
            ):
                self.open([report])

        self.app.push_screen(PromptScreen("打开文件", "写出文件路径", files=True), take)

    def _only_draft(self) -> Report | None:
        """Make the draft active that is open beside reports of the library; says why it cannot."""
        drafts = [it for it in self.desk.reports if it.sha256 in self._app.session.drafts]
        if len(drafts) == 1:
            self._comparison.step(self.desk.reports.index(drafts[0]) - self.desk.active)
            return drafts[0]
        if drafts:
            self._app.say("打开的草稿不止一份，请先按 Tab 选定要重新读取的一份")
        elif self._has_reports():
            self._app.say("打开的报告都在报告库中，不是草稿；草稿改动后才需要重新读取")
        return None

    def action_reread(self) -> None:
        """Read the active draft again, or the only one that is open."""
        report = self.desk.current
        if report is None or report.sha256 not in self._app.session.drafts:
            report = self._only_draft()
        if report is None:
            return
        again = self._app.session.read_draft(
            self._app.session.drafts[report.sha256], self.desk.reports
        )
        if again is None:
            return
        self._app.session.reread_draft(report.sha256)
        if again.sha256 == report.sha256:
            self._app.say("草稿没有改动")
            self._place()
            return
        from tuibrowser.tui.session.drafts import same_place  # noqa: PLC0415

        if (reason := self._against(again)) is not None:
            self._app.session.drafts.pop(again.sha256, None)
            self._app.say(reason)
            return
        spot = self._comparison.spot
        at = None if spot is None or spot[0].sha256 != report.sha256 else spot[0].offset
        if self._comparison.replace(again, same_place(report, again, at)):
            self.desk.renew_aside(report, again)
            self._app.session.drafts.pop(report.sha256, None)
            self._app.say("已重新读取草稿")
            self._changed()
        else:
            self._app.say("草稿现在与已打开的另一份报告相同")
