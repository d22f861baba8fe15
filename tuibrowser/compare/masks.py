"""What is left of a passage when that is taken out which differs between any two reports.

Names of the township and its superiors, years, point markers and figures: without them the same
sentence of two townships, or of two years, is the same string.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tuibrowser.model import Figure, Passage, Report, Section
from tuibrowser.text.fold import squash
from tuibrowser.text.placename import stem

NAME: Final = "X"
YEAR: Final = "Y"
NUMBER: Final = "N"
"""Stand for what was taken out. Folded text has no capitals, so none is mistaken for text."""

POINT: Final = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:[是要]|、)|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}[.、](?!\d)|[①-⑳]|首先|其次|再次|最后)[,、:]?"
)
"""What a passage begins with to tell its place among others; for folded text."""
_YEAR: Final = re.compile(
    r"(?:20\d\d年?[-—–~至到])?20\d\d年度?|[(\[〔]20\d\d[)\]〕]|二[〇零][〇零一二三四五六七八九]{2}年度?"
)
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_QUOTES: Final = str.maketrans("", "", "\"'「」『』")


@dataclass(frozen=True, slots=True)
class Masked:
    """A passage without what differs anyway."""

    text: str
    """Folded, without white space, with ``X``, ``Y`` and ``N`` in place of what was taken out."""
    numbers: tuple[str, ...]
    """The numbers that were taken out, less years, in order; equal where they say the same."""


class Mask:
    """Takes out of passages what belongs to one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._names = own_names(report)
        self._starts = [figure.start for figure in report.figures]

    def apply(self, part: Passage | Section) -> Masked:
        """``part`` masked. Figures keep their unit: 近40场次 becomes N场次."""
        numbers: list[str] = []
        text = "".join(self._pieces(part, numbers))
        point = POINT.match(text)
        return Masked(text[point.end() :] if point else text, tuple(numbers))

    def title(self, section: Section) -> str:
        """The title of a section masked."""
        return self._plain(section.title, [])

    def figures(self, part: Passage) -> tuple[Figure, ...]:
        """The figures of ``part``, in order."""
        first = bisect_left(self._starts, part.start)
        last = bisect_left(self._starts, part.end)
        return self._report.figures[first:last]

    def _pieces(self, part: Passage | Section, numbers: list[str]) -> Iterator[str]:
        text, at = self._report.text, part.start
        first, last = bisect_left(self._starts, at), bisect_left(self._starts, part.end)
        for figure in self._report.figures[first:last]:
            yield self._plain(text[at : figure.start], numbers)
            numbers.append(f"{figure.hedge or ''}{float(figure.value)}{figure.unit}")
            yield NUMBER + squash(figure.unit)
            at = figure.end
        yield self._plain(text[at : part.end], numbers)

    def _plain(self, text: str, numbers: list[str]) -> str:
        shadow = squash(text).translate(_QUOTES)
        if self._names is not None:
            shadow = self._names.sub(NAME, shadow)
        shadow = _YEAR.sub(YEAR, shadow)
        numbers += _NUMBER.findall(shadow)
        return _NUMBER.sub(NUMBER, shadow)


def own_names(report: Report) -> re.Pattern[str] | None:
    """Whatever names the report's own place, folded: 柳溪镇, 柳溪, 青棠县 …"""
    place = report.place
    full = (report.issuer, place.township, place.county, place.city, place.province)
    names = {short for name in full if name for short in (squash(name), squash(stem(name)))}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first))) if names else None
