"""The last wall before the terminal: what any widget draws comes through here.

Textual 8.2.8 hands every character of a text on. What comes from reports, names of files and the
system is made visible where it is measured; should one place forget, nothing steers all the same.
"""

from __future__ import annotations

import re
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tuibrowser.text.visible import STEERING

_STEERS: Final = re.compile(f"[{STEERING}]")


class Wall(LineFilter):
    """Replaces what would steer the terminal, so that each line stays as wide as it was counted."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """``segments`` without controls, bidi marks and what is no character."""
        if not any(_STEERS.search(segment.text) for segment in segments):
            return segments
        return [segment._replace(text=_STEERS.sub(_harmless, segment.text)) for segment in segments]


def _harmless(found: re.Match[str]) -> str:
    return "?" * cell_len(found[0])
