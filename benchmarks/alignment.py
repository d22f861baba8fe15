"""Precision and recall of the alignment on hand-coded topics.

``python -m benchmarks.alignment`` scores every two townships' sample reports that have topics in
``fixtures/topics``: measures that share a topic, and sections that share a primary theme. Other
reports are scored with ``--topics FOLDER --reports FOLDER``. ``--misses`` lists wrong pairs.

Measures are paired one to one, so recall is held against the largest number of pairs that could be
right at once. Only what was done (results, and the leader's duty) is scored: topics of what is
lacking or planned repeat them. A section stands in the theme row that holds most of its measures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.evaluate import FIXTURES
from tuibrowser.compare.align import align
from tuibrowser.compare.assignment import assign
from tuibrowser.compare.bands import said_as
from tuibrowser.compare.similarity import Weights, likeness, profiles
from tuibrowser.lexicon.load import load
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report
from tuibrowser.parsing.parse import parse
from tuibrowser.reading.read import read

_PLAIN = Weights(wording=0.65, acts=0, themes=0.35, heading=0, units=0)
"""Pairs of characters and themes alone, what acts and headings are held against."""


@dataclass(frozen=True)
class Coded:
    """A report with its hand-coded topics."""

    name: str
    report: Report
    topics: dict[int, frozenset[str]]
    """By start of the measure."""
    sections: dict[int, str]
    """The primary theme, by start of the heading."""

    def is_scored(self, start: int) -> bool:
        """Whether the measure at ``start`` tells what was done."""
        kinds = {it.start: it.kind for it in self.report.measures}
        return start in self.topics and said_as(kinds[start]) is None


@dataclass
class Score:
    """Pairs that are right, that were found, and that could be right."""

    right: int = 0
    found: int = 0
    possible: int = 0

    def add(self, right: int, found: int, possible: int) -> None:
        """Count one pair of reports."""
        self.right += right
        self.found += found
        self.possible += possible

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Share of what could be right that was found."""
        return self.right / max(1, self.possible)

    @property
    def f(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.right / max(1, self.found + self.possible)

    def __str__(self) -> str:
        return f"{self.f:.3f} ({self.precision:.2f}/{self.recall:.2f})"


def load_coded(topics: Path, reports: Path) -> list[Coded]:
    """Every report of ``reports`` whose name begins as a file of ``topics`` is called.

    Raises:
        ValueError: topics are of measures that the parser does not find.
    """
    coded = []
    for path in sorted(topics.glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        report = parse(read(next(reports.glob(f"{path.stem}*.txt"))), load())
        starts = {it.start: report.slice(it) for it in report.measures}
        for it in entry["measures"]:
            if not "".join(starts.get(it["start"], "").split()).startswith(it["opens"]):
                raise ValueError(f"{path.name}: no measure {it['opens']} at {it['start']}")
        coded.append(
            Coded(
                path.stem,
                report,
                {it["start"]: frozenset(it["topics"]) for it in entry["measures"]},
                {it["start"]: it["theme"] for it in entry["sections"]},
            )
        )
    return coded


def pairs_of(coded: Sequence[Coded]) -> Iterator[tuple[Coded, Coded]]:
    """Every two of different townships."""
    for one, other in combinations(coded, 2):
        if one.report.issuer != other.report.issuer:
            yield one, other


def measure_pairs(alignment: Alignment, *, strong: bool) -> Iterator[tuple[int, int]]:
    """The measures of two reports that share a row, by their starts."""
    for row in alignment.rows:
        if row.strength is None or (strong and row.strength != "strong"):
            continue
        one, other = (
            [
                report.passages[index].start
                for index in cell.passages
                if report.passages[index].role == "measure"
            ]
            for report, cell in zip(alignment.reports, row.cells, strict=True)
        )
        yield from ((a, b) for a in one for b in other)


def plain_pairs(one: Report, other: Report, least: float) -> list[tuple[int, int]]:
    """Pairs by wording and themes alone."""
    scores = likeness(profiles(one, _PLAIN), profiles(other, _PLAIN), least)
    return [
        (one.measures[row].start, other.measures[column].start)
        for row, column in enumerate(assign(scores))
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


def score_sections(one: Coded, other: Coded) -> tuple[int, int, int]:
    """The same of sections, by theme."""
    alignment = align([one.report, other.report], "theme")
    rows = [_section_rows(coded, alignment, number) for number, coded in enumerate((one, other))]
    pairs = [(a, b) for a in one.sections for b in other.sections]
    found = [(a, b) for a, b in pairs if rows[0].get(a, -1) == rows[1].get(b, -2)]
    right = sum(one.sections[a] == other.sections[b] for a, b in found)
    return right, len(found), sum(one.sections[a] == other.sections[b] for a, b in pairs)


def _section_rows(coded: Coded, alignment: Alignment, number: int) -> dict[int, int]:
    """For each coded section, by its start, the row with most of its measures."""
    report = coded.report
    counts: dict[int, Counter[int]] = {}
    for at, row in enumerate(alignment.rows):
        for index in row.cells[number].passages:
            if report.passages[index].role == "measure":
                section = _coded_section(coded, report.passages[index].section)
                counts.setdefault(section, Counter())[at] += 1
    return {section: count.most_common(1)[0][0] for section, count in counts.items()}


def _coded_section(coded: Coded, index: int | None) -> int:
    """Start of the nearest heading above that has a theme by hand; -1 if there is none."""
    level = None
    for at in range(-1 if index is None else index, -1, -1):
        section = coded.report.sections[at]
        if level is None or section.level < level:
            level = section.level
            if section.start in coded.sections:
                return section.start
    return -1


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--topics", type=Path, default=FIXTURES / "topics")
    parser.add_argument("--reports", type=Path, default=FIXTURES / "reports")
    parser.add_argument("--misses", action="store_true", help="list wrong pairs")
    arguments = parser.parse_args()
    coded = load_coded(arguments.topics, arguments.reports)
    limits = [limit / 100 for limit in range(16, 46, 2)]
    plain = {limit: Score() for limit in limits}
    strong, everything, sections = Score(), Score(), Score()
    for one, other in pairs_of(coded):
        alignment = align([one.report, other.report], "measure")
        strong.add(*score_measures(one, other, measure_pairs(alignment, strong=True)))
        everything.add(*score_measures(one, other, measure_pairs(alignment, strong=False)))
        sections.add(*score_sections(one, other))
        for limit in limits:
            pairs = plain_pairs(one.report, other.report, limit)
            plain[limit].add(*score_measures(one, other, pairs))
        if arguments.misses:
            _list_wrong(one, other, measure_pairs(alignment, strong=False))
    best = max(plain.values(), key=lambda score: score.f)
    print(f"对齐：{len(coded)} 份人工标注主题的报告，不同单位两两对照；每格 F（准确率/召回率）")
    print(f"工作事项，只计对应　　　{strong}")
    print(f"工作事项，连同可能对应　{everything}")
    print(f"　仅凭用词和领域（最佳）{best}")
    print(f"各部分下的标题，按领域　{sections}")


def _list_wrong(one: Coded, other: Coded, pairs: Iterable[tuple[int, int]]) -> None:
    for a, b in pairs:
        if one.is_scored(a) and other.is_scored(b) and not one.topics[a] & other.topics[b]:
            texts = [coded.report.text[at : at + 30] for coded, at in ((one, a), (other, b))]
            print(f"{one.name}／{other.name}：{'　｜　'.join(texts)}".replace("\n", ""))


if __name__ == "__main__":
    main()
