"""The reports of one unit: its years, and the several texts of one year. All of it is pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.places.units import name_end, same_unit


def others(entry: ReportEntry, entries: Iterable[ReportEntry]) -> tuple[ReportEntry, ...]:
    """The other texts of the same issuer and year, the one indexed last first."""
    alike = (
        other
        for other in entries
        if other.sha256 != entry.sha256 and other.year == entry.year and same_unit(other, entry)
    )
    return tuple(sorted(alike, key=lambda other: other.number))


def years_of(
    entry: ReportEntry | Report, entries: Iterable[ReportEntry]
) -> tuple[ReportEntry, ...]:
    """The reports of the same issuer, one a year in the order of years, those of unknown year
    left out; of several texts the one indexed last."""
    years: dict[int, ReportEntry] = {}
    for other in entries:
        if other.year is not None and other.issuer and same_unit(other, entry):
            first = years.setdefault(other.year, other)
            if other.number < first.number:
                years[other.year] = other
    return tuple(years[year] for year in sorted(years))


def of_same_units(
    chosen: Sequence[ReportEntry], entries: Iterable[ReportEntry]
) -> list[ReportEntry]:
    """``chosen`` with the other reports of their units, which may state less of their place; those
    that may as well be of a namesake elsewhere are left out."""
    alike: dict[str, list[ReportEntry]] = defaultdict(list)
    wanted = {name_end(entry.issuer) for entry in chosen if entry.issuer}
    for entry in entries:
        if entry.issuer and (end := name_end(entry.issuer)) in wanted:
            alike[end].append(entry)
    found = {entry.sha256: entry for entry in chosen}
    for one in chosen:
        near = alike[name_end(one.issuer or "")]
        namesakes = [it for it in near if it.issuer == one.issuer and not same_unit(it, one)]
        for other in near:
            if same_unit(other, one) and not any(same_unit(other, it) for it in namesakes):
                found[other.sha256] = other
    return list(found.values())


def year_before(
    report: ReportEntry | Report, entries: Iterable[ReportEntry], year: int | None = None
) -> ReportEntry | None:
    """The report of the same issuer for the year before, or for the earlier ``year``."""
    if report.year is None:
        return None
    wanted = report.year - 1 if year is None else year
    found = (it for it in years_of(report, entries) if it.year == wanted < (report.year or 0))
    return next(found, None)
