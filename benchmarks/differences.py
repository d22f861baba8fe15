"""Differences of three reports side by side, beside difflib on the words of the same reports.

    python -m benchmarks.differences [--runs 7]

Of ordinary reports and of such of 100,000 characters: taking them apart, marking what a screen
shows (40 passages of each), and marking all. difflib compares two of three reports only, and of
the long ones a tenth: it takes time with the square of the length.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import pairwise

from benchmarks.generate import report
from benchmarks.measure import Timing, milliseconds, print_table
from benchmarks.reader import long_report
from tuibrowser.compare.align import align
from tuibrowser.compare.differences import Aspect, Differences
from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.text.segment import word_starts
from tuibrowser.text.words import starts_in

_SHOWN = 40
"""Passages on a screen."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    ordinary = [_parsed(report(number)[1]) for number in range(3)]
    _print("three ordinary reports", ordinary, runs, ordinary[0].text, ordinary[1].text)
    long = [_parsed(long_report(number)) for number in range(3)]
    tenth = len(long[0].text) // 10
    _print(
        "three reports of 100,000 characters; difflib has a tenth",
        *(long, runs, long[0].text[:tenth], long[1].text[:tenth]),
    )


def _parsed(text: str) -> Report:
    digest = sha256(text.encode()).hexdigest()
    parsed = understand(Document(text, digest, "report.txt", "utf-8"), load())
    return replace(parsed, word_starts=word_starts(text))


def _words(text: str) -> list[str]:
    starts = [*starts_in(word_starts(text)), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


def _print(title: str, reports: Sequence[Report], runs: int, first: str, second: str) -> None:
    alignment = align(reports, "section")
    one, other = _words(first), _words(second)
    timings: dict[str, list[float]] = {}
    for _ in range(runs):
        differences = Differences(alignment)
        matcher = SequenceMatcher(None, one, other, autojunk=False)
        timings.setdefault("difflib, two of them", []).append(milliseconds(matcher.get_opcodes))
        timings.setdefault("take apart", []).append(milliseconds(_take_apart, differences))
        aspects: tuple[Aspect, ...] = ("lacking", "shared")
        for aspect in aspects:
            for label, most in ((f"{aspect}, a screen", _SHOWN), (f"{aspect}, the rest", 10**6)):
                elapsed = milliseconds(_mark, differences, aspect, most)
                timings.setdefault(label, []).append(elapsed)
    print(f"{title}: {sum(len(it.text) for it in reports)} characters")
    print_table([Timing(label, elapsed) for label, elapsed in timings.items()])


def _take_apart(differences: Differences) -> None:
    for number in range(len(differences.alignment.reports)):
        differences.take_apart(number)


def _mark(differences: Differences, aspect: Aspect, most: int) -> None:
    for number, it in enumerate(differences.alignment.reports):
        for passage in range(min(most, len(it.passages))):
            differences.of_passage(aspect, number, passage)


if __name__ == "__main__":
    main()
