"""检索: a line to type in, the hits, and the chosen one in its report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from tuibrowser.model import Report
from tuibrowser.text.cellwidth import cells
from tuibrowser.tui.commands import bindings, footer
from tuibrowser.tui.found import Found, count, find, in_words, regret
from tuibrowser.tui.messages import OpenReports
from tuibrowser.tui.query_forms import QUERY_FORMS
from tuibrowser.tui.searcher import Answer, Searcher
from tuibrowser.tui.shelf import Shelf
from tuibrowser.tui.widgets.hits import HitList, stretches
from tuibrowser.tui.widgets.line_input import LineInput
from tuibrowser.tui.widgets.preview import Preview
from tuibrowser.tui.wording import TOO_SMALL, fits, keys

if TYPE_CHECKING:
    from tuibrowser.tui.app import BrowserApp

_FIRST_PAGE: Final = 100
"""Hits asked for at first: more than a screen has lines, so that the next ones come in time."""
_MOST_HITS: Final = 6_400
_PATIENCE: Final = 0.15
"""Seconds before the screen says that it is still searching."""


class QueryInput(LineInput):
    """The line to type in, with the keys that act on the hits meanwhile."""

    BINDINGS = bindings("find_input")


class FindScreen(Screen[None]):
    """Answers every key; kept when it is left, so that one comes back to the same hits.

    With the input in focus letters are text; with nothing in focus they are commands.
    """

    COMMANDS_OF = "find"
    BINDINGS = bindings("find")
    AUTO_FOCUS = ""
    # Textual declares these in a way that mypy takes for instance variables.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012
    DEFAULT_CSS = """
    FindScreen {
        #query, #query:focus { border: none; height: 1; padding: 0 1; }
        #counts { height: auto; min-height: 1; max-height: 4; padding: 0 1; color: $text-muted; }
        #found, #hint { height: 1fr; }
        #hint { padding: 1 2; display: none; }
        #too-small { height: 1fr; content-align: center middle; display: none; }
        HitList, Preview { height: 1fr; }
        #find-foot { height: 1; color: $text-muted; background: $panel; }
        &.-wide #found { layout: horizontal; }
        &.-wide HitList { width: 3fr; height: 100%; }
        &.-wide Preview { width: 2fr; height: 100%; border-left: vkey $foreground 30%; }
        &.-narrow Preview { border-top: solid $foreground 30%; }
        &.-narrow.-low Preview { display: none; }
        &.-nothing #found { display: none; }
        &.-nothing #hint { display: block; }
        &.-too-small > * { display: none; }
        &.-too-small > #query, &.-too-small > #too-small { display: block; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._found: Found | None = None
        self._trouble = ""
        self._limit = _FIRST_PAGE
        self._asked = ""
        self._awaited: int | None = None
        self._waits = False
        self._to_open: str | None = None
        self._was_left = False

    def compose(self) -> ComposeResult:
        """Input, counts, hits and preview (or a hint instead), keys."""
        yield QueryInput(placeholder="输入检索词", select_on_focus=False, id="query")
        yield Static(id="counts", markup=False)
        with Container(id="found"):
            yield HitList()
            yield Preview()
        yield Static(id="hint", markup=False)
        yield Static(id="find-foot", markup=False)
        yield Static(Content(TOO_SMALL), id="too-small")

    def on_mount(self) -> None:
        """Get ready to ask the library."""
        library = cast("BrowserApp", self.app).library
        self._searcher: Searcher[Found] = Searcher(
            library, lambda answer: self.call_later(self._take_answer, answer)
        )
        self._shelf = Shelf(library, lambda answer: self.call_later(self._take_report, answer))
        self._input.cursor_blink = False
        self._input.focus()
        self._draw()

    def on_unmount(self) -> None:
        """End the threads."""
        self._searcher.close()
        self._shelf.close()

    def on_screen_suspend(self) -> None:
        """Tell being left from being covered by help."""
        self._was_left = not isinstance(self.app.screen, ModalScreen)

    def on_screen_resume(self) -> None:
        """Who comes back comes to type, over what was typed last."""
        if self._was_left:
            self._was_left = False
            self.action_type()

    @property
    def settled(self) -> bool:
        """Whether the answer to what stands in the input is on the screen."""
        return self._awaited is None and self._asked == self._input.value

    # Asking

    @on(Input.Changed)
    def _ask_anew(self) -> None:
        self._limit = _FIRST_PAGE
        self._ask()

    @on(HitList.MoreWanted)
    def _ask_for_more(self) -> None:
        found = self._found
        if found is None or self._awaited is not None or self._limit >= _MOST_HITS:
            return
        if len(found.result.hits) < found.result.total:
            self._limit *= 4
            self._ask()

    def _ask(self) -> None:
        raw, limit = self._input.value, self._limit
        self._asked = raw
        self._waits = False
        if raw.strip():
            generation = self._searcher.ask(lambda reader: find(reader, raw, limit))
            self._awaited = generation
            self.set_timer(_PATIENCE, lambda: self._say_that_it_takes_time(generation))
        else:
            self._searcher.forget()
            self._awaited = None
            self._show(None)

    def _say_that_it_takes_time(self, generation: int) -> None:
        if self._awaited == generation:
            self._waits = True
            self._draw()

    def _take_answer(self, answer: Answer[Found]) -> None:
        if self._searcher.is_current(answer):
            self._awaited = None
            self._waits = False
            self._show(answer.value, in_words(answer.error))

    def _show(self, found: Found | None, trouble: str = "") -> None:
        same_query = (
            found is not None
            and self._found is not None
            and found.result.query == self._found.result.query
        )
        self._found, self._trouble = found, trouble
        self.query_one(HitList).show(found.result.hits if found else (), keep=same_query)
        self._draw()
        wanted, self._to_open = self._to_open, None
        if wanted == self._input.value:
            self.action_open()

    # The preview

    @on(HitList.Chosen)
    def _preview_chosen(self) -> None:
        self._draw_counts()
        hit = self.query_one(HitList).chosen
        if hit is None:
            self._shelf.forget()
        elif report := self._shelf.get(hit.passage.report):
            self.query_one(Preview).show(report, hit)

    def _take_report(self, answer: Answer[Report]) -> None:
        if self._shelf.put(answer):
            self._trouble = in_words(answer.error)
            if answer.value is None:
                self._draw_counts()
            else:
                self._preview_chosen()

    # Keys

    def action_open(self) -> None:
        """Open the marked hits side by side, or else the chosen one."""
        hits = self.query_one(HitList)
        if not (hits.marked or self.settled):
            # Typed and entered quickly: it is not a hit of the shorter query that was meant.
            self._to_open = self._input.value
            return
        wanted = hits.marked or ((hits.chosen,) if hits.chosen else ())
        if not wanted:
            return
        found = [stretch for hit in wanted for stretch in stretches(hit)]
        first = found[0]
        self.post_message(
            OpenReports(
                tuple(dict.fromkeys(sha256 for sha256, _, _ in found)),
                at=(first[0], first[1]),
                hits=tuple(found),
            )
        )
        hits.clear_marks()
        self._draw_counts()

    def action_mark(self) -> None:
        """Mark the chosen hit, or take its mark away."""
        self.query_one(HitList).toggle_mark()
        self._draw_counts()

    def action_unmark(self) -> None:
        """Take all marks away."""
        self.query_one(HitList).clear_marks()
        self._draw_counts()

    def action_move(self, steps: int) -> None:
        """Choose another hit."""
        self.query_one(HitList).move(steps)

    def action_page(self, pages: int) -> None:
        """Choose another hit, a screen away."""
        self.query_one(HitList).page(pages)

    def action_top(self) -> None:
        """Choose the first hit."""
        self.query_one(HitList).choose(0)

    def action_bottom(self) -> None:
        """Choose the last hit listed so far."""
        hits = self.query_one(HitList)
        hits.choose(len(hits.hits) - 1)

    def action_preview(self, lines: int) -> None:
        """Move the text of the preview."""
        self.query_one(Preview).move(lines)

    def action_type(self) -> None:
        """Back to the input; what is typed next replaces what stands there."""
        self._input.focus()
        self._input.select_all()

    def action_stop_typing(self) -> None:
        """Make letters commands."""
        self.set_focus(None)

    @on(HitList.OpenWanted)
    def _open_clicked(self) -> None:
        self.action_open()

    # Drawing

    @property
    def _input(self) -> QueryInput:
        return self.query_one(QueryInput)

    def on_resize(self) -> None:
        """As many keys as fit, or one sentence."""
        self.set_class(not fits(self.size), "-too-small")
        self._draw_foot()

    def on_descendant_focus(self) -> None:
        """Other keys work now."""
        self._draw_foot()

    def on_descendant_blur(self) -> None:
        """Other keys work now."""
        self._draw_foot()

    def _draw(self) -> None:
        anything = bool(self._found and self._found.result.hits)
        self.set_class(not anything, "-nothing")
        hint = self.query_one("#hint", Static)
        if self._found is not None and not anything:
            hint.update(Content(regret(self._found)))
        elif self._found is None:
            hint.update(Content() if self._trouble else _how_to_ask())
        self._draw_counts()
        self._draw_foot()

    def _draw_counts(self) -> None:
        hits = self.query_one(HitList)
        parts = []
        if self._trouble:
            parts.append(self._trouble)
        elif self._waits:
            parts.append("正在检索…")
        elif self._found and hits.hits:
            parts.append(f"第 {hits.index + 1} 条，共 {count(self._found.result)} 条")
        if hits.marked:
            parts.append(f"已标记 {len(hits.marked)} 条")
        self.query_one("#counts", Static).update(Content("　".join(parts)))

    def _draw_foot(self) -> None:
        offered = footer("find" if self.focused is None else "find_input")
        self.query_one("#find-foot", Static).update(Content(keys(offered, self.size.width)))


def _how_to_ask() -> Content:
    width = max(cells(form) for form, _ in QUERY_FORMS)
    return Content("\n").join(
        Content.assemble((form, "$text-accent"), " " * (width - cells(form) + 2), meaning)
        for form, meaning in QUERY_FORMS
    )
