"""One forgiving way to read a query: what the index must hold, and what the text must."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tuibrowser.model.terms import How, Span
from tuibrowser.text.spans import merge

Judge = Callable[[str], tuple[Span, ...] | None]
"""The stretches of a text (equated) that answer, in order; ``None`` where it does not."""

Tokens = tuple[str | tuple[str, ...], ...]
"""What a row of an index must hold, of a tuple one."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One reading of the query. Every passage that answers it is among its candidates."""

    how: How
    cost: int
    """Of two readings of one way of asking the lesser is the likelier."""
    tokens: Tokens
    judge: Judge
    sounds: bool = False
    """Whether the tokens are those of the index of sounds."""
    differing: int = 0
    """How many characters were typed otherwise: wrong, missing or too many."""
    swapped: bool = False
    """Whether the characters are those typed, in another order."""
    replaced: tuple[str, str] | None = None
    """A word of the query, and what stands in its place."""
    rewritten: tuple[str, str] | None = None
    """A number of the query, and how it stands there; several, and nothing."""
    signs: bool = False
    """Whether the letters are those typed, and so are the numbers; the signs may be others."""
    misspelt: bool = False
    """Whether a letter of pinyin was typed otherwise."""


def each(judges: Sequence[Judge]) -> Judge:
    """Holds where all ``judges`` do."""
    if len(judges) == 1:
        return judges[0]

    def judge(text: str) -> tuple[Span, ...] | None:
        spans: list[Span] = []
        for one in judges:
            found = one(text)
            if found is None:
                return None
            spans += found
        return merge(spans)

    return judge


def literal(needle: str) -> Judge:
    """Holds where ``needle`` stands."""

    def judge(text: str) -> tuple[Span, ...] | None:
        at = text.find(needle)
        return None if at < 0 else ((at, at + len(needle)),)

    return judge


def matching(pattern: re.Pattern[str]) -> Judge:
    """Holds where ``pattern`` does."""

    def judge(text: str) -> tuple[Span, ...] | None:
        found = pattern.search(text)
        return found and (found.span(),)

    return judge
