"""What two wordings have in common, and what one has alone: phrases of words, as far as words are
known, else of characters.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
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

_UTF16: Final = f"utf-16-{sys.byteorder[0]}e"
_CODE: Final = -1 << 32
"""The half of a hash that stands for a phrase; a place in a text takes that of the other half."""
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
    """What a cell says, ready to be looked up in.

    What is looked up stands in sorted arrays: 4 or 8 bytes an entry and half a microsecond for each
    look, where sets and dicts of strings take 100 to 200 bytes.
    """

    def __init__(self, wording: Wording, parts: Sequence[Span]) -> None:
        # A stop behind each part ends every match there, so that none runs out of its passage.
        self.text = "".join([wording.text[low:high] + STOP for low, high in parts])
        self._wording, self._parts = wording, parts
        self._scans = 0
        self._indexes: dict[int, array[int]] = {}

    def __contains__(self, word: str) -> bool:
        # Most words have two characters, and looking a new one up in a long text takes 0.1 ms.
        for at in range(len(word) - 1):
            if not self.has_pair(word[at : at + 2]):
                return False
        if len(word) == 2:
            return True
        self._scans += 1
        return word in self.text if self._scans <= _MOST_SCANS else self._is_indexed(word)

    def _is_indexed(self, word: str) -> bool:
        """Whether ``word`` stands here; of a very long one, whether all its stretches do."""
        size = min(len(word), _LONGEST_INDEXED)
        if size not in self._indexes:
            stretches = (self.text[at : at + size] for at in range(len(self.text) - size + 1))
            self._indexes[size] = array("q", sorted(set(map(hash, stretches))))
        index = self._indexes[size]
        return all(_holds(index, hash(word[at : at + size])) for at in range(len(word) - size + 1))

    def has_pair(self, pair: str) -> bool:
        """Whether these two characters follow each other."""
        packed = pair.encode(_UTF16, "surrogatepass")
        if len(packed) != 4:  # rare characters, two units each
            return pair in self.text
        return _holds(self._pairs, int.from_bytes(packed, sys.byteorder))

    def match(self, first: str, text: str, start: int, end: int) -> int:
        """Up to where this has what ``text`` has from ``start`` on, ``end`` at most.

        ``start`` itself unless ``first``, the first ``SHORTEST_SHARED`` characters, stand at the
        beginning of a word here. Where they do in several places, the last one counts.
        """
        place = self._last_place(first)
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

    def _last_place(self, first: str) -> int | None:
        code = hash(first) & _CODE
        at = bisect_left(self._places, code - _CODE) - 1
        while at >= 0 and (place := self._places[at] - code) >= 0:
            # Other phrases may have the same code.
            if self.text.startswith(first, place):
                return place
            at -= 1
        return None

    @cached_property
    def _places(self) -> array[int]:
        """Where words begin that ``SHORTEST_SHARED`` characters of a part follow, each added to the
        code of these."""
        text, size, base = self._wording.text, SHORTEST_SHARED, 0
        found: list[int] = []
        for low, high in self._parts:
            shift = base - low
            starts = self._wording.starts_in((low, high - size + 1))
            found += [(hash(text[at : at + size]) & _CODE) + at + shift for at in starts]
            base += high - low + 1
        found.sort()
        return array("q", found)

    @cached_property
    def _pairs(self) -> array[int]:
        """Every two units of UTF-16 that follow each other, each pair as a number.

        It is made at the speed of C: numbers of four bytes begin at every even unit, and then at
        every odd one.
        """
        packed = self.text.encode(_UTF16, "surrogatepass")
        pairs: set[int] = set()
        for first in (0, 2):
            whole = (len(packed) - first) // 4 * 4
            pairs.update(memoryview(packed)[first : first + max(whole, 0)].cast("I"))
        return array("I", sorted(pairs))


def _holds(numbers: array[int], number: int) -> bool:
    """Whether ``number`` is among ``numbers``, which are sorted."""
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


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
