"""Two numbers told together, and together again with another second one.

组织培训7期，284人次参训 and 组织培训7期，参训248人次: the first number says that it is one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose
from tuibrowser.insight.checks.scopes import OF_CLAUSE, OF_PERIOD
from tuibrowser.insight.checks.told import Told
from tuibrowser.insight.checks.values import covers

_LEAST: Final = 5
"""Below it two things are as many by chance."""
_MOST: Final = 40
_LONGEST: Final = 10
"""Characters between the two numbers."""
# Code, not lexicon: what stands between two numbers that belong together.
_JOINED: Final = re.compile(r"[,、(]?[^,。;:、()\d]{0,8}")


def check_anchored(material: Material) -> Iterator[Finding]:
    """Yield second numbers that differ where the first and all around it is the same."""
    told: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for it in material.told:
        if not it.is_of_part and it.number.value >= _LEAST and len(it.thing.what) > 1:
            told[*it.thing[1:], it.number.family, it.number.value].append(it)
    for them in told.values():
        yield from _differing(them[:_MOST])


def _differing(them: list[Told]) -> Iterator[Finding]:
    pairs = [(it.prose, second) for it in them if (second := _second(it.prose, it.number))]
    for at, (prose, number) in enumerate(pairs):
        for before, one in pairs[:at]:
            is_apart = before is not prose or one.end < prose.sentence_at(number.start)[0]
            if is_apart and one.family == number.family and not _agree(one, number):
                values = (f"{it.shown}{it.figure.unit}" for it in (one, number))
                says = "同一事项前后写为{}和{}，请核".format(*values)
                quotes = (
                    before.quote(before.clause_start(one.start), one.end),
                    prose.quote(prose.clause_start(number.start), number.end),
                )
                yield Finding("two_values", says, quotes)
                return


def _agree(one: Number, other: Number) -> bool:
    return one.value == other.value or covers(one, other)


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
