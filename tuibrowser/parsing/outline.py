"""The section tree: which paragraphs head, and at which level."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.parsing.levels import KindsNamed, settle_levels
from tuibrowser.parsing.lines import Line
from tuibrowser.parsing.marked import Heading, drop_list_items, marked_heading, repair_numbers
from tuibrowser.parsing.unmarked import find_unmarked


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
    return settle_levels([found[index] for index in sorted(found)], body, kinds_named)


def ruled(levels: Sequence[int], at: int) -> range:
    """Indices of a heading and of those below it, by the levels of all headings."""
    end = at + 1
    while end < len(levels) and levels[end] > levels[at]:
        end += 1
    return range(at, end)
