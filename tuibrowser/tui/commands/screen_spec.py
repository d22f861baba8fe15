"""What a screen states of itself: all that the rest of the app has to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

from tuibrowser.tui.commands.command import Command

Row = tuple[str, str]
"""What to press or write, and what that does."""


class ScreenSpec(NamedTuple):
    """A screen, or a part of one that has keys of its own while it is in focus.

    Bindings, footer, palette, help, the check of chosen keys, the documentation and the tests read
    it. It stands among the ``SPECS`` of its folder's module ``commands``, and the folder in
    ``tui/table.py``.
    """

    name: str
    title: str
    """What it is called in the documentation."""
    commands: tuple[Command, ...]
    """Those that act on it, in the order in which help lists them."""
    part_of: str = ""
    """The screen that it is a part of; help on that one lists this one's commands, too."""
    heading: str = ""
    """What stands above its commands in help, instead of ``title``."""
    typing: bool = False
    """Whether characters are text there."""
    modal: bool = False
    """Whether it hides the app's own commands, as Textual has modal screens do."""
    without_library: bool = False
    """Whether it is there only while there is no library."""
    entry: Command | None = None
    """The command of the app that leads to it, with the action ``app.show('name')``."""
    screen: str = ""
    """Its class, ``module:Class``, loaded when first shown and made with the app as its host."""
    examples: tuple[str, Sequence[Row]] | None = None
    """What else help on it lists, under its heading."""

    def make(self, host: object) -> Any:
        """A new screen of this kind, shown by ``host``."""
        module, _, name = self.screen.partition(":")
        return getattr(import_module(module), name)(host)

    @property
    def hides_app(self) -> bool:
        """Whether the app's own commands are out of reach."""
        return self.modal or self.typing
