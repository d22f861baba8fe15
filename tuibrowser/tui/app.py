"""The app: Textual's part of the browser, and what its screens may ask for, see ``host.py``."""

from __future__ import annotations

# What only some keys need is imported when they are pressed: the first screen waits for nothing.
# ruff: noqa: PLC0415
import gc
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import ModalScreen, Screen

from tuibrowser.model.kept import Excerpt
from tuibrowser.store.library import Library
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.keymap import for_textual, take_chosen
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.compare.screen import CompareScreen
from tuibrowser.tui.messages import (
    LibraryChosen,
    OpenExcerpt,
    OpenReports,
    OpenSample,
    ReportsAdded,
    TerminalMeasured,
)
from tuibrowser.tui.outlet import Outlet
from tuibrowser.tui.session.session import Session
from tuibrowser.tui.session.watching import WATCHING
from tuibrowser.tui.table import REGISTRY
from tuibrowser.tui.terminal.driver import TerminalDriver
from tuibrowser.tui.terminal.keys import is_han
from tuibrowser.tui.terminal.theme import NO_COLOR
from tuibrowser.tui.terminal.typed_ahead import TypedAhead
from tuibrowser.tui.terminal.wall import Wall
from tuibrowser.tui.widgets.telling_app import TellingApp

if TYPE_CHECKING:
    from tuibrowser.tui.export.offers import Offer

_PATIENCE: Final = 3.0
"""Seconds in which a second Ctrl+C quits."""

_NO_BRIGHTNESS: Final = f"已设环境变量 {NO_COLOR}，不使用颜色，明暗由终端决定"

_INPUT_METHOD_ON: Final = "当前为中文输入状态，请按 Shift 切换为英文"
_AGAIN_TO_QUIT: Final = "再按一次 Ctrl+C 退出"


class BrowserApp(TellingApp, inherit_bindings=False):
    """The browser."""

    TITLE = "tuibrowser"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(REGISTRY.general())
    ENABLE_COMMAND_PALETTE = False
    # A pane that scrolled by itself would leave its neighbours behind.
    ENABLE_SELECT_AUTO_SCROLL = False

    def __init__(self, library: Library, refs: Sequence[str] = ()) -> None:
        """Read what stands on the first screen.

        Args:
            library: Where reports come from; it may not exist yet.
            refs: Reports to open, as people name them; without any, those of the last time.

        Raises:
            LibraryError: the library is there but cannot be read.
            RefError: a REF names nothing, or several reports.
            DraftUnread: a file cannot be read.
        """
        session = Session(library, refs, self.say)
        super().__init__(driver_class=TerminalDriver)
        self.session = session
        self.sample_wanted = False
        """Whether the app was left to open the bundled sample."""
        self._outlet = Outlet(self, session, self.say)
        self._typed_ahead = TypedAhead(self)
        self._asked_to_quit = -_PATIENCE
        self.use_ground(session.light())
        self._keys = take_chosen(session.opening.notices.append)
        self.home = CompareScreen(self, session.opening.reports, session.opening.workspace)
        self._wall = Wall()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Those of the theme, and the wall before the terminal."""
        return [*super().get_line_filters(), self._wall]

    def get_default_screen(self) -> Screen[None]:
        """The compare screen is home."""
        return self.home

    def on_mount(self) -> None:
        """Put up what goes before the home screen, and the keys that a person chose."""
        if not self.session.has_library and not self.home.opened.reports:
            from tuibrowser.tui.library.first_run import FirstRunScreen

            self.push_screen(FirstRunScreen(self.session.library.path))
        if self._keys:
            self.set_keymap(for_textual(self._keys))

    async def on_event(self, event: events.Event) -> None:
        """See :meth:`textual.app.App.on_event`; keys wait for the screen they were typed for."""
        typed = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if not typed or self._typed_ahead.admits(event):
            await super().on_event(event)

    def on_ready(self) -> None:
        """The first screen is there: say what is to be said, and collect garbage again, but not
        what was loaded so far."""
        for notice in self.session.opening.notices:
            self.say(notice)
        self.session.has_opened(self.home.workspace)
        self._typed_ahead.begin()
        self.set_interval(WATCHING, self._watch_drafts)
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    # What screens ask for

    def copy(self, text: str) -> None:
        """See :meth:`Outlet.copy`."""
        self._outlet.copy(text)

    def collect(self, excerpt: Excerpt) -> None:
        """See :meth:`Outlet.collect`."""
        self._outlet.collect(excerpt)

    def offer(self, offers: Sequence[Offer]) -> None:
        """See :meth:`Outlet.offer`."""
        self._outlet.offer(offers)

    def show_plain(self, text: str) -> None:
        """See :meth:`Outlet.show_plain`."""
        self._outlet.show_plain(text)

    def _watch_drafts(self) -> None:
        """See :meth:`Renewal.look`."""
        self.session.renewal.look(self.call_later, self.home.look_at_drafts)

    # Commands

    def action_show_compare(self) -> None:
        """Go home, and say there what was to be said on the way."""
        said = self.said_now()
        while len(self.screen_stack) > 1 and self.session.has_library:
            self.pop_screen()
        for sentence in said:
            self.say(sentence)

    def action_show(self, name: str) -> None:
        """Go to the screen whose spec is called ``name``: as it was left, unless it is modal."""
        spec = REGISTRY.spec(name)
        assert spec.entry is not None
        if spec.entry.needs_library and not self.session.has_library:
            return
        if spec.modal:
            self.push_screen(spec.make(self))
            return
        if not self.is_screen_installed(name):
            self.install_screen(spec.make(self), name)
        shown = self.get_screen(name)
        if shown not in self.screen_stack:
            self.push_screen(shown)
        while self.screen is not shown:
            self.pop_screen()

    def action_brightness(self) -> None:
        """Dark letters on a light ground, or light ones on a dark ground; kept."""
        if self.no_color:
            self.say(_NO_BRIGHTNESS)
            return
        light = self.current_theme.dark
        self.use_ground(light)
        self.session.keep_light(light)

    def action_next_library(self) -> None:
        """See :meth:`Libraries.choose_next`."""
        self.say(self.session.libraries.choose_next())
        self.screen.post_message(LibraryChosen())

    def action_help(self) -> None:
        """List the keys of the screen."""
        from tuibrowser.tui.help.screen import HelpScreen

        self.push_screen(HelpScreen(self._spec))

    def action_palette(self) -> None:
        """Find a command by its name."""
        from tuibrowser.tui.help.palette import PaletteScreen

        self.push_screen(PaletteScreen(self._spec), self._run_chosen)

    async def _run_chosen(self, command: Command | None) -> None:
        if command is not None:
            await self.run_action(command.action, self.screen)

    async def action_back(self) -> None:
        """Leave the screen; from home or from the first-run screen, leave the app."""
        if len(self.screen_stack) > 1 and self.session.has_library:
            self.pop_screen()
        else:
            self.exit()

    def action_suspend_process(self) -> None:
        """Go back to the shell until it lets this program go on."""
        self.session.keep_workspace(self.home.workspace)
        if isinstance(self._driver, TerminalDriver):
            self._driver.suspend_job()

    def action_interrupt(self) -> None:
        """Copy what is selected; else quit, if asked twice."""
        typed = getattr(self.focused, "selected_text", "")
        if selected := typed or self.screen.get_selected_text():
            self.copy(selected)
        elif self._clock() - self._asked_to_quit < _PATIENCE:
            self.exit()
        else:
            self._asked_to_quit = self._clock()
            self.say(_AGAIN_TO_QUIT)

    # Messages

    def on_open_reports(self, message: OpenReports) -> None:
        """Open hits on the compare screen."""
        reports = self.session.reports(message.shas)
        self.action_show_compare()
        if reports:
            self.home.open(reports, message.at, message.hits)

    def on_open_excerpt(self, message: OpenExcerpt) -> None:
        """Open what an excerpt was taken from, a draft too, and mark its words."""
        excerpt, opened = message.excerpt, self.home.opened.reports
        report = self.session.find_report(excerpt.report, excerpt.file, opened, excerpt.library)
        if report is not None:
            self.action_show_compare()
            self.home.open_excerpt(report, excerpt)

    def on_reports_added(self, _: ReportsAdded) -> None:
        """Say of what is open what is so now; who had no library begins with its first reports."""
        self.session.look_again(self.home.opened.reports)
        if self._spec.without_library and self.session.has_library:
            opening = self.session.open_first()
            self.action_show_compare()
            if opening is not None:
                self.home.comparison.restore(opening.reports, opening.workspace)
        self.home.rearrange()

    def on_open_sample(self, _: OpenSample) -> None:
        """Leave, to come back with the sample reports."""
        self.sample_wanted = True
        self.exit()

    def on_terminal_measured(self, message: TerminalMeasured) -> None:
        """Set the panes anew where the terminal draws ambiguous characters wide."""
        if message.ambiguous == 2 and self.home.comparison.grids.ambiguous == 1:
            from tuibrowser.tui.terminal.widths import widen

            widen()
            self.add_class("-ambiguous-wide")
            self.home.widen(message.ambiguous)
            self.screen.refresh(layout=True)

    def on_app_focus(self) -> None:
        """Whoever comes back to this window may have changed a draft in another."""
        self.home.look_at_drafts()

    def on_key(self, event: events.Key) -> None:
        """A Han character that nobody took: the input method is still in Chinese mode.

        From a terminal that sends another encoding it may be anything, and that is said already.
        """
        if (
            getattr(self._driver, "speaks_utf8", True)
            and event.character
            and any(map(is_han, event.character))
        ):
            self.say(_INPUT_METHOD_ON)

    def on_unmount(self) -> None:
        """Keep the place for the next start."""
        self._typed_ahead.close()
        self.session.keep_workspace(self.home.workspace)

    @property
    def _spec(self) -> ScreenSpec:
        """Of the screen that is up, whatever lies over it."""
        screens = [it for it in self.screen_stack if not isinstance(it, ModalScreen)]
        spec = getattr(screens[-1], "SPEC", None)
        assert isinstance(spec, ScreenSpec)
        return spec

    def _clock(self) -> float:
        return monotonic()
