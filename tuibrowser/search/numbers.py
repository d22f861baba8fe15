"""Readings of a query whose numbers stand in another writing: 3000份 for 3,000份, 12 for 十二."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from tuibrowser.search.attempt import Attempt, Judge, each, literal, matching
from tuibrowser.search.stages import tokens_of
from tuibrowser.text.numerals import NUMERAL
from tuibrowser.text.quantities import quantities

_MOST: Final = 24
_COST: Final = -1
"""Nothing about it is a slip."""
_PARTED: Final = 0
_PART: Final = rf"[\d{NUMERAL}]"
_BEGINS: Final = rf"(?<!{_PART})(?<!\d[.,])"
_ENDS: Final = rf"(?!{_PART})(?![.,]\d)(?!点{_PART})"
"""Behind a number that goes on no further: 九十八, but not in 九十八点五."""
_NAMED: Final = 2
_GAP: Final = "[^。;,、\\d]{1,4}?"
"""Between what is counted and its number: 成功率97.5%, 成功率达到百分之九十七点五; the number
may come first, too: 渡口12个, 十二个渡口."""


def by_number(needles: Sequence[str], quoted: frozenset[str]) -> Iterator[Attempt]:
    """Each number of the query in each of its other writings."""
    made = 0
    for at, needle in enumerate(needles):
        if needle in quoted:
            continue
        others = (*needles[:at], *needles[at + 1 :])
        rest = [literal(one) for one in others]
        for found in quantities(needle):
            before, number, after = needle[: found.start], found.written, needle[found.end :]
            for other in found.others[: _MOST - made]:
                made += 1
                yield Attempt(
                    "fuzzy",
                    _COST,
                    tokens_of((before + other + after, *others)),
                    each([_standing(before, other, after), *rest]),
                    rewritten=(number, other),
                )
            if found.start >= _NAMED:
                ways = "|".join(map(re.escape, found.others))
                counted = f"{_BEGINS}(?:{ways}){re.escape(after)}" + ("" if after else _ENDS)
                named = re.escape(before)
                pattern = f"{named}{_GAP}{counted}|{counted}{named}"
                yield Attempt(
                    "fuzzy",
                    _PARTED,
                    tokens_of((before, after, *others)),
                    each([matching(re.compile(pattern)), *rest]),
                    rewritten=(number, ""),
                )
    yield from _by_all(needles, quoted)


def _by_all(needles: Sequence[str], quoted: frozenset[str]) -> Iterator[Attempt]:
    """Several numbers in whatever writing each: 走访120户、化解98件 for 一百二十户 and 九十八件."""
    numbers = [
        found.written for needle in needles if needle not in quoted for found in quantities(needle)
    ]
    if len(numbers) < 2:
        return
    judges, pieces = [], []
    for needle in needles:
        pattern, rest = in_any_writing(needle, () if needle in quoted else numbers)
        judges.append(matching(re.compile(pattern)))
        pieces += rest
    if any(pieces):
        said = tokens_of(tuple(filter(None, pieces)))
        yield Attempt("fuzzy", _COST, said, each(judges), rewritten=("、".join(numbers), ""))


def in_any_writing(needle: str, numbers: Collection[str]) -> tuple[str, list[str]]:
    """A pattern of ``needle`` with those of its numbers in any writing, and what stands between."""
    pattern, pieces, at = "", [], 0
    for found in quantities(needle):
        if found.written not in numbers:
            continue
        pieces.append(needle[at : found.start])
        ways = "|".join(map(re.escape, (found.written, *found.others)))
        pattern += f"{re.escape(pieces[-1])}{_BEGINS}(?:{ways}){_ENDS}"
        at = found.end
    return pattern + re.escape(needle[at:]), [*pieces, needle[at:]]


def _standing(before: str, number: str, after: str) -> Judge:
    """Holds where ``number`` stands for itself, not within a longer one."""
    first = "" if before else _BEGINS
    last = "" if after else rf"{_ENDS}(?!%)"
    return matching(re.compile(first + re.escape(before + number + after) + last))
