"""Open reports: which, in what order, and which of them fit on the screen.

Knows nothing of widgets, so that every rule of the compare screen can be tried without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from tuibrowser.model.report import Report
from tuibrowser.state.workspaces import Mode
from tuibrowser.tui.compare.grids import can_be_matched
from tuibrowser.tui.compare.yearly import why_not

MODES: Final[tuple[Mode, ...]] = ("section", "theme", "measure", "own")
"""What any reports can be level on, in the order in which the key for it goes through them."""


class Aside(NamedTuple):
    """What lies aside while the years of one township are compared."""

    reports: list[Report]
    active: int
    mode: Mode
    pinned: bool
    zoomed: bool = False


class OpenReports:
    """Open reports, left to right. Whoever keeps something about them watches it."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.active = 0
        """Index of the report that keys act on."""
        self.mode: Mode = "section"
        self.zoomed = False
        """Only the active report is shown."""
        self.pinned = False
        """The first report stays in sight while the others are paged."""
        self.aside: Aside | None = None
        """What :meth:`come_back` brings back."""
        self._first = 0
        self._watchers: list[Callable[[], object]] = []

    def watch(self, told: Callable[[], object]) -> None:
        """Have ``told`` called after every change of which reports are open."""
        self._watchers.append(told)

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

    # Which are open

    def put_up(self, reports: Sequence[Report], mode: Mode, aside: Aside | None) -> None:
        """Put ``reports`` in the place of all that is open, and ``aside`` aside."""
        self.reports, self.active, self.mode, self.aside = [], 0, mode, aside
        self.pinned = self.zoomed = False
        self._first = 0
        self.open(reports)
        if not reports:
            self._tell()

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
        self._tell()

    def close(self) -> None:
        """Take the active report off; the one that takes its place becomes active."""
        if self.reports:
            self.pinned = self.pinned and self.active > 0
            self.reports.pop(self.active)
            self.active = max(min(self.active, len(self.reports) - 1), 0)
            self.zoomed = self.zoomed and len(self.reports) > 1
            self._tell()

    def replace(self, report: Report) -> None:
        """Put ``report``, which is not open yet, in the place of the active one."""
        self.reports[self.active] = report
        if self.in_years:
            self._put_in_order(self.reports, report)
        else:
            self._tell()

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
        self._tell()

    def refresh(self, reports: Iterable[Report]) -> None:
        """Put what is known now of reports in the place of what was, open or aside; years that are
        none of one township any more give way to what was open before."""
        for now in reports:
            lying = self.aside.reports if self.aside is not None else ()
            for before in [it for it in (*self.reports, *lying) if it.sha256 == now.sha256][:1]:
                self.renew(before, now)
        if self.in_years and why_not(self.reports):
            self.come_back()

    def renew(self, before: Report, now: Report) -> None:
        """Put a later version of an open report in its place, and aside, too, if it lies there;
        the active one stays active."""
        current = self.current
        self.reports = [now if it is before else it for it in self.reports]
        if self.aside is not None:
            reports = [now if it.sha256 == before.sha256 else it for it in self.aside.reports]
            self.aside = self.aside._replace(reports=reports)
        if self.in_years:
            self._put_in_order(
                self.reports, now if current is None or current is before else current
            )
        else:
            self._tell()

    def _put_in_order(self, years: Iterable[Report], active: Report) -> None:
        unique = {report.sha256: report for report in years}
        self.reports = sorted(unique.values(), key=lambda report: report.year or 0)
        self.active = self.index(active.sha256) or 0
        self._tell()

    def _tell(self) -> None:
        for told in self._watchers:
            told()

    # How they stand

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
