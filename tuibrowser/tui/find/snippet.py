"""A passage on one line, cut around its hit.

Widgets shorten by themselves without an ellipsis, and from the right, where the hit may be.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tuibrowser.model.terms import Span
from tuibrowser.text.cellwidth import Ambiguous, cell_widths, prefix_sums
from tuibrowser.text.cutting import end_at, start_at
from tuibrowser.text.linebreak import join_wraps

_LEAD = 3
"""A third of the line may stand before the hit: enough to see whose doing it is."""

_REACH = 4
"""Characters looked at on either side of the hit, in line widths: line wraps take no cell."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """What is shown of a text; ``spans`` are offsets into it."""

    text: str
    spans: tuple[Span, ...]


def snippet(text: str, spans: Sequence[Span], width: int, ambiguous: Ambiguous = 1) -> Snippet:
    """As much of ``text`` around its first span as fits on one line.

    Args:
        text: A passage; the line wraps of its source are undone.
        spans: What was found, as offsets into ``text``, in order.
        width: Terminal cells there are.
        ambiguous: Cells of an ambiguous character on this terminal.

    Returns:
        At most ``width`` cells, with ``…`` at each end that was cut. The first span is inside,
        unless it alone is wider: then its beginning is.
    """
    origin = spans[0][0] if spans else 0
    # What stands further off cannot fit; a file that is no report may be a single passage.
    low, high = max(0, origin - _REACH * width), origin + _REACH * width
    before, after = low > 0, high < len(text)

    shown = join_wraps(text[low:high])
    kept = [index for index, character in enumerate(shown) if character != "\n"]
    line = "".join(shown[index] for index in kept)
    marks = [(bisect_left(kept, start - low), bisect_left(kept, end - low)) for start, end in spans]
    sums = prefix_sums(line, ambiguous)
    dots = cell_widths(ambiguous)["…"]
    start, stop = 0, len(line)
    if before or after or sums[-1] > width:
        if width <= 2 * dots:
            return Snippet("", ())
        first, last = marks[0] if marks else (0, 0)
        if before or sums[last] > width - width // _LEAD - dots:
            start = bisect_left(sums, sums[first] - (width // _LEAD - dots))
            # No emptiness at the end while there is something to show in front.
            start = max(0, min(start, bisect_left(sums, sums[-1] - (width - dots))))
            start = min(start_at(line, start), first)
            before = before or start > 0
        room = width - dots * before
        if after or sums[stop] - sums[start] > room:
            stop = max(start, bisect_right(sums, sums[start] + room - dots) - 1)
            stop = end_at(line, stop, max(start, min(last, stop) - 1))
            after = True
    front = "…" * before
    shift = len(front) - start
    return Snippet(
        front + line[start:stop] + "…" * after,
        tuple(
            (max(a, start) + shift, min(b, stop) + shift)
            for a, b in marks
            if max(a, start) < min(b, stop)
        ),
    )
