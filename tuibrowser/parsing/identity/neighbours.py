"""The county of a township by the others that its report names: 城关镇 beside 向阳镇 and 洞河镇 is
that of 紫阳县, for no other county has all three.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Place
from tuibrowser.parsing.lines.numbering import HAN
from tuibrowser.parsing.lines.source import Line
from tuibrowser.places.folders import joined, may_lie_in
from tuibrowser.places.gazetteer import Unit, gazetteer
from tuibrowser.text.fold import fold

# Code, not lexicon: how townships are called is laid down by law; the names are the gazetteer's.
_TOWNSHIP: Final = re.compile("镇|乡|街道|苏木")
_BEGINS: Final = re.compile(rf"(?:^|[^{HAN}]|[与和及同到在由的邻赴至])$")
_LONGEST: Final = 8
_FEWEST: Final = 2
"""Townships besides the one that reports."""


def county_of_neighbours(
    lines: Sequence[Line], township: str, known: Place, lexicon: Lexicon
) -> tuple[Place, str] | None:
    """The one county in which all the townships lie that a report names, two besides its own, and
    those names; ``None`` where none or several counties have them.

    Args:
        lines: all paragraphs.
        township: the one that reports.
        known: the levels above it that are known.
        lexicon: tells names from words.
    """
    own = fold(township)
    counties: dict[Unit, set[str]] = defaultdict(set)
    for line in lines:
        for name in _named(line.shadow, own, lexicon):
            for unit in gazetteer().townships(name):
                for above in () if unit.is_former else gazetteer().above(unit):
                    if above.level == "county":
                        counties[above].add(name)
    if not counties:
        return None
    most = max(map(len, counties.values()))
    best = [county for county, names in counties.items() if len(names) == most]
    if most < _FEWEST or len(best) != 1:
        return None
    place = gazetteer().place(best[0])
    if not may_lie_in(own, known, place):
        return None
    return joined(known, place), "、".join(sorted(counties[best[0]]))


def _named(shadow: str, own: str, lexicon: Lexicon) -> Iterator[str]:
    """The townships that a paragraph names besides ``own``, the longest where one ends like
    another."""
    for found in _TOWNSHIP.finditer(shadow):
        end = found.end()
        for start in range(max(0, end - _LONGEST), end - 1):
            name = shadow[start:end]
            if not _BEGINS.search(shadow[max(0, start - 1) : start]) or name in lexicon.not_names:
                continue
            if name != own and gazetteer().townships(name):
                yield name
                break
