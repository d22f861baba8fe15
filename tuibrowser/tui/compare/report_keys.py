"""Which reports stand side by side: add, change, take off, move, pin, turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tuibrowser.model.kept import Excerpt
from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.model.terms import Position, ReportSpan, Span
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.compare.jumps import Jumps
from tuibrowser.tui.compare.seek import Seek
from tuibrowser.tui.compare.stage import CompareStage
from tuibrowser.tui.compare.yearly import FEWEST, TOO_MANY, why_not


class ReportKeys:
    """The keys that decide what is open, and how it stands."""

    def __init__(self, stage: CompareStage, jumps: Jumps, seek: Seek) -> None:
        self._stage = stage
        self._jumps = jumps
        self._seek = seek
        self._opened = stage.comparison.opened

    # Which

    def open(
        self, reports: Sequence[Report], at: Position | None = None, hits: Sequence[ReportSpan] = ()
    ) -> None:
        """Put ``reports`` side by side with those that are open; see :meth:`Seek.open`."""
        in_years, parted = self._opened.in_years, False

        def put() -> None:
            nonlocal parted
            parted = self._seek.open(reports, at, hits)

        self._jumps.jump(put)
        if parted:
            key = command("compare.sync").shown
            self._say(f"各份停在各自检索到的地方，已改为各自滚动；按 {key} 可恢复同步滚动")
        self.tell_if_left(in_years)
        self._stage.changed()

    def open_excerpt(self, report: Report, excerpt: Excerpt) -> None:
        """Open what an excerpt was taken from, or a later version of it, and mark its words."""
        span: Span | None = excerpt.start, excerpt.end
        if report.sha256 != excerpt.report:
            from tuibrowser.tui.session.drafts import words_of  # noqa: PLC0415  (loads the rules)

            span = words_of(report, excerpt.text)
        if span is None:
            self._say("草稿中已没有这段文字，可能已改写")
            self.open([report])
        else:
            self.open([report], (report.sha256, span[0]), [(report.sha256, *span)])

    def tell_if_left(self, in_years: bool) -> None:
        """Say that the years of one township were left by opening another, if they were."""
        if in_years and not self._opened.in_years:
            self._say("打开的不是同一单位的其他年份，已退出历年对照")

    def action_add(self) -> None:
        """Open the list of reports."""

        def take(chosen: tuple[str, ...] | None) -> None:
            if chosen:
                self.open(self._stage.host.session.reports(chosen))

        self._pick(take)

    def action_replace(self) -> None:
        """Choose what stands in the place of the active report, at the same part."""

        def take(chosen: tuple[str, ...] | None) -> None:
            reports = self._stage.host.session.reports(chosen or ())
            if reports:
                self._put(reports[0])
            if len(reports) > 1:
                self.open(reports[1:])

        if self._stage.has_reports():
            self._pick(take)

    def action_year(self, steps: int) -> None:
        """Put another year's report of the same unit in the place of the active one."""
        current = self._opened.current
        if not self._stage.has_reports() or current is None:
            return
        found = self._other_year(current, steps)
        if found is None:
            which, called = "更晚" if steps > 0 else "更早", self._stage.header.called(current)
            name = f"{current.name_parts[0]} 其他" if self._opened.in_years else f"{called} "
            self._say(f"报告库中没有 {name}{which}年份的报告")
        elif reports := self._stage.host.session.reports([found.sha256]):
            self._put(reports[0])

    def action_close_report(self) -> None:
        """Take the active report off."""
        if self._opened.in_years and len(self._opened.reports) == FEWEST:
            key = command("compare.years").shown
            self._say(f"历年对照至少要有两年，按 {key} 返回")
        elif self._stage.has_reports():
            self._opened.close()
            self._stage.rearrange()

    def against(self, report: Report, instead: Report | None = None) -> str | None:
        """What speaks against ``report`` in the place of ``instead``, or else of the active one,
        among years."""
        if not self._opened.in_years:
            return None
        left = self._opened.current if instead is None else instead
        others = [it for it in self._opened.reports if it is not left]
        return why_not([*others, report])

    def _pick(self, take: Callable[[tuple[str, ...] | None], None]) -> None:
        from tuibrowser.tui.library.picker import PickerScreen  # noqa: PLC0415  (not at start)

        opened = self._opened
        shas = {report.sha256 for report in opened.reports}
        entries = self._years_left() if opened.in_years else self._stage.host.session.listed()
        if opened.in_years and not entries:
            self._say(f"报告库中没有 {opened.reports[0].name_parts[0]} 其他年份的报告")
        else:
            libraries = self._stage.host.session.libraries
            label = "" if opened.in_years else libraries.choice.label
            screen = PickerScreen(entries, shas, libraries.own_reports, label)
            self._stage.ask(screen, take)

    def _years_left(self) -> list[ReportEntry]:
        """The years of the township that are not open."""
        from tuibrowser.store.refs.series import years_of  # noqa: PLC0415

        taken = {report.year for report in self._opened.reports}
        current = self._opened.reports[self._opened.active]
        years = years_of(current, self._stage.host.session.entries())
        return [entry for entry in years if entry.year not in taken]

    def _other_year(self, report: Report, steps: int) -> ReportEntry | None:
        """The report of the same unit for the next (1) or previous (-1) year there is one of; among
        years, that does not stand there already."""
        from tuibrowser.store.refs.series import years_of  # noqa: PLC0415

        if report.year is None:
            return None
        if self._opened.in_years:
            years: Sequence[ReportEntry] = self._years_left()
        else:
            years = years_of(report, self._stage.host.session.entries())
        if steps > 0:
            return next((it for it in years if (it.year or 0) > report.year), None)
        return next((it for it in reversed(years) if (it.year or 0) < report.year), None)

    def _put(self, report: Report) -> None:
        if (reason := self.against(report)) is not None:
            self._say(reason)
        elif self._jumps.jump(lambda: self._stage.comparison.replace(report)):
            self._stage.changed()
        else:
            self._say(f"{self._stage.header.called(report)} 已在对照中")

    # How they stand

    def action_pin(self) -> None:
        """Keep the active report in sight at the left, or let go of it."""
        if self._opened.in_years and self._opened.active:
            self._say("历年对照按年份先后排列，只能固定最早的一年")
        elif self._stage.has_reports():
            self._opened.pin()
            self._stage.rearrange()

    def action_move(self, steps: int) -> None:
        """Move the active report."""
        if self._opened.move(steps):
            self._stage.rearrange()
        elif self._opened.in_years:
            self._say("历年对照按年份先后排列")
        elif self._opened.pinned and len(self._opened.reports) > 1:
            self._say("固定的报告总在最左")

    def action_report(self, steps: int) -> None:
        """Make another report active."""
        self._stage.comparison.step(steps)
        self._stage.draw()

    def action_turn(self, pages: int) -> None:
        """Show the reports that are out of sight."""
        if self._stage.comparison.turn(pages):
            self._stage.changed()
        elif self._stage.has_reports():
            self._say("右边没有更多报告" if pages > 0 else "左边没有更多报告")

    def action_zoom(self) -> None:
        """Show the active report alone, or all again."""
        if len(self._opened.reports) > 1:
            self._opened.zoomed = not self._opened.zoomed
            self._stage.rearrange()

    def action_align(self) -> None:
        """Level the panes on something else."""
        if self._opened.in_years:
            key = command("compare.years").shown
            self._say(f"历年对照总按工作事项对齐，按 {key} 返回")
        elif self._stage.has_reports():
            if not self._opened.next_mode():
                self._say(TOO_MANY)
            self._stage.rearrange()

    def _say(self, sentence: str) -> None:
        self._stage.host.say(sentence)
