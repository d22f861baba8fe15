"""The parts of a comparison that every way of aligning has: five items, and what frames them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import Final

from tuibrowser.model.alignment import Cell, Row
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import SECTION_KINDS, SectionKind


class Apart(Enum):
    """What belongs to none of the five items."""

    OPENING = auto()
    UNKINDED = auto()
    CLOSING = auto()


Band = SectionKind | Apart
"""What one row, or one run of rows, of the comparison is about."""

BANDS: Final[tuple[Band, ...]] = (Apart.OPENING, *SECTION_KINDS, Apart.UNKINDED, Apart.CLOSING)

Column = dict[Band, list[int]]
"""One report's passages by band, as indices into ``Report.passages`` in text order."""


_DONE: Final[frozenset[SectionKind | None]] = frozenset(
    {"measures_results", "leader_duty", "other", None}
)


def said_as(kind: SectionKind | None) -> SectionKind | None:
    """In which sense a section of ``kind`` reports: ``None`` for what was done, by whomever."""
    return None if kind in _DONE else kind


def kind_of(band: Band) -> SectionKind | None:
    """The item that ``band`` is, if it is one."""
    return None if isinstance(band, Apart) else band


def band_of(passage: Passage) -> Band:
    """Where ``passage`` stands."""
    if passage.role in ("signature", "furniture"):
        return Apart.CLOSING
    if passage.kind is not None:
        return passage.kind
    return Apart.OPENING if passage.section is None else Apart.UNKINDED


def sort_into_bands(report: Report) -> Column:
    """The passages of ``report`` by band."""
    column: Column = {}
    for index, passage in enumerate(report.passages):
        column.setdefault(band_of(passage), []).append(index)
    return column


def is_row(report: Report, index: int) -> bool:
    """Whether a passage is a table's row, which goes with what stands above it."""
    return report.passages[index].role == "other"


def whole_row(band: Band, reports: Sequence[Report], columns: Sequence[Column]) -> Row:
    """All of ``band`` in one row."""
    kind = kind_of(band)
    cells = tuple(
        make_cell(report, kind, column.get(band, ()), explain=True)
        for report, column in zip(reports, columns, strict=True)
    )
    partners = sum(1 for cell in cells if cell.passages)
    return Row(kind, None, "strong" if kind is not None and partners > 1 else None, cells)


def opening(report: Report, indices: Sequence[int]) -> Sequence[int]:
    """The first-level heading that a band begins with, and what leads in right below it."""
    end = 0
    for index in indices:
        passage = report.passages[index]
        first_level = passage.section is not None and report.sections[passage.section].level == 1
        if not first_level or passage.role not in ("heading", "lead"):
            break
        end += 1
    return indices[:end]


def make_cell(
    report: Report, kind: SectionKind | None, indices: Sequence[int], *, explain: bool
) -> Cell:
    """The cell that ``indices`` fill in a row of ``kind``.

    Text of another kind than the row's was fetched: ``elsewhere`` names the headings it came from.
    So does it, with the state ``inside``, where the report has no section of that kind of its own.

    Args:
        report: Whose cell it is.
        kind: Of the row.
        indices: Into ``report.passages``, rising.
        explain: Give the state of the item where nothing fills the cell.
    """
    state = None if kind is None else report.section_states[kind]
    if not indices:
        return Cell(state=state if explain else None)
    if kind is None:
        return Cell(tuple(indices))
    inside = state == "inside"
    fetched = [index for index in indices if inside or report.passages[index].kind != kind]
    return Cell(tuple(indices), "inside" if inside else None, origins(report, fetched))


def origins(report: Report, indices: Iterable[int]) -> tuple[int, ...]:
    """The headings that open the stretches of one kind which passages ``indices`` stand in."""
    found = {
        _topmost(report, passage.section, passage.kind)
        for passage in (report.passages[index] for index in indices)
        if passage.section is not None
    }
    return tuple(sorted(found))


def _topmost(report: Report, index: int, kind: SectionKind | None) -> int:
    """The heading that opens the stretch of ``kind`` which the heading ``index`` stands in."""
    for above in report.chain(report.parents[index]):
        if report.sections[above].kind != kind:
            break
        index = above
    return index
