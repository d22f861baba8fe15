"""The app: owns the library, the screens and what is true on all of them.

Screens reach it as ``self.app``. A screen says with ``COMMANDS_OF`` which commands of
:mod:`tuibrowser.tui.commands` are its own; ``?`` and ``:`` on it list those and the app's.

* ``FindScreen()`` is kept when it is left; it posts :class:`~tuibrowser.tui.messages.OpenReports`.
* ``HelpScreen(screen)`` and ``PaletteScreen(screen)`` are modal; the palette is dismissed with the
  chosen ``Command`` or ``None`` and the app runs it.
* ``FirstRunScreen()`` stands first when there is no library and posts
  :class:`~tuibrowser.tui.messages.OpenSample`.
"""

from __future__ import annotations

# What only some keys need is imported when they are pressed: the first screen waits for nothing.
# ruff: noqa: PLC0415
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Thread, get_ident
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events
from textual.app import SuspendNotSupported
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import ModalScreen, Screen

from tuibrowser.model.kept import Excerpt
from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.model.terms import Span
from tuibrowser.state.keymap import KeymapUnread, load_keymap
from tuibrowser.state.settings import change_settings, load_settings
from tuibrowser.state.storage import StateUnsaved
from tuibrowser.state.workspaces import Workspace, save_workspace
from tuibrowser.store.library import Library, LibraryError
from tuibrowser.text.visible import visible, visible_lines
from tuibrowser.tui.commands import bindings, command, use_keys
from tuibrowser.tui.compare.screen import CompareScreen
from tuibrowser.tui.messages import OpenExcerpt, OpenReports, OpenSample, TerminalMeasured
from tuibrowser.tui.session.opening import begin, read_report, reopen
from tuibrowser.tui.session.personal import Personal
from tuibrowser.tui.session.watching import WATCHING, Stamp, Watch, stamps_of
from tuibrowser.tui.terminal.driver import TerminalDriver
from tuibrowser.tui.terminal.keys import is_han
from tuibrowser.tui.terminal.theme import NO_COLOR, ColouredApp
from tuibrowser.tui.terminal.typed_ahead import TypedAhead
from tuibrowser.tui.terminal.wall import Wall
from tuibrowser.tui.widgets.notices import Notices

if TYPE_CHECKING:
    from tuibrowser.export.writing import Exported
    from tuibrowser.tui.commands import Command
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
    BINDINGS: ClassVar[list[BindingType]] = bindings("*")
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
            Stop: a file cannot be read.
        """
        opening = begin(library, refs)
        super().__init__(driver_class=TerminalDriver)
        self.library = library
        self.sample_wanted = False
        """Whether the app was left to open the bundled sample."""
        self.unsaved: str | None = None
        """Why the workspace could not be kept, in one sentence."""
        self.numbers = opening.numbers
        """Of each report that was opened, which of the texts of its issuer and year it is."""
        self.drafts = opening.drafts
        """Of each open report that is in no library, its file."""
        self._typed_ahead = TypedAhead(self)
        self._watch = Watch()
        self._is_watching = False
        self._entries = opening.entries
        self._notices = opening.notices
        self._asked_to_quit = -_PATIENCE
        self._kept = None if refs else opening.workspace
        """The workspace as it was read or kept last; ``None`` where this window did neither."""
        self._has_library = opening.has_library
        self.personal = Personal(library.path, self.say)
        self._take_settings()
        self._keys = self._chosen_keys()
        self.home = CompareScreen(opening.reports, opening.workspace)
        self._wall = Wall()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Those of the theme, and the wall before the terminal."""
        return [*super().get_line_filters(), self._wall]

    def get_default_screen(self) -> Screen[None]:
        """The compare screen is home."""
        return self.home

    def on_mount(self) -> None:
        """Put up what goes before the home screen, and the keys that a person chose."""
        if not self._has_library and not self.home.desk.reports:
            from tuibrowser.tui.library.first_run import FirstRunScreen

            self.push_screen(FirstRunScreen())
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
        for notice in self._notices:
            self.say(notice)
        now = self.present_workspace()
        if self._kept is not None and now == replace(self._kept, offset=now.offset):
            # The same words stand at another offset where lines are broken otherwise.
            self._kept = now
        self._typed_ahead.begin()
        self.set_interval(WATCHING, self._watch_drafts)
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    # What screens ask for

    def entries(self) -> list[ReportEntry]:
        """All reports of the library, by place; read again only when it has changed."""
        try:
            with self.library.read() as reader:
                if self._entries is None or self._entries[0] != reader.version:
                    self._entries = reader.version, reader.entries()
        except LibraryError as error:
            self.say(str(error))
        return self._entries[1] if self._entries else []

    def reports(self, shas: Iterable[str], origin: str | None = None) -> list[Report]:
        """These reports, less those that the library does not have, which is said.

        Args:
            shas: Their sha256.
            origin: The library that had them, as far as that is known.
        """
        found = []
        try:
            with self.library.read() as reader:
                for sha256 in shas:
                    try:
                        found.append(read_report(reader, sha256, self.numbers))
                    except KeyError:
                        self.say(self._why_missing(origin))
        except LibraryError as error:
            self.say(str(error))
        return found

    def _why_missing(self, origin: str | None) -> str:
        if origin in (None, str(self.library.path.absolute())):
            return "报告库中已没有这份报告，可能已被移除或替换"
        return f"这份报告取自另一个报告库 {origin}，请退出后加 --db 打开那个报告库"

    def find_report(
        self, sha256: str, file: str | None, origin: str | None = None
    ) -> Report | None:
        """A report that is open or in the library, or else the draft that lies at ``file``, as it
        is now; says why there is none."""
        open_now = (it for it in self.home.desk.reports if it.sha256 == sha256)
        if (report := next(open_now, None)) is not None:
            return report
        if file is None or self._is_stored(sha256):
            return next(iter(self.reports([sha256], origin)), None)
        if not os.path.exists(file):
            key = command("compare.draft").shown
            self.say(f"草稿 {file} 已不在原处，可能已移动或改名；按 {key} 可打开现在的文件")
            return None
        report = self.home.read_draft(file)
        if report is not None and report.sha256 != sha256:
            self.say(f"草稿 {file} 已有改动，按现在的内容打开")
        return report

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
        file, library = self.drafts.get(excerpt.report), str(self.library.path.absolute())
        excerpt = replace(excerpt, file=file, library=None if file else library)
        self.copy_to_clipboard(visible_lines(str(excerpt)))
        added = self.personal.collect(excerpt)
        if added is None:
            self._say_copied(_COPIED)
            return
        count = f"（共 {len(self.personal.excerpts)} 条）"
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

        self.push_screen(ExportScreen(offers), take)

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

    def take_draft(self, report: Report, path: Path) -> Report:
        """Remember where a report was read that is in no library; one that is there is none.

        Returns:
            It, with as many of its words as other reports know.
        """
        from tuibrowser.tui.session.drafts import with_words

        opened = self.home.desk.reports
        try:
            with self.library.read() as reader:
                try:
                    return read_report(reader, report.sha256, self.numbers)
                except KeyError:
                    report = with_words(report, opened, reader)
        except LibraryError:
            report = with_words(report, opened, None)
        self.drafts[report.sha256] = str(path)
        return report

    def _is_stored(self, sha256: str) -> bool:
        try:
            with self.library.read() as reader:
                read_report(reader, sha256, self.numbers)
        except (KeyError, LibraryError):
            return False
        return True

    @property
    def changed_drafts(self) -> frozenset[str]:
        """Those of the open drafts whose files have changed since, as far as that was noticed."""
        return self._watch.changed(self.drafts) if self.drafts else frozenset()

    def reread_draft(self, sha256: str) -> None:
        """Take the file of a draft as unchanged from now on."""
        self._watch.forget(sha256)

    def _watch_drafts(self) -> None:
        """Look whether drafts have changed, without a key: people write in another window."""
        if self.drafts and not self._is_watching:
            self._is_watching = True
            # A daemon: neither keys nor leaving the program wait for a network drive.
            Thread(target=self._look_at, args=(dict(self.drafts),), daemon=True).start()

    def _look_at(self, drafts: dict[str, str]) -> None:
        self.call_later(self._note, drafts, stamps_of(drafts))

    def _note(self, drafts: dict[str, str], stamps: dict[str, Stamp]) -> None:
        self._is_watching = False
        # What was opened or read again meanwhile is looked at the next time.
        if drafts == self.drafts and self._watch.note(stamps):
            self.home.look_at_drafts()

    def on_app_focus(self) -> None:
        """Whoever comes back to this window may have changed a draft in another."""
        self.home.look_at_drafts()

    def present_workspace(self) -> Workspace:
        """What is on the compare screen."""
        workspace = self.home.workspace
        drafts = {sha256: self.drafts[sha256] for sha256 in workspace.all if sha256 in self.drafts}
        return replace(workspace, drafts=drafts)

    def open_workspace(self, workspace: Workspace) -> None:
        """Put up ``workspace`` instead of what is open."""
        try:
            opening = reopen(self.library, workspace)
        except LibraryError as error:
            self.say(str(error))
            return
        self.numbers |= opening.numbers
        self.drafts |= opening.drafts
        for notice in opening.notices:
            self.say(notice)
        self.home.restore(opening.reports, opening.workspace)

    def save_workspace(self) -> None:
        """Keep what is on the compare screen for the next start, unless it is as it was: another
        window may have kept something else meanwhile."""
        workspace = self.present_workspace()
        if not self._has_library or workspace == self._kept:
            return
        try:
            save_workspace(self.library.path, workspace)
            self._kept, self.unsaved = workspace, None
        except StateUnsaved as error:
            self.unsaved = str(error)

    # Commands

    def action_show_compare(self) -> None:
        """Go home, and say there what was to be said on the way."""
        said = self._said_now()
        while len(self.screen_stack) > 1 and self._has_library:
            self.pop_screen()
        for sentence in said:
            self.say(sentence)

    def action_show_find(self) -> None:
        """Go to the find screen, as it was left."""
        if not self._has_library:
            return
        from tuibrowser.tui.find.screen import FindScreen

        if not self.is_screen_installed("find"):
            self.install_screen(FindScreen(), "find")
        if self.screen is not self.get_screen("find"):
            self.push_screen("find")

    def action_excerpts(self) -> None:
        """List what was collected."""
        from tuibrowser.tui.excerpts.screen import ExcerptsScreen

        self.push_screen(ExcerptsScreen())

    def action_brightness(self) -> None:
        """Dark letters on a light ground, or light ones on a dark ground; kept."""
        if self.no_color:
            self.say(_NO_BRIGHTNESS)
            return
        light = self.current_theme.dark
        self.use_ground(light)
        try:
            change_settings(lambda settings: replace(settings, light=light), self.say)
        except StateUnsaved as reason:
            self.say(str(reason))

    def action_help(self) -> None:
        """List the keys of the screen."""
        from tuibrowser.tui.help.screen import HelpScreen

        self.push_screen(HelpScreen(self._commands_of_screen()))

    def action_palette(self) -> None:
        """Find a command by its name."""
        from tuibrowser.tui.help.palette import PaletteScreen

        self.push_screen(PaletteScreen(self._commands_of_screen()), self._run_chosen)

    async def _run_chosen(self, command: Command | None) -> None:
        if command is not None:
            await self.run_action(command.action, self.screen)

    async def action_back(self) -> None:
        """Leave the screen; from home or from the first-run screen, leave the app."""
        if len(self.screen_stack) > 1 and self._has_library:
            self.pop_screen()
        else:
            self.exit()

    def action_suspend_process(self) -> None:
        """Go back to the shell until it lets this program go on."""
        self.save_workspace()
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
        reports = self.reports(message.shas)
        self.action_show_compare()
        if reports:
            self.home.open(reports, message.at, message.hits)

    def on_open_excerpt(self, message: OpenExcerpt) -> None:
        """Open what an excerpt was taken from, a draft too, and mark its words."""
        excerpt = message.excerpt
        report = self.find_report(excerpt.report, excerpt.file, excerpt.library)
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
        if message.ambiguous == 2 and self.home.desk.ambiguous == 1:
            from tuibrowser.tui.terminal.widths import widen

            widen()
            self.add_class("-ambiguous-wide")
            self.home.widen(message.ambiguous)
            self.screen.refresh(layout=True)

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
        self.save_workspace()

    def _commands_of_screen(self) -> str:
        screens = [it for it in self.screen_stack if not isinstance(it, ModalScreen)]
        return str(getattr(screens[-1], "COMMANDS_OF", "*"))

    def _clock(self) -> float:
        from time import monotonic

        return monotonic()

    def _take_settings(self) -> None:
        self.use_ground(load_settings(self._notices.append).light)

    def _chosen_keys(self) -> dict[str, tuple[str, ...]]:
        """The keys a person chose, as far as they can be had; the rest is said."""
        try:
            wanted = load_keymap(self._notices.append)
        except KeymapUnread as reason:
            self._notices.append(str(reason))
            wanted = {}
        keys: dict[str, tuple[str, ...]] = {}
        if wanted:
            from tuibrowser.tui.commands.keymap import checked

            keys, complaints = checked(wanted)
            self._notices += complaints
        use_keys(keys)
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
    if app.unsaved:
        print(visible(app.unsaved), file=sys.stderr)
    return open_sample() if app.sample_wanted else app.return_code or 0
