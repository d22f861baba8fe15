"""Lists of words and patterns as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """One pattern that finds whatever one of ``patterns`` does, those first that stand first."""
    return re.compile("|".join(patterns))


def longest_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that finds whatever one of ``patterns`` does, the longest written first: 已办结
    before 已."""
    return re.compile("|".join(sorted(dict.fromkeys(patterns), key=len, reverse=True)))


def longest_first(words: Iterable[str]) -> str:
    """The source of a pattern for ``words``, of which none hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
