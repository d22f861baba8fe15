"""The lines above the panes: what is on and where one is, all open reports, the names of panes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from textual.content import Content
from textual.widgets import Static

from tuibrowser.layout.notes import part_title
from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.model.report import Report
from tuibrowser.text.cellwidth import Ambiguous
from tuibrowser.text.linebreak import one_line
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.compare.comparison import Comparison
from tuibrowser.tui.compare.grids import GAP
from tuibrowser.tui.compare.header_lines import (
    MODE_WORDS,
    SYNC_WORDS,
    header,
    mark_words,
    tab_at,
    tabs,
    titles,
)
from tuibrowser.tui.compare.highlights import Highlights
from tuibrowser.tui.compare.seek import Seek
from tuibrowser.tui.compare.stops import Stops
from tuibrowser.tui.compare.yearly import tally
from tuibrowser.tui.library.naming import fitted_name, place_names, report_name
from tuibrowser.tui.session.session import Session

_OF_WHOLE: Final = frozenset({"title", "issuer", "year", "date", "published", "place"})
"""Names in ``Report.corrected`` that are of a report as a whole, and not of a part."""
_DOUBTED: Final = {"issuer": "单位", "year": "年份", "place": "地区", "headings": "标题"}
"""What the header says is in doubt, by the kind of doubt."""

_AROUND_TAB: Final = 9
"""Cells beside the longest name in the line of tabs: blanks, brackets, two signs of more."""


class Header(Static):
    """Says in words what the panes show."""

    DEFAULT_CSS = """
    Header { height: auto; width: 100%; }
    """

    def __init__(
        self,
        session: Session,
        comparison: Comparison,
        highlights: Highlights,
        stops: Stops,
        seek: Seek,
    ) -> None:
        super().__init__(id="head", markup=False)
        self._session = session
        self._comparison = comparison
        self._highlights = highlights
        self._stops = stops
        self._seek = seek

    @property
    def line_count(self) -> int:
        """Lines that it takes."""
        comparison = self._comparison
        return 1 + bool(comparison.opened.reports) + comparison.out_of_sight

    def show(self, width: int, said: Sequence[str] = ()) -> None:
        """Draw it anew.

        Args:
            width: Cells of a line.
            said: What else is to be said of what is on.
        """
        comparison, ambiguous = self._comparison, self._comparison.grids.ambiguous
        where, above = self._whereabouts()
        counts = self._counts()
        state = self._state_words(said, counts)
        line = header(state, self._mark_words(), where, above, width, ambiguous, counts)
        lines = [Content(line).stylize("bold")]
        if comparison.out_of_sight:
            lines.append(Content(tabs(*self._tabs(width))))
        grid = comparison.viewport.grid
        if comparison.opened.reports:
            words = [self._title_word(report) for report in grid.alignment.reports]
            active, numbers = comparison.viewport.active, self._session.numbers
            lines.append(titles(grid, active, words, numbers, ambiguous))
        content = Content("\n").join(lines)
        # What is the same is not drawn again, which would cost bytes at each key.
        if content != self.content:
            self.update(content, layout=False)

    def report_at(self, x: int, y: int) -> int | None:
        """Which open report is named at a cell of it."""
        comparison = self._comparison
        if y == 1 and comparison.out_of_sight:
            return tab_at(x, *self._tabs(self.size.width))
        if not 0 < y < self.size.height or not comparison.opened.reports:
            return None
        widths = comparison.viewport.grid.widths
        pane = sum(end <= x for end in accumulate(width + GAP for width in widths))
        return comparison.shown[min(pane, len(widths) - 1)]

    def called(self, report: Report) -> str:
        """The name of a report."""
        return report_name(report, self._number(report))

    def called_in(self, report: Report, width: int) -> str:
        """The name of a report in at most ``width`` cells."""
        ambiguous = self._comparison.grids.ambiguous
        return fitted_name(report, width, ambiguous, self._number(report))

    def _number(self, report: Report) -> int:
        return self._session.numbers.get(report.sha256, 1)

    def _tabs(self, width: int) -> tuple[list[str], tuple[int, ...], int, int, Ambiguous]:
        """What the line of all open reports is made of."""
        comparison = self._comparison
        opened, ambiguous = comparison.opened, comparison.grids.ambiguous
        names = [self.called_in(report, width - _AROUND_TAB) for report in opened.reports]
        return names, comparison.shown, opened.active, width, ambiguous

    def _whereabouts(self) -> tuple[list[str], list[str]]:
        """Part and theme one is at; place and report that they stand in."""
        report, here = self._comparison.current, self._stops.here
        if report is None or here is None:
            return [], []
        where = []
        if here.kind is not None:
            where.append(part_title(here.kind))
        if here.theme is not None:
            where.append(THEME_LABELS.get(here.theme, here.theme))
        above = [" ".join(place_names(report.place)), self.called(report)]
        return where, [words for words in above if words]

    def _state_words(self, said: Sequence[str], counts: Sequence[str]) -> list[str]:
        """What is on: how panes are level and move."""
        comparison, opened = self._comparison, self._comparison.opened
        words = [MODE_WORDS["years"] if opened.in_years else "对照"]
        if opened.reports:
            if comparison.sync != "part":
                key = command("compare.sync").shown
                words.append(f"{SYNC_WORDS[comparison.sync]}（按 {key} 更改）")
            words += said
            if not opened.in_years:
                words.append(MODE_WORDS[opened.mode])
            words += [*counts, *self._doubt_words()]
        return words

    def _counts(self) -> list[str]:
        """How often each change was made, where years are compared; at a mark it matters more what
        that was the year before."""
        comparison = self._comparison
        pane = comparison.year_pane if comparison.opened.in_years else None
        if pane is None or self._before() is not None:
            return []
        return tally(comparison.viewport.grid, pane)

    def _before(self) -> str | None:
        """What the mark one is at was the year before, if that is known."""
        report = self._stops.report
        return None if report is None else self._highlights.before(report)

    def _doubt_words(self) -> list[str]:
        """What is in doubt of the active report; ``C`` shows why, and settles it."""
        report = self._comparison.current
        kinds = {doubt.kind for doubt in report.doubts} if report is not None else set()
        found = [word for kind, word in _DOUBTED.items() if kind in kinds]
        return [f"{'、'.join(found)}存疑"] if found else []

    def _mark_words(self) -> list[str]:
        """Which mark of how many one is at, and what else is to be said of marks."""
        stops, highlights, report = self._stops, self._highlights, self._comparison.current
        if self._seek.typed and not highlights.has_hits:
            return [f"查找“{one_line(self._seek.typed)}” 没有找到"]
        if report is None or (stops.are_changes and not stops.count):
            return []
        return mark_words(
            "hits" if stops.are_hits else "changes" if stops.are_changes else highlights.shown,
            highlights.in_years,
            stops.place,
            stops.count,
            self._before(),
            self._seek.typed,
        )

    def _title_word(self, report: Report) -> str:
        """What is said of a report before its name."""
        opened = self._comparison.opened
        pinned = opened.pinned and report is opened.reports[0]
        said = "固定 " * pinned
        if report.sha256 in self._session.renewal.changed:
            said += f"草稿已变，{command('compare.reread').shown} 重读 "
        elif report.sha256 in self._session.drafts:
            time = self._session.renewal.times.get(report.sha256)
            said += "草稿 " if time is None else f"草稿（{time} 改）"
        return said + "更正 " * (not _OF_WHOLE.isdisjoint(report.corrected))
