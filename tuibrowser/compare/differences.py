"""What stands out where reports stand side by side: words the others lack, phrases they share,
stock phrases, and what was reworded since the year before.

Pure and lazy: a row is worked out when it is asked for. Its cells are compared with each other;
where each report keeps its own order there is one row, so reports are compared whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, Literal

from tuibrowser.compare.phrases import (
    SHORTEST_SHARED,
    Elsewhere,
    Index,
    common,
    merged,
    shared_phrases,
    without,
)
from tuibrowser.compare.rewording import Rewording, rewordings
from tuibrowser.compare.wording import STOP, Wording, reword, wording
from tuibrowser.lexicon.stock import stock_phrases
from tuibrowser.model import Alignment, Passage, Role, Span

Aspect = Literal["figures", "lacking", "alone", "shared", "stock", "reworded"]

Columns = tuple[tuple[Span, ...], ...]
"""For each report spans of its text in order, none overlapping, each within one passage."""

_SPEAKING: Final[frozenset[Role]] = frozenset({"heading", "lead", "measure", "other"})
"""Titles, signatures and what belongs to the page differ without meaning anything."""
_REPORTING: Final[frozenset[Role]] = frozenset({"measure", "other"})

_GAP: Final = f"[^{STOP}]{{0,16}}?"


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one report says in a row."""

    wording: Wording
    passages: tuple[Passage, ...]
    parts: tuple[Span, ...]
    """The passages in ``wording``."""

    @property
    def text(self) -> str:
        return STOP.join(self.wording.text[low:high] for low, high in self.parts)


class Differences:
    """What stands out in the reports of an alignment."""

    def __init__(
        self, alignment: Alignment, wordings: MutableMapping[str, Wording] | None = None
    ) -> None:
        """Look at ``alignment``, which may be of any mode.

        Args:
            alignment: Reports side by side.
            wordings: By sha256, filled here: keep it while the reports are open, and no report is
                taken apart twice.
        """
        self.alignment = alignment
        self.in_years = any(row.changes for row in alignment.rows)
        """Whether the reports are years of one township: then each is compared with the one before
        it instead of with all others."""
        self._wordings = {} if wordings is None else wordings
        self._found: dict[tuple[Aspect, int], Columns] = {}
        self._cells_of: dict[int, list[_Cell]] = {}
        self._stock_found: dict[tuple[int, Span], list[Span]] = {}
        self._reworded: dict[int, tuple[tuple[Rewording, ...], ...]] = {}

    def spans(self, aspect: Aspect, row: int) -> Columns:
        """What stands out in one row.

        Args:
            aspect: ``"figures"``: numbers that report work. ``"lacking"``: words that stand nowhere
                in the other cells, neighbours as one span. ``"alone"``: passages beside which all
                other cells are empty (between years: that are new). ``"shared"``: phrases of
                ``SHORTEST_SHARED`` characters or more that another cell has, too, whatever its
                numbers and names. ``"stock"``: phrases that every report has; what is lacking or
                shared leaves them out. ``"reworded"``: see :meth:`rewordings`.
            row: Index into ``alignment.rows``.
        """
        key = aspect, row
        if key not in self._found:
            find: dict[Aspect, Callable[[int], Iterator[Iterator[Span]]]] = {
                "figures": self._figures,
                "lacking": self._lacking,
                "alone": self._alone,
                "shared": self._shared,
                "stock": self._stock,
            }
            if aspect == "reworded":
                columns: Columns = tuple(
                    tuple((it.start, it.end) for it in column) for column in self.rewordings(row)
                )
            else:
                columns = tuple(map(tuple, find[aspect](row)))
            self._found[key] = columns
        return self._found[key]

    def of_report(self, aspect: Aspect, report: int) -> list[Span]:
        """The spans of one report in all rows, in text order."""
        rows = range(len(self.alignment.rows))
        return sorted(span for row in rows for span in self.spans(aspect, row)[report])

    def rewordings(self, row: int) -> tuple[tuple[Rewording, ...], ...]:
        """Between years, for each report what it words otherwise than the year before, with the old
        words; nothing where the measure is new or the same."""
        if row not in self._reworded:
            self._reworded[row] = tuple(
                tuple(self._reword(row, number)) for number in range(len(self.alignment.reports))
            )
        return self._reworded[row]

    def before(self, report: int, span: Span) -> str | None:
        """What stood the year before where ``span``, one of ``"reworded"``, stands in a report;
        ``None`` for any other span."""
        for row in range(len(self.alignment.rows)):
            for it in self.rewordings(row)[report]:
                if (it.start, it.end) == span:
                    return it.before
        return None

    def _reword(self, row: int, number: int) -> Iterator[Rewording]:
        changes = self.alignment.rows[row].changes
        if changes and changes[number] in ("reworded", "numbers_only"):
            cells = self._cells(row)
            old, new = cells[number - 1], cells[number]
            reports = self.alignment.reports
            yield from rewordings(
                (reports[number - 1], old.wording, old.parts),
                (reports[number], new.wording, new.parts),
            )

    def _figures(self, row: int) -> Iterator[Iterator[Span]]:
        for number, (report, cell) in enumerate(
            zip(self.alignment.reports, self.alignment.rows[row].cells, strict=True)
        ):
            starts = self._figure_starts[number]
            passages = [report.passages[index] for index in cell.passages]
            yield (
                (figure.start, figure.end)
                for passage in passages
                for figure in report.figures[
                    bisect_left(starts, passage.start) : bisect_left(starts, passage.end)
                ]
            )

    @cached_property
    def _figure_starts(self) -> list[list[int]]:
        return [[figure.start for figure in report.figures] for report in self.alignment.reports]

    def _lacking(self, row: int) -> Iterator[Iterator[Span]]:
        cells = [] if self.in_years else self._cells(row)
        for number in range(len(self.alignment.reports)):
            others = [it for it in (*cells[:number], *cells[number + 1 :]) if it.parts]
            yield self._own_words(number, cells[number], others) if others else iter(())

    def _own_words(self, number: int, cell: _Cell, others: Sequence[_Cell]) -> Iterator[Span]:
        elsewhere = Elsewhere(other.text for other in others)
        for part, stock in self._with_stock(number, cell):
            for free in without(part, stock):
                for phrase in elsewhere.own_phrases(cell.wording, free):
                    yield cell.wording.source(*phrase)

    def _alone(self, row: int) -> Iterator[Iterator[Span]]:
        reports, it = self.alignment.reports, self.alignment.rows[row]
        for number, cell in enumerate(it.cells):
            if self.in_years:
                alone = bool(it.changes) and it.changes[number] == "new"
            else:
                others = (*it.cells[:number], *it.cells[number + 1 :])
                alone = bool(others) and not any(other.passages for other in others)
            passages = [reports[number].passages[index] for index in cell.passages if alone]
            yield ((it.start, it.end) for it in passages if it.role in _REPORTING)

    def _shared(self, row: int) -> Iterator[Iterator[Span]]:
        cells = self._cells(row)
        indexes = [Index(cell.wording, cell.parts) for cell in cells]
        for number, cell in enumerate(cells):
            others = indexes[:number] + indexes[number + 1 :]
            yield (
                cell.wording.source(*piece)
                for part, stock in self._with_stock(number, cell)
                for phrase in shared_phrases(cell.wording, part, others)
                for piece in without(phrase, stock)
                if piece[1] - piece[0] >= SHORTEST_SHARED
            )

    def _stock(self, row: int) -> Iterator[Iterator[Span]]:
        for number, cell in enumerate(self._cells(row)):
            yield (
                cell.wording.source(*phrase)
                for _, stock in self._with_stock(number, cell)
                for phrase in stock
            )

    def _with_stock(self, number: int, cell: _Cell) -> Iterator[tuple[Span, list[Span]]]:
        """Each passage of a cell with the stock phrases in it, as stretches of the wording."""
        for passage, part in zip(cell.passages, cell.parts, strict=True):
            stock = self._stock_found.get((number, part))
            if stock is None:
                text = cell.wording.text
                found = [match.span() for match in _stock_pattern().finditer(text, *part)]
                if passage.role == "lead":
                    found += self._openings(number, part)
                stock = self._stock_found[number, part] = merged(found)
            yield part, stock

    def _openings(self, number: int, part: Span) -> list[Span]:
        """What a passage that opens a report or section has in common with such ones of all others:
        stock of this county or this year."""
        found: list[Span] = []
        for turn, leads in enumerate((*self._leads[:number], *self._leads[number + 1 :])):
            phrases = list(shared_phrases(self._wording(number), part, [leads]))
            found = list(common(found, phrases)) if turn else phrases
        return [it for it in found if it[1] - it[0] >= SHORTEST_SHARED]

    @cached_property
    def _leads(self) -> list[Index]:
        return [
            Index(
                self._wording(number),
                [self._wording(number).part(it) for it in report.passages if it.role == "lead"],
            )
            for number, report in enumerate(self.alignment.reports)
        ]

    def _cells(self, row: int) -> list[_Cell]:
        if row not in self._cells_of:
            self._cells_of[row] = [
                self._cell(number, cell.passages)
                for number, cell in enumerate(self.alignment.rows[row].cells)
            ]
        return self._cells_of[row]

    def _cell(self, number: int, indices: Sequence[int]) -> _Cell:
        all_passages = (self.alignment.reports[number].passages[index] for index in indices)
        passages = tuple(it for it in all_passages if it.role in _SPEAKING)
        words = self._wording(number)
        return _Cell(words, passages, tuple(map(words.part, passages)))

    def _wording(self, number: int) -> Wording:
        report = self.alignment.reports[number]
        if report.sha256 not in self._wordings:
            self._wordings[report.sha256] = wording(report)
        return self._wordings[report.sha256]


@cache
def _stock_pattern() -> re.Pattern[str]:
    """Any stock phrase, the longest that fits, in a wording."""
    phrases = [[reword(piece) for piece in phrase.split("…")] for phrase in stock_phrases()]
    patterns = [_GAP.join(map(re.escape, pieces)) for pieces in phrases if any(pieces)]
    return re.compile("|".join(sorted(patterns, key=len, reverse=True)))
