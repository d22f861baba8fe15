"""Whether a text holds what a person types who types letters, or writes by sound.

Every character may be typed in several ways, so what was typed is a small automaton: its places are
those between the letters, and a character of the text leads from one to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tuibrowser.model.terms import Span
from tuibrowser.text.fold import fold
from tuibrowser.text.pinyin import represent, sounds, spoken
from tuibrowser.text.spans import merge
from tuibrowser.text.syllables import LONGEST, completions, standard

_TWO_LETTER_INITIALS: Final = ("zh", "ch", "sh")


def matches_initials(letters: str, text: str) -> Span | None:
    """Where ``letters`` first stand in ``text`` as the initials of neighbouring characters.

    Args:
        letters: Folded. Digits stand for themselves.
        text: Folded. Any reading that a character has in words counts: 行 begins with h too.
    """
    return _initials_pattern(letters).find(text) if len(letters) <= len(text) else None


def matches(query: str, name: str) -> tuple[Span, ...] | None:
    """What in ``name`` a person means who types ``query`` into a picker.

    Each word of ``query`` must stand in ``name``, character by character as itself, as another that
    sounds alike, as a syllable in full or as its initial, in any mixture: ``tanzhesi``, ``tzs``,
    ``tan柘s`` and 谭哲寺 all mean 潭柘寺. The last syllable may be unfinished (``panjiaw``).
    Readings that only dictionaries list must be typed in full; names have them (洪洞, hongtong).

    Returns:
        The characters of ``name`` to highlight, in order and not overlapping; ``None`` where a word
        is missing.
    """
    text = fold(name)
    spans = [_find_word(word, text) for word in fold(query).split()]
    found = [span for span in spans if span]
    return merge(found) if len(found) == len(spans) else None


def all_matches(letters: str, text: str) -> Iterator[Span]:
    """Everything in ``text`` that ``letters`` may stand for, as for :func:`matches`; in order, not
    overlapping.

    Args:
        letters: Folded.
        text: Folded.
    """
    return _name_pattern(letters).find_all(text)


def _find_word(word: str, text: str) -> Span | None:
    start = text.find(word)
    if start >= 0:
        return start, start + len(word)
    # So that a pasted page is not made a pattern of.
    return _name_pattern(word).find(text) if len(word) <= LONGEST * len(text) else None


@dataclass(frozen=True, slots=True)
class _Step:
    """A character of the text that stands for the letters up to ``end``."""

    end: int
    shown: frozenset[str]
    """It fits if its representative is one of these,"""
    characters: frozenset[str]
    """or itself one of these."""


class _Pattern:
    """What was typed."""

    def __init__(self, steps: Iterable[Iterable[_Step]]) -> None:
        """Take the steps from each place but the last."""
        self._steps = tuple(map(tuple, steps))
        # Few characters can be the first: telling them apart at once makes it 4 times as fast.
        first = self._steps[0] if self._steps else ()
        self._shown = frozenset[str]().union(*(step.shown for step in first))
        self._characters = frozenset[str]().union(*(step.characters for step in first))

    def find(self, text: str) -> Span | None:
        """The first and shortest stretch of ``text`` (folded) that leads from end to end."""
        return next(self.find_all(text), None)

    def find_all(self, text: str) -> Iterator[Span]:
        """Each such stretch, from the end of the one before on."""
        shown = represent(text)
        done = 0
        for start, (representative, character) in enumerate(zip(shown, text, strict=True)):
            if start >= done and (representative in self._shown or character in self._characters):
                end = self._follow(shown, text, start)
                if end is not None:
                    yield start, end
                    done = end

    def _follow(self, shown: str, text: str, start: int) -> int | None:
        places = {0}
        for at in range(start, len(text)):
            places = {
                step.end
                for place in places
                for step in self._steps[place]
                if shown[at] in step.shown or text[at] in step.characters
            }
            if not places or len(self._steps) in places:
                return at + 1 if places else None
        return None


@lru_cache(maxsize=32)
def _initials_pattern(letters: str) -> _Pattern:
    return _Pattern(
        [_step(end, completions(letter), letter)] for end, letter in enumerate(letters, start=1)
    )


@lru_cache(maxsize=32)
def _name_pattern(word: str) -> _Pattern:
    # An apostrophe tells syllables apart; here every cut is tried anyway.
    typed = word.replace("'", "").replace("ü", "v")
    return _Pattern(_steps(typed, start) for start in range(len(typed)))


def _steps(typed: str, start: int) -> Iterator[_Step]:
    """The steps from ``start``: what stands there itself, and the pinyin that begins there."""
    yield _step(start + 1, spoken(typed[start]), typed[start])
    for end in range(start + 1, min(start + LONGEST, len(typed)) + 1):
        letters = typed[start:end]
        whole = standard(letters)
        if end == start + 1 or letters in _TWO_LETTER_INITIALS or end == len(typed):
            yield _step(end, completions(letters))
        if whole:
            yield _step(end, [whole], sounds()[whole].listed)


def _step(end: int, syllables: Iterable[str], others: str = "") -> _Step:
    """A character that has one of ``syllables`` by default or in words, or is one of ``others``."""
    heard = [sounds()[syllable] for syllable in syllables]
    in_words = "".join(sound.in_words for sound in heard)
    return _Step(
        end, frozenset(sound.representative for sound in heard), frozenset(in_words + others)
    )
