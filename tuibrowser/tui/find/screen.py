"""检索: a line to type in, the hits, and the chosen one in its report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.events import Event, Key
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from tuibrowser.export import quoting
from tuibrowser.model.kept import Excerpt
from tuibrowser.model.report import Report
from tuibrowser.model.search import Filters, Hit
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.find.commands import FIND, FIND_COUNTS, FIND_INPUT
from tuibrowser.tui.find.hits import HitList, stretches
from tuibrowser.tui.find.inquiry import Inquiry, News
from tuibrowser.tui.find.preview import Preview
from tuibrowser.tui.find.query_forms import FORGIVEN, QUERY_FORMS
from tuibrowser.tui.find.question import Counts, Found, in_words, summary
from tuibrowser.tui.find.searcher import Answer
from tuibrowser.tui.find.shelf import Shelf
from tuibrowser.tui.find.tallies import Tallies
from tuibrowser.tui.host import Host
from tuibrowser.tui.messages import OpenReports
from tuibrowser.tui.terminal.widths import broken
from tuibrowser.tui.widgets.columns import two_columns
from tuibrowser.tui.widgets.footer import Footer
from tuibrowser.tui.widgets.least_size import TOO_SMALL, fits
from tuibrowser.tui.widgets.line_input import LineInput

_PATIENCE: Final = 0.15
"""Seconds before the screen says that it is still searching."""

_ABOUT_HITS: Final = {
    f"find.{name}"
    for name in (
        *("open", "mark", "next", "previous", "page_down", "page_up", "top", "bottom"),
        *("preview_down", "preview_up", "unfold", "other_years", "copy_paragraph", "copy_section"),
    )
}
"""Commands that are about hits of what was typed."""

_HINT_EDGES: Final = 4
"""Cells beside what stands in the place of hits."""

_NOTHING_ALIKE: Final = "列出的结果中没有与这一条表述相同的"
_NOBODY_S: Final = "这份报告没有写明单位或年份，不能查其他年份"
_NOTHING_COUNTED: Final = "还没有可以筛选的年份和单位"


class QueryInput(LineInput):
    """The line to type in, with the keys that act on the hits meanwhile."""

    BINDINGS = bindings(FIND_INPUT.commands)


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
        #found, #hint { height: 1fr; }
        #hint { padding: 1 2; display: none; }
        #too-small { height: 1fr; content-align: center middle; display: none; }
        HitList, Preview { height: 1fr; }
        &.-wide #found { layout: horizontal; }
        &.-wide HitList { width: 3fr; height: 100%; padding: 0 1 0 0; }
        &.-wide Preview { width: 2fr; height: 100%; border-left: vkey $foreground-muted; }
        &.-narrow Preview { border-top: solid $foreground-muted; }
        &.-narrow.-low Preview { display: none; }
        &.-nothing #found { display: none; }
        &.-nothing #hint { display: block; }
        &.-too-small > * { display: none; }
        &.-too-small > #query, &.-too-small > #too-small { display: block; }
    }
    """

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._shown: Found | None = None
        self._waits = False
        self._left_input = False
        """Whether the counts were entered from the input."""
        self._to_open: str | None = None
        self._was_left = False

    def compose(self) -> ComposeResult:
        """Input, how many, where they are, hits and preview (or a hint instead), keys."""
        yield QueryInput(placeholder="输入检索词", select_on_focus=False, id="query")
        yield Static(id="counts", markup=False)
        yield Tallies()
        with Container(id="found"):
            yield HitList()
            yield Preview()
        yield Static(id="hint", markup=False)
        yield Footer()
        yield Static(id="too-small", markup=False)

    def on_mount(self) -> None:
        """Get ready to ask the library."""
        library = self._host.session.library
        self._inquiry = Inquiry(library, lambda news: self.call_later(self._take_news, news))
        self._shelf = Shelf(library, lambda answer: self.call_later(self._take_report, answer))
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
        """Who comes back comes to type, over what was typed last."""
        if self._was_left:
            self._was_left = False
            self.action_type()

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
        return active is not None and active.binding.id in _ABOUT_HITS

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
        self.query_one(HitList).show(found.groups if found else (), keep=same)
        self._draw()
        if self._inquiry.awaited is None:
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
            if answer.value is None:
                self._inquiry.trouble = in_words(answer.error)
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
        if wanted:
            self._open(wanted)
            hits.clear_marks()
            self._draw_counts()

    def _open(self, wanted: tuple[Hit, ...]) -> None:
        found = [stretch for hit in wanted for stretch in stretches(hit)]
        first = found[0]
        self.post_message(
            OpenReports(
                tuple(dict.fromkeys(sha256 for sha256, _, _ in found)),
                at=(first[0], first[1]),
                hits=tuple(found),
            )
        )

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

    def action_unfold(self) -> None:
        """List what says the same as the chosen hit, or put it away."""
        if self.query_one(HitList).toggle_fold():
            self._draw_counts()
        else:
            self._host.say(_NOTHING_ALIKE)

    def action_other_years(self) -> None:
        """Look for the same matter in the other years of the township."""
        hit = self.query_one(HitList).chosen
        if hit is None:
            return
        if hit.passage.issuer is None or hit.passage.year is None:
            self._host.say(_NOBODY_S)
            return
        from tuibrowser.tui.find.other_years import OtherYearsScreen  # noqa: PLC0415

        def take(hits: tuple[Hit, ...] | None) -> None:
            if hits:
                self._open(hits)

        self.app.push_screen(OtherYearsScreen(self._host.session.library, hit), take)

    def action_copy_paragraph(self) -> None:
        """Copy the paragraph of the chosen hit."""
        self._copy(quoting.paragraph)

    def action_copy_section(self) -> None:
        """Copy the section of the chosen hit."""
        self._copy(quoting.section)

    def _copy(self, quote: Callable[[Report, int], Excerpt]) -> None:
        hit = self.query_one(HitList).chosen
        for report in self._host.session.reports([hit.passage.report]) if hit else ():
            starts = [passage.start for passage in report.passages]
            if hit is not None and hit.passage.start in starts:
                self._host.collect(quote(report, starts.index(hit.passage.start)))

    def action_export(self) -> None:
        """Export what was collected."""
        from tuibrowser.tui.export.offers import excerpts_offer  # noqa: PLC0415  (not at start)

        excerpts = self._host.session.personal.excerpts
        self._host.offer([excerpts_offer(excerpts, self._host.session.library)] if excerpts else [])

    # The counts

    def action_narrow(self) -> None:
        """Point at a count."""
        tallies = self.query_one(Tallies)
        if tallies.empty:
            self._host.say(_NOTHING_COUNTED)
            return
        self._left_input = self.focused is self._input
        tallies.focus()

    def action_leave_counts(self) -> None:
        """Back to where one was."""
        self.set_focus(self._input if self._left_input else None)

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
        small = "\n".join(broken(TOO_SMALL, self.size.width))
        self.query_one("#too-small", Static).update(Content(small))
        self._draw()

    def on_descendant_focus(self) -> None:
        """Other keys work now."""
        self._draw_foot()

    def on_descendant_blur(self) -> None:
        """Other keys work now."""
        self._draw_foot()

    def _draw(self) -> None:
        found, trouble = self._inquiry.found, self._inquiry.trouble
        nothing = found is None or (found.final and not found.groups)
        self.set_class(nothing, "-nothing")
        tallies = self.query_one(Tallies)
        # Only literal hits are counted.
        uncounted = nothing or (self._inquiry.counts is not None and tallies.empty)
        # What was chosen stays in sight, so that it can be let go of.
        self.set_class(uncounted and tallies.chosen == Filters(), "-idle")
        hint, width = self.query_one("#hint", Static), self.size.width - _HINT_EDGES
        if found is None:
            hint.update(Content() if trouble else _how_to_ask(width))
        elif found.regret is not None:
            hint.update(Content("\n".join(broken(f"没有结果：{found.regret}。", width))))
        self._draw_counts()
        self._draw_foot()

    def _draw_counts(self) -> None:
        hits, found = self.query_one(HitList), self._inquiry.found
        parts = []
        if self._inquiry.trouble:
            parts.append(self._inquiry.trouble)
        elif self._waits:
            parts.append("正在检索…")
        elif found and hits.chosen:
            parts.append(summary(found, hits.index + 1, self._inquiry.counts))
            parts += [hits.note] if hits.note else []
        if hits.marked:
            parts.append(f"已标记 {len(hits.marked)} 条")
        lines = broken("　".join(parts), self.size.width - 2)
        self.query_one("#counts", Static).update(Content("\n".join(lines)))

    def _draw_foot(self) -> None:
        spec = FIND if self.focused is None else FIND_INPUT
        if self.query_one(Tallies).has_focus:
            spec = FIND_COUNTS
        self.query_one(Footer).offer(footer(spec), self.size.width)


def _how_to_ask(width: int) -> Content:
    forms = two_columns(QUERY_FORMS, width, gap=2)
    more = "\n".join(broken(FORGIVEN, width))
    return Content("\n").join([*forms, Content(), Content.styled(more, "$text-muted")])
