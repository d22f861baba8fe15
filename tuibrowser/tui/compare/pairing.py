"""Two measures put together or apart by hand, as a list of what was said grows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tuibrowser.layout.grid import Grid
from tuibrowser.model.kept import Pairing, Stretch


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


def with_said(
    pairings: Sequence[Pairing], one: Stretch, others: Iterable[Stretch], joined: bool
) -> tuple[Pairing, ...]:
    """``pairings`` and that ``one`` belongs with ``others``, or not; what was said of the same two
    before is gone."""
    said = [Pairing(one, other, joined) for other in others]
    about = {frozenset((it.first, it.second)) for it in said}
    kept = (it for it in pairings if frozenset((it.first, it.second)) not in about)
    return (*kept, *said)
