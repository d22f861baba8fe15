"""Reports with hand-coded topics and themes, and what is counted on them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from benchmarks.evaluate import FIXTURES
from tuibrowser.compare.bands import said_as
from tuibrowser.lexicon.load import load
from tuibrowser.model.report import Passage, Report
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read

SAMPLES: Final = (FIXTURES / "topics", FIXTURES / "reports")
HELD: Final = (FIXTURES / "held" / "topics", FIXTURES / "held" / "reports")
"""Topics and reports that nothing may be tuned on."""


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

    def section_of(self, passage: Passage) -> int | None:
        """Start of the nearest heading above ``passage`` that has a theme."""
        level = None
        for at in range(-1 if passage.section is None else passage.section, -1, -1):
            section = self.report.sections[at]
            if level is None or section.level < level:
                level = section.level
                if section.start in self.sections:
                    return section.start
        return None


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
        report = understand(read(next(reports.glob(f"{path.stem}*.txt"))), load())
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
