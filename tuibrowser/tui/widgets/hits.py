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

from tuibrowser.lexicon.labels import KIND_WORDS, ROLE_LABELS
from tuibrowser.model import Hit
from tuibrowser.text.cellwidth import cells, fill
from tuibrowser.tui.messages import Stretch
from tuibrowser.tui.widgets.excerpt import excerpt, one_line

_PART_CELLS: Final = max(cells(word) for word in KIND_WORDS.values())
_ISSUER_CELLS: Final = (6, 16)
"""Least and most; between them the longest name in the list decides, up to a fifth of the line."""
_WHEEL_LINES: Final = 3


def stretch(hit: Hit) -> Stretch:
    """What ``hit`` is, as long as its report is the same: passage ids may change."""
    return (hit.passage.report, hit.passage.start, hit.passage.end)


def stretches(hit: Hit) -> list[Stretch]:
    """Where the found words stand in the report; the whole passage if no words were asked for."""
    sha256, start, end = stretch(hit)
    return [(sha256, start + a, start + b) for a, b in hit.spans] or [(sha256, start, end)]


class HitList(Widget):
    """Hits, one of them chosen, any number of them marked.

    The chosen hit keeps its line on the screen when hits are added around it. Marks outlive the
    hits that are shown, so that answers to several queries can be put side by side.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hits--where", "hits--match", "hits--chosen"}
    DEFAULT_CSS = """
    HitList {
        & > .hits--where { color: $text-primary; }
        & > .hits--match { color: $text-warning; text-style: bold underline; }
        & > .hits--chosen { background: $block-cursor-blurred-background; text-style: bold; }
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
        self._hits: tuple[Hit, ...] = ()
        self._index = 0
        self._top = 0
        self._longest_issuer = 0
        self._marks: dict[Stretch, Hit] = {}

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All hits listed, also those out of view."""
        return self._hits

    @property
    def index(self) -> int:
        """Position of the chosen hit, from 0."""
        return self._index

    @property
    def chosen(self) -> Hit | None:
        """The hit that the keys act on."""
        return self._hits[self._index] if self._hits else None

    @property
    def marked(self) -> tuple[Hit, ...]:
        """The marked hits, in the order in which they were marked."""
        return tuple(self._marks.values())

    def show(self, hits: Sequence[Hit], keep: bool = False) -> None:
        """Replace the hits.

        Args:
            hits: What to list.
            keep: Stay on the chosen hit, on its line of the screen if that can be; without it, or
                when that hit is gone, the first is chosen.
        """
        before = self.chosen
        line = self._index - self._top
        self._hits = tuple(hits)
        self._longest_issuer = max((cells(_issuer(hit)) for hit in hits), default=0)
        places = {stretch(hit): index for index, hit in enumerate(self._hits)} if keep else {}
        self._index = 0 if before is None else places.get(stretch(before), 0)
        self._top = self._index - line
        self._bring_into_view()
        self.refresh()
        if before != self.chosen:
            self.post_message(self.Chosen(self.chosen))
        self._ask_for_more()

    def move(self, steps: int) -> None:
        """Choose the hit ``steps`` further down, as far as there are any."""
        self.choose(self._index + steps)

    def page(self, pages: int) -> None:
        """Choose a hit whole screens further down."""
        self.choose(self._index + pages * max(1, self.size.height - 1))

    def choose(self, index: int) -> None:
        """Choose the hit at ``index``, or the nearest there is."""
        index = max(0, min(index, len(self._hits) - 1))
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
        if index >= len(self._hits):
            return Strip.blank(width, self.rich_style)
        hit = self._hits[index]
        base = where = self.rich_style
        if index == self._index:
            base = where = base + self.get_component_rich_style("hits--chosen", partial=True)
        else:
            where += self.get_component_rich_style("hits--where", partial=True)
        match = base + self.get_component_rich_style("hits--match", partial=True)

        cursor = ">" if index == self._index else " "
        mark = "●" if stretch(hit) in self._marks else " "
        head = f"{cursor}{mark}{self._describe(hit)} "
        line = excerpt(hit.passage.text, hit.spans, width - cells(head))
        segments = [Segment(head, where), *_highlighted(line.text, line.spans, base, match)]
        return Strip(segments).adjust_cell_length(width, base)

    def on_resize(self) -> None:
        """Keep the chosen hit in view."""
        self._bring_into_view()
        self.refresh()
        self._ask_for_more()

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; open it at the second click."""
        index = self._top + event.y
        if index < len(self._hits):
            self.choose(index)
            if event.chain == 2:
                self.post_message(self.OpenWanted())

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the choice, so that what is chosen is always in view."""
        self.move(_WHEEL_LINES)

    def on_mouse_scroll_up(self) -> None:
        """See :meth:`on_mouse_scroll_down`."""
        self.move(-_WHEEL_LINES)

    def _describe(self, hit: Hit) -> str:
        passage = hit.passage
        kind = passage.section_kind
        part = ROLE_LABELS[passage.role] if kind is None else KIND_WORDS[kind]
        return " ".join(
            (
                fill(_issuer(hit), self._issuer_cells()),
                f"{passage.year}" if passage.year else "不详",
                fill(part, _PART_CELLS),
            )
        )

    def _issuer_cells(self) -> int:
        least, most = _ISSUER_CELLS
        return max(least, min(self._longest_issuer, most, self.size.width // 5))

    def _bring_into_view(self) -> None:
        height = max(1, self.size.height)
        last_top = max(0, len(self._hits) - height)
        top = max(self._index - height + 1, min(self._top, self._index))
        self._top = max(0, min(top, last_top))

    def _ask_for_more(self) -> None:
        if self._hits and self._top + self.size.height >= len(self._hits):
            self.post_message(self.MoreWanted())

    def _line_region(self, index: int) -> Region:
        return Region(0, index - self._top, self.size.width, 1)


def _issuer(hit: Hit) -> str:
    return one_line(hit.passage.issuer or hit.passage.title or "单位不详")


def _highlighted(
    text: str, spans: Sequence[tuple[int, int]], base: Style, match: Style
) -> list[Segment]:
    segments = []
    at = 0
    for start, end in spans:
        segments += [Segment(text[at:start], base), Segment(text[start:end], match)]
        at = end
    segments.append(Segment(text[at:], base))
    return [segment for segment in segments if segment.text]
