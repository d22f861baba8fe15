"""Readings of a query by meaning: a word of it replaced by another of its group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tuibrowser.model.search import SynonymGroup
from tuibrowser.search.attempt import Attempt, each, literal, matching
from tuibrowser.search.stages import tokens_of

_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class _Replacement:
    """A word of a needle and what may stand in its place."""

    before: str
    word: str
    other: str
    after: str
    pattern: str
    """Finds the needle with the other word, where that stands for itself."""


def by_synonym(
    needles: Sequence[str], quoted: frozenset[str], groups: Sequence[SynonymGroup]
) -> Iterator[Attempt]:
    """Each word of the query that has synonyms replaced by each of them in turn."""
    made = 0
    for number, needle in enumerate(needles):
        if needle in quoted:
            continue
        others = (*needles[:number], *needles[number + 1 :])
        rest = [literal(other) for other in others]
        for one in _replacements(needle, groups):
            if made == _MOST:
                return
            made += 1
            yield Attempt(
                "synonym",
                0,
                tokens_of((one.before + one.other + one.after, *others)),
                each([matching(re.compile(one.pattern)), *rest]),
                replaced=(one.word, one.other),
            )


def _replacements(needle: str, groups: Sequence[SynonymGroup]) -> Iterator[_Replacement]:
    for group in groups:
        for word in group.words:
            if word not in needle:
                continue
            for found in re.finditer(_standing_alone(word, group.within), needle):
                before, after = needle[: found.start()], needle[found.end() :]
                for other in group.words:
                    if other != word:
                        pattern = _standing_alone(other, group.within)
                        pattern = re.escape(before) + pattern + re.escape(after)
                        yield _Replacement(before, word, other, after, pattern)


def _standing_alone(word: str, within: Sequence[str]) -> str:
    """Finds ``word``, but not inside one of the longer wordings."""
    barred = [
        f"(?!(?<={re.escape(longer[:at])}){re.escape(longer[at:])})"
        for longer in within
        for at in _places(word, longer)
    ]
    return "".join(barred) + re.escape(word)


def _places(word: str, longer: str) -> Iterator[int]:
    at = longer.find(word)
    while at >= 0:
        yield at
        at = longer.find(word, at + 1)
