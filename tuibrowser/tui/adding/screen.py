"""入库: a path to take into the library, how far that has come, and what could not be taken in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tuibrowser.indexing.outcome import Outcome
from tuibrowser.indexing.wording import DOUBTFUL, NOT_REPORTS, VANISHED, counted, summary
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.reasons import reason_of
from tuibrowser.state.refused import RefusedFile, refused_after
from tuibrowser.store.library import LibraryError
from tuibrowser.text.visible import visible
from tuibrowser.tui.adding.addition import Addition
from tuibrowser.tui.adding.commands import ADDING, ADDING_PATH
from tuibrowser.tui.adding.paths import PathUnknown, file_of, paths_of
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.host import Host
from tuibrowser.tui.library.naming import report_name
from tuibrowser.tui.messages import ReportsAdded
from tuibrowser.tui.terminal.widths import broken, shorten
from tuibrowser.tui.widgets.completion import NO_SUCH_FILE, complete
from tuibrowser.tui.widgets.drawer import Drawer
from tuibrowser.tui.widgets.footer import Footer
from tuibrowser.tui.widgets.line_input import LineInput

_DRAWING: Final = 0.1
"""Seconds between two drawings of the progress: more would slow down an SSH line, not inform."""
_NAMED: Final = 5
"""Reports or files that one sentence names."""
_NOTHING_REFUSED: Final = "（没有未能入库的文件）"
_NO_ROOM_LEFT: Final = 3
"""Lines that list and keys have at least, whatever is said between them."""


class PathLine(LineInput):
    """The line for the path, and the keys that act on it."""

    BINDINGS = bindings(ADDING_PATH.commands)


class AddingScreen(Drawer[None]):
    """Two lines a file that could not be taken in, path and reason; what is going on; the path."""

    SPEC = ADDING
    BINDINGS = bindings(ADDING.commands)
    AUTO_FOCUS = ""
    WIDTH = 120
    DEFAULT_CSS = """
    AddingScreen {
        #adding-note { height: auto; padding: 0 1; }
        PathLine, PathLine:focus { border: none; height: 1; padding: 0 1; }
    }
    """

    def __init__(self, host: Host) -> None:
        super().__init__(" 未能入库")
        self._host = host
        self._line = PathLine(
            placeholder="文件或文件夹的路径，如 ~/报告/2024", select_on_focus=False
        )
        self._refused: tuple[RefusedFile, ...] = ()
        self._goal = tuple(filter(None, [host.session.libraries.goal]))
        self._addition: Addition | None = None
        self._said: Sequence[str] = ()

    def below(self) -> ComposeResult:
        """What is going on, the line for the path."""
        yield Static(id="adding-note", markup=False)
        yield self._line

    def on_mount(self) -> None:
        """Ready to type."""
        self._line.cursor_blink = False
        self._line.focus()
        self.set_interval(_DRAWING, self._draw_progress)
        self._read_refused()
        self._say("写出文件或文件夹的路径，按 Enter 入库", *self._goal)

    def on_unmount(self) -> None:
        """Whoever leaves the program does not wait for the rest."""
        if self._addition is not None:
            self._addition.stop()

    def on_resize(self) -> None:
        """Set the lines anew."""
        super().on_resize()
        self._draw_note()
        self._draw_keys()

    def on_descendant_focus(self) -> None:
        """Other keys work now."""
        self._draw_keys()

    def on_descendant_blur(self) -> None:
        """Other keys work now."""
        self._draw_keys()

    def lines(self) -> Sequence[Content | str]:
        """Two lines a file."""
        if not self._refused:
            return [f" {_NOTHING_REFUSED}"]
        width = self.width - 1
        return [
            Content.assemble(
                shorten(f" {number}  {visible(each.path)}", width),
                "\n",
                (shorten(f"     {visible(each.reason)}", width), "$text-muted"),
            )
            for number, each in enumerate(self._refused, 1)
        ]

    # Keys

    def action_begin(self) -> None:
        """Take in what the line names."""
        try:
            paths = paths_of(self._line.value)
        except PathUnknown as reason:
            if not self._is_busy():
                self._say(str(reason))
            return
        self._begin(paths)

    def action_open(self) -> None:
        """Try the chosen file again."""
        if (picked := self._picked) is not None:
            self._begin([file_of(picked.path)])

    def action_retry_all(self) -> None:
        """Try all of them again."""
        if self._refused:
            self._begin(list(dict.fromkeys(file_of(each.path) for each in self._refused)))

    def action_copy(self) -> None:
        """Copy the path of the chosen file."""
        if (picked := self._picked) is not None:
            self._host.copy(picked.path)

    def action_forget(self) -> None:
        """List the chosen file no more."""
        if (picked := self._picked) is not None:
            self._change_refused(lambda files: tuple(it for it in files if it != picked))

    def action_complete(self) -> None:
        """Complete the path as far as it is sure, and show what it may be."""
        self._line.value, found = complete(self._line.value)
        self._line.cursor_position = len(self._line.value)
        if self._addition is None and len(found) != 1:
            self._say("  ".join(map(visible, found)) if found else NO_SUCH_FILE)

    def action_type(self) -> None:
        """To the line for the path."""
        self._line.focus()

    def action_leave_path(self) -> None:
        """To the list."""
        self.set_focus(None)

    def action_close(self) -> None:
        """Have what goes on stop; if nothing does, leave."""
        if self._addition is not None:
            self._addition.stop()
            self._draw_progress()
        else:
            self.dismiss(None)
            self.app.post_message(ReportsAdded())

    # Taking in

    def _begin(self, paths: Sequence[Path]) -> None:
        if not self._is_busy():
            self._addition = Addition(self._host.session.library, paths)
            self._draw_progress()
            # The app's worker: it comes to its end also when this screen is taken down.
            self.app.run_worker(self._run(self._addition))

    def _is_busy(self) -> bool:
        if self._addition is None:
            return False
        self._host.say(f"正在入库，请等这一次完成，或按 {command('adding.close').shown} 停止")
        return True

    async def _run(self, addition: Addition) -> None:
        session = self._host.session
        before = {each.sha256 for each in session.entries()} if session.has_library else set()
        outcome, trouble = None, ""
        try:
            outcome = await asyncio.to_thread(addition.run)
        except (LibraryError, LexiconError) as reason:
            trouble = str(reason)
        except OSError as error:
            trouble = f"未能入库：{reason_of(error)}，请处理后再试"
        self._addition = None
        session.take_library()
        if outcome is not None:
            paths, refused, stopped = [*map(str, addition.paths)], outcome.refused, outcome.stopped
            self._change_refused(lambda files: refused_after(files, paths, refused, stopped))
        if not self.is_attached:
            return
        if outcome is None:
            self._say(trouble)
            return
        if not outcome.stopped:
            self._line.value = ""
        self._say(*_told(outcome), *self._goal, *self._news(before))

    def _news(self, before: set[str]) -> Iterator[str]:
        """Which reports are new, by name."""
        session = self._host.session
        entries = session.entries() if session.has_library else []
        names = [report_name(each, each.number) for each in entries if each.sha256 not in before]
        if names:
            yield f"新入库：{_listed(names)}"

    # What could not be taken in

    @property
    def _picked(self) -> RefusedFile | None:
        return self._refused[self.chosen or 0] if self._refused else None

    def _change_refused(
        self, change: Callable[[tuple[RefusedFile, ...]], tuple[RefusedFile, ...]]
    ) -> None:
        if self._host.session.personal.change_refused(change) and self.is_attached:
            self._read_refused()

    def _read_refused(self) -> None:
        self._refused = self._host.session.personal.refused
        count = f"（{len(self._refused)} 个）" if self._refused else ""
        self.query_one("#drawer-title", Static).update(Content(f" 未能入库{count}"))
        self.list_lines()

    # Drawing

    def _say(self, *sentences: str) -> None:
        self._said = sentences
        self._draw_note()

    def _draw_progress(self) -> None:
        if self._addition is None:
            return
        progress = self._addition.progress
        words = "正在入库…" if progress is None else counted(progress)
        name = visible(progress.path.name) if progress is not None and progress.path else ""
        if self._addition.stopping:
            key = "正在停止，等这一份读完…"
        else:
            key = f"按 {command('adding.close').shown} 停止，已入库的保留"
        self._say(f"{words} {name}".strip(), key)

    def _draw_note(self) -> None:
        lines = [it for each in self._said for it in broken(visible(each), self.width - 2)]
        room = max(self.size.height - _NO_ROOM_LEFT - 1, 1)
        note = Content("\n".join(lines[:room]))
        shown = self.query_one("#adding-note", Static)
        # What is the same is not drawn again, which would cost bytes ten times a second.
        if shown.content != note:
            shown.update(note)

    def _draw_keys(self) -> None:
        offered = footer(ADDING_PATH if self._line.has_focus else ADDING)
        self.query_one(Footer).offer(offered, self.width)


def _told(outcome: Outcome) -> Iterator[str]:
    """What became of the paths, a sentence each."""
    done = summary(outcome)
    yield f"已停止，已入库的都已保存：{done}" if outcome.stopped else f"入库完成：{done}"
    if outcome.not_reports:
        yield f"{NOT_REPORTS}{_listed([it.name for it in outcome.not_reports])}"
    if outcome.doubtful:
        yield f"{DOUBTFUL}{_listed([it.name for it, _ in outcome.doubtful])}"
    if outcome.vanished:
        yield f"{VANISHED}：{_listed([it.name for it in outcome.vanished])}"
    yield from outcome.notes


def _listed(names: Sequence[str]) -> str:
    more = f" 等 {len(names)} 份" if len(names) > _NAMED else ""
    return f"{'、'.join(names[:_NAMED])}{more}"
