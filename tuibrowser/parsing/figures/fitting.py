"""How well one indicator fits a number: what its patterns find in the words around that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Self

from tuibrowser.lexicon.indicators import WITHIN, IndicatorWording
from tuibrowser.parsing.figures.said import TAIL, Words

_BODIES: Final = re.compile(
    r"(?:乡镇?|镇|街道|镇\(街道\)|[县区]|村(?:\((?:社区|居)\))?|社区|村寨|村民小组|站所|(?:职能|执法)?部门|科室|委办局|党政机关|党组织|支部)$"
)
"""What is counted itself, not what is done to it or by it: 对9个乡镇|开展督察."""


class Rank(NamedTuple):
    """How well it fits; the greatest goes first."""

    place: int
    """2 where what is counted ends with the match, 1 within its noun, 0 elsewhere in the clause."""
    is_own: bool
    """Whether a person wrote the pattern."""
    length: int
    end: int


class Fitting(NamedTuple):
    """The wording of one indicator, ready to be tried."""

    indicator: str
    is_own: bool
    """Whether a person wrote all of it."""
    counted: tuple[re.Pattern[str], ...]
    """Each on its own: what one swallows, another may end with."""
    act: re.Pattern[str] | None
    near: re.Pattern[str] | None
    never: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    absent: re.Pattern[str] | None
    outcomes: re.Pattern[str] | None
    within: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    """What is counted where the sentence or its heading says something."""

    @classmethod
    def of(
        cls, indicator: str, wording: IndicatorWording, outcomes: Sequence[str], *, is_own: bool
    ) -> Self:
        """Compile ``wording``; of ``outcomes`` those that it has itself do not rule it out."""
        own = "".join((*wording.counted, *wording.act, *wording.within))
        return cls(
            indicator,
            is_own,
            tuple(map(re.compile, wording.counted)),
            _any_of(wording.act),
            _any_of(wording.near),
            _any_of(wording.never),
            _any_of(wording.unless),
            _any_of(wording.absent),
            _any_of([re.escape(word) for word in outcomes if word not in own]),
            tuple(_both(it) for it in wording.within),
        )

    def may_hold(self, words: Words) -> bool:
        """Whether nothing said of a number rules it out."""
        noun = words.noun or words.clause
        if self.never and self.never.search(noun):
            return False
        if self.unless and self.unless.search(words.clause):
            return False
        if self.absent and self.absent.search(words.sentence):
            return False
        is_rate = noun.endswith(("率", "满意度"))
        if self.outcomes and not is_rate and self.outcomes.search(noun):
            return False
        if self.act and not any(map(self.act.search, (words.clause, words.noun, words.told))):
            return False
        return not self.near or any(map(self.near.search, (words.sentence, words.told)))

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        for pattern in self.counted:
            yield from pattern.finditer(text)

    def ranks(self, words: Words) -> Iterator[Rank]:
        """How well each match fits.

        A person's own words name their noun wherever they stand in it.
        """
        # The three are often one text, which is searched once.
        texts = {words.phrase, words.noun, words.clause}
        half = [
            counted
            for where, counted in self.within
            if where.search(words.sentence) or where.search(words.heading)
        ]
        matches = {
            it: [*self.matches(it), *(found for one in half for found in one.finditer(it))]
            for it in texts
        }
        for found in matches[words.phrase]:
            if TAIL.fullmatch(words.phrase, found.end()):
                yield self._rank(2, found)
        for found in matches[words.noun]:
            yield self._rank(1 + self.is_own, found)
        first = words.at if words.noun else 0
        last = first + len(words.noun)
        of_bodies = _BODIES.search(words.noun) is not None
        for found in matches[words.clause]:
            if of_bodies and found.start() < first:
                continue  # 整合信访、司法等|11个部门
            if words.noun and found.start() < last < found.end():
                yield self._rank(2, found)  # 6件文件|进行审查
            elif words.noun and found.start() < first and found.end() == last:
                yield self._rank(1, found)  # 走访县域内|86家|企业
            elif found.start() >= first and not of_bodies:
                yield self._rank(0, found)

    def _rank(self, place: int, found: re.Match[str]) -> Rank:
        return Rank(place, self.is_own, found.end() - found.start(), found.end())


def counted_within(wording: IndicatorWording) -> Iterator[str]:
    """What of ``wording`` is counted where something else is said."""
    for it in wording.within:
        yield it.partition(WITHIN)[2]


def _both(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    where, _, counted = pattern.partition(WITHIN)
    return re.compile(where), re.compile(counted)


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None
