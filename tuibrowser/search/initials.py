"""Readings of a query by initials, alone or beside syllables, and of pinyin with one slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, product
from typing import Final

from tuibrowser.model.terms import How, Span
from tuibrowser.search.attempt import Attempt, Judge, Tokens, each, literal
from tuibrowser.search.sounds import (
    LETTERS,
    LONGEST,
    MOST_TOKENS,
    READINGS,
    abbreviations_of,
    as_written,
    attempts,
    growing,
    heard,
    sound_tokens,
    sounding,
    unit_of,
)
from tuibrowser.store.index.tokens import initials_token
from tuibrowser.text.abbreviations import is_initial
from tuibrowser.text.misspelt import doubled_initials, misspellings
from tuibrowser.text.soundgrams import groups_of
from tuibrowser.text.syllables import standard
from tuibrowser.text.typed import matches_initials

_MOST_MIXED: Final = 4


def by_initials(needles: Sequence[str]) -> Iterator[Attempt]:
    """Every needle of letters as the initials of neighbouring characters, the others as they are:
    xzzf, 渡口 xzzf."""
    letters = [one for one in needles if _az(one)]
    others = [one for one in needles if not _az(one)]
    if not letters or not all(1 < len(one) <= LONGEST for one in letters):
        return
    if tokens := initials_tokens(letters):
        judge = each([initials_judge(one) for one in letters])
        yield _beside(Attempt("initials", 0, tokens, judge, sounds=True), others)


def _written(needles: Sequence[str]) -> Tokens:
    """Of the index of sounds, for ``needles`` as they are."""
    return sound_tokens([as_written(one[:LONGEST]) for one in needles])


def initials_tokens(needles: Sequence[str]) -> Tokens:
    """Of the index of sounds, for ``needles`` of two initials at least."""
    tokens = [
        tuple(map(initials_token, group)) for needle in needles for group in groups_of(needle)
    ]
    spread = -(-len(tokens) // MOST_TOKENS) or 1
    return tuple(tokens[::spread])


def by_mixture(needles: Sequence[str]) -> Iterator[Attempt]:
    """Every needle of letters as initials and syllables beside each other, in one word or in
    several, the others as they are: xzzhifa, xingzf, xingzheng zf, 渡口 xzzhifa; as initials, too,
    if some are of two letters: xzchf."""
    letters = [one for one in needles if _az(one)]
    others = [one for one in needles if not _az(one)]
    # Of more words than a few some must be meant in full.
    if not 0 < len(letters) <= _MOST_MIXED or max(map(len, letters)) > LONGEST:
        return
    ways = filter(_is_mixture, product(*map(abbreviations_of, letters)))
    for cost, combined in enumerate(islice(ways, READINGS), start=1):
        is_bare = all(map(is_initial, chain.from_iterable(combined)))
        for attempt in _mixed("initials" if is_bare else "pinyin", cost, combined):
            yield _beside(attempt, others)


def _beside(attempt: Attempt, others: Sequence[str]) -> Attempt:
    """``attempt`` where all ``others`` stand, too."""
    if not others:
        return attempt
    judge = each([attempt.judge, *map(literal, others)])
    return replace(attempt, tokens=(*attempt.tokens, *_written(others)), judge=judge)


def _is_mixture(words: Sequence[tuple[str, ...]]) -> bool:
    """Whether neither syllables nor initials are all that ``words`` are of."""
    units = list(chain.from_iterable(words))
    return not all(map(standard, units)) and any(len(unit) > 1 for unit in units)


def _mixed(how: How, cost: int, words: Sequence[tuple[str, ...]]) -> Iterator[Attempt]:
    """The attempt for ``words``, each as its syllables and initials."""
    tokens = [
        tuple(map(initials_token, group))
        for units in words
        if len(units) > 1
        for group in groups_of("".join(unit[0] for unit in units))
    ]
    if tokens:
        spread = -(-len(tokens) // MOST_TOKENS)
        judge = each([sounding(tuple(map(unit_of, units))) for units in words])
        yield Attempt(how, cost, tuple(tokens[::spread]), judge, sounds=True)


def by_misspelling(needles: Sequence[str]) -> Iterator[Attempt]:
    """All needles as one word of pinyin with a letter too many or missing; as a mixture with one
    initial where there are two of it: xingzf for xingzzf."""
    letters = "".join(needles).replace("'", "")
    if not all(map(LETTERS.fullmatch, needles)):
        return
    ways = misspellings(letters)
    for cost, one in enumerate(ways):
        reading = (*map(heard, one.before), heard(*one.meant), *map(heard, one.after.syllables))
        if one.after.unfinished:
            reading = (*reading, growing(one.after.unfinished))
        for attempt in attempts("fuzzy", cost, (reading,)):
            yield replace(attempt, misspelt=True)
    for cost, units in enumerate(doubled_initials(letters), len(ways)):
        for attempt in _mixed("fuzzy", cost, (units,)):
            yield replace(attempt, misspelt=True)


def _az(needle: str) -> bool:
    return needle.isascii() and needle.isalpha()


def initials_judge(letters: str) -> Judge:
    """Holds where neighbouring characters begin with ``letters``."""

    def judge(text: str) -> tuple[Span, ...] | None:
        found = matches_initials(letters, text)
        return found and (found,)

    return judge
