"""A report's text as it is compared with the texts of others: its words, without what differs
anyway.

Punctuation, blanks and the markers of points are left out, a number is one sign whatever it says,
and so is a name of the report's own place: the same sentence of two townships or two years is then
the same string.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, compress, pairwise
from typing import Final

from tuibrowser.compare.masks import own_names
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import Span
from tuibrowser.text.fold import fold
from tuibrowser.text.masks import NUMBERS, POINT
from tuibrowser.text.words import start_flags

NUMBER: Final = "#"
NAME: Final = "@"
STOP: Final = "\n"
"""Stands for the end of a sentence; no phrase goes over it."""

SIGNS: Final = frozenset({NUMBER, NAME, STOP})
"""What no word is made of."""

# Code, not lexicon: comparing opens no file, and these are all the ways to say it.
_OUR: Final = re.compile("[我全本](?:镇|乡|街道)")

# While the text keeps its length: what a number and a name become, and what is left out.
_NUMBER_HERE: Final = "\ue000"
_NAME_HERE: Final = "\ue001"
_NOTHING: Final = "\0"
_KEPT: Final = re.compile(f"[^{_NOTHING}]+")


class _Kept(dict[int, str]):
    """Letters as they are, the ends of sentences as ``STOP``, and nothing else."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = character if character.isalpha() else _NOTHING
        self[code] = kept = STOP if character in "。;!?" else kept
        return kept


@cache
def _kept() -> _Kept:
    return _Kept({ord(_NUMBER_HERE): NUMBER, ord(_NAME_HERE): NAME})


@dataclass(frozen=True, slots=True)
class Wording:
    """What is left of a report, and where it stands there."""

    text: str
    """Letters, folded, with ``NUMBER``, ``NAME`` and ``STOP``."""
    knows_words: bool
    _flags: bytes
    """Of each character of ``text``, 1 if a word begins there; of all if that is not known."""
    _runs: list[int]
    """Where stretches of ``text`` begin that stand in one piece in ``Report.text``, too."""
    _origins: list[int]
    """Where they begin there."""
    _ends: dict[int, int]
    """Where what a character stands for ends in ``Report.text``, by where it begins, if it is more
    than one character."""

    def part(self, passage: Passage) -> Span:
        """The stretch of ``text`` that ``passage`` is."""
        return self._place(passage.start), self._place(passage.end)

    def source(self, start: int, end: int) -> Span:
        """The stretch of ``Report.text`` that ``text[start:end]``, not empty, stands for."""
        last = self._origin(end - 1)
        return self._origin(start), self._ends.get(last, last + 1)

    def starts_in(self, part: Span) -> Iterator[int]:
        """Where words begin in a part."""
        return compress(range(*part), self._flags[slice(*part)])

    def words(self, part: Span) -> Iterator[Span]:
        """The words of a part; single characters where words are not known."""
        return pairwise([*self.starts_in(part), part[1]])

    def word_end(self, end: int, part: Span) -> int:
        """``end`` itself where a word of ``part`` ends there, else the last place before."""
        return end if end == part[1] else self._flags.rfind(1, 0, end + 1)

    def _place(self, origin: int) -> int:
        """Where in ``text`` stands what is left from ``origin`` on."""
        run = bisect_right(self._origins, origin) - 1
        if run < 0:
            return 0
        place = self._runs[run] + origin - self._origins[run]
        return min(place, self._runs[run + 1] if run + 1 < len(self._runs) else len(self.text))

    def _origin(self, place: int) -> int:
        run = bisect_right(self._runs, place) - 1
        return self._origins[run] + place - self._runs[run]


def reword(text: str) -> str:
    """``text`` as :class:`Wording` has it, without names."""
    shadow = NUMBERS.sub(_NUMBER_HERE, fold(text))
    return shadow.translate(_kept()).replace(_NOTHING, "")


def wording(report: Report) -> Wording:
    """Take from ``report`` what is compared (100,000 characters: 13 ms)."""
    ends: dict[int, int] = {}

    def name(match: re.Match[str]) -> str:
        ends[match.start()] = match.end()
        return _NAME_HERE.ljust(match.end() - match.start(), _NOTHING)

    def number(match: re.Match[str]) -> str:
        ends[match.start()] = match.end()
        return _NUMBER_HERE.ljust(match.end() - match.start(), _NOTHING)

    shadow = _OUR.sub(name, _without_points(report))
    if (names := own_names(report)) is not None:
        shadow = names.sub(name, shadow)
    shadow = NUMBERS.sub(number, shadow).translate(_kept())
    kept = [match.span() for match in _KEPT.finditer(shadow)]
    text = shadow.replace(_NOTHING, "")
    flags = bytes([1]) * len(text)
    if report.word_starts is not None:
        known = start_flags(report.word_starts, len(shadow) + 1)
        for start, end in ends.items():
            known[start] = known[end] = 1
        flags = b"".join([known[low:high] for low, high in kept])
    runs = list(accumulate([high - low for low, high in kept[:-1]], initial=0))
    origins = [low for low, _ in kept]
    return Wording(text, report.word_starts is not None, flags, runs, origins, ends)


def _without_points(report: Report) -> str:
    """The folded text, with nothing where a marker (（一）, 二是) stood."""
    shadow = fold(report.text)
    pieces, at = [], 0
    for passage in report.passages:
        if point := POINT.match(shadow, passage.start, passage.end):
            pieces += [shadow[at : passage.start], _NOTHING * (point.end() - passage.start)]
            at = point.end()
    return "".join([*pieces, shadow[at:]])
