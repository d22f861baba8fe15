"""对照: reports side by side, and the keys to get about in them.

The screen composes and draws. What is compared is a :class:`Comparison`, and what the keys do
stands in the modules ``…_keys``, each with the state that is its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.selection import Selection
from textual.widget import Widget
from textual.widgets import Static

from tuibrowser.model.kept import Excerpt
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Position, ReportSpan
from tuibrowser.state.workspaces import Workspace
from tuibrowser.text.cellwidth import Ambiguous
from tuibrowser.tui.commands.bindings import bindings, lend_actions
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.compare.ahead import Ahead
from tuibrowser.tui.compare.commands import COMPARE, COMPARE_EMPTY
from tuibrowser.tui.compare.comparison import Comparison
from tuibrowser.tui.compare.correct_keys import CorrectKeys
from tuibrowser.tui.compare.draft_keys import DraftKeys
from tuibrowser.tui.compare.header import Header
from tuibrowser.tui.compare.highlights import Highlights
from tuibrowser.tui.compare.hints import nothing_open, urgent
from tuibrowser.tui.compare.jumps import Jumps
from tuibrowser.tui.compare.letter_keys import LetterKeys
from tuibrowser.tui.compare.mark_keys import MarkKeys
from tuibrowser.tui.compare.move_keys import MoveKeys
from tuibrowser.tui.compare.open_reports import OpenReports
from tuibrowser.tui.compare.pair_keys import PairKeys
from tuibrowser.tui.compare.quote_keys import QuoteKeys
from tuibrowser.tui.compare.report_keys import ReportKeys
from tuibrowser.tui.compare.seek import Seek
from tuibrowser.tui.compare.seek_input import SeekInput
from tuibrowser.tui.compare.stops import Stops
from tuibrowser.tui.compare.workspace_keys import WorkspaceKeys
from tuibrowser.tui.compare.year_keys import YearKeys
from tuibrowser.tui.compare.yearly import TOO_MANY
from tuibrowser.tui.host import Host
from tuibrowser.tui.pages.page import Page
from tuibrowser.tui.pages.page_row import PageRow
from tuibrowser.tui.pages.viewport import Viewport
from tuibrowser.tui.terminal.widths import broken
from tuibrowser.tui.widgets.footer import Footer
from tuibrowser.tui.widgets.least_size import TOO_SMALL, fits
from tuibrowser.tui.widgets.notices import Notices

T = TypeVar("T")


class CompareScreen(Screen[None]):
    """The home screen: head, pages, keys. Pages show what its viewport says."""

    SPEC: ClassVar[ScreenSpec] = COMPARE
    BINDINGS = bindings(COMPARE.commands)
    AUTO_FOCUS = ""

    def __init__(self, host: Host, reports: Sequence[Report], workspace: Workspace) -> None:
        """Put ``reports`` side by side, as ``workspace`` says they were left."""
        super().__init__()
        self.host = host
        self.comparison = Comparison(reports, workspace, lambda: host.session.personal.pairings)
        self.highlights = Highlights(self.comparison.aligned, host.session.corrected_parts.of)
        self.stops = Stops(self.comparison, self.highlights)
        self._seek = Seek(self.comparison, self.highlights, self.stops)
        self.header = Header(host.session, self.comparison, self.highlights, self.stops, self._seek)
        self._pages = PageRow()
        self._notice = Static(id="notice", markup=False)
        self._footer = Footer()
        self._drawn_for = Size(0, 0)
        self._lines_said = 0
        """Of the screen, given up to what is said for a while."""
        self._ahead = Ahead(self)
        jumps = self._jumps = Jumps(self.comparison)
        self._reports = ReportKeys(self, jumps, self._seek)
        self._marks = MarkKeys(self, jumps, self.highlights, self.stops)
        self._moves = MoveKeys(self, jumps, self.stops)
        self._years = YearKeys(self, jumps)
        self._pairs = PairKeys(self)
        self._drafts = DraftKeys(self, jumps, self._reports)
        self._corrections = CorrectKeys(self, self.highlights, self.stops)
        lend_actions(
            self,
            self._reports,
            self._marks,
            self._moves,
            self._years,
            self._pairs,
            self._drafts,
            self._corrections,
            QuoteKeys(self, self.highlights, self.stops),
            LetterKeys(self, jumps, self.stops, self._reports),
            WorkspaceKeys(self, jumps),
        )

    def compose(self) -> ComposeResult:
        """Header, pages or a notice instead, keys; drawn whole from the first frame on."""
        self._fit(self.app.size)
        yield self.header
        yield self._pages
        yield self._notice
        yield self._footer

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew and stay at the same words."""
        if event.size != self._drawn_for:
            self._fit(event.size)

    def on_notices_resized(self, message: Notices.Resized) -> None:
        """A page is as long as the window is now."""
        self._lines_said = message.lines
        self.comparison.give_room(self._drawn_for.height - message.lines)

    # What others ask for

    def open(
        self, reports: Sequence[Report], at: Position | None = None, hits: Sequence[ReportSpan] = ()
    ) -> None:
        """See :meth:`ReportKeys.open`."""
        self._reports.open(reports, at, hits)

    def open_excerpt(self, report: Report, excerpt: Excerpt) -> None:
        """See :meth:`ReportKeys.open_excerpt`."""
        self._reports.open_excerpt(report, excerpt)

    @property
    def opened(self) -> OpenReports:
        """The open reports."""
        return self.comparison.opened

    @property
    def viewport(self) -> Viewport:
        """Where one is in them."""
        return self.comparison.viewport

    @property
    def workspace(self) -> Workspace:
        """What is worth finding again at the next start."""
        return self.host.session.with_drafts(self.comparison.workspace)

    def keep(self) -> None:
        """Keep what is open for the next start."""
        self.host.session.keep_workspace(self.workspace)

    def on_screen_resume(self) -> None:
        """Back from another screen."""
        self.look_at_drafts()

    def look_at_drafts(self, news: bool = True) -> None:
        """Say of drafts that have changed that they have, if that is ``news``, and show them."""
        if self._drawn_for.width and self.host.session.drafts:
            self._drafts.look(news)

    def widen(self, ambiguous: Ambiguous) -> None:
        """Set everything anew for a terminal that draws ambiguous characters so wide."""
        self.comparison.grids.ambiguous = ambiguous
        if self._drawn_for.width:
            self.comparison.arrange()
            self.draw()

    # What keys have in common, see :class:`Stage`

    def ask(self, screen: Screen[T], take: Callable[[T | None], object]) -> None:
        """Put up a modal screen; ``take`` gets what it is dismissed with."""

        def taken(answer: T | None) -> None:
            take(answer)

        self.app.push_screen(screen, taken)

    def has_reports(self) -> bool:
        """Whether any report is open; says what to do where none is."""
        if not self.opened.reports:
            self.host.say(nothing_open())
        return bool(self.opened.reports)

    def rearrange(self) -> None:
        """Set the reports anew, after a change of what is open, or how."""
        self.comparison.arrange()
        self.changed()

    def changed(self) -> None:
        """After a change that the comparison has arranged for already."""
        self.draw()
        self.keep()

    def draw(self) -> None:
        """Draw everything anew."""
        if self.comparison.gave_way:
            self.comparison.gave_way = False
            self.call_after_refresh(self.host.say, TOO_MANY)
        has_room, has_reports = fits(self._drawn_for), bool(self.opened.reports)
        self._pages.display = has_room and has_reports
        self.header.display = has_room
        self._footer.display = has_room and not self.query(SeekInput)
        self.header.styles.height = self.header.line_count
        self._notice.display = not self._pages.display
        notice = broken(nothing_open() if has_room else TOO_SMALL, self._drawn_for.width - 2)
        self._notice.update(Content("\n".join(notice)))
        self._pages.show(self.viewport.grid, self.comparison.grids.ambiguous)
        self.mark()

    def mark(self) -> None:
        """Draw the marks, and where one is; how many marks there are at once, if they are found in
        a moment, and else afterwards."""
        self._pages.mark(self.stops.marks)
        report = self.stops.report
        work = iter(()) if report is None else self.highlights.search(report)
        goes_on = self._ahead.begin(work)
        self.place()
        if goes_on:
            counted = self.stops.count is not None

            def draw_count() -> bool:
                nonlocal counted
                news = not counted and self.stops.count is not None
                if news:
                    counted = True
                    self.place()
                return news

            self._ahead.go_on(draw_count)

    def place(self) -> None:
        """Draw where one is, and the keys that matter there."""
        self._pages.place(self.viewport.tops)
        width = self._drawn_for.width
        self.header.show(width, self._pairs.words)
        spec = self.SPEC if self.opened.reports else COMPARE_EMPTY
        self._footer.offer(
            footer(spec, urgent(self.opened, self.stops, self.host.session.drafts)), width
        )

    def _fit(self, size: Size) -> None:
        self._drawn_for = size
        self.comparison.arrange(size.width, size.height - self._lines_said)
        self.draw()

    # Keys that are nobody's own

    def action_dismiss_extras(self) -> None:
        """Let go of a measure to be joined, of zoom, of what was found, or of years."""
        if self._pairs.drop():
            self.place()
        elif self.opened.zoomed:
            self.opened.zoomed = False
            self.rearrange()
        elif self._seek.drop():
            self.mark()
        elif self.opened.in_years:
            self._years.come_back()

    def holds_back(self, _: events.Event) -> bool:
        """Whether something is being read or settled that was asked for before this key."""
        return self._drafts.reading or self._corrections.settling

    async def action_seek(self) -> None:
        """Look something up in the open reports, at every keystroke."""
        since = self.comparison.spot
        if self.has_reports() and since is not None:
            line = SeekInput(self, self._seek, self._jumps, self._marks, since)
            await self.mount(line)
            line.focus()
            self.draw()

    # The mouse

    @on(Page.Wheel)
    def _turn(self, message: Page.Wheel) -> None:
        if self.comparison.sync == "off":
            self.comparison.activate(self._pages.number_of(message.page))
            self.mark()
        self._moves.action_scroll(message.lines)

    @on(Page.Pressed)
    def _point(self, message: Page.Pressed) -> None:
        self.comparison.activate(self._pages.number_of(message.page))
        self.mark()

    def on_click(self, event: events.Click) -> None:
        """A name in the header: its report becomes the active one."""
        if (index := self.header.report_at(event.screen_x, event.screen_y)) is not None:
            self._reports.action_report(index - self.opened.active)

    def validate_selections(self, selections: dict[Widget, Selection]) -> dict[Widget, Selection]:
        """Keep what the mouse selects in one page."""
        return self._pages.confine(selections) if self.is_mounted else selections
