"""How characters sound: toneless pinyin from a shipped table (``lexicon/SOURCES.md``).

Every Han character has one *default* syllable, the one it has most often in official prose, and
every syllable one *representative*, the commonest character with that default. A text written in
representatives sounds as before but has one spelling for each sound, so what compares wordings
(bigrams of an index, string distances) compares sounds. Of a thousand characters of the sample
reports three are read otherwise than by default (pypinyin, with context); ``representatives`` and
``alternatives`` say where to look for them.

Syllables are ASCII, with v for ü: lv, nve. Text is expected folded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PINYIN = Path(__file__).with_name("data") / "pinyin.txt"
_NOT_ALPHANUMERIC = re.compile(r"[^0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class Sound:
    """A syllable and the characters that are read so, commonest first."""

    syllable: str
    by_default: str
    in_words: str
    """Read otherwise by default, but so in words that people use: 行 as hang."""
    listed: str
    """Read so in large dictionaries only, such as 治 as chi, and in some names."""

    @property
    def representative(self) -> str:
        """The character that stands for the syllable; empty for 8 of 419, which are no default."""
        return self.by_default[:1]


@cache
def sounds() -> dict[str, Sound]:
    """Every syllable's sound, the commonest first."""
    _, *lines = _PINYIN.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {syllable: Sound(syllable, *columns) for syllable, *columns in rows}


def represent(text: str) -> str:
    """``text`` with the representative of its default syllable for every Han character.

    As long as before; what is no Han character stays. Doing it twice changes nothing. Over 10
    million characters a second.
    """
    return text.translate(_representatives())


def initials(text: str) -> str:
    """The first letters of the default syllables, as long as ``text``: z, c, s for zh, ch, sh too.

    ASCII letters and digits stay, everything else becomes a space.
    """
    return _NOT_ALPHANUMERIC.sub(" ", text.translate(_initials()))


def readings(character: str) -> tuple[str, ...]:
    """All syllables of ``character``: the default, those it has in words, those merely listed.

    Empty for what is no Han character.
    """
    return spoken(character) + _listed().get(character, ())


def spoken(character: str) -> tuple[str, ...]:
    """The readings of ``character`` in words that people use, the default first.

    The others are mostly archaic: with them a character of a report could begin with 1.27 letters
    instead of 1.08, four of them with twice as many groups of initials.
    """
    default = _defaults().get(represent(character))
    return (default, *_in_words().get(character, ())) if default else ()


def is_han(character: str) -> bool:
    """Whether the table knows how ``character`` sounds."""
    return ord(character) in _representatives()


def spoken_initials(character: str) -> str:
    """The first letters of :func:`spoken`, each once, the default's first; else empty."""
    return _spoken_initials().get(character, "")


def capital_initials(text: str) -> str:
    """``text`` with the first letter of its default syllable, in capitals, for every Han character.

    As long as before; what is no Han character stays, and folded text has no capitals of its own.
    """
    return text.translate(_capital_initials())


@cache
def several_initials() -> re.Pattern[str]:
    """Finds a character whose :func:`spoken_initials` are more than one."""
    several = (one for one, letters in _spoken_initials().items() if len(letters) > 1)
    return re.compile(f"[{''.join(several)}]")


def representatives(syllable: str) -> tuple[str, ...]:
    """What a represented text may show where ``syllable`` is read, the most useful first.

    Its own representative, then those of the default syllables of characters that have it as
    another reading in words: diao gives the representative of diao and, for 调, that of tiao. At
    most 6; none for what is no syllable.
    """
    sound = sounds().get(syllable)
    if sound is None:
        return ()
    others = sound.in_words or ("" if sound.by_default else sound.listed)
    return tuple(dict.fromkeys(sound.representative + represent(others)))


def alternatives(character: str) -> tuple[str, ...]:
    """What a represented text may show where it sounds like ``character``, its own first.

    The representatives of all its readings in words. What is no Han character sounds like itself.
    """
    shown = [one for syllable in spoken(character) for one in representatives(syllable)]
    return tuple(dict.fromkeys(shown)) or (character,)


def syllables_of(characters: Collection[str]) -> dict[int, str]:
    """For ``str.translate``: each of ``characters`` as its default syllable and a blank, so that
    readings are ordered syllable by syllable. 2 ms, where a table of all takes five times that."""
    wanted = frozenset(characters)
    return {
        ord(one): f"{sound.syllable} "
        for sound in sounds().values()
        for one in wanted.intersection(sound.by_default)
    }


@cache
def _representatives() -> dict[int, str]:
    # Built on first use, with reading the file 8-12 ms.
    return _translation(lambda sound: sound.representative)


@cache
def _initials() -> dict[int, str]:
    return _translation(lambda sound: sound.syllable[0])


@cache
def _capital_initials() -> dict[int, str]:
    return {code: letter.upper() for code, letter in _initials().items()}


@cache
def _spoken_initials() -> dict[str, str]:
    letters = {chr(code): letter for code, letter in _initials().items()}
    for character, syllables in _in_words().items():
        first = letters.get(character, "")
        letters[character] = "".join(dict.fromkeys([*first, *(one[0] for one in syllables)]))
    return letters


def _translation(shown: Callable[[Sound], str]) -> dict[int, str]:
    """For ``str.translate``: what is shown for every character's default syllable."""
    table: dict[int, str] = {}
    for sound in sounds().values():
        table.update(dict.fromkeys(map(ord, sound.by_default), shown(sound)))
    return table


@cache
def _defaults() -> dict[str, str]:
    """The syllable that each representative stands for."""
    return {one.representative: one.syllable for one in sounds().values() if one.by_default}


@cache
def _in_words() -> dict[str, tuple[str, ...]]:
    return _readings((sound.syllable, sound.in_words) for sound in sounds().values())


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    return _readings((sound.syllable, sound.listed) for sound in sounds().values())


def _readings(columns: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for syllable, characters in columns:
        for character in characters:
            found[character] += (syllable,)
    return dict(found)
