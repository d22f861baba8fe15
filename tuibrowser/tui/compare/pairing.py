"""The measure that is put together with another, or apart from others, by hand."""

from __future__ import annotations

from tuibrowser.layout.grid import Grid
from tuibrowser.model.kept import Stretch


def measure_at(grid: Grid, pane: int, top: int, room: int) -> int | None:
    """The first measure (an index into the passages) that ``pane`` shows in a window of ``room``
    lines from ``top`` on, or the one that goes on there; ``None`` if there is none."""
    report = grid.alignment.reports[pane]
    for line in range(top, min(top + room, grid.height)):
        passage = grid.panes[pane][line].passage
        if passage >= 0 and report.passages[passage].role == "measure":
            return passage
    return None


def partners(grid: Grid, pane: int, passage: int) -> list[Stretch]:
    """The measures of other reports that stand in the row of ``passage``."""
    reports = grid.alignment.reports
    row = next((it for it in grid.alignment.rows if passage in it.cells[pane].passages), None)
    return [
        Stretch(reports[other].sha256, its.start, its.end)
        for other, cell in enumerate(row.cells if row is not None else ())
        if other != pane
        for its in (reports[other].passages[index] for index in cell.passages)
        if its.role == "measure"
    ]
