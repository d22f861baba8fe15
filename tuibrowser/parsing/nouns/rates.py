"""Which rates one number is of: 参考率、合格率均为100% is the number of each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.agents import LISTING
from tuibrowser.parsing.nouns.whole import Noun

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_RATE: Final = re.compile("[^、][率度感]$|占比$|比[例重率]$")
_STEM: Final = re.compile("(?<=.)率$")
_OF_RATE: Final = re.compile(
    "(?:知晓|满意|参与|及时|准确|规范|合格|优秀|优良|及格|参[考训学]|覆盖|到位|达标|公开|见面|签约|履约|持证|通过|成功)$"
)
"""What is said of rates as often, beside what becomes of a thing: 知晓、满意率."""
_SHORTEST: Final = 2
_LONGEST: Final = 5
"""Characters of the last rate of a list that has its 率 in common: 群众满意率."""


def rates_of(text: str, noun: Noun, words: Counting) -> list[Noun]:
    """The rates that ``noun`` names, one number of all of them; ``noun`` itself where it is one.

    A rate goes with what stands before it in the list and is none: 建议、提案办复率. Acts in a list
    have the 率 of the last in common: 提案办复、采纳率.
    """
    if len(noun) != 1 or not _RATE.search(text, *noun[0]):
        return [noun]
    return list(_rates(text, noun[0], words))[::-1]


def things_of(text: str, noun: Noun, words: Counting) -> list[Noun]:
    """The two things of which each is so many: 复议和诉讼均为0件; ``noun`` itself if it is one."""
    if len(noun) != 1 or not text.startswith("均", noun[0][1]):
        return [noun]
    start, end = noun[0]
    mark = LISTING.search(text, start, end)
    members = [(start, mark.start()), (mark.end(), end)] if mark else []
    are_things = members and all(words.heads.search(text, *it) for it in members)
    return [(it,) for it in members] if are_things else [noun]


def _rates(text: str, noun: Span, words: Counting) -> Iterator[Noun]:
    """The members from the last to the first."""
    start, end = noun
    marks = [it.start() for it in LISTING.finditer(text, start, end)][::-1]
    last = marks[0] + 1 if marks else start
    # 实名登记落实率 has a thing of its own, and 满意、基本满意率 are one.
    common = _STEM.search(text, start, end) if end - last <= _LONGEST else None
    tail: Noun = ()
    for mark in marks:
        is_whole = _RATE.search(text, start, mark) is not None
        if not is_whole and not (common and _is_rated(text, start, mark, words)):
            common = None  # 禁毒、社区矫正对象走访率
            continue
        if not is_whole and text.find(text[mark - _SHORTEST : mark], mark, end) >= 0:
            common = None
            continue
        yield (mark + 1, end), *tail
        end, tail = mark, () if is_whole or common is None else (common.span(),)
    yield (start, end), *tail


def _is_rated(text: str, start: int, end: int, words: Counting) -> bool:
    """Whether an act ends there of which there is a rate."""
    act = (max(start, end - 2), end)
    return bool(_OF_RATE.search(text, start, end) or words.fates.fullmatch(text, *act))
