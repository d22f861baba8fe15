"""Which indicator a number is of: by what it counts, how its clause says so, and its unit.

The noun decides; where it matches nothing, the words around the number in its clause do. Of several
matches the longest holds, and of two as long the one that ends last, since what is counted stands
at the end: 矛盾纠纷排查化解 counts what was 化解. A part, a change or last year's value that names
nothing itself is of the indicator of the number it goes with.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from tuibrowser.lexicon.indicators import Catalogue, Indicator

_LEFT: Final = 40
_RIGHT: Final = 14
"""Characters around a number that are looked at."""
_BREAKS: Final = re.compile(r"[,。;:!?]")
_ENDS: Final = re.compile(r"[,。;:!?、()\d]")


class Said(NamedTuple):
    """A number in its line."""

    start: int
    end: int
    unit: str
    noun: str
    """Folded; empty where nothing says."""


class _Tried(NamedTuple):
    indicator: str
    counted: re.Pattern[str]
    act: re.Pattern[str] | None
    never: re.Pattern[str] | None

    def rank(self, words: str, noun: str, clause: str) -> tuple[int, int] | None:
        """How well it fits ``words``: the length of the longest match, and where that ends."""
        if not self.counted.search(words):
            return None
        if self.never and self.never.search(noun or clause):
            return None
        if self.act and not self.act.search(clause) and not self.act.search(noun):
            return None
        return max((it.end() - it.start(), it.end()) for it in self.counted.finditer(words))


class Assigning:
    """The catalogue made ready: for each unit the indicators to try."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Compile the patterns of ``catalogue``."""
        self._of = {it.id: it.of or it.id for it in catalogue.indicators.values()}
        self._theme = {it.id: it.theme for it in catalogue.indicators.values()}
        self._all: list[_Tried] = []
        self._by_unit: Mapping[str, list[_Tried]] = defaultdict(list)
        for it in catalogue.indicators.values():
            tried = _tried(it)
            if not it.units & {"%", "分", "元"}:
                self._all.append(tried)
            for unit in it.units:
                self._by_unit[unit].append(tried)

    def parent(self, kinds: Collection[str | None]) -> str | None:
        """The one indicator that all of ``kinds`` are kinds of, if there is one."""
        parents = {self._of.get(it or "") for it in kinds}
        return parents.pop() if len(parents) == 1 else None

    def is_kind(self, indicator: str, total: str) -> bool:
        """Whether a part of ``total`` can be of ``indicator``: what is a kind of something else
        (劳资纠纷) is here only a reason for it (其中农民工讨薪, of 法律援助)."""
        parent = self._of.get(indicator, indicator)
        return parent == indicator or self._theme.get(parent) == self._theme.get(total)

    def of_change(self, noun: str) -> str | None:
        """The indicator whose change is told in % or such, by its noun alone."""
        ranked = [
            ((found[-1].end() - found[-1].start(), found[-1].end()), it.indicator)
            for it in self._all
            if not (it.never and it.never.search(noun)) and not (it.act and not it.act.search(noun))
            if (found := list(it.counted.finditer(noun)))
        ]
        return max(ranked)[1] if ranked else None

    def indicator(self, shadow: str, said: Said, after: int) -> str | None:
        """The indicator of one number; ``None`` where the catalogue has none for it.

        Args:
            shadow: the folded line.
            said: the number.
            after: where the number before it ends; what stands before that belongs to that one.
        """
        candidates = self._by_unit.get(said.unit, ())
        clause = _clause(shadow, said, after)
        for words in (said.noun, clause):
            ranked = [
                (rank, -at, it.indicator)
                for at, it in enumerate(candidates)
                if (rank := it.rank(words, said.noun, clause))
            ]
            if ranked:
                return max(ranked)[-1]
        return None


def _clause(shadow: str, said: Said, after: int) -> str:
    first = max(after, said.start - _LEFT)
    left = _BREAKS.split(shadow[first : said.start])[-1]
    right = _ENDS.split(shadow[said.end : said.end + _RIGHT])[0]
    return f"{left}{right}"


def _tried(indicator: Indicator) -> _Tried:
    return _Tried(
        indicator.id,
        re.compile("|".join(indicator.counted)),
        _any_of(indicator.act),
        _any_of(indicator.never),
    )


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None
