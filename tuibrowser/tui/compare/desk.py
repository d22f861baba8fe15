"""The reports on the desk: which are open, in what order, and which of them fit on the screen.

Knows nothing of widgets, so that every rule of the compare screen can be tried without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

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

MODES: Final[tuple[Mode, ...]] = ("section", "theme", "measure", "own")
"""What any reports can be level on, in the order in which the key for it goes through them."""

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


class Aside(NamedTuple):
    """What lies aside while the years of one township are compared."""

    reports: list[Report]
    active: int
    mode: Mode
    pinned: bool
    zoomed: bool = False


class Desk:
    """Open reports, left to right."""

    def __init__(self, ambiguous: Ambiguous = 1) -> None:
        self.reports: list[Report] = []
        self.active = 0
        """Index of the report that keys act on."""
        self.mode: Mode = "section"
        self.zoomed = False
        """Only the active report is shown."""
        self.pinned = False
        """The first report stays in sight while the others are paged."""
        self.pairings: Callable[[], Sequence[Pairing]] = tuple
        """Gives what a person said of pairs of measures; asked for only where rows are measures."""
        self.aside: Aside | None = None
        """What :meth:`come_back` brings back."""
        self._first = 0
        self._ambiguous: Ambiguous = ambiguous
        self._galleys: dict[str, Galley] = {}
        self._aligned: dict[tuple[object, ...], Alignment] = {}
        """The last alignments by what they are of: another width does not change them."""

    @property
    def ambiguous(self) -> Ambiguous:
        """Cells of an ambiguous character on this terminal."""
        return self._ambiguous

    @ambiguous.setter
    def ambiguous(self, cells: Ambiguous) -> None:
        self._ambiguous = cells
        self._galleys.clear()

    @property
    def in_years(self) -> bool:
        """Whether the reports are years of one township, oldest first."""
        return self.mode == "years"

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
        if self.in_years:
            self._put_in_order([*self.reports, *wanted], wanted[-1])
            return
        if self.pinned:
            wanted = [it for it in wanted if it is not self.reports[0]]
        together = {report.sha256 for report in wanted}
        left = [it for it in self.reports[: self.active + 1] if it.sha256 not in together]
        right = [it for it in self.reports[self.active + 1 :] if it.sha256 not in together]
        self.reports = [*left, *wanted, *right]
        self.active = len(left) + len(wanted) - 1
        self._first = min(self._first, len(left))

    def close(self) -> None:
        """Take the active report off; the one that takes its place becomes active."""
        if self.reports:
            self.pinned = self.pinned and self.active > 0
            gone = self.reports.pop(self.active)
            self._galleys.pop(gone.sha256, None)
            self.active = max(min(self.active, len(self.reports) - 1), 0)
            self.zoomed = self.zoomed and len(self.reports) > 1

    def replace(self, report: Report) -> None:
        """Put ``report``, which is not open yet, in the place of the active one."""
        self._galleys.pop(self.reports[self.active].sha256, None)
        self.reports[self.active] = report
        if self.in_years:
            self._put_in_order(self.reports, report)

    def compare_years(self, years: Sequence[Report], active: Report) -> None:
        """Lay aside what is open, and put ``years`` of one township in its place."""
        self.aside = Aside(self.reports, self.active, self.mode, self.pinned, self.zoomed)
        self.mode, self.pinned, self.zoomed, self._first = "years", False, False, 0
        self._put_in_order(years, active)

    def come_back(self) -> None:
        """Put back what was laid aside; what is active stays so, if it is there."""
        current = self.current
        aside = self.aside or Aside(self.reports, self.active, MODES[0], False)
        self.reports, self.active, self.mode, self.pinned, self.zoomed = aside
        self.aside, self._first = None, 0
        if current is not None and (index := self.index(current.sha256)) is not None:
            self.active = index
        shas = {report.sha256 for report in self.reports}
        self._galleys = {sha256: it for sha256, it in self._galleys.items() if sha256 in shas}

    def renew_aside(self, before: Report, now: Report) -> None:
        """Have a later version of a report lie aside, too, if the earlier one does."""
        if self.aside is not None:
            reports = [now if it.sha256 == before.sha256 else it for it in self.aside.reports]
            self.aside = self.aside._replace(reports=reports)

    def _put_in_order(self, years: Iterable[Report], active: Report) -> None:
        unique = {report.sha256: report for report in years}
        self.reports = sorted(unique.values(), key=lambda report: report.year or 0)
        self.active = self.index(active.sha256) or 0

    def pin(self) -> None:
        """Have the active report stay at the left, as the one that others are laid beside; or let
        go of it. Years keep their order: of them the first can be pinned."""
        if self.pinned and self.active == 0:
            self.pinned = False
        elif self.reports and not (self.in_years and self.active):
            self.reports.insert(0, self.reports.pop(self.active))
            self.active = 0
            self.pinned = True

    def move(self, steps: int) -> bool:
        """Move the active report so many places; ``False`` where it stands at the end already, or
        stands still since it is pinned or a year."""
        to = self.active + steps
        least = 1 if self.pinned else 0
        if self.in_years or self.active < least or not least <= to < len(self.reports):
            return False
        self.reports.insert(to, self.reports.pop(self.active))
        self.active = to
        return True

    def turn(self, pages: int, room: int) -> bool:
        """Show the reports a screen further right (1) or left (-1), the first of them active;
        ``False`` where there are none."""
        shown = [at for at in self.shown(room) if at or not self.pinned]
        if not shown or self.zoomed:
            return False
        if pages > 0 and shown[-1] + 1 < len(self.reports):
            self._first = shown[-1] + 1
        elif pages < 0 and shown[0] > self.pinned:
            self._first = max(shown[0] - len(shown), int(self.pinned))
        else:
            return False
        self.active = self._first
        return True

    def step(self, steps: int) -> None:
        """Make another report active, round and round."""
        if self.reports:
            self.active = (self.active + steps) % len(self.reports)

    def next_mode(self) -> bool:
        """Change what panes are level on; ``False`` if that passes over measures, of which there
        are too many."""
        at = MODES.index(self.mode) + 1
        skips = MODES[at % len(MODES)] == "measure" and not can_be_matched(self.reports)
        self.mode = MODES[(at + skips) % len(MODES)]
        return not skips

    def shown(self, room: int) -> tuple[int, ...]:
        """Indices of the reports that a screen with ``room`` panes shows: the pinned and the active
        one among them, and otherwise the same as before."""
        if self.zoomed:
            return (self.active,)
        kept = 1 if self.pinned and room > 1 else 0
        room = min(room, len(self.reports)) - kept
        if not room:
            return tuple(range(kept))
        # The pinned report is in sight anyway: the others need not move for it.
        active = self._first if self.active < kept else self.active
        self._first = min(self._first, active, len(self.reports) - room)
        self._first = max(self._first, active - room + 1, kept)
        return (*range(kept), *range(self._first, self._first + room))

    def lay_out(self, shown: Sequence[int], width: int) -> Grid:
        """Set the reports at ``shown`` for a screen of ``width`` cells."""
        reports = [self.reports[index] for index in shown]
        galleys = [self._galley(report) for report in reports]
        widths = [pane_width(width, max(len(reports), 1))] * len(reports)
        # A year out of sight is still the year before.
        level, only = (self.reports, shown) if self.in_years else (reports, None)
        return lay_out(self._align(level), widths, galleys, self._ambiguous, bars=True, only=only)

    def aligned(self) -> Alignment:
        """All open reports, shown or not, level with each other."""
        return self._align(self.reports)

    def _align(self, reports: list[Report]) -> Alignment:
        pairings = tuple(self.pairings()) if self.mode == "measure" else ()
        key = (self.mode, pairings, *(report.sha256 for report in reports))
        if key not in self._aligned:
            if self.mode == "own":
                aligned = in_own_order(reports)
            elif self.mode == "years":
                from tuibrowser.compare.changes import align_years  # noqa: PLC0415  (not at start)

                aligned = align_years(reports)
            else:
                aligned = align(reports, self.mode, pairings)
            # Of all that are open and of those that are shown.
            self._aligned = dict([*self._aligned.items()][-1:]) | {key: aligned}
        return self._aligned[key]

    def _galley(self, report: Report) -> Galley:
        if report.sha256 not in self._galleys:
            self._galleys[report.sha256] = Galley(report, self._ambiguous)
        return self._galleys[report.sha256]
