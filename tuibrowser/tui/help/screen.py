"""``?``: the keys that work where it was pressed; what one needs daily on the first page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tuibrowser.locations import NoHome
from tuibrowser.state.keymap import keymap_file
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.commands.registry import REGISTRY, command
from tuibrowser.tui.commands.screen_spec import Row, ScreenSpec
from tuibrowser.tui.help.commands import HELP
from tuibrowser.tui.help.outside import COMMAND_LINE
from tuibrowser.tui.terminal.keys import readable
from tuibrowser.tui.terminal.widths import broken
from tuibrowser.tui.widgets.columns import two_columns
from tuibrowser.tui.widgets.footer import Footer

_NOTE: Final = "中文输入状态下的全角字符同样有效：【】即 [ ]，《》即 < >，、即 /，？即 ?，ａ 即 a。"

_WIDTH: Final = 76
_EDGES: Final = 5
"""Cells of a line that are not text: the padding, the scroll bar."""

Groups = list[tuple[str, Sequence[Row]]]
"""Rows under their headings."""


class HelpScreen(ModalScreen[None]):
    """All commands of one screen and of the app, from the one command table."""

    SPEC = HELP
    BINDINGS = bindings(HELP.commands)
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        background: $background;
        #help-window { width: 76; max-width: 100%; height: 100%; background: $panel; }
        #help { width: 100%; height: 1fr; padding: 0 2; scrollbar-size-vertical: 1; }
        #help-text { width: 100%; height: auto; }
        Footer { margin: 0 2; }
    }
    """

    def __init__(self, spec: ScreenSpec) -> None:
        """Make help for the screen with this spec."""
        super().__init__()
        self._page = 0
        self._pages = [_first_page(spec), _second_page(spec)]

    def compose(self) -> ComposeResult:
        """The text, and how to leave it."""
        with Vertical(id="help-window"):
            with VerticalScroll(id="help", can_focus=False):
                yield Static(id="help-text", markup=False)
            yield Footer()

    def on_mount(self) -> None:
        """Say how much is below wherever one scrolls to."""
        text = self.query_one("#help")
        self.watch(text, "scroll_y", self._draw_foot)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._show()

    def action_turn(self) -> None:
        """Show the other page."""
        self._page = 1 - self._page
        self._show()
        self.query_one("#help").scroll_home(animate=False)

    def _show(self) -> None:
        text = self._text(min(_WIDTH, self.size.width) - _EDGES)
        self.query_one("#help-text", Static).update(text)
        # How much is below is known when that is laid out.
        self.call_after_refresh(self._draw_foot)

    def _draw_foot(self) -> None:
        """The keys, and how much more there is below: a scroll bar is easily overlooked."""
        text = self.query_one("#help")
        width = min(_WIDTH, self.size.width) - _EDGES
        below = round(text.max_scroll_y - text.scroll_y)
        more = f"下面还有 {below} 行" if below > 0 else ""
        self.query_one(Footer).offer(footer(HELP), width, more)

    def action_scroll(self, lines: int) -> None:
        """Move the text by ``lines``."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Move the text by whole screens."""
        text = self.query_one("#help")
        text.scroll_relative(y=pages * max(1, text.size.height - 2), animate=False)

    def action_top(self) -> None:
        """To the beginning."""
        self.query_one("#help").scroll_home(animate=False)

    def action_bottom(self) -> None:
        """To the end."""
        self.query_one("#help").scroll_end(animate=False)

    def _text(self, width: int) -> Content:
        lines: list[Content] = []
        for title, rows in self._pages[self._page]:
            lines.append(Content.styled(title, "bold"))
            lines += [Content("  ") + line for line in two_columns(rows, width - 2, gap=2)]
            lines.append(Content(""))
        note = _how_to_remap() if self._page else _NOTE
        lines += [Content.styled(line, "$text-muted") for line in broken(note, width)]
        return Content("\n").join(lines)


def _first_page(spec: ScreenSpec) -> Groups:
    groups: Groups = [
        (
            part.heading or part.title,
            _key_rows([it for it in REGISTRY.own(part) if not it.expert], part.typing),
        )
        for part in REGISTRY.parts(spec)
    ]
    general = [it for it in REGISTRY.general(spec) if not it.expert]
    groups.append(("各界面通用", _key_rows(general)))
    if spec.examples is not None:
        groups.append(spec.examples)
    return groups


def _second_page(spec: ScreenSpec) -> Groups:
    commands = [*REGISTRY.own(spec), *REGISTRY.general(spec)]
    expert = [it for it in commands if it.expert]
    names = [(it.id, f"{it.label}（{it.shown}）") for it in commands]
    return [
        ("更多按键", _key_rows(expert)),
        ("命令行另有（退出后使用，加 --help 看用法）", COMMAND_LINE),
        ("改键用的命令名称", names),
    ]


def _how_to_remap() -> str:
    try:
        file = keymap_file()
    except NoHome as error:
        return f"改键：{error}"
    return (
        f'改键：在 {file} 中每行写一条，例如 "compare.zoom" = "Z"；'
        '多个键写作 ["Z", "Ctrl+Z"]。重新启动后生效，写错或与别的命令相同的会说明原因。'
    )


def _key_rows(commands: Sequence[Command], typing: bool = False) -> list[Row]:
    """One row a command, two that are opposites together."""
    rows: list[Row] = []
    second = {it.pair for it in commands if it.pair}
    for each in commands:
        if each.id in second:
            continue
        words = each.help
        shown = " ".join(_keys(each, typing))
        if each.pair is not None:
            other = command(each.pair)
            shown = f"{shown} / {' '.join(_keys(other, typing))}"
            words = f"{each.label}，{other.label}"
        if shown:
            rows.append((shown, words))
    return rows


def _keys(each: Command, typing: bool) -> list[str]:
    """Its keys; where one is typing less those that are text."""
    return [readable(key) for key in each.pressed if not (typing and _is_text(key))]


def _is_text(key: str) -> bool:
    return len(key) == 1 or key == "space"
