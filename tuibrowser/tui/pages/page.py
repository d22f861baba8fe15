"""One pane of the compare screen: a window on a report's side of the Grid.

It draws the lines from the one that it was placed at, and keeps those it drew last: a key that
moves by a line draws one new line. Report text enters as segments only, never as markup.
"""

from __future__ import annotations

from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from tuibrowser.layout.grid import Grid
from tuibrowser.layout.lines import FILLER, Line
from tuibrowser.layout.marks import MarkKind, Marks
from tuibrowser.model.terms import Role
from tuibrowser.text.linebreak import join_wraps

_ROLE_STYLES: dict[Role, str] = {
    "title": "reader--title",
    "heading": "reader--heading",
    "furniture": "reader--furniture",
}
_MARK_STYLES: dict[MarkKind, str] = {
    "corrected": "reader--corrected",
    "figure": "reader--figure",
    "lacking": "reader--lacking",
    "alone": "reader--alone",
    "shared": "reader--shared",
    "stock": "reader--stock",
    "hit": "reader--hit",
    "current": "reader--current",
}

_WHEEL_LINES = 3

_WINDOWS_KEPT = 2
"""How many windows of drawn lines are kept; each line takes 5 kB."""


class Page(Widget):
    """A window on the lines of one pane. It never scrolls by itself: its owner places it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--title",
        "reader--heading",
        "reader--furniture",
        "reader--note",
        "reader--rule",
        "reader--corrected",
        "reader--figure",
        "reader--lacking",
        "reader--alone",
        "reader--shared",
        "reader--stock",
        "reader--sign",
        "reader--hit",
        "reader--current",
    }
    DEFAULT_CSS = """
    Page { width: 100%; height: 1fr; }
    """

    class Pressed(Message):
        """The mouse was pressed on the page."""

        def __init__(self, page: Page) -> None:
            super().__init__()
            self.page = page

    class Wheel(Message):
        """The mouse wheel was turned over the page."""

        def __init__(self, page: Page, lines: int) -> None:
            super().__init__()
            self.page = page
            self.lines = lines

    def __init__(self) -> None:
        super().__init__()
        self._grid: Grid | None = None
        self._pane = 0
        self._lead = ""
        self._marks = Marks()
        self._styles: dict[str, Style] = {}
        self._drawn: dict[int, Strip] = {}
        self.top = 0
        """First line shown; it may be the last one of all, and what is below it is empty then."""

    def show(self, grid: Grid, pane: int, lead: str) -> None:
        """Show another Grid.

        Args:
            grid: What to draw.
            pane: Which pane of it.
            lead: What stands before every line: the rule and a blank.
        """
        self._grid, self._pane, self._lead = grid, pane, lead
        self.refresh()

    def place(self, top: int) -> None:
        """Have line ``top`` of the Grid stand first."""
        if top != self.top:
            self.top = top
            super().refresh()  # what was drawn still holds

    def mark(self, marks: Marks) -> None:
        """Let other stretches of the text stand out."""
        if not marks.same_as(self._marks):
            self._marks = marks
            self.refresh()

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._styles.clear()
        self._drawn.clear()
        super().notify_style_update()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw everything anew."""
        self._drawn.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw a part of the window.

        Textual would keep every line drawn as long as the widget has its size, and go over each
        again for borders and tints that there are none of.
        """
        strips = [self.render_line(y) for y in crop.line_range]
        spare = max(len(self._drawn) - _WINDOWS_KEPT * self.size.height, 0)
        for at in list(self._drawn)[:spare]:
            del self._drawn[at]
        if crop.column_span != (0, self.size.width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the window."""
        at = self.top + y
        strip = self._drawn.get(at)
        if strip is None or strip.cell_length != self.size.width:
            strip = self._draw(at).adjust_cell_length(self.size.width, self._style(""))
            _, background = self.background_colors
            for line_filter in self.get_line_filters():
                strip = strip.apply_filter(line_filter, background)
            self._drawn[at] = strip
        return strip

    def _draw(self, y: int) -> Strip:
        """Draw line ``y`` of the Grid, in as few pieces as can be: each costs 40 bytes on the wire
        at every key."""
        grid = self._grid
        line = FILLER if grid is None or y >= grid.height else grid.panes[self._pane][y]
        sign = self._marks.sign(line.start, line.end) if line.passage >= 0 else ""
        front = [Segment(self._lead + " " * line.indent, self._style("reader--rule"))]
        if sign:
            # It takes the place of the blank before the text.
            rule, indent = self._lead[: -len(sign)], " " * line.indent
            front = [
                Segment(rule, front[0].style),
                Segment(sign + indent, self._style("reader--sign")),
            ]
        lead = Strip(front)
        if line.note:
            text = [Segment(line.note, self._style("reader--note"))]
        elif line.passage >= 0:
            text = self._text(line, y)
        else:
            text = []
        room = self.size.width - lead.cell_length - sum(piece.cell_length for piece in text)
        text.append(Segment(" " * max(room, 0), self._style("")))
        # Offsets tell Textual which character a cell belongs to, for selecting with the mouse. On
        # a line without any, a drag would take the whole page.
        return Strip.join([lead, Strip(text).simplify().apply_offsets(0, y)])

    def _text(self, line: Line, y: int) -> list[Segment]:
        assert self._grid is not None
        report = self._grid.alignment.reports[self._pane]
        role = report.passages[line.passage].role
        base = self._style(_ROLE_STYLES.get(role, ""))
        shown = join_wraps(report.text[line.start : line.end])
        segments = [
            Segment(
                piece.replace("\n", ""),
                base + self._style(_MARK_STYLES[kind], partial=True) if kind else base,
            )
            for piece, kind in self._marks.cut(shown, line.start)
        ]
        selection = self.text_selection
        span = None if selection is None else selection.get_span(y)
        if span is None:
            return segments
        return _select(segments, span, self.screen.get_component_rich_style("screen--selection"))

    def _style(self, name: str, partial: bool = False) -> Style:
        """The style of a component, or the page's own for ``""``.

        Args:
            name: Of the component.
            partial: Only what the component says itself, to be laid over another style.
        """
        # Looking a style up for every line was a fifth of a frame.
        if name not in self._styles:
            self._styles[name] = (
                self.get_component_rich_style(name, partial=partial) if name else self.rich_style
            )
        return self._styles[name]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What the mouse selected, paragraphs whole again, without the wraps of the screen."""
        if self._grid is None:
            return None
        last = self._grid.height - 1
        first_y = 0 if selection.start is None else selection.start.y
        last_y = last if selection.end is None else min(selection.end.y, last)
        taken = ""
        for y in range(first_y, last_y + 1):
            line = self._grid.panes[self._pane][y]
            span = selection.get_span(y)
            if line.passage < 0 or span is None:
                continue
            text = self._grid.text(self._pane, y)
            stop = len(text) if span[1] == -1 else span[1]
            taken += ("\n" if taken and line.opens else "") + text[span[0] : stop]
        return (taken, "\n") if taken else None

    def start_of(self, y: int) -> Offset:
        """Where a selection begins that takes in line ``y``."""
        return Offset(0, y)

    def end_of(self, y: int) -> Offset:
        """Where a selection ends that takes in line ``y``."""
        inside = self._grid is not None and 0 <= y < self._grid.height
        return Offset(len(self._grid.text(self._pane, y)) if self._grid and inside else 0, y)

    def on_mouse_down(self) -> None:
        """Say who is being pointed at."""
        self.post_message(self.Pressed(self))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.prevent_default().stop()
        self.post_message(self.Wheel(self, _WHEEL_LINES))

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.prevent_default().stop()
        self.post_message(self.Wheel(self, -_WHEEL_LINES))


def _select(segments: list[Segment], span: tuple[int, int], style: Style) -> list[Segment]:
    """Lay ``style`` over the characters of ``span`` (an end of -1 is the end of the line)."""
    start, stop = span[0], 10**9 if span[1] == -1 else span[1]
    found = []
    at = 0
    for text, own, _ in segments:
        low = max(min(start - at, len(text)), 0)
        high = max(min(stop - at, len(text)), low)
        for piece, chosen in ((text[:low], False), (text[low:high], True), (text[high:], False)):
            if piece:
                found.append(Segment(piece, (own or Style.null()) + style if chosen else own))
        at += len(text)
    return found
