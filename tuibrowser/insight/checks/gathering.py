"""What a report under review is compared with, as a library has it."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.model.units import same_unit


def last_of(report: Report, entries: Sequence[ReportEntry]) -> ReportEntry | None:
    """The report of the same unit of the year before; the one indexed last of several.

    Args:
        report: Of a library or not.
        entries: All reports of the library.
    """
    if report.year is None:
        return None
    found = [it for it in entries if it.year == report.year - 1 and same_unit(it, report)]
    return min(found, key=lambda it: it.number, default=None)


def others_than(report: Report, reports: Sequence[Report]) -> list[Report]:
    """Those of ``reports`` that are of other units."""
    return [it for it in reports if it.is_report and not same_unit(it, report)]
