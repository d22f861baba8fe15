"""Where the headings of a report may not have been understood, and what stands without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tuibrowser.lexicon.labels import KIND_TITLES
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Doubt
from tuibrowser.model.terms import SectionKind
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.bodies import Outline, headed_kinds
from tuibrowser.parsing.outline.kinds import FRAME, kinds_named, nested_kind
from tuibrowser.parsing.outline.marked import Heading

_ONCE: Final[tuple[SectionKind, ...]] = ("shortcomings", "leader_duty", "next_plan", "other")
"""Items that have one part; measures and results are often told in two."""
_IN_ONE_LINE: Final = 3
"""Headings on one line from which on it is a page without line breaks."""


def doubt_headings(
    outline: Outline, has_theme: Callable[[str], bool], lexicon: Lexicon
) -> Iterator[Doubt]:
    """What speaks against the headings found; nothing if they were understood, or none was found.

    A part that was not found is said to be missing only where nothing does.

    Args:
        outline: The headings with their kinds.
        has_theme: Whether a title names a field of work.
        lexicon: Tells which titles name an item.
    """
    first = [at for at, heading in enumerate(outline.headings) if heading.level == 1]
    if first and not any(outline.kinds[at] for at in first):
        yield Doubt("headings", "标题没有写明是哪一部分，请人工核对")
    elif first and not any(
        _names_item(it, lexicon) or has_theme(it.title) for it in outline.headings
    ):
        # 一、开头的话 is measures and results by position only.
        yield Doubt("headings", "一级标题没有写明是哪一部分，也看不出属于哪个工作领域，请人工核对")
    elif odd := _beside_items([outline.headings[at] for at in first], has_theme, lexicon):
        says = f"看不出一级标题“{odd.title}”是哪一部分，请人工核对"
        yield _at(odd, says)
    expected = 1
    for heading in (outline.headings[at] for at in first):
        ordinal = heading.ordinal or expected  # one that lost its number is counted all the same
        if ordinal > expected:
            yield _at(heading, _lost(ordinal - expected, ordinal, "一级"))
        expected = ordinal + 1


def _beside_items(
    first: Sequence[Heading], has_theme: Callable[[str], bool], lexicon: Lexicon
) -> Heading | None:
    """The first-level heading that names neither an item nor a field of work, behind one that
    heads all measures: 二、几点体会 may be what is wanting."""
    named = [kinds_named(heading.title, lexicon) for heading in first]
    wrapper = next((at for at, kinds in enumerate(named) if "measures_results" in kinds), None)
    if wrapper is None:
        return None
    rest = zip(first[wrapper + 1 :], named[wrapper + 1 :], strict=True)
    return next(
        (it for it, kinds in rest if not (kinds or has_theme(it.title) or FRAME.match(it.title))),
        None,
    )


def _names_item(heading: Heading, lexicon: Lexicon) -> bool:
    named = heading.level == 1 and kinds_named(heading.title, lexicon)
    return bool(named or nested_kind(heading.title, lexicon))


def remark_headings(outline: Outline, lexicon: Lexicon) -> Iterator[Doubt]:
    """What a person should look at although the headings were understood: numbers of lower levels
    that are missing, two parts of one item, a page in one line, an item told without heading."""
    yield from _missing_below(outline.headings)
    yield from _twice(outline)
    lines = Counter(heading.line.number for heading in outline.headings)
    if lines and max(lines.values()) >= _IN_ONE_LINE:
        yield Doubt("headings", "全文没有分行，标题到哪里为止是推断的，请核对标题")
    yield from _without_heading(outline, lexicon)


def _missing_below(headings: Sequence[Heading]) -> Iterator[Doubt]:
    counted: dict[int, tuple[str | None, int]] = {}
    for heading in headings:
        level = heading.level
        counted = {above: it for above, it in counted.items() if above <= level}
        style, before = counted.get(level, (heading.style, 0))
        if heading.ordinal is None:
            counted[level] = style, before + 1
            continue
        missing = heading.ordinal - before - 1
        if level > 1 and style == heading.style and missing > 0:
            yield _at(heading, _lost(missing, heading.ordinal, "下级"))
        counted[level] = heading.style, heading.ordinal


def _twice(outline: Outline) -> Iterator[Doubt]:
    seen: set[SectionKind] = set()
    for heading, kind in zip(outline.headings, outline.kinds, strict=True):
        if heading.level != 1 or kind not in _ONCE:
            continue
        if kind in seen:
            yield _at(heading, f"另有一级标题也是“{KIND_TITLES[kind]}”，请核对哪一处是")
        seen.add(kind)


def _without_heading(outline: Outline, lexicon: Lexicon) -> Iterator[Doubt]:
    """The first paragraph in which an item is told that no part is headed by."""
    headed = headed_kinds(outline.kinds, outline.joints)
    for kind, pattern in lexicon.speaks.items():
        if kind in headed:
            continue
        paragraphs = (line for body in outline.bodies for line in body)
        told = next((line for line in paragraphs if pattern.match(line.shadow)), None)
        if told is not None:
            says = f"没有“{KIND_TITLES[kind]}”的标题，但正文中有一段写到，请核对"
            yield Doubt("headings", says, *_span(told))


def _lost(count: int, ordinal: int, level: str) -> str:
    return f"编号为 {ordinal} 的{level}标题之前缺少 {count} 个，可能没有认出"


def _at(heading: Heading, says: str) -> Doubt:
    return Doubt("headings", says, *_span(heading.line))


def _span(line: Line) -> tuple[int, int]:
    return line.start, line.end
