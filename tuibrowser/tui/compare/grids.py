"""Open reports set as grids: level with each other, their lines broken for panes of equal width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from tuibrowser.compare.align import align, in_own_order
from tuibrowser.layout.galley import Galley
from tuibrowser.layout.grid import Grid, lay_out
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.kept import Pairing
from tuibrowser.model.report import Report
from tuibrowser.state.workspaces import Mode
from tuibrowser.text.cellwidth import Ambiguous

PANES_BY_WIDTH: Final = ((150, 4), (100, 3), (61, 2), (0, 1))
"""Cells of the screen from which so many panes are shown. On 60 cells two panes would have 13
characters a line, which is for glancing, not reading."""

_MOST_PAIRS = 800_000
"""Measures of one report times those of the others up to which measures are matched: the work grows
with the square. Three reports of 50,000 characters, 550 measures each (600,000), take 0.5 s, two
such years 0.2 s; of 100,000 characters 2.1 s and 0.6 s."""

GAP = 3
"""Cells between the texts of two panes: a blank, a rule, a blank."""

_LONGEST_LINE = 100
"""Cells of a line where one report has the screen for itself: the eye loses longer ones."""


def panes_that_fit(width: int) -> int:
    """How many reports a screen of ``width`` cells shows side by side."""
    return next(panes for least, panes in PANES_BY_WIDTH if width >= least)


def pane_width(width: int, panes: int) -> int:
    """Cells of text in each of ``panes`` equal panes on a screen of ``width`` cells."""
    # The first pane has no rule on its left.
    width = (width + 1) // panes - GAP
    return max(min(width, _LONGEST_LINE) if panes == 1 else width, 4)


def can_be_matched(reports: Sequence[Report]) -> bool:
    """Whether matching the measures of ``reports`` keeps nobody waiting."""
    first, *others = [len(report.measures) for report in reports] or [0]
    return first * sum(others) <= _MOST_PAIRS


class Grids:
    """Makes grids, and keeps what another width or another page of panes does not change."""

    def __init__(self, pairings: Callable[[], Sequence[Pairing]] = tuple) -> None:
        """Begin with nothing kept.

        Args:
            pairings: Gives what a person said of pairs of measures; asked for only where rows are
                measures.
        """
        self._pairings = pairings
        self._ambiguous: Ambiguous = 1
        self._galleys: dict[str, Galley] = {}
        self._aligned: dict[tuple[object, ...], Alignment] = {}
        """The last alignments by what they are of."""

    @property
    def ambiguous(self) -> Ambiguous:
        """Cells of an ambiguous character on this terminal."""
        return self._ambiguous

    @ambiguous.setter
    def ambiguous(self, cells: Ambiguous) -> None:
        self._ambiguous = cells
        self._galleys.clear()

    def keep(self, reports: Iterable[Report]) -> None:
        """Forget the lines of all but ``reports``."""
        shas = {report.sha256 for report in reports}
        self._galleys = {sha256: it for sha256, it in self._galleys.items() if sha256 in shas}

    def forget(self, reports: Iterable[Report]) -> None:
        """Forget all that was made of ``reports``: they are understood otherwise now."""
        self._aligned.clear()
        for report in reports:
            self._galleys.pop(report.sha256, None)

    def lay_out(
        self, reports: Sequence[Report], mode: Mode, shown: Sequence[int], width: int
    ) -> Grid:
        """Set those of ``reports`` that are ``shown`` for a screen of ``width`` cells."""
        seen = [reports[index] for index in shown]
        galleys = [self._galley(report) for report in seen]
        widths = [pane_width(width, max(len(seen), 1))] * len(seen)
        # A year out of sight is still the year before.
        level, only = (reports, shown) if mode == "years" else (seen, None)
        aligned = self.aligned(level, mode)
        return lay_out(aligned, widths, galleys, self._ambiguous, bars=True, only=only)

    def aligned(self, reports: Sequence[Report], mode: Mode) -> Alignment:
        """``reports`` level with each other; the same object while nothing changes."""
        pairings = tuple(self._pairings()) if mode == "measure" else ()
        key = (mode, pairings, *(report.sha256 for report in reports))
        if key not in self._aligned:
            if mode == "own":
                aligned = in_own_order(reports)
            elif mode == "years":
                from tuibrowser.compare.changes import align_years  # noqa: PLC0415  (not at start)

                aligned = align_years(reports)
            else:
                aligned = align(reports, mode, pairings)
            # Of all that are open and of those that are shown.
            self._aligned = dict([*self._aligned.items()][-1:]) | {key: aligned}
        return self._aligned[key]

    def _galley(self, report: Report) -> Galley:
        if report.sha256 not in self._galleys:
            self._galleys[report.sha256] = Galley(report, self._ambiguous)
        return self._galleys[report.sha256]
