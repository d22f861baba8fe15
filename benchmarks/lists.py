"""Pairs of measures and classes of years in lists set aside (``fixtures/unseen``).

``python -m benchmarks.lists`` holds the measures that share a row against those an official would
put side by side, and what became of each measure from year to year against what a person says.
Odd lines are learnt from (``makers/likeness.py``), even ones and those of the sixth sitting never.
Other labels are scored with ``--years FILE`` and ``--pairs FILE``; of years it is then told which
class was taken for which.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.evaluate import Tally, sittings
from tuibrowser.compare.align import align
from tuibrowser.compare.changes import align_years
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.text.fold import squash

_HALVES = {1: "单", 0: "双"}


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=Path, help="whole reports of two years, with their rows")
    parser.add_argument("--pairs", type=Path, help="lists of two townships, with their pairs")
    arguments = parser.parse_args()
    lexicon = load()
    if arguments.pairs:
        _print_pairs(_pairs(_labels(arguments.pairs), lexicon), "所给")
    if arguments.years:
        _print_confusion(_labels(arguments.years), lexicon)
    if not (arguments.pairs or arguments.years):
        _print_unseen(lexicon)


def _print_confusion(labels: Sequence[dict[str, Any]], lexicon: Lexicon) -> None:
    """Of each class, what its rows were taken for."""
    counts: Counter[tuple[str, str]] = Counter()
    for label in labels:
        reports, (befores, afters), wanted = whole_reports(label, lexicon)
        found = set(_classes(align_years(reports), {"before": befores, "after": afters}))
        for row, (new, old, change) in zip(label["rows"], wanted, strict=True):
            kind = next((f"{change} {it}" for it in ("merged", "split") if row.get(it)), change)
            taken = {it[2] for it in found if _is_same(it[0], new) or _is_same(it[1], old)}
            is_right = (new, old, change) in found
            counts[kind, "right" if is_right else "/".join(sorted(taken)) or "nothing"] += 1
    right = sum(count for (_, what), count in counts.items() if what == "right")
    print(f"各年变化（所给）：{right} 项相符，{right / counts.total():.3f}")
    for (kind, what), count in sorted(counts.items()):
        print(f"　{kind}: {what} {count}")


def _is_same(one: int | None, other: int | None) -> bool:
    return one is not None and one == other


def _print_unseen(lexicon: Lexicon) -> None:
    first, *rest = sittings("pairs").items()
    _print_pairs(_pairs(_labels(first[1]), lexicon), "只按它定过最低分")
    for (sitting, path), (parity, name) in product(rest, _HALVES.items()):
        later = [it for at, it in enumerate(_labels(path), 1) if at % 2 == parity]
        _print_pairs(_pairs(later, lexicon), f"{sitting}，{name}数行")
    classes = Tally()
    for number, label in enumerate(_labels(sittings("years")[""])):
        reports = [
            report_of("青棠镇", 2022, label["before"], lexicon),
            report_of("青棠镇", 2023, label["after"], lexicon),
        ]
        changes = {(number, *it): "" for it in _classes(align_years(reports), label)}
        classes.add({(number, *it): "" for it in label["classes"]}, changes)
    share = classes.hits / (classes.hits + len(classes.missed))
    print(f"各年变化（未调过的）：{classes.hits} 项相符，{share:.3f}")
    for (sitting, path), (parity, name) in product(sittings("changes").items(), _HALVES.items()):
        lines = [it for at, it in enumerate(_labels(path), 1) if at % 2 == parity]
        whole = _whole_reports(lines, lexicon)
        share = whole.hits / (whole.hits + len(whole.missed))
        print(f"各年变化{sitting}（整份报告，{name}数行）：{whole.hits} 项相符，{share:.3f}")


def _pairs(labels: Sequence[dict[str, Any]], lexicon: Lexicon) -> Tally:
    """The pairs of measures in rows of two townships beside those of ``labels``."""
    tally = Tally()
    for number, label in enumerate(labels):
        reports = [
            report_of("青棠镇", 2023, label["left"], lexicon),
            report_of("柳坝镇", 2023, label["right"], lexicon),
        ]
        lists = label["left"], label["right"]
        found = {
            (number, a, b): ""
            for one, other in _rows(align(reports, "measure"), lists)
            for a in one
            for b in other
        }
        tally.add({(number, a, b): "" for a, b in label["same"]}, found)
    return tally


def _print_pairs(pairs: Tally, what: str) -> None:
    print(f"成对（{what}）：准确率 {pairs.precision:.3f} 召回率 {pairs.recall:.3f} F {pairs.f:.3f}")


def _whole_reports(labels: Sequence[dict[str, Any]], lexicon: Lexicon) -> Tally:
    """The classes in the reports of two years."""
    tally = Tally()
    for number, label in enumerate(labels):
        reports, (befores, afters), wanted = whole_reports(label, lexicon)
        lists = {"before": befores, "after": afters}
        found = [it for it in _classes(align_years(reports), lists) if it[:2] != (None, None)]
        tally.add({(number, *it): "" for it in wanted}, {(number, *it): "" for it in found})
    return tally


Class = tuple[int | None, int | None, str]
"""A measure of the later list, one of the earlier, and what became of it."""


def whole_reports(
    label: dict[str, Any], lexicon: Lexicon
) -> tuple[list[Report], tuple[list[str], list[str]], list[Class]]:
    """The reports of two years, what they do, and the class of each row."""
    reports = [
        understand(Document(it["text"], f"{at:064x}", "年报.txt", "made"), lexicon)
        for at, it in enumerate(label["texts"])
    ]
    befores, afters = (
        list(dict.fromkeys(it[side] for it in label["rows"] if it[side]))
        for side in ("before", "after")
    )
    wanted = [
        (
            afters.index(it["after"]) if it["after"] else None,
            befores.index(it["before"]) if it["before"] else None,
            it["class"],
        )
        for it in label["rows"]
    ]
    return reports, (befores, afters), wanted


def _labels(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def report_of(issuer: str, year: int, measures: Sequence[str], lexicon: Lexicon) -> Report:
    """A report that does ``measures``, one a line."""
    head = f"{issuer}人民政府{year}年法治政府建设年度报告\n一、主要举措和成效\n"
    text = head + "\n".join(measures) + "\n"
    return understand(
        Document(text, f"{hash((issuer, year, text)):064x}"[-64:], "list.txt", "made"), lexicon
    )


def _rows(
    alignment: Alignment, lists: Sequence[Sequence[str]]
) -> Iterator[tuple[list[int], list[int]]]:
    """For each row the numbers of the measures in either list."""
    for row in alignment.rows:
        one, other = (
            [
                at
                for index in cell.passages
                if report.passages[index].role == "measure"
                for at in _numbers(report.slice(report.passages[index]), measures)
            ]
            for report, cell, measures in zip(alignment.reports, row.cells, lists, strict=True)
        )
        yield one, other


def _numbers(text: str, measures: Sequence[str]) -> list[int]:
    """The measures that a passage is, or is cut from."""
    words = squash(text)
    return [at for at, it in enumerate(measures) if words in squash(it) or squash(it) in words][:1]


def numbers_of(report: Report, measures: Sequence[str]) -> list[list[int]]:
    """For each of ``report.measures`` the ones of a list that it is, or is cut from."""
    return [_numbers(report.slice(it), measures) for it in report.measures]


def _classes(alignment: Alignment, label: dict[str, Any]) -> Iterator[Class]:
    """What became of each measure; of several that became one, of each."""
    rows = _rows(alignment, (label["before"], label["after"]))
    for row, (before, after) in zip(alignment.rows, rows, strict=True):
        if row.changes and row.changes[1]:
            # A measure that is in one year only has nothing in the other.
            befores: list[int | None] = [*before] or [None]
            afters: list[int | None] = [*after] or [None]
            yield from ((new, old, row.changes[1]) for new in afters for old in befores)


if __name__ == "__main__":
    main()
