"""Parts of the year, and what the township did alone, against the whole: no part is larger.

上半年检查58次，全年检查43次; 镇本级讲座26场，镇村两级讲座21场.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.told import Told

_MOST: Final = 40
"""Numbers told of one thing that are laid beside each other."""


def check_within(material: Material) -> Iterator[Finding]:
    """Yield the parts that exceed what is told of the whole year, or of township and villages."""
    told: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for it in material.told:
        if not (it.number.is_percent or it.is_led):
            told[it.thing.acts, it.number.family].append(it)
    for them in told.values():
        wholes = [it for it in them if it.is_all and not it.is_of_part][:_MOST]
        for part in [it for it in them if it.is_of_part or it.thing.base][:_MOST]:
            whole = next((it for it in wholes if _is_within(part, it)), None)
            if whole is not None and part.number.value > whole.number.value + whole.number.slack:
                yield _finding(part, whole)


def _is_within(part: Told, whole: Told) -> bool:
    of_year = part.is_of_part and part.thing.base == whole.thing.base
    of_town = not part.is_of_part and bool(part.thing.base) and not whole.thing.base
    is_certain = part.number.is_reached and whole.number.is_exact
    is_one = (
        part.thing.letters == whole.thing.letters and part.thing.bodies >= whole.thing.bodies
    ) or _is_told_shorter(part, whole)
    return (of_year or of_town) and is_certain and is_one


def _is_told_shorter(part: Told, whole: Told) -> bool:
    """Whether the rest goes without saying: 律师全年解答居民咨询1120人次，上半年解答咨询503人次."""
    start, end = whole.prose.sentence_at(whole.number.start)
    is_near = part.prose is whole.prose and start <= part.number.start < end
    return is_near and part.thing.letters < whole.thing.letters and not part.thing.bodies


def _finding(part: Told, whole: Told) -> Finding:
    one, two = (f"{it.number.with_unit}" for it in (part, whole))
    quotes = tuple(
        it.prose.quote_clauses(it.number.start, it.number.end)
        for it in sorted((part, whole), key=lambda it: it.number.figure.start)
    )
    return Finding("part_exceeds", f"其中一部分为{one}，大于全部{two}，请核", quotes)
