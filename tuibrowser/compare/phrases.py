"""What two wordings have in common, and what one has alone: phrases of words, as far as words are
known, else of characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import compress
from operator import itemgetter
from typing import Final

from tuibrowser.compare.wording import SIGNS, STOP, Wording
from tuibrowser.lexicon.acts import load_acts
from tuibrowser.model.terms import Span

SHORTEST_SHARED: Final = 8
"""Characters of a phrase that is worth calling shared, punctuation left aside. Below that, reports
on one subject share terms (矛盾纠纷排查化解) rather than wording."""

_STRIDE: Final = 16
"""Characters compared at a time."""

_MOST_SCANS: Final = 4_000
"""Words looked for by reading the whole text, 0.1 ms each in a long one; three reports of 100,000
characters look for 1,600 in one of them. Beyond it an index is made."""
_LONGEST_INDEXED: Final = 8

_SHORTEST_OWN: Final = 3
"""A word of one or two characters among words the others have says too little: 截至, 认真, 流程. On
real reports that is every second one."""


class Said:
    """What a cell says, ready to be looked up in."""

    def __init__(self, wording: Wording, parts: Sequence[Span]) -> None:
        # A stop behind each part ends every match there, so that none runs out of its passage.
        self.text = "".join([wording.text[low:high] + STOP for low, high in parts])
        self._wording, self._parts = wording, parts
        self._scans = 0
        self._indexes: dict[int, set[str]] = {}

    def __contains__(self, word: str) -> bool:
        # Most words have two characters, and looking a new one up in a long text takes 0.1 ms.
        pairs = self._pairs
        if any(word[at : at + 2] not in pairs for at in range(len(word) - 1)):
            return False
        if len(word) == 2:
            return True
        self._scans += 1
        return word in self.text if self._scans <= _MOST_SCANS else self._is_indexed(word)

    def _is_indexed(self, word: str) -> bool:
        """Whether ``word`` stands here; of a very long one, whether all its stretches do."""
        size = min(len(word), _LONGEST_INDEXED)
        if size not in self._indexes:
            places = range(len(self.text) - size + 1)
            self._indexes[size] = {self.text[at : at + size] for at in places}
        index = self._indexes[size]
        return all(word[at : at + size] in index for at in range(len(word) - size + 1))

    def has_pair(self, pair: str) -> bool:
        """Whether these two characters follow each other."""
        return pair in self._pairs

    def match(self, first: str, text: str, start: int, end: int) -> int:
        """Up to where this has what ``text`` has from ``start`` on, ``end`` at most.

        ``start`` itself unless ``first``, the first ``SHORTEST_SHARED`` characters, stand at the
        beginning of a word here. Where they do in several places, the last one counts.
        """
        place = self._places.get(first)
        if place is None:
            return start
        mine, stop = self.text, start + SHORTEST_SHARED
        place += SHORTEST_SHARED
        while (
            stop + _STRIDE <= end and text[stop : stop + _STRIDE] == mine[place : place + _STRIDE]
        ):
            stop += _STRIDE
            place += _STRIDE
        while stop < end and text[stop] == mine[place]:
            stop += 1
            place += 1
        return stop

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where the words begin last that ``SHORTEST_SHARED`` characters of a part follow."""
        text, size, base = self._wording.text, SHORTEST_SHARED, 0
        found: dict[str, int] = {}
        for low, high in self._parts:
            shift = base - low
            for at in self._wording.starts_in((low, high - size + 1)):
                found[text[at : at + size]] = at + shift
            base += high - low + 1
        return found

    @cached_property
    def _pairs(self) -> set[str]:
        """Every two characters that follow each other."""
        return set(map(str.__add__, self.text, self.text[1:]))


def shared_phrases(wording: Wording, part: Span, others: Sequence[Said]) -> Iterator[Span]:
    """The phrases of ``part`` that stand in one of ``others``, the longest at each place."""
    text, free, sentence = wording.text, part[0], part[0]
    for start in wording.starts_in(part):
        if start < free:
            continue
        if start >= sentence:
            sentence = text.find(STOP, start, part[1])
            sentence = part[1] if sentence < 0 else sentence
        if start + SHORTEST_SHARED > sentence:
            free = sentence
            continue
        first, stop = text[start : start + SHORTEST_SHARED], start
        for other in others:
            stop = max(stop, other.match(first, text, start, sentence))
        if stop > start:
            end = wording.word_end(stop, part)
            if end - start >= SHORTEST_SHARED:
                yield start, end
                free = end


@cache
def _empty_words() -> re.Pattern[str]:
    return re.compile(f"(?:{load_acts().empty.pattern})+")


class Elsewhere(dict[str, bool]):
    """Which words say something and stand nowhere in other cells, worked out once for each."""

    def __init__(self, others: Sequence[Said]) -> None:
        super().__init__(dict.fromkeys(SIGNS, False))
        self._others = others
        self._is_empty = _empty_words().fullmatch

    def __missing__(self, word: str) -> bool:
        own = self[word] = self._stands_nowhere(word) and not self._is_empty(word)
        return own

    def _stands_nowhere(self, word: str) -> bool:
        return all(word not in other for other in self._others)

    def own_phrases(self, wording: Wording, part: Span) -> Iterator[Span]:
        """Runs of words of ``part`` that do not stand here, over a known character or not."""
        text = wording.text
        words = self._own_words if wording.knows_words else self._own_characters
        first = last = size = 0
        for start, end in words(wording, part):
            if size and not (start == last or (start == last + 1 and text[last] not in SIGNS)):
                if size >= _SHORTEST_OWN:
                    yield first, last
                size = 0
            first = first if size else start
            last = end
            size += end - start
        if size >= _SHORTEST_OWN:
            yield first, last

    def _own_words(self, wording: Wording, part: Span) -> Iterator[Span]:
        words, text = list(wording.words(part)), wording.text
        return compress(words, map(self.__getitem__, [text[start:end] for start, end in words]))

    def _own_characters(self, wording: Wording, part: Span) -> Iterator[Span]:
        """The characters that make new pairs with both their neighbours."""
        text, (low, high) = wording.text, part
        after = low < high and text[low] not in SIGNS
        for at in range(low, high):
            before, after = after, True
            if at + 1 < high and SIGNS.isdisjoint(text[at : at + 2]):
                pair = text[at : at + 2]
                after = not any(other.has_pair(pair) for other in self._others)
            if before and after and text[at] not in SIGNS:
                yield at, at + 1


def without(span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """What is left of ``span``; ``taken`` is in order, and no two of it overlap."""
    start, end = span
    for at in range(bisect_right(taken, start, key=itemgetter(1)), len(taken)):
        low, high = taken[at]
        if low >= end:
            break
        if start < low:
            yield start, low
        start = max(start, high)
    if start < end:
        yield start, end


def common(first: Sequence[Span], second: Sequence[Span]) -> Iterator[Span]:
    """What lies in a span of both; each in order, and no two of one overlap."""
    one = other = 0
    while one < len(first) and other < len(second):
        start, end = first[one]
        low, high = second[other]
        if max(start, low) < min(end, high):
            yield max(start, low), min(end, high)
        if end < high:
            one += 1
        else:
            other += 1
