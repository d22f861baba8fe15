"""检索: a line to type in, the hits, and the chosen one in its report."""

from __future__ import annotations

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.events import Event, Key
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from tuibrowser.model.report import Report
from tuibrowser.model.search import Filters
from tuibrowser.tui.commands.bindings import bindings, lend_actions
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.find.commands import FIND, FIND_COUNTS, FIND_INPUT
from tuibrowser.tui.find.hint import Hint, standing
from tuibrowser.tui.find.hit_keys import ABOUT_HITS, HitKeys, opening
from tuibrowser.tui.find.hits import HitList
from tuibrowser.tui.find.inquiry import Inquiry, News
from tuibrowser.tui.find.preview import Preview
from tuibrowser.tui.find.query_input import QueryInput
from tuibrowser.tui.find.question import Counts, QueryAnswer, in_words
from tuibrowser.tui.find.searcher import Answer
from tuibrowser.tui.find.shelf import LastRead
from tuibrowser.tui.find.tallies import Tallies
from tuibrowser.tui.host import Host
from tuibrowser.tui.terminal.widths import broken
from tuibrowser.tui.widgets.footer import Footer
from tuibrowser.tui.widgets.least_size import TOO_SMALL, fits

_PATIENCE: Final = 0.15
"""Seconds before the screen says that it is still searching."""

_NOTHING_COUNTED: Final = "还没有可以筛选的年份和单位"


class FindScreen(Screen[None]):
    """Answers every key; kept when it is left, so that one comes back to the same hits.

    With the input in focus letters are text; with nothing in focus they are commands.
    """

    SPEC = FIND
    BINDINGS = bindings(FIND.commands)
    AUTO_FOCUS = ""
    # Textual declares these in a way that mypy takes for instance variables.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012
    DEFAULT_CSS = """
    FindScreen {
        #query, #query:focus { border: none; height: 1; padding: 0 1; }
        #counts { height: auto; min-height: 1; max-height: 4; padding: 0 1; color: $text-muted; }
        &.-idle Tallies { display: none; }
        &.-low Tallies { display: none; }
        &.-low Tallies:focus { display: block; }
        #found { height: 1fr; }
        Hint { display: none; }
        #too-small { height: 1fr; content-align: center middle; display: none; }
        HitList, Preview { height: 1fr; }
        &.-wide #found { layout: horizontal; }
        &.-wide HitList { width: 3fr; height: 100%; padding: 0 1 0 0; }
        &.-wide Preview { width: 2fr; height: 100%; border-left: vkey $foreground-muted; }
        &.-narrow Preview { border-top: solid $foreground-muted; }
        &.-narrow.-low Preview { display: none; }
        &.-nothing #found { display: none; }
        &.-nothing Hint { display: block; }
        &.-too-small > * { display: none; }
        &.-too-small > #query, &.-too-small > #too-small { display: block; }
    }
    """

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._shown: QueryAnswer | None = None
        self._waits = self._was_left = False
        self._to_open: str | None = None
        self._hits = HitList()
        self._preview = Preview()
        lend_actions(self, HitKeys(host, self._hits, self._preview, self._draw_counts))

    def compose(self) -> ComposeResult:
        """Input, how many, where they are, hits and preview (or a hint instead), keys."""
        yield QueryInput(placeholder="输入检索词", select_on_focus=False, id="query")
        yield Static(id="counts", markup=False)
        yield Tallies()
        with Container(id="found"):
            yield self._hits
            yield self._preview
        yield Hint()
        yield Footer()
        yield Static(id="too-small", markup=False)

    def on_mount(self) -> None:
        """Get ready to ask the library."""
        where = self._host.session.libraries.choice
        self._inquiry = Inquiry(where, lambda news: self.call_later(self._take_news, news))
        self._shelf = LastRead(where, lambda answer: self.call_later(self._take_report, answer))
        self._inquiry.note_version(self._host.session.version)
        self._input.cursor_blink = False
        self._input.focus()
        self._draw()

    def on_unmount(self) -> None:
        """End the threads."""
        self._inquiry.close()
        self._shelf.close()

    def on_screen_suspend(self) -> None:
        """Tell being left from being covered by help."""
        self._was_left = not isinstance(self.app.screen, ModalScreen)

    def on_screen_resume(self) -> None:
        """Who comes back comes to type, over what was typed last; a library that has changed is
        asked again."""
        self.on_library_chosen()
        if self._was_left:
            self._was_left = False
            self.action_type()

    def on_library_chosen(self) -> None:
        """Another library, or the same one changed, is asked again."""
        if self._inquiry.note_version(self._host.session.version):
            self._shelf.clear()
            self._ask_anew()

    @property
    def settled(self) -> bool:
        """Whether the hits of what stands in the input are on the screen, or there are none."""
        return self._inquiry.awaited is None and self._inquiry.is_about(self._input.value)

    @property
    def finished(self) -> bool:
        """Whether nothing more will come of it."""
        return self.settled and self._inquiry.finished

    def holds_back(self, event: Event) -> bool:
        """Whether ``event`` is about hits that are not there yet; what is typed is not."""
        if self.settled or not isinstance(event, Key):
            return False
        if self._to_open is not None:
            return event.key != "escape"
        if self.focused is self._input and event.is_printable:
            return False
        active = self.active_bindings.get(event.key)
        return active is not None and active.binding.id in ABOUT_HITS

    # Asking

    @on(Input.Changed)
    def _ask_anew(self) -> None:
        self.query_one(Tallies).show(None)
        self._ask()

    @on(Tallies.Narrowed)
    def _ask(self) -> None:
        self._inquiry.ask(self._input.value, self.query_one(Tallies).chosen)
        self._wait()
        if self._inquiry.awaited is None:
            self._show()

    @on(HitList.MoreWanted)
    def _ask_for_more(self) -> None:
        if self._inquiry.ask_for_more():
            self._wait()

    def _wait(self) -> None:
        self._waits = False
        generation = self._inquiry.awaited
        if generation is not None:
            self.set_timer(_PATIENCE, lambda: self._say_that_it_takes_time(generation))

    def _say_that_it_takes_time(self, generation: int) -> None:
        if self._inquiry.awaited == generation:
            self._waits = True
            self._draw()

    def _take_news(self, news: News) -> None:
        if self._inquiry.take(news):
            if isinstance(news.value, Counts):
                self.query_one(Tallies).show(news.value)
                self._draw()
            else:
                self._show()

    def _show(self) -> None:
        found = self._inquiry.found
        same = found is not None and found.is_more_of(self._shown)
        self._shown = found
        self._waits = self._waits and self._inquiry.awaited is not None
        self._hits.show(found.groups if found else (), keep=same)
        self._draw()
        if self._inquiry.awaited is None:
            wanted, self._to_open = self._to_open, None
            if wanted == self._input.value:
                self.action_open()

    # The preview

    @on(HitList.Chosen)
    def _preview_chosen(self) -> None:
        self._draw_counts()
        hit = self._hits.chosen
        if hit is None:
            self._shelf.forget()
        elif report := self._shelf.get(hit.passage.report):
            self._preview.show(report, hit)

    def _take_report(self, answer: Answer[Report]) -> None:
        if self._shelf.put(answer):
            if answer.value is None:
                self._inquiry.trouble = in_words(answer.error)
                self._draw_counts()
            else:
                self._preview_chosen()

    # Keys

    @on(HitList.OpenWanted)
    def action_open(self) -> None:
        """Open the marked hits side by side, or else the chosen one."""
        hits = self._hits
        if not (hits.marked or self.settled):
            # Typed and entered quickly: it is not a hit of the shorter query that was meant.
            self._to_open = self._input.value
            return
        wanted = hits.marked or ((hits.chosen,) if hits.chosen else ())
        if wanted:
            self.post_message(opening(wanted))
            hits.clear_marks()
            self._draw_counts()

    # The counts

    def action_narrow(self) -> None:
        """Point at a count."""
        if not self.query_one(Tallies).enter():
            self._host.say(_NOTHING_COUNTED)

    def action_unnarrow(self) -> None:
        """Let all years and issuers in again."""
        self.query_one(Tallies).clear()

    def action_type(self) -> None:
        """Back to the input; what is typed next replaces what stands there."""
        self._input.focus()
        self._input.select_all()

    def action_stop_typing(self) -> None:
        """Make letters commands."""
        self.set_focus(None)

    # Drawing

    @property
    def _input(self) -> QueryInput:
        return self.query_one(QueryInput)

    def on_resize(self) -> None:
        """As many keys as fit, or one sentence."""
        self.set_class(not fits(self.size), "-too-small")
        small = "\n".join(broken(TOO_SMALL, self.size.width))
        self.query_one("#too-small", Static).update(Content(small))
        self._draw()

    def on_descendant_focus(self) -> None:
        """Other keys work now."""
        self._draw_foot()

    on_descendant_blur = on_descendant_focus

    def _draw(self) -> None:
        found, trouble = self._inquiry.found, self._inquiry.trouble
        nothing = found is None or (found.final and not found.groups)
        self.set_class(nothing, "-nothing")
        tallies = self.query_one(Tallies)
        # Only literal hits are counted.
        uncounted = nothing or (self._inquiry.counts is not None and tallies.empty)
        # What was chosen stays in sight, so that it can be let go of.
        self.set_class(uncounted and tallies.chosen == Filters(), "-idle")
        if found is None or found.regret is not None:
            regret = None if found is None else found.regret
            self.query_one(Hint).show(self.size.width, regret, silent=bool(trouble))
        self._draw_counts()
        self._draw_foot()

    def _draw_counts(self) -> None:
        said = standing(self._inquiry, self._hits, self._waits, self._host.session.libraries)
        lines = broken("　".join(said), self.size.width - 2)
        self.query_one("#counts", Static).update(Content("\n".join(lines)))

    def _draw_foot(self) -> None:
        spec = FIND if self.focused is None else FIND_INPUT
        if self.query_one(Tallies).has_focus:
            spec = FIND_COUNTS
        self.query_one(Footer).offer(footer(spec), self.size.width)
