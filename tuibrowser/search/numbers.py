"""Readings of a query whose numbers stand in another writing: 3000份 for 3,000份, 12 for 十二."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.search.attempt import Attempt, Judge, each, literal, matching
from tuibrowser.search.stages import tokens_of
from tuibrowser.text.number_forms import NUMBER, ROMAN, forms
from tuibrowser.text.numerals import NUMERAL

_MOST: Final = 24
_COST: Final = -1
"""Nothing about it is a slip."""
_PART: Final = rf"[\d{NUMERAL}]"
_BEGINS: Final = rf"(?<!{_PART})(?<!\d[.,])"
_ENDS: Final = rf"(?!{_PART})(?![.,]\d)(?!点{_PART})"
"""Behind a number that goes on no further: 九十八, but not in 九十八点五."""
# Code, not lexicon: searching opens no file, and one sign is enough to tell a number.
_COUNTED: Final = (
    "个名人户家场次件份条起例宗项处部村元天月年日期类批轮届岁小张册本辆台所站间支套篇"
    "艘枚幅栋幢座吨斤亩米公封盒袋箱瓶架扇盏只头棵株颗粒趟顿季级课讲集段层排组队班室镇乡街号档"
)
"""A single numeral is a number only before one of these: not 一般, 统一."""
_RANKED: Final = "级类期批档型度区段章部卷等"
"""And a Roman one only before one of these."""


def by_number(needles: Sequence[str], quoted: frozenset[str]) -> Iterator[Attempt]:
    """Each number of the query in each of its other writings."""
    made = 0
    for at, needle in enumerate(needles):
        if needle in quoted:
            continue
        others = (*needles[:at], *needles[at + 1 :])
        for found in numbers_of(needle):
            before, number, after = needle[: found.start()], found[0], needle[found.end() :]
            for other in _forms(number, after):
                if made == _MOST:
                    return
                made += 1
                rest = [literal(one) for one in others]
                yield Attempt(
                    "fuzzy",
                    _COST,
                    tokens_of((before + other + after, *others)),
                    each([_standing(before, other, after), *rest]),
                    rewritten=(number, other),
                )
    yield from _by_all(needles, quoted)


def _by_all(needles: Sequence[str], quoted: frozenset[str]) -> Iterator[Attempt]:
    """Several numbers in whatever writing each: 走访120户、化解98件 for 一百二十户 and 九十八件."""
    numbers = [
        found[0] for needle in needles if needle not in quoted for found in numbers_of(needle)
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


def in_any_writing(needle: str, numbers: Sequence[str]) -> tuple[str, list[str]]:
    """A pattern of ``needle`` with those of its numbers in any writing, and what stands between."""
    pattern, pieces, at = "", [], 0
    for found in NUMBER.finditer(needle):
        if found[0] not in numbers:
            continue
        pieces.append(needle[at : found.start()])
        ways = "|".join(re.escape(one) for one in (found[0], *forms(found[0])))
        pattern += f"{re.escape(pieces[-1])}{_BEGINS}(?:{ways}){_ENDS}"
        at = found.end()
    return pattern + re.escape(needle[at:]), [*pieces, needle[at:]]


def numbers_of(needle: str) -> Iterator[re.Match[str]]:
    """The numbers in ``needle`` that have other writings."""
    for found in NUMBER.finditer(needle):
        number, after = found[0], needle[found.end() :]
        if number in ROMAN:
            is_number = after[:1] in tuple(_RANKED)
        else:
            is_number = len(number) > 1 or number.isascii() or after[:1] in tuple(_COUNTED)
        if is_number and forms(number):
            yield found


def _forms(number: str, after: str) -> Iterator[str]:
    """The other writings of ``number`` before ``after``."""
    ranked = after[:1] in tuple(_RANKED)
    return (one for one in forms(number) if ranked or one not in ROMAN)


def _standing(before: str, number: str, after: str) -> Judge:
    """Holds where ``number`` stands for itself, not within a longer one."""
    first = "" if before else _BEGINS
    last = "" if after else rf"{_ENDS}(?!%)"
    return matching(re.compile(first + re.escape(before + number + after) + last))
