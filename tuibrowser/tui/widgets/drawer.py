"""A list at the left edge with its keys below it: what outline, letters and workspaces share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.terminal.widths import shorten
from tuibrowser.tui.widgets.choices import Choices
from tuibrowser.tui.widgets.footer import Footer

T = TypeVar("T")


class Drawer(ModalScreen[T]):
    """A title, lines to choose one of, keys, and a rule at the right if anything is left of what
    they cover. A click chooses, a second one is Enter."""

    SPEC: ClassVar[ScreenSpec]
    WIDTH = 64
    DEFAULT_CSS = """
    Drawer {
        align: left top;
        #drawer { max-width: 100%; height: 100%; background: $surface; }
        &.-beside #drawer { border-right: solid $foreground-muted; }
        #drawer-title { height: auto; text-style: bold; }
        Choices { background: $surface; height: 1fr; }
    }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._list = Choices(twice=True)

    def compose(self) -> ComposeResult:
        """Title, list, keys."""
        with Vertical(id="drawer"):
            yield Static(Content(self._title), id="drawer-title")
            yield self._list
            yield from self.below()
            yield Footer()

    def below(self) -> ComposeResult:
        """What stands between the list and the keys."""
        yield from ()

    def on_resize(self) -> None:
        """Set the lines anew."""
        is_beside = self.size.width > self.WIDTH
        self.set_class(is_beside, "-beside")
        self.query_one("#drawer").styles.width = self.width + is_beside
        self.list_lines()
        self.offer_keys()

    def offer_keys(self) -> None:
        """Say at the bottom what :meth:`offered` is now."""
        self.query_one(Footer).offer(self.offered(), self.width)

    def offered(self) -> list[Command]:
        """What the keys at the bottom say."""
        return footer(self.SPEC)

    @property
    def width(self) -> int:
        """Cells of a line."""
        return min(self.WIDTH, self.size.width)

    def lines(self) -> Sequence[Content | str]:
        """What is to choose from; for each screen to say."""
        raise NotImplementedError

    def list_lines(self) -> None:
        """Show :meth:`lines` again; the same one stays chosen."""
        chosen = self._list.highlighted or 0
        lines = self.lines()
        self._list.clear_options()
        # Measured here, since a list wraps what is too long for a line; one cell is the scroll bar.
        self._list.add_options(
            [
                Option(Content(shorten(it, self.width - 1)) if isinstance(it, str) else it)
                for it in lines
            ]
        )
        self.choose(min(chosen, len(lines) - 1))

    @property
    def chosen(self) -> int | None:
        """Which line is chosen."""
        return self._list.highlighted

    def choose(self, index: int) -> None:
        """Choose a line."""
        self._list.highlighted = index if index >= 0 else None

    def action_move(self, steps: int) -> None:
        """Choose another line."""
        if self._list.option_count:
            last = self._list.option_count - 1
            self.choose(max(0, min((self.chosen or 0) + steps, last)))

    def action_page(self, pages: int) -> None:
        """Choose a line a window away."""
        self.action_move(pages * max(self._list.size.height - 1, 1))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A second click."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Take the chosen line; for each screen to say."""
        raise NotImplementedError
