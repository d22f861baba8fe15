"""What understanding a report costs, beside reading its file.

    python -m benchmarks.parsing [--reports 200]

Times are for one report each: of the generated ones, and of the sample reports, which are more
varied in form.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.generate import write
from benchmarks.measure import Timing, milliseconds, print_table
from tuibrowser.lexicon.load import load
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read

_SAMPLES = Path(__file__).resolve().parents[1] / "fixtures" / "reports"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=200)
    arguments = parser.parse_args()
    print(f"loading the lexicon, once: {milliseconds(load):.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), range(arguments.reports))
        timings = [
            *_timings("generated", sorted(Path(folder).iterdir())),
            *_timings("sample", sorted(_SAMPLES.glob("*.txt"))),
        ]
    print_table(timings)


def _timings(label: str, paths: Sequence[Path]) -> Iterator[Timing]:
    lexicon = load()
    documents = [read(path) for path in paths]
    characters = sum(len(document.text) for document in documents) // len(documents)
    print(f"{len(documents)} {label} reports of {characters} characters on average")
    # The first report also pays for compiling the patterns.
    understand(documents[0], lexicon)
    reads, parses = [], []
    for path, document in zip(paths, documents, strict=True):
        reads.append(milliseconds(read, path))
        parses.append(milliseconds(understand, document, lexicon))
    yield Timing(f"read, {label}", reads)
    yield Timing(f"understand, {label}", parses)


if __name__ == "__main__":
    main()
