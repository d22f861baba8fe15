"""历年对照: one township, this year beside last."""

from __future__ import annotations

from tuibrowser.model.report import Report
from tuibrowser.tui.compare.jumps import Jumps
from tuibrowser.tui.compare.stage import CompareStage
from tuibrowser.tui.compare.yearly import FEWEST, why_not, years_to_compare


class YearKeys:
    """The key that lays other townships aside for the years of one, and the way back."""

    def __init__(self, stage: CompareStage, jumps: Jumps) -> None:
        self._stage = stage
        self._jumps = jumps

    def action_years(self) -> None:
        """Compare the active report with the year before it, or come back from that."""
        opened = self._stage.comparison.opened
        if opened.in_years:
            self.come_back()
        elif self._stage.has_reports() and opened.current is not None:
            # What speaks against it from the start needs no look into the library.
            if (reason := why_not([opened.current])) is not None:
                self._stage.host.say(reason)
            elif years := self._years_of(opened.current):
                self._enter(years, opened.current)

    def come_back(self) -> None:
        """From the years of one township to what was open before."""
        self._stage.comparison.come_back()
        self._stage.changed()

    def _years_of(self, current: Report) -> list[Report]:
        """The reports to compare, two or more; otherwise says why there are none."""
        session, reports = self._stage.host.session, self._stage.comparison.opened.reports
        chosen = years_to_compare(current, reports, session.entries())
        if len(chosen) < FEWEST:
            self._stage.host.say(
                f"报告库中没有 {current.name_parts[0]} 其他年份的报告，不能历年对照"
            )
            return []
        years: list[Report] = []
        for each in chosen:
            years += [each] if isinstance(each, Report) else session.reports([each.sha256])
        # One that has left the library meanwhile is missing, which has been said.
        return years if len(years) >= FEWEST else []

    def _enter(self, years: list[Report], current: Report) -> None:
        if (reason := why_not(years)) is not None:
            self._stage.host.say(reason)
            return
        self._jumps.jump(lambda: self._stage.comparison.compare_years(years, current))
        self._stage.changed()
