"""The drawer that 添加报告 opens: a line to filter with over the reports of the library."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import ClassVar

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from tuibrowser.model.report import ReportEntry
from tuibrowser.text.visible import visible
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.library.catalogue import OWN, CatalogueRow, ReportCatalogue, Rows
from tuibrowser.tui.library.commands import PICKER
from tuibrowser.tui.terminal.widths import fill
from tuibrowser.tui.widgets.footer import Footer
from tuibrowser.tui.widgets.highlight import highlighted
from tuibrowser.tui.widgets.line_input import LineInput

_WHEEL_LINES = 3
_WIDTH = 64


class ReportList(Widget):
    """Rows of a catalogue, one of them chosen, any number marked. Only visible ones are drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reports--place",
        "reports--open",
        "reports--chosen",
        "reports--match",
    }
    DEFAULT_CSS = """
    ReportList {
        height: 1fr;
        & > .reports--place { color: $text-muted; }
        & > .reports--chosen { text-style: bold reverse; }
        & > .reports--match { text-style: underline; }
    }
    """

    class Clicked(Message):
        """A report was clicked twice."""

    def __init__(self, opened: AbstractSet[str], own: AbstractSet[str]) -> None:
        super().__init__()
        self._opened = opened
        self._own = own
        self._rows = Rows((), (), ())
        self._index = 0
        self._top = 0
        self._marked: dict[str, None] = {}

    @property
    def chosen(self) -> ReportEntry | None:
        """The report that Enter opens."""
        rows = self._rows
        return rows[rows.reports[self._index]].entry if rows.reports else None

    @property
    def marked(self) -> tuple[str, ...]:
        """sha256 of the marked reports, in the order of marking, shown or not."""
        return tuple(self._marked)

    @property
    def count(self) -> int:
        """How many reports are listed."""
        return len(self._rows.reports)

    def show(self, rows: Rows) -> None:
        """List ``rows``; the chosen report stays chosen if it is among them."""
        before = self.chosen
        self._rows = rows
        self._index = rows.index_of(before) if before else 0
        self._top = 0
        self._bring_into_view()

    def move(self, steps: int) -> None:
        """Choose another report."""
        self._index = max(0, min(self._index + steps, len(self._rows.reports) - 1))
        self._bring_into_view()

    def page(self, pages: int) -> None:
        """Choose a report a window away."""
        self.move(pages * max(self.size.height - 1, 1))

    def toggle_mark(self) -> None:
        """Mark the chosen report and go on, or take its mark away."""
        entry = self.chosen
        if entry is None:
            return
        if entry.sha256 in self._marked:
            del self._marked[entry.sha256]
            self.refresh()
        else:
            self._marked[entry.sha256] = None
            self.move(1)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        at = self._top + y
        if at >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        row = self._rows[at]
        if row.entry is None:
            return self._line(" ", row, "", "reports--place")
        mark = "*" if row.entry.sha256 in self._marked else " "
        opened = row.entry.sha256 in self._opened
        chosen = at == self._rows.reports[self._index]
        component = "reports--chosen" if chosen else "reports--open" if opened else None
        head = f"{'>' if chosen else ' '}{mark} "
        tail = f"（{OWN}）" if row.entry.sha256 in self._own else ""
        return self._line(head, row, f"{tail}（已打开）" if opened else tail, component)

    def _line(self, head: str, row: CatalogueRow, tail: str, component: str | None) -> Strip:
        style = self.rich_style
        if component:
            style += self.get_component_rich_style(component, partial=True)
        found = style + self.get_component_rich_style("reports--match", partial=True)
        # Each character stays one, so that what was found stays where it was.
        text = visible(row.text)
        segments = [Segment(head, style), *highlighted(text, row.spans, style, found)]
        strip = Strip([*segments, Segment(tail, style)])
        if strip.cell_length <= self.size.width:
            return strip.adjust_cell_length(self.size.width, style)
        return Strip([Segment(fill(strip.text, self.size.width), style)])

    def on_resize(self) -> None:
        """Keep the chosen report in view."""
        self._bring_into_view()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go down with the wheel."""
        event.stop()
        self.move(_WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go up with the wheel."""
        event.stop()
        self.move(-_WHEEL_LINES)

    def on_click(self, event: events.Click) -> None:
        """Choose what is pointed at; twice opens it."""
        at = self._top + event.y
        reports = self._rows.reports
        number = bisect_left(reports, at)
        if number < len(reports) and reports[number] == at:
            self._index = number
            self.refresh()
            if event.chain > 1:
                self.post_message(self.Clicked())

    def _bring_into_view(self) -> None:
        if self._rows.reports and self.size.height:
            at = self._rows.reports[self._index]
            # The place above the first report of a place is shown with it.
            above = at - 1 if at and self._rows[at - 1].entry is None else at
            self._top = max(min(self._top, above), at - self.size.height + 1)
        self.refresh()


class FilterInput(LineInput):
    """The line to filter with, and the keys that act on the list meanwhile."""

    BINDINGS = bindings(PICKER.commands)


class PickerScreen(ModalScreen[tuple[str, ...] | None]):
    """Dismissed with the sha256 of the reports to open, or ``None``."""

    SPEC = PICKER
    DEFAULT_CSS = """
    PickerScreen {
        align: left top;
        & > Vertical { max-width: 100%; height: 100%; background: $surface; }
        &.-beside > Vertical { border-right: solid $foreground-muted; }
        FilterInput, FilterInput:focus { border: none; height: 1; padding: 0 1; }
        #picker-count { height: 1; color: $text-muted; }
    }
    """

    def __init__(
        self,
        entries: Sequence[ReportEntry],
        opened: AbstractSet[str],
        own: AbstractSet[str] = frozenset(),
        label: str = "",
    ) -> None:
        """Offer reports.

        Args:
            entries: Those to choose from.
            opened: Those that are on the screen already.
            own: Of several libraries those that one's own has.
            label: What the library is called that they are of, if they are of one of several.
        """
        super().__init__()
        self._catalogue = ReportCatalogue(entries, own)
        self._opened = opened
        self._own = own
        self._of = f"{label} " if label else ""

    def compose(self) -> ComposeResult:
        """Filter, list, keys."""
        with Vertical():
            yield FilterInput(
                placeholder="输入地名、单位、年份筛选，可用空格隔开，也可用拼音或首字母"
            )
            yield Static(id="picker-count", markup=False)
            yield ReportList(self._opened, self._own)
            yield Footer()

    def on_mount(self) -> None:
        """List everything."""
        self.query_one(FilterInput).cursor_blink = False
        self._list("")
        self.run_worker(self._catalogue.prepare, thread=True)

    def on_resize(self) -> None:
        """Show as many keys as there is room for."""
        width = min(self.size.width, _WIDTH)
        is_beside = self.size.width > _WIDTH
        self.set_class(is_beside, "-beside")
        self.query_one(Vertical).styles.width = width + is_beside
        self.query_one(Footer).offer(footer(self.SPEC), width)

    @on(Input.Changed)
    def _narrow(self, message: Input.Changed) -> None:
        self._list(message.value)

    @on(ReportList.Clicked)
    def action_open(self) -> None:
        """Open the marked reports, or else the chosen one."""
        reports = self.query_one(ReportList)
        if reports.marked:
            self.dismiss(reports.marked)
        elif reports.chosen is not None:
            self.dismiss((reports.chosen.sha256,))

    def action_mark(self) -> None:
        """Mark the chosen report."""
        self.query_one(ReportList).toggle_mark()
        self._say_count()

    def action_move(self, steps: int) -> None:
        """Choose another report."""
        self.query_one(ReportList).move(steps)

    def action_page(self, pages: int) -> None:
        """Choose a report a window away."""
        self.query_one(ReportList).page(pages)

    def action_close(self) -> None:
        """Open nothing."""
        self.dismiss(None)

    def _list(self, typed: str) -> None:
        self.query_one(ReportList).show(self._catalogue.rows(typed))
        self._say_count()

    def _say_count(self) -> None:
        reports = self.query_one(ReportList)
        words = f" {self._of}共 {reports.count} 份报告"
        if not reports.count:
            words = f" {self._of}没有符合的报告，请减少筛选词"
        if reports.marked:
            words += f"，已标记 {len(reports.marked)} 份"
        self.query_one("#picker-count", Static).update(Content(words))
