"""Where else the wording of a report stands: which passages, how much of it, since when.

A few telling stretches name the candidates; what is shared is then looked at sign by sign. What
anybody writes weighs little, so that a shared opening is no shared wording.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial, reduce
from itertools import compress
from typing import Final, NamedTuple

from tuibrowser.insight.boilerplate import FEW, Weights, lightened, unit_of
from tuibrowser.insight.evidence import Shelf
from tuibrowser.insight.lookup import Lookup
from tuibrowser.insight.overlap import counted, either, stretches_of, without_short
from tuibrowser.insight.shared import (
    Part,
    Shared,
    is_telling,
    share_by,
    shared_with,
    spans_of,
)
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import Span
from tuibrowser.model.units import same_unit
from tuibrowser.store.answers.wordings import ROLES, HeldPassage, Origin

LEAST: Final = 0.4
"""Share of a passage from which on its wording is said to stand elsewhere."""

_LEAST_RUN: Final = 5
"""Signs in a row that many must have before they weigh less."""
_LETTER: Final = 12
"""Signs in a row that are last year's to the letter."""
_OWN_RUN: Final = 8
"""Signs in a row that a unit's own reports have to the letter."""
_FREE: Final = 14
"""Signs to the letter, commonplaces apart, that are no chance where they are most of a passage."""
_MOST_OF_IT: Final = 0.6
_OUTSTANDING: Final = 1.3
_OUTSTANDING_SHARE: Final = 0.6
"""Where many townships have parts of a passage, a copy has so many times what all but four of them
have, and at least that share of it."""
_MOST_CANDIDATES: Final = 60
"""Passages that one is compared with, those with most and rarest stretches in common."""
_MOST_COMPARED: Final = 10_000
"""For all passages of a report together, 0.03 ms each."""


class Match(NamedTuple):
    """A passage elsewhere that has the wording."""

    origin: Origin
    start: int
    end: int
    text: str
    share: float
    """How much of the passage at hand stands there, by weight, 0 to 1."""
    spans: tuple[Span, ...]
    """What of the passage at hand stands there, in its report's text."""


class Reused(NamedTuple):
    """A passage whose wording stands elsewhere, too."""

    passage: Passage
    matches: tuple[Match, ...]
    """Oldest year first, unknown years last."""


class Shares(NamedTuple):
    """How much of a report's passages is whose, in parts of 1."""

    own: float
    last_year: float
    """Of what the unit itself wrote the year before."""
    elsewhere: float
    """Of what stands in reports of others."""
    stock: float
    """Of what everybody writes."""


class Reuse(NamedTuple):
    """What of a report stands elsewhere."""

    report: Report
    passages: tuple[Reused, ...]
    shares: Shares
    is_bounded: bool = False
    """Whether the report is so long that not all candidates were looked at."""


class Scope(NamedTuple):
    """What is looked for."""

    least: float = LEAST
    within: Collection[str] | None = None
    """The sha256 of the reports to look in; ``None`` for all."""
    without_own: bool = False
    """Whether to leave out the other years of the report's unit."""


WHOLE: Final = Scope()
"""All that the library holds."""


def reuse(report: Report, shelf: Shelf, units: int, scope: Scope = WHOLE) -> Reuse:
    """Look for the wording of ``report`` on a ``shelf``.

    Args:
        report: One of the library, or a draft.
        shelf: Where passages stand; the report's own never count.
        units: How many units the shelf knows.
        scope: What to look for.
    """
    return _Search(report, shelf, units, scope).result()


class _Source(NamedTuple):
    """Whose report a passage elsewhere is of: whether of the unit at hand, and the year before."""

    unit: object
    is_own: bool
    is_last_year: bool


class _Judged(NamedTuple):
    """How much of a part is shared, and by which weights of the signs."""

    share: float
    weights: Sequence[float]


class _Confirmed(NamedTuple):
    """What has enough of a part."""

    shared: Shared
    judged: _Judged


class _Search:
    """One report against a shelf."""

    def __init__(self, report: Report, shelf: Shelf, units: int, scope: Scope) -> None:
        self._report = report
        self._shelf = shelf
        self._units = units
        self._scope = scope
        self._parts = [Part.of(report, it) for it in report.passages if it.role in ROLES]
        self._own = unit_of(report.issuer, report.place.county, report.sha256)
        self._sources: dict[str, _Source] = {}

    def result(self) -> Reuse:
        count = max(1, len(self._parts))
        most = max(1, min(_MOST_CANDIDATES, _MOST_COMPARED // count))
        lookup = Lookup(self._shelf, count)
        votes = lookup.votes([(it.shade, it.weights.signs) for it in self._parts])
        held = self._shelf.passages({id_ for each in votes for id_ in each})
        held = {id_: it for id_, it in held.items() if it.origin.report != self._report.sha256}
        chosen = [_best_first(it, held) for it in votes]
        texts = self._shelf.texts({id_ for ids in chosen for id_ in ids[:most]})
        stretches = {id_: stretches_of(text) for id_, text in texts.items()}
        reused, counts = [], [0, 0, 0, 0]
        for part, ids in zip(self._parts, chosen, strict=True):
            shared = list(shared_with(part, ids[:most], held, stretches))
            weighed = self._lightened(part, shared)
            confirmed = self._confirmed(part, weighed.signs, shared)
            if matches := tuple(self._matches(part, confirmed, texts)):
                reused.append(Reused(part.passage, matches))
            for whose, count in enumerate(self._counts(weighed, shared, confirmed)):
                counts[whose] += count
        is_bounded = most < _MOST_CANDIDATES and any(len(ids) > most for ids in chosen)
        return Reuse(self._report, tuple(reused), _parts_of_one(counts), is_bounded)

    def _lightened(self, part: Part, shared: Sequence[Shared]) -> Weights:
        """The weights of a part less what many other units have of it."""
        by_unit: dict[object, set[bytes]] = defaultdict(set)
        for it in shared:
            if (unit := self._source(it.held).unit) != self._own:
                by_unit[unit].add(it.signs)
        if len(by_unit) <= FEW:
            return part.weights
        long = cache(partial(without_short, least=_LEAST_RUN))
        of_units = [reduce(either, map(long, signs)) for signs in by_unit.values()]
        holders = counted(of_units, len(part.weights.signs))
        return lightened(part.weights, holders, self._units)

    def _confirmed(
        self, part: Part, weighed: Sequence[float], shared: Sequence[Shared]
    ) -> list[_Confirmed]:
        """Those that have enough of the wording.

        Each clause of a wording may be one that many have; that one other has them all is no chance
        then. So who has far more of it than the many is judged by the ``static`` weights.
        """
        static = part.weights.signs
        share, lightly = share_by(static), share_by(weighed)
        by_unit: dict[object, float] = {}
        for it in shared:
            if (unit := self._source(it.held).unit) != self._own:
                by_unit[unit] = max(by_unit.get(unit, 0.0), share(it.signs))
        of_many = sorted(by_unit.values(), reverse=True)[FEW : FEW + 1]
        least = max(_OUTSTANDING_SHARE, _OUTSTANDING * sum(of_many)) if of_many else 0.0

        @cache
        def judged(signs: bytes, is_own: bool) -> _Judged | None:
            of_letter = self._of_letter(part, signs, is_own)
            if of_letter >= self._scope.least and lightly(signs) > 0:
                return _Judged(max(share(signs), of_letter), [1.0] * len(signs))
            by, how_much = (static, share) if share(signs) >= least else (weighed, lightly)
            is_enough = how_much(signs) >= self._scope.least and is_telling(signs, by)
            return _Judged(how_much(signs), by) if is_enough else None

        return [
            _Confirmed(it, found)
            for it in shared
            if (found := judged(it.signs, self._source(it.held).is_own))
        ]

    def _of_letter(self, part: Part, signs: bytes, is_own: bool) -> float:
        """How much of a part stands there to the letter, whatever its words weigh, where nobody
        hit on the same usual words anew: in the unit's own reports, and where it is most of it."""
        size = len(signs)
        if sum(signs) < self._scope.least * size:
            return 0.0  # what is to the letter can only be less, and most have little
        if is_own:
            return sum(without_short(signs, _OWN_RUN)) / size
        same = without_short(signs, _LETTER)
        free = sum(compress(same, [not it for it in part.weights.is_stock]))
        return sum(same) / size if free >= _FREE and sum(same) >= _MOST_OF_IT * size else 0.0

    def _source(self, held: HeldPassage) -> _Source:
        origin = held.origin
        if (source := self._sources.get(origin.report)) is None:
            unit = unit_of(origin.issuer, origin.place.county, origin.report)
            is_own, year = same_unit(self._report, origin), self._report.year
            is_last = is_own and year is not None and origin.year == year - 1
            source = self._sources[origin.report] = _Source(unit, is_own, is_last)
        return source

    def _matches(
        self, part: Part, confirmed: Iterable[_Confirmed], texts: Mapping[int, str]
    ) -> Iterator[Match]:
        in_scope = [it for it in confirmed if self._is_in_scope(it.shared.held)]
        for it in sorted(in_scope, key=lambda found: _time(found.shared.held)):
            held = it.shared.held
            spans = spans_of(part, it.shared.signs, it.judged.weights)
            text, share = texts[it.shared.id], round(it.judged.share, 3)
            yield Match(held.origin, held.start, held.end, text, share, spans)

    def _is_in_scope(self, held: HeldPassage) -> bool:
        within = self._scope.within
        is_within = within is None or held.origin.report in within
        return is_within and not (self._scope.without_own and self._source(held).is_own)

    def _counts(
        self, weighed: Weights, shared: Sequence[Shared], confirmed: Sequence[_Confirmed]
    ) -> Iterator[int]:
        """How many signs of a part are its own, last year's, others', and everybody's."""
        size = len(weighed.signs)
        last, others = bytes(size), bytes(size)
        for it in shared:
            # Of one's own even the usual words are last year's, where many follow each other.
            if self._source(it.held).is_last_year:
                last = either(last, without_short(it.signs, _LETTER))
        for found in confirmed:
            source = self._source(found.shared.held)
            if source.is_last_year:
                last = either(last, found.shared.signs)
            elif not source.is_own:
                others = either(others, found.shared.signs)
        stock = sum(weighed.is_stock)
        free = [not it for it in weighed.is_stock]
        of_last = sum(compress(last, free))
        elsewhere = sum(compress(either(last, others), free)) - of_last
        yield from (size - stock - of_last - elsewhere, of_last, elsewhere, stock)


def _best_first(votes: Mapping[int, float], held: Mapping[int, HeldPassage]) -> list[int]:
    return sorted(held.keys() & votes.keys(), key=lambda id_: (-votes[id_], id_))


def _parts_of_one(counts: Sequence[int]) -> Shares:
    """Rounded so that they add up to 1; of nothing everything is one's own."""
    total = sum(counts)
    if not total:
        return Shares(1.0, 0.0, 0.0, 0.0)
    last_year, elsewhere, stock = (round(it / total, 4) for it in counts[1:])
    own = max(0.0, round(1 - last_year - elsewhere - stock, 4))
    return Shares(own, last_year, elsewhere, stock)


def _time(held: HeldPassage) -> tuple[bool, int, str, str, int]:
    origin = held.origin
    known = origin.year is None, origin.year or 0, origin.issuer or ""
    return (*known, origin.report, held.start)
