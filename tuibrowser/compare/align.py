"""Reports laid level with each other, by canonical section or by theme within a section.

No widths, no words for the screen: an :class:`Alignment` only says which passages belong together
and why a place is empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import Literal

from tuibrowser.model import (
    SECTION_KINDS,
    Alignment,
    Cell,
    Passage,
    Report,
    Row,
    Section,
    SectionKind,
)

By = Literal["section", "theme"]


class _Apart(Enum):
    """What belongs to none of the five items."""

    OPENING = auto()
    UNKINDED = auto()
    CLOSING = auto()


_Band = SectionKind | _Apart
"""What one row (by theme: one run of rows) of the comparison is about."""

_BANDS: tuple[_Band, ...] = (_Apart.OPENING, *SECTION_KINDS, _Apart.UNKINDED, _Apart.CLOSING)

_Column = dict[_Band, list[int]]
"""One report's passages by band, as indices into ``Report.passages`` in text order."""


def align(reports: Sequence[Report], by: By) -> Alignment:
    """Put ``reports`` side by side, one column each, in the order given.

    Rows come in this order: what stands before the first heading; the five items of the
    regulation in its own order, present even where no report has them; sections of no kind;
    signatures and site furniture. Rows outside the five items appear only if somebody fills them.

    By ``"theme"`` the row of an item is cut into one row a theme, after a row for the headings that
    open the section. A passage stands under its first theme; further headings and leads go with
    what follows them. Themes keep the order of the first report
    that has them; those a later report adds come after their predecessor in that report.

    A cell is empty with ``state`` saying why (by theme: in the item's first row only, so that a
    missing section is reported once). Text that belongs to the item but stands in another section,
    such as a （一） on the leader's duty among the results, is fetched: ``state`` is ``"inside"``
    and ``elsewhere`` names the headings it came from.

    Returns:
        Every passage of every report in exactly one row. ``strength`` is ``"strong"`` where two
        or more reports have the section (by theme: measures on the theme), else ``None``.
    """
    columns = [_sort_into_bands(report) for report in reports]
    rows: list[Row] = []
    for band in _BANDS:
        kind = _kind_of(band)
        if kind is not None and by == "theme":
            rows.extend(_theme_rows(kind, reports, columns))
        elif kind is not None or any(band in column for column in columns):
            rows.append(_whole_row(band, reports, columns))
    return Alignment(tuple(reports), tuple(rows))


def _kind_of(band: _Band) -> SectionKind | None:
    return None if isinstance(band, _Apart) else band


def _band_of(passage: Passage) -> _Band:
    if passage.role in ("signature", "furniture"):
        return _Apart.CLOSING
    if passage.kind is not None:
        return passage.kind
    return _Apart.OPENING if passage.section is None else _Apart.UNKINDED


def _sort_into_bands(report: Report) -> _Column:
    column: _Column = {}
    for index, passage in enumerate(report.passages):
        column.setdefault(_band_of(passage), []).append(index)
    return column


def _whole_row(band: _Band, reports: Sequence[Report], columns: Sequence[_Column]) -> Row:
    kind = _kind_of(band)
    cells = tuple(
        _cell(report, kind, column.get(band, ()), explain=True)
        for report, column in zip(reports, columns, strict=True)
    )
    partners = sum(1 for cell in cells if cell.passages)
    return Row(kind, None, "strong" if kind is not None and partners > 1 else None, cells)


def _theme_rows(
    kind: SectionKind, reports: Sequence[Report], columns: Sequence[_Column]
) -> list[Row]:
    openings = [
        _opening(report, column.get(kind, ()))
        for report, column in zip(reports, columns, strict=True)
    ]
    groups = [
        _by_theme(report, column.get(kind, ())[len(opening) :])
        for report, column, opening in zip(reports, columns, openings, strict=True)
    ]
    rows: list[Row] = []
    if any(openings):
        cells = tuple(
            _cell(report, kind, opening, explain=not group)
            for report, opening, group in zip(reports, openings, groups, strict=True)
        )
        rows.append(Row(kind, None, None, cells))
    for theme in _merged_order(groups) or ([] if rows else [None]):
        cells = tuple(
            _cell(report, kind, group.get(theme, ()), explain=not rows and not group)
            for report, group in zip(reports, groups, strict=True)
        )
        partners = sum(
            1
            for report, cell in zip(reports, cells, strict=True)
            if any(report.passages[index].role == "measure" for index in cell.passages)
        )
        strength: Literal["strong"] | None = "strong" if theme and partners > 1 else None
        rows.append(Row(kind, theme, strength, cells))
    return rows


def _opening(report: Report, indices: Sequence[int]) -> Sequence[int]:
    """The first-level heading that a band begins with, and what leads in right below it."""
    end = 0
    for index in indices:
        passage = report.passages[index]
        first_level = passage.section is not None and report.sections[passage.section].level == 1
        if not first_level or passage.role not in ("heading", "lead"):
            break
        end += 1
    return indices[:end]


def _by_theme(report: Report, indices: Iterable[int]) -> dict[str | None, list[int]]:
    """The passages of one band by theme, themes in the order of the text."""
    groups: dict[str | None, list[int]] = {}
    waiting: list[int] = []
    theme: str | None = None
    for index in indices:
        passage = report.passages[index]
        if passage.role in ("heading", "lead"):
            waiting.append(index)
            continue
        theme = passage.themes[0] if passage.themes else None
        groups.setdefault(theme, []).extend((*waiting, index))
        waiting.clear()
    # Nothing follows the last heading or lead: its own theme, else that of what it follows.
    for index in waiting:
        themes = report.passages[index].themes
        theme = themes[0] if themes else theme
        groups.setdefault(theme, []).append(index)
    return groups


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


def _cell(
    report: Report, kind: SectionKind | None, indices: Sequence[int], *, explain: bool
) -> Cell:
    state = None if kind is None else report.section_states[kind]
    if not indices:
        return Cell(state=state if explain else None)
    if kind is None or state != "inside":
        return Cell(tuple(indices))
    origins = {
        _topmost(report.sections, section, kind)
        for index in indices
        if (section := report.passages[index].section) is not None
    }
    return Cell(tuple(indices), "inside", tuple(sorted(origins)))


def _topmost(sections: Sequence[Section], index: int, kind: SectionKind) -> int:
    """The heading that opens the stretch of ``kind`` which the heading ``index`` stands in."""
    level = sections[index].level
    for above in range(index - 1, -1, -1):
        if sections[above].level >= level:
            continue
        if sections[above].kind != kind:
            break
        index, level = above, sections[above].level
    return index
