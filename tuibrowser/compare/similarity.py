"""How alike two measures of two reports are: what they do, in which words, on which theme.

Each measure becomes one vector whose parts are weighed so that the product of two vectors is the
score. Weights and limits were tuned on hand-coded topics, of ten pairs of the samples and of ten
pairs of real reports (``benchmarks/alignment.py``). The acts of ``lexicon/acts.txt`` carry most:
with wording and themes alone F is .69 on the samples and .70 on the real ones, with acts .80
and .82. What both are about (``text.meaning``) is added to it: on the set-aside reports F was .67
without and is .73, of the pairs of the unseen lists .79 and .85. With acts for what is checked and
words of plain speech it is .79 on the set-aside reports. Measures of the same position, or under
headings of the same theme, gain nothing, nor does taking from each score what either is like on the
whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from math import log, sqrt
from operator import add, itemgetter
from typing import Final, NamedTuple

from tuibrowser.compare.bands import said_as
from tuibrowser.compare.candidates import MOST, Candidates, around
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.masks import Mask
from tuibrowser.lexicon.acts import Acts, load_acts, load_frequencies
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import SectionKind
from tuibrowser.text.meaning import Direction, cosine, direction

STRONG: Final = 0.41
"""Of the pairs from here on nine in ten share a topic, of what is set aside nineteen in twenty."""
LIKELY: Final = 0.35
"""Of the pairs between here and ``STRONG`` one in two does, of the set-aside ones a little more."""
POSSIBLE: Final = 0.25
"""Of the pairs between here and ``LIKELY`` one in three does. Chosen on the first lists of
``fixtures/unseen``, too, whose pairs no longer tell how well this limit does elsewhere."""


class Weights(NamedTuple):
    """What each part of a measure weighs; they, ``heading`` twice, add up to 1."""

    wording: float = 0.24
    acts: float = 0.213
    themes: float = 0.08
    heading: float = 0.047
    """Of the wording of the headings above, and again of their acts."""
    units: float = 0.04
    meaning: float = 0.333
    """Of the cosine of what both are about, where that is above 0."""


WEIGHTS: Final = Weights()

_OTHER_KIND: Final = 0.5
"""What is left of a score where one tells what was done, the other what is lacking or planned."""
_LESSER_THEME: Final = 0.3
_SLIP: Final = 1e-6
_SHARED: Final = 0.3
"""Share of the lowest score that must come of words: a cosine takes 1 us, and in a report of 500
measures each shares some word with most of another's. Less gains nothing."""

_MOST_WITH_TWINS: Final = 3 * MOST
"""Partners that a measure may have where some of them say the same as each other."""

_HAN: Final = re.compile("[\u3400-\u9fff]+")
_GAP: Final = "|"


@dataclass(frozen=True)
class Profile:
    """What a measure is compared by."""

    terms: Mapping[str, float]
    said_as: SectionKind | None
    """``None`` for what was done, else ``shortcomings`` or ``next_plan``."""
    text: str
    """Masked; empty where its words say nothing."""
    scale: float
    """Length of ``direction``: the root of its weight."""
    key: Hashable
    """The same for profiles that are equal."""

    @cached_property
    def direction(self) -> Direction:
        """What it is about; empty where nothing is known of it. 0.15 ms, so that it is only made
        where words leave a score in reach."""
        return tuple(self.scale * it for it in direction(self.text)) if self.text else ()

    @property
    def likeness_to_itself(self) -> float:
        """The score with a profile that is equal; less than 1 where the measure says little."""
        product = sum(weight * weight for weight in self.terms.values())
        return round(product + max(0.0, cosine(self.direction, self.direction)), 6)


def profiles(report: Report, weights: Weights = WEIGHTS) -> list[Profile]:
    """A profile for each of ``report.measures``; only those of equal weights can be compared."""
    maker = _Maker(report, weights)
    return [maker.profile(measure) for measure in report.measures]


def likeness(
    first: Sequence[Profile],
    second: Sequence[Profile],
    least: float = POSSIBLE,
    effort: Effort | None = None,
) -> list[dict[int, float]]:
    """For each of ``first`` the ones of ``second`` it is like, with a score of ``least`` to 1.

    Scores are the same whichever comes first. 2 ms for 35 measures each. Of hundreds that one is
    like, the likest alone; profiles that are equal are compared once.

    Args:
        first: Measures of one report.
        second: Measures of another.
        least: The lowest score that counts.
        effort: Counts the work, and notes where it was bounded.
    """
    effort = Effort() if effort is None else effort
    ones, others = _by_key(first), _by_key(second)
    terms = {indices[0]: second[indices[0]].terms for indices in others.values()}
    candidates = Candidates(terms, len(ones), effort)
    found: list[dict[int, float]] = [{} for _ in first]
    for key, indices in ones.items():
        profile = first[indices[0]]
        products = candidates.products(profile.terms, indices[0] / len(first))
        scores = nlargest(MOST, _scores(profile, second, products, least), key=itemgetter(1))
        if len(scores) == MOST < len(products):
            effort.meet("many")
        twins = [(others[second[index].key], score) for index, score in sorted(scores)]
        most = _MOST_WITH_TWINS // max(1, len(twins))
        if any(len(alike) > most and second[alike[0]].key != key for alike, _ in twins):
            effort.meet("many")
        for rank, index in enumerate(indices):
            where = rank / len(indices)
            found[index] = {
                other: score for alike, score in twins for other in around(alike, where, most)
            }
    return found


def _by_key(profiles: Sequence[Profile]) -> dict[Hashable, list[int]]:
    """The indices of those that are equal."""
    found: dict[Hashable, list[int]] = {}
    for index, profile in enumerate(profiles):
        found.setdefault(profile.key, []).append(index)
    return found


def _scores(
    profile: Profile, others: Sequence[Profile], products: Mapping[int, float], least: float
) -> Iterator[tuple[int, float]]:
    most = cosine(profile.direction, profile.direction)
    for index in sorted(products):
        other = others[index]
        product = products[index]
        if product + _SLIP < max(least - most, _SHARED * least):
            continue
        product += max(0.0, cosine(profile.direction, other.direction))
        share = 1 if profile.said_as == other.said_as else _OTHER_KIND
        # Sums in another order differ in the last digits.
        score = round(product * share, 6)
        if score >= least:
            yield index, score


class _Maker:
    """Makes the profiles of one report."""

    def __init__(self, report: Report, weights: Weights) -> None:
        self._report = report
        self._weights = weights
        self._mask = Mask(report)
        self._headings: dict[int | None, tuple[Mapping[str, float], Hashable]] = {}

    def profile(self, measure: Passage) -> Profile:
        """What ``measure`` is compared by."""
        weights = self._weights
        headings, key = self._above(measure.section)
        text = self._mask.apply(measure).text
        units = frozenset(it.unit for it in self._mask.figures(measure))
        terms = {
            **headings,
            **_spoken(text, weights.wording, weights.acts),
            **_themes(weights.themes, measure.themes),
            **_units(weights.units, units),
        }
        sense = said_as(measure.kind)
        text = text if terms else ""
        # What the terms were made of, which is less to look at than they are.
        made_of = key, text, measure.themes, units, sense
        return Profile(terms, sense, text, sqrt(weights.meaning), made_of)

    def _above(self, section: int | None) -> tuple[Mapping[str, float], Hashable]:
        """The terms of the headings above the measures of ``section``, and the same as a key."""
        if section not in self._headings:
            share = self._weights.heading
            terms = _spoken("|".join(self._titles(section)), share, share, "^")
            self._headings[section] = terms, frozenset(terms.items())
        return self._headings[section]

    def _titles(self, section: int | None) -> Iterator[str]:
        """The headings above, from the nearest up; not those that only name an item."""
        for index in self._report.chain(-1 if section is None else section):
            it = self._report.sections[index]
            if it.level > 1 or self._is_of_its_own(index):
                yield self._mask.title(it)
            if it.level == 1:
                break

    def _is_of_its_own(self, index: int) -> bool:
        """Whether a first-level heading stands right above measures."""
        sections = self._report.sections
        return index + 1 == len(sections) or sections[index + 1].level == 1


# A township's headings and much of its wording stay from year to year.
@lru_cache(maxsize=1 << 9)
def _spoken(text: str, wording: float, acts: float, place: str = "") -> Mapping[str, float]:
    known, weighed = load_acts(), load_frequencies().weighed
    return _unit(wording, place, weighed(pairs(text, known))) | _unit(
        acts, f"{place}@", weighed(known.in_text(text))
    )


def pairs(text: str, acts: Acts) -> dict[str, float]:
    """Pairs of neighbouring Han characters of masked ``text``, less what empty words cover."""
    joined = _GAP.join(_HAN.findall(acts.empty.sub(_GAP, text)))
    counts = Counter(map(add, joined, joined[1:]))
    return {pair: 1 + log(count) for pair, count in counts.items() if _GAP not in pair}


@lru_cache(maxsize=1 << 9)
def _themes(share: float, themes: Sequence[str]) -> Mapping[str, float]:
    return _unit(share, "#", {it: 1 - _LESSER_THEME * rank for rank, it in enumerate(themes)})


@lru_cache(maxsize=1 << 9)
def _units(share: float, units: frozenset[str]) -> Mapping[str, float]:
    return _unit(share, "=", dict.fromkeys(sorted(units), 1.0))


def _unit(share: float, prefix: str, weights: Mapping[str, float]) -> dict[str, float]:
    """``weights`` as a vector whose product with itself is ``share``."""
    length = sqrt(sum(weight * weight for weight in weights.values()))
    if not length:
        return {}
    scale = sqrt(share) / length
    return {prefix + term: weight * scale for term, weight in weights.items()}
