"""What each command on many reports costs, as a whole process, on a hundred generated reports.

    python -m benchmarks.insight [--reports 100] [--runs 3]

Beside each stands ``list`` on the same library in the same run, and the ratio to it. Each command
is to end within a second on a calm machine.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from benchmarks.generate import write

_COMMANDS: Final = (
    ("changes", "*", "--format", "json"),
    ("reuse", "{ref}", "--format", "json"),
    ("figures", "--format", "json"),
    ("check", "{ref}", "--format", "json"),
    ("check", "*@{year}", "--format", "json"),
    ("coverage", "*@{year}", "--format", "json"),
    ("like", "{ref}", "--format", "json"),
)


def main() -> None:
    """Print a line a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        library, texts = Path(folder, "library.sqlite3"), Path(folder, "texts")
        write(texts, range(options.reports))
        seconds = _seconds(library, "index", str(texts), "--no-words")
        print(f"index of {options.reports}: {options.reports / seconds:.0f} reports a second")
        raw = sum(path.stat().st_size for path in texts.rglob("*.txt"))
        print(f"library: {library.stat().st_size / raw:.2f} times the text")
        newest = max(json.loads(_said(library, "list"))["reports"], key=lambda it: it["year"] or 0)
        bare = _median(library, options.runs, "list")
        for command in _COMMANDS:
            words = [it.format(ref=newest["sha256"], year=newest["year"]) for it in command]
            taken = _median(library, options.runs, *words)
            print(f"{' '.join(command)}: {taken:.0f} ms, list {bare:.0f}, ratio {taken / bare:.1f}")


def _said(library: Path, command: str) -> str:
    words = ["--db", str(library), command, "--format", "json"]
    return subprocess.run(
        [sys.executable, "-m", "tuibrowser", *words], capture_output=True, text=True, check=True
    ).stdout


def _median(library: Path, runs: int, *words: str) -> float:
    """Milliseconds."""
    return 1000 * statistics.median(_seconds(library, *words) for _ in range(runs))


def _seconds(library: Path, *words: str) -> float:
    began = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "tuibrowser", "--db", str(library), *words],
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return perf_counter() - began


if __name__ == "__main__":
    main()
