"""One command: what a person can ask for, and by which keys."""

from __future__ import annotations

from typing import NamedTuple

from tuibrowser.tui.terminal.keys import readable


class Command(NamedTuple):
    """One thing a person can ask for.

    A command that does nothing yet stands in no table.
    """

    id: str
    keys: tuple[str, ...]
    """As Textual names them, single characters as they are; the first is the one shown."""
    label: str
    """A few characters, for palette and help."""
    help: str
    """One sentence: what happens."""
    action: str
    """A Textual action: bare names belong to the screen or the widget, ``app.`` ones to the app."""
    footer: int | None = None
    """Place in the footer, from the left; ``None`` keeps it out."""
    short: str = ""
    """What the footer says instead of ``label``."""
    pair: str | None = None
    """Id of the opposite command, whose key footer and help show together with this one's."""
    needs_library: bool = False
    """Does nothing while there is no library, and is not offered then."""
    priority: bool = False
    """Acts before the widget in focus sees the key, and from modal screens too."""
    expert: bool = False
    """For those who know the rest: on the second page of help."""
    chosen: tuple[str, ...] | None = None
    """The keys that a person chose instead of ``keys``."""

    @property
    def pressed(self) -> tuple[str, ...]:
        """The keys in force: those a person chose, else those of the table."""
        return self.keys if self.chosen is None else self.chosen

    @property
    def shown(self) -> str:
        """The first of them, written for people."""
        return readable(self.pressed[0])
