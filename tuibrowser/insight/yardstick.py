"""Whether what a passage has in common with one elsewhere is the same wording, and no chance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial, reduce
from itertools import compress, pairwise
from math import log10
from typing import Final, NamedTuple

from tuibrowser.insight.boilerplate import FEW, Weights, lightened, unit_of
from tuibrowser.insight.numbers import digits_in_common
from tuibrowser.insight.overlap import counted, either, without_short
from tuibrowser.insight.shared import Common, OwnPassage, Shared, is_telling, share_by
from tuibrowser.model.report import Report
from tuibrowser.places.units import same_unit
from tuibrowser.store.answers.wordings import HeldPassage

LEAST: Final = 0.4
"""Share of a passage from which on its wording is said to stand elsewhere."""
LETTER: Final = 12
"""Signs in a row that stand there to the letter."""

_LEAST_RUN: Final = 5
"""Signs in a row that many must have before they weigh less."""
_OWN_RUN: Final = 8
"""Signs in a row that a unit's own reports have to the letter."""
_FREE: Final = 14
"""Signs to the letter, commonplaces apart, that are no chance where they are most of a passage."""
_MOST_OF_IT: Final = 0.6
_OUTSTANDING: Final = 1.3
_OUTSTANDING_SHARE: Final = 0.6
"""Where many townships have parts of a passage, a copy has so many times what all but four of them
have, and at least that share of it."""
_PLAINLY: Final = 1.25
"""How much of all signs long stretches of another wording are at least, times ``LEAST`` or what
less is asked for: where the rest is usual words, one clause of three has most of the weight."""
_HALF_LIKE: Final = 1.07
"""How much long stretches are at least where the wordings are alike by half, though not throughout:
one clause and chance make up 0.42 at most, a copy with clauses left out and put in 0.44."""
_LONG: Final = 6
"""Signs of such a stretch; shorter ones are in any long text."""
_AS_A_WHOLE: Final = 130
"""What is shared of wordings that are alike as a whole weighs at least, times its signs that weigh
anything. Of the 1,862 likest pairs of measures by several hands on the same acts 18 have so much,
of 960 copies with up to two signs in five replaced all but 16."""
_PLAINLY_LIKE: Final = 0.6
"""Likeness from which on two wordings are alike as a whole wherever it is that they are."""
_QUARTERS: Final = 4
_OF_EACH: Final = 0.4
"""Parts of a passage, and what at least is shared of each where less is alike: two texts on one
subject have a clause or two in common and chance between them, at most 0.38 of some quarter; a
reworded copy has 0.41 of each."""
_NEARLY: Final = 0.8
"""Likeness from which on less is enough: a short sentence, copied."""
_IN_PLACE: Final = 16
"""Signs in their places, commonplaces and numbers apart, that are no chance, however usual their
words are. Of generated measures that nobody copied none has more than 14, of 1,413 copies 1,344."""
_IN_PLACE_WEIGH: Final = 4.5
"""What they weigh at least; 担任常年法律顾问，审查合同, as anybody tells it, weighs 3.6."""
_DIGITS: Final = 4
"""Digits of the same figures that are no chance in wordings that are alike, and one more for each
ten times as many units: 接待咨询843人次，代写文书56份 anybody writes, but not of 843 and 56."""
_LIGHTLY: Final = 0.2
"""What they weigh at least once what many townships have weighs less."""


class PassageOwner(NamedTuple):
    """Whose report a passage elsewhere is of: whether of the unit at hand, and the year before."""

    unit: object
    is_own: bool
    is_last_year: bool


class Judged(NamedTuple):
    """How much of a part is shared, and by which weights of the signs."""

    share: float
    weights: Sequence[float]


class Confirmed(NamedTuple):
    """What has enough of a part."""

    shared: Shared
    judged: Judged


class Yardstick:
    """Tells the same wording from chance, for all passages of one report."""

    def __init__(self, report: Report, units: int, least: float) -> None:
        """Judge the passages of ``report``.

        Args:
            report: One of the library, or a draft.
            units: How many units the shelf knows.
            least: Share of a passage from which on its wording stands elsewhere.
        """
        self._report = report
        self._units = units
        self._least = least
        self._own = unit_of(report.issuer, report.place.county, report.sha256)
        self._sources: dict[str, PassageOwner] = {}

    def source(self, held: HeldPassage) -> PassageOwner:
        """Whose a passage is."""
        origin = held.origin
        if (source := self._sources.get(origin.report)) is None:
            unit = unit_of(origin.issuer, origin.place.county, origin.report)
            is_own, year = same_unit(self._report, origin), self._report.year
            is_last = is_own and year is not None and origin.year == year - 1
            source = self._sources[origin.report] = PassageOwner(unit, is_own, is_last)
        return source

    def lightened(self, part: OwnPassage, shared: Sequence[Shared]) -> Weights:
        """The weights of a part less what many other units have of it."""
        by_unit: dict[object, set[bytes]] = defaultdict(set)
        for it in shared:
            if (unit := self.source(it.held).unit) != self._own:
                by_unit[unit].add(it.common.stretches)
        if len(by_unit) <= FEW:
            return part.weights
        long = cache(partial(without_short, least=_LEAST_RUN))
        of_units = [reduce(either, map(long, signs)) for signs in by_unit.values()]
        holders = counted(of_units, len(part.weights.signs))
        return lightened(part.weights, holders, self._units)

    def confirmed(
        self,
        part: OwnPassage,
        weighed: Sequence[float],
        shared: Sequence[Shared],
        texts: Mapping[int, str],
    ) -> list[Confirmed]:
        """Those that have enough of the wording.

        Each clause of a wording may be one that many have; that one other has them all is no chance
        then. So who has far more of it than the many is judged by the weights of the part alone.

        Args:
            part: The passage at hand.
            weighed: Its weights as :meth:`lightened`.
            shared: What it has in common with others.
            texts: Of those others.
        """
        static = part.weights.signs
        share, lightly = share_by(static), share_by(weighed)
        outstanding = self._outstanding(shared, share)

        @cache
        def judged(common: Common, is_own: bool) -> Judged | None:
            signs = common.signs
            of_letter = self._of_letter(part, common.stretches, is_own)
            if of_letter >= self._least and lightly(signs) > 0:
                return Judged(max(share(signs), of_letter), [1.0] * len(signs))
            is_far = share(signs) >= outstanding
            by, how_much = (static, share) if is_far else (weighed, lightly)
            is_enough = how_much(signs) >= self._least
            if is_enough and self._is_no_chance(part, common, by, is_own):
                return Judged(how_much(signs), by)
            in_place = _in_place(part, common)
            if in_place >= self._least and lightly(signs) >= _LIGHTLY:
                return Judged(in_place, static)
            return None

        return [
            Confirmed(it, found)
            for it in shared
            if (
                found := judged(it.common, self.source(it.held).is_own)
                or self._by_figures(part, it.common, texts[it.id])
            )
        ]

    def _by_figures(self, part: OwnPassage, common: Common, other: str) -> Judged | None:
        """A wording of usual words whose figures are the other's, too: nobody counts the same."""
        size = len(common.signs)
        if common.likeness < _PLAINLY_LIKE or sum(common.signs) < self._least * size:
            return None
        digits = digits_in_common(self._report, part.passage, other)
        if digits < _DIGITS + log10(max(1, self._units)):
            return None
        return Judged(sum(common.signs) / size, [1.0] * size)

    def _outstanding(self, shared: Sequence[Shared], share: Callable[[bytes], float]) -> float:
        """The share from which on one unit has far more than the many."""
        by_unit: dict[object, float] = defaultdict(float)
        for it in shared:
            if (unit := self.source(it.held).unit) != self._own:
                by_unit[unit] = max(by_unit[unit], share(it.common.signs))
        of_many = sorted(by_unit.values(), reverse=True)[FEW : FEW + 1]
        return max(_OUTSTANDING_SHARE, _OUTSTANDING * sum(of_many)) if of_many else 0.0

    def _of_letter(self, part: OwnPassage, stretches: bytes, is_own: bool) -> float:
        """How much of a part stands there to the letter, whatever its words weigh, where nobody
        hit on the same usual words anew: in the unit's own reports, and where it is most of it."""
        size = len(stretches)
        if sum(stretches) < self._least * size:
            return 0.0  # what is to the letter can only be less, and most have little
        if is_own:
            return sum(without_short(stretches, _OWN_RUN)) / size
        same = without_short(stretches, LETTER)
        free = sum(compress(same, [not it for it in part.weights.is_stock]))
        return sum(same) / size if free >= _FREE and sum(same) >= _MOST_OF_IT * size else 0.0

    def _is_no_chance(
        self, part: OwnPassage, common: Common, weights: Sequence[float], is_own: bool
    ) -> bool:
        """Whether nobody hits on what is shared anew."""
        signs, least = common.signs, min(LEAST, self._least)
        if is_own:
            return is_telling(signs, weights)
        if not _is_alike_as_a_whole(common):
            long = sum(without_short(signs, _LONG))
            plainly = (_HALF_LIKE if common.likeness else _PLAINLY) * least
            return long >= plainly * len(signs) and is_telling(signs, weights)
        free = [not it for it in part.weights.is_stock]
        telling = [it for it in compress(weights, signs) if it]
        if len(telling) * sum(telling) >= _AS_A_WHOLE:
            return sum(compress(signs, free)) >= least * sum(free)
        return common.likeness >= _NEARLY and is_telling(common.stretches, weights)


def _in_place(part: OwnPassage, common: Common) -> float:
    """How much of a part, commonplaces and numbers apart, stands in its place, whatever it weighs.

    Whoever edits a wording puts words where others were; two who write on one subject do not.
    """
    weights = part.weights.signs
    telling = [it for it in compress(weights, common.in_place) if it]
    is_much = len(telling) >= _IN_PLACE and sum(telling) >= _IN_PLACE_WEIGH
    return len(telling) / sum(it > 0 for it in weights) if is_much else 0.0


def _is_alike_as_a_whole(common: Common) -> bool:
    """Whether what is shared is of the whole wording, not of a clause of it."""
    if common.likeness >= _PLAINLY_LIKE or common.in_place:
        return True
    return common.likeness > 0 and all(
        sum(part) >= _OF_EACH * len(part) for part in _quarters(common.signs)
    )


def _quarters(signs: bytes) -> Iterator[bytes]:
    bounds = [len(signs) * at // _QUARTERS for at in range(_QUARTERS + 1)]
    return (signs[low:high] for low, high in pairwise(bounds))
