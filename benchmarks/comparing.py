"""What laying three ordinary reports side by side costs, in each of the ways there are.

    python -m benchmarks.comparing [--runs 30]

The reports are sample reports of three townships, and three years of one. Setting them in lines is
measured beside it, since a comparison that is opened pays for both.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.measure import Timing, milliseconds, print_table
from tuibrowser.compare.align import align
from tuibrowser.compare.changes import align_years
from tuibrowser.layout.galley import Galley
from tuibrowser.layout.grid import lay_out
from tuibrowser.lexicon.load import load
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read

_SAMPLES = Path(__file__).resolve().parents[1] / "fixtures" / "reports"
_TOWNS = ("qingtang-liuxi-2023", "qingtang-baishiqiao-2023", "linhu-shigutan-2023")
_YEARS = ("qingtang-liuxi-2022", "qingtang-liuxi-2023", "qingtang-liuxi-2024")
_WIDTH = 38
"""Cells of a pane, three of them on 120 columns."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=30)
    arguments = parser.parse_args()
    towns, years = [[_report(name) for name in names] for names in (_TOWNS, _YEARS)]
    first = milliseconds(align, towns, "measure")
    print(f"first alignment by measure, with reading its words: {first:.0f} ms")
    first = milliseconds(align_years, years)
    print(f"first alignment of years, with importing rapidfuzz: {first:.0f} ms")
    aligned = align(towns, "measure")
    contenders: dict[str, Callable[[], object]] = {
        "by theme": partial(align, towns, "theme"),
        "by section": partial(align, towns, "section"),
        "by measure": partial(align, towns, "measure"),
        "years": partial(align_years, years),
        "by measure, set in lines": lambda: lay_out(
            aligned, [_WIDTH] * 3, [Galley(report) for report in towns]
        ),
    }
    print_table(
        [
            Timing(label, [milliseconds(work) for _ in range(arguments.runs)])
            for label, work in contenders.items()
        ]
    )


def _report(name: str) -> Report:
    return understand(read(_SAMPLES / f"{name}.txt"), load())


if __name__ == "__main__":
    main()
