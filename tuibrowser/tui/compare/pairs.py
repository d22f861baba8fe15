"""Measures put together and apart by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.model.kept import Pairing, Stretch
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.compare.board import Board
from tuibrowser.tui.compare.pairing import measure_at, partners
from tuibrowser.tui.terminal.widths import shorten

_BEGINNING: Final = 24
"""Cells of a measure by which a person knows it again."""


class Pairs(Board):
    """The two keys that overrule how measures were matched. What is said is kept for the person,
    whichever library the reports come from."""

    def action_part_measures(self) -> None:
        """Never again let the measure at the top stand with those beside it."""
        found = self._measure()
        if found is None:
            return
        measure, others = found
        if others:
            self._say_of(measure, others, joined=False)
            self._app.say("已拆开，此后不再自动配对；按工作事项对齐时有效")
        else:
            self._app.say("这一工作事项没有配对")

    def action_join_measures(self) -> None:
        """Choose the measure at the top, or join it with the one that was chosen."""
        found = self._measure()
        if found is None:
            return
        measure, _ = found
        comparison = self._comparison
        chosen, comparison.to_join = comparison.to_join, None
        if chosen == measure:
            self._app.say("已取消选定")
            self._place()
        elif chosen is None or chosen.report == measure.report:
            comparison.to_join = measure
            self._app.say(f"已选定“{self._beginning(measure)}”，请到另一份报告的事项上再按一次")
            self._place()
        else:
            self._say_of(measure, [chosen], joined=True)
            self._app.say("已配对")

    def _beginning(self, measure: Stretch) -> str:
        index = self.desk.index(measure.report)
        text = "" if index is None else self.desk.reports[index].text[measure.start : measure.end]
        return shorten("".join(text.split()), _BEGINNING)

    def _measure(self) -> tuple[Stretch, list[Stretch]] | None:
        """The measure at the top of the active pane, and those in its row."""
        report = self.desk.current
        if not self._has_reports() or report is None:
            return None
        if self.desk.in_years:
            key = command("compare.years").shown
            self._app.say(f"历年对照中不能改配对，请按 {key} 返回后再改")
            return None
        if self.desk.mode != "measure":
            self._app.say("请先按工作事项对齐")
            return None
        view = self.view
        passage = measure_at(view.grid, view.active, view.top, view.room)
        if passage is None:
            self._app.say("窗口中没有这份报告的工作事项")
            return None
        at = report.passages[passage]
        measure = Stretch(report.sha256, at.start, at.end)
        return measure, partners(view.grid, view.active, passage)

    def _say_of(self, measure: Stretch, others: Sequence[Stretch], joined: bool) -> None:
        personal = self._app.session.personal
        if personal.pair(Pairing(measure, other, joined) for other in others):
            self._rearrange()
