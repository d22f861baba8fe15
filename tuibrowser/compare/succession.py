"""Which measure of one year may go on from which of a year before, and how likely that is.

What two of them share is weighed as years that people labelled taught (``compare.judgement``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter
from typing import Final

from tuibrowser.compare.bands import said_as
from tuibrowser.compare.candidates import MOST, Candidates
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.judgement import judge
from tuibrowser.compare.masks import Mask, StatedYear
from tuibrowser.compare.traits import AT_LENGTH, Traits, traits_of
from tuibrowser.model.report import Report
from tuibrowser.model.terms import SectionKind
from tuibrowser.text.masks import NUMBER, YEAR

SURELY: Final = 0.88
"""From here on one measure goes on from the other, whatever became of the rest."""
ANEW: Final = 0.5
"""From here on it does, though nothing else of the year goes on. Of measures of two townships that
are so likely to be one, six in ten are on one topic; of those at ``MOSTLY``, one in four."""
MOSTLY: Final = 0.25
"""From here on it does, if half of the year was found to go on."""
PERHAPS: Final = 0.2
"""From here on a person may want to look."""

_BY_CHANCE: Final = 0.08
"""Likeness of their pairs of characters below which two measures have nothing in common: with it no
class of 1,500 labelled ones changes, with 0.12 one does."""
_FRAME: Final = 4
"""Characters that two sentences on different things may have before and after these; what is longer
is itself the thing: 办理行政处罚案件, 审结行政处罚案件."""
# Code, not lexicon: what tells a plan is the same in all fields.
_PLANNED: Final = re.compile(
    rf"^(?:{YEAR},?)?(?:计划(?!生育|经济|[书表性内])|[拟将](?:[在于为]|{YEAR})|打算|力争(?:[在于]|{YEAR}))"
)
"""What a measure of the work done begins with that was a plan: 计划在2024年建成法律服务室8个。"""

_AMOUNT: Final = re.compile(rf"[余多近约]*{NUMBER}[余多]*[^\W\d_]{{0,3}}(?=[,。;、]|$)")
SIGNS: Final = ",。;:、"


@dataclass(frozen=True, slots=True)
class Wording:
    """A measure of one year, masked."""

    index: int
    """Into ``Report.measures``."""
    said_as: SectionKind | None
    text: str
    opening: str
    """As ``masks.OfYear.opening``."""
    numbers: tuple[str, ...]
    years: tuple[StatedYear, ...]
    traits: Traits


def wordings(report: Report, names: tuple[str, ...] = ()) -> Sequence[Wording]:
    """A wording for each of ``report.measures``.

    Args:
        report: A report of one year.
        names: What others of the unit call it and its place: only some years name the county.
    """
    return _wordings(_Itself(report), names)


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
def _wordings(of: _Itself, names: tuple[str, ...]) -> Sequence[Wording]:
    report = of.report
    mask = Mask(report, names)
    masked = [mask.of_year(measure) for measure in report.measures]
    traits = traits_of(report, mask, [it.text for it in masked])
    found = []
    for index, (it, measure) in enumerate(zip(masked, report.measures, strict=True)):
        sense = "next_plan" if _PLANNED.match(it.text) else said_as(measure.kind)
        found.append(
            Wording(index, sense, it.text, it.opening, it.numbers, it.years, traits[index])
        )
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
    terms = {index: later[index].traits.said.characters for index in free}
    candidates = Candidates(terms, len(earlier), effort)
    found = []
    for at, old in enumerate(earlier):
        shared = candidates.products(old.traits.said.characters, at / len(earlier))
        scores = nlargest(MOST, _scores(old, later, shared), key=itemgetter(1))
        if len(scores) == MOST < len(shared):
            effort.meet("many")
        found.append(dict(scores))
    return found


def _scores(
    old: Wording, later: Sequence[Wording], shared: Mapping[int, float]
) -> Iterator[tuple[int, float]]:
    ask = judge("years").probability
    for index in sorted(shared):
        new = later[index]
        if old.said_as == new.said_as:
            score = ask(old.traits, new.traits, shared[index], PERHAPS)
            if score and (_is_of_another(old.text, new.text) or _share_nothing(old, new)):
                score = PERHAPS
            if score:
                yield index, score + (old.numbers == new.numbers) / 100


def _share_nothing(old: Wording, new: Wording) -> bool:
    """Whether hardly a pair of characters stands in both, which short texts have by chance."""
    return AT_LENGTH["pairs"](old.traits, new.traits) < _BY_CHANCE


def _is_of_another(old: str, new: str) -> bool:
    """Whether two short sentences say one thing of two things: 排查燃气隐患, 排查自建房安全隐患."""
    one, other = _without_amounts(old), _without_amounts(new)
    head = _common(one, other)
    if not 0 < head <= _FRAME:
        return False
    one, other = one[head:][::-1], other[head:][::-1]
    tail = _common(one, other)
    one, other = one[tail:], other[tail:]
    return tail <= _FRAME and min(len(one), len(other)) > 1 and not set(one) & set(other)


def _common(one: str, other: str) -> int:
    """How many characters both begin with; no more are counted than are one too many."""
    most = min(len(one), len(other), _FRAME + 1)
    return next((at for at in range(most) if one[at] != other[at]), most)


# A measure is held against many.
@lru_cache(maxsize=1 << 11)
def _without_amounts(text: str) -> str:
    return _AMOUNT.sub("", text).strip(SIGNS)
