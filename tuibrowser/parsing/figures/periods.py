"""Over which period a number counts, read from the words before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from tuibrowser.model.terms import Span

_BREAKS: Final = "。!?"
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_BEFORE: Final = re.compile(r"[由从](?:上年|去年|上一年|年初|原来|原先|此前)?(?:同期)?的?$")
_NEAR: Final = 8
_LAST_YEAR: Final = re.compile(r"(?:同期)?[为是]?\d[^,、;()]*\)")
"""Behind a year that opens a bracket: (2023年为19件) tells what was before."""
_ASIDE: Final = re.compile(r"[^()]*\d[^()]*\)")
"""Behind a period in a bracket with a number of its own."""
_LONGEST_RUN: Final = 80
_YEAR: Final = re.compile(r"20\d\d年?")
_WHOLE_YEAR: Final = re.compile(r"全年|年内|年度|20\d\d年$")
_YEARS: Final = re.compile(r"20\d\d年?(?:[、和及与]20\d\d年?)+$")
_APART: Final = re.compile(
    r"(?P<among>[^。;:!?\d]{0,24})(?:分别|依[次序])[^,。;:!?\d]{0,12}?"
    r"(?P<numbers>(?:\d[\d.,]*[万亿]?[余多]?[^\d,。;、]{0,4}[、和及与,])*)$"
)
"""Between years and a number of which each is of one of them."""
_JOINTS: Final = frozenset("、和及与")
_NUMBER: Final = re.compile(r"\d[\d.,]*")
_NUMBERS: Final = re.compile(
    r"\d[\d.,]*[万亿]?[余多]?[^\d,。;、和及与]{0,4}(?:[、和及与,]\d[\d.,]*[万亿]?[余多]?[^\d,。;、和及与]{0,4})*"
)
_BOUNDS: Final = ("前", "以前", "之前", "后", "的")
_BASE: Final = re.compile(
    "(?:全年|度)?(?:同期)?(?:相比|相较|比较|比[,增减上下提降多少]|[^,。;]{0,4}基础上)"
)
"""Behind the base of a comparison: 与2020年相比, 在2020年工作基础上."""
_NO_SCOPE_AFTER: Final = frozenset("—-~至《较比由占")
# A line may be a whole page: what stands further away is not looked at.
_LONGEST_SENTENCE: Final = 600


class Periods:
    """The scope words of one line."""

    def __init__(self, shadow: str, words: re.Pattern[str]) -> None:
        """Take ``shadow``, folded, and the pattern of scope ``words``."""
        self._shadow = shadow
        self._words = words

    def find(self, at: int) -> Span | None:
        """Span of the last scope word between the sentence's start and ``at``.

        One that opens the sentence holds to its end, another to the next semicolon, 年初 for its
        own clause. The base of a comparison (较2020年, 与2020年相比, 占全年), the end of a range
        (2021—2025年), a bound (2018年前) and a year in a document's title are none. What
        something was before (由上年的5天, 14件(2023年19件)) has none, and months that a rule sets
        (3月至5月为禁渔期) are none.
        """
        shadow = self._shadow
        if own := self._own(at):
            return own
        if _BEFORE.search(shadow, max(0, at - _NEAR), at):
            return None
        first = max(0, at - _LONGEST_SENTENCE)
        begin = max(first - 1, *(shadow.rfind(mark, first, at) for mark in _BREAKS)) + 1
        last = bisect_right(self._ends, at)
        for number in range(last - 1, -1, -1):
            match = self._matches[number]
            if match.start() < begin:
                break
            if not _reaches(shadow, match, begin, at):
                continue
            is_aside = _ASIDE.match(shadow, match.end(), at)
            if is_aside or _is_inside(shadow, begin, match.start(), "《》"):
                continue
            if _LAST_YEAR.match(shadow, match.end()) and shadow.endswith("(", 0, match.start()):
                return None
            if _holds(match, shadow, at):
                return None if number and self._is_shared_out(number, at) else match.span()
        return None

    def _is_shared_out(self, number: int, at: int) -> bool:
        """Whether the scope word ``number`` has an equal before it and its own clause ends before
        ``at``: what follows 上半年31次,下半年28次 is of neither half.

        Of whole years the last is gone on with: 2022年30件,2023年40件,办结38件.
        """
        shadow = self._shadow
        before, match = self._matches[number - 1], self._matches[number]
        if _WHOLE_YEAR.search(match[0]) or "," not in shadow[match.end() : at]:
            return False
        between = shadow[before.end() : match.start()]
        return between in _JOINTS or (between.count(",") == 1 and between.endswith(","))

    def _own(self, at: int) -> Span | None:
        """Span of the period of which the number at ``at`` is, where several share out as many:
        2021年、2022年分别办理9件、12件; 春运、征兵期分别宣传7场、3场."""
        apart = _APART.search(self._shadow, max(0, at - _LONGEST_RUN), at)
        if apart is None:
            return None
        own = len(_NUMBER.findall(apart["numbers"]))
        rest = _NUMBERS.match(self._shadow, at)
        count = own + len(_NUMBER.findall(rest[0])) if rest else own
        among = apart.start("among")
        for spans in (self._years_until(among), self._listed_until(apart)):
            if len(spans) == count > own:
                return spans[own]
        return None

    def _years_until(self, among: int) -> list[Span]:
        """Spans of the years listed right before ``among``; the last one's 年 may stand behind."""
        end = among + self._shadow.startswith("年", among)
        years = _YEARS.search(self._shadow, max(0, end - _LONGEST_RUN), end)
        return [it.span() for it in _YEAR.finditer(self._shadow, *years.span())] if years else []

    def _listed_until(self, apart: re.Match[str]) -> list[Span]:
        """Spans of the scope words that a list before 分别 ends in."""
        listed: list[Span] = []
        for match in reversed(self._matches[: bisect_right(self._ends, apart.start("numbers"))]):
            if listed and self._shadow[match.end() : listed[0][0]] not in _JOINTS:
                break
            listed.insert(0, match.span())
        return listed

    def around(self, at: int) -> Span | None:
        """Span of the scope word around the character at ``at``; 年底前 bounds and is none."""
        it = bisect_right(self._starts, at) - 1
        if it < 0 or self._ends[it] <= at:
            return None
        span = self._matches[it].span()
        return None if self._shadow.startswith(_BOUNDS, span[1]) else span

    @cached_property
    def _starts(self) -> list[int]:
        return [it.start() for it in self._matches]

    @cached_property
    def _matches(self) -> list[re.Match[str]]:
        # A pattern that a person added may match a place and no word (a lookahead).
        return [match for match in self._words.finditer(self._shadow) if match[0]]

    @cached_property
    def _ends(self) -> list[int]:
        return [it.end() for it in self._matches]


def _is_inside(shadow: str, begin: int, at: int, marks: str) -> bool:
    return shadow.count(marks[0], begin, at) > shadow.count(marks[1], begin, at)


def _reaches(shadow: str, match: re.Match[str], begin: int, at: int) -> bool:
    """Whether a scope word holds at ``at``: to the next semicolon, or where it opens the sentence,
    to its end."""
    return match.start() == begin or ";" not in shadow[match.end() : at]


def _holds(match: re.Match[str], shadow: str, at: int) -> bool:
    """Whether a scope word is no base, end or bound of something else."""
    word, before = match[0], shadow[match.start() - 1 : match.start()]
    after = shadow[match.end() : at]
    if before in _NO_SCOPE_AFTER or after.startswith(_BOUNDS) or _BASE.match(after):
        return False
    if "月" in word and (before == "、" or after.startswith("为")):
        return False
    return word.startswith("截") or not word.endswith(("年初", "年底", "年末")) or "," not in after
