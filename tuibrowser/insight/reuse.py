"""Where else the wording of a report stands: which passages, how much of it, since when.

A few pairs of signs name the candidates; what is shared is then looked at sign by sign. What
anybody writes weighs little, so that a shared opening is no shared wording.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress
from typing import Final, NamedTuple

from tuibrowser.insight.boilerplate import Weights
from tuibrowser.insight.candidates import Voted, best_held
from tuibrowser.insight.evidence import Shelf
from tuibrowser.insight.lookup import Lookup
from tuibrowser.insight.overlap import either, stretches_of, without_short
from tuibrowser.insight.shared import OwnPassage, Shared, shared_with, spans_of
from tuibrowser.insight.yardstick import LEAST, LETTER, Confirmed, Yardstick
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import Span
from tuibrowser.store.answers.wordings import ROLES, HeldPassage, Origin

_MOST_CANDIDATES: Final = 40
"""Passages that one is compared with, those with most and rarest pairs in common. 60 find no
more among 1,000 reports (of two seeds R .963 for .965, P .998 for .989) and take a tenth longer."""
_MOST_COMPARED: Final = 10_000
"""For all passages of a report together, 0.03 ms each."""


class ReuseMatch(NamedTuple):
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
    matches: tuple[ReuseMatch, ...]
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


class ReuseScope(NamedTuple):
    """What is looked for."""

    least: float = LEAST
    within: Collection[str] | None = None
    """The sha256 of the reports to look in; ``None`` for all."""
    without_own: bool = False
    """Whether to leave out the other years of the report's unit."""


WHOLE: Final = ReuseScope()
"""All that the library holds."""


def reuse(report: Report, shelf: Shelf, units: int, scope: ReuseScope = WHOLE) -> Reuse:
    """Look for the wording of ``report`` on a ``shelf``.

    Args:
        report: One of the library, or a draft.
        shelf: Where passages stand; the report's own never count.
        units: How many units the shelf knows.
        scope: What to look for.
    """
    return _Search(report, shelf, units, scope).result()


class _Search:
    """One report against a shelf."""

    def __init__(self, report: Report, shelf: Shelf, units: int, scope: ReuseScope) -> None:
        self._report = report
        self._shelf = shelf
        self._scope = scope
        self._parts = [OwnPassage.of(report, it) for it in report.passages if it.role in ROLES]
        self._yardstick = Yardstick(report, units, scope.least)

    def result(self) -> Reuse:
        count = max(1, len(self._parts))
        most = max(1, min(_MOST_CANDIDATES, _MOST_COMPARED // count))
        lookup = Lookup(self._shelf, count)
        votes = lookup.votes([(it.shade, it.weights.signs) for it in self._parts])
        sizes = [it.passage.end - it.passage.start for it in self._parts]
        held, chosen = best_held(list(map(Voted, sizes, votes)), self._others)
        texts = self._shelf.texts(chain.from_iterable(ids[:most] for ids in chosen))
        stretches = {id_: stretches_of(text) for id_, text in texts.items()}
        reused, counts = [], [0, 0, 0, 0]
        for part, ids in zip(self._parts, chosen, strict=True):
            shared = list(shared_with(part, ids[:most], held, stretches))
            weighed = self._yardstick.lightened(part, shared)
            confirmed = self._yardstick.confirmed(part, weighed.signs, shared, texts)
            if matches := tuple(self._matches(part, confirmed, texts)):
                reused.append(Reused(part.passage, matches))
            for whose, count in enumerate(self._counts(weighed, shared, confirmed)):
                counts[whose] += count
        is_bounded = most < _MOST_CANDIDATES and any(len(ids) > most for ids in chosen)
        return Reuse(self._report, tuple(reused), _parts_of_one(counts), is_bounded)

    def _others(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """Where those of the passages stand that are not of the report itself."""
        own = self._report.sha256
        found = self._shelf.passages(ids)
        return {id_: it for id_, it in found.items() if it.origin.report != own}

    def _matches(
        self, part: OwnPassage, confirmed: Iterable[Confirmed], texts: Mapping[int, str]
    ) -> Iterator[ReuseMatch]:
        in_scope = [it for it in confirmed if self._is_in_scope(it.shared.held)]
        for it in sorted(in_scope, key=lambda found: _time(found.shared.held)):
            held = it.shared.held
            spans = spans_of(part, it.shared.common.signs, it.judged.weights)
            text, share = texts[it.shared.id], round(it.judged.share, 3)
            yield ReuseMatch(held.origin, held.start, held.end, text, share, spans)

    def _is_in_scope(self, held: HeldPassage) -> bool:
        within = self._scope.within
        is_within = within is None or held.origin.report in within
        return is_within and not (self._scope.without_own and self._yardstick.source(held).is_own)

    def _counts(
        self, weighed: Weights, shared: Sequence[Shared], confirmed: Sequence[Confirmed]
    ) -> Iterator[int]:
        """How many signs of a part are its own, last year's, others', and everybody's."""
        size = len(weighed.signs)
        last, others = bytes(size), bytes(size)
        for it in shared:
            # Of one's own even the usual words are last year's, where many follow each other.
            if self._yardstick.source(it.held).is_last_year:
                last = either(last, without_short(it.common.stretches, LETTER))
        for found in confirmed:
            source = self._yardstick.source(found.shared.held)
            if source.is_last_year:
                last = either(last, found.shared.common.signs)
            elif not source.is_own:
                others = either(others, found.shared.common.signs)
        stock = sum(weighed.is_stock)
        free = [not it for it in weighed.is_stock]
        of_last = sum(compress(last, free))
        elsewhere = sum(compress(either(last, others), free)) - of_last
        yield from (size - stock - of_last - elsewhere, of_last, elsewhere, stock)


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
