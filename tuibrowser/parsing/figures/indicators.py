"""Which indicator a number is of: by what it counts, how its clause says so, and its unit.

What is counted stands at the end of the words that lead to a number (公众号推送|信息), so a match
that reaches their end goes first; then one within the noun, then one in the clause that goes beyond
the noun. Of several matches the longest holds, of two as long the one that ends last
(矛盾纠纷排查化解 counts what was 化解), then the one that asks for a word nearby. A kind goes
before what it is a kind of. A person's own words that fit as near go before all of ours, whatever
ours say against them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from tuibrowser.lexicon.finder import WordFinder
from tuibrowser.lexicon.indicators import Catalogue, Indicator, IndicatorWording
from tuibrowser.parsing.figures.fitting import Fitting, Rank, counted_within
from tuibrowser.parsing.figures.needles import needles
from tuibrowser.parsing.figures.said import NumberInLine, Words, words_of

_MEMBERS: Final = re.compile("、|和(?![解谐睦])|及(?!时)|(?<!参)与")
_ASPECT: Final = re.compile("(?:时限|时间|环节|材料|成本|频次)(?:平均|总体)?$")
"""What is less or more by a share is this, not the thing that has it."""


_KEPT: Final = 256
"""Answers that are kept, as in ``words_of``."""


class _Tried(NamedTuple):
    """A wording that may be tried, and of which indicator."""

    indicator: str
    wording: IndicatorWording
    is_own: bool


class _Match(NamedTuple):
    """A wording that fits a number; the greatest goes first."""

    rank: Rank
    has_near: bool
    before: int
    """The negative of its number."""
    indicator: str


class _Found(NamedTuple):
    """What of the catalogue fits a number."""

    held: Sequence[int]
    """Wordings that nothing said of the number rules out."""
    matches: Sequence[_Match]


class Assigning:
    """The catalogue made ready: for each unit the indicators to try."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take ``catalogue``, whose patterns are compiled where a word of them is met: a few
        reports name few of them, and all take 0.1 s."""
        self._of = {it.id: it.of or it.id for it in catalogue.indicators.values()}
        self._attended = {it.id: it.attended for it in catalogue.indicators.values()}
        self._theme = {it.id: it.theme for it in catalogue.indicators.values()}
        self._added = {it.id for it in catalogue.indicators.values() if it.own == it.wording}
        self._outcomes = catalogue.outcomes
        self._wordings: list[_Tried] = []
        self._made: dict[int, Fitting] = {}
        self._numbers: dict[str, int] = {}
        self._by_unit: Mapping[str, set[int]] = defaultdict(set)
        self._changed: Mapping[str, set[int]] = {"%": set(), "百分点": set()}
        self._always: set[int] = set()
        self._by_word: Mapping[str, set[int]] = defaultdict(set)
        for it in catalogue.indicators.values():
            for wording, is_own in _wordings(it):
                self._add(it, wording, is_own)
        self._finder = WordFinder(self._by_word)
        self._of_unit = lru_cache(maxsize=_KEPT)(self._find_of_unit)
        self._choices = {
            unit: tuple(dict.fromkeys(self._wordings[at].indicator for at in sorted(numbers)))
            for unit, numbers in self._by_unit.items()
        }

    def _add(self, indicator: Indicator, wording: IndicatorWording, is_own: bool) -> None:
        at = len(self._wordings)
        self._wordings.append(_Tried(indicator.id, wording, is_own))
        self._numbers[indicator.id] = at
        if not indicator.units & {"%", "分"}:
            self._changed["%"].add(at)
        if "%" in indicator.units:
            self._changed["百分点"].add(at)
        for unit in indicator.units:
            self._by_unit[unit].add(at)
        words = needles("|".join((*wording.counted, *counted_within(wording))))
        if words is None:
            self._always.add(at)
        for word in words or ():
            self._by_word[word].add(at)

    def _tried(self, at: int) -> Fitting:
        if (fitting := self._made.get(at)) is None:
            it = self._wordings[at]
            fitting = Fitting.of(it.indicator, it.wording, self._outcomes, is_own=it.is_own)
            self._made[at] = fitting
        return fitting

    def parent(self, kinds: Collection[str | None]) -> str | None:
        """The one indicator that all of ``kinds`` are kinds of, if there is one."""
        parents = {self._of.get(it or "") for it in kinds}
        return parents.pop() if len(parents) == 1 else None

    def attended(self, indicator: str | None) -> str | None:
        """The indicator of those who came to what ``indicator`` counts."""
        return self._attended.get(indicator or "")

    def is_of(self, indicator: str | None) -> bool:
        """Whether ``indicator`` is a kind of another."""
        return self._of.get(indicator or "", indicator) != indicator

    def is_kind(self, indicator: str, total: str) -> bool:
        """Whether a part of ``total`` can be of ``indicator``: what is a kind of something else
        (劳资纠纷) is here only a reason for it (其中农民工讨薪, of 法律援助)."""
        parent = self._of.get(indicator, indicator)
        return indicator in self._added or self._theme.get(parent) == self._theme.get(total)

    def of_change(self, noun: str, unit: str) -> str | None:
        """The indicator whose change is told in ``unit``, by its noun alone: a count changes by
        its own unit or by %, a rate by 百分点."""
        if _ASPECT.search(noun):
            return None
        allowed = self._changed.get(unit, self._by_unit.get(unit, self._changed["%"]))
        words = Words(noun, noun, noun, noun, 0, "")
        return self._best(words, self._find(allowed, words))

    def of_clause(self, clause: str, unit: str, sentence: str) -> str | None:
        """The indicator that a ``clause`` of a ``sentence`` names, counted in ``unit``."""
        words = Words(clause, clause, clause, sentence, 0, "")
        return self._best(words, self._of_unit(unit, words))

    def choices(self, unit: str) -> tuple[str, ...]:
        """The indicators that are counted in ``unit``."""
        return self._choices.get(unit, ())

    def forbids(self, indicator: str, noun: str, around: str) -> bool:
        """Whether the catalogue says of ``noun`` or of its clause that they are not of it."""
        it = self._tried(self._numbers[indicator])
        is_never = it.never is not None and it.never.search(noun or around) is not None
        return is_never or (it.unless is not None and bool(it.unless.search(around + noun)))

    def names(self, indicator: str, noun: str) -> bool:
        """Whether ``noun`` is of an indicator where what it asks for nearby is said."""
        return any(self._tried(self._numbers[indicator]).matches(noun))

    def indicator(self, shadow: str, said: NumberInLine, after: int) -> str | None:
        """The indicator of one number; ``None`` where the catalogue has none for it.

        Args:
            shadow: the folded line.
            said: the number.
            after: where the number before it ends; what stands before that belongs to that one.
        """
        words = words_of(shadow, said, after)
        return self._best(words, self._of_unit(said.unit, words))

    def ranks(self, shadow: str, said: NumberInLine, after: int) -> Mapping[str, Rank]:
        """The indicators that fit one number, each as well as the best of its wordings does."""
        found = self._of_unit(said.unit, words_of(shadow, said, after))
        return {it.indicator: it.rank for it in sorted(found.matches)}

    def _find_of_unit(self, unit: str, words: Words) -> _Found:
        return self._find(self._by_unit.get(unit, set()), words)

    def _find(self, allowed: Collection[int], words: Words) -> _Found:
        held = [
            at for at in self._named(words).intersection(allowed) if self._tried(at).may_hold(words)
        ]
        matches = [
            _Match(rank, it.near is not None, -at, it.indicator)
            for at in held
            for it in (self._tried(at),)
            for rank in it.ranks(words)
        ]
        return _Found(held, matches)

    def _best(self, words: Words, found: _Found) -> str | None:
        if not found.matches:
            return None
        first = max(found.matches)
        best = first.indicator
        parent = self._of[best]
        if self._names_several(words, [at for at in found.held if self._is_kind_of(at, parent)]):
            return parent
        # Those who were trained are told by the courses, whose kinds count people, too.
        parents = {parent, *(it for it, people in self._attended.items() if people == best)}
        kinds = [
            it
            for it in found.matches
            if it.rank.place == first.rank.place
            and any(self._is_kind_of(-it.before, other) for other in parents)
        ]
        return max(kinds).indicator if kinds else best

    def _is_kind_of(self, at: int, parent: str) -> bool:
        indicator = self._wordings[at].indicator
        return self._of[indicator] == parent != indicator

    def _names_several(self, words: Words, kinds: Collection[int]) -> bool:
        """Whether what is counted is a list whose members are of several of ``kinds``:
        物业、邻里、劳务等纠纷."""
        # Without 等 a noun of its own is named by each: 邻里、土地纠纷分别为12件和9件.
        listed = words.clause if "等" in words.clause else words.noun
        cuts = [it.start() for it in _MEMBERS.finditer(listed)]
        members: dict[int, set[str]] = defaultdict(set)
        for at in kinds:
            for found in self._tried(at).matches(listed):
                members[bisect_left(cuts, found.start())].add(self._tried(at).indicator)
        return len(members) > 1 and not set.intersection(*members.values())

    def _named(self, words: Words) -> set[int]:
        """The indicators of which a word is said: 5 of 70 that a unit has."""
        found = set(self._always)
        by_word = self._by_word
        for text in _apart(words.clause, words.phrase, words.noun):
            for word in self._finder.inside(text):
                found |= by_word[word]
        return found


def _apart(*texts: str) -> Iterator[str]:
    """Those of ``texts`` that are no part of one before."""
    for at, text in enumerate(texts):
        if not any(text in other for other in texts[:at]):
            yield text


def _wordings(indicator: Indicator) -> Iterator[tuple[IndicatorWording, bool]]:
    """What a person wrote, and if that is not all of it, all; whether it is the person's."""
    if indicator.own.counted:
        yield indicator.own, True
    if indicator.wording != indicator.own:
        yield indicator.wording, False
