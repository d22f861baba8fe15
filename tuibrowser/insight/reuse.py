"""Where else the wording of a report stands: which passages, how much of it, since when.

Fingerprints name the candidates; what they have in common is then looked at sign by sign. What many
townships write weighs little, so that a shared opening is no shared wording.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.insight.boilerplate import unit_of, weights
from tuibrowser.insight.evidence import Evidence, Shelf, gather
from tuibrowser.insight.overlap import Grams, grams_of, shared_signs
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import Span
from tuibrowser.model.units import same_unit
from tuibrowser.store.imprints import ROLES
from tuibrowser.store.wordings import HeldPassage, Origin
from tuibrowser.text.spans import merge
from tuibrowser.text.winnowing import Fingerprint, Shadow, fingerprints, shadow

LEAST: Final = 0.4
"""Share of a passage from which on its wording is said to stand elsewhere."""

_LEAST_SIGNS: Final = 10.0
"""Signs, by weight, that must be shared: 人民调解委员会 is no wording."""
_MOST_CANDIDATES: Final = 60
"""Passages that one is compared with, those with most fingerprints in common."""
_MOST_COMPARED: Final = 20_000
"""For all passages of a report together, 0.05 ms each."""
_STOCK: Final = 0.25
"""A sign that weighs no more is what everybody writes."""


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


def reuse(report: Report, shelves: Sequence[Shelf], units: int, scope: Scope = WHOLE) -> Reuse:
    """Look for the wording of ``report`` on ``shelves``.

    Args:
        report: One of the library, or a draft.
        shelves: Where passages stand; the report's own never count.
        units: How many units the library knows.
        scope: What to look for.
    """
    parts = [_Part.of(report, it) for it in report.passages if it.role in ROLES]
    evidence = gather({it.hash for part in parts for it in part.prints}, shelves)
    return _Search(report, parts, evidence, units, scope).result()


class _Part(NamedTuple):
    """A passage of the report at hand."""

    passage: Passage
    text: str
    shade: Shadow
    prints: Sequence[Fingerprint]

    @classmethod
    def of(cls, report: Report, passage: Passage) -> _Part:
        text = report.slice(passage)
        shade = shadow(text)
        return cls(passage, text, shade, fingerprints(shade.signs))


class _Found(NamedTuple):
    """A candidate that was confirmed."""

    id: int
    held: HeldPassage
    share: float
    shared: bytearray
    """For each sign of the part, whether it stands there."""


class _Search:
    """One report against the evidence."""

    def __init__(
        self,
        report: Report,
        parts: Sequence[_Part],
        evidence: Evidence,
        units: int,
        scope: Scope,
    ) -> None:
        self._report = report
        self._parts = parts
        self._evidence = evidence
        self._scope = scope
        self._own = unit_of(report.issuer, report.place.county, report.sha256)
        self._weights = [
            weights(it.text, it.shade, it.prints, evidence, self._own, units) for it in parts
        ]
        self._is_own: dict[str, bool] = {}

    def result(self) -> Reuse:
        most = max(1, min(_MOST_CANDIDATES, _MOST_COMPARED // max(1, len(self._parts))))
        chosen = [self._candidates(part, most) for part in self._parts]
        texts = self._evidence.texts({id_ for ids, _ in chosen for id_ in ids})
        grams = {id_: grams_of(shadow(text).signs) for id_, text in texts.items()}
        found = [
            list(self._confirmed(part, weight, ids, grams))
            for part, weight, (ids, _) in zip(self._parts, self._weights, chosen, strict=True)
        ]
        reused = [
            Reused(part.passage, matches)
            for part, confirmed in zip(self._parts, found, strict=True)
            if (matches := tuple(self._matches(part, confirmed, texts)))
        ]
        is_bounded = most < _MOST_CANDIDATES and any(more for _, more in chosen)
        return Reuse(self._report, tuple(reused), self._shares(found), is_bounded)

    def _candidates(self, part: _Part, most: int) -> tuple[list[int], bool]:
        """The passages that share most fingerprints, and whether there were more of them."""
        counts: dict[int, float] = defaultdict(float)
        for hash_ in {it.hash for it in part.prints}:
            if not self._evidence.is_everybody_s(hash_):
                holders = self._evidence.holders.get(hash_, ())
                for id_ in holders:
                    counts[id_] += 1 / len(holders)
        wanted = [id_ for id_ in counts if self._is_wanted(id_)]
        wanted.sort(key=lambda id_: (-counts[id_], id_))
        return wanted[:most], len(wanted) > most

    def _is_wanted(self, id_: int) -> bool:
        held = self._evidence.passages.get(id_)
        if held is None or held.origin.report == self._report.sha256:
            return False
        return self._is_in_scope(held.origin) or self._is_last_year(held.origin)

    def _is_in_scope(self, origin: Origin) -> bool:
        within = self._scope.within
        if within is not None and origin.report not in within:
            return False
        return not (self._scope.without_own and self._is_of_own_unit(origin))

    def _is_of_own_unit(self, origin: Origin) -> bool:
        if origin.report not in self._is_own:
            self._is_own[origin.report] = same_unit(self._report, origin)
        return self._is_own[origin.report]

    def _is_last_year(self, origin: Origin) -> bool:
        year = self._report.year
        return year is not None and origin.year == year - 1 and self._is_of_own_unit(origin)

    def _confirmed(
        self, part: _Part, weight: Sequence[float], ids: Sequence[int], grams: dict[int, Grams]
    ) -> Iterator[_Found]:
        whole = sum(weight)
        for id_ in ids:
            if id_ not in grams or whole < _LEAST_SIGNS:
                continue
            shared = shared_signs(part.shade.signs, grams[id_])
            common = sum(it for it, is_shared in zip(weight, shared, strict=True) if is_shared)
            if common >= _LEAST_SIGNS and common / whole >= self._scope.least:
                held = self._evidence.passages[id_]
                yield _Found(id_, held, min(1.0, common / whole), shared)

    def _matches(
        self, part: _Part, confirmed: Sequence[_Found], texts: dict[int, str]
    ) -> Iterator[Match]:
        in_scope = [it for it in confirmed if self._is_in_scope(it.held.origin)]
        for it in sorted(in_scope, key=_time):
            held = it.held
            spans = _spans(part, it.shared)
            share = round(it.share, 3)
            yield Match(held.origin, held.start, held.end, texts[it.id], share, spans)

    def _shares(self, found: Sequence[Sequence[_Found]]) -> Shares:
        counts = [0, 0, 0, 0]
        for part, weight, confirmed in zip(self._parts, self._weights, found, strict=True):
            last = [it.shared for it in confirmed if self._is_last_year(it.held.origin)]
            others = [it.shared for it in confirmed if not self._is_of_own_unit(it.held.origin)]
            for at in range(len(part.shade.signs)):
                if weight[at] <= _STOCK:
                    counts[3] += 1
                elif any(it[at] for it in last):
                    counts[1] += 1
                elif any(it[at] for it in others):
                    counts[2] += 1
                else:
                    counts[0] += 1
        return _parts_of_one(counts)


def _parts_of_one(counts: Sequence[int]) -> Shares:
    """Rounded so that they add up to 1; of nothing everything is one's own."""
    total = sum(counts)
    if not total:
        return Shares(1.0, 0.0, 0.0, 0.0)
    last_year, elsewhere, stock = (round(it / total, 4) for it in counts[1:])
    own = max(0.0, round(1 - last_year - elsewhere - stock, 4))
    return Shares(own, last_year, elsewhere, stock)


def _time(found: _Found) -> tuple[bool, int, str, str, int]:
    origin = found.held.origin
    known = origin.year is None, origin.year or 0, origin.issuer or ""
    return (*known, origin.report, found.held.start)


def _spans(part: _Part, shared: bytearray) -> tuple[Span, ...]:
    """What is shared as spans of the report's text; what no sign stands for goes along."""
    spans: list[Span] = []
    origin, shade = part.passage.start, part.shade
    before = -2
    for at, is_shared in enumerate(shared):
        if not is_shared:
            continue
        low, high = origin + shade.starts[at], origin + shade.ends[at]
        if before == at - 1:
            low = spans.pop()[0]
        spans.append((low, high))
        before = at
    return merge(spans)
