"""What the parts of the app tell each other.

Requests are imperative (``OpenReports``), facts are past tense. Widgets and screens post; the app
or the screen that owns the matter acts.
"""

from __future__ import annotations

from textual.message import Message

from tuibrowser.model.kept import Excerpt
from tuibrowser.model.terms import Position, ReportSpan
from tuibrowser.text.cellwidth import Ambiguous


class OpenReports(Message):
    """Put reports side by side on the compare screen."""

    def __init__(
        self,
        shas: tuple[str, ...],
        at: Position | None = None,
        hits: tuple[ReportSpan, ...] = (),
    ) -> None:
        """Ask for reports.

        Args:
            shas: The reports, left to right. One that is open already is not opened twice.
            at: Where to scroll, and which report becomes the active one.
            hits: What to highlight in them, until the person lets go of it.
        """
        super().__init__()
        self.shas = shas
        self.at = at
        self.hits = hits


class OpenExcerpt(Message):
    """Go to where an excerpt was taken."""

    def __init__(self, excerpt: Excerpt) -> None:
        super().__init__()
        self.excerpt = excerpt


class TerminalMeasured(Message):
    """The terminal said how many cells an ambiguous character takes."""

    def __init__(self, ambiguous: Ambiguous) -> None:
        super().__init__()
        self.ambiguous = ambiguous


class OpenSample(Message):
    """Open the bundled sample reports (asked for by the first-run screen)."""


class LibraryChosen(Message):
    """Of several libraries another one is to be listed and searched, or all again."""


class ReportsAdded(Message):
    """Files were taken into the library, or may have been."""
