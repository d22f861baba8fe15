"""The section tree: which paragraphs head, and at which level.

Levels follow GB/T 9704 (一、 then （一） then 1. then （1）); a style that serves two levels and a
heading without marker are placed by kind words and by their neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tuibrowser.model.terms import SectionKind
from tuibrowser.parsing.lines import Line
from tuibrowser.parsing.marked import Heading, drop_list_items, marked_heading, repair_numbers
from tuibrowser.parsing.unmarked import find_unmarked

KindsNamed = Callable[[str], tuple[SectionKind, ...]]


def find_headings(
    lines: Sequence[Line], body: Sequence[int], kinds_named: KindsNamed, text: str
) -> list[Heading]:
    """The headings among ``lines``, in order, their levels settled.

    Args:
        lines: paragraphs of the whole source.
        body: indices of those that may be heading or body (not masthead or tail).
        kinds_named: the required items that folded words name.
        text: the report's text.
    """

    def has_kind(words: str) -> bool:
        return bool(kinds_named(words))

    found = {index: h for index in body if (h := marked_heading(index, lines[index], text))}
    found |= repair_numbers(lines, body, found, text)
    drop_list_items(
        lines,
        body,
        found,
        lambda words: bool({"shortcomings", "next_plan"} & {*kinds_named(words)}),
    )
    found |= find_unmarked(lines, body, found, has_kind, text)
    headings = [found[index] for index in sorted(found)]
    headings = _lower_chapters(_promote_items(headings, has_kind))
    headings = _nest_second_chapters(headings, has_kind)
    headings = _promote_themes(headings)
    headings = _nest_in_empty(headings, body)
    return _nest_parts_of_joint(headings, kinds_named)


def ruled(levels: Sequence[int], at: int) -> range:
    """Indices of a heading and of those below it, by the levels of all headings."""
    end = at + 1
    while end < len(levels) and levels[end] > levels[at]:
        end += 1
    return range(at, end)


def _promote_items(headings: list[Heading], has_kind: Callable[[str], bool]) -> list[Heading]:
    """Where a report has no 一、 at all, （一） that name required items stand at first level."""
    if any(heading.level == 1 for heading in headings):
        return headings
    named = [h for h in headings if h.style == "item" and has_kind(h.title)]
    if len(named) < 2:
        return headings
    return [
        replace(h, level=1) if h.style == "item" else replace(h, level=max(1, h.level - 1))
        for h in headings
    ]


def _lower_chapters(headings: list[Heading]) -> list[Heading]:
    """Under 第一部分 a 一、 is the second level, and （一） the third."""
    styles = [heading.style for heading in headings]
    if not {"part", "chapter"} <= set(styles) or styles.index("part") > styles.index("chapter"):
        return headings
    return [
        replace(h, level=h.level + 1) if h.style in {"chapter", "item"} else h for h in headings
    ]


def _nest_second_chapters(
    headings: list[Heading], has_kind: Callable[[str], bool]
) -> list[Heading]:
    """一、 used at both levels: a count that starts anew right under a 一、 is the lower one."""
    settled: list[Heading] = []
    outer = inner = 0
    for heading in headings:
        if heading.style != "chapter" or heading.level > 1 or heading.ordinal is None:
            settled.append(heading)
            continue
        ordinal = heading.ordinal
        opens_inner = ordinal == 1 and outer >= 1 and not has_kind(heading.title)
        goes_on_inner = (
            inner
            and ordinal == inner + 1
            and not (ordinal == outer + 1 and has_kind(heading.title))
        )
        if opens_inner or goes_on_inner:
            inner = ordinal
            settled.append(replace(heading, level=2))
        else:
            outer, inner = ordinal, 0
            settled.append(heading)
    return settled


def _promote_themes(headings: list[Heading]) -> list[Heading]:
    """Lost headings before the first first-level one have no wrapper: they stand at its level."""
    first = next((at for at, h in enumerate(headings) if h.level == 1), len(headings))
    lost = [at for at in range(first) if headings[at].style is None]
    if first == len(headings) or len(lost) < 2 or lost[0] != 0:
        return headings
    return [replace(h, level=1) if at in lost else h for at, h in enumerate(headings)]


def _nest_in_empty(headings: list[Heading], body: Sequence[int]) -> list[Heading]:
    """A first-level section is not empty: what heads right below its heading is a part of it."""
    position = {index: at for at, index in enumerate(body)}
    settled = headings[:1]
    for heading in headings[1:]:
        above = settled[-1]
        empty = (
            above.body is None
            and above.level == heading.level == 1
            and position[heading.paragraph] == position[above.paragraph] + 1
        )
        settled.append(replace(heading, level=2) if empty and heading.style is None else heading)
    return settled


def _nest_parts_of_joint(headings: list[Heading], kinds_named: KindsNamed) -> list[Heading]:
    """存在不足 without marker right under 存在不足及下一步打算 is a part of it."""
    settled: list[Heading] = []
    joint: tuple[SectionKind, ...] = ()
    for heading in headings:
        named = kinds_named(heading.title) if heading.level == 1 else ()
        if joint and heading.style is None and named and set(named) <= set(joint):
            settled.append(replace(heading, level=2))
            joint = tuple(kind for kind in joint if kind not in named)
            continue
        if heading.level == 1:
            joint = named if len(named) > 1 else ()
        settled.append(heading)
    return settled
