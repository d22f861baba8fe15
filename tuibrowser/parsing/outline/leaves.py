"""Numbered paragraphs of which few begin like headings: 3.规范执法。… below 1.深化改革,以… and
2.建立机制,… is a point as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tuibrowser.parsing.lines.numbering import MARKER, ordinal_of
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.marked import Heading

_STYLES: Final = frozenset({"number", "bracket"})
_FEW: Final = 2
"""So many times as many of a list are no headings."""


def drop_lone_leaves(lines: Sequence[Line], body: Sequence[int], found: dict[int, Heading]) -> None:
    """Take out of ``found`` what heads its paragraph in a list where most head nothing."""
    for numbered in _lists(lines, body, found):
        headed = [index for index in numbered if index in found]
        run_in = all(found[index].body for index in headed)
        if run_in and len(headed) * _FEW <= len(numbered) - len(headed):
            for index in headed:
                del found[index]


def _lists(
    lines: Sequence[Line], body: Sequence[int], found: Mapping[int, Heading]
) -> Iterator[list[int]]:
    """The paragraphs that count on with nothing but their own text between."""
    numbered: list[int] = []
    style, last = "", 0
    for index in body:
        marker = MARKER.match(lines[index].shadow)
        if marker is None:
            continue
        kind, ordinal = marker.lastgroup or "", ordinal_of(marker[0]) or 0
        if kind in _STYLES and kind == style and ordinal == last + 1:
            numbered.append(index)
        elif index in found or kind in _STYLES:
            yield numbered
            numbered = [index] if kind in _STYLES and ordinal == 1 else []
        style, last = kind, ordinal
    yield numbered
