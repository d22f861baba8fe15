"""Characters on a page, in the direction in which they are read."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_STEP = 15
"""Degrees to which angles are rounded before they are counted."""


class Glyph(NamedTuple):
    """One character; lengths in points, ``y`` growing upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    """Of the font: one em."""
    angle: float = 0.0
    """Of the baseline, in radians, counter-clockwise."""
    is_spaced: bool = False
    """Whether white space was written before it, or may have been."""

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.bottom + self.top) / 2


def upright(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs that run in the page's main direction, turned so that it is to the right.

    A page may be drawn turned; what then stands across is a watermark.
    """
    counts = Counter(_direction(glyph) for glyph in glyphs if not glyph.text.isspace())
    if not counts:
        return []
    main = counts.most_common(1)[0][0]
    kept = [glyph for glyph in glyphs if _direction(glyph) == main]
    return kept if main == 0 else [_turned(glyph, -math.radians(main)) for glyph in kept]


def once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Less the copies that lie on another one of themselves, as some programs draw bold."""
    kept: list[Glyph] = []
    taken: dict[str, list[Glyph]] = {}
    for glyph in glyphs:
        same = taken.setdefault(glyph.text, [])
        # Copies are drawn right after each other, or line after line.
        if any(_covers(other, glyph) for other in same[-80:]):
            continue
        same.append(glyph)
        kept.append(glyph)
    return kept


def _covers(one: Glyph, other: Glyph) -> bool:
    reach = 0.3 * max(one.size, 1.0)
    return abs(one.left - other.left) < reach and abs(one.bottom - other.bottom) < reach


def _direction(glyph: Glyph) -> int:
    return round(math.degrees(glyph.angle) / _STEP) * _STEP % 360


def _turned(glyph: Glyph, by: float) -> Glyph:
    cos, sin = math.cos(by), math.sin(by)
    corners = [
        (x * cos - y * sin, x * sin + y * cos)
        for x in (glyph.left, glyph.right)
        for y in (glyph.bottom, glyph.top)
    ]
    xs, ys = zip(*corners, strict=True)
    return glyph._replace(left=min(xs), right=max(xs), bottom=min(ys), top=max(ys), angle=0.0)
