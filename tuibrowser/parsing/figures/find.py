"""Quantities that report work: value, unit, hedge, what is counted, and over which period.

Dates, document numbers, ordinals, sessions, hotlines, time limits, slogans and plan names are no
figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from tuibrowser.lexicon.units import Units
from tuibrowser.model.terms import Span
from tuibrowser.parsing.figures.amounts import Grammar, grammar_of, is_pair, read_amount
from tuibrowser.parsing.figures.counts import counts, find_apart, text_before
from tuibrowser.parsing.figures.near import MONEY, is_money
from tuibrowser.parsing.figures.periods import Periods
from tuibrowser.parsing.nouns.counted import Clauses
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.text.numerals import NUMERAL, plain_numerals

_QUOTED = re.compile(
    r"[“‘「][^“”‘’「」]{1,14}[”’」]|《[^《》]*》|[〔\[【]\d{2,4}[〕\]】](?:第)?\d*号?"
)
"""Short quotes, titles of documents and document numbers: what stands there is a name."""
_VERB = 2
"""Characters of a verb before a period: 通报2022年以来案件."""
_NUMBER_BEGINS = re.compile(rf"[\d{NUMERAL}半]")
_HEDGE = ("before", "mid", "late", "plus", "over", "trailing", "above")
"""The parts of a hedge, in their order."""
_NUMBER = re.compile(rf"[\d.,]*\d|[{NUMERAL}半]+")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a shadow: ``shadow[start:end]`` runs from hedge to unit."""

    value: float | int
    value_to: float | int | None
    """The upper end where the text gives two: 3 in 两三个."""
    unit: str
    hedge: str | None
    thing: tuple[Span, ...]
    """What is counted, in one part or in two that are read together; none where nothing says."""
    change: tuple[Span, ...]
    """How that changed, where the number tells no more: 同比 and 增长 of 同比增长12%."""
    period: Span | None
    """The scope word that holds for it."""
    start: int
    end: int
    is_share: bool = False
    """Whether it tells how much of something the thing is: 女性占35%."""

    def told(self, written: Callable[[int, int], str]) -> str:
        """What is counted, in words: ``written`` gives those of a span; a share is a 占比."""
        return "".join(written(*it) for it in self.noun) + "占比" * (
            self.is_share and bool(self.noun)
        )

    @property
    def noun(self) -> tuple[Span, ...]:
        """What is counted and how it changed, read together."""
        return *self.thing, *self.change


def find_figures(shadow: str, written: str, units: Units) -> Iterator[Quantity]:
    """The figures in ``shadow``, in order; a number of several rates is a figure of each of them.

    Args:
        shadow: folded text without white space.
        written: the same characters as the source has them, which still tell “ from ”.
        units: the grammar's words.
    """
    shadow = plain_numerals(shadow)
    shut = [match.span() for match in _QUOTED.finditer(written)]
    clauses: Clauses | None = None  # most lines have no figure
    periods = Periods(shadow, units.periods)
    for match in _matches(shadow, grammar_of(units)):
        start, end = match.span()
        if _is_shut(shut, start, end) or not counts(match, shadow, units):
            continue
        clauses = clauses or Clauses(shadow, units.counting)
        for number in _sharing(match, shadow):
            yield from _shared(number, match, shadow, clauses, periods)
        yield from _quantities(match, shadow, units, clauses, periods)


def _matches(shadow: str, grammar: Grammar) -> Iterator[re.Match[str]]:
    at = 0
    while found := _NUMBER_BEGINS.search(shadow, at):
        # A hedge of up to three characters may stand before the number.
        match = None
        for back in (3, 2, 1, 0):
            begin = found.start() - back
            if begin < at or (back and shadow[begin] not in grammar.hedges):
                continue
            match = grammar.arabic.match(shadow, begin) or grammar.chinese.match(shadow, begin)
            if match:
                break
        listed = match["number"].find("、") + 1 if match and match["number"] else 0
        is_apart = match and listed and find_apart(shadow, match.start())
        if match and listed and (is_apart or not is_pair(match["number"])):
            at = match.start("number") + listed  # 共12、35件: the second has the unit
        elif match:
            yield match
            at = match.end()
        else:
            digits = _NUMBER.match(shadow, found.start())
            at = digits.end() if digits else found.end()


def _sharing(match: re.Match[str], shadow: str) -> Iterator[re.Match[str]]:
    """The numbers before ``match`` that are given its unit with it: 分别为31、22、9宗."""
    apart = find_apart(shadow, match.start())
    if apart and shadow[match.start()].isdigit():
        yield from _NUMBER.finditer(shadow, *apart)


def _shared(
    number: re.Match[str], match: re.Match[str], shadow: str, clauses: Clauses, periods: Periods
) -> Iterator[Quantity]:
    """The figure of a ``number`` that stands without the unit of ``match``."""
    whole = match.re.match(number[0] + shadow[match.start("number") + len(match["number"]) :])
    if whole is None:
        return
    start, end = number.span()
    amount = read_amount(whole)
    for named in clauses.find_nouns(Counted(start, end, amount.unit, amount.value)):
        thing = _without(periods, named.thing)
        period = periods.find(start)
        yield Quantity(
            amount.value,
            None,
            amount.unit,
            None,
            thing,
            named.change,
            period,
            start,
            end,
            named.is_share,
        )


def _is_shut(shut: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the quotes ``shut``, in their order, holds all from ``start`` to ``end``."""
    at = bisect_right(shut, start, key=itemgetter(0)) - 1
    return at >= 0 and end <= shut[at][1]


def _quantities(
    match: re.Match[str], shadow: str, units: Units, clauses: Clauses, periods: Periods
) -> list[Quantity]:
    groups = match.groupdict()
    start, end = match.span()
    amount = read_amount(match)
    if not amount.unit and is_money(match, text_before(shadow, match), shadow, units):
        amount = amount._replace(unit=MONEY)
    above = groups.get("above") or groups["trailing"]
    if _ends_word(shadow, match, units):
        start = match.end("before")
        groups["before"] = None
    if above and groups["before"] == "达":
        groups["before"] = None  # 达80%以上 says 以上
    hedge = "".join(filter(None, map(groups.get, _HEDGE)))
    period = periods.find(start)
    return [
        Quantity(
            amount.value,
            amount.value_to,
            amount.unit,
            hedge or None,
            _without(periods, named.thing),
            named.change,
            period,
            start,
            end,
            named.is_share,
        )
        for named in clauses.find_nouns(Counted(start, end, amount.unit, amount.value))
    ]


def _without(periods: Periods, noun: tuple[Span, ...]) -> tuple[Span, ...]:
    """``noun`` without the period at its beginning or behind its verb; none where that is all."""
    period = periods.around(noun[0][0]) if noun else None
    if period is None:
        start, end = noun[0] if noun else (0, 0)
        inner = periods.around(start + _VERB) if end - start > 2 * _VERB else None
        if inner is None or end - inner[1] < _VERB:
            return noun
        return (start, inner[0]), (inner[1], end), *noun[1:]  # 通报2022年以来案件
    left = noun[0][1] - period[1]
    if left <= 0:
        return noun[1:]
    return noun if left < 2 else ((period[1], noun[0][1]), *noun[1:])


def _ends_word(shadow: str, match: re.Match[str], units: Units) -> bool:
    """Whether the hedge is the end of a word: 村规民约9件, 送达35份."""
    before = match["before"]
    return bool(before) and (text_before(shadow, match) + before).endswith(units.no_hedges)
