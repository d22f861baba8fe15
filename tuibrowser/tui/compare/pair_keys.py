"""Measures put together and apart by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.model.kept import Pairing, Stretch
from tuibrowser.text.quotation import quoted
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.compare.pairing import measure_at, partners
from tuibrowser.tui.compare.stage import CompareStage
from tuibrowser.tui.terminal.widths import shorten

_BEGINNING: Final = 24
"""Cells of a measure by which a person knows it again."""


class PairKeys:
    """The two keys that overrule how measures were matched. What is said is kept for the person,
    whichever library the reports come from."""

    def __init__(self, stage: CompareStage) -> None:
        self._stage = stage
        self._chosen: Stretch | None = None
        """The measure that a person chose to join with another one."""
        stage.comparison.opened.watch(self._drop_closed)

    @property
    def words(self) -> list[str]:
        """What is to be said while a measure is chosen."""
        return ["已选定一项，待配对"] if self._chosen is not None else []

    def drop(self) -> bool:
        """Let go of the measure that was chosen; ``False`` if none was."""
        had, self._chosen = self._chosen is not None, None
        return had

    def action_part_measures(self) -> None:
        """Never again let the measure at the top stand with those beside it."""
        found = self._measure()
        if found is None:
            return
        measure, others = found
        if others:
            self._say_of(measure, others, joined=False)
            key = command("compare.join_measures").shown
            self._stage.host.say(f"已拆开，此后不再自动配对；要重新配对，请在两处各按一次 {key}")
        else:
            self._stage.host.say("这一工作事项没有配对")

    def action_join_measures(self) -> None:
        """Choose the measure at the top, or join it with the one that was chosen."""
        found = self._measure()
        if found is None:
            return
        measure, _ = found
        chosen, self._chosen = self._chosen, None
        if chosen == measure:
            self._stage.host.say("已取消选定")
            self._stage.place()
        elif chosen is None or chosen.report == measure.report:
            self._chosen = measure
            words = self._beginning(measure)
            self._stage.host.say(f"已选定{quoted(words)}，请到另一份报告的事项上再按一次")
            self._stage.place()
        else:
            self._say_of(measure, [chosen], joined=True)
            self._stage.host.say("已配对")

    def _drop_closed(self) -> None:
        opened, chosen = self._stage.comparison.opened, self._chosen
        if chosen is not None and (opened.in_years or opened.index(chosen.report) is None):
            self._chosen = None

    def _beginning(self, measure: Stretch) -> str:
        opened = self._stage.comparison.opened
        index = opened.index(measure.report)
        text = "" if index is None else opened.reports[index].text[measure.start : measure.end]
        return shorten("".join(text.split()), _BEGINNING)

    def _measure(self) -> tuple[Stretch, list[Stretch]] | None:
        """The measure at the top of the active pane, and those in its row."""
        opened, say = self._stage.comparison.opened, self._stage.host.say
        report = opened.current
        if not self._stage.has_reports() or report is None:
            return None
        if opened.in_years:
            key = command("compare.years").shown
            say(f"历年对照中不能改配对，请按 {key} 返回后再改")
            return None
        if opened.mode != "measure":
            say("请先按工作事项对齐")
            return None
        viewport = self._stage.comparison.viewport
        passage = measure_at(viewport.grid, viewport.active, viewport.top, viewport.room)
        if passage is None:
            say("窗口中没有这份报告的工作事项")
            return None
        at = report.passages[passage]
        measure = Stretch(report.sha256, at.start, at.end)
        return measure, partners(viewport.grid, viewport.active, passage)

    def _say_of(self, measure: Stretch, others: Sequence[Stretch], joined: bool) -> None:
        personal = self._stage.host.session.personal
        if personal.pair(Pairing(measure, other, joined) for other in others):
            self._stage.rearrange()
