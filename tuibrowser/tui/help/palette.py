"""``:``: every command by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tuibrowser.text.fold import fold
from tuibrowser.text.typed import matches
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.commands.registry import REGISTRY
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.help.commands import PALETTE
from tuibrowser.tui.help.outside import outside
from tuibrowser.tui.terminal.widths import cells, fill, shorten
from tuibrowser.tui.widgets.choices import Choices
from tuibrowser.tui.widgets.footer import Footer
from tuibrowser.tui.widgets.line_input import LineInput
from tuibrowser.tui.widgets.notices import Notices

_WIDTH: Final = 76
_EDGES: Final = 3
"""Cells of a line that are not text: a blank on either side, the scroll bar."""
_LABEL_CELLS: Final = 16
_MOST_LISTED: Final = 16
_LINES_AROUND: Final = 3
"""Lines that are not the list: the input, how many more there are, the keys."""


def matching(typed: str, commands: Sequence[Command]) -> list[Command]:
    """The commands that ``typed`` may mean, the one that it names first, then those whose name
    holds it.

    Every word must stand in a command's name, sentence, id or key, or be its name in pinyin or
    initials; nothing typed means all.
    """
    words = fold(typed).split()
    ranked = [(_rank(each, words), each) for each in commands]
    found = [(rank, each) for rank, each in ranked if rank is not None]
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _rank(each: Command, words: Sequence[str]) -> int | None:
    """How far off the worst of ``words`` is, 0 being the whole name; ``None`` where one is not
    there at all."""
    fields = (each.label, each.short, each.shown, each.help, each.id)
    ranks: list[int | None] = []
    for word in words:
        if matches(word, each.label) == ((0, len(each.label)),):
            ranks.append(0)
            continue
        held = (rank for rank, field in enumerate(fields, 1) if word in fold(field))
        rank = next(held, None)
        if rank is None and (matches(word, each.label) or matches(word, each.short)):
            rank = len(fields) + 1
        ranks.append(rank)
    return None if None in ranks else max((rank or 0 for rank in ranks), default=0)


class CommandInput(LineInput):
    """The line to type in, and the keys that act on the list meanwhile."""

    BINDINGS = bindings(PALETTE.commands)


class PaletteScreen(ModalScreen[Command | None]):
    """A line to type in and the commands it may mean; dismissed with the one chosen."""

    SPEC = PALETTE
    DEFAULT_CSS = """
    PaletteScreen {
        align: center top;
        background: $background;
        #palette { width: 76; max-width: 100%; height: auto; max-height: 100%; background: $panel; }
        CommandInput, CommandInput:focus { border: none; height: 1; padding: 0 1; }
        CommandInput { background: $surface; }
        Choices { background: $surface; height: auto; }
        #palette-more { height: 1; color: $text-muted; }
    }
    """

    def __init__(self, spec: ScreenSpec) -> None:
        """Make a palette for the screen with this spec."""
        super().__init__()
        self._commands = [
            each
            for each in (*REGISTRY.own(spec), *REGISTRY.general(spec))
            if each.id != "app.palette"
        ]
        self._shown: list[Command] = []
        self._lines_said = 0

    def compose(self) -> ComposeResult:
        """Input, list, keys."""
        with Vertical(id="palette"):
            yield CommandInput(
                placeholder="输入命令名称，也可用拼音或首字母", select_on_focus=False
            )
            yield Choices()
            yield Static(id="palette-more", markup=False)
            yield Footer()

    def on_mount(self) -> None:
        """Ready to type."""
        line = self.query_one(Input)
        line.cursor_blink = False
        line.focus()

    def on_resize(self) -> None:
        """Shorten anew."""
        width = min(_WIDTH, self.size.width)
        self.query_one(Footer).offer(footer(self.SPEC), width)
        self._show(self.query_one(Input).value)

    def on_notices_resized(self, message: Notices.Resized) -> None:
        """List less while something is said."""
        self._lines_said = message.lines
        self._fit()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self._show(event.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click."""
        self.dismiss(self._shown[event.option_index])

    def action_move(self, steps: int) -> None:
        """Choose another command, past the last comes the first."""
        if self._shown:
            commands = self.query_one(Choices)
            commands.highlighted = ((commands.highlighted or 0) + steps) % len(self._shown)

    def action_run(self) -> None:
        """Leave with the chosen command, if there is one."""
        chosen = self.query_one(Choices).highlighted
        if chosen is not None and self._shown:
            self.dismiss(self._shown[chosen])

    def _show(self, typed: str) -> None:
        self._shown = matching(typed, self._commands)
        commands = self.query_one(Choices)
        self._fit()
        commands.clear_options()
        if self._shown:
            # Measured here, since a list wraps what is too long for a line.
            width = min(_WIDTH, self.size.width) - _EDGES
            commands.add_options([Option(_line(each, typed, width)) for each in self._shown])
            commands.highlighted = 0
        else:
            width = min(_WIDTH, self.size.width) - _EDGES
            said = [f"没有名称含“{typed}”的命令"]
            said += (f"退出后可运行 {name}：{says}" for name, says in outside(typed))
            commands.add_options(
                Option(Content(f" {shorten(each, width - 1)}"), disabled=True) for each in said
            )

    def _fit(self) -> None:
        """List as many as there is room for, and say how many there are more."""
        around = _LINES_AROUND + self._lines_said
        room = max(1, min(_MOST_LISTED, self.size.height - around))
        self.query_one(Choices).styles.max_height = room
        left_over = len(self._shown) - room
        more = self.query_one("#palette-more", Static)
        more.display = left_over > 0
        more.update(Content(f" 另有 {left_over} 项，输入文字筛选"))


def _line(each: Command, typed: str, width: int) -> Content:
    label = Content(fill(each.label, _LABEL_CELLS))
    for word in fold(typed).split():
        for start, end in matches(word, each.label) or ():
            label = label.stylize("underline", start, end)
    key_cells = max(cells(each.shown) for each in REGISTRY.commands) + 2
    return Content.assemble(
        " ",
        label,
        (fill(each.shown, key_cells), "$text-accent"),
        (shorten(each.help, max(0, width - _LABEL_CELLS - key_cells)), "$text-muted"),
    )
