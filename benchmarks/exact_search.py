"""Exact search beside a plain scan, rg and grep, on a library of generated reports.

    python -m benchmarks.exact_search [--reports 1000]

Every query is typed key by key: 人, 人民, 人民调, 人民调解. The scan gets its passages folded and
in memory; rg and grep get a file with one passage a line, and are whole processes, as is the
command ``tuibrowser search`` beside them. Recall is against the scan, over every key.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from shutil import which

from benchmarks.corpus import describe, library_of, passages_of, write_lines
from benchmarks.measure import Timing, milliseconds, print_table
from tuibrowser.search.find import search
from tuibrowser.store.library import Library
from tuibrowser.text.fold import squash

# A span is typed up to this many characters.
_LONGEST = 8
# What the find screen compares for the sake of a count, while keys come.
_COMPARED_WHILE_TYPING = 100
_COMPARED_WHEN_DONE = 2000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument(
        "--folder", type=Path, help="where the library is kept for the next run (a cache)"
    )
    arguments = parser.parse_args()
    library = library_of(arguments.reports, arguments.folder)
    records = passages_of(library)
    texts, lines = [squash(record.text) for record in records], write_lines(library, records)
    describe(library, records, arguments.reports)
    queries = _queries(texts, arguments.queries)
    print_table(list(_timings(library, texts, lines, queries)))
    _print_recall(library, texts, queries)


def _queries(texts: Sequence[str], count: int) -> list[str]:
    """Spans of passages drawn at random, punctuation and digits included."""
    chance = Random("queries")
    spans: list[str] = []
    while len(spans) < count:
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        span = text[start : start + chance.randint(2, _LONGEST)]
        if len(span) > 1:
            spans.append(span)
    return spans


def _keys(queries: Sequence[str]) -> Iterator[str]:
    for query in queries:
        yield from (query[:end] for end in range(1, len(query) + 1))


def _timings(
    library: Library, texts: Sequence[str], lines: Path, queries: Sequence[str]
) -> Iterator[Timing]:
    def ask(raw: str, compared: int) -> None:
        with library.read() as reader:
            search(reader, raw, compared=compared)

    def scan(needle: str) -> list[int]:
        return [number for number, text in enumerate(texts) if needle in text]

    typed, counted, scanned = [], [], []
    for key in _keys(queries):
        # In turn, so that all of them meet the same machine.
        typed.append(milliseconds(ask, key, _COMPARED_WHILE_TYPING))
        counted.append(milliseconds(ask, key, _COMPARED_WHEN_DONE))
        scanned.append(milliseconds(scan, key))
    yield Timing("top 20, while typing", typed)
    yield Timing(f"top 20, counted to {_COMPARED_WHEN_DONE}", counted)
    yield Timing("scan in Python", scanned)
    tuibrowser = [sys.executable, "-m", "tuibrowser", "--db", str(library.path)]
    yield _process("tuibrowser search", [*tuibrowser, "search", "--format", "json"], [], queries)
    for program in ("rg", "grep"):
        if which(program):
            yield _process(f"{program} -F -c", [program, "-F", "-c"], [str(lines)], queries)
        else:
            print(f"{program} is not installed and left out")


def _process(
    label: str, command: Sequence[str], files: Sequence[str], queries: Sequence[str]
) -> Timing:
    def run(query: str) -> None:
        done = subprocess.run([*command, "--", query, *files], capture_output=True, check=False)
        # 1 is nothing found, on either side.
        if done.returncode not in (0, 1):
            raise SystemExit(f"{label} {query}: {done.stderr.decode()}")

    return Timing(f"{label}, whole process", [milliseconds(run, query) for query in queries])


def _print_recall(library: Library, texts: Sequence[str], queries: Sequence[str]) -> None:
    """Compare the number of literal hits of every key with the scan's."""
    expected = found = 0
    with library.read() as reader:
        for key in dict.fromkeys(_keys(queries)):
            passages = sum(squash(key) in text for text in texts)
            hits = search(reader, key, limit=passages + 1, compared=0).hits
            expected += passages
            found += sum(squash(key) in squash(hit.passage.text) for hit in hits)
    print(f"recall against the scan: {found / expected:.4f} ({found} of {expected})")


if __name__ == "__main__":
    main()
