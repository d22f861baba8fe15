"""Groups of synonyms as a value of ``meta``: one a line, their words folded."""

from __future__ import annotations

from collections.abc import Iterable

from tuibrowser.model.search import SynonymGroup
from tuibrowser.text.equivalence import equate


def pack(groups: Iterable[SynonymGroup]) -> str:
    """As text; words without a letter and groups of fewer than two words are left out."""
    lines = []
    for group in groups:
        words = _folded(group.words)
        if len(words) > 1:
            lines.append(" ".join(words) + "|" + " ".join(_folded(group.within)))
    return "\n".join(lines)


def unpack(text: str) -> tuple[SynonymGroup, ...]:
    """The groups that :func:`pack` wrote."""
    lines = (line.partition("|") for line in text.splitlines())
    return tuple(
        SynonymGroup(tuple(words.split()), tuple(within.split())) for words, _, within in lines
    )


def _folded(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(word for word in map(equate, words) if word.isalnum()))
