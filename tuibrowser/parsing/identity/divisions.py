"""Where a text names provinces, prefectures and counties that the gazetteer holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.identity.chain import HAN
from tuibrowser.places.gazetteer import Unit, gazetteer

# Code, not lexicon: the levels are laid down by law; the names are the gazetteer's.
_LEVEL: Final = re.compile("自治[区州县旗]|[省市县区旗州盟]|地区")
_BY_STEM: Final = re.compile(rf"(?:法治|平安|数字|清廉|幸福|美丽)(?P<stem>[{HAN}]{{2,5}})")
_LONGEST: Final = 16
_SHORTEST: Final = 3
_TWO: Final = re.compile("[^和及与全各本我该]县")
"""沁县 is a name; 矿区 and 城区 are more often words, and 和县 a clause."""


class Division(NamedTuple):
    """A name in a folded text, and the divisions that bear it."""

    start: int
    end: int
    units: Sequence[Unit]


def in_full(shadow: str) -> Iterator[Division]:
    """The names that stand there in full, or as 湘西州 for an autonomous one, the longest where one
    ends like another."""
    book, last = gazetteer(), 0
    for found in _LEVEL.finditer(shadow):
        end = found.end()
        for start in range(max(last, end - _LONGEST), end - 1):
            name = shadow[start:end]
            if len(name) < _SHORTEST and not _TWO.fullmatch(name):
                continue
            if units := book.superiors(name) or book.superiors_abbreviated(name):
                yield Division(start, end, units)
                last = end
                break


def by_stem(shadow: str, lexicon: Lexicon) -> Iterator[Division]:
    """The names that stand there without their level, as in 法治丽水; 法治惠民 says a word."""
    book = gazetteer()
    for found in _BY_STEM.finditer(shadow):
        for length in range(len(found["stem"]), 1, -1):
            name = found["stem"][:length]
            if name in lexicon.words_like_places:
                break
            if units := book.superiors_called(name):
                start = found.start("stem")
                yield Division(start, start + length, units)
                break
