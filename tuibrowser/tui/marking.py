"""What stands out in the open reports: figures, what was found, and the one of them one is at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tuibrowser.layout.marks import Mark, Marks
from tuibrowser.model import Report, Span
from tuibrowser.tui.messages import Stretch


@dataclass
class Marking:
    """Marks by report. What was found goes before figures: that is why one came."""

    figures: bool = False
    """Whether figures are marked."""
    current: Stretch | None = None
    """The mark that ``n`` and ``N`` went to last."""
    _hits: dict[str, list[Span]] = field(default_factory=dict)

    def take_hits(self, hits: Iterable[Stretch]) -> None:
        """Mark what was found, and nothing found earlier."""
        self._hits.clear()
        self.current = None
        for sha256, start, end in hits:
            self._hits.setdefault(sha256, []).append((start, end))

    def drop_hits(self) -> bool:
        """Unmark what was found; ``False`` if nothing was marked."""
        had = bool(self._hits)
        self._hits.clear()
        self.current = None
        return had

    def toggle_figures(self) -> None:
        """Mark figures, or leave off."""
        self.figures = not self.figures
        self.current = None

    def first_hit(self, report: Report) -> Span | None:
        """Where the first thing found in ``report`` stands."""
        return min(self._hits.get(report.sha256, ()), default=None)

    def stops(self, report: Report) -> list[Span]:
        """The marks of ``report`` that one goes from and to, in text order."""
        hits = self._hits.get(report.sha256)
        if hits:
            return sorted(hits)
        return [(it.start, it.end) for it in report.figures] if self.figures else []

    def marks(self, report: Report) -> Marks:
        """All marks of ``report``."""
        found = [Mark(start, end, "hit") for start, end in self._hits.get(report.sha256, ())]
        if self.figures:
            found += [Mark(it.start, it.end, "figure") for it in report.figures]
        if self.current is not None and self.current[0] == report.sha256:
            found.append(Mark(self.current[1], self.current[2], "current"))
        return Marks(found)
