"""Sentence patterns filled with words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

from benchmarks.vocabulary import table

YEARLY = re.compile(r"\{(few|n|m|pct|year|next)\}")
"""Slots that are filled anew each year; all others are words."""
_WORD = re.compile(r"\{(?!(?:few|n|m|pct|year|next)\})(\w+)\}")


@cache
def _pieces(pattern: str) -> list[str]:
    """What stands between words and, at odd places, the words' names."""
    return _WORD.split(pattern)


class Words:
    """Deals words and sentence patterns like cards: none comes again before the deck is empty."""

    def __init__(self, chance: Random, lists: Mapping[str, Sequence[str]]) -> None:
        self.part = ""
        """The theme or item written on, whose own lists come before those of all."""
        self._chance = chance
        self._lists = lists
        self._decks: dict[str, list[str]] = {}

    def deal(self, name: str) -> str:
        """The next of the list ``name``, itself filled."""
        own = f"{self.part}.{name}"
        name = own if own in self._lists else name
        deck = self._decks.get(name)
        if not deck:
            deck = self._decks[name] = [*self._lists[name]]
            if name not in (own, "common"):
                # Words are not equally frequent: what stands first in a list is in every deck,
                # what stands last in hardly any. Clauses are: all reports would say the first.
                random, count = self._chance.random, len(deck)
                deck[:] = [word for at, word in enumerate(deck) if random() * count >= at]
        # Shuffling decks of which a report needs a tenth took longer.
        at = int(self._chance.random() * len(deck))
        deck[at], deck[-1] = deck[-1], deck[at]
        return self.fill(deck.pop())

    def fill(self, pattern: str) -> str:
        """``pattern`` with its words."""
        pieces = _pieces(pattern)
        if len(pieces) == 1:
            return pattern
        return "".join(self.deal(piece) if at % 2 else piece for at, piece in enumerate(pieces))


@cache
def lists() -> dict[str, Sequence[str]]:
    """The words and patterns for all, and those of a theme or item under its name: 3.clauses."""
    frame, people = table("frame"), table("names")["people"]
    found: dict[str, Sequence[str]] = {
        name: words.split() for name, words in table("words").items()
    }
    found |= {"open": frame["open"].split(), "common": frame["common"].split(), **people}
    for at, theme in enumerate(table("themes")["theme"]):
        found |= {f"{at}.{name}": words.split() for name, words in theme.items() if name != "share"}
    for item in frame["item"]:
        for name in item.keys() & {"clauses", "figures", "opener", "topic", "effect"}:
            found[f"{item['kind']}.{name}"] = item[name].split()
    return found
