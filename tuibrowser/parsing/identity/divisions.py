"""Where a text names provinces, prefectures and counties that the gazetteer holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import Span
from tuibrowser.parsing.lines.numbering import HAN
from tuibrowser.places.gazetteer import Unit, gazetteer
from tuibrowser.places.wording import is_name

# Code, not lexicon: the levels are laid down by law; the names are the gazetteer's.
_LEVEL: Final = re.compile("自治[区州县旗]|[省市县区旗州盟]|地区")
# 为营口林草事业发展提供保障: whose affairs these are.
_SERVED: Final = re.compile(
    rf"(?:(?<=为)|(?<=助力)|(?<=服务)|(?<=护航)|(?<=赋能))(?!长治久)(?P<stem>[{HAN}]{{2,5}})"
    rf"(?=[{HAN}]{{0,10}}(?:发展|振兴|建设|事业|现代化|打造|创建))"
)
_LONGEST: Final = 16
_LONGEST_STEM: Final = 5
_SHORTEST: Final = 3
_TWO: Final = re.compile("[^和及与全各本我该]县")
"""沁县 is a name; 矿区 and 城区 are more often words, and 和县 a clause."""


class Division(NamedTuple):
    """A name in a folded text, and the divisions that bear it."""

    start: int
    end: int
    units: Sequence[Unit]


def in_full(shadow: str, lexicon: Lexicon) -> Iterator[Division]:
    """The names that stand there in full, or as 湘西州 for an autonomous one, the longest where one
    ends like another.

    What is as likely an ordinary word is none (:func:`tuibrowser.places.wording.is_name`).
    """
    book, last = gazetteer(), 0
    for found in _LEVEL.finditer(shadow):
        end = found.end()
        for start in range(max(last, end - _LONGEST), end - 1):
            name = shadow[start:end]
            if len(name) < _SHORTEST and not _TWO.fullmatch(name):
                continue
            if units := book.superiors(name) or book.superiors_abbreviated(name):
                if is_name(shadow, start, end, lexicon):
                    yield Division(start, end, units)
                    last = end
                break


def by_stem(shadow: str, lexicon: Lexicon) -> Iterator[Division]:
    """The names that stand there without their level, as in 法治丽水 or 启东主城区; 法治惠民 says a
    word."""
    for found in (*_led(lexicon.before_stem).finditer(shadow), *_SERVED.finditer(shadow)):
        start, last = found.span("stem")
        lengths = range(last - start, 1, -1)
        yield from _first_called(shadow, [(start, start + it) for it in lengths], lexicon)
    for found in lexicon.behind_own_stem.finditer(shadow):
        end = found.start()
        lengths = range(min(_LONGEST_STEM, end), 1, -1)
        yield from _first_called(shadow, [(end - it, end) for it in lengths], lexicon)


@cache
def _led(before: str) -> re.Pattern[str]:
    """What may be a stem behind one of the words ``before``, the source of a pattern."""
    return re.compile(rf"{before}(?P<stem>[{HAN}]{{2,5}})")


def _first_called(shadow: str, spans: Sequence[Span], lexicon: Lexicon) -> Iterator[Division]:
    """The first of ``spans`` that is what people call a division, unless it is a word."""
    for start, end in spans:
        name = shadow[start:end]
        if name in lexicon.words_like_places:
            return
        if units := gazetteer().superiors_called(name):
            yield Division(start, end, units)
            return
