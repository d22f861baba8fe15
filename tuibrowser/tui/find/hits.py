"""The list of hits: one line each, only the visible ones drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tuibrowser.model.search import Hit
from tuibrowser.model.terms import ReportSpan
from tuibrowser.search.same import Group
from tuibrowser.text.linebreak import one_line
from tuibrowser.tui.find.hit_line import HitLine, issuer, stretch
from tuibrowser.tui.find.snippet import snippet
from tuibrowser.tui.terminal.widths import ambiguous, cells
from tuibrowser.tui.widgets.highlight import highlighted

_ISSUER_CELLS: Final = (6, 16)
"""Least and most; between them the longest name in the list decides, up to a fifth of the line."""
_WHEEL_LINES: Final = 3
_MATCH_CHOSEN: Final = Style(underline=True)
"""What was found, on the chosen line: a colour of its own would be one of the ground there."""


class HitList(Widget):
    """Hits, one of them chosen, any number of them marked.

    Those that say the same share a line, which can be unfolded. The chosen hit keeps its line on
    the screen when hits are added around it. Marks outlive the hits that are shown, so that answers
    to several queries can be put side by side.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hits--where",
        "hits--match",
        "hits--note",
        "hits--chosen",
    }
    DEFAULT_CSS = """
    HitList {
        & > .hits--where { color: $text-primary; }
        & > .hits--match { color: $text-warning; text-style: bold underline; }
        & > .hits--note { color: $text-muted; }
        & > .hits--chosen { text-style: bold reverse; }
    }
    """

    class Chosen(Message):
        """Another hit was chosen, or none is left."""

        def __init__(self, hit: Hit | None) -> None:
            super().__init__()
            self.hit = hit

    class OpenWanted(Message):
        """A hit was clicked twice."""

    class MoreWanted(Message):
        """The end of the list came into view."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[Group, ...] = ()
        self._lines: list[HitLine] = []
        self._unfolded: set[ReportSpan] = set()
        self._index = 0
        self._top = 0
        self._longest_issuer = 0
        self._marks: dict[ReportSpan, Hit] = {}

    @property
    def hits(self) -> tuple[Hit, ...]:
        """One a line, also those out of view; not those that are folded away."""
        return tuple(line.hit for line in self._lines)

    @property
    def index(self) -> int:
        """Position of the chosen hit, from 0."""
        return self._index

    @property
    def chosen(self) -> Hit | None:
        """The hit that the keys act on."""
        return self._lines[self._index].hit if self._lines else None

    @property
    def chosen_group(self) -> Group | None:
        """The chosen hit and what says the same."""
        return self._lines[self._index].group if self._lines else None

    @property
    def marked(self) -> tuple[Hit, ...]:
        """The marked hits, in the order in which they were marked."""
        return tuple(self._marks.values())

    def show(self, groups: Sequence[Group], keep: bool = False) -> None:
        """Replace the hits.

        Args:
            groups: What to list.
            keep: Stay on the chosen hit, on its line of the screen if that can be; without it, or
                when that hit is gone, the first is chosen.
        """
        self._groups = tuple(groups)
        if not keep:
            self._unfolded.clear()
        self._longest_issuer = max((cells(issuer(each.hit)) for each in groups), default=0)
        self._set_lines(keep)
        self._ask_for_more()

    def toggle_fold(self) -> bool:
        """List those that say the same as the chosen hit below it, or put them away again.

        Returns:
            Whether there are any.
        """
        group = self.chosen_group
        if group is None or not group.others:
            return False
        key = stretch(group.hit)
        if key in self._unfolded:
            self._unfolded.remove(key)
            self.choose(next(at for at, line in enumerate(self._lines) if line.hit is group.hit))
        else:
            self._unfolded.add(key)
        self._set_lines(keep=True)
        return True

    def _set_lines(self, keep: bool) -> None:
        before = self.chosen
        line = self._index - self._top
        self._lines = [
            HitLine(hit, group)
            for group in self._groups
            for hit in (group if stretch(group.hit) in self._unfolded else (group.hit,))
        ]
        wanted = stretch(before) if keep and before is not None else None
        self._index = next(
            (at for at, each in enumerate(self._lines) if stretch(each.hit) == wanted), 0
        )
        self._top = self._index - line
        self._bring_into_view()
        self.refresh()
        if before != self.chosen:
            self.post_message(self.Chosen(self.chosen))

    def move(self, steps: int) -> None:
        """Choose the hit ``steps`` further down, as far as there are any."""
        self.choose(self._index + steps)

    def page(self, pages: int) -> None:
        """Choose a hit whole screens further down."""
        self.choose(self._index + pages * max(1, self.size.height - 1))

    def choose(self, index: int) -> None:
        """Choose the hit at ``index``, or the nearest there is."""
        index = max(0, min(index, len(self._lines) - 1))
        if index == self._index:
            return
        changed = (self._index, index)
        self._index = index
        top = self._top
        self._bring_into_view()
        if top == self._top:
            # Two lines instead of all: what is repainted has to go through the wire.
            self.refresh(*(self._line_region(at) for at in changed))
        else:
            self.refresh()
        self.post_message(self.Chosen(self.chosen))
        self._ask_for_more()

    def toggle_mark(self) -> None:
        """Mark the chosen hit, or take its mark away."""
        if self.chosen is None:
            return
        key = stretch(self.chosen)
        if self._marks.pop(key, None) is None:
            self._marks[key] = self.chosen
        self.refresh(self._line_region(self._index))

    def clear_marks(self) -> None:
        """Take all marks away."""
        self._marks.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line ``y`` cells below the top."""
        index = self._top + y
        width = self.size.width
        if index >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[index]
        hit = line.hit
        base = where = note = match = self.rich_style
        if index == self._index:
            base = where = note = base + self._style("hits--chosen")
            match = base + _MATCH_CHOSEN
        else:
            where += self._style("hits--where")
            note += self._style("hits--note")
            match += self._style("hits--match")

        cursor = ">" if index == self._index else " "
        mark = "●" if stretch(hit) in self._marks else " "
        head = f"{cursor}{mark}{line.describe(self._issuer_cells())} "
        tail = line.remark(width - cells(head))
        room = width - cells(head) - cells(tail)
        text = snippet(hit.passage.text, hit.spans, room, ambiguous())
        segments = [
            Segment(head, where),
            *highlighted(text.text, text.spans, base, match),
            Segment(" " * (room - cells(text.text)), base),
            Segment(tail, note),
        ]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def on_resize(self) -> None:
        """Keep the chosen hit in view."""
        self._bring_into_view()
        self.refresh()
        self._ask_for_more()

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; open it at the second click."""
        index = self._top + event.y
        if index < len(self._lines):
            self.choose(index)
            if event.chain == 2:
                self.post_message(self.OpenWanted())

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the choice, so that what is chosen is always in view."""
        self.move(_WHEEL_LINES)

    def on_mouse_scroll_up(self) -> None:
        """See :meth:`on_mouse_scroll_down`."""
        self.move(-_WHEEL_LINES)

    @property
    def note(self) -> str:
        """How the chosen hit matched, where its line has no room to say all of it."""
        if self.chosen is None or not self.chosen.note:
            return ""
        line, note = self._lines[self._index], one_line(self.chosen.note)
        room = self.size.width - cells(f"  {line.describe(self._issuer_cells())} ")
        return "" if note in line.remark(room) else note

    def _issuer_cells(self) -> int:
        least, most = _ISSUER_CELLS
        return max(least, min(self._longest_issuer, most, self.size.width // 5))

    def _bring_into_view(self) -> None:
        height = max(1, self.size.height)
        last_top = max(0, len(self._lines) - height)
        top = max(self._index - height + 1, min(self._top, self._index))
        self._top = max(0, min(top, last_top))

    def _ask_for_more(self) -> None:
        if self._lines and self._top + self.size.height >= len(self._lines):
            self.post_message(self.MoreWanted())

    def _line_region(self, index: int) -> Region:
        return Region(0, index - self._top, self.size.width, 1)
