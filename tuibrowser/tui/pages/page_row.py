"""The pages of the compare screen, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.containers import Horizontal
from textual.selection import Selection
from textual.widget import Widget

from tuibrowser.layout.grid import Grid
from tuibrowser.layout.marks import Marks
from tuibrowser.text.cellwidth import Ambiguous, cells
from tuibrowser.tui.pages.page import Page

RULES: Final[dict[Ambiguous, str]] = {1: "│ ", 2: "| "}
"""Before every line of each pane but the first, by the width of ambiguous characters, of which the
rule of one terminal would be one."""
MARGIN = " "
"""Before every line of the first pane, and after every line of all."""


class PageRow(Horizontal):
    """As many pages as reports are shown; made when first needed, hidden when not."""

    DEFAULT_CSS = """
    PageRow { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[Page] = []
        self._pressed: Page | None = None

    def show(self, grid: Grid, ambiguous: Ambiguous = 1) -> None:
        """Show every pane of ``grid`` on a terminal with ``ambiguous`` characters so wide."""
        while len(self._pages) < len(grid.panes):
            page = Page()
            self._pages.append(page)
            if self.is_attached:
                self.mount(page)
            else:
                self.compose_add_child(page)
        for number, page in enumerate(self._pages):
            page.display = number < len(grid.panes)
            if number < len(grid.panes):
                lead = RULES[ambiguous] if number else MARGIN
                page.styles.width = cells(lead + MARGIN) + grid.widths[number]
                page.show(grid, number, lead)

    def mark(self, marks: Sequence[Marks]) -> None:
        """Let stretches of the reports' texts stand out; one set a pane."""
        for page, its_marks in zip(self._pages, marks, strict=False):
            page.mark(its_marks)

    def place(self, tops: Sequence[int]) -> None:
        """Put these lines at the tops of the windows; one a pane."""
        for page, top in zip(self._pages, tops, strict=False):
            page.place(top)

    def number_of(self, page: Page) -> int:
        """Which pane ``page`` is."""
        return self._pages.index(page)

    def on_page_pressed(self, message: Page.Pressed) -> None:
        """Remember where a selection with the mouse begins."""
        self._pressed = message.page

    def confine(self, selections: dict[Widget, Selection]) -> dict[Widget, Selection]:
        """Keep a selection in the pane where it began.

        Textual selects in the order of its widgets: dragging from one pane to the next would take
        the rest of the first report and the beginning of the second.
        """
        begun = self._pressed
        if begun is None or begun not in selections:
            return selections
        start, end = selections[begun]
        # PageRow are level, so where the pointer is in another pane tells where to stop in this.
        for page, (other_start, other_end) in selections.items():
            if page is not begun and end is None and other_end is not None:
                end = begun.end_of(other_end.y)
            if page is not begun and start is None and other_start is not None:
                start = begun.start_of(other_start.y)
        return {begun: Selection(start, end)}
