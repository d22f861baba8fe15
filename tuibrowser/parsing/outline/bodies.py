"""The outline of a report: its headings, and which paragraphs stand under each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import Hints
from tuibrowser.model.terms import SectionKind
from tuibrowser.parsing.lines.masthead import Masthead
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.kinds import INTRODUCTION, assign_kinds, kinds_named
from tuibrowser.parsing.outline.marked import Heading
from tuibrowser.parsing.outline.styled import styled_lines
from tuibrowser.parsing.outline.told import told_kinds
from tuibrowser.parsing.outline.tree import find_headings


@dataclass(frozen=True, slots=True)
class Outline:
    """Headings in text order, and for each of them what the other lists say at its index."""

    headings: list[Heading]
    kinds: list[SectionKind | None]
    joints: list[tuple[SectionKind, ...]]
    """The items that a heading names as a joint one."""
    bodies: list[list[Line]]
    """The paragraphs right below it."""
    kinds_told: dict[int, SectionKind]
    """The items that paragraphs tell without a heading, by where these start."""
    opening: list[tuple[int, Line]]
    """Body paragraphs before the first heading, with their index."""


def read_outline(
    lines: Sequence[Line], head: Masthead, text: str, lexicon: Lexicon, hints: Hints
) -> Outline:
    """The outline of ``lines``, less what ``head`` took."""
    body = [index for index in range(len(lines)) if index not in head.roles]
    headings = find_headings(
        lines,
        body,
        lambda words: kinds_named(words, lexicon),
        text,
        styled_lines(hints, lines, body, text),
    )
    kinds, joints = assign_kinds([h.level for h in headings], [h.title for h in headings], lexicon)
    by_paragraph = {heading.paragraph: at for at, heading in enumerate(headings)}
    opening: list[tuple[int, Line]] = []
    bodies: list[list[Line]] = [[] for _ in headings]
    current: int | None = None
    for index, line in enumerate(lines):
        if index in by_paragraph:
            current = by_paragraph[index]
            if run_in := headings[current].body:
                bodies[current].append(run_in)
        elif index in head.roles:
            continue
        elif current is None or INTRODUCTION.match(headings[current].title):
            opening.append((index, line))
        else:
            bodies[current].append(line)
    told = told_kinds(bodies, headed_kinds(kinds, joints), lexicon)
    return Outline(headings, kinds, joints, bodies, told, opening)


def headed_kinds(
    kinds: Sequence[SectionKind | None], joints: Sequence[tuple[SectionKind, ...]]
) -> frozenset[SectionKind]:
    """The items that headings name, alone or together."""
    return frozenset({kind for kind in kinds if kind}.union(*joints))
