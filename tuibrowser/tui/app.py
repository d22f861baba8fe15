"""The app: Textual's part of the browser, and what its screens may ask for, see ``host.py``."""

from __future__ import annotations

# What only some keys need is imported when they are pressed: the first screen waits for nothing.
# ruff: noqa: PLC0415
import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from threading import get_ident
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events
from textual.app import SuspendNotSupported
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import ModalScreen, Screen

from tuibrowser.model.kept import Excerpt
from tuibrowser.model.terms import Span
from tuibrowser.state.keymap import KeymapUnread, load_keymap
from tuibrowser.store.library import Library
from tuibrowser.text.visible import visible, visible_lines
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.compare.screen import CompareScreen
from tuibrowser.tui.messages import OpenExcerpt, OpenReports, OpenSample, TerminalMeasured
from tuibrowser.tui.session.session import Session
from tuibrowser.tui.session.watching import WATCHING
from tuibrowser.tui.table import REGISTRY
from tuibrowser.tui.terminal.driver import TerminalDriver
from tuibrowser.tui.terminal.keys import is_han
from tuibrowser.tui.terminal.theme import NO_COLOR, ColouredApp
from tuibrowser.tui.terminal.typed_ahead import TypedAhead
from tuibrowser.tui.terminal.wall import Wall
from tuibrowser.tui.widgets.notices import Notices

if TYPE_CHECKING:
    from tuibrowser.export.writing import Exported
    from tuibrowser.tui.export.offers import Offer

_PATIENCE: Final = 3.0
"""Seconds in which a second Ctrl+C quits."""

_NO_BRIGHTNESS: Final = f"已设环境变量 {NO_COLOR}，不使用颜色，明暗由终端决定"

_INPUT_METHOD_ON: Final = "当前为中文输入状态，请按 Shift 切换为英文"
_COPIED: Final = "已发送至终端剪贴板"
_CONSOLE_SHOWS_CHINESE: Final = "TUIBROWSER_CONSOLE"
"""Set to 1 under fbterm and the like, which call themselves ``linux`` too."""
_NO_GLYPHS: Final = (
    "Linux 控制台没有中文字形，请用 SSH 从带中文字体的终端登录，或使用 fbterm、kmscon；"
    f"若屏幕确能显示中文，请设环境变量 {_CONSOLE_SHOWS_CHINESE}=1"
)
_AGAIN_TO_QUIT: Final = "再按一次 Ctrl+C 退出"


class BrowserApp(ColouredApp, inherit_bindings=False):
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
        self._typed_ahead = TypedAhead(self)
        self._asked_to_quit = -_PATIENCE
        self.use_ground(session.light())
        self._keys = self._chosen_keys()
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
            from tuibrowser.tui.commands.keymap import for_textual

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

    def say(self, sentence: str) -> None:
        """Show one sentence for a while, on lines of the screen's own."""
        Notices.of(self.screen).say(sentence)

    def notify(self, message: str, *, timeout: float | None = None, **_: Any) -> None:
        """See :meth:`say`, which other threads than the app's cannot use."""

        def show() -> None:
            Notices.of(self.screen).say(visible_lines(message), timeout or 0)

        if self._thread_id == get_ident():
            show()
        else:
            self.call_later(show)

    def push_screen(self, *arguments: Any, **options: Any) -> Any:
        """See :meth:`textual.app.App.push_screen`; what was said by the same key is said there."""
        said = self._said_now() if self.screen_stack else ()
        pushed = super().push_screen(*arguments, **options)
        for sentence in said:
            self.call_later(self.say, sentence)
        return pushed

    def _said_now(self) -> tuple[str, ...]:
        return tuple(it for each in self.screen.query(Notices) for it in each.fresh)

    async def run_action(self, *arguments: Any, **options: Any) -> bool:
        """See :meth:`textual.app.App.run_action`; what is said takes the place of what was said in
        answer to an earlier key."""
        for notices in self.screen.query(Notices):
            notices.age()
        return await super().run_action(*arguments, **options)

    def copy(self, text: str) -> None:
        """Send ``text`` to the terminal's clipboard (OSC 52), which may or may not take it."""
        self.copy_to_clipboard(visible_lines(text))
        self._say_copied(_COPIED)

    def collect(self, excerpt: Excerpt) -> None:
        """Copy ``excerpt`` and add it to the person's collection."""
        session = self.session
        file, library = session.drafts.get(excerpt.report), str(session.library.path.absolute())
        excerpt = replace(excerpt, file=file, library=None if file else library)
        self.copy_to_clipboard(visible_lines(str(excerpt)))
        added = session.personal.collect(excerpt)
        if added is None:
            self._say_copied(_COPIED)
            return
        count = f"（共 {len(self.session.personal.excerpts)} 条）"
        self._say_copied(
            f"{_COPIED}，并加入摘录{count}" if added else f"{_COPIED}；摘录中已有这一条{count}"
        )

    def _say_copied(self, done: str) -> None:
        self.say(f"{done}；若粘贴不到，请按 {command('compare.export').shown} 导出文件")

    def offer(self, offers: Sequence[Offer]) -> None:
        """Have one of ``offers`` exported; with none, say how there can be one."""
        from tuibrowser.tui.export.screen import ExportedScreen, ExportScreen

        if not offers:
            copy = command("compare.copy_paragraph").shown
            self.say(f"还没有可以导出的内容。按 {copy} 复制段落，就会加入摘录")
            return

        def take(done: tuple[Offer, Exported] | None) -> None:
            if done is not None:
                self.push_screen(ExportedScreen(*done))

        self.push_screen(ExportScreen(offers, self.say), take)

    def show_plain(self, text: str) -> None:
        """Leave the screen to ``text`` until a key: lines as long as they are, the mouse the
        terminal's own."""
        from tuibrowser.tui.terminal.plain import show

        try:
            with self.suspend():
                ended = show(text)
        except SuspendNotSupported:
            self.say("此终端不支持纯文本查看")
            return
        if ended:
            self.exit(return_code=128 + ended)

    def _watch_drafts(self) -> None:
        """Look whether drafts have changed, without a key: people write in another window."""
        self.session.watch_drafts(self.call_later, self.home.look_at_drafts)

    # Commands

    def action_show_compare(self) -> None:
        """Go home, and say there what was to be said on the way."""
        said = self._said_now()
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
            self.push_screen(self._made(spec))
            return
        if not self.is_screen_installed(name):
            self.install_screen(self._made(spec), name)
        shown = self.get_screen(name)
        if shown not in self.screen_stack:
            self.push_screen(shown)
        while self.screen is not shown:
            self.pop_screen()

    def _made(self, spec: ScreenSpec) -> Screen[None]:
        module, _, name = spec.screen.partition(":")
        made: Screen[None] = getattr(import_module(module), name)(self)
        return made

    def action_brightness(self) -> None:
        """Dark letters on a light ground, or light ones on a dark ground; kept."""
        if self.no_color:
            self.say(_NO_BRIGHTNESS)
            return
        light = self.current_theme.dark
        self.use_ground(light)
        self.session.keep_light(light)

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
        excerpt = message.excerpt
        report = self.session.find_report(
            excerpt.report, excerpt.file, self.home.opened.reports, excerpt.library
        )
        if report is None:
            return
        span: Span | None = excerpt.start, excerpt.end
        if report.sha256 != excerpt.report:
            from tuibrowser.tui.session.drafts import words_of

            span = words_of(report, excerpt.text)
        self.action_show_compare()
        if span is None:
            self.say("草稿中已没有这段文字，可能已改写")
            self.home.open([report])
        else:
            self.home.open([report], (report.sha256, span[0]), [(report.sha256, *span)])

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
        from time import monotonic

        return monotonic()

    def _chosen_keys(self) -> dict[str, tuple[str, ...]]:
        """The keys a person chose, as far as they can be had; the rest is said."""
        notices = self.session.opening.notices
        try:
            wanted = load_keymap(notices.append)
        except KeymapUnread as reason:
            notices.append(str(reason))
            wanted = {}
        keys: dict[str, tuple[str, ...]] = {}
        if wanted:
            from tuibrowser.tui.commands.keymap import checked

            keys, complaints = checked(wanted)
            notices += complaints
        REGISTRY.use_keys(keys)
        return keys


def run_app(library: Library, refs: Sequence[str], open_sample: Callable[[], int]) -> int:
    """Run the browser until it is left.

    Args:
        library: Where reports come from; it may not exist yet.
        refs: Reports to open, as people name them.
        open_sample: Runs the browser on the sample reports and returns its exit status.

    Returns:
        The exit status.

    Raises:
        LibraryError: the library is there but cannot be read.
        RefError: a REF names nothing, or several reports.
        DraftUnread: a file cannot be read.
    """
    if os.environ.get("TERM") == "linux" and os.environ.get(_CONSOLE_SHOWS_CHINESE) != "1":
        print(_NO_GLYPHS, file=sys.stderr)
        return 1
    # The screen is as large as the terminal, whatever was exported when it had another size; rich
    # and Textual believe these, without a limit.
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    app = BrowserApp(library, refs)
    app.run()
    if app.session.unsaved:
        print(visible(app.session.unsaved), file=sys.stderr)
    return open_sample() if app.sample_wanted else app.return_code or 0
