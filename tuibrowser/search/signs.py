"""Readings of a query whose letters stand in a text with other signs between them, or with none:
法律明白人培养 for “法律明白人”培养, 行政处罚法第33条 for 《行政处罚法》第三十三条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from tuibrowser.model.terms import How, Span
from tuibrowser.search.attempt import Attempt, Judge, Tokens, each, literal, matching
from tuibrowser.search.initials import initials_judge, initials_tokens
from tuibrowser.search.numbers import in_any_writing
from tuibrowser.search.sounds import heard, sound_tokens, sounding
from tuibrowser.search.stages import tokens_of
from tuibrowser.text.quantities import quantities
from tuibrowser.text.syllables import split

_SHORTEST: Final = 4
"""Letters; fewer stand side by side by chance."""
_LONGEST: Final = 24
_FEWEST: Final = 3
"""Syllables."""
_PART: Final = 2
_LONGEST_PART: Final = 8
"""Characters of what quotes stand around."""

# What ends a sentence parts what it says; a sign between digits, + and % say something themselves.
_SAYS_NOTHING: Final = r"[^\w。;!?+%‰]"
_SIGN: Final = re.compile(rf"(?<![0-9]){_SAYS_NOTHING}|{_SAYS_NOTHING}(?![0-9])")
_CUT: Final = "\0"
_NUMBERING: Final = re.compile(
    r"(?:\(?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[)、]|\.(?!\d))|[①-⑳]"
    r"|[一二三四五六七八九十]是|第[一二三四五六七八九十],|其[一二三四五六],|[>.*●■◆▪✓☑]+)+"
)
"""What a line copied from a list begins with, and another list has otherwise."""


def by_signs(
    needles: Sequence[str], quoted: frozenset[str], around: bool = False
) -> Iterator[Attempt]:
    """Each needle in turn with other signs, the others as they are.

    Args:
        needles: Words of the query, equated.
        quoted: Those of them that are meant to the letter.
        around: Whether signs stand on both sides of a part of it, rather than in one place.
    """
    ways = _with_a_part_apart if around else _with_one_more
    for at, needle in enumerate(needles):
        bare = _SIGN.sub("", needle)
        if needle in quoted or not _SHORTEST <= len(bare) <= _LONGEST:
            continue
        others = (*needles[:at], *needles[at + 1 :])
        numbers = [found.written for found in quantities(needle)]
        pattern, _ = in_any_writing(bare, numbers)
        judge = each([across_signs(matching(re.compile(pattern))), *map(literal, others)])
        for runs in ways(_runs(needle)):
            if tokens := tokens_of((*runs, *others)):
                yield Attempt("fuzzy", 0, tokens, judge, signs=True)


def by_numbering(needles: Sequence[str], quoted: frozenset[str]) -> Iterator[Attempt]:
    """The query without the number of the item that it was copied from: 3、夜间巡查 for
    （一）夜间巡查."""
    found = _NUMBERING.match(needles[0]) if needles and needles[0] not in quoted else None
    if found is None:
        return
    bare, rest = needles[0][found.end() :], needles[1:]
    # 1. may stand apart from what it numbers.
    if len(bare) >= _SHORTEST or (rest and not bare):
        asked = tuple(filter(None, (bare, *rest)))
        judge = each([literal(one) for one in asked])
        yield Attempt("fuzzy", 0, tokens_of(asked), judge, signs=True)


def by_sound_across_signs(needles: Sequence[str]) -> Iterator[Attempt]:
    """A word of pinyin or of initials with a sign somewhere in it: bawupufa for “八五”普法."""
    if len(needles) != 1 or not (needles[0].isascii() and needles[0].isalpha()):
        return
    (letters,) = needles
    for spelling in split(letters, 1):
        reading = tuple(map(heard, spelling.syllables))
        if len(reading) >= _FEWEST and not spelling.unfinished:
            judge = across_signs(sounding(reading))
            for at in range(1, len(reading)):
                tokens = sound_tokens((reading[:at], reading[at:]))
                yield from _heard_so("pinyin", tokens, judge)
    if _SHORTEST <= len(letters) <= _LONGEST:
        judge = across_signs(initials_judge(letters))
        for at in range(1, len(letters)):
            parts = [part for part in (letters[:at], letters[at:]) if len(part) > 1]
            yield from _heard_so("initials", initials_tokens(parts), judge)


def _heard_so(how: How, tokens: Tokens, judge: Judge) -> Iterator[Attempt]:
    if tokens:
        yield Attempt(how, 1, tokens, judge, sounds=True)


def across_signs(judge: Judge) -> Judge:
    """Holds where ``judge`` does if nobody reads the signs."""

    def bare(text: str) -> tuple[Span, ...] | None:
        written, offsets = _without_signs(text)
        found = judge(written)
        return found and tuple((offsets[start], offsets[end - 1] + 1) for start, end in found)

    return bare


# As many as one query reads.
@lru_cache(maxsize=1 << 11)
def _without_signs(text: str) -> tuple[str, tuple[int, ...]]:
    signs = {found.start() for found in _SIGN.finditer(text)}
    offsets = tuple(at for at in range(len(text)) if at not in signs)
    return "".join(text[at] for at in offsets), offsets


def _runs(needle: str) -> tuple[str, ...]:
    """What stands in the text whatever signs and numbers stand between."""
    cut = list(_SIGN.sub(_CUT, needle))
    for number in quantities(needle):
        cut[number.start : number.end] = _CUT * len(number.written)
    return tuple(filter(None, "".join(cut).split(_CUT)))


def _with_one_more(runs: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """``runs``, and with one more sign in any of them."""
    yield runs
    for number, run in enumerate(runs):
        for at in range(1, len(run)):
            yield (*runs[:number], run[:at], run[at:], *runs[number + 1 :])


def _with_a_part_apart(runs: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """``runs``, a part of one of them between signs: 开展“法律明白人”培训."""
    for number, run in enumerate(runs):
        for start, end in combinations(range(1, len(run)), 2):
            if _PART <= end - start <= _LONGEST_PART:
                parts = run[:start], run[start:end], run[end:]
                yield (*runs[:number], *parts, *runs[number + 1 :])
