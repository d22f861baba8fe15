"""Readings of a query by sound: homophones, typed pinyin, initials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice, pairwise, product
from typing import Final, NamedTuple

from tuibrowser.model.terms import How, Span
from tuibrowser.search.attempt import Attempt, Judge, Tokens, each, literal
from tuibrowser.text.abbreviations import mixtures
from tuibrowser.text.pinyin import (
    alternatives,
    is_han,
    represent,
    representatives,
    sounds,
    spoken,
)
from tuibrowser.text.syllables import Spelling, completions, split, standard


class Position(NamedTuple):
    """What a text may hold in one place."""

    shown: tuple[str, ...]
    """In the represented text, as the index has it. This lets in what sounds otherwise: whatever
    is shown as a character with several readings is."""
    characters: frozenset[str]
    """In the text itself."""


Reading = tuple[Position, ...]

LETTERS: Final = re.compile(r"[a-z']+")
_PIECES: Final = re.compile(r"[a-z']+|[^a-z']+")

_FOR_UMLAUT: Final = {"lu": "lv", "nu": "nv"}
"""What many type for want of ü: falu, funu."""

# Nobody means more than a few of the ways to cut letters into syllables.
_SPELLINGS: Final = 4
READINGS: Final = 6

# Of a pair of unfinished or much-read syllables there are hundreds, each a list to walk.
_MOST_ALTERNATIVES: Final = 100
MOST_TOKENS: Final = 24

# No one types more by sound in one go.
LONGEST: Final = 64


def by_sound(needles: Sequence[str], quoted: frozenset[str]) -> Iterator[Attempt]:
    """Every needle as it sounds: another spelling of its characters, or pinyin for them.

    Args:
        needles: Words of the query, folded.
        quoted: Those of them that are meant to the letter.
    """
    if quoted.issuperset(needles) or max(map(len, needles)) > LONGEST:
        return
    choices = [
        [(as_written(needle), False)] if needle in quoted else list(_readings(needle))
        for needle in needles
    ]
    if len(needles) > 1 and all(map(LETTERS.fullmatch, needles)) and not quoted:
        # ``tiao jie`` is more often one word than two.
        for spelling in split(" ".join(needles))[:_SPELLINGS]:
            for cost, reading in enumerate(_spelt(spelling)):
                yield from attempts("pinyin", cost, (reading,))
    for combined in islice(product(*choices), READINGS):
        how: How = "pinyin" if any(typed for _, typed in combined) else "homophone"
        readings = tuple(reading for reading, _ in combined)
        for attempt in attempts(how, int(len(needles) > 1), readings):
            judge = each([attempt.judge, *map(literal, quoted)])
            yield replace(attempt, judge=judge) if quoted else attempt


def abbreviations_of(letters: str) -> list[tuple[str, ...]]:
    """Beside mixtures what is one or the other throughout, since a neighbour may be a mixture."""
    whole = [spelling.syllables for spelling in split(letters, 1) if not spelling.unfinished]
    mixed = [way.units for way in mixtures(letters)[:_SPELLINGS]]
    # u, v and i begin no syllable.
    return [*mixed, *whole, *([tuple(letters)] if all(map(completions, letters)) else [])]


def unit_of(letters: str) -> Position:
    """What a syllable or its beginning stands for."""
    syllable = standard(letters) if len(letters) > 1 else None
    return heard(syllable) if syllable else growing(letters)


def _readings(needle: str) -> Iterator[tuple[Reading, bool]]:
    """Ways to read ``needle``, and whether pinyin was read in it."""
    pieces: list[list[tuple[Reading, bool]]] = []
    for piece in _PIECES.findall(needle):
        if LETTERS.fullmatch(piece):
            spellings = split(piece)[:_SPELLINGS]
            read = [(reading, True) for one in spellings for reading in _spelt(one)]
            # Letters beside characters may be letters: LED屏.
            if piece == needle:
                pieces.append(read)
                continue
            for units in abbreviations_of(piece)[:_SPELLINGS]:
                read.append((tuple(map(unit_of, units)), True))
            pieces.append([*read, (as_written(piece), False)])
        else:
            pieces.append([(tuple(map(_alike, piece)), False)])
    for combined in islice(product(*pieces), READINGS):
        reading = tuple(place for part, _ in combined for place in part)
        yield reading, any(typed for _, typed in combined)


def as_written(piece: str) -> Reading:
    return tuple(Position((represent(character),), frozenset(character)) for character in piece)


@lru_cache(maxsize=1 << 12)
def _alike(character: str) -> Position:
    """What sounds like ``character``."""
    found = [heard(syllable) for syllable in spoken(character)]
    characters = frozenset(character).union(*(one.characters for one in found))
    return Position(alternatives(character), characters)


@lru_cache(maxsize=1 << 12)
def heard(*syllables: str) -> Position:
    """What is read as one of ``syllables``."""
    found = [sounds()[one] for one in syllables]
    shown = dict.fromkeys(chain.from_iterable(map(representatives, syllables)))
    # A syllable that nothing has by default is only met in what dictionaries list.
    spoken_so = "".join(
        one.by_default + one.in_words + ("" if one.by_default else one.listed) for one in found
    )
    return Position(tuple(shown), frozenset(spoken_so))


def _spelt(spelling: Spelling) -> Iterator[Reading]:
    """What a spelling says: as it stands, with a last syllable that is still being typed, and with
    ü for u."""
    known = tuple(map(heard, spelling.syllables))
    if spelling.unfinished:
        yield (*known, growing(spelling.unfinished))
        return
    yield known
    last = spelling.syllables[-1]
    if len(completions(last)) > 1:
        yield (*known[:-1], growing(last))
    meant = [_FOR_UMLAUT.get(it, it) for it in spelling.syllables]
    if len(meant) > 1 and meant != list(spelling.syllables):
        yield tuple(map(heard, meant))


def growing(letters: str) -> Position:
    return heard(*completions(letters))


def attempts(how: How, cost: int, readings: Sequence[Reading]) -> Iterator[Attempt]:
    tokens = sound_tokens(readings)
    by_sound = bool(tokens)
    if not tokens and how == "pinyin" and len(readings) == 1 and len(readings[0]) == 1:
        tokens = _characters(readings[0][0])
    if tokens:
        judge = each([sounding(reading) for reading in readings])
        yield Attempt(how, cost, tokens, judge, sounds=by_sound)


def sound_tokens(readings: Sequence[Reading]) -> Tokens:
    """Pairs of the index of sounds; nothing where no two neighbours hold a Han character."""
    found: list[tuple[str, ...]] = []
    for reading in readings:
        for one, other in pairwise(reading):
            pair = one.shown, other.shown
            if any(map(is_han, chain(*pair))) and all(shown[0].isalnum() for shown in pair):
                found.append(tuple(map("".join, product(*pair))))
    # Few alternatives say most.
    found.sort(key=len)
    few = [pairs for pairs in found if len(pairs) <= _MOST_ALTERNATIVES]
    return tuple((few or [pairs[:_MOST_ALTERNATIVES] for pairs in found])[:MOST_TOKENS])


def _characters(position: Position) -> Tokens:
    """Characters of a syllable that stands alone, as the index of characters has them."""
    shown = set(position.shown)
    characters = [one.by_default[:8] for one in sounds().values() if one.representative in shown]
    return (tuple("".join(characters))[:_MOST_ALTERNATIVES],)


def sounding(reading: Reading) -> Judge:
    """Holds where a stretch of the text sounds so."""
    places = "".join(f"[{''.join(map(re.escape, place.shown))}]" for place in reading)
    # Looked for at every place: what is let in by one reading may hide what is meant behind it.
    pattern = re.compile(f"(?=({places}))", re.DOTALL)
    accepted = [place.characters for place in reading]

    def judge(text: str) -> tuple[Span, ...] | None:
        for found in pattern.finditer(represent(text)):
            start = found.start()
            if all(text[start + at] in those for at, those in enumerate(accepted)):
                return ((start, start + len(accepted)),)
        return None

    return judge
