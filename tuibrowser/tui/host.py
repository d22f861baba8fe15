"""What a screen may ask of the app that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tuibrowser.model.kept import Excerpt
    from tuibrowser.tui.export.offers import Offer
    from tuibrowser.tui.session.session import Session


class Host(Protocol):
    """The app, as screens know it; each is given it when it is made."""

    @property
    def session(self) -> Session:
        """What this run of the browser knows."""

    def say(self, sentence: str) -> None:
        """Show one sentence for a while."""

    def copy(self, text: str) -> None:
        """Send ``text`` to the terminal's clipboard."""

    def collect(self, excerpt: Excerpt) -> None:
        """Copy ``excerpt`` and add it to the person's collection."""

    def offer(self, offers: Sequence[Offer]) -> None:
        """Have one of ``offers`` exported; with none, say how there can be one."""

    def show_plain(self, text: str) -> None:
        """Leave the screen to ``text`` until a key."""
