"""A line to type in, for people whose input method is on."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.widgets import Input

_WIDE_SPACE: Final = "ideographic_space"
"""What the space bar types in full-width mode. Python takes it for not printable, and an ``Input``
of Textual 8.2.8 drops what is not."""


class LineInput(Input):
    """An ``Input`` that takes a full-width space for a space."""

    def on_key(self, event: events.Key) -> None:
        """Type a space for a full-width one."""
        if event.key == _WIDE_SPACE:
            event.stop()
            event.prevent_default()
            start, end = sorted(self.selection)
            self.replace(" ", start, end)
