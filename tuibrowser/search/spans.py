"""Where in a passage its match stands, in offsets of the passage as written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from tuibrowser.model.search import Hit
from tuibrowser.model.terms import Span
from tuibrowser.text.equivalence import equate_with_offsets
from tuibrowser.text.spans import merge
from tuibrowser.text.words import whole_words


def locate(needles: Iterable[str], text: str) -> tuple[Span, ...]:
    """Every occurrence of every needle (folded, without white space) in ``text``.

    In order and not overlapping: occurrences that share characters become one span. A span covers
    the white space inside its match, such as a wrapped line's, but none around it.
    """
    squeezed, offsets = equate_with_offsets(text)
    found = merge(span for needle in needles for span in _occurrences(needle, squeezed))
    return tuple((offsets[start], offsets[end - 1] + 1) for start, end in found)


def in_words(hits: Iterable[Hit], word_starts: Callable[[str], bytes | None]) -> tuple[Hit, ...]:
    """``hits`` that mark the whole words they touch: what only resembles the query begins and ends
    anywhere.

    Args:
        hits: None of them an answer to the letter, whose characters are what was asked for.
        word_starts: Gives the bitmap of a report by its sha256; where there is none, the hit stays
            as it is.
    """
    bitmaps = cache(word_starts)
    return tuple(
        hit
        if (bitmap := bitmaps(hit.passage.report)) is None
        else hit._replace(spans=whole_words(hit.spans, hit.passage.text, bitmap, hit.passage.start))
        for hit in hits
    )


def _occurrences(needle: str, squeezed: str) -> Iterator[Span]:
    start = squeezed.find(needle)
    while start >= 0:
        yield start, start + len(needle)
        start = squeezed.find(needle, start + 1)
