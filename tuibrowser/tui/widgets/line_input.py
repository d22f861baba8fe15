"""A line to type in, for people whose input method is on."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.widgets import Input

from tuibrowser.text.visible import visible

_WIDE_SPACE: Final = "ideographic_space"
"""What the space bar types in full-width mode. Python takes it for not printable, and an ``Input``
of Textual 8.2.8 drops what is not."""


class LineInput(Input):
    """An ``Input`` that takes a full-width space for a space, and draws nothing that steers."""

    def validate_value(self, value: str) -> str:
        """Show what could steer the terminal as ``�``; pasted text may hold anything, and Textual
        8.2.8 hands it through."""
        return visible(value)

    def on_paste(self, event: events.Paste) -> None:
        """Type all lines as one; Textual 8.2.8 drops all but the first."""
        event.stop()
        event.prevent_default()
        lines = event.text.splitlines()
        if len(lines) > 1:
            lines = [line.strip() for line in lines if line.strip()]
        start, end = sorted(self.selection)
        self.replace(" ".join(lines), start, end)

    def on_key(self, event: events.Key) -> None:
        """Type a space for a full-width one."""
        if event.key == _WIDE_SPACE:
            event.stop()
            event.prevent_default()
            start, end = sorted(self.selection)
            self.replace(" ", start, end)
