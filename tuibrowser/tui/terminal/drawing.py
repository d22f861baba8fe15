"""An app that can be drawn anew, whatever another program wrote onto its terminal."""

from __future__ import annotations

from tuibrowser.tui.terminal.shown import CLEARED
from tuibrowser.tui.terminal.theme import ColouredApp


class RedrawnApp(ColouredApp, inherit_bindings=False):
    """Draws everything anew where it is asked to."""

    def action_redraw(self) -> None:
        """Clear the terminal and draw what stands there, wrong or right."""
        if self._driver is not None:
            # What is not known to move nothing makes the driver forget all that was drawn.
            self._driver.write(CLEARED)
        self.refresh(layout=True)
