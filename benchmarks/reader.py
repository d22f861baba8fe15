"""The compare screen beside a bare Textual app with one label, on a real pseudo-terminal.

    python -m benchmarks.reader [--runs 7]

First useful screen and memory: three ordinary reports restored from a library. Opening: the first
time in a process, so with what is loaded for it. Keys and resizing: three panes of 100,000
characters each. A time ends with the last byte drawn.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.generate import report
from benchmarks.measure import Timing, print_table
from benchmarks.terminal import Terminal
from tuibrowser.indexing.run import index
from tuibrowser.state.workspaces import Workspace, save_workspace
from tuibrowser.store.library import Library

_BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("基准 " * 10)
Bare().run()
"""
_LONG = 100_000
_KEYS = 60

_DOWN = "\x1b[B"
_OPENING = (
    ("list of reports (a)", (), "a"),
    ("two from it beside the one open (Enter)", (_DOWN, "\t", _DOWN, "\t"), "\r"),
    ("lined up by theme (r)", (), "r"),
    ("by measure (r)", (), "r"),
    ("two years of one township (c)", (), "c"),
)
"""What is timed, the keys that lead there, and the key."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        ordinary = _library(folder / "ordinary", [report(number)[1] for number in range(3)])
        long = _library(folder / "long", [long_report(number) for number in range(3)])
        _print_start(ordinary, long, runs)
        _print_opening(ordinary, runs)
        for size in ((120, 40), (80, 24)):
            _print_keys(long, size)


def long_report(number: int) -> str:
    """A report whose sections go on and on."""
    bodies: list[str] = []
    length = 0
    for more in range(number, 10_000, 3):
        text = report(more)[1]
        bodies.append(text if not bodies else "\n".join(text.split("\n")[2:]))
        length += len(bodies[-1])
        if length >= _LONG:
            break
    return "\n".join(bodies)[:_LONG]


def _library(folder: Path, texts: Sequence[str]) -> Library:
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    library = Library(folder / "library.sqlite3")
    index(library, [folder])
    with library.read() as reader:
        shas = tuple(entry.sha256 for entry in reader.entries())
    save_workspace(library.path, Workspace(shas))
    return library


def _browser(library: Library) -> list[str]:
    return [sys.executable, "-m", "tuibrowser", "--db", str(library.path)]


def _print_start(ordinary: Library, long: Library, runs: int) -> None:
    contenders = {
        "bare Textual app, one label": ([sys.executable, "-c", _BARE], "基准"),
        "three ordinary reports": (_browser(ordinary), "法治政府建设"),
        "three reports of 100,000 characters": (_browser(long), "法治政府建设"),
    }
    times: dict[str, list[float]] = {label: [] for label in contenders}
    memory: dict[str, float] = {}
    # In turn, so that what else the machine does falls on all alike; the first round warms up.
    for turn in range(runs + 1):
        for label, (command, words) in contenders.items():
            with Terminal(command, 120, 40) as terminal:
                elapsed = terminal.until(words)
                terminal.settle()
                memory[label] = terminal.memory()
            if turn:
                times[label].append(elapsed)
    print("start of the process to the first useful screen, 120x40")
    print_table([Timing(label, elapsed) for label, elapsed in times.items()])
    base = memory["bare Textual app, one label"]
    for label, mebibytes in memory.items():
        print(f"{label}: {mebibytes:.0f} MiB resident, {mebibytes / base:.1f}x")


def _print_opening(library: Library, runs: int) -> None:
    """What opens or lines up a comparison of three, each key pressed once in a new process."""
    with library.read() as reader:
        first = next(entry.sha256 for entry in reader.entries())
    times: dict[str, list[float]] = {label: [] for label, _, _ in _OPENING}
    for _ in range(runs):
        save_workspace(library.path, Workspace((first,)))
        with Terminal(_browser(library), 120, 40) as terminal:
            terminal.until("法治政府建设")
            terminal.settle()
            for label, before, key in _OPENING:
                for each in before:
                    terminal.press(each)
                times[label].append(terminal.press(key)[0])
    print("key to the last byte drawn, the first time in a process, three ordinary reports, 120x40")
    print_table([Timing(label, elapsed) for label, elapsed in times.items()])


def _print_keys(library: Library, size: tuple[int, int]) -> None:
    columns, rows = size
    print(f"key or size to the last byte drawn, 100,000 characters a pane, {columns}x{rows}")
    with Terminal(_browser(library), columns, rows) as terminal:
        terminal.until("法治政府建设")
        terminal.settle()
        print_table([*_key_timings(terminal), _resize_timing(terminal, size)])
        print(f"memory after all that: {terminal.memory():.0f} MiB resident")


def _key_timings(terminal: Terminal) -> Iterator[Timing]:
    for label, key in (("j", "j"), ("page down", "\x1b[6~"), ("next part", "]"), ("marks", "d")):
        runs = []
        sizes = []
        for _ in range(_KEYS if key == "j" else 8):
            elapsed, count = terminal.press(key)
            if count:
                runs.append(elapsed)
                sizes.append(count)
        yield Timing(f"{label} ({sorted(sizes)[len(sizes) // 2] / 1000:.1f} kB drawn)", runs)


def _resize_timing(terminal: Terminal, size: tuple[int, int]) -> Timing:
    columns, rows = size
    runs = [terminal.resize(columns - 1 - turn % 2, rows)[0] for turn in range(8)]
    return Timing("resize", runs)


if __name__ == "__main__":
    main()
