"""Where words leave the app: the clipboard, the collection, a file, the bare terminal."""

from __future__ import annotations

# What only some keys need is imported when they are pressed.
# ruff: noqa: PLC0415
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.app import App, SuspendNotSupported

from tuibrowser.model.kept import Excerpt
from tuibrowser.text.visible import visible_lines
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.session.session import Session

if TYPE_CHECKING:
    from tuibrowser.export.writing import Exported
    from tuibrowser.tui.export.offers import Offer

_COPIED: Final = "已发送至终端剪贴板"


class Outlet:
    """Hands words on, and says that it has."""

    def __init__(self, app: App[None], session: Session, say: Callable[[str], object]) -> None:
        """Hand words on from ``app``.

        Args:
            app: Whose terminal and screens are used.
            session: Has the collection.
            say: Shows one sentence.
        """
        self._app = app
        self._session = session
        self._say = say

    def copy(self, text: str) -> None:
        """Send ``text`` to the terminal's clipboard (OSC 52), which may or may not take it."""
        self._app.copy_to_clipboard(visible_lines(text))
        self._say_copied(_COPIED)

    def collect(self, excerpt: Excerpt) -> None:
        """Copy ``excerpt`` and add it to the person's collection."""
        session = self._session
        file = session.drafts.get(excerpt.report)
        library = None if file else session.libraries.home_of(excerpt.report)
        excerpt = replace(excerpt, file=file, library=library)
        self._app.copy_to_clipboard(visible_lines(str(excerpt)))
        added = session.personal.collect(excerpt)
        if added is None:
            self._say_copied(_COPIED)
            return
        count = f"（共 {len(session.personal.excerpts)} 条）"
        self._say_copied(
            f"{_COPIED}，并加入摘录{count}" if added else f"{_COPIED}；摘录中已有这一条{count}"
        )

    def offer(self, offers: Sequence[Offer]) -> None:
        """Have one of ``offers`` exported; with none, say how there can be one."""
        from tuibrowser.tui.export.exported import ExportedScreen
        from tuibrowser.tui.export.screen import ExportScreen

        if not offers:
            copy = command("compare.copy_paragraph").shown
            self._say(f"还没有可以导出的内容。按 {copy} 复制段落，就会加入摘录")
            return

        def take(done: tuple[Offer, Exported] | None) -> None:
            if done is not None:
                self._app.push_screen(ExportedScreen(*done))

        self._app.push_screen(ExportScreen(offers, self._say), take)

    def show_plain(self, text: str) -> None:
        """Leave the screen to ``text`` until a key: lines as long as they are, the mouse the
        terminal's own."""
        from tuibrowser.tui.terminal.plain import show

        try:
            with self._app.suspend():
                ended = show(text)
        except SuspendNotSupported:
            self._say("此终端不支持纯文本查看")
            return
        if ended:
            self._app.exit(return_code=128 + ended)

    def _say_copied(self, done: str) -> None:
        self._say(f"{done}；若粘贴不到，请按 {command('compare.export').shown} 导出文件")
