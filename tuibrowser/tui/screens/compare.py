"""对照: reports side by side, and the keys to get about in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.selection import Selection
from textual.widget import Widget
from textual.widgets import Static

from tuibrowser.export import quoting
from tuibrowser.model import Report
from tuibrowser.state.workspaces import Workspace
from tuibrowser.tui.commands import bindings, command, footer
from tuibrowser.tui.comparison import Comparison
from tuibrowser.tui.desk import Desk
from tuibrowser.tui.messages import Place, Stretch
from tuibrowser.tui.naming import report_name
from tuibrowser.tui.view import View
from tuibrowser.tui.widgets.panes import Panes
from tuibrowser.tui.widgets.reader import ReaderPage, ReaderScroll
from tuibrowser.tui.wording import (
    MODE_WORDS,
    TOO_SMALL,
    fits,
    header,
    keys,
    mark_words,
    tabs,
    titles,
    whereabouts,
)

if TYPE_CHECKING:
    from tuibrowser.tui.app import BrowserApp

_NOTHING_OPEN: Final = "还没有打开报告。按 a 从报告目录中添加，按 / 检索全文。"
_NO_MARKS: Final = "当前报告没有标注。按 d 标注差异，按 / 检索"
_ENDS: Final = {
    ("part", 1): "已是最后一部分",
    ("part", -1): "已是第一部分",
    ("theme", 1): "已是最后一个工作领域",
    ("theme", -1): "已是第一个工作领域",
    ("mark", 1): "已是最后一处标注",
    ("mark", -1): "已是第一处标注",
}
"""What is said where there is no next (1) or previous (-1) one."""


class CompareScreen(Screen[None]):
    """The home screen. The only owner of scroll positions: panes show what its view says."""

    COMMANDS_OF = "compare"
    BINDINGS = bindings("compare")
    AUTO_FOCUS = ""

    def __init__(self, reports: Sequence[Report], workspace: Workspace) -> None:
        """Put ``reports`` side by side, as ``workspace`` says they were left."""
        super().__init__()
        self._comparison = Comparison(reports, workspace)
        self._drawn_for = Size(0, 0)
        self._head = Static(id="head", markup=False)
        self._panes = Panes()
        self._notice = Static(id="notice", markup=False)
        self._keys = Static(id="keys", markup=False)

    def compose(self) -> ComposeResult:
        """Head, panes or a notice instead, keys; drawn whole from the first frame on."""
        self._fit(self.app.size)
        yield self._head
        yield self._panes
        yield self._notice
        yield self._keys

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew and stay at the same words."""
        if event.size != self._drawn_for:
            self._fit(event.size)

    @property
    def workspace(self) -> Workspace:
        """What is worth finding again at the next start."""
        return self._comparison.workspace

    @property
    def desk(self) -> Desk:
        """The open reports."""
        return self._comparison.desk

    @property
    def view(self) -> View:
        """Where one is in them."""
        return self._comparison.view

    def open(
        self, reports: Sequence[Report], at: Place | None = None, hits: Sequence[Stretch] = ()
    ) -> None:
        """Put ``reports`` side by side with those that are open.

        Args:
            reports: Left to right, right of the active one.
            at: Where to go.
            hits: What to let stand out. Where several reports have some, each goes to its own.
        """
        self._comparison.open(reports, at, hits)
        self._draw()
        self._app.save_workspace()

    # Reports

    def action_add(self) -> None:
        """Open the list of reports."""
        from tuibrowser.tui.widgets.picker import PickerScreen  # noqa: PLC0415  (not at start)

        app = self._app
        opened = {report.sha256 for report in self.desk.reports}

        def take(chosen: tuple[str, ...] | None) -> None:
            if chosen:
                self.open(app.reports(chosen))

        app.push_screen(PickerScreen(app.entries(), opened), take)

    def action_close_report(self) -> None:
        """Take the active report off."""
        if self._has_reports():
            self.desk.close()
            self._rearrange()

    def action_move(self, steps: int) -> None:
        """Move the active report."""
        if self.desk.move(steps):
            self._rearrange()

    def action_report(self, steps: int) -> None:
        """Make another report active."""
        self._comparison.step(steps)
        self._draw()

    def action_zoom(self) -> None:
        """Show the active report alone, or all again."""
        if len(self.desk.reports) > 1:
            self.desk.zoomed = not self.desk.zoomed
            self._rearrange()

    def action_align(self) -> None:
        """Level the panes on something else."""
        self.desk.next_mode()
        self._rearrange()

    # Getting about

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
        self.view.go_top()
        self._place()

    def action_bottom(self) -> None:
        """To the end."""
        self.view.go_bottom()
        self._place()

    def action_part(self, steps: int) -> None:
        """To the next or previous item of the regulation."""
        if self._has_reports() and self._tell_if_last(self.view.go_part(steps), "part", steps):
            self._place()

    def action_theme(self, steps: int) -> None:
        """To the next or previous theme."""
        if self._has_reports() and self._tell_if_last(self.view.go_theme(steps), "theme", steps):
            self._place()

    def action_sync(self) -> None:
        """Let the panes move together, or each by itself."""
        self._comparison.toggle_sync()
        self._place()
        self._app.save_workspace()

    # Marks

    def action_mark_next(self) -> None:
        """Mark another kind of difference, or leave off."""
        self._comparison.mark_next()
        self._mark()

    def action_mark(self, steps: int) -> None:
        """To the next or previous mark of the active report."""
        if self._has_reports() and not self._comparison.stops:
            self._app.say(_NO_MARKS)
        elif self._tell_if_last(self._comparison.go_mark(steps), "mark", steps):
            self._mark()

    def action_dismiss_extras(self) -> None:
        """Undo zoom, else let go of what was found."""
        if self.desk.zoomed:
            self.action_zoom()
        elif self._comparison.drop_hits():
            self._mark()

    # Taking away

    def action_copy_paragraph(self) -> None:
        """Copy the paragraph that is marked or stands at the top."""
        if (place := self._place_to_quote()) is not None:
            self._app.copy(str(quoting.paragraph(*place)))

    def action_copy_section(self) -> None:
        """Copy the section that is marked or stands at the top."""
        if (place := self._place_to_quote()) is not None:
            self._app.copy(str(quoting.section(*place)))

    def action_plain(self) -> None:
        """Show that section outside the app."""
        if (place := self._place_to_quote()) is not None:
            self._app.show_plain(str(quoting.section(*place)))

    # The mouse

    @on(ReaderScroll.Wheel)
    def _turn(self, message: ReaderScroll.Wheel) -> None:
        if not self._comparison.synced:
            self._comparison.activate(self._panes.number_of(message.scroll))
            self._mark()
        self.action_scroll(message.lines)

    @on(ReaderPage.Pressed)
    def _point(self, message: ReaderPage.Pressed) -> None:
        self._comparison.activate(self._panes.number_of(message.page))
        self._mark()

    def validate_selections(self, selections: dict[Widget, Selection]) -> dict[Widget, Selection]:
        """Keep what the mouse selects in one pane."""
        return self._panes.confine(selections) if self.is_mounted else selections

    # What keys have in common

    @property
    def _app(self) -> BrowserApp:
        return cast("BrowserApp", self.app)

    def _has_reports(self) -> bool:
        if not self.desk.reports:
            self._app.say(_NOTHING_OPEN)
        return bool(self.desk.reports)

    def _tell_if_last(self, moved: bool, what: str, steps: int) -> bool:
        if not moved and self.desk.reports:
            self._app.say(_ENDS[what, steps])
        return moved

    def _place_to_quote(self) -> tuple[Report, int] | None:
        report = self.desk.current
        if report is None:
            self._app.say(_NOTHING_OPEN)
            return None
        passage = self._comparison.passage()
        if passage is None:
            self._app.say("窗口中没有这份报告的文字")
            return None
        return report, passage

    # Drawing

    def _fit(self, size: Size) -> None:
        self._drawn_for = size
        self._comparison.arrange(size.width, size.height)
        self._draw()

    def _rearrange(self) -> None:
        """After a change of what is open, or how."""
        self._comparison.arrange()
        self._draw()
        self._app.save_workspace()

    def _draw(self) -> None:
        """Draw everything anew."""
        has_room, has_reports = fits(self._drawn_for), bool(self.desk.reports)
        self._panes.display = has_room and has_reports
        self._head.display = self._keys.display = has_room
        self._head.styles.height = 1 + has_reports + self._comparison.out_of_sight
        self._notice.display = not self._panes.display
        self._notice.update(Content(_NOTHING_OPEN if has_room else TOO_SMALL))
        offered = footer(self.COMMANDS_OF if has_reports else "compare_empty")
        self._keys.update(Content(keys(offered, self._drawn_for.width)))
        self._panes.show(self.view.grid)
        self._mark()

    def _mark(self) -> None:
        """Draw the marks, and where one is; how many there are, only then."""
        self._panes.mark(self._comparison.marks)
        self._place()
        if self.desk.current is not None and self._comparison.count is None:
            self.call_after_refresh(self._count)

    def _count(self) -> None:
        if self.desk.current is not None:
            self._comparison.marking.search(self.desk.current)
            self._place()

    def _place(self) -> None:
        """Draw where one is."""
        self._panes.place(self.view.tops)
        comparison, desk, width = self._comparison, self.desk, self._drawn_for.width
        left = ["对照"]
        if desk.reports:
            left.append(MODE_WORDS[desk.mode])
            left += [f"各自滚动（{command('compare.sync').shown} 同步）"] * (not comparison.synced)
            left += self._mark_words()
        where = whereabouts(comparison.here, desk.mode)
        lines = [Content(header(left, where, width)).stylize("bold")]
        if comparison.out_of_sight:
            names = [report_name(report, self._number(report)) for report in desk.reports]
            lines.append(Content(tabs(names, comparison.shown, desk.active, width)))
        if desk.reports:
            lines.append(titles(self.view.grid, self.view.active, self._app.numbers))
        head = Content("\n").join(lines)
        if head != self._head.content:
            self._head.update(head, layout=False)

    def _number(self, report: Report) -> int:
        return self._app.numbers.get(report.sha256, 1)

    def _mark_words(self) -> list[str]:
        comparison, report = self._comparison, self.desk.current
        if report is None:
            return []
        marking = comparison.marking
        return mark_words(
            "hits" if marking.first_hit(report) is not None else marking.shown,
            marking.in_years,
            comparison.stop,
            comparison.count,
            marking.before(report),
        )
