"""Rows by theme: what every report says on one field of work, wherever it says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tuibrowser.compare.bands import Column, is_row, make_cell, opening, origins
from tuibrowser.model.alignment import Cell, Row
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import SECTION_KINDS, SectionKind

_Groups = dict[str | None, list[int]]
"""The passages of one report and item by theme, themes in the order of the text."""

_HOME: Final[SectionKind] = "measures_results"
_DUTY_THEME: Final = "duty"
"""What makes up the item on the leader's duty; it would be empty without."""


def theme_rows(
    reports: Sequence[Report], columns: Sequence[Column]
) -> dict[SectionKind, list[Row]]:
    """The rows of each item, cut by theme, after a row for the headings that open the section."""
    openings = [
        {kind: opening(report, column.get(kind, ())) for kind in SECTION_KINDS}
        for report, column in zip(reports, columns, strict=True)
    ]
    groups = [
        {
            kind: _by_theme(report, column.get(kind, ())[len(opened[kind]) :])
            for kind in SECTION_KINDS
        }
        for report, column, opened in zip(reports, columns, openings, strict=True)
    ]
    _gather(reports, groups)
    return {
        kind: _rows(kind, reports, [it[kind] for it in openings], groups) for kind in SECTION_KINDS
    }


def _gather(reports: Sequence[Report], groups: Sequence[dict[SectionKind, _Groups]]) -> None:
    """Move into the row of those who report it as done what others say of it elsewhere.

    What was done under the leader's duty goes there as soon as two reports did something on the
    theme. What is planned goes there where it has no partner among plans and its report has done
    nothing on the theme.
    """
    speaking = [
        {kind: _speaking(report, group[kind]) for kind in SECTION_KINDS}
        for report, group in zip(reports, groups, strict=True)
    ]
    done = Counter(theme for spoken in speaking for theme in spoken[_HOME] | spoken["leader_duty"])
    at_home = {theme for spoken in speaking for theme in spoken[_HOME]} - {None, _DUTY_THEME}
    for number, group in enumerate(groups):
        for theme in [it for it in group["leader_duty"] if it in at_home and done[it] > 1]:
            _move(group, "leader_duty", theme)
        others = [it for at, it in enumerate(speaking) if at != number]
        planned = {theme for other in others for theme in other["next_plan"]}
        own = _speaking(reports[number], group[_HOME])
        fetched = {theme for other in others for theme in other[_HOME]} & at_home
        for theme in [it for it in group["next_plan"] if it in fetched]:
            if theme not in planned and theme not in own:
                _move(group, "next_plan", theme)


def _move(group: dict[SectionKind, _Groups], kind: SectionKind, theme: str | None) -> None:
    home = group[_HOME].setdefault(theme, [])
    home[:] = sorted((*home, *group[kind].pop(theme)))


def _speaking(report: Report, groups: _Groups) -> set[str | None]:
    """The themes that measures are on, not headings alone."""
    return {
        theme
        for theme, indices in groups.items()
        if any(report.passages[index].role == "measure" for index in indices)
    }


def _rows(
    kind: SectionKind,
    reports: Sequence[Report],
    openings: Sequence[Sequence[int]],
    everything: Sequence[dict[SectionKind, _Groups]],
) -> list[Row]:
    groups = [it[kind] for it in everything]
    rows: list[Row] = []
    if any(openings):
        cells = tuple(
            make_cell(report, kind, opened, explain=not group)
            for report, opened, group in zip(reports, openings, groups, strict=True)
        )
        rows.append(Row(kind, None, None, cells))
    for theme in _merged_order(groups) or ([] if rows else [None]):
        cells = tuple(
            make_cell(report, kind, group.get(theme, ()), explain=not rows and not group)
            for report, group in zip(reports, groups, strict=True)
        )
        partners = sum(
            1
            for report, group in zip(reports, groups, strict=True)
            if theme in _speaking(report, group)
        )
        if kind == _HOME and theme is not None and partners:
            cells = tuple(map(_point_elsewhere, reports, cells, everything, [theme] * len(cells)))
        rows.append(Row(kind, theme, "strong" if theme and partners > 1 else None, cells))
    return rows


def _point_elsewhere(
    report: Report, cell: Cell, groups: dict[SectionKind, _Groups], theme: str
) -> Cell:
    """An empty cell names the headings under which its report does speak of ``theme``."""
    if cell.passages or cell.state is not None:
        return cell
    indices = [index for kind in SECTION_KINDS for index in groups[kind].get(theme, ())]
    measures = [index for index in indices if report.passages[index].role == "measure"]
    return Cell(elsewhere=origins(report, measures))


def _by_theme(report: Report, indices: Sequence[int]) -> _Groups:
    """The passages of one item by theme.

    A heading that has a theme goes where its measures go, all else that is none with what follows.
    """
    standing = {at: _theme(report, report.passages[at]) for at in indices}
    standing |= _homes(report, indices, standing)
    groups: _Groups = {}
    waiting: list[int] = []
    theme: str | None = None
    for index in indices:
        passage = report.passages[index]
        if passage.role == "lead" or (passage.role == "heading" and not passage.themes):
            waiting.append(index)
            continue
        if is_row(report, index) and (waiting or groups):
            (waiting or groups[theme]).append(index)
            continue
        theme = standing[index]
        groups.setdefault(theme, []).extend((*waiting, index))
        waiting.clear()
    # Nothing follows: they stay with what goes before.
    if waiting:
        groups.setdefault(theme, []).extend(waiting)
    return {theme: sorted(group) for theme, group in groups.items()}


def _homes(
    report: Report, indices: Sequence[int], standing: Mapping[int, str | None]
) -> dict[int, str | None]:
    """Where headings stand: with most of what they rule, their own theme counting like a measure.

    It also decides between equals, but where no measure stands under it a heading does not either.
    """
    homes = {}
    for heading, ruled in _ruled(report, indices).items():
        counts = Counter(standing[index] for index in ruled)
        own = report.passages[heading].themes[:1]
        counts.update(theme for theme in own if theme in counts)
        homes[heading] = max(counts, key=lambda theme: (counts[theme], theme in own))
    return homes


def _ruled(report: Report, indices: Sequence[int]) -> dict[int, list[int]]:
    """The measures below each heading that has any."""
    found: dict[int, list[int]] = {}
    above: list[tuple[int, int]] = []
    for index in indices:
        passage = report.passages[index]
        if passage.role == "heading" and passage.section is not None:
            level = report.sections[passage.section].level
            above = [*(it for it in above if it[0] < level), (level, index)]
        elif passage.role == "measure":
            for _, heading in above:
                found.setdefault(heading, []).append(index)
    return found


def _theme(report: Report, passage: Passage) -> str | None:
    """The theme that a passage speaks of: that of its heading where it speaks of it, too."""
    if passage.section is not None and report.sections[passage.section].level > 1:
        for theme in report.sections[passage.section].themes[:1]:
            if theme in passage.themes:
                return theme
    return passage.themes[0] if passage.themes else None


def _merged_order(groups: Iterable[Iterable[str | None]]) -> list[str | None]:
    order: list[str | None] = []
    for group in groups:
        following = 0
        for theme in group:
            if theme in order:
                following = order.index(theme) + 1
            else:
                order.insert(following, theme)
                following += 1
    return order
