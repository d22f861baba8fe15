"""Rows by theme: what every report says on one field of work, wherever it says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tuibrowser.compare.bands import Column, make_cell, opening, origins
from tuibrowser.model.alignment import Cell, Row
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import SECTION_KINDS, SectionKind

_Groups = dict[str | None, list[int]]
"""The passages of one report and item by theme, themes in the order of the text."""

_HOME: Final[SectionKind] = "measures_results"
_FETCHED: Final[tuple[SectionKind, ...]] = ("leader_duty", "next_plan")
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
    """Move what has no partner in its own section into the row of those who report it as done.

    What was done under the leader's duty goes there in any case, what is planned only where its
    report has done nothing on the theme. What has a partner at home stays beside it.
    """
    speaking = [
        {kind: _speaking(report, group[kind]) for kind in SECTION_KINDS}
        for report, group in zip(reports, groups, strict=True)
    ]
    for number, group in enumerate(groups):
        others = [it for at, it in enumerate(speaking) if at != number]
        done = {theme for other in others for theme in other[_HOME]} - {None, _DUTY_THEME}
        for kind in _FETCHED:
            at_home = {theme for other in others for theme in other[kind]}
            for theme in [it for it in group[kind] if it in done and it not in at_home]:
                if kind == "leader_duty" or theme not in speaking[number][_HOME]:
                    home = group[_HOME].setdefault(theme, [])
                    home[:] = sorted((*home, *group[kind].pop(theme)))
            if kind == "leader_duty":
                speaking[number][_HOME] |= _speaking(reports[number], group[_HOME])


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


def _by_theme(report: Report, indices: Iterable[int]) -> _Groups:
    """The passages of one item by theme; headings and leads go with what follows them."""
    groups: _Groups = {}
    waiting: list[int] = []
    theme: str | None = None
    for index in indices:
        passage = report.passages[index]
        if passage.role in ("heading", "lead"):
            waiting.append(index)
            continue
        theme = _theme(report, passage)
        groups.setdefault(theme, []).extend((*waiting, index))
        waiting.clear()
    # Nothing follows the last heading or lead: its own theme, else that of what it follows.
    for index in waiting:
        themes = report.passages[index].themes
        theme = themes[0] if themes else theme
        groups.setdefault(theme, []).append(index)
    return groups


def _theme(report: Report, passage: Passage) -> str | None:
    """The theme that ``passage`` stands under: that of its heading where it speaks of it, too."""
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
