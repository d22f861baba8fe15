"""What aligning measures knows of wordings: acts, empty words, how common each term is.

Plain text files of this folder rather than TOML, since browsing reads them: ``tomllib`` alone would
cost more than all three. Nobody adds to them at home, so that two reports align the same way
everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from math import log
from operator import add
from pathlib import Path
from typing import Final

_HERE = Path(__file__).parent
NAMES: Final = 1.0
"""Weight of a word that names an act."""
_HINTS: Final = 0.35
"""Weight of a word that only hints at an act."""

_RAREST: Final = 3.5
"""Beyond one measure in 33 a term is rare: the table comes from too few texts to tell more."""


@dataclass(frozen=True)
class Naming:
    """Which words stand for which acts; all words are folded."""

    words: Mapping[str, tuple[tuple[str, Mapping[str, float]], ...]]
    """By their first two characters, which all have: words, the longest first, with the acts they
    stand for and weights."""

    def in_text(self, shadow: str) -> dict[str, float]:
        """The acts that folded ``shadow`` speaks of, every word once, with the sum of weights."""
        found: dict[str, float] = {}
        for standing_for in dict(self._read(shadow)).values():
            for act, weight in standing_for.items():
                found[act] = found.get(act, 0.0) + weight
        return found

    def _read(self, shadow: str) -> Iterator[tuple[str, Mapping[str, float]]]:
        read = 0
        for at, beginning in enumerate(map(add, shadow, shadow[1:])):
            if at >= read and beginning in self.words:
                for word, standing_for in self.words[beginning]:
                    if shadow.startswith(word, at):
                        yield word, standing_for
                        read = at + len(word)
                        break


@dataclass(frozen=True)
class Acts(Naming):
    """What measures do and what says nothing of it."""

    empty_words: tuple[str, ...]
    """Those that say nothing of what was done, the longest first."""
    empty: re.Pattern[str]
    """Any of them."""


@dataclass(frozen=True)
class Frequencies:
    """How common terms are: pairs of characters, and ids of acts."""

    measures: int
    """How many were counted."""
    counts: Mapping[str, int]
    """In how many of them a term stood."""

    @cached_property
    def _rarities(self) -> Mapping[str, float]:
        return {term: self._rarity(count) for term, count in self.counts.items()}

    @cached_property
    def _rarest(self) -> float:
        return self._rarity(0)

    def _rarity(self, count: int) -> float:
        return min(_RAREST, log((self.measures + 1) / (count + 1)))

    def rarities(self, terms: Iterable[str]) -> dict[str, float]:
        """How much it says that two measures share each of ``terms``."""
        find, rarest = self._rarities.get, self._rarest
        return {term: find(term, rarest) for term in terms}

    def weighed(self, counts: Mapping[str, float]) -> dict[str, float]:
        """Each of ``counts`` times the rarity of its term."""
        find, rarest = self._rarities.get, self._rarest
        return {term: count * find(term, rarest) for term, count in counts.items()}


@cache
def load_acts() -> Acts:
    """The words of ``acts.txt`` and ``emptywords.txt``."""
    empty = sorted(" ".join(_lines("emptywords.txt")).split(), key=len, reverse=True)
    return Acts(_standing("acts.txt"), tuple(empty), re.compile("|".join(map(re.escape, empty))))


@cache
def load_everyday() -> Naming:
    """The words of ``everyday.txt``, which people ask with and no report has."""
    return Naming(_standing("everyday.txt"))


@cache
def load_names() -> Mapping[str, str]:
    """For each act the words of ``acts.txt`` that name it, divided by blanks."""
    return {act: names for act, names, _ in _named("acts.txt")}


@cache
def load_frequencies() -> Frequencies:
    """The counts of ``frequencies.txt``."""
    total, *lines = _lines("frequencies.txt")
    counts = (line.split("\t") for line in lines)
    return Frequencies(int(total), {term: int(count) for term, count in counts})


def _standing(name: str) -> dict[str, tuple[tuple[str, Mapping[str, float]], ...]]:
    """The words of a file as ``Naming.words``."""
    standing: dict[str, dict[str, float]] = {}
    for act, names, hints in _named(name):
        for words, weight in ((names, NAMES), (hints, _HINTS)):
            for word in words.split():
                standing.setdefault(word, {})[act] = weight
    by_first: dict[str, list[tuple[str, Mapping[str, float]]]] = {}
    for word in sorted(standing, key=len, reverse=True):
        by_first.setdefault(word[:2], []).append((word, standing[word]))
    return {first: tuple(words) for first, words in by_first.items()}


def _named(name: str) -> Iterator[tuple[str, str, str]]:
    """Each act of a file with what names it and what hints at it."""
    for line in _lines(name):
        act, _, listed = line.partition(":")
        names, _, hints = listed.partition("|")
        yield act, names, hints


def _lines(name: str) -> list[str]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
