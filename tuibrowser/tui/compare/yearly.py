"""Years of one township: which belong together, and what changed from one to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tuibrowser.layout.grid import Grid
from tuibrowser.layout.notes import change_words
from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.model.terms import Change
from tuibrowser.tui.compare.grids import can_be_matched

FEWEST: Final = 2
"""Years that there must be."""

_ORDER: Final[tuple[Change, ...]] = ("new", "reworded", "numbers_only", "dropped", "kept")
"""The most telling first: where room lacks the last are left out."""

TOO_MANY: Final = "报告太长，工作事项过多，逐项对照会停顿很久，已略去这种对齐方式"


def why_not(reports: Sequence[Report]) -> str | None:
    """Why ``reports`` cannot be compared as years of one township, in one Chinese sentence."""
    from tuibrowser.compare.changes import NotYears, oldest_first  # noqa: PLC0415  (not at start)

    try:
        ordered = oldest_first(reports)
    except NotYears as reason:
        return str(reason)
    if not can_be_matched(ordered):
        return "各年报告太长，工作事项过多，无法逐项对照"
    return None


def years_to_compare(
    current: Report, opened: Iterable[Report], entries: Iterable[ReportEntry]
) -> list[Report | ReportEntry]:
    """``current`` with the years of its township that are open and the year before it; if there is
    neither, with the year after it; by itself if the library has no other.

    Args:
        current: A report of a known township and year.
        opened: The open reports, drafts among them.
        entries: All reports of the library.
    """
    from tuibrowser.store.refs.series import years_of  # noqa: PLC0415

    assert current.year is not None
    found: dict[int, Report | ReportEntry] = {}
    for report in opened:
        if report.year is not None and why_not((current, report)) is None:
            found.setdefault(report.year, report)
    found[current.year] = current
    stored = {it.year: it for it in years_of(current, entries) if it.year is not None}
    known = {**stored, **found}
    if earlier := [year for year in known if year < current.year]:
        found[max(earlier)] = known[max(earlier)]
    elif len(found) == 1 and len(known) > 1:
        later = min(year for year in known if year > current.year)
        found[later] = known[later]
    return [found[year] for year in sorted(found)]


def tally(grid: Grid, pane: int) -> list[str]:
    """How often each change was made in the year that ``pane`` shows: ``新增 3``, those that were;
    which year that is, where several could be meant."""
    reports = grid.alignment.reports
    made = Counter(row.changes[pane] for row in grid.alignment.rows if row.changes)
    words = [
        f"{change_words(reports, pane, change)} {made[change]}" for change in _ORDER if made[change]
    ]
    if words and len(grid.panes) > FEWEST:
        words[0] = f"{reports[pane].year}年：{words[0]}"
    return words


def changed_lines(grid: Grid, pane: int) -> list[int]:
    """Where the rows begin that say otherwise in the year of ``pane`` than the year before."""
    return [
        start
        for start, row in zip(grid.row_starts, grid.alignment.rows, strict=True)
        if row.changes and row.changes[pane] not in (None, "kept")
    ]


def place_of(lines: Sequence[int], top: int) -> int | None:
    """Which of ``lines`` is ``top``, if one is."""
    at = bisect_left(lines, top)
    return at if lines[at : at + 1] == [top] else None
