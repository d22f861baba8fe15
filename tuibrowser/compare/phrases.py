"""What two wordings have in common, and what one has alone: phrases of words, as far as words are
known, else of characters.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress
from typing import Final

from tuibrowser.compare.wording import SIGNS, STOP, Wording
from tuibrowser.lexicon.acts import load_acts
from tuibrowser.model.terms import Span

SHORTEST_SHARED: Final = 8
"""Characters of a phrase that is worth calling shared, punctuation left aside. Below that, reports
on one subject share terms (矛盾纠纷排查化解) rather than wording."""

_STRIDE: Final = 16
"""Characters compared at a time."""

_SHORTEST_OWN: Final = 3
"""A word of one or two characters among words the others have says too little: 截至, 认真, 流程. On
real reports that is every second one."""


_PLACE_BITS: Final = 24
"""For a place in the text of a cell: 16 million characters."""
_HASH_MASK: Final = (1 << 63 - _PLACE_BITS) - 1


class Index:
    """The phrases of some parts of a wording: of each its hash and its place in one number, in
    order. A dictionary of them would take 17 times the memory."""

    def __init__(self, wording: Wording, parts: Sequence[Span]) -> None:
        text, size = wording.text, SHORTEST_SHARED
        # A stop behind each part ends every match there, so that none runs out of its passage.
        self._text = "".join([text[low:high] + STOP for low, high in parts])
        found: list[int] = []
        base = 0
        for low, high in parts:
            starts, shift = wording.starts_in((low, high - size + 1)), base - low
            # As `_bucket` does, which it would take 20 ms to call for 50,000 phrases.
            found += [
                (hash(text[at : at + size]) & _HASH_MASK) << _PLACE_BITS | at + shift
                for at in starts
            ]
            base += high - low + 1
        found.sort()
        self._places = array("q", found)

    def match(self, first: str, text: str, start: int, end: int) -> int:
        """Up to where this has what ``text`` has from ``start`` on, ``end`` at most.

        ``start`` itself unless ``first``, the first ``SHORTEST_SHARED`` characters, stand at the
        beginning of a word here. Where they do in several places, the last one counts.
        """
        place = self._place(first)
        if place is None:
            return start
        mine, stop = self._text, start + SHORTEST_SHARED
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

    def _place(self, first: str) -> int | None:
        places, bucket = self._places, _bucket(first)
        at = bisect_left(places, bucket + (1 << _PLACE_BITS)) - 1
        while at >= 0 and places[at] >= bucket:
            place = places[at] - bucket
            if self._text.startswith(first, place):
                return place
            at -= 1
        return None


def _bucket(phrase: str) -> int:
    """Where the places of ``phrase``, and hardly any other, are numbered from."""
    return (hash(phrase) & _HASH_MASK) << _PLACE_BITS


def shared_phrases(wording: Wording, part: Span, others: Sequence[Index]) -> Iterator[Span]:
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


class Said:
    """The text of a cell."""

    def __init__(self, wording: Wording, parts: Iterable[Span]) -> None:
        self.text = STOP.join([wording.text[low:high] for low, high in parts])
        self._pairs: array[int] | None = None

    def __contains__(self, word: str) -> bool:
        # Most words have two characters, and looking a new one up in a long text takes 0.1 ms.
        for at in range(len(word) - 1):
            if not self.has_pair(word[at : at + 2]):
                return False
        return len(word) == 2 or word in self.text

    def has_pair(self, pair: str) -> bool:
        """Whether these two characters follow each other."""
        if self._pairs is None:
            self._pairs = _units(self.text)
        packed = pair.encode(_UTF16, "surrogatepass")
        if len(packed) != 4:  # rare characters, two units each
            return pair in self.text
        number = int.from_bytes(packed, sys.byteorder)
        at = bisect_left(self._pairs, number)
        return at < len(self._pairs) and self._pairs[at] == number


_UTF16: Final = f"utf-16-{sys.byteorder[0]}e"


def _units(text: str) -> array[int]:
    """Every two units of UTF-16 that follow each other, each pair as a number, in order.

    4 bytes each, where a set of strings takes 130; it is made at the speed of C, too: numbers of
    four bytes begin at every even unit, and then at every odd one.
    """
    packed = text.encode(_UTF16, "surrogatepass")
    pairs: set[int] = set()
    for first in (0, 2):
        whole = (len(packed) - first) // 4 * 4
        pairs.update(memoryview(packed)[first : first + max(whole, 0)].cast("I"))
    return array("I", sorted(pairs))


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


def merged(spans: Iterable[Span]) -> list[Span]:
    """``spans`` in order, those that touch joined."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def without(span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """What is left of ``span``; ``taken`` is in order."""
    start, end = span
    for low, high in taken:
        if start < low and start < end:
            yield start, min(low, end)
        start = max(start, high)
    if start < end:
        yield start, end


def common(first: Sequence[Span], second: Sequence[Span]) -> Iterator[Span]:
    """What lies in a span of both; each in order."""
    for start, end in first:
        for low, high in second:
            if max(start, low) < min(end, high):
                yield max(start, low), min(end, high)
