"""What the file's own styles say of headings: h2 of a page, 标题 2 of a document.

They are evidence and no more: whole texts are set in a heading style, sentences made large by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from tuibrowser.model.document import Hints
from tuibrowser.parsing.lines.numbering import POINT
from tuibrowser.parsing.lines.source import Line

_LONGEST: Final = 60
_MOST_TEXT: Final = 0.35
"""Share of the body's characters in heading styles above which they tell nothing; the sample
reports have 0.14 in headings at most, outlines of short paragraphs 0.3."""
_PLAUSIBLE: Final = 0.6
"""Share of the styled lines that must look like headings for the styles to tell anything."""
_LOWER: Final = ("item", "styled 2", "styled 3", "styled 4", "styled 5")
"""Styles of numbering by which headings without number are placed below the first level."""


def styled_lines(
    hints: Hints, lines: Sequence[Line], body: Sequence[int], text: str
) -> dict[int, int]:
    """The level of each paragraph of ``body`` that its file styles as a heading, by its index.

    Empty where the styles tell nothing.
    """
    if not hints.headings:
        return {}
    levels: dict[int, int] = {}
    for start, level in hints.headings:
        rest = text[start : start + _LONGEST]
        levels[start + len(rest) - len(rest.lstrip())] = level
    styled = {index: levels[lines[index].start] for index in body if lines[index].start in levels}
    whole = sum(len(lines[index].shadow) for index in body)
    heading = {index: level for index, level in styled.items() if _may_head(lines[index].shadow)}
    if (
        sum(len(lines[index].shadow) for index in styled) > whole * _MOST_TEXT
        or len(heading) < len(styled) * _PLAUSIBLE
    ):
        return {}
    return heading


def _may_head(shadow: str) -> bool:
    words = shadow.rstrip("。:")
    return (
        1 < len(words) <= _LONGEST
        and not any(stop in words for stop in "。;!")
        and not words.endswith((",", "、"))
        and not POINT.match(words)
    )


def place_styles(
    levels: Mapping[int, int], numbered: Mapping[int, str], first: Sequence[int], top: str
) -> dict[int, str]:
    """For each styled level the style of numbering that headings without number are placed by.

    Args:
        levels: the styled level of headings, by any key.
        numbered: the style of numbering of those that have a number, by the same keys.
        first: keys of those that name a required item.
        top: the style of numbering of the first level.

    Returns:
        Nothing where all headings share one styled level, which then tells headings only.
    """
    if len({*levels.values()}) < 2:
        return {}
    shared: dict[int, Counter[str]] = {}
    for key, style in numbered.items():
        if key in levels:
            shared.setdefault(levels[key], Counter())[style] += 1
    known = {level: max(counts, key=counts.__getitem__) for level, counts in shared.items()}
    upper = Counter(levels[key] for key in first if key in levels)
    outermost = max(upper, key=upper.__getitem__) if upper else min(levels.values())
    below = sorted({level for level in levels.values() if level > outermost})
    for level in {*levels.values()} - known.keys():
        if level <= outermost:
            known[level] = top
        else:
            known[level] = _LOWER[min(below.index(level), len(_LOWER) - 1)]
    return known
