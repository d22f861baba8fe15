"""Text with what was found in it standing out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style


def highlighted(
    text: str, spans: Sequence[tuple[int, int]], base: Style, match: Style
) -> list[Segment]:
    """``text`` in the style ``base``, its ``spans`` in that of a ``match``."""
    segments = []
    at = 0
    for start, end in spans:
        segments += [Segment(text[at:start], base), Segment(text[start:end], match)]
        at = end
    segments.append(Segment(text[at:], base))
    return [segment for segment in segments if segment.text]
