"""What stands out where reports stand side by side: words the others lack, phrases they share,
stock phrases, and what was reworded since the year before.

Pure and lazy, a function of one passage: a screen asks for those it shows. A row's cells are
compared with each other; where each report keeps its own order there is one row, so reports are
compared whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from functools import cache, cached_property
from operator import attrgetter
from typing import Final, Literal

from tuibrowser.compare.phrases import (
    SHORTEST_SHARED,
    Elsewhere,
    Said,
    common,
    shared_phrases,
    without,
)
from tuibrowser.compare.rewording import Rewording, rewordings
from tuibrowser.compare.wording import STOP, Wording, reword, wording
from tuibrowser.lexicon.stock import stock_phrases
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Passage
from tuibrowser.model.terms import Role, Span
from tuibrowser.text.spans import merge

Aspect = Literal["figures", "lacking", "alone", "shared", "stock", "reworded"]
"""What may stand out.

``figures``: numbers that report work. ``lacking``: words that stand nowhere in the other cells of
the row, neighbours as one. ``alone``: a passage beside which all other cells are empty, or that is
new this year. ``shared``: phrases of ``SHORTEST_SHARED`` characters or more that another cell has,
too, whatever its numbers and the names of its place. ``stock``: phrases that every report has;
nothing that is lacking or shared runs into them. ``reworded``: what the year before said otherwise.
"""

_SPEAKING: Final[frozenset[Role]] = frozenset({"heading", "lead", "measure", "other"})
"""Titles, signatures and what belongs to the page differ without meaning anything."""
_REPORTING: Final[frozenset[Role]] = frozenset({"measure", "other"})

_GAP: Final = f"[^{STOP}]{{0,16}}?"


class Differences:
    """What stands out in the reports of an alignment, as offsets into each report's text."""

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
        self._stock: dict[tuple[int, int], tuple[Span, ...]] = {}
        # Of cells, as report and row:
        self._elsewhere: dict[tuple[int, int], Elsewhere | None] = {}
        self._said: dict[tuple[int, int], Said] = {}
        self._reworded: dict[tuple[int, int], tuple[Rewording, ...]] = {}

    def take_apart(self, report: int) -> None:
        """Take a report apart (100,000 characters: 13 ms), so that the first passage of it that is
        compared does not wait for that."""
        self._wording(report)

    def of_passage(self, aspect: Aspect, report: int, passage: int) -> tuple[Span, ...]:
        """What stands out in one passage: spans in order, not overlapping.

        Args:
            aspect: Which kind of it.
            report: Index into ``alignment.reports``.
            passage: Index into its ``passages``.
        """
        return tuple(_FINDERS[aspect](self, report, passage))

    def rewordings(self, report: int, passage: int) -> tuple[Rewording, ...]:
        """Between years, what the cell with this passage words otherwise than the year before, with
        the old words; nothing where a measure is new or the same."""
        key = report, self._row_of[report][passage]
        if key not in self._reworded:
            self._reworded[key] = tuple(self._reword(*key))
        return self._reworded[key]

    def _reword(self, report: int, row: int) -> Iterator[Rewording]:
        changes = self.alignment.rows[row].changes
        if changes and changes[report] in ("reworded", "numbers_only"):
            old, new = (
                (self.alignment.reports[it], self._wording(it), self._parts(it, row))
                for it in (report - 1, report)
            )
            yield from rewordings(old, new)

    def _find_reworded(self, report: int, passage: int) -> Iterator[Span]:
        it, changes = self._passage(report, passage), self.rewordings(report, passage)
        first, last = (bisect_left(changes, at, key=_start) for at in (it.start, it.end))
        for change in changes[first:last]:
            yield change.start, change.end

    def _find_figures(self, report: int, passage: int) -> Iterator[Span]:
        it, figures = self._passage(report, passage), self.alignment.reports[report].numbers
        first, last = (bisect_left(figures, at, key=_start) for at in (it.start, it.end))
        for figure in figures[first:last]:
            yield figure.start, figure.end

    def _find_alone(self, report: int, passage: int) -> Iterator[Span]:
        it = self._passage(report, passage)
        row = self.alignment.rows[self._row_of[report][passage]]
        if self.in_years:
            alone = bool(row.changes) and row.changes[report] == "new"
        else:
            others = (*row.cells[:report], *row.cells[report + 1 :])
            alone = bool(others) and not any(other.passages for other in others)
        if alone and it.role in _REPORTING:
            yield it.start, it.end

    def _find_stock(self, report: int, passage: int) -> Iterator[Span]:
        for phrase in self._stock_in(report, passage):
            yield self._wording(report).source(*phrase)

    def _find_lacking(self, report: int, passage: int) -> Iterator[Span]:
        elsewhere = None if self.in_years else self._others(report, self._row_of[report][passage])
        it = self._passage(report, passage)
        if elsewhere is None or it.role not in _SPEAKING:
            return
        words = self._wording(report)
        for free in without(words.part(it), self._stock_in(report, passage)):
            for phrase in elsewhere.own_phrases(words, free):
                yield words.source(*phrase)

    def _find_shared(self, report: int, passage: int) -> Iterator[Span]:
        it, row = self._passage(report, passage), self._row_of[report][passage]
        if it.role not in _SPEAKING:
            return
        words, stock = self._wording(report), self._stock_in(report, passage)
        others = [self._said_in(other, row) for other in self._all_but(report)]
        for phrase in shared_phrases(words, words.part(it), others):
            for start, end in without(phrase, stock):
                if end - start >= SHORTEST_SHARED:
                    yield words.source(start, end)

    def _stock_in(self, report: int, passage: int) -> tuple[Span, ...]:
        """The stock phrases of a passage, as stretches of the wording."""
        key = report, passage
        if key not in self._stock:
            it, words = self._passage(report, passage), self._wording(report)
            part = words.part(it) if it.role in _SPEAKING else (0, 0)
            found = [match.span() for match in _stock_pattern().finditer(words.text, *part)]
            if it.role == "lead":
                found += self._openings(report, part)
            self._stock[key] = merge(found, touching=True)
        return self._stock[key]

    def _openings(self, report: int, part: Span) -> list[Span]:
        """What a passage that opens a report or section has in common with such ones of all others:
        stock of this county or this year."""
        found: list[Span] = []
        for turn, other in enumerate(self._all_but(report)):
            phrases = list(shared_phrases(self._wording(report), part, [self._leads[other]]))
            found = list(common(found, phrases)) if turn else phrases
        return [it for it in found if it[1] - it[0] >= SHORTEST_SHARED]

    @cached_property
    def _leads(self) -> list[Said]:
        found = []
        for number, report in enumerate(self.alignment.reports):
            words = self._wording(number)
            leads = [words.part(it) for it in report.passages if it.role == "lead"]
            found.append(Said(words, leads))
        return found

    def _others(self, report: int, row: int) -> Elsewhere | None:
        """What the other cells of a row say; ``None`` where they say nothing."""
        key = report, row
        if key not in self._elsewhere:
            others = [self._said_in(other, row) for other in self._all_but(report)]
            spoken = [other for other in others if other.text.strip(STOP)]
            self._elsewhere[key] = Elsewhere(spoken) if spoken else None
        return self._elsewhere[key]

    def _said_in(self, report: int, row: int) -> Said:
        key = report, row
        if key not in self._said:
            self._said[key] = Said(self._wording(report), self._parts(report, row))
        return self._said[key]

    def _parts(self, report: int, row: int) -> Sequence[Span]:
        """The passages of a cell that can say the same as others, as stretches of the wording."""
        passages = self.alignment.reports[report].passages
        indices = self.alignment.rows[row].cells[report].passages
        words = self._wording(report)
        return [words.part(passages[it]) for it in indices if passages[it].role in _SPEAKING]

    def _wording(self, report: int) -> Wording:
        it = self.alignment.reports[report]
        if it.sha256 not in self._wordings:
            self._wordings[it.sha256] = wording(it)
        return self._wordings[it.sha256]

    def _passage(self, report: int, passage: int) -> Passage:
        return self.alignment.reports[report].passages[passage]

    def _all_but(self, report: int) -> Iterator[int]:
        return (it for it in range(len(self.alignment.reports)) if it != report)

    @cached_property
    def _row_of(self) -> list[list[int]]:
        """For each report the row that each of its passages stands in."""
        found = [[0] * len(it.passages) for it in self.alignment.reports]
        for number, row in enumerate(self.alignment.rows):
            for rows, cell in zip(found, row.cells, strict=True):
                for passage in cell.passages:
                    rows[passage] = number
        return found


_start: Final = attrgetter("start")

_FINDERS: Final[dict[Aspect, Callable[[Differences, int, int], Iterable[Span]]]] = {
    "figures": Differences._find_figures,
    "lacking": Differences._find_lacking,
    "alone": Differences._find_alone,
    "shared": Differences._find_shared,
    "stock": Differences._find_stock,
    "reworded": Differences._find_reworded,
}


@cache
def _stock_pattern() -> re.Pattern[str]:
    """Any stock phrase, the longest that fits, in a wording."""
    phrases = [[reword(piece) for piece in phrase.split("…")] for phrase in stock_phrases()]
    patterns = [_GAP.join(map(re.escape, pieces)) for pieces in phrases if any(pieces)]
    return re.compile("|".join(sorted(patterns, key=len, reverse=True)))
