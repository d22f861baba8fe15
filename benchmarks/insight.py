"""What each command on many reports costs, as a whole process, on a county of generated reports.

    python -m benchmarks.insight [--townships 20] [--runs 3]
    python -m benchmarks.insight --library FILE [--runs 3]

A county is so many townships of five years. Beside each command stands ``list`` on the same library
in the same run, and the ratio to it. Each is to end within a second on a calm machine. What
indicators and meanings add to ``index`` is measured by processor time, in one run beside all the
rest: they are to add a quarter at most.

Of a library that is there already, such as one of 10,000 generated reports, the county with most
reports is asked about; one report is to be looked up in all of it within a second, too.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any, Final, NamedTuple
from unittest.mock import patch

from benchmarks.generate import YEARS, write
from tuibrowser.indexing.meaning import mark_meaning
from tuibrowser.indexing.run import Ways, index
from tuibrowser.parsing.figures.placing import place_figures
from tuibrowser.store.library import Library

_YEARS: Final = 5
_MOST_OF_A_COUNTY: Final = 300
"""Reports of a library that is one county's."""
_COMMANDS: Final = (
    ("changes", "{units}", "--format", "json"),
    ("reuse", "{ref}", "--format", "json"),
    ("reuse", "{units}@{year}", "--format", "json"),
    ("figures", "{units}", "--format", "json"),
    ("check", "{ref}", "--format", "json"),
    ("check", "{units}@{year}", "--format", "json"),
    ("coverage", "{units}@{year}", "--format", "json"),
    ("like", "{ref}", "--in", "{units}", "--format", "json"),
    ("search", "人民调解", "--format", "json"),
)


class _Cost(NamedTuple):
    """Of one process, or the middle one of several."""

    seconds: float
    processor: float
    """Seconds of it, which others that are busy beside disturb less."""

    def __str__(self) -> str:
        return f"{1000 * self.seconds:.0f} ms, {1000 * self.processor:.0f} of the processor"


def main() -> None:
    """Print a line a command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--townships", type=int, default=20)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--library", type=Path)
    options = parser.parse_args()
    if options.library:
        _commands(options.library, options.runs)
        return
    with TemporaryDirectory() as folder:
        library, texts = Path(folder, "library.sqlite3"), Path(folder, "texts")
        numbers = [at for at in range(options.townships * YEARS) if at % YEARS < _YEARS]
        write(texts, numbers)
        whole = _cost(library, "index", str(texts), "--no-words").seconds
        print(f"index of {len(numbers)}: {len(numbers) / whole:.0f} reports a second")
        print(_added(texts, options.runs))
        raw = sum(path.stat().st_size for path in texts.rglob("*.txt"))
        print(f"library: {library.stat().st_size / raw:.2f} times the text")
        _commands(library, options.runs)


def _commands(library: Path, runs: int) -> None:
    """A line for each command on the county with most reports."""
    listed = json.loads(_said(library, "list"))["reports"]
    county, units = None, "*"
    if len(listed) > _MOST_OF_A_COUNTY:
        counties = Counter(it["place"]["county"] for it in listed if it["place"]["county"])
        county = counties.most_common(1)[0][0]
        units = f"{county}/*"
    of_county = (it for it in listed if county in (None, it["place"]["county"]))
    newest = max(of_county, key=lambda it: it["year"] or 0)
    bare = _median(library, runs, "list")
    for command in _COMMANDS:
        said = [it.format(ref=newest["sha256"], year=newest["year"], units=units) for it in command]
        taken = _median(library, runs, *said)
        ratio = taken.processor / bare.processor
        print(f"{' '.join(command)}: {taken}; list {bare}; ratio of the latter {ratio:.1f}")


class _Added(NamedTuple):
    """What is spent on indicators and meanings, as shares of what the rest of ``index`` takes."""

    indicators: float
    meanings: float

    def __str__(self) -> str:
        return f"indicators add {self.indicators:.0%} to it, meanings {self.meanings:.0%}"


def _added(texts: Path, runs: int) -> _Added:
    """By seconds of the processor within one run, for two runs differ by more than that."""
    _index(texts)  # Wordings are read once in a process.
    found = [_index(texts) for _ in range(runs)]
    return _Added(*map(statistics.median, zip(*found, strict=True)))


def _index(texts: Path) -> _Added:
    """Make a new library in this process alone."""
    indicators, meanings = _Stopwatch(place_figures), _Stopwatch(mark_meaning)
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        stack.enter_context(patch("tuibrowser.parsing.figures.of_report.place_figures", indicators))
        stack.enter_context(patch("tuibrowser.indexing.run.mark_meaning", meanings))
        began = process_time()
        index(Library(Path(folder, "library.sqlite3")), [texts], Ways(words=False, processes=1))
        rest = process_time() - began - indicators.seconds - meanings.seconds
    return _Added(indicators.seconds / rest, meanings.seconds / rest)


class _Stopwatch:
    """A function that notes how long the processor was in it."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self._work = work
        self.seconds = 0.0

    def __call__(self, *args: Any, **options: Any) -> Any:
        began = process_time()
        try:
            return self._work(*args, **options)
        finally:
            self.seconds += process_time() - began


def _said(library: Path, command: str) -> str:
    words = ["--db", str(library), command, "--format", "json"]
    return subprocess.run(
        [sys.executable, "-m", "tuibrowser", *words], capture_output=True, text=True, check=True
    ).stdout


def _median(library: Path, runs: int, *words: str) -> _Cost:
    costs = [_cost(library, *words) for _ in range(runs)]
    return _Cost(*map(statistics.median, zip(*costs, strict=True)))


def _cost(library: Path, *words: str) -> _Cost:
    began, before = perf_counter(), getrusage(RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "tuibrowser", "--db", str(library), *words],
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    seconds, after = perf_counter() - began, getrusage(RUSAGE_CHILDREN)
    return _Cost(seconds, sum(after[:2]) - sum(before[:2]))


if __name__ == "__main__":
    main()
