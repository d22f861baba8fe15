"""Lines to choose one of, the chosen one reversed."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widgets import OptionList


class Choices(OptionList):
    """An ``OptionList`` that never has the focus: the keys of its screen move the choice.

    Textual 8.2.8 loses ``reverse`` between style sheet and list, and without colours the chosen
    line would look like any other.
    """

    can_focus = False
    DEFAULT_CSS = """
    Choices { border: none; padding: 0; scrollbar-size-vertical: 1; }
    Choices > .option-list--option-highlighted { text-style: bold reverse; }
    """

    def __init__(self, *, twice: bool = False) -> None:
        """Make an empty list.

        Args:
            twice: One click chooses a line and only the second one takes it; otherwise the first
                does both.
        """
        super().__init__(markup=False)
        self._twice = twice

    async def _on_click(self, event: events.Click) -> None:
        line = event.style.meta.get("option")
        if self._twice and event.chain < 2 and line is not None:
            event.prevent_default()
            self.highlighted = line

    def render_line(self, y: int) -> Strip:
        """Draw one line; colours of its own would be grounds where it is reversed."""
        strip = super().render_line(y)
        if not any(_option(segment) == self.highlighted for segment in strip):
            return strip
        chosen = self.get_component_rich_style("option-list--option-highlighted")
        return Strip(
            [
                Segment(text, chosen + Style(underline=style.underline, meta=style.meta))
                for text, style, _ in strip
                if style is not None
            ],
            strip.cell_length,
        )


def _option(segment: Segment) -> int | None:
    return None if segment.style is None else segment.style.meta.get("option")
