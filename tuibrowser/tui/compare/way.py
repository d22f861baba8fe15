"""Getting about: scrolling, parts and themes, marks, back and forth, 查找, the outline."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from textual import on
from textual.widgets import Input

from tuibrowser.model.terms import SectionKind
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.compare.board import Board
from tuibrowser.tui.compare.header import SYNC_WORDS
from tuibrowser.tui.compare.jumps import Spot

_ENDS: Final = {
    ("part", 1): "已是最后一部分",
    ("part", -1): "已是第一部分",
    ("theme", 1): "已是最后一个工作领域",
    ("theme", -1): "已是第一个工作领域",
    ("mark", 1): "已是最后一处标注",
    ("mark", -1): "已是第一处标注",
    ("change", 1): "已是最后一处变化",
    ("change", -1): "已是第一处变化",
    ("back", 1): "没有可以前进的位置",
    ("back", -1): "没有可以后退的位置",
}
"""What is said where there is no next (1) or previous (-1) one."""


class Way(Board):
    """The keys that decide what is in view."""

    _since: Spot | None = None
    """Where one was when 查找 began."""

    def action_scroll(self, lines: int) -> None:
        """Move by lines."""
        self.view.scroll(lines)
        self._place()

    def action_page(self, pages: int) -> None:
        """Move by windows."""
        self.view.page(pages)
        self._place()

    def action_top(self) -> None:
        """To the beginning."""
        self._comparison.jump(self.view.go_top)
        self._place()

    def action_bottom(self) -> None:
        """To the end."""
        self._comparison.jump(self.view.go_bottom)
        self._place()

    def action_part(self, steps: int) -> None:
        """To the next or previous item of the regulation."""
        if self._has_reports():
            moved = self._comparison.jump(lambda: self.view.go_part(steps))
            if self._tell_if_last(moved, "part", steps):
                self._place()

    def action_theme(self, steps: int) -> None:
        """To the next or previous theme."""
        if self._has_reports():
            moved = self._comparison.jump(lambda: self.view.go_theme(steps))
            if self._tell_if_last(moved, "theme", steps):
                self._place()

    def action_sync(self) -> None:
        """Let the panes move together in another way, or each by itself."""
        if self._has_reports():
            self._comparison.next_sync()
            self._app.say(SYNC_WORDS[self._comparison.sync])
            self._place()
            self._keep()

    def action_jump_back(self, steps: int) -> None:
        """To where one was before the last jump, or forward again."""
        if self._has_reports() and self._tell_if_last(
            self._comparison.go_back(steps), "back", steps
        ):
            self._draw()

    def action_outline(self) -> None:
        """Choose a part or theme to go to."""
        from tuibrowser.tui.compare.outline import outline  # noqa: PLC0415  (not at start)
        from tuibrowser.tui.compare.outline_screen import OutlineScreen  # noqa: PLC0415

        if not self._has_reports():
            return
        reports = self.view.grid.alignment.reports
        names = [partial(self._called_in, report) for report in reports]
        here = self._comparison.here

        def take(chosen: tuple[SectionKind, str | None] | None) -> None:
            if chosen is not None:
                self._comparison.jump(lambda: self._go_kind(*chosen))
                self._mark()

        at = None if here is None or here.kind is None else (here.kind, here.theme)
        self.app.push_screen(OutlineScreen(outline(reports), names, at), take)

    def _go_kind(self, kind: SectionKind, theme: str | None) -> None:
        """To a part or theme of the active report, or else of the first that has it."""
        active = self.view.active
        for wanted in dict.fromkeys((theme, None)):
            for pane in (active, *range(len(self.view.tops))):
                self.view.active = pane
                if self.view.go_kind(kind, wanted):
                    self._comparison.activate(pane)
                    return
        self.view.active = active

    # Marks

    def action_mark_next(self) -> None:
        """Mark another kind of difference, or leave off."""
        self._comparison.mark_next()
        self._mark()

    def action_mark(self, steps: int) -> None:
        """To the next or previous mark."""
        if not self._has_reports():
            return
        comparison = self._comparison
        if comparison.goes_to_changes and not comparison.count:
            self._app.say("这一年的工作事项与上年相比没有变化")
            return
        if not (comparison.stops or comparison.goes_to_hits or comparison.goes_to_changes):
            mark, find = command("compare.mark").shown, command("app.find").shown
            self._app.say(f"当前报告没有标注。按 {mark} 标注差异，按 {find} 检索")
            return
        what = "change" if comparison.goes_to_changes else "mark"
        # On the way from mark to mark there is one place to come back to: where it began.
        began = comparison.stop is None
        moved = (
            comparison.jump(lambda: comparison.go_mark(steps))
            if began
            else comparison.go_mark(steps)
        )
        if self._tell_if_last(moved, what, steps):
            self._draw()

    def action_dismiss_extras(self) -> None:
        """Let go of a measure to be joined, of zoom, of what was found, or of years."""
        if self._comparison.to_join is not None:
            self._comparison.to_join = None
            self._place()
        elif self.desk.zoomed:
            self.desk.zoomed = False
            self._rearrange()
        elif self._comparison.drop_hits():
            self._mark()
        elif self.desk.in_years:
            self._come_back()

    # 查找

    async def action_seek(self) -> None:
        """Look something up in the open reports, at every keystroke."""
        from tuibrowser.tui.compare.seek_input import SeekInput  # noqa: PLC0415  (not at start)

        if self._has_reports():
            self._since = self._comparison.spot
            self._seeking = True
            self._draw()
            line = SeekInput()
            await self.mount(line)
            line.focus()

    @on(Input.Changed, "#seek")
    def _look_up(self, message: Input.Changed) -> None:
        if self._since is not None:
            self._comparison.find(message.value, self._since)
            self._draw()

    def action_seek_step(self, steps: int) -> None:
        """To the next or previous place without leaving the line."""
        if self._comparison.sought:
            self.action_mark(steps)

    async def action_seek_done(self) -> None:
        """Stay where it was found, with the marks."""
        if self._since is not None and self._comparison.spot != self._since:
            self._comparison.history.record(self._since)
        await self._end_seeking()

    async def action_seek_cancel(self) -> None:
        """Go back to where one was, without marks."""
        self._comparison.drop_hits()
        if self._since is not None:
            self._comparison.go(self._since)
        await self._end_seeking()

    async def _end_seeking(self) -> None:
        self._since = None
        self._seeking = False
        self.set_focus(None)
        await self.query("#seek").remove()
        self._draw()

    # Letters

    def action_set_letter(self) -> None:
        """Mark the passage at the top with a letter."""
        from tuibrowser.state.marks import LetterMark  # noqa: PLC0415  (not at start)

        passage = self._comparison.passage() if self._has_reports() else None
        report = self.desk.current
        if report is None or passage is None:
            return
        at = report.passages[passage]
        words = f"{self._called(report)}：{' '.join(report.slice(at).split())[:40]}"

        def take(letter: str | None) -> None:
            file = self._app.session.drafts.get(report.sha256)
            mark = LetterMark(report.sha256, at.start, at.end, words, file)
            if letter is not None and self._app.session.personal.mark(letter, mark):
                key = command("compare.go_letter").shown
                self._app.say(f"已记为 {letter}，按 {key} 再按 {letter} 回到这里")

        self._ask_letter("按一个字母，记住当前位置", take)

    def action_go_letter(self) -> None:
        """To the passage that a letter marks."""

        def take(letter: str | None) -> None:
            if letter is not None:
                self._go_letter(letter)

        self._ask_letter("按字母，回到它记住的位置", take)

    def _ask_letter(self, question: str, take: Callable[[str | None], None]) -> None:
        from tuibrowser.tui.compare.letters import LettersScreen  # noqa: PLC0415  (not at start)

        self.app.push_screen(LettersScreen(question, self._app.session.personal.marks), take)

    def _go_letter(self, letter: str) -> None:
        mark = self._app.session.personal.marks.get(letter)
        if mark is None:
            key = command("compare.set_letter").shown
            self._app.say(f"还没有记为 {letter} 的位置，按 {key} 再按 {letter} 可以记下")
            return
        report = self._app.session.find_report(mark.report, mark.file, self.desk.reports)
        if report is not None:
            in_years = self.desk.in_years

            def go() -> None:
                self._comparison.open([report])
                self._comparison.go_place(report, min(mark.start, len(report.text) - 1))

            self._comparison.jump(go)
            self._tell_if_left(in_years)
            self._changed()

    # What keys have in common

    def _tell_if_last(self, moved: bool, what: str, steps: int) -> bool:
        if not moved and self.desk.reports:
            self._app.say(_ENDS[what, steps])
        return moved
