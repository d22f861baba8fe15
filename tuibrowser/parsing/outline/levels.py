"""At which depth of the tree each heading stands.

A style of numbering that is open in the headings above goes on there; a new one opens a level below
them unless it outranks them. So 1. right below 一、 is the second level, and 1、 may rule （一）.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from tuibrowser.model.terms import SectionKind
from tuibrowser.parsing.lines.numbering import RANKS
from tuibrowser.parsing.outline.marked import Heading
from tuibrowser.parsing.outline.styled import place_styles

KindsNamed = Callable[[str], tuple[SectionKind, ...]]
_Placed = tuple[str, int | None]
"""Style and ordinal of a heading."""


def settle_levels(
    headings: Sequence[Heading], body: Sequence[int], kinds_named: KindsNamed
) -> list[Heading]:
    """``headings``, in order, each with its depth from 1.

    Args:
        headings: unmarked ones with level 1 where they name an item, else 2.
        body: indices of the paragraphs that may be heading or body, in order.
        kinds_named: the required items that folded words name.
    """
    position = {index: at for at, index in enumerate(body)}
    empty = [
        above.body is None and position[below.paragraph] == position[above.paragraph] + 1
        for above, below in pairwise(headings)
    ]
    styles = _styles(headings, [*empty, False], kinds_named)
    open_above: list[_Placed] = []
    ruled: set[tuple[str, str]] = set()  # which style has stood right below which
    settled = []
    for at, heading in enumerate(headings):
        style, ordinal = styles[at]
        names = [name for name, _ in open_above]
        if style in names:
            del open_above[names.index(style) :]
        else:
            while (
                open_above
                and _rank(open_above[-1][0]) > _rank(style)
                and (open_above[-1][0], style) not in ruled
                and not _is_ruled(styles, at, open_above)
            ):
                open_above.pop()
        if open_above:
            ruled.add((open_above[-1][0], style))
        open_above.append((style, ordinal))
        settled.append(replace(heading, level=len(open_above)))
    return settled


def _rank(style: str) -> int:
    name, _, depth = style.partition(" ")
    return RANKS[name] + int(depth or 1) - 1


def _is_ruled(styles: Sequence[_Placed], at: int, above: Sequence[_Placed]) -> bool:
    """Whether a list that begins at ``at`` stands below the last of ``above``, which it outranks:
    that one counts on later, before anything that rules it comes."""
    if styles[at][1] != 1 or above[-1][1] is None:
        return False
    style, counted = above[-1]
    following = (counted or 0) + 1
    rulers = {name for name, _ in above[:-1]}
    for later, number in styles[at + 1 :]:
        if later in rulers:
            return False
        if later == style:
            return number == following
    return False


def _styles(
    headings: Sequence[Heading], empty: Sequence[bool], kinds_named: KindsNamed
) -> list[_Placed]:
    """The style by which each heading is placed; one without marker borrows that of its like."""
    chapters = _Chapters()
    uppers = _uppers(headings, empty)
    wrappers = _wrap_chapters(headings, empty, kinds_named)
    top = next((h.style for h in headings if h.style in {"part", "chapter"}), "chapter")
    by_style = _by_style(headings, top)
    placed: list[_Placed] = []
    holds = False  # whether the open first-level heading can hold themes
    joint: set[SectionKind] = set()
    for at, heading in enumerate(headings):
        names_kinds = heading.style in {None, "part", "chapter"}
        named = set(kinds_named(heading.title)) if names_kinds else set()
        right_below_top = at > 0 and empty[at - 1] and placed[-1][0] == top
        style = heading.style
        if style == "chapter":
            style = chapters.style_of(heading, bool(named))
        elif style == "decimal":
            style = f"number {_depth(heading)}"
        elif style is None and heading.styled in by_style:
            style = by_style[heading.styled]
        elif style is None and named and named <= joint:
            joint -= named  # 存在不足 below 存在不足及下一步打算
            style = "item"
        elif style is None and right_below_top:
            style = "item"
        elif style is None and heading.level == 1 and wrappers:
            style = "part"
        elif (style is None and heading.level == 1) or (
            style is None and _opens_items(headings, at, empty)
        ):
            style = top
        elif style is None and not holds:
            style = placed[-1][0] if placed and placed[-1][0] == "item" else top
        elif style is None:
            style = "number" if uppers and min(uppers) < at and at not in uppers else "item"
        if style in {top, "part"}:
            holds = bool(heading.style) or heading.level == 1
            joint = named if len(named) > 1 else set()
        placed.append((style, heading.ordinal))
    return placed


def _by_style(headings: Sequence[Heading], top: str) -> dict[int, str]:
    """What the file's styles say of the headings without number."""
    levels = {at: heading.styled for at, heading in enumerate(headings) if heading.styled}
    numbered = {at: heading.style for at, heading in enumerate(headings) if heading.style}
    first = [at for at, heading in enumerate(headings) if not heading.style and heading.level == 1]
    return place_styles(levels, numbered, first, top) if levels else {}


def _wrap_chapters(
    headings: Sequence[Heading], empty: Sequence[bool], kinds_named: KindsNamed
) -> bool:
    """Whether headings without number rule 一、 二、: one stands right above a 一、, which with its
    likes names no item itself, or the title stood there once more."""
    rules = any(
        heading.style is None
        and heading.level == 1
        and empty[at]
        and (headings[at + 1].style, headings[at + 1].ordinal) == ("chapter", 1)
        for at, heading in enumerate(headings[:-1])
    )
    return rules and not any(
        heading.style == "chapter" and kinds_named(heading.title) for heading in headings
    )


class _Chapters:
    """Tells 一、 at first level from a count that starts anew right under one."""

    def __init__(self) -> None:
        self.outer = self.inner = 0

    def style_of(self, heading: Heading, names_item: bool) -> str:
        """``chapter``, or ``inner`` for one that stands below another."""
        ordinal = heading.ordinal or 0
        opens = ordinal == 1 and self.outer >= 1 and not names_item
        goes_on = self.inner and ordinal == self.inner + 1
        if opens or (goes_on and not (ordinal == self.outer + 1 and names_item)):
            self.inner = ordinal
            return "inner"
        self.outer, self.inner = ordinal, 0
        return "chapter"


def _opens_items(headings: Sequence[Heading], at: int, empty: Sequence[bool]) -> bool:
    """Whether （一） stands right below: what has a list of its own is no theme among its likes."""
    return empty[at] and headings[at + 1].style == "item" and headings[at + 1].ordinal == 1


def _depth(heading: Heading) -> int:
    marker = heading.line.shadow[: heading.marker_length].rstrip(".、")
    return marker.count(".") + 1


def _uppers(headings: Sequence[Heading], empty: Sequence[bool]) -> set[int]:
    """Unmarked themes that hold unmarked themes: another heading stands right below them."""
    return {
        at
        for at, heading in enumerate(headings[:-1])
        if heading.style is None
        and heading.level == 2
        and empty[at]
        and headings[at + 1].style is None
        and headings[at + 1].level == 2
        and not (at and empty[at - 1] and headings[at - 1].level == 2)
    }
