"""Rows of matched measures: where they stand, and what is drawn with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tuibrowser.compare.bands import (
    BANDS,
    Apart,
    Band,
    Column,
    is_row,
    kind_of,
    make_cell,
    opening,
    sort_into_bands,
)
from tuibrowser.model.alignment import Also, Cell, Earlier, Row
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Change, Strength


@dataclass(eq=False)
class Match:
    """Measures of several reports that belong in one row."""

    members: list[list[int]]
    """For each report indices into its ``passages``, rising."""
    strength: Strength | None = None
    also: tuple[Also, ...] = ()
    changes: tuple[Change | None, ...] = ()
    perhaps: tuple[Earlier | None, ...] = ()
    same: Mapping[tuple[int, int], Strength] = field(default_factory=dict)
    """Report and passage of measures that stand beside the partner of another one of theirs."""
    attached: list[list[int]] = field(default_factory=list)
    """For each report the headings, leads and the like that are drawn with its measures."""

    @cached_property
    def head(self) -> int:
        """The first report with a measure here; the row stands where that measure stands."""
        return next(number for number, indices in enumerate(self.members) if indices)


def measure_rows(reports: Sequence[Report], matches: Sequence[Match]) -> list[Row]:
    """All rows of a comparison by measure.

    The parts of the report come in the order they have in every comparison. A row stands in the
    part of the measure that heads it: those of the first report in its order, one that a later
    report adds after its predecessor there. Headings and leads are drawn with the next measure of
    their report, what opens a part in a row before its measures.

    Args:
        reports: What is compared.
        matches: Every measure of every report in one of them.
    """
    return list(_Sheet(reports, matches).rows())


class _Sheet:
    def __init__(self, reports: Sequence[Report], matches: Sequence[Match]) -> None:
        self._reports = reports
        self._columns: list[Column] = [sort_into_bands(report) for report in reports]
        self._holding = [
            {index: match for match in matches for index in match.members[number]}
            for number in range(len(reports))
        ]
        for match in matches:
            match.attached = [[] for _ in reports]

    def rows(self) -> Iterator[Row]:
        """The rows from top to bottom."""
        above = {
            band: [self._attach(number, band) for number in range(len(self._reports))]
            for band in BANDS
        }
        ordered = self._ordered()
        for band in BANDS:
            explain = True
            if any(above[band]) or (kind_of(band) and not ordered[band]):
                yield Row(kind_of(band), None, None, self._cells(band, above[band], explain))
                explain = False
            for match in ordered[band]:
                themes = self._reports[match.head].passages[match.members[match.head][0]].themes
                filled = [
                    sorted((*measures, *attached))
                    for measures, attached in zip(match.members, match.attached, strict=True)
                ]
                cells = self._cells(band, filled, explain)
                yield Row(
                    kind_of(band),
                    themes[0] if themes else None,
                    match.strength,
                    _marked(cells, match.same) if match.same else cells,
                    match.also,
                    match.changes,
                    perhaps=match.perhaps,
                )
                explain = False

    def _cells(
        self, band: Band, filled: Sequence[Sequence[int]], explain: bool
    ) -> tuple[Cell, ...]:
        return tuple(
            make_cell(report, kind_of(band), indices, explain=explain and band not in column)
            for report, column, indices in zip(self._reports, self._columns, filled, strict=True)
        )

    def _attach(self, number: int, band: Band) -> Sequence[int]:
        """Give matches what is drawn with their measures; returns what opens the band instead."""
        indices = self._columns[number].get(band, ())
        holding = self._holding[number]
        if not any(index in holding for index in indices):
            return indices
        if band in (Apart.OPENING, Apart.CLOSING):
            return [index for index in indices if index not in holding]
        opened = opening(self._reports[number], indices)
        waiting: list[int] = []
        match: Match | None = None
        for index in indices[len(opened) :]:
            if index in holding:
                match = holding[index]
                match.attached[number] += waiting
                waiting.clear()
            elif match is not None and not waiting and is_row(self._reports[number], index):
                match.attached[number].append(index)
            else:
                waiting.append(index)
        if match is not None:
            match.attached[number] += waiting
        return opened

    def _ordered(self) -> dict[Band, list[Match]]:
        """The matches of each band from top to bottom."""
        runs: dict[Band, _Run] = {band: {None: None} for band in BANDS}
        for number, column in enumerate(self._columns):
            for band, run in runs.items():
                # What earlier reports add at the same place stays before it.
                added = _ends_of_added(run, number)
                before: Match | None = None
                for index in column.get(band, ()):
                    match = self._holding[number].get(index)
                    if match is None:
                        continue
                    if match.head == number and match.members[number][0] == index:
                        place = before if before in run else None
                        place = added.get(place, place)
                        run[match], run[place] = run[place], match
                    before = match
        return {band: list(_in_order(run)) for band, run in runs.items()}


def _marked(cells: Sequence[Cell], same: Mapping[tuple[int, int], Strength]) -> tuple[Cell, ...]:
    """``cells`` that say which of their measures are attached."""
    return tuple(
        cell._replace(
            attached=tuple(
                (index, same[number, index]) for index in cell.passages if (number, index) in same
            )
        )
        for number, cell in enumerate(cells)
    )


_Run = dict[Match | None, Match | None]
"""For each match of a band the one below it; ``None`` stands for the top, and for the bottom."""


def _in_order(run: _Run) -> Iterator[Match]:
    match = run[None]
    while match is not None:
        yield match
        match = run[match]


def _ends_of_added(run: _Run, number: int) -> _Run:
    """For the top and for each match the last of those right below it that reports between the
    first and ``number`` added; itself where there is none."""
    ends: _Run = {}
    above: list[Match | None] = [None]
    for match in _in_order(run):
        if not 0 < match.head < number:
            ends |= dict.fromkeys(above, above[-1])
            above.clear()
        above.append(match)
    return ends | dict.fromkeys(above, above[-1])
