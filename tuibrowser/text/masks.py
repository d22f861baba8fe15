"""What differs between any two reports: names, years, point markers and numbers.

Without them the same sentence of two townships, or of two years, is the same string. Everything
here expects folded text without white space (``fold.squash``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from tuibrowser.text.fold import squash
from tuibrowser.text.placename import stem

NAME: Final = "X"
YEAR: Final = "Y"
NUMBER: Final = "N"
"""Stand for what was taken out. Folded text has no capitals, so none is mistaken for text."""

POINT: Final = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:[是要]|、)|\(?[一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}[.、](?!\d(?!0\d\d年))|[①-⑳]|首先|其次|再次|最后)[,、:]?"
)
"""What a passage begins with to tell its place among others."""

YEARS: Final = re.compile(
    r"(?:20\d\d年?[-—–~至到])?20\d\d年度?|[(\[〔]20\d\d[)\]〕]|二[〇零][〇零一二三四五六七八九]{2}年度?"
)
_DOTS: Final = "·•・‧∙⋅･"
"""Written for the dot amid numbers: 12·4."""
NUMBERS: Final = re.compile(rf"\d+(?:[.,{_DOTS}]\d+)*")
_ONE_DOT: Final = dict.fromkeys(map(ord, _DOTS), ".")


class Masked(NamedTuple):
    """A text without what differs anyway."""

    text: str
    """With ``NAME``, ``YEAR`` and ``NUMBER`` in place of what was taken out."""
    numbers: tuple[str, ...]
    """The numbers that were taken out, less years, in order."""


def mask(squashed: str, names: re.Pattern[str] | None) -> Masked:
    """Take ``names``, years and numbers out of a text, in that order."""
    if names is not None:
        squashed = names.sub(NAME, squashed)
    squashed = YEARS.sub(YEAR, squashed)
    return Masked(NUMBERS.sub(NUMBER, squashed), tuple(numbers_in(squashed)))


def numbers_in(squashed: str) -> list[str]:
    """The numbers of a text in order, whatever dot they are written with."""
    return [number.translate(_ONE_DOT) for number in NUMBERS.findall(squashed)]


def without_point(squashed: str) -> str:
    """A text without the marker that it begins with, if it does."""
    point = POINT.match(squashed)
    return squashed[point.end() :] if point else squashed


def names_of(full: Iterable[str | None]) -> re.Pattern[str] | None:
    """Finds any of the names, in full or short: 柳溪镇, 柳溪; ``None`` where none is known."""
    names = {short for name in full if name for short in (squash(name), squash(stem(name)))}
    longest_first = sorted(filter(None, names), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None
