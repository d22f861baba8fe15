"""What is drawn on the compare screen, and when. The concerns of its keys stand in the modules
beside this one, each a class above :class:`Board`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate, islice
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from tuibrowser.layout.notes import part_title
from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.model.report import Report
from tuibrowser.state.workspaces import Workspace
from tuibrowser.text.cellwidth import Ambiguous
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.compare.commands import COMPARE, COMPARE_EMPTY
from tuibrowser.tui.compare.comparison import Comparison
from tuibrowser.tui.compare.desk import GAP, Desk
from tuibrowser.tui.compare.header import (
    MODE_WORDS,
    SYNC_WORDS,
    header,
    mark_words,
    tab_at,
    tabs,
    titles,
)
from tuibrowser.tui.compare.yearly import TOO_MANY, tally
from tuibrowser.tui.host import Host
from tuibrowser.tui.library.naming import fitted_name, place_names, report_name
from tuibrowser.tui.pages.page_row import Panes
from tuibrowser.tui.pages.viewport import View
from tuibrowser.tui.terminal.widths import broken
from tuibrowser.tui.widgets.footer import Footer
from tuibrowser.tui.widgets.least_size import TOO_SMALL, fits
from tuibrowser.tui.widgets.notices import Notices

_AROUND_TAB: Final = 9
"""Cells beside the longest name in the line of tabs: blanks, brackets, two signs of more."""
_PAUSE: Final = 0.001
"""Seconds in which keys come in."""
_DRAWN: Final = 0.03
"""Seconds in which what has changed is drawn."""


class Board(Screen[None]):
    """Head, panes, keys. The only owner of scroll positions: panes show what its view says."""

    SPEC: ClassVar[ScreenSpec] = COMPARE

    def __init__(self, host: Host, reports: Sequence[Report], workspace: Workspace) -> None:
        """Put ``reports`` side by side, as ``workspace`` says they were left."""
        super().__init__()
        self._app = host
        self._comparison = Comparison(reports, workspace)
        self._drawn_for = Size(0, 0)
        self._head = Static(id="head", markup=False)
        self._panes = Panes()
        self._notice = Static(id="notice", markup=False)
        self._keys = Footer()
        self._lines_said = 0
        """Of the screen, given up to what is said for a while."""
        self._seeking = False
        """Whether the line for 查找 stands in the place of the keys."""

    def compose(self) -> ComposeResult:
        """Head, panes or a notice instead, keys; drawn whole from the first frame on."""
        self.desk.pairings = lambda: self._app.session.personal.pairings
        self._fit(self.app.size)
        yield self._head
        yield self._panes
        yield self._notice
        yield self._keys

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew and stay at the same words."""
        if event.size != self._drawn_for:
            self._fit(event.size)

    def on_notices_resized(self, message: Notices.Resized) -> None:
        """A page is as long as the window is now."""
        self._lines_said = message.lines
        self._comparison.give_room(self._drawn_for.height - message.lines)

    @property
    def workspace(self) -> Workspace:
        """What is worth finding again at the next start."""
        return self._app.session.with_drafts(self._comparison.workspace)

    @property
    def desk(self) -> Desk:
        """The open reports."""
        return self._comparison.desk

    @property
    def view(self) -> View:
        """Where one is in them."""
        return self._comparison.view

    def on_screen_resume(self) -> None:
        """Back from another screen."""
        self.look_at_drafts()

    def look_at_drafts(self) -> None:
        """Say of drafts that have changed that they have."""
        if self._drawn_for.width and self._app.session.drafts:
            self._place()

    def widen(self, ambiguous: Ambiguous) -> None:
        """Set everything anew for a terminal that draws ambiguous characters so wide."""
        self.desk.ambiguous = ambiguous
        if self._drawn_for.width:
            self._comparison.arrange()
            self._draw()

    # What keys have in common

    def _has_reports(self) -> bool:
        if not self.desk.reports:
            self._app.say(_nothing_open())
        return bool(self.desk.reports)

    def _number(self, report: Report) -> int:
        return self._app.session.numbers.get(report.sha256, 1)

    def _called(self, report: Report) -> str:
        return report_name(report, self._number(report))

    def _called_in(self, report: Report, width: int) -> str:
        return fitted_name(report, width, self.desk.ambiguous, self._number(report))

    def _tell_if_left(self, in_years: bool) -> None:
        """Say that the years of one township were left by opening another, if they were."""
        if in_years and not self.desk.in_years:
            self._app.say("打开的不是同一单位的其他年份，已退出历年对照")

    def _come_back(self) -> None:
        """From the years of one township to what was open before."""
        self._comparison.come_back()
        self._changed()

    # Drawing

    def _fit(self, size: Size) -> None:
        self._drawn_for = size
        self._comparison.arrange(size.width, size.height - self._lines_said)
        self._draw()

    def _rearrange(self) -> None:
        """After a change of what is open, or how."""
        self._comparison.arrange()
        self._changed()

    def _changed(self) -> None:
        """After a change that the comparison has arranged for already."""
        self._draw()
        self._keep()

    def _keep(self) -> None:
        """Keep what is on the screen for the next start."""
        self._app.session.keep_workspace(self.workspace)

    def _draw(self) -> None:
        """Draw everything anew."""
        if self._comparison.gave_way:
            self._comparison.gave_way = False
            self.call_after_refresh(self._app.say, TOO_MANY)
        has_room, has_reports = fits(self._drawn_for), bool(self.desk.reports)
        self._panes.display = has_room and has_reports
        self._head.display = has_room
        self._keys.display = has_room and not self._seeking
        self._head.styles.height = 1 + has_reports + self._comparison.out_of_sight
        self._notice.display = not self._panes.display
        notice = broken(_nothing_open() if has_room else TOO_SMALL, self._drawn_for.width - 2)
        self._notice.update(Content("\n".join(notice)))
        self._panes.show(self.view.grid, self.desk.ambiguous)
        self._mark()

    def _mark(self) -> None:
        """Draw the marks, and where one is; how many marks there are at once, if they are found in
        a moment, and else afterwards."""
        self._panes.mark(self._comparison.marks)
        report = self._comparison.marked
        work = iter(()) if report is None else self._comparison.marking.search(report)
        goes_on = _do_a_piece(work)
        self._place()
        self._ahead = work
        if goes_on:
            self.call_after_refresh(self._look_ahead, work)

    def _look_ahead(self, work: Iterator[None]) -> None:
        """Go on with ``work`` piece by piece, keys going first, until something else is marked."""
        if work is not self._ahead:
            return
        counting = self._comparison.count is None
        goes_on = _do_a_piece(work)
        counted = counting and self._comparison.count is not None
        if counted:
            self._place()
        if goes_on:
            # A timer, since messages that follow each other keep keys out.
            self.set_timer(_DRAWN if counted else _PAUSE, partial(self._look_ahead, work))

    def _place(self) -> None:
        """Draw where one is, and the keys that matter there."""
        self._panes.place(self.view.tops)
        comparison, desk, width = self._comparison, self.desk, self._drawn_for.width
        where, above = self._whereabouts()
        found = self._mark_words()
        line = header(self._state_words(), found, where, above, width, desk.ambiguous)
        lines = [Content(line).stylize("bold")]
        if comparison.out_of_sight:
            lines.append(Content(tabs(*self._tabs())))
        if desk.reports:
            lines.append(
                titles(
                    self.view.grid,
                    self.view.active,
                    [self._title_word(report) for report in self.view.grid.alignment.reports],
                    self._app.session.numbers,
                    desk.ambiguous,
                )
            )
        _update(self._head, Content("\n").join(lines))
        offered = footer(self.SPEC if desk.reports else COMPARE_EMPTY, self._urgent())
        self._keys.offer(offered, width)

    def _tabs(self) -> tuple[list[str], tuple[int, ...], int, int, Ambiguous]:
        """What the line of all open reports is made of."""
        shown, width = self._comparison.shown, self._drawn_for.width
        names = [self._called_in(report, width - _AROUND_TAB) for report in self.desk.reports]
        return names, shown, self.desk.active, width, self.desk.ambiguous

    def report_at(self, x: int, y: int) -> int | None:
        """Which open report is named at a cell of the screen, if that is one of the head."""
        if y == 1 and self._comparison.out_of_sight:
            return tab_at(x, *self._tabs())
        if not 0 < y < self._head.size.height or not self.desk.reports:
            return None
        ends = accumulate(width + GAP for width in self.view.grid.widths)
        pane = sum(end <= x for end in ends)
        return self._comparison.shown[min(pane, len(self.view.grid.widths) - 1)]

    def _whereabouts(self) -> tuple[list[str], list[str]]:
        """Part and theme one is at; place and report that they stand in."""
        report, here = self.desk.current, self._comparison.here
        if report is None or here is None:
            return [], []
        where = []
        if here.kind is not None:
            where.append(part_title(here.kind))
        if here.theme is not None:
            where.append(THEME_LABELS.get(here.theme, here.theme))
        above = [" ".join(place_names(report.place)), self._called(report)]
        return where, [words for words in above if words]

    def _state_words(self) -> list[str]:
        """What is on: how panes are level and move."""
        in_years = self.desk.in_years
        words = [MODE_WORDS["years"] if in_years else "对照"]
        if self.desk.reports:
            if self._comparison.sync != "part":
                key = command("compare.sync").shown
                words.append(f"{SYNC_WORDS[self._comparison.sync]}（按 {key} 更改）")
            words += ["已选定一项，待配对"] * (self._comparison.to_join is not None)
            if not in_years:
                words.append(MODE_WORDS[self.desk.mode])
            elif (pane := self._comparison.year_pane) is not None:
                words += tally(self.view.grid, pane)
        return words

    def _mark_words(self) -> list[str]:
        """Which mark of how many one is at, and what else is to be said of marks."""
        comparison, report = self._comparison, self.desk.current
        if report is None or (comparison.goes_to_changes and not comparison.count):
            return []
        marking = comparison.marking
        return mark_words(
            "hits"
            if comparison.goes_to_hits
            else "changes"
            if comparison.goes_to_changes
            else marking.shown,
            marking.in_years,
            comparison.place,
            comparison.count,
            marking.before(comparison.marked or report),
            comparison.sought,
        )

    def _title_word(self, report: Report) -> str:
        """What is said of a report before its name."""
        pinned = self.desk.pinned and report is self.desk.reports[0]
        said = "固定 " * pinned
        if report.sha256 in self._app.session.changed_drafts:
            said += f"草稿已变，{command('compare.reread').shown} 重读 "
        elif report.sha256 in self._app.session.drafts:
            said += "草稿 "
        return said

    def _urgent(self) -> list[str]:
        """Commands that matter now and go first in the footer."""
        found = []
        if self.desk.in_years:
            found.append("compare.years")
        if self.desk.zoomed:
            found.append("compare.zoom")
        if self._comparison.count:
            found.append("compare.next_mark")
        if self.desk.current is not None and self.desk.current.sha256 in self._app.session.drafts:
            found.append("compare.reread")
        return found


def _do_a_piece(work: Iterator[None]) -> bool:
    """Whether there is more of it."""
    return any(True for _ in islice(work, 1))


def _nothing_open() -> str:
    add, find = command("compare.add").shown, command("app.find").shown
    return f"还没有打开报告。按 {add} 从报告目录中添加，按 {find} 检索全文。"


def _update(line: Static, content: Content) -> None:
    """Show ``content``; what is the same is not drawn again, which would cost bytes at each key."""
    if content != line.content:
        line.update(content, layout=False)
