"""Which measure of one year may go on from which of a year before, and how likely that is.

Two texts are one measure in other words where they have characters in common in their order, and
where these say something: 开展…检查N次 is said of anything. Half of the likeness therefore counts
every pair of characters by how rare it is. Limits were set on twelve pairs of years written for
that, and on the samples, where of what scores .26 to .34 about half goes on; of what is left over
of years that otherwise go on, two of three.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import takewhile
from math import sqrt
from operator import add, eq, itemgetter
from typing import Final

from tuibrowser.compare.bands import said_as
from tuibrowser.compare.candidates import MOST, Candidates
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.masks import Mask
from tuibrowser.lexicon.acts import load_acts, load_frequencies
from tuibrowser.model.report import Report
from tuibrowser.model.terms import SectionKind
from tuibrowser.text.likeness import containment, dice, is_too_long, overlap, pairs, ratio
from tuibrowser.text.masks import NUMBER, YEAR
from tuibrowser.text.meaning import cosine, direction
from tuibrowser.text.numerals import NUMERAL

SURELY: Final = 0.42
"""From here on one measure goes on from the other, whatever became of the rest."""
MOSTLY: Final = 0.27
"""From here on it does, if most of the year was found to go on."""
PERHAPS: Final = 0.24
"""From here on a person may want to look."""

_FEWEST_SHARED: Final = 0.15
"""Share of the shorter text's pairs of characters below which the slow ratio need not be asked."""
_LITTLE: Final = 4.0
"""Weight in common that one pair of characters may have by chance: 修建水渠, 新建水闸."""
_WITHIN: Final = 0.55
"""What it is worth that one text is wholly within the other."""
ENOUGH: Final = 10.0
"""Weight of what a text says from which it can be told that it is within another: three pairs."""
_MOST_OF_IT: Final = 0.75
"""Share of what a part says from which it is a part."""
_SOME_OF_IT: Final = 0.28
"""The same where what it has in common with the whole alone is ``ENOUGH``: the rest is said in
other words, or no more. Parts have .30 and more of it there; what is none has less in common."""
_SLIP: Final = 1e-6
_DOUBTFUL: Final = 0.2
_ABOUT: Final = 0.3
"""What it is worth, where words leave it open, that both are about one thing."""
_OF_ONE_FIELD: Final = 0.5
"""Cosine up to which two measures of one field of work may come by chance."""
_FEWEST_WORDS: Final = 6
"""Characters that stand in a text to the letter, from which they are a part of it, however little
they say: 发放资料N份."""
_FRAME: Final = 4
"""Characters that two sentences on different things may have before and after these; what is longer
is itself the thing: 办理行政处罚案件, 审结行政处罚案件."""
_NAMED: Final = 0.1
"""What a name in common is worth: 竹林评理, 田埂课堂."""
_NAME_LENGTH: Final = 4
_NAME_WEIGHT: Final = 8.0
"""Of the three pairs of such a name; 10.5 is the most."""

# Code, not lexicon: which numbers and plans say that a measure goes on is a rule of the years, the
# same in all fields.
_COUNTED: Final = re.compile(
    rf"[{NUMERAL}]+(?=[余多几]?(?:[次场期件份条起例宗人名户项个处部元家张册卷篇批堂轮天]))"
)
"""A Chinese numeral that counts something, whether or not the parser takes it for a figure."""

_HEADING_CLAUSE: Final = re.compile(r"^[\u4e00-\u9fff]{4,16}。(?=.{4})")
"""What opens a measure in one year and is a heading in the next, or nowhere (强化研究部署。)."""

_PLANNED: Final = re.compile(
    rf"^(?:{YEAR},?)?(?:计划(?!生育|经济|[书表性内])|[拟将](?:[在于为]|{YEAR})|打算|力争(?:[在于]|{YEAR}))"
)
"""What a measure of the work done begins with that was a plan: 计划在2024年建成法律服务室8个。"""

_AMOUNT: Final = re.compile(rf"[余多近约]*{NUMBER}[余多]*[^\W\d_]{{0,3}}(?=[,。;、]|$)")
_HAN: Final = re.compile("[\u3400-\u9fff]+")
_SIGNS: Final = ",。;:、"
_GAP: Final = "|"


@dataclass(frozen=True, slots=True)
class Wording:
    """A measure of one year, masked."""

    index: int
    """Into ``Report.measures``."""
    said_as: SectionKind | None
    text: str
    numbers: tuple[str, ...]
    pairs: frozenset[str]
    """Its pairs of characters."""
    terms: Mapping[str, float]
    """Those of them that say something, with the root of how much."""
    weight: float
    """How much they say together."""
    names: tuple[str, ...]
    """Runs of characters that hardly anybody else has."""


# Much of what a township says stays from year to year.
@lru_cache(maxsize=1 << 9)
def _terms(text: str) -> tuple[frozenset[str], Mapping[str, float], float, tuple[str, ...]]:
    """``Wording.pairs``, ``terms``, ``weight`` and ``names`` of masked ``text``."""
    weights = _telling(text)
    terms = {pair: sqrt(weight) for pair, weight in weights.items()}
    return frozenset(pairs(text)), terms, sum(weights.values()), _names(text, weights)


def _names(text: str, weights: Mapping[str, float]) -> tuple[str, ...]:
    runs = (text[at : at + _NAME_LENGTH] for at in range(len(text) - _NAME_LENGTH + 1))
    return tuple(
        run
        for run in dict.fromkeys(runs)
        if sum(weights.get(pair, 0.0) for pair in pairs(run)) >= _NAME_WEIGHT
    )


def wordings(report: Report) -> Sequence[Wording]:
    """A wording for each of ``report.measures``."""
    return _wordings(_Itself(report))


class _Itself:
    """A report as a key; comparing all that two of them say would take longer than is saved."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.report is other.report

    def __hash__(self) -> int:
        return id(self.report)


# Each year is held against the one before and then the one after.
@lru_cache(maxsize=4)
def _wordings(of: _Itself) -> Sequence[Wording]:
    report = of.report
    mask = Mask(report)
    found = []
    for index, measure in enumerate(report.measures):
        masked = mask.apply(measure)
        numbers = (*masked.numbers, *_COUNTED.findall(masked.text))
        text = _HEADING_CLAUSE.sub("", _COUNTED.sub(NUMBER, masked.text), count=1)
        sense = "next_plan" if _PLANNED.match(text) else said_as(measure.kind)
        found.append(Wording(index, sense, text, numbers, *_terms(text)))
    return found


def likeness(
    earlier: Sequence[Wording], later: Sequence[Wording], free: Iterable[int], effort: Effort
) -> list[dict[int, float]]:
    """For each of ``earlier`` those of ``later`` it may have become, with a score over ``PERHAPS``.

    What was planned is no predecessor of what was done: only the same sense is compared.

    Args:
        earlier: Measures of one year.
        later: Measures of a later one.
        free: Indices into ``later`` of those that are asked about.
        effort: Counts the work, and notes where it was bounded.
    """
    candidates = Candidates({index: later[index].terms for index in free}, len(earlier), effort)
    found = []
    for at, old in enumerate(earlier):
        shared = candidates.products(old.terms, at / len(earlier))
        scores = nlargest(MOST, _scores(old, later, shared, effort), key=itemgetter(1))
        if len(scores) == MOST < len(shared):
            effort.meet("many")
        found.append(dict(scores))
    return found


def is_part(part: Wording, whole: Wording, rest: Wording, shared: float) -> bool:
    """Whether ``whole`` says ``part``, too, beside what it has of ``rest``.

    So it is where two measures of one year are one in the other.

    Args:
        part: The measure that may be a part.
        whole: The one that may hold it, of another year.
        rest: What that one is in the year of ``part``.
        shared: Weight of the terms that ``part`` and ``whole`` have in common.
    """
    if part.said_as != whole.said_as:
        return False
    words = part.text.rstrip(_SIGNS)
    if len(words) >= _FEWEST_WORDS and words in whole.text and words not in rest.text:
        return True
    if shared < _MOST_OF_IT * ENOUGH - _SLIP:
        return False
    own = {it: weight for it, weight in part.terms.items() if it not in rest.terms}
    total = sum(weight * weight for weight in own.values())
    within = sum(weight * weight for it, weight in own.items() if it in whole.terms)
    least = _SOME_OF_IT if within >= ENOUGH else _MOST_OF_IT
    return total >= ENOUGH and within >= least * total


def _telling(text: str) -> dict[str, float]:
    """The pairs of Han characters of ``text``, less what empty words cover, each with how rare it
    is; of a text that says nothing else, the empty ones."""
    for part in (load_acts().empty.sub(_GAP, text), text):
        joined = _GAP.join(_HAN.findall(part))
        neighbours = map(add, joined, joined[1:])
        found = dict.fromkeys((pair for pair in neighbours if _GAP not in pair), 1.0)
        if found:
            return load_frequencies().weighed(found)
    return dict.fromkeys(pairs(text), 1.0)


def _scores(
    old: Wording, later: Sequence[Wording], shared: Mapping[int, float], effort: Effort
) -> Iterator[tuple[int, float]]:
    for index in sorted(shared):
        new = later[index]
        if old.said_as == new.said_as:
            score = _score(old, new, shared[index], effort)
            if score >= PERHAPS:
                yield index, score + (old.numbers == new.numbers) / 100


def _score(old: Wording, new: Wording, telling: float, effort: Effort) -> float:
    """How likely it is that ``new`` goes on from ``old``, 0 to 1.

    The mean of two likenesses: of all characters, in their order or, since clauses may have changed
    places, as pairs; and of what says something, where a text that is within another counts.
    """
    if telling < min(_LITTLE, old.weight / 2, new.weight / 2):
        return 0.0
    sizes = len(old.pairs), len(new.pairs)
    shared = len(old.pairs & new.pairs)
    if containment(shared, *sizes) < _FEWEST_SHARED:
        return 0.0
    said = dice(telling, old.weight, new.weight)
    smaller = min(old.weight, new.weight)
    if smaller >= ENOUGH:
        said = max(said, _WITHIN * telling / smaller)
    alike = overlap(shared, *sizes)
    if is_too_long(old.text, new.text):
        effort.meet("long")
    else:
        alike = max(ratio(old.text, new.text), alike)
    score = (alike + said) / 2
    if _is_of_another(old.text, new.text):
        return min(score, PERHAPS)
    score += _NAMED if any(name in new.text for name in old.names) else 0.0
    if _DOUBTFUL <= score < SURELY:
        # 0.2 ms a text, so only where it may decide.
        score += _ABOUT * max(0.0, cosine(direction(old.text), direction(new.text)) - _OF_ONE_FIELD)
    return score


def _is_of_another(old: str, new: str) -> bool:
    """Whether two short sentences say one thing of two things: 排查燃气隐患, 排查自建房安全隐患."""
    one, other = (_AMOUNT.sub("", text).strip(_SIGNS) for text in (old, new))
    head = sum(1 for _ in takewhile(bool, map(eq, one, other)))
    one, other = one[head:], other[head:]
    tail = sum(1 for _ in takewhile(bool, map(eq, reversed(one), reversed(other))))
    one, other = one[: len(one) - tail], other[: len(other) - tail]
    is_frame = 0 < head <= _FRAME and tail <= _FRAME
    return is_frame and min(len(one), len(other)) > 1 and not set(one) & set(other)
