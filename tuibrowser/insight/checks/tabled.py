"""What a table says and a sentence, too, with another value."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding, Quote
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import shown
from tuibrowser.model.report import Figure, Report
from tuibrowser.text.fold import squash

_WHOLE: Final = frozenset({"total", "rate"})

_Counted = tuple[str, str]
"""What is counted, and in which unit."""


def check_told_beside_tables(material: Material) -> Iterator[Finding]:
    """Yield what a table and a sentence count in the same words with values that differ.

    Only exact numbers that stand for the whole are held together; one that several sentences tell
    with several values says of none of them that it is the table's.
    """
    report = material.report
    tabled, told = _tabled_and_told(report)
    for counted, figure in tabled.items():
        values = told.get(counted, {})
        if len(values) == 1 and figure.value not in values:
            (other,) = values.values()
            says = (
                f"表中“{figure.noun}”为{shown(figure.value)}{figure.unit}，"
                f"文中写为{shown(other.value)}{other.unit}，请核"
            )
            first, last = sorted((figure, other), key=lambda it: it.start)
            yield Finding(
                "two_values", says, tuple(Quote(report, *_line(report, it)) for it in (first, last))
            )


def _tabled_and_told(
    report: Report,
) -> tuple[dict[_Counted, Figure], dict[_Counted, dict[float, Figure]]]:
    """The number that tables have for a thing, where they have one, and those of sentences."""
    starts = [it.start for it in report.passages]
    rows = defaultdict[_Counted, list[Figure]](list)
    told = defaultdict[_Counted, dict[float, Figure]](dict)
    for it in report.figures:
        if it.role not in _WHOLE or it.hedge or it.value_to is not None or not it.noun:
            continue
        counted = squash(it.noun), it.unit
        passage = report.passages[bisect_right(starts, it.start) - 1]
        if passage.role == "other":
            rows[counted].append(it)
        elif passage.role == "measure" and it.time != "half_year":
            told[counted].setdefault(it.value, it)
    return {counted: of[0] for counted, of in rows.items() if len(of) == 1}, told


def _line(report: Report, figure: Figure) -> tuple[int, int]:
    """The row or the clause that a figure stands in."""
    text = report.text
    start = max(text.rfind(it, 0, figure.start) for it in "。；，,;\n") + 1
    ends = [at for it in "。；，,;\n" if (at := text.find(it, figure.end)) >= 0]
    return start, min(ends, default=len(text))
