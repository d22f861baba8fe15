"""The reports on the desk: which are open, in what order, and which of them fit on the screen.

Knows nothing of widgets, so that every rule of the compare screen can be tried without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tuibrowser.compare.align import align
from tuibrowser.layout.galley import Galley
from tuibrowser.layout.grid import Grid, in_own_order, lay_out
from tuibrowser.model import Alignment, Report
from tuibrowser.state.workspaces import Mode
from tuibrowser.text.cellwidth import Ambiguous

PANES_BY_WIDTH: Final = ((150, 4), (100, 3), (60, 2), (0, 1))
"""Cells of the screen from which so many panes are shown. Below 60 cells two panes would have 13
characters a line, which is for glancing, not reading."""

MODES: Final[tuple[Mode, ...]] = ("section", "theme", "own")

_GAP = 3
"""Cells between the texts of two panes: a blank, a rule, a blank."""

_LONGEST_LINE = 100
"""Cells of a line where one report has the screen for itself: the eye loses longer ones."""


def panes_that_fit(width: int) -> int:
    """How many reports a screen of ``width`` cells shows side by side."""
    return next(panes for least, panes in PANES_BY_WIDTH if width >= least)


def pane_width(width: int, panes: int) -> int:
    """Cells of text in each of ``panes`` equal panes on a screen of ``width`` cells."""
    # The first pane has no rule on its left.
    width = (width + 1) // panes - _GAP
    return max(min(width, _LONGEST_LINE) if panes == 1 else width, 4)


class Desk:
    """Open reports, left to right."""

    def __init__(self, ambiguous: Ambiguous = 1) -> None:
        self.reports: list[Report] = []
        self.active = 0
        """Index of the report that keys act on."""
        self.mode: Mode = "section"
        self.zoomed = False
        """Only the active report is shown."""
        self._first = 0
        self._ambiguous: Ambiguous = ambiguous
        self._galleys: dict[str, Galley] = {}
        self._aligned: dict[tuple[str, ...], Alignment] = {}
        """The last alignments by what they are of: another width does not change them."""

    @property
    def current(self) -> Report | None:
        """The active report."""
        return self.reports[self.active] if self.reports else None

    def index(self, sha256: str) -> int | None:
        """Where a report stands, if it is open."""
        return next((i for i, it in enumerate(self.reports) if it.sha256 == sha256), None)

    def open(self, reports: Iterable[Report]) -> None:
        """Put ``reports`` side by side right of the active one; the last of them becomes active.

        Of several, those that are open already come along, so that what was asked for together
        stands together. One by itself stays where it is.
        """
        wanted = list({report.sha256: report for report in reports}.values())
        if not wanted:
            return
        if len(wanted) == 1 and (found := self.index(wanted[0].sha256)) is not None:
            self.active = found
            return
        together = {report.sha256 for report in wanted}
        left = [it for it in self.reports[: self.active + 1] if it.sha256 not in together]
        right = [it for it in self.reports[self.active + 1 :] if it.sha256 not in together]
        self.reports = [*left, *wanted, *right]
        self.active = len(left) + len(wanted) - 1
        self._first = min(self._first, len(left))

    def close(self) -> None:
        """Take the active report off; the one that takes its place becomes active."""
        if self.reports:
            gone = self.reports.pop(self.active)
            self._galleys.pop(gone.sha256, None)
            self.active = max(min(self.active, len(self.reports) - 1), 0)
            self.zoomed = self.zoomed and len(self.reports) > 1

    def move(self, steps: int) -> bool:
        """Move the active report so many places; ``False`` where it stands at the end already."""
        to = self.active + steps
        if not 0 <= to < len(self.reports):
            return False
        self.reports.insert(to, self.reports.pop(self.active))
        self.active = to
        return True

    def step(self, steps: int) -> None:
        """Make another report active, round and round."""
        if self.reports:
            self.active = (self.active + steps) % len(self.reports)

    def next_mode(self) -> None:
        """Change what panes are level on."""
        self.mode = MODES[(MODES.index(self.mode) + 1) % len(MODES)]

    def shown(self, room: int) -> range:
        """Indices of the reports that a screen with ``room`` panes shows: the active one among
        them, and otherwise the same as before."""
        if self.zoomed:
            return range(self.active, self.active + 1)
        room = min(room, len(self.reports))
        self._first = min(self._first, self.active, len(self.reports) - room)
        self._first = max(self._first, self.active - room + 1, 0)
        return range(self._first, self._first + room)

    def lay_out(self, shown: range, width: int) -> Grid:
        """Set the reports at ``shown`` for a screen of ``width`` cells."""
        reports = [self.reports[index] for index in shown]
        galleys = [self._galley(report) for report in reports]
        widths = [pane_width(width, max(len(reports), 1))] * len(reports)
        return lay_out(self._align(reports), widths, galleys, self._ambiguous, bars=True)

    def aligned(self) -> Alignment:
        """All open reports, shown or not, level with each other."""
        return self._align(self.reports)

    def _align(self, reports: list[Report]) -> Alignment:
        key = (self.mode, *(report.sha256 for report in reports))
        if key not in self._aligned:
            aligned = in_own_order(reports) if self.mode == "own" else align(reports, self.mode)
            # Of all that are open and of those that are shown.
            self._aligned = dict([*self._aligned.items()][-1:]) | {key: aligned}
        return self._aligned[key]

    def _galley(self, report: Report) -> Galley:
        if report.sha256 not in self._galleys:
            self._galleys[report.sha256] = Galley(report, self._ambiguous)
        return self._galleys[report.sha256]
