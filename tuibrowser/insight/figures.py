"""Figures as data: every number of many reports, with the indicator that it is of.

Laid out as indicator by unit by year, only numbers that stand for the whole are taken: no parts
beside their total, no goals, no last year's values, no changes. Numbers are never added up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from tuibrowser.lexicon.indicators import Catalogue
from tuibrowser.model.report import Figure, short
from tuibrowser.model.terms import FigureRole, FigureScope, FigureTime

_WHOLE: Final[frozenset[FigureRole | None]] = frozenset({"total", "rate", "part"})
_BREAKS: Final = "。！？!?\n"


class ReportFigures(NamedTuple):
    """A report, as far as its figures go."""

    name: str
    """As REFs write it."""
    unit: str
    """Who reports, told apart from others of that name."""
    sha256: str | None
    """``None`` for a draft."""
    issuer: str | None
    year: int | None
    text: str
    figures: tuple[Figure, ...]


class FigureRow(NamedTuple):
    """One number of one report; names and order are those of the JSON."""

    report: str | None
    issuer: str | None
    year: int | None
    indicator: str | None
    label: str | None
    value: float | int
    unit: str
    unit_family: str
    hedge: str | None
    role: FigureRole | None
    scope: FigureScope | None
    period: str | None
    noun: str | None
    text: str
    start: int
    end: int
    time: FigureTime | None
    """What ``period`` stands for."""
    part_of: int | None
    """``start`` of the total that a part belongs to, in the same report."""


class SeriesKey(NamedTuple):
    """A line of the table: one indicator, in units that compare, of one unit."""

    indicator: str
    family: str
    unit: str


class Seen(NamedTuple):
    """A number that stands for the whole, with the report that says so."""

    report: ReportFigures
    figure: Figure


def figure_rows(
    reports: Iterable[ReportFigures], catalogue: Catalogue, indicators: frozenset[str] | None = None
) -> list[FigureRow]:
    """Every figure, in the order of reports and texts.

    Args:
        reports: Whose figures.
        catalogue: The indicators.
        indicators: Keep only figures of these.
    """
    return [
        FigureRow(
            None if report.sha256 is None else short(report.sha256),
            report.issuer,
            report.year,
            it.indicator,
            catalogue.label(it.indicator),
            it.value,
            it.unit,
            catalogue.family(it.unit),
            it.hedge,
            it.role,
            it.scope,
            it.period,
            it.noun,
            report.text[it.start : it.end],
            it.start,
            it.end,
            it.time,
            None if it.part_of is None else report.figures[it.part_of].start,
        )
        for report in reports
        for it in report.figures
        if indicators is None or it.indicator in indicators
    ]


def laid_out(
    reports: Sequence[ReportFigures], catalogue: Catalogue, indicators: frozenset[str] | None = None
) -> dict[SeriesKey, dict[int | None, list[Seen]]]:
    """For each indicator and unit the numbers of each year that stand for the whole.

    Indicators come in the order of the catalogue, units in the order of ``reports``.
    """
    found: dict[SeriesKey, dict[int | None, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        for it in report.figures:
            if it.indicator is None or not _stands_for_the_whole(it, report.figures):
                continue
            if indicators is None or it.indicator in indicators:
                place = SeriesKey(it.indicator, catalogue.family(it.unit), report.unit)
                found[place][report.year].append(Seen(report, it))
    order = _order(catalogue.indicators), _order(it.unit for it in reports)
    return {
        place: {year: _best(seen) for year, seen in found[place].items()}
        for place in sorted(
            found, key=lambda it: (order[0](it.indicator), it.family, order[1](it.unit))
        )
    }


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around ``text[start:end]``."""
    begin = max(text.rfind(it, 0, start) for it in _BREAKS) + 1
    ends = [at + 1 for it in _BREAKS if (at := text.find(it, end)) >= 0]
    stop = min(ends, default=len(text))
    while begin < start and text[begin].isspace():
        begin += 1
    return begin, stop


def _stands_for_the_whole(figure: Figure, figures: Sequence[Figure]) -> bool:
    if figure.role not in _WHOLE:
        return False
    if figure.part_of is None:
        return figure.role != "part"
    return figures[figure.part_of].indicator != figure.indicator


def _best(seen: Sequence[Seen]) -> list[Seen]:
    """The numbers of the widest time; of half a year only where there is no other."""
    widest = min(_width(it.figure.time) for it in seen)
    kept = [it for it in seen if _width(it.figure.time) == widest]
    values = {(it.figure.value, it.figure.hedge, it.report.sha256): it for it in reversed(kept)}
    return list(reversed(values.values()))


def _width(time: FigureTime | None) -> int:
    return 1 if time == "half_year" else 0


def _order(names: Iterable[str] | Mapping[str, object]) -> Callable[[str], int]:
    places = {name: at for at, name in enumerate(dict.fromkeys(names))}
    return lambda name: places.get(name, len(places))
