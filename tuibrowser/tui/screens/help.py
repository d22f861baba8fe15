"""``?``: every key that works where it was pressed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tuibrowser.text.cellwidth import cells
from tuibrowser.text.linebreak import Paragraph
from tuibrowser.tui.commands import Command, bindings, commands_for, footer, general_commands
from tuibrowser.tui.keys import readable
from tuibrowser.tui.query_forms import QUERY_FORMS
from tuibrowser.tui.wording import keys

_TYPING: Final = "find_input"
"""Where letters are text, whatever the table binds them to."""

_GROUPS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "compare": (("对照", "compare"),),
    "find": (("检索", "find"), ("在计数行中", "find_counts"), ("正在输入时", _TYPING)),
    "first_run": (("开始", "first_run"),),
}
"""For each screen the headings of its help and the commands below them."""

_NOTE: Final = "中文输入状态下的全角字符同样有效：【】即 [ ]，《》即 < >，、即 /，？即 ?，ａ 即 a。"

_WIDTH: Final = 76
_EDGES: Final = 5
"""Cells of a line that are not text: the padding, the scroll bar."""

Rows = list[tuple[str, str]]
"""What to press or write, and what that does."""


class HelpScreen(ModalScreen[None]):
    """All commands of one screen and of the app, from the one command table."""

    COMMANDS_OF = "help"
    BINDINGS = bindings("help")
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        #help { width: 76; max-width: 100%; height: 100%; padding: 0 2; background: $panel; }
        #help { scrollbar-size-vertical: 1; }
        #help-text { width: 100%; height: auto; }
        #help-foot { dock: bottom; height: 1; background: $panel; color: $text-muted; }
    }
    """

    def __init__(self, screen: str) -> None:
        """Make help for a screen.

        Args:
            screen: Its name in the command table.
        """
        super().__init__()
        self._groups = [
            (title, _key_rows(commands_for(name), typing=name == _TYPING))
            for title, name in _GROUPS.get(screen, ())
        ]
        self._groups.append(("各界面通用", _key_rows(general_commands(screen))))
        if screen == "find":
            self._groups.append(("检索词的写法（可以并用）", list(QUERY_FORMS)))

    def compose(self) -> ComposeResult:
        """The text, and how to leave it."""
        with VerticalScroll(id="help"):
            yield Static(id="help-text", markup=False)
            yield Static(Content(keys(footer("help"), _WIDTH)), id="help-foot")

    def on_mount(self) -> None:
        """Scroll with the first key."""
        self.query_one("#help").focus()

    def on_resize(self) -> None:
        """Break the lines anew."""
        text = self._text(min(_WIDTH, self.size.width) - _EDGES)
        self.query_one("#help-text", Static).update(text)

    def action_scroll(self, lines: int) -> None:
        """Move the text by ``lines``."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Move the text by whole screens."""
        text = self.query_one("#help")
        text.scroll_relative(y=pages * max(1, text.size.height - 2), animate=False)

    def _text(self, width: int) -> Content:
        lines: list[Content] = []
        for title, rows in self._groups:
            column = max((cells(left) for left, _ in rows), default=0) + 4
            lines.append(Content.styled(title, "bold"))
            for left, right in rows:
                key = f"  {left}".ljust(column - cells(left) + len(left))
                first, *more = _broken(right, width - column)
                lines.append(Content.assemble((key, "$text-accent"), first))
                lines += [Content(" " * column + line) for line in more]
            lines.append(Content(""))
        lines += [Content.styled(line, "$text-muted") for line in _broken(_NOTE, width)]
        return Content("\n").join(lines)


def _broken(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in Paragraph(text).lines(max(1, width))]


def _key_rows(commands: Iterable[Command], typing: bool = False) -> Rows:
    rows = []
    for each in commands:
        pressed = [key for key in each.keys if not (typing and _is_text(key))]
        if pressed:
            rows.append((" ".join(map(readable, pressed)), each.help))
    return rows


def _is_text(key: str) -> bool:
    return len(key) == 1 or key == "space"
