"""Makes ``tuibrowser/lexicon/frequencies.txt``: in how many measures each term stands.

``python -m benchmarks.frequencies`` writes it again from the sample reports, which were written for
this project.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.evaluate import FIXTURES
from tuibrowser.compare import similarity
from tuibrowser.compare.masks import Mask
from tuibrowser.compare.traits import say
from tuibrowser.lexicon import acts as lexicon
from tuibrowser.lexicon.load import load
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read

TARGET = Path(lexicon.__file__).with_name("frequencies.txt")
_COMMON = 33
"""A character or pair that fewer than one measure in so many has is rare and not listed."""


def texts() -> Iterator[str]:
    """Every measure, masked."""
    for path in sorted((FIXTURES / "reports").glob("*.txt")):
        report = understand(read(path), load())
        mask = Mask(report)
        yield from (mask.apply(measure) for measure in report.measures)


def table() -> str:
    """The file."""
    known = lexicon.load_acts()
    pairs: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    single: Counter[str] = Counter()
    total = 0
    for text in texts():
        total += 1
        pairs.update(similarity.pairs(text, known).keys())
        single.update(say(text).characters.keys())
        acts.update(act for act, weight in known.in_text(text).items() if weight >= lexicon.NAMES)
    listed = [
        (term, count)
        for term, count in (*single.items(), *pairs.items())
        if count * _COMMON >= total
    ]
    lines = [
        "# Made by benchmarks/frequencies.py: the number of measures counted, then terms, acts,",
        "# characters and pairs of them, each with how many have it. Rare ones are left out.",
        str(total),
    ]
    for group in (list(acts.items()), listed):
        ranked = sorted(group, key=lambda item: (-item[1], item[0]))
        lines += [f"{term}\t{count}" for term, count in ranked]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8")
