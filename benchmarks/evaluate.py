"""Precision and recall of the parser on the hand labels of the sample reports.

``python -m benchmarks.evaluate`` prints a table: one row for the samples as they are and one for
each alteration of them. ``--misses`` lists what was missed and what was found too much.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.alterations import ALTERATIONS, Altered, HeadingPlace
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read
from tuibrowser.text.fold import squeeze

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
_SITTINGS = {"": "", "2": "二", "3": "三", "4": "四", "6": "六", "7": "七"}
"""By the end of a file's name in ``unseen``, what marks its figures where they are printed."""


def sittings(name: str) -> dict[str, Path]:
    """The files ``name`` of ``unseen``, by what marks their figures where they are printed."""
    files = {mark: FIXTURES / "unseen" / f"{name}{end}.jsonl" for end, mark in _SITTINGS.items()}
    return {mark: path for mark, path in files.items() if path.exists()}


@dataclass
class Tally:
    """Hits, misses and false finds of one kind of part."""

    hits: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def add(self, truth: dict[Any, str], found: dict[Any, str]) -> None:
        """Count ``found`` against ``truth``; both map a key to words that show it."""
        self.hits += len(truth.keys() & found.keys())
        self.missed += [words for key, words in truth.items() if key not in found]
        self.extra += [words for key, words in found.items() if key not in truth]

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / max(1, self.hits + len(self.extra))

    @property
    def recall(self) -> float:
        """Share of what is right that was found."""
        return self.hits / max(1, self.hits + len(self.missed))

    @property
    def shares(self) -> str:
        """Both shares, and what they were counted from."""
        return (
            f"准确率 {self.precision:.3f} 召回率 {self.recall:.3f} 对 {self.hits}"
            f" 漏或错 {len(self.missed)} 多或错 {len(self.extra)}"
        )

    @property
    def f(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


PARTS = ("标题", "标题级别", "规定内容", "工作事项", "数据", "报头")


@dataclass(frozen=True)
class Sample:
    """A sample report with its labels resolved to offsets of the original text."""

    name: str
    document: Document
    labels: dict[str, Any]
    headings: tuple[HeadingPlace, ...]
    measures: tuple[tuple[int, int, str], ...]
    """First and last character, section kind."""
    figures: tuple[tuple[int, float, str, str], ...]
    """Last character, value, unit, text."""


def load_samples(folder: Path = FIXTURES) -> list[Sample]:
    """Every labelled sample of ``folder``.

    Raises:
        ValueError: a label quotes what its line does not say.
    """
    return [
        _sample(path, folder / "reports" / f"{path.stem}.txt")
        for path in sorted((folder / "labels").glob("*.json"))
    ]


def _sample(path: Path, source: Path) -> Sample:
    labels = json.loads(path.read_text(encoding="utf-8"))
    document = read(source)
    finder = _Finder(document.text, path.name)
    headings = []
    for label in labels["headings"]:
        start, end = finder.find((label["marker"] or "") + label["title"], label["line"])
        title_start, _ = finder.find(label["title"], label["line"])
        headings.append(HeadingPlace(start, max(start, title_start), end, label["level"]))
    finder = _Finder(document.text, path.name)
    measures = []
    for label in labels["measures"]:
        start, _ = finder.find(label["starts"], label["line"])
        _, end = finder.find(label["ends"], label["line"], start)
        measures.append((start, end - 1, label["kind"]))
    finder = _Finder(document.text, path.name)
    figures = []
    for label in labels["figures"]:
        _, end = finder.find(label["text"], label["line"], consume=True)
        figures.append((end - 1, float(label["value"]), label["unit"], label["text"]))
    return Sample(path.stem, document, labels, tuple(headings), tuple(measures), tuple(figures))


class _Finder:
    """Finds quotations from the left to the right, whatever white space stands between."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.shadow, self.offsets = squeeze(text)
        starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
        self.lines = starts
        self.at = 0

    def find(
        self, words: str, line: int, after: int | None = None, consume: bool = False
    ) -> tuple[int, int]:
        first = max(self.lines[line - 1], after or 0, self.at if consume else 0)
        begin = next((i for i, o in enumerate(self.offsets) if o >= first), len(self.shadow))
        needle = squeeze(words)[0]
        at = self.shadow.find(needle, begin)
        if at < 0:
            raise ValueError(f"{self.name}, line {line}: {words!r} does not stand there")
        start, end = self.offsets[at], self.offsets[at + len(needle) - 1] + 1
        if consume:
            self.at = end
        return start, end


def compare(
    sample: Sample, altered: Altered, lexicon: Lexicon
) -> Iterator[tuple[str, dict[Any, str], dict[Any, str]]]:
    """For each part what is right and what was found, in offsets of the original."""
    report = understand(
        Document(altered.text, sample.document.sha256, sample.document.name, "altered"), lexicon
    )
    text = sample.document.text
    truth = {
        h.title_end - 1: (h, label)
        for h, label in zip(sample.headings, sample.labels["headings"], strict=True)
    }
    found = {}
    for section in report.sections:
        end = _last(altered, section.start, section.end, " 。.：:；;\n\u3000\t")
        found[end] = section
    words = {key: f"{label['line']} {label['title']}" for key, (_, label) in truth.items()}
    seen = {key: f"{section.line} {section.title}" for key, section in found.items()}
    yield "标题", words, seen
    both = truth.keys() & found.keys()
    yield (
        "标题级别",
        {(k, truth[k][0].level): f"{truth[k][0].level} {words[k]}" for k in both},
        {(k, found[k].level): f"{found[k].level} {seen[k]}" for k in both},
    )
    yield (
        "规定内容",
        {(k, truth[k][1]["kind"]): f"{truth[k][1]['kind']} {words[k]}" for k in truth},
        {(k, found[k].kind): f"{found[k].kind} {seen[k]}" for k in found},
    )
    yield (
        "工作事项",
        {(a, b): f"{text[a : a + 16]}…{text[b - 10 : b + 1]}" for a, b, _ in sample.measures},
        {
            (
                _first(altered, p.start, p.end),
                _last(altered, p.start, p.end, " \n\u3000\t"),
            ): f"{report.slice(p)[:16]}…{report.slice(p)[-11:]}"
            for p in report.measures
        },
    )
    yield (
        "数据",
        {
            (end, value, unit): f"{words} = {value:g} {unit}"
            for end, value, unit, words in sample.figures
        },
        {
            (
                _last(altered, f.start, f.end, " "),
                float(f.value),
                f.unit,
            ): f"{altered.text[max(0, f.start - 12) : f.end + 6]!r} = {f.value:g} {f.unit}"
            for f in report.figures
        },
    )
    yield "报头", dict(_masthead_truth(sample.labels)), dict(_masthead_found(report))


def _masthead_truth(labels: dict[str, Any]) -> Iterator[tuple[tuple[str, str], str]]:
    for key in ("title", "issuer", "issuer_kind", "year", "date", "published"):
        yield (key, _plain(labels[key])), f"{key} {labels[key]}"
    for key, value in labels["place"].items():
        yield (key, _plain(value)), f"{key} {value}"
    for key, value in labels["section_states"].items():
        yield (key, _plain(value)), f"{key} {value}"


def _masthead_found(report: Report) -> Iterator[tuple[tuple[str, str], str]]:
    values: dict[str, Any] = {
        "title": report.title, "issuer": report.issuer, "issuer_kind": report.issuer_kind,
        "year": report.year, "date": report.date, "published": report.published,
        "province": report.place.province, "city": report.place.city,
        "county": report.place.county, "township": report.place.township,
        **{str(kind): state for kind, state in report.section_states.items()},
    }  # fmt: skip
    for key, value in values.items():
        yield (key, _plain(value)), f"{key} {value}"


def _plain(value: object) -> str:
    return squeeze(str(value))[0]


def _first(altered: Altered, start: int, end: int) -> int:
    return next(
        (
            altered.origin[i]
            for i in range(start, end)
            if altered.origin[i] >= 0 and not altered.text[i].isspace()
        ),
        -1,
    )


def _last(altered: Altered, start: int, end: int, skip: str) -> int:
    return next(
        (
            altered.origin[i]
            for i in range(end - 1, start - 1, -1)
            if altered.origin[i] >= 0 and altered.text[i] not in skip
        ),
        -1,
    )


def evaluate(samples: Iterable[Sample], lexicon: Lexicon) -> dict[str, dict[str, Tally]]:
    """The tally of every part under every alteration."""
    table: dict[str, dict[str, Tally]] = {}
    samples = list(samples)
    for name, alter in ALTERATIONS.items():
        row = table[name] = {part: Tally() for part in PARTS}
        for sample in samples:
            altered = alter(sample.document.text, sample.headings)
            for part, truth, found in compare(sample, altered, lexicon):
                row[part].add(
                    {(sample.name, key): f"{sample.name}: {words}" for key, words in truth.items()},
                    {(sample.name, key): f"{sample.name}: {words}" for key, words in found.items()},
                )
    return table


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", nargs="?", const="", help="list them, of one alteration")
    parser.add_argument("--folder", type=Path, default=FIXTURES)
    arguments = parser.parse_args()
    samples = load_samples(arguments.folder)
    table = evaluate(samples, load())
    print(f"{len(samples)} 份有人工标注的示例报告；每格 F（准确率/召回率）")
    print("改动".ljust(12, "\u3000"), *(part.ljust(9, "\u3000") for part in PARTS))
    for name, row in table.items():
        cells = [f"{t.f:.3f} ({t.precision:.2f}/{t.recall:.2f})" for t in row.values()]
        print(name.ljust(12, "\u3000"), *(cell.ljust(18) for cell in cells))
    if arguments.misses is not None:
        for name, row in table.items():
            if arguments.misses in {"", name}:
                for part, tally in row.items():
                    for words in tally.missed:
                        print(f"[{name}] {part} 漏 {words}")
                    for words in tally.extra:
                        print(f"[{name}] {part} 多 {words}")


if __name__ == "__main__":
    main()
