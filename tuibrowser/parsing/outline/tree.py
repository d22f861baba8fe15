"""The section tree: which paragraphs head, and at which level."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tuibrowser.parsing.lines.numbering import MARKER, POINT
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.bare_numbers import repair_numbers, spaced_numbers
from tuibrowser.parsing.outline.clauses import parted_by_clauses
from tuibrowser.parsing.outline.kinds import FRAME
from tuibrowser.parsing.outline.leaves import drop_lone_leaves
from tuibrowser.parsing.outline.levels import KindsNamed, settle_levels
from tuibrowser.parsing.outline.marked import (
    Heading,
    drop_list_items,
    drop_stray_decimals,
    marked_heading,
)
from tuibrowser.parsing.outline.run_in import boxed, items_run_in, parted_by_space, run_in
from tuibrowser.parsing.outline.unmarked import (
    HasKind,
    lines_of_their_own,
    sentences_that_head,
    unmarked_heading,
)
from tuibrowser.text.numerals import ZERO

_NO_STYLES: Final[Mapping[int, int]] = {}


def find_headings(
    lines: Sequence[Line],
    body: Sequence[int],
    kinds_named: KindsNamed,
    text: str,
    styled: Mapping[int, int] = _NO_STYLES,
) -> list[Heading]:
    """The headings among ``lines``, in order, their levels settled.

    Args:
        lines: paragraphs of the whole source.
        body: indices of those that may be heading or body (not masthead or tail).
        kinds_named: the required items that folded words name.
        text: the report's text.
        styled: the level of those that the file styles as headings.
    """

    def has_kind(words: str) -> bool:
        return bool(kinds_named(words))

    found = {index: h for index in body if (h := marked_heading(index, lines[index], text))}
    found = {**spaced_numbers(lines, body, found, text), **found}
    found |= parted_by_clauses(lines, body, found, text)
    drop_stray_decimals(found)
    found |= repair_numbers(lines, body, found, text)
    listed = {index: heading for index, heading in found.items() if index not in styled}
    drop_list_items(
        lines,
        body,
        listed,
        lambda words: bool({"shortcomings", "next_plan"} & {*kinds_named(words)}),
        lambda words: len(words) <= _LONGEST_ABOVE and "。" not in words and has_kind(words),
    )
    drop_lone_leaves(lines, body, listed)
    found = {index: h for index, h in found.items() if index in styled or index in listed}
    for index in styled.keys() - found.keys():
        found[index] = unmarked_heading(index, lines[index], has_kind)
    found |= _find_unmarked(lines, body, found, has_kind, text)
    headings = [
        replace(found[index], styled=styled.get(index, 0)) if styled else found[index]
        for index in sorted(found)
    ]
    return settle_levels(headings, body, kinds_named)


def _find_unmarked(
    lines: Sequence[Line],
    body: Sequence[int],
    marked: Mapping[int, Heading],
    has_kind: HasKind,
    text: str,
) -> dict[int, Heading]:
    """The headings without marker among the paragraphs ``body``, by paragraph."""
    found = dict(items_run_in(lines, body, marked, has_kind, text))
    found |= dict(sentences_that_head(lines, body, {**marked, **found}, has_kind))
    found |= dict(lines_of_their_own(lines, body, {**marked, **found}, has_kind))
    found |= dict(boxed(lines, body, {**marked, **found}, has_kind, text))
    found |= dict(run_in(lines, body, {**marked, **found}, has_kind, text))
    found |= dict(parted_by_space(lines, body, {**marked, **found}, has_kind, text))
    return found


_OPENS_REPORT = re.compile(
    rf"^(?:20\d\d年|二[{ZERO}]..年|今年|一年来|近年|按照|根据|为[了贯深全进]|在|[^。]{{0,24}}(?:现[将就]|坚持以|高度重视))|现[将就]|如下"
    # 下面,我就…作汇报; 受县政府委托,我向会议报告…
    rf"|^(?:下面|现在)?,?(?:由?我|受[^。,]{{2,24}}委托)[^。]{{0,40}}(?:报告|汇报)"
)
# The title of the paper that a report is sent with, or is: 关于报送…情况的函.
_LETTER = re.compile("关于.*的?(?:函|请示|通知|批复)$")
_LONGEST_ABOVE = 60


def lines_above_body(
    lines: Sequence[Line], body: Sequence[int], kinds_named: KindsNamed
) -> list[int]:
    """Indices of short lines above the paragraph that opens the report: 主动公开, a speaker, an
    addressee. Headings with a marker, 引言 and such as name an item end them.

    Empty where the report begins without such a paragraph.
    """
    above: list[int] = []
    for index in body:
        shadow = lines[index].shadow
        if MARKER.match(shadow) or POINT.match(shadow) or FRAME.match(shadow):
            return above
        presents = _OPENS_REPORT.search(shadow)
        opens = presents or shadow.endswith(":")
        # 现将…情况报告如下, whose stop was lost, opens the report as well.
        ends = shadow.endswith((":", "；", "如下"))
        tells = "。" in shadow or len(shadow) > _LONGEST_ABOVE or ends
        is_opening = "," in shadow and (("。" in shadow and opens) or (presents and ends))
        if not is_opening and (
            kinds_named(shadow.rstrip("。:"))
            and not shadow.startswith("—")
            and not _LETTER.search(shadow)
        ):
            return []
        if tells:
            return above if opens else []
        above.append(index)
    return []


def said_twice(lines: Sequence[Line], body: Sequence[int]) -> list[int]:
    """Indices of numbered lines that a page set twice in a row: the second ones."""
    return [
        below
        for index, below in pairwise(body)
        if lines[index].shadow == lines[below].shadow and MARKER.match(lines[below].shadow)
    ]


def ruled(levels: Sequence[int], at: int) -> range:
    """Indices of a heading and of those below it, by the levels of all headings."""
    end = at + 1
    while end < len(levels) and levels[end] > levels[at]:
        end += 1
    return range(at, end)
