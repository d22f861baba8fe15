"""What two measures are judged by: what they say, in which words, of what, below which headings.

Nothing here knows what the answer is for: whether measures of two townships belong together and
whether one goes on from one of last year is told from the same traits, each weighed as labelled
measures taught (``lexicon/likeness.txt``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log, sqrt
from operator import add
from typing import Final

from tuibrowser.compare.masks import Mask
from tuibrowser.lexicon.acts import load_acts, load_frequencies
from tuibrowser.lexicon.classifier import classify
from tuibrowser.model.report import Passage, Report
from tuibrowser.text.likeness import dice
from tuibrowser.text.meaning import Direction, cosine, direction
from tuibrowser.text.vectors import Terms, product, square, unit

_HAN: Final = re.compile("[\u3400-\u9fff]+")
_GAP: Final = "|"
_SHORT: Final = log(25)
"""Beyond so many characters a text says enough for chance to be no matter; what two short ones
share they share by chance the more, the shorter they are."""
_LONGER: Final = 1.0
"""What a clause was added to has less in common; but what is three times as long and more has the
characters of a short one by chance."""


@dataclass(frozen=True)
class Said:
    """A masked text taken apart. Words that say nothing are left out, unless it has no others."""

    text: str
    characters: Terms
    """Each with how rare it is."""
    pairs: Terms
    """Of neighbouring characters."""

    @cached_property
    def weight(self) -> float:
        """How much its characters say together: the squares of how rare they are."""
        return square(self.characters)

    @cached_property
    def weight_of_pairs(self) -> float:
        """The same of its pairs of characters."""
        return square(self.pairs)

    @cached_property
    def acts(self) -> Terms:
        """What is done, as a vector of length 1; empty where no word tells."""
        return unit(load_frequencies().weighed(load_acts().in_text(self.text)))

    @cached_property
    def direction(self) -> Direction:
        """What it is about (0.05 ms)."""
        return direction(self.text)

    @cached_property
    def leaning(self) -> tuple[float, ...]:
        """How much it leans towards each theme, as a vector of length 1 (0.02 ms)."""
        leaning = tuple(classify(self.text, "").values())
        length = sqrt(sum(it * it for it in leaning))
        return tuple(it / length for it in leaning) if length else leaning

    @cached_property
    def length(self) -> float:
        """The logarithm of how many characters it has."""
        return log(max(1, len(self.text)))


@dataclass(frozen=True, eq=False, slots=True)
class Above:
    """The headings above a measure."""

    words: Terms
    """A vector of length 1."""
    acts: Terms
    """What they say is done, the same."""


@dataclass(frozen=True)
class Traits:
    """A measure of a report."""

    said: Said
    themes: frozenset[str]
    above: Above


Trait = Callable[[Traits, Traits], float]
"""What two measures have in common in one respect."""


def traits_of(report: Report, mask: Mask, texts: Sequence[str]) -> list[Traits]:
    """The traits of each of ``report.measures``, whose masked ``texts`` are known."""
    headings = _Headings(report, mask)
    return [
        Traits(say(text), frozenset(measure.themes), headings.above(measure))
        for measure, text in zip(report.measures, texts, strict=True)
    ]


# Much of what a township says stays from year to year.
@lru_cache(maxsize=1 << 11)
def say(text: str) -> Said:
    """Take masked ``text`` apart."""
    rarities = load_frequencies().rarities
    for part in (load_acts().empty.sub(_GAP, text), text):
        runs = _HAN.findall(part)
        if runs:
            joined = _GAP.join(runs)
            neighbours = (it for it in map(add, joined, joined[1:]) if _GAP not in it)
            return Said(
                text,
                rarities("".join(runs)),
                {it: sqrt(rarity) for it, rarity in rarities(neighbours).items()},
            )
    return Said(text, dict.fromkeys(text, 1.0), {})


def at_once(one: Said, other: Said, shared: float) -> tuple[float, ...]:
    """``AT_ONCE``, from the product of their characters, ``shared``."""
    least = min(one.weight, other.weight)
    return (
        dice(shared, one.weight, other.weight),
        shared / least if least else 0.0,
        min(one.length, other.length, _SHORT),
        min(abs(one.length - other.length), _LONGER),
    )


# Few sets of themes are met, and they are compared often.
@lru_cache(maxsize=1 << 12)
def _of_themes(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


# Many measures stand below the same headings.
@lru_cache(maxsize=1 << 12)
def _of_headings(one: Above, other: Above) -> tuple[float, float]:
    return product(one.words, other.words), product(one.acts, other.acts)


def _pairs(one: Traits, other: Traits) -> float:
    a, b = one.said, other.said
    return dice(product(a.pairs, b.pairs), a.weight_of_pairs, b.weight_of_pairs)


AT_ONCE: Final = ("characters", "characters_within", "shortness", "lengths")
"""What :func:`at_once` tells."""
AT_LENGTH: Final[Mapping[str, Trait]] = {
    "pairs": _pairs,
    "acts": lambda one, other: product(one.said.acts, other.said.acts),
    "themes": lambda one, other: _of_themes(one.themes, other.themes),
    "heading": lambda one, other: _of_headings(one.above, other.above)[0],
    "heading_acts": lambda one, other: _of_headings(one.above, other.above)[1],
}
"""0.3 us each."""
AT_LAST: Final[Mapping[str, Trait]] = {
    "leaning": lambda one, other: cosine(one.said.leaning, other.said.leaning),
    "meaning": lambda one, other: cosine(one.said.direction, other.said.direction),
}
"""0.6 us each, but each text is first looked up in a table, 0.02 and 0.05 ms."""
FEATURES: Final = (*AT_ONCE, *AT_LENGTH, *AT_LAST)
"""What speaks for or against two measures being one matter, each -1 to 1 but for ``shortness``."""


class _Headings:
    """The headings of a report."""

    def __init__(self, report: Report, mask: Mask) -> None:
        self._report = report
        self._mask = mask
        self._known: dict[int | None, Above] = {}

    def above(self, measure: Passage) -> Above:
        """Those above one measure."""
        section = measure.section
        if section not in self._known:
            self._known[section] = _above(_GAP.join(self._titles(section)))
        return self._known[section]

    def _titles(self, section: int | None) -> Iterator[str]:
        """From the nearest up; not those that only name an item."""
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


# Of equal headings one, so that they need not be compared.
@lru_cache(maxsize=1 << 9)
def _above(titles: str) -> Above:
    said = say(titles)
    return Above(unit(said.pairs), said.acts)
