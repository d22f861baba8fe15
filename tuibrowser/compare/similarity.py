"""How alike two measures of two reports are: how likely it is that they report the same act.

What they share is weighed as pairs that people put side by side taught (``compare.judgement``), and
topics of the samples. Of pairs of lists by a hand that nothing was learnt from, F was .73 with
weights set by hand and is .77 with these; of the reports set aside, .79 both times. Measures of the
same position gain nothing, nor does taking from each score what either is like on the whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log
from operator import add, itemgetter
from typing import Final

from tuibrowser.compare.bands import said_as
from tuibrowser.compare.candidates import MOST, Candidates, around
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.judgement import judge
from tuibrowser.compare.masks import Mask
from tuibrowser.compare.traits import Traits, traits_of
from tuibrowser.lexicon.acts import Acts
from tuibrowser.model.report import Report
from tuibrowser.model.terms import SectionKind
from tuibrowser.text.likeness import dice

STRONG: Final = 0.82
LIKELY: Final = 0.33
"""From here on two in three belong together. At .43 F of pairs by topics was .797 on the samples
and .798 on the reports set aside, at .33 it is .809 and .816."""
POSSIBLE: Final = 0.15
"""Below it more pairs are wrong than right. It was chosen by leaving out one hand's labels after
the other, the one before by the topics of the samples."""

_OTHER_KIND: Final = 0.5
"""What is left of a score where one tells what was done, the other what is lacking or planned."""

_MOST_WITH_TWINS: Final = 3 * MOST
"""Partners that a measure may have where some of them say the same as each other."""

_HAN: Final = re.compile("[\u3400-\u9fff]+")
_GAP: Final = "|"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a measure is compared by."""

    traits: Traits
    said_as: SectionKind | None
    """``None`` for what was done, else ``shortcomings`` or ``next_plan``."""
    key: Hashable
    """The same for profiles that are equal."""

    @property
    def likeness_to_itself(self) -> float:
        """The score with a profile that is equal; less than 1 where the measure says little."""
        traits = self.traits
        return judge("townships").probability(traits, traits, traits.said.weight, 0.0)


def profiles(report: Report) -> list[Profile]:
    """A profile for each of ``report.measures``."""
    mask = Mask(report)
    texts = [mask.apply(measure) for measure in report.measures]
    found = []
    for measure, traits in zip(report.measures, traits_of(report, mask, texts), strict=True):
        sense = said_as(measure.kind)
        # What the traits were made of, which is less to look at than they are.
        key = traits.said.text, traits.themes, traits.above, sense
        found.append(Profile(traits, sense, key))
    return found


def likeness(
    first: Sequence[Profile],
    second: Sequence[Profile],
    least: float = POSSIBLE,
    effort: Effort | None = None,
    most: int | None = None,
) -> list[dict[int, float]]:
    """For each of ``first`` the ones of ``second`` it is like, with a score of ``least`` to 1.

    Scores are the same whichever comes first. Of hundreds that one is like, the likest alone;
    profiles that are equal are compared once.

    Args:
        first: Measures of one report.
        second: Measures of another.
        least: The lowest score that counts.
        effort: Counts the work, and notes where it was bounded.
        most: Of each of ``first`` only so many are weighed, those with which it shares most of its
            characters: enough where only the likest is wanted.
    """
    effort = Effort() if effort is None else effort
    ones, others = _by_key(first), _by_key(second)
    terms = {at[0]: second[at[0]].traits.said.characters for at in others.values()}
    candidates = Candidates(terms, len(ones), effort)
    found: list[dict[int, float]] = [{} for _ in first]
    for key, indices in ones.items():
        profile = first[indices[0]]
        shared = candidates.products(profile.traits.said.characters, indices[0] / len(first))
        products = _most_shared(shared, profile, second, most)
        scores = nlargest(MOST, _scores(profile, second, products, least), key=itemgetter(1))
        if len(scores) == MOST < len(products):
            effort.meet("many")
        twins = [(others[second[index].key], score) for index, score in sorted(scores)]
        each = _MOST_WITH_TWINS // max(1, len(twins))
        if any(len(alike) > each and second[alike[0]].key != key for alike, _ in twins):
            effort.meet("many")
        for rank, index in enumerate(indices):
            where = rank / len(indices)
            found[index] = {
                other: score for alike, score in twins for other in around(alike, where, each)
            }
    return found


def _by_key(profiles: Sequence[Profile]) -> dict[Hashable, list[int]]:
    """The indices of those that are equal."""
    found: dict[Hashable, list[int]] = {}
    for index, profile in enumerate(profiles):
        found.setdefault(profile.key, []).append(index)
    return found


def _most_shared(
    products: Mapping[int, float], profile: Profile, others: Sequence[Profile], most: int | None
) -> Mapping[int, float]:
    """Those of ``products`` where most of what both say is shared, no more than ``most``."""
    if most is None or len(products) <= most:
        return products
    own = profile.traits.said.weight
    shares = {
        at: dice(product, own, others[at].traits.said.weight) for at, product in products.items()
    }
    return {at: products[at] for at in nlargest(most, shares, key=lambda at: (shares[at], -at))}


def _scores(
    profile: Profile, others: Sequence[Profile], products: Mapping[int, float], least: float
) -> Iterator[tuple[int, float]]:
    ask = judge("townships").probability
    for index in sorted(products):
        other = others[index]
        share = 1.0 if profile.said_as == other.said_as else _OTHER_KIND
        if least >= share:
            continue
        score = share * ask(profile.traits, other.traits, products[index], least / share)
        if score >= least:
            yield index, score


def pairs(text: str, acts: Acts) -> dict[str, float]:
    """Pairs of neighbouring Han characters of masked ``text``, less what empty words cover."""
    joined = _GAP.join(_HAN.findall(acts.empty.sub(_GAP, text)))
    counts = Counter(map(add, joined, joined[1:]))
    return {pair: 1 + log(count) for pair, count in counts.items() if _GAP not in pair}
