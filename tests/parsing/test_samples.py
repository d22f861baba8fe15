"""The parser against what a reader marked in the sample reports, as they are and altered."""

from __future__ import annotations

import pytest

from benchmarks.alterations import ALTERATIONS
from benchmarks.evaluate import PARTS, Sample, Tally, compare, evaluate, load_samples
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.understand import understand

_GOAL = 0.97
# In one line without a space a heading without number leaves no trace, nor does a title's end.
_GOALS = {"合为一行": 0.85, "合为一行（空格）": 0.93}


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    return load_samples()


@pytest.fixture(scope="module")
def table(samples: list[Sample], lexicon: Lexicon) -> dict[str, dict[str, Tally]]:
    return evaluate(samples, lexicon)


@pytest.mark.parametrize("alteration", ALTERATIONS)
@pytest.mark.parametrize("part", PARTS)
def test_parts_are_found(table: dict[str, dict[str, Tally]], alteration: str, part: str) -> None:
    tally = table[alteration][part]
    assert tally.hits > 100
    assert tally.f >= _GOALS.get(alteration, _GOAL), (tally.missed[:5], tally.extra[:5])


def test_decoys_are_no_figures(samples: list[Sample], lexicon: Lexicon) -> None:
    for sample in samples:
        report = understand(sample.document, lexicon)
        starts = [0]
        for line in report.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        for decoy in sample.labels["decoys"]:
            at = report.text.find(decoy["text"], starts[decoy["line"] - 1])
            assert at >= 0, decoy
            inside = [
                report.slice(figure)
                for figure in report.figures
                if at <= figure.start and figure.end <= at + len(decoy["text"])
            ]
            assert not inside, (sample.name, decoy)


def test_the_measure_would_notice_a_miss(samples: list[Sample], lexicon: Lexicon) -> None:
    sample = samples[0]
    title = sample.labels["headings"][1]["title"]
    text = sample.document.text.replace(title, "。" * len(title))
    broken = ALTERATIONS["原样"](text, sample.headings)
    found = {part: (truth, seen) for part, truth, seen in compare(sample, broken, lexicon)}
    tally = Tally()
    tally.add(*found["标题"])
    assert tally.f < 1
