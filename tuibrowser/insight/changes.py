"""What became of each report's measures since the year before, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.compare.changes import align_years
from tuibrowser.compare.figures import figure_pairs, has_changed
from tuibrowser.model.alignment import Alignment, Row
from tuibrowser.model.report import Figure, Passage, Report
from tuibrowser.model.terms import Change
from tuibrowser.text.fold import squash
from tuibrowser.text.masks import without_point

_Place = tuple[int, str]
CHANGES: Final[tuple[Change, ...]] = ("new", "kept", "reworded", "numbers_only", "dropped")
"""In the order in which they are counted."""


class Unchanged(NamedTuple):
    """A figure that says the same as the year before."""

    figure: Figure
    before: Figure
    """The one of the year before."""
    years: tuple[int, ...]
    """That say it, the earliest first."""


class ReportChanges(NamedTuple):
    """What became of one report's measures since another year."""

    report: Report
    against: Report | None
    """What it was held against; ``None`` where there is no such report."""
    same_share: float | None
    """Share of the characters of its measures that the year before has to the letter, 0 to 1."""
    unchanged: tuple[Unchanged, ...]
    measures: dict[Change, tuple[Passage, ...]]
    """The measures of each kind, of ``report``; those that were dropped, of ``against``."""

    @property
    def counts(self) -> dict[Change, int]:
        """How many there are of each kind."""
        return {change: len(self.measures.get(change, ())) for change in CHANGES}


def changes_of(report: Report, against: Report | None) -> ReportChanges:
    """Hold ``report`` against an earlier one of the same unit.

    A sentence is the same to the letter where only its point marker and white space differ: a year
    or a number that moved on is another letter.
    """
    if against is None:
        return ReportChanges(report, None, None, (), {})
    alignment = align_years([against, report])
    measures = {change: tuple(_changed(alignment, change)) for change in CHANGES}
    same_share, unchanged = _same_share(report, against), tuple(_unchanged(alignment))
    return ReportChanges(report, against, same_share, unchanged, measures)


def with_all_years(found: Sequence[ReportChanges]) -> list[ReportChanges]:
    """``found`` with the years of each unchanged figure as far back as the reports go."""
    ordered = sorted(found, key=lambda it: it.report.year or 0)
    years: dict[tuple[str, _Place], tuple[int, ...]] = {}
    for it in ordered:
        for figure in it.unchanged:
            earlier = it.against and years.get((it.against.sha256, _place(figure.before)))
            here = (*(earlier or figure.years[:1]), *figure.years[1:])
            years[it.report.sha256, _place(figure.figure)] = here
    return [
        it._replace(
            unchanged=tuple(
                figure._replace(years=years[it.report.sha256, _place(figure.figure)])
                for figure in it.unchanged
            )
        )
        for it in found
    ]


def _place(figure: Figure) -> _Place:
    """What tells a figure from the others of its report, those of its own stretch, too."""
    return figure.start, figure.noun or ""


def _changed(alignment: Alignment, change: Change) -> Iterator[Passage]:
    """The first measure of each row that ``change`` befell, in text order."""
    number = 0 if change == "dropped" else 1
    report = alignment.reports[number]
    firsts = (
        next(at for at in row.cells[number].passages if report.passages[at].role == "measure")
        for row in alignment.rows
        if row.changes and row.changes[1] == change
    )
    yield from (report.passages[at] for at in sorted(firsts))


def _same_share(report: Report, against: Report) -> float | None:
    waiting = Counter(_letters(against, it) for it in against.measures)
    total = same = 0
    for measure in report.measures:
        letters = _letters(report, measure)
        total += len(letters)
        if waiting[letters]:
            waiting[letters] -= 1
            same += len(letters)
    return round(same / total, 4) if total else None


def _letters(report: Report, measure: Passage) -> str:
    return without_point(squash(report.slice(measure))).rstrip("。;；,，")


def _unchanged(alignment: Alignment) -> list[Unchanged]:
    """Figures of the later report with what counts the same and says the same in the earlier."""
    before, after = alignment.reports
    years = tuple(it.year for it in alignment.reports if it.year is not None)
    found = {
        _place(new): Unchanged(new, old, years)
        for row in alignment.rows
        for old, new in _pairs(before, after, row)
        if not has_changed(old, new)
        and old.value_to == new.value_to
        and squash(old.unit) == squash(new.unit)
        and _says_a_count(new)
    }
    return sorted(found.values(), key=lambda it: it.figure.start)


def _pairs(before: Report, after: Report, row: Row) -> list[tuple[Figure, Figure]]:
    olds, news = (
        [report.passages[at] for at in cell.passages if report.passages[at].role == "measure"]
        for report, cell in zip((before, after), row.cells, strict=True)
    )
    if not row.changes or row.changes[1] in (None, "new", "dropped"):
        return []
    return [pair for old in olds for new in news for pair in figure_pairs(before, old, after, new)]


def _says_a_count(figure: Figure) -> bool:
    """A whole, 100% or none at all may stay for years without being copied."""
    return not (figure.unit == "%" and figure.value == 100) and figure.value != 0
