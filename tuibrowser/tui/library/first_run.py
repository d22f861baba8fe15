"""What stands on the screen when there is no library yet."""

from __future__ import annotations

import shlex
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tuibrowser.store.library import locate
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.library.commands import FIRST_RUN
from tuibrowser.tui.messages import OpenSample


class FirstRunScreen(Screen[None]):
    """Says where a library was looked for and what to type, and offers the sample reports."""

    SPEC = FIRST_RUN
    BINDINGS = bindings(FIRST_RUN.commands)
    DEFAULT_CSS = """
    FirstRunScreen {
        align: center middle;
        #first-run { width: 76; max-width: 100%; height: auto; max-height: 100%; padding: 0 2; }
        Static { width: 100%; height: auto; margin-bottom: 1; }
    }
    """

    def __init__(self, looked_at: Path) -> None:
        """Say that there is no library at ``looked_at``."""
        super().__init__()
        self._looked_at = looked_at

    def compose(self) -> ComposeResult:
        """What is missing, where it was looked for, what to do."""
        looked_at = self._looked_at
        # A path the program would not choose by itself has to be named again.
        option = "" if looked_at == locate(None) else f"--db {shlex.quote(str(looked_at))} "
        with VerticalScroll(id="first-run"):
            yield Static(Content("法治政府建设年度报告对照浏览"))
            yield Static(
                Content(
                    f"未找到报告库。按 Enter 打开示例，或运行：tuibrowser {option}index 文件夹"
                ),
                id="first-run-what",
            )
            yield Static(Content(f"查找位置：{looked_at}"))
            key = command("app.adding").shown
            yield Static(Content(f"也可以按 {key}，在这里把报告文件或放报告的文件夹加入报告库。"))
            yield Static(Content("按 q 退出。"))

    def action_sample(self) -> None:
        """Ask for the sample reports."""
        self.post_message(OpenSample())
