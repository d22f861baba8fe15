"""Stretches of a text, put together."""

from __future__ import annotations

from collections.abc import Iterable

from tuibrowser.model.terms import Span


def merge(spans: Iterable[Span], *, touching: bool = False) -> tuple[Span, ...]:
    """``spans`` in order, those that share characters as one.

    Args:
        spans: Half-open, in any order.
        touching: Make one of those, too, of which one begins where the other ends.
    """
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and (start < found[-1][1] or (touching and start == found[-1][1])):
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
