"""One command, and the keys that a person chose for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tuibrowser.tui.terminal.keys import readable


class Command(NamedTuple):
    """One thing a person can ask for."""

    id: str
    keys: tuple[str, ...]
    """As Textual names them, single characters as they are; the first is the one shown."""
    label: str
    """A few characters, for palette and help."""
    help: str
    """One sentence: what happens."""
    action: str
    screens: frozenset[str]
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

    @property
    def pressed(self) -> tuple[str, ...]:
        """The keys in force: those a person chose, else those of the table."""
        return _chosen_keys.get(self.id, self.keys)

    @property
    def shown(self) -> str:
        """The first of them, written for people."""
        return readable(self.pressed[0])


_chosen_keys: dict[str, tuple[str, ...]] = {}
"""By command id. A process has one keyboard before it, so this is the process's, too."""


def use_keys(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Have footers, help and palette name these keys, by command id, and the table's for the rest;
    :mod:`tuibrowser.tui.commands.keymap` has checked them and tells Textual."""
    _chosen_keys.clear()
    _chosen_keys.update(chosen)
