"""What became of each measure of one township from year to year.

What is the same but for its figures goes first, then what is surely the same in other words, then
what is likely to be, the more so the more of the year goes on: see ``compare.succession``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from tuibrowser.compare.chains import Chain, go_on
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.figures import changed_numbers
from tuibrowser.compare.masks import places_of
from tuibrowser.compare.parts import with_parts
from tuibrowser.compare.rows import Match, measure_rows
from tuibrowser.compare.succession import (
    wordings,
)
from tuibrowser.model.alignment import Alignment, Cell, Earlier, Row
from tuibrowser.model.report import Passage, Report
from tuibrowser.places.units import places_agree, share_name


class NotYears(Exception):
    """Reports are not the years of one township; ``str()`` is one Chinese sentence."""


def oldest_first(reports: Sequence[Report]) -> list[Report]:
    """``reports`` in the order of their years.

    Raises:
        NotYears: they are of several townships, of one year, or of an unknown one.
    """
    for report in reports:
        if report.issuer is None:
            raise NotYears(f"{report.file} 的报告单位不明，不能与别的年份相比")
        if report.year is None:
            raise NotYears(f"{report.issuer}的一份报告年份不明，不能与别的年份相比，请去掉")
    issuers = list(dict.fromkeys(str(report.issuer) for report in reports))
    if not all(map(share_name, reports, reports[1:])):
        raise NotYears(f"各年相比只能用同一单位的报告，这里有{'、'.join(issuers)}，请只留一个")
    if not all(places_agree(one.place, other.place) for one, other in combinations(reports, 2)):
        raise NotYears(f"这些报告出自不同地方的{issuers[0]}，请只留一处的")
    ordered = sorted(reports, key=lambda report: report.year or 0)
    for one, other in pairwise(ordered):
        if one.year == other.year:
            raise NotYears(f"{one.issuer}{one.year}年有两份报告，每年只能比一份，请去掉一份")
    return ordered


def align_years(
    reports: Sequence[Report], effort: Effort | None = None, *, parts: bool = True
) -> Alignment:
    """Put the years of one township side by side, each measure beside what it was.

    Args:
        reports: Oldest first.
        effort: Counts the work, and notes where it was bounded.
        parts: Whether to look for measures that became one, or were one; a third of the time.

    Returns:
        An alignment by measure whose rows have ``changes``. A measure that was left out for a year
        returns to its row and is new there. ``strength`` is ``"possible"`` where some year's text
        has little in common with the one before.
    """
    effort = Effort() if effort is None else effort
    chains: list[Chain] = []
    names = tuple(sorted({name for report in reports for name in places_of(report)}))
    for number, report in enumerate(reports):
        go_on(chains, number, wordings(report, names), effort)
    if parts:
        chains = with_parts(chains, len(reports), effort)
    passages = [
        [index for index, it in enumerate(report.passages) if it.role == "measure"]
        for report in reports
    ]
    matches = []
    for chain in chains:
        members = [
            sorted(passages[number][it.index] for it in chain.in_year(number))
            for number in range(len(reports))
        ]
        matches.append(
            Match(
                members,
                chain.strength,
                changes=tuple(chain.changes(len(reports))),
                perhaps=_perhaps(reports, chain),
                same={(number, passages[number][it.index]): "likely" for number, it in chain.parts},
            )
        )
    rows = [_with_numbers(reports, row, effort) for row in measure_rows(reports, matches)]
    return Alignment(tuple(reports), tuple(rows), "measure", effort.limits)


def _perhaps(reports: Sequence[Report], chain: Chain) -> tuple[Earlier | None, ...]:
    """For each year what the chain may go on from; nothing where no year has any."""
    if chain.perhaps is None:
        return ()
    first = min(chain.years)
    before = reports[first - 1]
    measure = before.measures[chain.perhaps.index]
    earlier = Earlier(before.slice(measure), measure.start, measure.end)
    return tuple(earlier if number == first else None for number in range(len(reports)))


def _with_numbers(reports: Sequence[Report], row: Row, effort: Effort) -> Row:
    """``row`` with the numbers that changed from year to year."""
    changed: list[tuple[tuple[str, str], ...]] = [() for _ in reports]
    for number, change in enumerate(row.changes):
        if number and change in ("reworded", "numbers_only", "kept"):
            before, after = reports[number - 1], reports[number]
            old = _first_measure(before, row.cells[number - 1])
            new = _first_measure(after, row.cells[number])
            only = change == "numbers_only"
            changed[number] = changed_numbers(
                before, old, after, new, only_numbers=only, effort=effort
            )
    return row._replace(numbers=tuple(changed)) if any(changed) else row


def _first_measure(report: Report, cell: Cell) -> Passage:
    attached = dict(cell.attached)
    passages = (report.passages[index] for index in cell.passages if index not in attached)
    return next(passage for passage in passages if passage.role == "measure")
