"""What became of each measure of one township from year to year.

The rules and limits are those of a prototype that was measured on 100 crafted pairs of years with
18 paraphrases by hand: it told every kept, reworded and dropped measure, and 163 of 173 of which
only figures had changed; the others had Chinese numerals, which are masked here, too.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import combinations, pairwise
from operator import itemgetter
from typing import Final

from tuibrowser.compare.assignment import assign
from tuibrowser.compare.bands import said_as
from tuibrowser.compare.candidates import MOST, Candidates
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.figures import changed_numbers
from tuibrowser.compare.masks import Mask
from tuibrowser.compare.rows import Match, measure_rows
from tuibrowser.model.alignment import Alignment, Cell, Row
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import Change, SectionKind, Strength
from tuibrowser.model.units import places_agree
from tuibrowser.text.likeness import (
    CLEARLY,
    LIKE,
    SAME,
    containment,
    is_too_long,
    overlap,
    pairs,
    ratio,
)
from tuibrowser.text.masks import NUMBER
from tuibrowser.text.numerals import NUMERAL

_FEWEST_SHARED: Final = 0.2
"""Share of the shorter text's pairs of characters below which the slow ratio need not be asked."""

_COUNTED: Final = re.compile(
    rf"[{NUMERAL}]+(?=[余多几]?(?:[次场期件份条起例宗人名户项个处部元家张册卷篇批堂轮天]))"
)
"""A Chinese numeral that counts something, whether or not the parser takes it for a figure."""


_HEADING_CLAUSE: Final = re.compile(r"^[\u4e00-\u9fff]{4,16}。(?=.{4})")
"""What opens a measure in one year and is a heading in the next, or nowhere (强化研究部署。)."""


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
        _continue(chains, number, _wordings(report), effort)
    passages = [
        [index for index, it in enumerate(report.passages) if it.role == "measure"]
        for report in reports
    ]
    matches = []
    for chain in chains:
        members = [
            [passages[number][chain.years[number].index]] if number in chain.years else []
            for number in range(len(reports))
        ]
        matches.append(Match(members, chain.strength, changes=tuple(chain.changes(len(reports)))))
    rows = [_with_numbers(reports, row, effort) for row in measure_rows(reports, matches)]
    return Alignment(tuple(reports), tuple(rows), "measure", effort.limits)


@dataclass(frozen=True, slots=True)
class _Wording:
    """A measure of one year, masked."""

    index: int
    """Into ``Report.measures``."""
    said_as: SectionKind | None
    text: str
    numbers: tuple[str, ...]
    pairs: Mapping[str, float]
    """Its pairs of characters, each with 1."""


class _Chain:
    """One measure through the years."""

    def __init__(self, number: int, wording: _Wording) -> None:
        self.years = {number: wording}
        self.last = number
        self._became: dict[int, Change] = {number: "new"} if number else {}
        self._weakest = 1.0

    @property
    def strength(self) -> Strength | None:
        """How sure it is that all of them are one measure; ``None`` of a single one."""
        if len(self.years) == 1:
            return None
        return "strong" if self._weakest >= CLEARLY else "possible"

    def take(self, number: int, wording: _Wording, score: float, effort: Effort) -> None:
        """Go on with ``wording`` in year ``number``, which is like the last one by ``score``."""
        returns = self.last < number - 1
        self._became[number] = "new" if returns else _change(self.years[self.last], wording, effort)
        self.years[number] = wording
        self.last = number
        self._weakest = min(self._weakest, score)

    def changes(self, count: int) -> Iterator[Change | None]:
        """For each of ``count`` years what became of the measure since the one before it."""
        for number in range(count):
            if number in self.years:
                yield self._became.get(number)
            else:
                yield "dropped" if number - 1 in self.years else None


def _continue(
    chains: list[_Chain], number: int, wordings: Sequence[_Wording], effort: Effort
) -> None:
    """Find for each measure of year ``number`` what it was the year before, else earlier."""
    free = dict.fromkeys(range(len(wordings)))
    for before in range(number - 1, -1, -1):
        waiting = [chain for chain in chains if chain.last == before]
        # What is the same to the letter goes before what is only alike.
        for has_figures in (True, False):
            waiting = _take_equal(waiting, number, wordings, free, effort, has_figures=has_figures)
        scores = _likeness([chain.years[before] for chain in waiting], wordings, free, effort)
        for chain, row, index in zip(waiting, scores, assign(scores, effort), strict=True):
            if index is not None:
                chain.take(number, wordings[index], row[index], effort)
                del free[index]
    chains += [_Chain(number, wordings[index]) for index in free]


def _take_equal(
    chains: Sequence[_Chain],
    number: int,
    wordings: Sequence[_Wording],
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

    def key(it: _Wording) -> Hashable:
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


def _wordings(report: Report) -> list[_Wording]:
    mask = Mask(report)
    found = []
    for index, measure in enumerate(report.measures):
        masked = mask.apply(measure)
        numbers = (*masked.numbers, *_COUNTED.findall(masked.text))
        text = _HEADING_CLAUSE.sub("", _COUNTED.sub(NUMBER, masked.text), count=1)
        terms = dict.fromkeys(pairs(text), 1.0)
        found.append(_Wording(index, said_as(measure.kind), text, numbers, terms))
    return found


def _likeness(
    earlier: Sequence[_Wording], later: Sequence[_Wording], free: Iterable[int], effort: Effort
) -> list[dict[int, float]]:
    """For each of ``earlier`` those of ``later`` that it may have become, with a score.

    What was planned is no predecessor of what was done: only the same sense is compared.
    """
    candidates = Candidates({index: later[index].pairs for index in free}, len(earlier), effort)
    found = []
    for at, old in enumerate(earlier):
        shared = candidates.products(old.pairs, at / len(earlier))
        scores = nlargest(MOST, _scores(old, later, shared, effort), key=itemgetter(1))
        if len(scores) == MOST < len(shared):
            effort.meet("many")
        found.append(dict(scores))
    return found


def _scores(
    old: _Wording, later: Sequence[_Wording], shared: Mapping[int, float], effort: Effort
) -> Iterator[tuple[int, float]]:
    for index in sorted(shared):
        new = later[index]
        if old.said_as == new.said_as:
            score = _score(old, new, shared[index], effort)
            if score >= LIKE:
                yield index, score + (old.numbers == new.numbers) / 100


def _score(old: _Wording, new: _Wording, shared: float, effort: Effort) -> float:
    """How much of either text is in the other, 0 to 1: the better of the ratio of the texts and,
    since clauses may have changed places, the overlap of their pairs of characters."""
    sizes = len(old.pairs), len(new.pairs)
    if containment(shared, *sizes) < _FEWEST_SHARED:
        return 0.0
    score = overlap(shared, *sizes)
    if is_too_long(old.text, new.text):
        effort.meet("long")
        return score
    return max(ratio(old.text, new.text), score)


def _change(old: _Wording, new: _Wording, effort: Effort) -> Change:
    if old.text != new.text:
        if is_too_long(old.text, new.text):
            effort.meet("long")
        if ratio(old.text, new.text) < SAME:
            return "reworded"
    return "kept" if old.numbers == new.numbers else "numbers_only"


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
    passages = (report.passages[index] for index in cell.passages)
    return next(passage for passage in passages if passage.role == "measure")
