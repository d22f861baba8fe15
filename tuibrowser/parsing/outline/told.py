"""Items that no heading names and yet the text tells: 下一步，我镇将… closing another part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import SectionKind
from tuibrowser.parsing.lines.numbering import MARKER, POINT
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.points import says_nothing

# Code, not lexicon: the regulation calls the item so.
_NOTHING_ELSE: Final = re.compile("其[他它](?:需要?|应当?)?(?:另行)?(?:报告|说明|情况|事项)")
_IN_ONE_POINT: Final[frozenset[SectionKind]] = frozenset({"leader_duty"})
"""Items that are told in one point of several, not by all from there on."""


def told_kinds(
    bodies: Sequence[Sequence[Line]], headed: frozenset[SectionKind], lexicon: Lexicon
) -> dict[int, SectionKind]:
    """The items that whole paragraphs tell, by where these start in the text.

    Such a paragraph closes its part; points may go on from it.

    Args:
        bodies: The paragraphs right below each heading.
        headed: The items that headings name.
        lexicon: How such paragraphs begin.
    """
    patterns = {
        kind: it
        for kind, it in lexicon.speaks.items()
        if kind not in headed and kind not in _IN_ONE_POINT
    }
    return {line.start: kind for body in bodies for line, kind in _closing(body, patterns)}


def _closing(
    body: Sequence[Line], patterns: Mapping[SectionKind, re.Pattern[str]]
) -> Iterator[tuple[Line, SectionKind]]:
    points = sum(1 for _ in takewhile(_is_point, reversed(body)))
    for at in (len(body) - points - 1, len(body) - 1):
        kind = next(
            (it for it, how in patterns.items() if at >= 0 and how.match(body[at].shadow)), None
        )
        if kind is not None:
            yield from ((line, kind) for line in body[at:])
            return


def _is_point(line: Line) -> bool:
    return bool(POINT.match(line.shadow) or MARKER.match(line.shadow))


def point_tells(words: str, headed: frozenset[SectionKind], lexicon: Lexicon) -> SectionKind | None:
    """The item that a single point tells which no heading names."""
    for kind in _IN_ONE_POINT - headed:
        pattern = lexicon.speaks.get(kind)
        if pattern is not None and pattern.match(words):
            return kind
    return None


def denies_more(bodies: Sequence[Sequence[Line]]) -> bool:
    """Whether a paragraph says that there is nothing else to report, below whatever heading."""
    return any(
        _NOTHING_ELSE.search(body[-1].shadow) and says_nothing(body[-1].shadow)
        for body in bodies
        if body
    )
