"""Typed pinyin as dictionaries, input methods and passports spell it, made plain: lǜsè, lv4se4,
lüse and lyuse are lvse."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tuibrowser.text.syllables import split

_TONES: Final = "\u0300\u0301\u0304\u0306\u030c"
"""Fourth, second and first tone; the third twice, since breves are typed for carons."""
_TONE: Final = re.compile(f"(?<=[a-z\u0308])[{_TONES}]+")
_UMLAUT: Final = re.compile("[uv]\u0308+|(?<=[ln])u:")
_UMLAUT_UNSAID: Final = re.compile("(?<=[jqxy])v")
"""After these ü is written u; input methods take v as well."""

_UMLAUT_IN_PASSPORTS: Final = re.compile("(?<=l)yu(?!a?n)|(?<=(?<![a-z'])n)yu(?!a?n)")
"""No syllable ends in l, but many do in n; lyuan and lyun are l and another syllable."""

# A mark behind a digit would come to stand on the letter before it.
_NUMBERED: Final = re.compile(r"(?<![a-z'0-9])(?:[a-z']+[0-5])+[a-z']*(?![0-9\u0300-\u036f])")
_SYLLABLES: Final = re.compile("([a-z']+)([0-5]?)")


def toneless(typed: str) -> str:
    """``typed`` (folded) with its pinyin in a to z and apostrophes; the rest stays as it is.

    Tone marks go; ü becomes v, or u after j, q, x and y. A digit behind a syllable is its tone and
    becomes a boundary, where all letters before digits are syllables: ``led3`` stays.
    """
    # No upper case but that of ü with a mark is left by folding.
    apart = unicodedata.normalize("NFD", typed.lower())
    # Before digits go, since jv is no syllable.
    plain = _UMLAUT_UNSAID.sub("u", _UMLAUT.sub("v", _TONE.sub("", apart)))
    plain = _UMLAUT_IN_PASSPORTS.sub("v", plain)
    return _NUMBERED.sub(_without_numbers, unicodedata.normalize("NFC", plain))


def _without_numbers(found: re.Match[str]) -> str:
    parts = [(letters.strip("'"), digit) for letters, digit in _SYLLABLES.findall(found[0])]
    for letters, digit in parts:
        spellings = split(letters) if digit else ()
        if digit and (not spellings or spellings[0].unfinished):
            return found[0]
    return "'".join(letters for letters, _ in parts if letters)
