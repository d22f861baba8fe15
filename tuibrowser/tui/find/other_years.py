"""其他年份: what a township said of a matter in its other years, to open side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Event, Key
from textual.screen import ModalScreen
from textual.widgets import Static

from tuibrowser.insight.other_years import InYear, other_years
from tuibrowser.model.search import Hit
from tuibrowser.model.terms import Likeness
from tuibrowser.search.same import Group
from tuibrowser.text.cutting import cut
from tuibrowser.text.linebreak import one_line
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.find.commands import OTHER_YEARS
from tuibrowser.tui.find.hits import HitList
from tuibrowser.tui.find.question import in_words
from tuibrowser.tui.find.searcher import Answer, Searcher
from tuibrowser.tui.terminal.widths import broken
from tuibrowser.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from tuibrowser.store.library import Library

_WORDS: Final[dict[Likeness, str]] = {
    "kept": "表述相同",
    "numbers_only": "仅数据不同",
    "reworded": "表述有调整",
}
_OWN: Final = "本条"
_LONGEST: Final = 4000
"""Characters of a passage that are shown whole; a file that is no report may be a single one."""
_EDGES: Final = 3
"""Cells of a line that are not text: a blank on either side, the scroll bar."""
_MOST_LISTED: Final = 12


class Years(NamedTuple):
    """What to open: a hit of each year, oldest first, and where to be."""

    hits: tuple[Hit, ...]
    at: Hit


class OtherYearsScreen(ModalScreen[Years | None]):
    """Dismissed with the hits to open side by side, the oldest first, or ``None``."""

    SPEC = OTHER_YEARS
    BINDINGS = bindings(OTHER_YEARS.commands)
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    OtherYearsScreen {
        align: center top;
        background: $background;
        & > Vertical { height: 100%; max-width: 120; }
        HitList { height: auto; }
        #years-head, #years-absent { padding: 0 1; height: auto; color: $text-muted; }
        #years-text { height: 1fr; border-top: solid $foreground-muted; padding: 0 1; }
        #years-text { scrollbar-size-vertical: 1; }
    }
    """

    def __init__(self, library: Library, hit: Hit) -> None:
        """Prepare to look for what is like ``hit``, which states issuer and year."""
        super().__init__()
        self._library = library
        self._own = hit._replace(note=_OWN, same=0)
        self._is_asking = True

    def compose(self) -> ComposeResult:
        """Whose, in which years, in which not, and the words themselves."""
        with Vertical():
            yield Static(id="years-head", markup=False)
            yield HitList()
            yield Static(id="years-absent", markup=False)
            with VerticalScroll(id="years-text", can_focus=False):
                yield Static(id="years-words", markup=False)
            yield Footer()

    def on_mount(self) -> None:
        """Ask the library."""
        self._searcher: Searcher[tuple[InYear, ...]] = Searcher(
            self._library, lambda answer: self.call_later(self._take, answer)
        )
        issuer = one_line(self._own.passage.unit or "")
        self.query_one("#years-head", Static).update(
            Content(f"{issuer}各年的报告中与本条最接近的内容")
        )
        self._list((self._own,))
        passage = self._own.passage
        self._searcher.ask(lambda reader: other_years(reader, passage))

    def on_unmount(self) -> None:
        """End the thread."""
        self._searcher.close()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.query_one(Footer).offer(footer(self.SPEC), min(self.size.width, 120))
        self._draw_words()

    def holds_back(self, event: Event) -> bool:
        """Whether ``event`` is for the years that are still looked for."""
        return self._is_asking and not (isinstance(event, Key) and event.key == "escape")

    def action_open(self) -> None:
        """Open what is marked beside the hit, or else every year."""
        hits = self.query_one(HitList)
        wanted = {hit.passage.report: hit for hit in (self._own, *(hits.marked or hits.hits))}
        chosen = hits.chosen
        at = self._own if chosen is None else wanted.get(chosen.passage.report, self._own)
        self.dismiss(
            Years(tuple(sorted(wanted.values(), key=lambda hit: hit.passage.year or 0)), at)
        )

    def action_mark(self) -> None:
        """Mark the chosen year, or take its mark away."""
        self.query_one(HitList).toggle_mark()

    def action_move(self, steps: int) -> None:
        """Choose another year."""
        self.query_one(HitList).move(steps)

    def action_close(self) -> None:
        """Open nothing."""
        self.dismiss(None)

    @on(HitList.OpenWanted)
    def _open_clicked(self) -> None:
        self.action_open()

    @on(HitList.Chosen)
    def _draw_words(self) -> None:
        chosen = self.query_one(HitList).chosen
        width = min(self.size.width, 120) - _EDGES
        if chosen is None or width < 1:
            return
        parts = [chosen] if chosen is self._own else [chosen, self._own]
        words = Content("\n\n").join(_quoted(hit, width) for hit in parts)
        self.query_one("#years-words", Static).update(words)

    def _take(self, answer: Answer[tuple[InYear, ...]]) -> None:
        if not self._searcher.is_current(answer):
            return
        self._is_asking = False
        absent = self.query_one("#years-absent", Static)
        if answer.value is None:
            absent.update(Content(in_words(answer.error)))
            return
        found = [
            Hit(each.nearest, (), "literal", 0.0, _WORDS[each.likeness])
            for each in answer.value
            if each.nearest is not None and each.likeness is not None
        ]
        hits = sorted((self._own, *found), key=lambda hit: -(hit.passage.year or 0))
        self._list(tuple(hits))
        if found:
            self.query_one(HitList).choose(hits.index(found[0]))
        lines = broken(_absence(answer.value), min(self.size.width, 120) - 2)
        absent.update(Content("\n".join(lines)))

    def _list(self, hits: tuple[Hit, ...]) -> None:
        listed = self.query_one(HitList)
        listed.styles.height = min(len(hits), _MOST_LISTED)
        listed.show([Group(hit) for hit in hits], keep=True)


def _quoted(hit: Hit, width: int) -> Content:
    head = f"{hit.passage.year}年（{hit.note}）"
    text = hit.passage.text
    text = one_line(cut(text, _LONGEST))
    return Content.assemble((head, "bold"), "\n", "\n".join(broken(text, width)))


def _absence(years: tuple[InYear, ...]) -> str:
    """The years that have nothing, and why."""
    if not years:
        return "报告库中只有这一年的报告"
    silent = [str(each.year) for each in years if each.has_report and each.nearest is None]
    missing = [str(each.year) for each in years if not each.has_report]
    parts = []
    if silent:
        parts.append(f"报告中没有相近内容的年份：{'、'.join(silent)}")
    if missing:
        parts.append(f"报告库中没有报告的年份：{'、'.join(missing)}")
    return "\n".join(parts)
