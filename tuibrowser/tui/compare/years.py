"""历年对照: one township, this year beside last."""

from __future__ import annotations

from tuibrowser.model.report import Report
from tuibrowser.tui.compare.board import Board
from tuibrowser.tui.compare.yearly import FEWEST, why_not, years_to_compare


class Years(Board):
    """The key that lays other townships aside for the years of one."""

    def action_years(self) -> None:
        """Compare the active report with the year before it, or come back from that."""
        current = self.desk.current
        if self.desk.in_years:
            self._come_back()
        elif self._has_reports() and current is not None:
            # What speaks against it from the start needs no look into the library.
            if (reason := why_not([current])) is not None:
                self._app.say(reason)
            elif years := self._years_of(current):
                self._enter(years, current)

    def _years_of(self, current: Report) -> list[Report]:
        """The reports to compare, two or more; otherwise says why there are none."""
        chosen = years_to_compare(current, self.desk.reports, self._app.session.entries())
        if len(chosen) < FEWEST:
            self._app.say(f"报告库中没有 {current.issuer} 其他年份的报告，不能历年对照")
            return []
        years: list[Report] = []
        for each in chosen:
            years += (
                [each] if isinstance(each, Report) else self._app.session.reports([each.sha256])
            )
        # One that has left the library meanwhile is missing, which has been said.
        return years if len(years) >= FEWEST else []

    def _enter(self, years: list[Report], current: Report) -> None:
        if (reason := why_not(years)) is not None:
            self._app.say(reason)
            return
        self._comparison.jump(lambda: self._comparison.compare_years(years, current))
        self._changed()
