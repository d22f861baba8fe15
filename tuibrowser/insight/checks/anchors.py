"""Two numbers told together, and together again with another second one.

组织培训7期，284人次参训 and 组织培训7期，参训248人次: the first number says that it is one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuibrowser.insight.checks.agreement import are_apart, contradiction, may_be_one
from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose
from tuibrowser.insight.checks.scopes import OF_CLAUSE, OF_PERIOD
from tuibrowser.insight.checks.told import Told

_LEAST: Final = 5
"""Below it two things are as many by chance."""
_MOST: Final = 40
_LONGEST: Final = 10
"""Characters between the two numbers."""
# Code, not lexicon: what stands between two numbers that belong together.
_JOINED: Final = re.compile(r"[,、(]?[^,。;:、()\d]{0,8}")


class _Second(NamedTuple):
    """The number that follows another one."""

    prose: Prose
    number: Number
    bodies: frozenset[str]
    """Who did what the first one counts, where that is said."""


def check_anchored(material: Material) -> Iterator[Finding]:
    """Yield second numbers that differ where the first and all around it is the same."""
    told: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for it in material.told:
        if not it.is_of_part and it.number.value >= _LEAST and len(it.thing.what) > 1:
            told[*it.thing[1:-1], it.number.family, it.number.value].append(it)
    for them in told.values():
        yield from _differing(them[:_MOST])


def _differing(them: list[Told]) -> Iterator[Finding]:
    found = [
        _Second(it.prose, second, it.thing.bodies)
        for it in them
        if (second := _second(it.prose, it.number))
    ]
    for at, other in enumerate(found):
        for one in found[:at]:
            is_one = not (one.bodies and other.bodies) or one.bodies == other.bodies
            if is_one and are_apart(one, other) and _contradict(one.number, other.number):
                yield contradiction(one, other)
                return


def _contradict(one: Number, other: Number) -> bool:
    return one.family == other.family and not may_be_one(one, other)


def _second(prose: Prose, first: Number) -> Number | None:
    """The number that is told right behind another one of the sentence."""
    follows = prose.numbers_in(first.end, prose.sentence_at(first.start)[1])[:1]
    if not follows or follows[0].is_percent or follows[0].figure.role != "total":
        return None
    between = prose.text[first.end : follows[0].start]
    is_joined = len(between) <= _LONGEST and _JOINED.fullmatch(between)
    if not is_joined or OF_CLAUSE.search(between) or OF_PERIOD.search(between):
        return None
    return follows[0]
