"""Where in a passage its match stands, in offsets of the passage as written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tuibrowser.model import Span
from tuibrowser.text.fold import squeeze


def locate(needles: Iterable[str], text: str) -> tuple[Span, ...]:
    """Every occurrence of every needle (folded, without white space) in ``text``.

    In order and not overlapping: occurrences that share characters become one span. A span covers
    the white space inside its match, such as a wrapped line's, but none around it.
    """
    squeezed, offsets = squeeze(text)
    found = sorted({span for needle in needles for span in _occurrences(needle, squeezed)})
    merged: list[Span] = []
    for start, end in found:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple((offsets[start], offsets[end - 1] + 1) for start, end in merged)


def _occurrences(needle: str, squeezed: str) -> Iterator[Span]:
    start = squeezed.find(needle)
    while start >= 0:
        yield start, start + len(needle)
        start = squeezed.find(needle, start + 1)
