"""Reports laid level with each other, by canonical section, by theme or by measure.

No widths, no words for the screen: an :class:`Alignment` only says which passages belong together
and why a place is empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tuibrowser.compare.bands import BANDS, kind_of, sort_into_bands, whole_row
from tuibrowser.compare.themes import theme_rows
from tuibrowser.model.alignment import Alignment, Cell, Row
from tuibrowser.model.kept import Pairing
from tuibrowser.model.report import Report
from tuibrowser.model.terms import By


def align(reports: Sequence[Report], by: By, pairings: Iterable[Pairing] = ()) -> Alignment:
    """Put ``reports`` side by side, one column each, in the order given.

    Rows come in this order: what stands before the first heading; the five items of the
    regulation in its own order, present even where no report has them; sections of no kind;
    signatures and site furniture. Rows outside the five items appear only if somebody fills them.

    By ``"theme"`` the row of an item is cut into one row a theme, after a row for the headings that
    open the section. A passage stands under its first theme; further headings and leads go with
    what follows them. Themes keep the order of the first report that has them; those a later report
    adds come after their predecessor in that report. Sections hold nothing back: what a report did
    under its leader's duty, or only plans, stands beside what the others did, unless it
    has a partner in its own section.

    By ``"measure"`` a row holds measures that do the same, one of each report, whatever sections
    they stand in; the others are held against the first report.

    A cell is empty with ``state`` saying why (in the item's first row only, so that a missing
    section is reported once). Text that belongs to the item but stands in another section, such as
    a （一） on the leader's duty among the results, is fetched: ``state`` is ``"inside"`` and
    ``elsewhere`` names the headings it came from. Where a row takes in text of another item,
    ``elsewhere`` names those alone.

    Args:
        reports: What to compare; by measure the first is the one the others are held against.
        by: What rows are.
        pairings: By measure, what a person joined or parted; nothing else overrules it.

    Returns:
        Every passage of every report in exactly one row. ``strength`` is ``"strong"`` where two
        or more reports have the section (by theme: measures on the theme), else ``None``; by
        measure it is that of the weakest edge of the row, and ``limits`` say whether there were
        too many measures for each to be compared with all others.
    """
    if by == "measure":
        # Needed by nothing else, and it reads three files.
        from tuibrowser.compare.effort import Effort  # noqa: PLC0415
        from tuibrowser.compare.measures import match_measures  # noqa: PLC0415
        from tuibrowser.compare.rows import measure_rows  # noqa: PLC0415

        effort = Effort()
        rows = measure_rows(reports, match_measures(reports, pairings, effort))
        return Alignment(tuple(reports), tuple(rows), by, effort.limits)
    return Alignment(tuple(reports), tuple(_rows(reports, by)), by)


def in_own_order(
    reports: Sequence[Report], passages: Sequence[Sequence[int]] | None = None
) -> Alignment:
    """Each report from its first to its last passage, nothing kept level but the start.

    Args:
        reports: One column each.
        passages: For each report the indices of those to be shown, rising; all if ``None``.
    """
    shown = passages or [range(len(report.passages)) for report in reports]
    cells = tuple(Cell(tuple(indices)) for indices in shown)
    return Alignment(tuple(reports), (Row(None, None, None, cells),) if reports else ())


def _rows(reports: Sequence[Report], by: By) -> Iterator[Row]:
    columns = [sort_into_bands(report) for report in reports]
    cut = theme_rows(reports, columns) if by == "theme" else {}
    for band in BANDS:
        kind = kind_of(band)
        if kind in cut:
            yield from cut[kind]
        elif kind is not None or any(band in column for column in columns):
            yield whole_row(band, reports, columns)
