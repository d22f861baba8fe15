"""What is left of a passage when that is taken out which differs between any two reports: names of
the township and its superiors, years, point markers and figures (``text.masks``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.model.report import Passage, Report, Section
from tuibrowser.text.fold import squash
from tuibrowser.text.masks import NAME, NUMBER, YEARS, mask, names_of, without_point
from tuibrowser.text.numerals import NUMERAL, parse_numeral, parse_pair

_QUOTES: Final = re.compile(r"[\"'「」『』《》〈〉]|(?<=[^\W\d])[·•・](?=[^\W\d])")
"""Signs around and amid names, which some write and some do not: “吹哨报到”机制, 老支书·说事."""

COUNTED_ALIKE: Final = {"场次": "场", "起": "件", "例": "件", "宗": "件"}
"""Units in which the same is counted as in others; 人次 and 人 are two."""
_HEDGED_ALIKE: Final = {
    "多": "余", "大约": "约", "将近": "近", "接近": "近", "超过": "超", "逾": "超",
    "不低于": "不少于", "至少": "不少于",
}  # fmt: skip
"""Hedges that say no more than another; 近 and 约 are two."""

# Code, not lexicon: what counts, and what opens a measure, is the same in all fields.
_COUNTED: Final = re.compile(
    rf"[{NUMERAL}]+(?=[余多几]?(?:[次场期件份条起例宗人名户项个处部元家张册卷篇批堂轮天]"
    "|[级层类种支座所间套台辆亩吨岁日周]|年(?!度)|小时|分钟|公里))"
)
"""A Chinese numeral that counts something, whether or not the parser takes it for a figure."""
_SHARE: Final = re.compile(rf"(?P<whole>[{NUMERAL}]+)分之(?P<part>[{NUMERAL}]+)")

_HEADING_CLAUSE: Final = re.compile(r"^[\u4e00-\u9fff]{4,16}。(?=.{4})")
"""What opens a measure in one year and is a heading in the next, or nowhere (强化研究部署。)."""


_YEAR: Final = re.compile(r"\d{4}")
_DIGITS: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")
"""A year in Chinese is written digit by digit."""


class StatedYear(NamedTuple):
    """A year that a passage states."""

    year: int
    behind: int | None
    """How long before the report's own year; ``None`` where that is unknown."""


class OfYear(NamedTuple):
    """A passage masked, to be held against those of another year."""

    opening: str
    """The clause that stood before ``text``, if it opened with one that may be a heading; else
    empty."""
    text: str
    numbers: tuple[str, ...]
    years: tuple[StatedYear, ...]


class Mask:
    """Takes out of passages what belongs to one report."""

    def __init__(self, report: Report, names: Iterable[str] = ()) -> None:
        """Take ``names`` that other reports of the same place state of it."""
        self._report = report
        self._names = names_of((*places_of(report), *names))
        self._starts = [figure.start for figure in report.numbers]

    def apply(self, part: Passage | Section) -> str:
        """``part`` masked; figures keep their unit: 近40场次 becomes N场次."""
        return "".join(self._pieces(part, []))

    def of_year(self, part: Passage) -> OfYear:
        """``part`` masked, without numbers or a heading that only one of two years may show."""
        numbers: list[str] = []
        whole = "".join(self._pieces(part, numbers, in_digits=True))
        text = _HEADING_CLAUSE.sub("", whole, count=1)
        years = tuple(self._years(part))
        return OfYear(whole.removesuffix(text), text, tuple(numbers), years)

    def _years(self, part: Passage) -> Iterator[StatedYear]:
        own = self._report.year
        for stated in YEARS.findall(squash(self._report.slice(part))):
            for year in map(int, _YEAR.findall(stated.translate(_DIGITS))):
                yield StatedYear(year, None if own is None else own - year)

    def title(self, section: Section) -> str:
        """The title of a section masked."""
        return self._plain(squash(section.title), [])

    def _pieces(
        self, part: Passage | Section, numbers: list[str], *, in_digits: bool = False
    ) -> Iterator[str]:
        at = part.start
        first, last = bisect_left(self._starts, at), bisect_left(self._starts, part.end)
        for figure in self._report.numbers[first:last]:
            yield self._plain(self._between(part, at, figure.start), numbers, in_digits)
            numbers.append(_said(figure.value, figure.hedge))
            if figure.value_to is not None:
                numbers.append(_said(figure.value_to))
            yield NUMBER + squash(figure.unit)
            at = figure.end
        yield self._plain(self._between(part, at, part.end), numbers, in_digits)

    def _between(self, part: Passage | Section, start: int, end: int) -> str:
        """What stands there, less the marker that ``part`` begins with: 3. of one year is 5. of the
        next, and would count as a number."""
        squashed = squash(self._report.text[start:end])
        return without_point(squashed) if start == part.start else squashed

    def _plain(self, squashed: str, numbers: list[str], in_digits: bool = False) -> str:
        bare = _QUOTES.sub("", squashed)
        if self._names is not None:
            bare = self._names.sub(NAME, bare)
        masked = mask(_in_digits(bare) if in_digits else bare, None)
        numbers += map(_said, masked.numbers)
        return masked.text


def _said(number: float | str, hedge: str | None = None) -> str:
    """One writing of a number and of what says how exact it is: 2 and 2.0, 100多 and 100余."""
    try:
        value = str(float(number))
    except ValueError:
        return str(number)
    return _HEDGED_ALIKE.get(hedge or "", hedge or "") + value


def _in_digits(squashed: str) -> str:
    """``squashed`` with what it counts in Chinese as digits say it: 两级 is 2级, 三分之二 2/3."""
    return _COUNTED.sub(lambda it: _digits(it[0]), _SHARE.sub(_fraction, squashed))


def _fraction(found: re.Match[str]) -> str:
    if found["whole"] == "千":
        return f"{_digits(found['part'])}‰"
    return f"{_digits(found['part'])}/{_digits(found['whole'])}"


def _digits(numeral: str) -> str:
    if pair := parse_pair(numeral):
        return "-".join(map(str, pair))
    try:
        return str(parse_numeral(numeral))
    except ValueError:
        return numeral


def own_names(report: Report) -> re.Pattern[str] | None:
    """Finds whatever names the report's own place, folded: 柳溪镇, 柳溪, 青棠县 …"""
    return names_of(places_of(report))


def places_of(report: Report) -> Sequence[str]:
    """Who reports and where, as far as it is known."""
    place = report.place
    names = (report.issuer, place.township, place.county, place.city, place.province)
    return [name for name in names if name]
