"""Lists of words and patterns as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """One pattern that finds whatever one of ``patterns`` does, those first that stand first."""
    return re.compile("|".join(patterns))


def longest_first(words: Iterable[str]) -> str:
    """The source of a pattern for ``words``, of which none hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def by_first_character(words: Iterable[str]) -> str:
    """As :func:`longest_first`, but a place in a text is tried with the few words that begin so.

    0.4 ms instead of 1.1 for the 700 words of themes in a report.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{re.escape(it)}(?:{longest_first(rest)})" for it, rest in rests.items())
