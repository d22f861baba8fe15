"""Precision and recall of the alignment on hand-coded topics.

``python -m benchmarks.alignment`` scores every two townships' reports that have topics: measures
that share a topic, sections that share a primary theme; first of the sample reports, which weights
and wordings were tuned on, then of ``fixtures/held``, which are set aside. Other reports are scored
with ``--topics FOLDER --reports FOLDER``. ``--misses`` lists wrong pairs.

Measures are paired one to one, so recall is held against the largest number of pairs that could be
right at once. Only what was done (results, and the leader's duty) is scored: topics of what is
lacking or planned repeat them. Sections come together as many as share a theme, so recall is held
against all pairs that do. The baselines, by words and themes alone, have their best limit on the
reports at hand.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.coded import HELD, SAMPLES, Coded, Score, load_coded, pairs_of
from benchmarks.sections import (
    by_heading,
    by_measures,
    by_theme,
    plain_likeness,
    plain_measures,
    score_places,
    score_plain,
)
from tuibrowser.compare.align import align
from tuibrowser.compare.assignment import assign
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report

_LIMITS: Final = [limit / 100 for limit in range(4, 60, 2)]


def measure_pairs(alignment: Alignment, *, strong: bool) -> Iterator[tuple[int, int]]:
    """The measures of two reports that share a row, by their starts; one to one, so less what is
    attached."""
    for row in alignment.rows:
        if row.strength is None or (strong and row.strength == "possible"):
            continue
        one, other = (
            [
                report.passages[index].start
                for index in cell.passages
                if report.passages[index].role == "measure" and index not in dict(cell.attached)
            ]
            for report, cell in zip(alignment.reports, row.cells, strict=True)
        )
        yield from ((a, b) for a in one for b in other)


def plain_pairs(
    one: Report, other: Report, scores: Sequence[Mapping[int, float]], least: float
) -> list[tuple[int, int]]:
    """The best pairs of measures whose ``scores`` are at least so high."""
    found = assign([{at: it for at, it in row.items() if it >= least} for row in scores])
    return [
        (one.measures[row].start, other.measures[column].start)
        for row, column in enumerate(found)
        if column is not None
    ]


def score_measures(
    one: Coded, other: Coded, pairs: Iterable[tuple[int, int]]
) -> tuple[int, int, int]:
    """How many of ``pairs`` share a topic, how many there are, and how many could."""
    scored = [(a, b) for a, b in pairs if one.is_scored(a) and other.is_scored(b)]
    right = sum(bool(one.topics[a] & other.topics[b]) for a, b in scored)
    columns = [start for start in other.topics if other.is_scored(start)]
    truth = [
        {at: 1.0 for at, b in enumerate(columns) if one.topics[a] & other.topics[b]}
        for a in one.topics
        if one.is_scored(a)
    ]
    return right, len(scored), sum(column is not None for column in assign(truth))


def score_all(coded: Sequence[Coded]) -> dict[str, Score]:
    """Every score by its label, in the order they are read."""
    strong, every = Score(), Score()
    theme, heading, measures = Score(), Score(), Score()
    by_words = {limit: Score() for limit in _LIMITS}
    plain_sections = {limit: Score() for limit in _LIMITS}
    for one, other in pairs_of(coded):
        reports = [one.report, other.report]
        rows = align(reports, "measure")
        strong.add(*score_measures(one, other, measure_pairs(rows, strong=True)))
        every.add(*score_measures(one, other, measure_pairs(rows, strong=False)))
        rows = align(reports, "theme")
        places = by_theme(one), by_theme(other)
        theme.add(*score_places(one, other, places))
        places = by_heading(one, rows, 0), by_heading(other, rows, 1)
        heading.add(*score_places(one, other, places))
        places = by_measures(one, rows, 0), by_measures(other, rows, 1)
        measures.add(*score_places(one, other, places))
        alike = plain_measures(one.report, other.report)
        alike_sections = plain_likeness(one, other)
        for limit in _LIMITS:
            found = plain_pairs(one.report, other.report, alike, limit)
            by_words[limit].add(*score_measures(one, other, found))
            plain_sections[limit].add(*score_plain(one, other, alike_sections, limit))
    return {
        "工作事项，只计对应和相近": strong,
        "工作事项，连同可能对应": every,
        "　仅凭用词和领域（最佳）": _best(by_words.values()),
        "各部分，按首要领域": theme,
        "各部分，按标题所在的行": heading,
        "各部分，按多数事项所在的行": measures,
        "　仅凭用词和领域（最佳，一对一）": _best(plain_sections.values()),
    }


def _best(scores: Iterable[Score]) -> Score:
    return max(scores, key=lambda score: score.f)


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--topics", type=Path)
    parser.add_argument("--reports", type=Path)
    parser.add_argument("--misses", action="store_true", help="list wrong pairs")
    arguments = parser.parse_args()
    if (arguments.topics is None) != (arguments.reports is None):
        parser.error("--topics and --reports go together")
    if arguments.topics:
        sets = {"所给报告": (arguments.topics, arguments.reports)}
    else:
        sets = {"示例报告": SAMPLES, "另备的报告": HELD}
    for name, folders in sets.items():
        coded = load_coded(*folders)
        if arguments.misses:
            _list_wrong(coded)
        print(f"对齐：{name} {len(coded)} 份，人工标注主题，不同单位两两对照；F（准确率/召回率）")
        for label, score in score_all(coded).items():
            print(f"{label:　<17}{score}")


def _list_wrong(coded: Sequence[Coded]) -> None:
    for one, other in pairs_of(coded):
        rows = align([one.report, other.report], "measure")
        for a, b in measure_pairs(rows, strong=False):
            if one.is_scored(a) and other.is_scored(b) and not one.topics[a] & other.topics[b]:
                texts = [it.report.text[at : at + 30] for it, at in ((one, a), (other, b))]
                print(f"{one.name}／{other.name}：{'　｜　'.join(texts)}".replace("\n", ""))


if __name__ == "__main__":
    main()
