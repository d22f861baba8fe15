"""Exact search beside a plain scan, rg and grep, on libraries of generated reports.

    python -m benchmarks.exact_search [--reports 10000 100000]

Every query is typed key by key: 人, 人民, 人民调, 人民调解. The scan has its passages folded and in
memory; rg and grep get a file with one passage a line, and are whole processes, as is the command
``tuibrowser search`` beside them. Recall is against ``rg -F -c`` on the same file, over every key
that at most so many passages hold as can be listed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from shutil import which

from benchmarks.corpus import Corpus, corpus_of
from benchmarks.measure import Timing, milliseconds, print_table
from tuibrowser.search.find import search
from tuibrowser.text.equivalence import equate

# A span is typed up to this many characters.
_LONGEST = 8
# Compared for the sake of a count: while keys come, and by default.
_COMPARED_WHILE_TYPING = 100
_COMPARED_WHEN_DONE = 200
# Passages are listed to measure recall, 20 us each.
_LISTED = 50_000
# More passages are not scanned for comparison: 100,000 reports took 1 s a key.
_SCANNED = 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, nargs="+", default=[1000])
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument(
        "--folder", type=Path, help="where the libraries are kept for the next run (a cache)"
    )
    arguments = parser.parse_args()
    typing: list[Timing] = []
    for reports in arguments.reports:
        corpus = corpus_of(reports, arguments.folder)
        corpus.describe()
        queries = _queries(corpus.passages, arguments.queries)
        timings = list(_timings(corpus, queries))
        print_table(timings)
        typing.append(Timing(f"{reports} reports, top 20 while typing", timings[0].runs))
        print_table(list(_processes(corpus, queries)))
        _print_recall(corpus, queries)
        print()
    print_table(typing)


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


def _timings(corpus: Corpus, queries: Sequence[str]) -> Iterator[Timing]:
    def ask(raw: str, compared: int) -> None:
        with corpus.library.read() as reader:
            search(reader, raw, compared=compared)

    def scan(needle: str) -> list[int]:
        return [number for number, text in enumerate(corpus.passages) if needle in text]

    ask(queries[0], 0)
    typed, counted, scanned = [], [], []
    for key in _keys(queries):
        # In turn, so that all of them meet the same machine.
        typed.append(milliseconds(ask, key, _COMPARED_WHILE_TYPING))
        counted.append(milliseconds(ask, key, _COMPARED_WHEN_DONE))
        if len(corpus.passages) < _SCANNED:
            scanned.append(milliseconds(scan, key))
    yield Timing("top 20, while typing", typed)
    yield Timing(f"top 20, counted to {_COMPARED_WHEN_DONE}", counted)
    if scanned:
        yield Timing("scan in Python", scanned)


def _processes(corpus: Corpus, queries: Sequence[str]) -> Iterator[Timing]:
    """Whole processes, in turn."""
    tuibrowser = [sys.executable, "-m", "tuibrowser", "--db", str(corpus.library.path), "search"]
    commands: dict[str, tuple[list[str], list[str]]] = {
        "tuibrowser search": ([*tuibrowser, "--format", "json"], [])
    }
    for program in ("rg", "grep"):
        if which(program):
            commands[f"{program} -F -c"] = ([program, "-F", "-c"], [str(corpus.lines)])
        else:
            print(f"{program} is not installed and left out")
    runs: dict[str, list[float]] = {label: [] for label in commands}
    for query in queries:
        for label, (command, files) in commands.items():
            runs[label].append(milliseconds(_run, [*command, "--", query, *files]))
    for label, taken in runs.items():
        yield Timing(f"{label}, whole process", taken)


def _run(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    # 1 is nothing found, on either side.
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


def _print_recall(corpus: Corpus, queries: Sequence[str]) -> None:
    """Compare the number of literal hits of every key with rg's, or else with a scan's."""
    expected = found = listed = 0
    keys = list(dict.fromkeys(filter(None, map(equate, _keys(queries)))))
    with corpus.library.read() as reader:
        for key in keys:
            passages = _occurrences(corpus, key)
            if passages > _LISTED:
                continue
            listed += 1
            hits = search(reader, key, limit=passages + 1, compared=0).hits
            expected += passages
            found += sum(key in equate(hit.passage.text) for hit in hits)
    print(
        f"recall over {listed} of {len(keys)} keys: "
        f"{found / expected:.4f} ({found} of {expected} passages)"
    )


def _occurrences(corpus: Corpus, key: str) -> int:
    if which("rg"):
        return int(_run(["rg", "-F", "-c", "--", key, str(corpus.lines)]) or 0)
    return sum(key in text for text in corpus.passages)


if __name__ == "__main__":
    main()
