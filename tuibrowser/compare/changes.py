"""What became of each measure of one township from year to year.

What is the same but for its figures goes first, then what is surely the same in other words, then
what is likely to be, the more so the more of the year goes on: see ``compare.succession``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, pairwise
from operator import attrgetter, itemgetter
from typing import Final

from tuibrowser.compare.assignment import assign
from tuibrowser.compare.candidates import Candidates
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.figures import changed_numbers
from tuibrowser.compare.rows import Match, measure_rows
from tuibrowser.compare.succession import (
    MOSTLY,
    SURELY,
    Wording,
    is_part,
    likeness,
    wordings,
)
from tuibrowser.model.alignment import Alignment, Cell, Earlier, Row
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import Change, Strength
from tuibrowser.model.units import places_agree
from tuibrowser.text.likeness import SAME, is_too_long, ratio

_CLEARLY: Final = 0.55
"""Likeness from which nobody doubts that one measure goes on from the other."""
_MOST_OF: Final = 0.6
"""Share of a year that goes on, from which the rest may be taken to go on at the lowest limit."""
_STOPS: Final = str.maketrans("", "", ",。;:、")


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
    if len(issuers) > 1:
        raise NotYears(f"各年相比只能用同一单位的报告，这里有{'、'.join(issuers)}，请只留一个")
    if not all(places_agree(one.place, other.place) for one, other in combinations(reports, 2)):
        raise NotYears(f"这些报告出自不同地方的{issuers[0]}，请只留一处的")
    ordered = sorted(reports, key=lambda report: report.year or 0)
    for one, other in pairwise(ordered):
        if one.year == other.year:
            raise NotYears(f"{one.issuer}{one.year}年有两份报告，每年只能比一份，请去掉一份")
    return ordered


def align_years(reports: Sequence[Report], effort: Effort | None = None) -> Alignment:
    """Put the years of one township side by side, each measure beside what it was.

    Args:
        reports: Oldest first.
        effort: Counts the work, and notes where it was bounded.

    Returns:
        An alignment by measure whose rows have ``changes``. A measure that was left out for a year
        returns to its row and is new there. ``strength`` is ``"possible"`` where some year's text
        has little in common with the one before.
    """
    effort = Effort() if effort is None else effort
    chains: list[_Chain] = []
    for number, report in enumerate(reports):
        _continue(chains, number, wordings(report), effort)
    chains = _with_parts(chains, len(reports), effort)
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


class _Chain:
    """One measure through the years."""

    def __init__(self, number: int, wording: Wording, perhaps: Wording | None = None) -> None:
        self.perhaps = perhaps
        """Of the year before the first: what nothing goes on from, and this may."""
        self.years = {number: wording}
        self.last = number
        self.parts: list[tuple[int, Wording]] = []
        """With their years, other measures that this one holds the year after, or held before."""
        self._became: dict[int, Change] = {number: "new"} if number else {}
        self._weakest = 1.0

    @property
    def strength(self) -> Strength | None:
        """How sure it is that all of them are one measure; ``None`` of a single one."""
        if len(self.years) == 1:
            return None
        if self._weakest >= _CLEARLY:
            return "strong"
        return "likely" if self._weakest >= SURELY else "possible"

    def take(self, number: int, wording: Wording, score: float, effort: Effort) -> None:
        """Go on with ``wording`` in year ``number``, which is like the last one by ``score``."""
        returns = self.last < number - 1
        self._became[number] = "new" if returns else _change(self.years[self.last], wording, effort)
        self.years[number] = wording
        self.last = number
        self._weakest = min(self._weakest, score)

    def in_year(self, number: int) -> Iterator[Wording]:
        """What it is in year ``number``, and its parts there."""
        if number in self.years:
            yield self.years[number]
        yield from (part for year, part in self.parts if year == number)

    def hold(self, other: _Chain, number: int) -> None:
        """Take in ``other``, which is a part of this one from year ``number`` on or until then."""
        self.parts += (*other.years.items(), *other.parts)
        self._became[number] = self._change_of_all(number)

    def _change_of_all(self, number: int) -> Change:
        """What became of the measure and its parts in year ``number``, each year's read as one.

        Where sentences were only put together or parted nothing was reworded.
        """
        old, new = (
            sorted(self.in_year(year), key=attrgetter("index")) for year in (number - 1, number)
        )
        if ratio(*(_bare("".join(it.text for it in year)) for year in (old, new))) < SAME:
            return "reworded"
        numbers = [[number for it in year for number in it.numbers] for year in (old, new)]
        return "kept" if numbers[0] == numbers[1] else "numbers_only"

    def changes(self, count: int) -> Iterator[Change | None]:
        """For each of ``count`` years what became of the measure since the one before it."""
        for number in range(count):
            if number in self.years:
                yield self._became.get(number)
            else:
                yield "dropped" if number - 1 in self.years else None


def _continue(
    chains: list[_Chain], number: int, wordings: Sequence[Wording], effort: Effort
) -> None:
    """Find for each measure of year ``number`` what it was the year before, else earlier."""
    free = dict.fromkeys(range(len(wordings)))
    perhaps: dict[int, tuple[float, Wording]] = {}
    for before in range(number - 1, -1, -1):
        waiting = [chain for chain in chains if chain.last == before]
        most = min(len(waiting), len(wordings))
        # What is the same to the letter goes before what is only alike.
        for has_figures in (True, False):
            waiting = _take_equal(waiting, number, wordings, free, effort, has_figures=has_figures)
        olds = [chain.years[before] for chain in waiting]
        scores = likeness(olds, wordings, free, effort)
        for least in (SURELY, None):
            found = sum(chain.last == number and before in chain.years for chain in chains)
            limit = _limit(found, most) if least is None else least
            weights = [
                {
                    index: score
                    for index, score in row.items()
                    if score >= limit and index in free and chain.last == before
                }
                for chain, row in zip(waiting, scores, strict=True)
            ]
            for chain, row, index in zip(waiting, weights, assign(weights, effort), strict=True):
                if index is not None:
                    chain.take(number, wordings[index], row[index], effort)
                    del free[index]
        if before == number - 1:
            for chain, row in zip(waiting, scores, strict=True):
                for index, score in row.items():
                    if index in free and chain.last == before:
                        old = chain.years[before]
                        perhaps[index] = max(
                            perhaps.get(index, (0.0, old)), (score, old), key=itemgetter(0)
                        )
    chains += [
        _Chain(number, wordings[index], perhaps[index][1] if index in perhaps else None)
        for index in free
    ]


def _limit(found: int, most: int) -> float:
    """From which likeness on the rest of a year goes on, where ``found`` of ``most`` do.

    Where a year is written anew, what is left over of it has as much in common by chance.
    """
    share = min(1.0, found / (_MOST_OF * most)) if most else 0.0
    return SURELY - share * (SURELY - MOSTLY)


def _with_parts(chains: Sequence[_Chain], count: int, effort: Effort) -> list[_Chain]:
    """``chains`` less those that another one holds, the year after they end or before they begin:
    two measures became one, or one became two."""
    held: set[_Chain] = set()
    for number in range(1, count):
        for here, there in ((number - 1, number), (number, number - 1)):
            wholes = [it for it in chains if here in it.years and there in it.years]
            parts = [it for it in chains if here in it.years and there not in it.years]
            terms = {at: it.years[there].terms for at, it in enumerate(wholes)}
            candidates = Candidates(terms, len(parts), effort)
            for at, part in enumerate(parts):
                wording = part.years[here]
                products = candidates.products(wording.terms, at / len(parts))
                for which in sorted(products, key=lambda it: (-products[it], it)):
                    whole = wholes[which]
                    if (
                        not {whole, part} & held
                        and part.years.keys() <= whole.years.keys()
                        and is_part(wording, whole.years[there], whole.years[here])
                    ):
                        whole.hold(part, number)
                        held.add(part)
                        break
    return [chain for chain in chains if chain not in held]


def _perhaps(reports: Sequence[Report], chain: _Chain) -> tuple[Earlier | None, ...]:
    """For each year what the chain may go on from; nothing where no year has any."""
    if chain.perhaps is None:
        return ()
    first = min(chain.years)
    before = reports[first - 1]
    measure = before.measures[chain.perhaps.index]
    earlier = Earlier(before.slice(measure), measure.start, measure.end)
    return tuple(earlier if number == first else None for number in range(len(reports)))


def _take_equal(
    chains: Sequence[_Chain],
    number: int,
    wordings: Sequence[Wording],
    free: dict[int, None],
    effort: Effort,
    *,
    has_figures: bool,
) -> list[_Chain]:
    """Let chains go on with a measure of the same masked text; returns those that found none.

    Args:
        chains: Those that wait.
        number: Of the year.
        wordings: Its measures.
        free: Which of them nobody has.
        effort: Counts the work.
        has_figures: Whether the figures must be the same, too.
    """

    def key(it: Wording) -> Hashable:
        return it.said_as, it.text, it.numbers if has_figures else None

    equal: dict[Hashable, deque[int]] = {}
    for index in free:
        equal.setdefault(key(wordings[index]), deque()).append(index)
    left = []
    for chain in chains:
        if indices := equal.get(key(chain.years[chain.last])):
            index = indices.popleft()
            chain.take(number, wordings[index], 1.0, effort)
            del free[index]
        else:
            left.append(chain)
    return left


def _change(old: Wording, new: Wording, effort: Effort) -> Change:
    if old.text != new.text:
        if is_too_long(old.text, new.text):
            effort.meet("long")
        if ratio(_bare(old.text), _bare(new.text)) < SAME:
            return "reworded"
    return "kept" if old.numbers == new.numbers else "numbers_only"


def _bare(text: str) -> str:
    """``text`` without the stops, which say nothing: of a short sentence they are a tenth."""
    return text.translate(_STOPS)


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
