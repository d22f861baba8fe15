"""The chosen hit where it stands in its report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tuibrowser.compare.align import in_own_order
from tuibrowser.export.sources import source_line
from tuibrowser.layout.galley import Galley
from tuibrowser.layout.grid import lay_out
from tuibrowser.layout.marks import Mark, Marks
from tuibrowser.model.report import Report
from tuibrowser.model.search import Hit
from tuibrowser.text.linebreak import one_line
from tuibrowser.tui.find.hit_line import stretches
from tuibrowser.tui.pages.page import Page
from tuibrowser.tui.pages.viewport import Viewport
from tuibrowser.tui.terminal.widths import ambiguous, shorten

_LEAD = " "
_NEAR = 30_000
"""Characters before and after the hit that are set: all of any ordinary report, in milliseconds.
A file of many megabytes that is no report would take seconds."""
_NARROWEST = 6
"""Cells below which nothing is set: the widget is hidden, or not laid out yet."""


class Preview(Vertical):
    """One report in its own order, with the line of the hit in the middle."""

    DEFAULT_CSS = """
    Preview {
        #preview-where { height: 1; padding: 0 1; color: $text-muted; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._galley: Galley | None = None
        self._hit: Hit | None = None
        self._view: Viewport | None = None
        self._set = range(0)
        """The passages that the view shows."""

    def compose(self) -> ComposeResult:
        """Where the hit stands, and the text around it."""
        yield Static(id="preview-where", markup=False)
        yield Page()

    @property
    def hit(self) -> Hit | None:
        """The hit that is shown."""
        return self._hit

    def show(self, report: Report, hit: Hit) -> None:
        """Show ``hit``, which was found in ``report``."""
        if self._galley is None or self._galley.report.sha256 != report.sha256:
            self._galley = Galley(report, ambiguous())
            self._view = None
        self._hit = hit
        self._draw()

    def move(self, lines: int) -> None:
        """Move the text by so many lines."""
        if self._view is not None:
            self._view.scroll(lines)
            self._scroll()

    def on_resize(self) -> None:
        """Set the text anew; where only lines are taken or given, stay where one is."""
        if self._view is not None and self._view.grid.widths == (self._room,):
            self._view.room = self._lines
            self._scroll()
            return
        self._view = None
        self._draw()

    @property
    def _room(self) -> int:
        """Cells of a line."""
        return self.content_size.width - 2 * len(_LEAD)

    @property
    def _lines(self) -> int:
        """Of text, below the one that says where it stands."""
        return max(1, self.content_size.height - 1)

    def on_page_wheel(self, event: Page.Wheel) -> None:
        """Move with the wheel."""
        event.stop()
        self.move(event.lines)

    def _draw(self) -> None:
        width = self._room
        if self._galley is None or self._hit is None:
            return
        if width < _NARROWEST:
            # What was set before shows another hit: with room again, all is set anew.
            self._view = None
            return
        report = self._galley.report
        passage = bisect_left(report.passages, self._hit.passage.start, key=lambda it: it.start)
        page = self.query_one(Page)
        if self._view is None or passage not in self._set:
            self._set = _around(report, passage)
            alignment = in_own_order([report], [self._set])
            grid = lay_out(alignment, [width], [self._galley], ambiguous())
            self._view = Viewport(grid, active=0, sync="off")
            page.show(grid, 0, _LEAD)
        found = stretches(self._hit)
        page.mark(Marks(Mark(start, end, "hit") for _, start, end in found))
        self._view.room = self._lines
        self._view.go_offset(0, found[0][1], below=self._view.room // 2)
        self._view.page(0)
        self._scroll()
        where = shorten(one_line(source_line(report, passage)), width)
        self.query_one("#preview-where", Static).update(Content(where))

    def _scroll(self) -> None:
        if self._view is not None:
            self.query_one(Page).place(self._view.top)


def _around(report: Report, passage: int) -> range:
    """The passages near the one numbered ``passage``, it among them."""
    middle = report.passages[passage].start
    first = bisect_left(report.passages, middle - _NEAR, key=lambda it: it.start)
    return range(first, bisect_right(report.passages, middle + _NEAR, key=lambda it: it.start))
