"""Getting about: scrolling, parts and themes, back and forth, the outline."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from tuibrowser.model.terms import SectionKind
from tuibrowser.tui.compare.header_lines import SYNC_WORDS
from tuibrowser.tui.compare.jumps import Jumps
from tuibrowser.tui.compare.stage import CompareStage
from tuibrowser.tui.compare.stops import Stops

_ENDS: Final = {
    ("part", 1): "已是最后一部分",
    ("part", -1): "已是第一部分",
    ("theme", 1): "已是最后一个工作领域",
    ("theme", -1): "已是第一个工作领域",
    ("back", 1): "没有可以前进的位置",
    ("back", -1): "没有可以后退的位置",
}
"""What is said where there is no next (1) or previous (-1) one."""


class MoveKeys:
    """The keys that decide what is in view."""

    def __init__(self, stage: CompareStage, jumps: Jumps, stops: Stops) -> None:
        self._stage = stage
        self._jumps = jumps
        self._stops = stops

    def action_scroll(self, lines: int) -> None:
        """Move by lines."""
        self._stage.comparison.viewport.scroll(lines)
        self._stage.place()

    def action_page(self, pages: int) -> None:
        """Move by windows."""
        self._stage.comparison.viewport.page(pages)
        self._stage.place()

    def action_top(self) -> None:
        """To the beginning."""
        self._jump(self._stage.comparison.viewport.go_top)
        self._stage.place()

    def action_bottom(self) -> None:
        """To the end."""
        self._jump(self._stage.comparison.viewport.go_bottom)
        self._stage.place()

    def action_part(self, steps: int) -> None:
        """To the next or previous item of the regulation."""
        viewport = self._stage.comparison.viewport
        if self._stage.has_reports():
            moved = self._jump(lambda: viewport.go_part(steps))
            if self._tell_if_last(moved, "part", steps):
                self._stage.place()

    def action_theme(self, steps: int) -> None:
        """To the next or previous theme."""
        viewport = self._stage.comparison.viewport
        if self._stage.has_reports():
            moved = self._jump(lambda: viewport.go_theme(steps))
            if self._tell_if_last(moved, "theme", steps):
                self._stage.place()

    def action_sync(self) -> None:
        """Let the panes move together in another way, or each by itself."""
        if self._stage.has_reports():
            self._stage.comparison.next_sync()
            self._stage.host.say(SYNC_WORDS[self._stage.comparison.sync])
            self._stage.place()
            self._stage.keep()

    def action_jump_back(self, steps: int) -> None:
        """To where one was before the last jump, or forward again."""
        if self._stage.has_reports() and self._tell_if_last(
            self._jumps.go_back(steps), "back", steps
        ):
            self._stops.leave()
            self._stage.draw()

    def action_outline(self) -> None:
        """Choose a part or theme to go to."""
        from tuibrowser.tui.compare.outline import outline  # noqa: PLC0415  (not at start)
        from tuibrowser.tui.compare.outline_screen import OutlineScreen  # noqa: PLC0415

        if not self._stage.has_reports():
            return
        comparison = self._stage.comparison
        reports = comparison.viewport.grid.alignment.reports
        names = [partial(self._stage.header.called_in, report) for report in reports]
        here = self._stops.here

        def take(chosen: tuple[SectionKind, str | None] | None) -> None:
            if chosen is not None:
                self._jump(lambda: self._go_kind(*chosen))
                self._stage.mark()

        at = None if here is None or here.kind is None else (here.kind, here.theme)
        self._stage.ask(OutlineScreen(outline(reports), names, at), take)

    def _jump(self, move: Callable[[], bool | None]) -> bool:
        moved = self._jumps.jump(move)
        if moved:
            self._stops.leave()
        return moved

    def _go_kind(self, kind: SectionKind, theme: str | None) -> None:
        """To a part or theme of the active report, or else of the first that has it."""
        comparison, viewport = self._stage.comparison, self._stage.comparison.viewport
        active = viewport.active
        for wanted in dict.fromkeys((theme, None)):
            for pane in (active, *range(len(viewport.tops))):
                viewport.active = pane
                if viewport.go_kind(kind, wanted):
                    comparison.activate(pane)
                    return
        viewport.active = active

    def _tell_if_last(self, moved: bool, what: str, steps: int) -> bool:
        if not moved:
            self._stage.host.say(_ENDS[what, steps])
        return moved
