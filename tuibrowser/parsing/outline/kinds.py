"""Which of the five required items a heading names, and how the report treats each of them.

督察工作规定 (2019), art. 24; the wordings stand in ``lexicon/kinds.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import SECTION_KINDS, SectionKind, SectionState

# Code, not lexicon: what frames a text is called so in any report.
_INTRODUCTIONS = "引言|前言|序言|导言|导语"
INTRODUCTION = re.compile(rf"^(?:{_INTRODUCTIONS})$")
"""A heading whose text opens the report."""
FRAME = re.compile(rf"^(?:{_INTRODUCTIONS}|结语|结束语)$")
"""A heading that opens or closes the report and names no work."""
PLAN_BEGINS = re.compile(
    r"^(?:下一?步|下一?(?:个)?年|明年|今后|接下来|20\d\d年,?(?:我|将|要|继续|计划))"
)
"""A paragraph that says what is to be done, below a heading that names plans beside other items."""
# Items that one heading may name together: 存在的问题及下步打算.
_JOINABLE: frozenset[SectionKind] = frozenset({"measures_results", "shortcomings", "next_plan"})


def kinds_named(title: str, lexicon: Lexicon) -> tuple[SectionKind, ...]:
    """The items a first-level heading names, in the order it names them; mostly one or none."""
    hits = {
        kind: match.start()
        for kind, pattern in lexicon.headings.items()
        if (match := pattern.search(title))
    }
    first = next(iter(hits), None)
    if first is None:
        return ()
    joint = {kind: at for kind, at in hits.items() if kind in _JOINABLE}
    if first in {"next_plan", "shortcomings"} and {"next_plan", "shortcomings"} <= set(joint):
        pair: tuple[SectionKind, ...] = ("shortcomings", "next_plan")
        return tuple(sorted(pair, key=joint.__getitem__))
    return (first,)


def nested_kind(title: str, lexicon: Lexicon) -> SectionKind | None:
    """The item that a heading below first level sets for itself."""
    for kind, pattern in lexicon.nested.items():
        if pattern.search(title):
            return kind
    return None


def assign_kinds(
    levels: Sequence[int], titles: Sequence[str], lexicon: Lexicon
) -> tuple[list[SectionKind | None], list[tuple[SectionKind, ...]]]:
    """The kind of every heading, and for every heading the items it names as a joint one.

    Themes that stand at 一、 level without a wrapper belong to ``measures_results`` by position:
    before the first section that names another of the items, or between such as long as no plan
    has begun.
    """
    kinds: list[SectionKind | None] = []
    joints: list[tuple[SectionKind, ...]] = []
    named = [kinds_named(t, lexicon) if n == 1 else () for n, t in zip(levels, titles, strict=True)]
    closing = next((i for i, k in enumerate(named) if "next_plan" in k or "other" in k), len(named))
    section: tuple[SectionKind, ...] = ()
    chain: list[tuple[int, SectionKind | None]] = []
    for index, (level, title) in enumerate(zip(levels, titles, strict=True)):
        chain = [(above, kind) for above, kind in chain if above < level]
        inherited = chain[-1][1] if chain else None
        joint: tuple[SectionKind, ...] = ()
        if level == 1:
            section = named[index]
            if not section and index < closing and not FRAME.match(title):
                section = ("measures_results",)
            kind = section[0] if section else None
            joint = section if len(section) > 1 else ()
        else:
            kind = _below(title, section, inherited, lexicon)
        chain.append((level, kind))
        kinds.append(kind)
        joints.append(joint)
    return kinds, joints


def _below(
    title: str,
    section: tuple[SectionKind, ...],
    inherited: SectionKind | None,
    lexicon: Lexicon,
) -> SectionKind | None:
    if len(section) > 1:
        named = [kind for kind in kinds_named(title, lexicon) if kind in section]
        return named[0] if named else inherited
    if inherited in (None, "measures_results"):
        return nested_kind(title, lexicon) or inherited
    return inherited


def section_states(
    levels: Sequence[int],
    kinds: Sequence[SectionKind | None],
    joints: Sequence[tuple[SectionKind, ...]],
    stated_none: frozenset[SectionKind],
    told: frozenset[SectionKind],
    understood: bool,
) -> dict[SectionKind, SectionState]:
    """How the report treats each item.

    Args:
        levels: level of each heading.
        kinds: kind of each heading.
        joints: the items a joint heading names.
        stated_none: items whose section says there is nothing to report.
        told: items that the text tells without a heading.
        understood: whether nothing speaks against the headings found.
    """
    first = {k for level, k in zip(levels, kinds, strict=True) if level == 1 and k}
    first |= {kind for joint in joints for kind in joint}
    lower = {k for level, k in zip(levels, kinds, strict=True) if level > 1 and k} | told
    # Without a first-level heading that names any item nothing can be said of what is missing.
    understood = understood and bool(first)
    states: dict[SectionKind, SectionState] = {}
    for kind in SECTION_KINDS:
        if kind in stated_none:
            states[kind] = "stated_none"
        elif kind in first:
            states[kind] = "own"
        elif kind in lower:
            states[kind] = "inside"
        else:
            states[kind] = "none" if understood else "unclear"
    return states
