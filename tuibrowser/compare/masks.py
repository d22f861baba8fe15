"""What is left of a passage when that is taken out which differs between any two reports: names of
the township and its superiors, years, point markers and figures (``text.masks``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from tuibrowser.model.report import Passage, Report, Section
from tuibrowser.text.fold import squash
from tuibrowser.text.masks import NUMBER, Masked, mask, names_of, without_point

_QUOTES: Final = re.compile(r"[\"'「」『』《》〈〉]|(?<=[^\W\d])[·•・](?=[^\W\d])")
"""Signs around and amid names, which some write and some do not: “吹哨报到”机制, 老支书·说事."""

COUNTED_ALIKE: Final = {"场次": "场", "起": "件", "例": "件", "宗": "件"}
"""Units in which the same is counted as in others; 人次 and 人 are two."""


class Mask:
    """Takes out of passages what belongs to one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._names = own_names(report)
        self._starts = [figure.start for figure in report.numbers]

    def apply(self, part: Passage | Section) -> Masked:
        """``part`` masked, its numbers equal where they say the same.

        Figures keep their unit: 近40场次 becomes N场次.
        """
        numbers: list[str] = []
        text = "".join(self._pieces(part, numbers))
        return Masked(text, tuple(numbers))

    def title(self, section: Section) -> str:
        """The title of a section masked."""
        return self._plain(squash(section.title), [])

    def _pieces(self, part: Passage | Section, numbers: list[str]) -> Iterator[str]:
        at = part.start
        first, last = bisect_left(self._starts, at), bisect_left(self._starts, part.end)
        for figure in self._report.numbers[first:last]:
            yield self._plain(self._between(part, at, figure.start), numbers)
            upper = "" if figure.value_to is None else f"-{float(figure.value_to)}"
            unit = squash(figure.unit)
            counted = COUNTED_ALIKE.get(unit, unit)
            numbers.append(f"{figure.hedge or ''}{float(figure.value)}{upper}{counted}")
            yield NUMBER + unit
            at = figure.end
        yield self._plain(self._between(part, at, part.end), numbers)

    def _between(self, part: Passage | Section, start: int, end: int) -> str:
        """What stands there, less the marker that ``part`` begins with: 3. of one year is 5. of the
        next, and would count as a number."""
        squashed = squash(self._report.text[start:end])
        return without_point(squashed) if start == part.start else squashed

    def _plain(self, squashed: str, numbers: list[str]) -> str:
        masked = mask(_QUOTES.sub("", squashed), self._names)
        numbers += masked.numbers
        return masked.text


def own_names(report: Report) -> re.Pattern[str] | None:
    """Whatever names the report's own place, folded: 柳溪镇, 柳溪, 青棠县 …"""
    place = report.place
    return names_of((report.issuer, place.township, place.county, place.city, place.province))
