"""Breaking lines with and without word starts, beside Textual's own: what is cut, what it costs.

    python -m benchmarks.wrap [--runs 9]

Quality is counted on the sample reports at the widths of three, two and one pane: lines that end
inside a word, and what the ends of lines leave empty. Time is of 100,000 characters, measured for
the first time and broken again at another width.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from textual.content import Content

from benchmarks.generate import report
from benchmarks.measure import Timing, milliseconds, print_table
from tuibrowser.layout.galley import Galley
from tuibrowser.lexicon.load import load
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read
from tuibrowser.text.cellwidth import cells
from tuibrowser.text.linebreak import MeasuredParagraph
from tuibrowser.text.segment import word_starts
from tuibrowser.text.words import starts_word

_SAMPLES = Path(__file__).resolve().parents[1] / "fixtures" / "reports"
_WIDTHS = (24, 37, 76)
_LONG = 100_000

Text = tuple[str, bytes]
"""A paragraph and its word starts."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    _print_quality()
    _print_time(runs)


def _print_quality() -> None:
    lexicon = load()
    paragraphs = [
        paragraph
        for path in sorted(_SAMPLES.iterdir())
        for paragraph in _paragraphs(understand(read(path), lexicon))
    ]
    print(f"sample reports, {sum(len(text) for text, _ in paragraphs)} characters")
    print(
        f"{'':22} {'lines':>6} {'cut a word':>11} {'empty cells at the end: mean':>29} {'p95':>4}"
    )
    for width in _WIDTHS:
        for label, known in (("words unknown", False), ("words known", True)):
            lines, cut, gaps = _count(paragraphs, width, known)
            print(
                f"{f'{width} cells, {label}':22} {lines:6} {cut / lines:11.1%}"
                f" {sum(gaps) / len(gaps):29.2f} {sorted(gaps)[int(0.95 * len(gaps))]:4}"
            )


def _paragraphs(read_report: Report) -> Iterator[Text]:
    for block in Galley(read_report).blocks(range(len(read_report.passages))):
        text = read_report.text[block.start : block.end]
        yield text, word_starts(text)


def _count(paragraphs: list[Text], width: int, known: bool) -> tuple[int, int, list[int]]:
    lines = cut = 0
    gaps = []
    for text, words in paragraphs:
        paragraph = MeasuredParagraph(text, words=words if known else None)
        spans = paragraph.lines(width)
        lines += len(spans)
        for (start, end), (following, _) in pairwise(spans):
            cut += not starts_word(words, following)
            gaps.append(width - cells(paragraph.shown[start:end].replace("\n", "")))
    return lines, cut, gaps


def _print_time(runs: int) -> None:
    text = ""
    number = 0
    while len(text) < _LONG:
        text += report(number)[1]
        number += 1
    paragraphs = [(line, word_starts(line)) for line in text[:_LONG].split("\n") if line]
    timings: dict[str, list[float]] = {}
    for _ in range(runs):
        for label, known in (("words unknown", False), ("words known", True)):
            made: list[MeasuredParagraph] = []

            def first(known: bool = known, made: list[MeasuredParagraph] = made) -> None:
                for line, words in paragraphs:
                    made.append(MeasuredParagraph(line, words=words if known else None))
                    made[-1].lines(37)

            def again(made: list[MeasuredParagraph] = made) -> None:
                for paragraph in made:
                    paragraph.lines(38)

            timings.setdefault(f"first wrap, {label}", []).append(milliseconds(first))
            timings.setdefault(f"wrap again, {label}", []).append(milliseconds(again))
        timings.setdefault("Textual's Content.wrap", []).append(
            milliseconds(lambda: [Content(line).wrap(37) for line, _ in paragraphs])
        )
    print(f"{_LONG} characters in {len(paragraphs)} paragraphs")
    print_table([Timing(label, elapsed) for label, elapsed in timings.items()])


if __name__ == "__main__":
    main()
