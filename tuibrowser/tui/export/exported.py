"""Where an exported file is, and how to get at it."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tuibrowser.export.writing import Exported, way_home
from tuibrowser.text.visible import visible
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.export.commands import EXPORTED
from tuibrowser.tui.export.offers import Offer
from tuibrowser.tui.terminal.widths import broken
from tuibrowser.tui.widgets.footer import Footer

_COPIED: Final = "\n已发送至终端剪贴板；若粘贴不到，请用鼠标选取"


class ExportedScreen(ModalScreen[None]):
    """Says where the file is until a key is pressed: over SSH one has something to do with it."""

    SPEC = EXPORTED
    BINDINGS = bindings(EXPORTED.commands)
    DEFAULT_CSS = """
    ExportedScreen {
        align: left bottom;
        Vertical { width: 100%; height: auto; background: $surface; }
        #exported { height: auto; padding: 0 1; }
    }
    """

    def __init__(self, offer: Offer, exported: Exported) -> None:
        """Tell of ``exported``, which is what ``offer`` was."""
        super().__init__()
        self._words = told(offer, exported)
        way = way_home(exported.path)
        self._to_copy = str(exported.path) if way is None else way.partition("运行 ")[2]

    def compose(self) -> ComposeResult:
        """The message, keys."""
        with Vertical():
            yield Static(id="exported", markup=False)
            yield Footer()

    def on_resize(self) -> None:
        """As many keys as fit."""
        self.query_one(Footer).offer(footer(self.SPEC), self.size.width)
        self._draw()

    def action_copy(self) -> None:
        """Copy what leads to the file."""
        self.app.copy_to_clipboard(self._to_copy)
        self._words = f"{self._words.removesuffix(_COPIED)}{_COPIED}"
        self._draw()

    def _draw(self) -> None:
        lines = broken(self._words, self.size.width - 2)
        self.query_one("#exported", Static).update(Content("\n".join(lines)))


def told(offer: Offer, exported: Exported) -> str:
    """Full path and size, and over SSH how to fetch it."""
    way = way_home(exported.path)
    said = f"已导出{offer.what}：{exported}"
    return "\n".join(visible(line) for line in (said, way) if line is not None)
