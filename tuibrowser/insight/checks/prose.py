"""A report's paragraphs as checks read them: folded, without white space, numbers marked.

Offsets in here are local to the paragraph; :meth:`Prose.quote` leads back to the report.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from tuibrowser.insight.checks.finding import Quote
from tuibrowser.lexicon.akin import families
from tuibrowser.model.report import Figure, Passage, Report
from tuibrowser.model.terms import SectionKind
from tuibrowser.text.fold import squeeze

_ROLES: Final = ("measure", "lead", "other")
_AT_LEAST: Final = re.compile(r"^(?:余|多|以上|超过?|逾|不少于|不低于|至少|突破)+$")
_EXACT: Final = frozenset({None, "达"})
_PERCENT: Final = frozenset({"%", "百分点"})
_SENTENCE: Final = re.compile(r"[^。!?]*[。!?]?")
_STOPS: Final = re.compile("[。!?]")
_CLAUSE_BREAKS: Final = re.compile("[,。;:!?]")
_NEXT_MEMBER: Final = re.compile(r"[、\d和及]")
_LONGEST_BEHIND: Final = 12
_LARGE: Final = re.compile(r"\d(?:\.(?P<digits>\d+))?(?P<scale>万|亿)")
_POINT: Final = re.compile(r"\d\.(\d+)(?![\d万亿千百十])")
_SCALES: Final = {"万": 10_000, "亿": 100_000_000}
_PLACES: Final = 4
"""Digits behind the point that a number is shown with at most."""
_MOST_OF_SENTENCE: Final = 100
"""Numbers of a sentence; one with more is a table that lost its lines, of which nobody can tell
what belongs to what."""


class Number(NamedTuple):
    """A figure of a paragraph, with its place there."""

    figure: Figure
    start: int
    end: int
    slack: float = 0
    """By how much it may be rounded: 500 of 4.2万."""
    digits: int = 0
    """How many stand behind its point: 99.0% is told to one, and is not 99%."""

    @property
    def value(self) -> float | int:
        """Scaled, as of the figure."""
        return self.figure.value

    @property
    def family(self) -> str:
        """Its unit; one word for units that compare (件 for 起, 例 and 宗)."""
        return families().same.get(self.figure.unit, self.figure.unit)

    @property
    def is_exact(self) -> bool:
        """Whether it says neither about nor at least."""
        return self.figure.hedge in _EXACT and self.figure.value_to is None

    @property
    def is_floor(self) -> bool:
        """Whether it says at least: 余, 以上."""
        return bool(self.figure.hedge and _AT_LEAST.match(self.figure.hedge))

    @property
    def is_reached(self) -> bool:
        """Whether there are no fewer than it says: it is exact, or says at least."""
        return self.is_exact or self.is_floor

    @property
    def is_percent(self) -> bool:
        """Whether it is a share and counts nothing."""
        return self.figure.unit in _PERCENT

    @property
    def shown(self) -> str:
        """The value as the text and a sum write it, without unit: 48, 1.5, 99.0."""
        return shown(self.figure.value, self.digits)

    @property
    def with_unit(self) -> str:
        """The value and its unit: 48件."""
        return f"{self.shown}{self.figure.unit}"


def shown(value: float | int, digits: int = 0) -> str:
    """A value as a person writes it, to four places: 48, 98.2, 12345.67; with so many ``digits``
    behind the point at least."""
    least = f"{value:.{_PLACES}f}".rstrip("0").rstrip(".")
    return max(least, f"{value:.{min(digits, _PLACES)}f}", key=len)


@dataclass(frozen=True)
class Prose:
    """One paragraph."""

    report: Report
    passages: tuple[Passage, ...]
    text: str
    """Folded, without white space."""
    offsets: tuple[int, ...]
    """For each character of ``text`` its offset in the report."""
    numbers: tuple[Number, ...]

    def quote(self, start: int, end: int) -> Quote:
        """The words of the report that ``text[start:end]`` stands for; ``end`` is behind them."""
        return Quote(self.report, self.offsets[start], self.offsets[max(start, end - 1)] + 1)

    def quote_clauses(self, start: int, end: int) -> Quote:
        """The words from the beginning of the clause that ``start`` stands in to ``end``."""
        return self.quote(self.clause_start(start), end)

    def words_behind(self, number: Number) -> str:
        """What stands behind ``number`` in its clause, up to the next 、, 和, 及 or digit."""
        end = min(self.clause_end(number.end), number.end + _LONGEST_BEHIND)
        return _NEXT_MEMBER.split(self.text[number.end : end])[0]

    def kind_at(self, at: int) -> SectionKind | None:
        """The part of the report that the character at ``at`` belongs to."""
        offset = self.offsets[at]
        passage = self.passages[max(0, bisect_right(self.passages, offset, key=start_of) - 1)]
        return passage.kind if passage.start <= offset < passage.end else None

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where each sentence begins and ends."""
        for found in _SENTENCE.finditer(self.text):
            if found[0]:
                yield found.span()

    def sentence_at(self, at: int) -> tuple[int, int]:
        """The sentence around the character at ``at``."""
        start, end = _between(self._stops, at, len(self.text))
        return start, min(end + 1, len(self.text))

    def clause_start(self, at: int) -> int:
        """Where the clause that the character at ``at`` stands in begins."""
        return _between(self._breaks, at, len(self.text))[0]

    def clause_end(self, at: int) -> int:
        """Where the clause that the character at ``at`` stands in ends."""
        return _between(self._breaks, at, len(self.text))[1]

    # A report may be one line, so that looking through the text from each number is too long.
    @cached_property
    def _stops(self) -> list[int]:
        return [found.start() for found in _STOPS.finditer(self.text)]

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in _CLAUSE_BREAKS.finditer(self.text)]

    def numbers_in(self, start: int, end: int) -> tuple[Number, ...]:
        """The numbers between two places."""
        first = bisect_left(self.numbers, start, key=start_of)
        return self.numbers[first : bisect_left(self.numbers, end, key=start_of)]


def _between(marks: Sequence[int], at: int, size: int) -> tuple[int, int]:
    """Behind the last of ``marks`` before ``at``, and the next one; without, where a text of
    ``size`` characters begins and ends."""
    next_one = bisect_left(marks, at)
    start = marks[next_one - 1] + 1 if next_one else 0
    return start, marks[next_one] if next_one < len(marks) else size


def paragraphs(report: Report) -> list[Prose]:
    """The paragraphs of ``report`` that are prose; neighbouring passages on one line are one."""
    runs: list[list[Passage]] = []
    last: Passage | None = None
    for passage in report.passages:
        if passage.role in _ROLES:
            between = report.text[last.end : passage.start] if last else "\n"
            if "\n" in between or between.strip():
                runs.append([])
            runs[-1].append(passage)
            last = passage
        else:
            last = None
    return [_prose(report, tuple(run)) for run in runs]


def headings(report: Report) -> list[Prose]:
    """The headings of ``report``, each as a paragraph of its own."""
    return [_prose(report, (it,)) for it in report.passages if it.role == "heading"]


def _prose(report: Report, passages: tuple[Passage, ...]) -> Prose:
    start, end = passages[0].start, passages[-1].end
    text, local = squeeze(report.text[start:end])
    offsets = tuple(start + at for at in local)
    first = bisect_left(report.numbers, start, key=start_of)
    last = bisect_left(report.numbers, end, key=start_of)
    numbers = tuple(_number(it, text, offsets) for it in report.numbers[first:last])
    return Prose(report, passages, text, offsets, tuple(_of_sentences(text, numbers)))


def _number(figure: Figure, text: str, offsets: tuple[int, ...]) -> Number:
    begin, end = bisect_left(offsets, figure.start), bisect_left(offsets, figure.end)
    written = text[begin:end]
    return Number(figure, begin, end, _slack(written), _digits(written))


def _digits(written: str) -> int:
    """How many digits stand behind the point of a number that is in its unit, not in 万 or 亿."""
    found = _POINT.search(written)
    return len(found[1]) if found else 0


def _slack(written: str) -> float:
    """Half of the last digit that a number in 万 or 亿 shows, which is rounded unless of money."""
    found = _LARGE.search(written)
    if found is None or written.endswith("元"):
        return 0
    digits = len(found["digits"] or "")
    return _SCALES[found["scale"]] / 2 / float(10**digits)


def _of_sentences(text: str, numbers: tuple[Number, ...]) -> Iterator[Number]:
    """``numbers`` less those of sentences that hold too many."""
    for found in _SENTENCE.finditer(text):
        first = bisect_left(numbers, found.start(), key=start_of)
        last = bisect_left(numbers, found.end(), key=start_of)
        if last - first <= _MOST_OF_SENTENCE:
            yield from numbers[first:last]


def start_of(part: Figure | Number | Passage) -> int:
    """Where something begins, as a key to sort or look it up by."""
    return part.start
