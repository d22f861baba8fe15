"""An app that can be drawn anew, whatever another program wrote onto its terminal."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.terminal.theme import ColouredApp

_CLEARED: Final = "\x0f\x1b(B\x1b[r\x1b[m\x1b[?25l\x1b[2J"
"""Letters instead of signs for drawing lines, no scrolling region, no style, no cursor; nothing on
the screen."""


class RedrawnApp(ColouredApp, inherit_bindings=False):
    """Draws everything anew where it is asked to."""

    def action_redraw(self) -> None:
        """Clear the terminal and draw what stands there, wrong or right."""
        if self._driver is not None:
            # What is not known to move nothing makes the driver forget all that was drawn.
            self._driver.write(_CLEARED)
        self.refresh(layout=True)
