"""One pane of the compare screen: a report's side of the Grid.

A full-height widget inside a scroll container: moved as a whole by the compositor, its drawn lines
stay cached, which measured twice as fast per key as drawing the visible part anew. Report text
enters as segments only, never as markup.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.containers import VerticalScroll
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from tuibrowser.layout.grid import FILLER, Grid, Line
from tuibrowser.layout.marks import MarkKind, Marks
from tuibrowser.model.terms import Role
from tuibrowser.text.linebreak import join_wraps

_ROLE_STYLES: dict[Role, str] = {
    "title": "reader--title",
    "heading": "reader--heading",
    "furniture": "reader--furniture",
}
_MARK_STYLES: dict[MarkKind, str] = {
    "figure": "reader--figure",
    "lacking": "reader--lacking",
    "alone": "reader--alone",
    "shared": "reader--shared",
    "stock": "reader--stock",
    "hit": "reader--hit",
    "current": "reader--current",
}

_WHEEL_LINES = 3


class ReaderScroll(VerticalScroll, inherit_bindings=False):
    """The window on a page. It never scrolls by itself: the compare screen owns all positions."""

    can_focus = False
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ReaderScroll { height: 1fr; scrollbar-size: 0 0; }
    """

    def validate_scroll_y(self, value: float) -> float:
        """Take any position: its owner knows the text before Textual has laid it out, and may
        bring the last line to the top."""
        return max(value, 0)

    def validate_scroll_target_y(self, value: float) -> float:
        """See :meth:`validate_scroll_y`."""
        return max(value, 0)

    class Wheel(Message):
        """The mouse wheel was turned over the pane."""

        def __init__(self, scroll: ReaderScroll, lines: int) -> None:
            super().__init__()
            self.scroll = scroll
            self.lines = lines

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.prevent_default().stop()
        self.post_message(self.Wheel(self, _WHEEL_LINES))

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.prevent_default().stop()
        self.post_message(self.Wheel(self, -_WHEEL_LINES))


class ReaderPage(Widget):
    """The lines of one pane, all of them; what is out of the window is never drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--title",
        "reader--heading",
        "reader--furniture",
        "reader--note",
        "reader--rule",
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
    ReaderPage { width: 100%; height: 1; }
    """

    class Pressed(Message):
        """The mouse was pressed on the page."""

        def __init__(self, page: ReaderPage) -> None:
            super().__init__()
            self.page = page

    def __init__(self) -> None:
        super().__init__()
        self._grid: Grid | None = None
        self._pane = 0
        self._lead = ""
        self._marks = Marks()
        self._styles: dict[str, Style] = {}

    def show(self, grid: Grid, pane: int, lead: str) -> None:
        """Show another Grid.

        Args:
            grid: What to draw.
            pane: Which pane of it.
            lead: What stands before every line: the rule and a blank.
        """
        self._grid, self._pane, self._lead = grid, pane, lead
        self.styles.height = max(grid.height, 1)
        self.refresh(layout=True)

    def mark(self, marks: Marks) -> None:
        """Let other stretches of the text stand out."""
        if not marks.same_as(self._marks):
            self._marks = marks
            self.refresh()

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._styles.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
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
        first_y = 0 if selection.start is None else min(selection.start.y, last)
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
