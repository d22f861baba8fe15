"""Which sentence patterns two generated texts were both filled from, and how much of them that is.

1,000 reports know no more than 1,300 patterns, so that two townships have a clause in common though
neither copied it. What they share then is known from the patterns, whatever words they were filled
with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from benchmarks.vocabulary.words import lists

_SLOT: Final = re.compile(r"\{\w+\}")
_FILLED: Final = "([^，。；：]{1,18}?)"
_LEAST: Final = 4
"""Characters of a pattern besides its slots: 加强{topic} is nobody's."""

_Filled = dict[str, tuple[str, ...]]
"""By pattern what it was filled with."""


def alike(one: str, other: str) -> float:
    """The share of the characters of ``one`` that patterns of ``other`` account for, 0 to 1.

    A word counts where it was filled in in both, and where another pattern of both covers it:
    patterns overlap, and which of them comes first must not matter.
    """
    here, there = _filled(one), _filled(other)
    covered: set[int] = set()
    for pattern in here.keys() & there.keys():
        found = _compiled(pattern).search(one)
        assert found is not None
        its = set(range(*found.span()))
        for number, word in enumerate(there[pattern], 1):
            if word != found[number]:
                its.difference_update(range(*found.span(number)))
        covered |= its
    return len(covered) / max(1, len(one))


@lru_cache(maxsize=1 << 12)
def _filled(text: str) -> _Filled:
    return {
        pattern: found.groups()
        for pattern, longest in _patterns()
        if longest in text and (found := _compiled(pattern).search(text))
    }


@cache
def _patterns() -> list[tuple[str, str]]:
    """Each pattern and its longest part between slots."""
    return list(dict.fromkeys(_told()))


def _told() -> Iterator[tuple[str, str]]:
    for pattern in (it for its in lists().values() for it in its):
        pieces = _SLOT.split(pattern)
        if sum(map(len, pieces)) >= _LEAST:
            yield pattern, max(pieces, key=len)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_FILLED.join(map(re.escape, _SLOT.split(pattern))))
