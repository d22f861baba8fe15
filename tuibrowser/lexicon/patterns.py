"""Lists of words and patterns as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

_LITERAL: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
"""Where a bracket or a | is a character like others: behind a backslash, and in a class."""
_INNERMOST: Final = re.compile(r"\([^()]*\)")


def any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """One pattern that finds whatever one of ``patterns`` does, those first that stand first."""
    return re.compile("|".join(patterns))


def is_one(pattern: str) -> bool:
    """Whether ``pattern`` is one alternative: no ``|`` stands outside its brackets."""
    rest = _LITERAL.sub("", pattern)
    while (outside := _INNERMOST.sub("", rest)) != rest:
        rest = outside
    return "|" not in rest


def longest_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that finds whatever one of ``patterns`` does, the longest written first: 已办结
    before 已."""
    return re.compile("|".join(sorted(dict.fromkeys(patterns), key=len, reverse=True)))


def longest_first(words: Iterable[str]) -> str:
    """The source of a pattern for ``words``, of which none hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
