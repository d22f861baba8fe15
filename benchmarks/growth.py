"""How time and memory of a comparison grow with what is compared, for reports made to be hard.

    python -m benchmarks.growth [--size 1000] [--shape same ...] [--work years ...]

Each kind of work is done on pairs of reports of one, two and four times the size (measures, or 100
characters of one measure), each in a process of its own. Twice the size should take about twice
the time: 4 from the first to the third is linear, 16 has a square in it, 64 a cube. Memory is the
peak above what stood before the work began.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Final, get_args

from benchmarks.crafted import SHAPES, crafted
from benchmarks.measure import milliseconds
from tuibrowser.compare.align import align, in_own_order
from tuibrowser.compare.changes import align_years
from tuibrowser.compare.differences import Aspect, Differences
from tuibrowser.compare.masks import Mask
from tuibrowser.export.comparison import comparison_bytes
from tuibrowser.insight.other_years import nearest
from tuibrowser.layout.grid import lay_out
from tuibrowser.layout.landmarks import Landmarks
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report
from tuibrowser.model.terms import By

_Reports = tuple[Report, Report]

_WIDTH: Final = 38
_LONGEST: Final = 120
"""Seconds after which a run is given up."""


def _marks(alignment: Alignment, *aspects: Aspect) -> None:
    differences = Differences(alignment)
    for number, report in enumerate(alignment.reports):
        for passage in range(len(report.passages)):
            for aspect in aspects:
                differences.of_passage(aspect, number, passage)


def _own(reports: _Reports) -> None:
    alignment = in_own_order(reports)
    _marks(alignment, "lacking", "shared", "stock", "alone", "figures")
    _lines(alignment)


def _levels(reports: _Reports) -> None:
    for by in get_args(By):
        _lines(align(reports, by))


def _lines(alignment: Alignment) -> None:
    grid = lay_out(alignment, [_WIDTH] * len(alignment.reports))
    marks = Landmarks(grid)
    for pane in range(len(grid.panes)):
        assert marks.parts[pane] is not marks.themes[pane]
        for line in range(0, grid.height, 40):
            marks.at(pane, line)


def _nearest(reports: _Reports) -> None:
    earlier, later = reports
    was, now = Mask(earlier), Mask(later)
    nearest(now.of_year(later.measures[0]), [was.of_year(it) for it in earlier.measures[:1000]])


def _exported(alignment: Alignment) -> None:
    for format_ in ("text", "md", "html", "json"):
        comparison_bytes(alignment, format_)


WORKS: Final[dict[str, Callable[[_Reports], object]]] = {
    "section": lambda reports: align(reports, "section"),
    "theme": lambda reports: align(reports, "theme"),
    "measure": lambda reports: align(reports, "measure"),
    "years": align_years,
    "marks": lambda reports: _marks(align(reports, "theme"), "lacking", "shared", "stock"),
    "reworded": lambda reports: _marks(align_years(reports), "reworded", "alone", "stock"),
    "own": _own,
    "lines": _levels,
    "year lines": lambda reports: _lines(align_years(reports)),
    "export": lambda reports: _exported(align_years(reports)),
    "nearest": _nearest,
}
"""What is done with two reports."""
_USUAL: Final = ("measure", "years", "marks", "reworded", "lines", "export")
"""What is measured where nothing else is asked for: 5 minutes."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--shape", nargs="*", choices=SHAPES, default=[*SHAPES])
    parser.add_argument("--work", nargs="*", choices=WORKS, default=_USUAL)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.once:
        _run(arguments.shape[0], arguments.work[0], arguments.size)
        return
    sizes = [arguments.size * times for times in (1, 2, 4)]
    heads = [f"{size:>7} ms" for size in sizes]
    print(f"{'':22}{''.join(heads)}  ratio  MiB of each")
    for shape in arguments.shape:
        for work in arguments.work:
            _print(f"{shape}, {work}", [_child(shape, work, size) for size in sizes])


def _print(label: str, runs: Sequence[tuple[float, float] | None]) -> None:
    times = ["      over" if run is None else f"{run[0]:10.0f}" for run in runs]
    first, last = runs[0], runs[-1]
    ratio = "    -" if first is None or last is None else f"{last[0] / max(first[0], 1):5.1f}"
    memory = ["over" if run is None else f"{run[1]:.0f}" for run in runs]
    print(f"{label:22}{''.join(times)}  {ratio}  {' '.join(memory)}", flush=True)


def _child(shape: str, work: str, size: int) -> tuple[float, float] | None:
    """Milliseconds and MiB of one run in a process of its own; ``None`` if it takes too long."""
    command = [sys.executable, "-m", "benchmarks.growth", "--once"]
    command += ["--shape", shape, "--work", work, "--size", str(size)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_LONGEST, check=True)
    except subprocess.TimeoutExpired:
        return None
    elapsed, memory = done.stdout.split()
    return float(elapsed), float(memory)


def _run(shape: str, work: str, size: int) -> None:
    # What is read once, whatever the size, is read before.
    WORKS[work](crafted("unlike", 5))
    reports = crafted(shape, size)
    before = _peak()
    elapsed = milliseconds(WORKS[work], reports)
    print(elapsed, _peak() - before)


def _peak() -> float:
    """MiB that this process has taken at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
