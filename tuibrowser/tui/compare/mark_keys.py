"""Marks: which stand out, from one to the next, and letting go of them."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.compare.header_lines import KINDS_OF_MARKS
from tuibrowser.tui.compare.highlights import Highlights
from tuibrowser.tui.compare.jumps import Jumps
from tuibrowser.tui.compare.stage import CompareStage
from tuibrowser.tui.compare.stops import Stops

_ENDS: Final = {
    ("mark", 1): "已是最后一处标注",
    ("mark", -1): "已是第一处标注",
    ("change", 1): "已是最后一处变化",
    ("change", -1): "已是第一处变化",
}
"""What is said where there is no next (1) or previous (-1) one."""


class MarkKeys:
    """The keys for marks."""

    def __init__(
        self, stage: CompareStage, jumps: Jumps, highlights: Highlights, stops: Stops
    ) -> None:
        self._stage = stage
        self._jumps = jumps
        self._highlights = highlights
        self._stops = stops

    def action_mark_next(self) -> None:
        """Mark another kind of difference, or leave off."""
        self._highlights.show_next()
        self._stage.mark()

    def action_mark(self, steps: int) -> None:
        """To the next or previous mark."""
        if not self._stage.has_reports():
            return
        stops, say = self._stops, self._stage.host.say
        if stops.are_changes and not stops.count:
            say("这一年的工作事项与上年相比没有变化")
            return
        if not (stops.spans or stops.are_hits or stops.are_changes):
            mark, find = command("compare.mark").shown, command("app.find").shown
            if (shown := self._highlights.shown) != "nothing":
                say(f"当前报告没有{KINDS_OF_MARKS[shown]}。按 {mark} 换一种标注，按 {find} 检索")
                return
            say(f"当前报告没有标注。按 {mark} 标注差异，按 {find} 检索")
            return
        what = "change" if stops.are_changes else "mark"
        # On the way from mark to mark there is one place to come back to: where it began.
        begins = stops.number is None
        if self._jumps.jump(lambda: stops.go(steps)) if begins else stops.go(steps):
            self._stage.draw()
        else:
            say(_ENDS[what, steps])
