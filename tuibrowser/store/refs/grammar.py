"""What a REF says, before anything is looked up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tuibrowser.model.report import ReportEntry
from tuibrowser.text.equivalence import equate
from tuibrowser.text.linebreak import one_line
from tuibrowser.text.numerals import parse_numeral

_SHAPE: Final = re.compile(
    r"(?:(?P<places>[^@#]*)/)?(?P<name>[^@#/]+)(?:@(?P<years>[^@#]+))?(?:#(?P<number>[1-9]\d{0,3}))?"
)
# The range is typed with two full stops; under a Chinese input method they become 。。 or ….
_YEARS: Final = re.compile(
    r"(?P<first>[1-9]\d{3})?年?(?P<range>\.{2,3}|。{1,2}|…|-|—|~|至)?(?P<last>[1-9]\d{3})?年?度?"
)
_REPORT: Final = r"(?:(?:推进)?法治.{0,24})?"
_YEAR: Final = r"(?P<years>[12]\d{3})年?度?"
_AS_SHOWN: Final = (
    re.compile(rf"(?:关于)?(?P<name>.*[^\x00-\x7f])[-_.(]?{_YEAR}\)?{_REPORT}"),
    re.compile(rf"(?:关于)?{_YEAR}[-_]?(?P<name>[^\x00-\x7f]*?){_REPORT}"),
)
"""How screens, titles and names of files call a report; no unit's name ends in a year."""
_AROUND: Final = '<>"'
"""What a copied title or name stands between."""
_SPELT: Final = re.compile("[一二][零〇一二三四五六七八九]{3}")
"""A year as official prose writes it: 二〇二三."""
_SHA256: Final = re.compile(r"[0-9a-f]{4,64}")
_LONGEST: Final = 40
"""Characters of a REF that a sentence repeats."""
_EARLIEST: Final = 1
_LATEST: Final = 9999


class RefError(Exception):
    """A REF that names nothing, or too much; ``str()`` is one Chinese sentence on one line."""

    def __init__(self, sentence: str) -> None:
        super().__init__(one_line(sentence))


class UnknownRef(RefError):
    """No report is called that."""

    def __init__(self, sentence: str, suggestions: Sequence[ReportEntry] = ()) -> None:
        super().__init__(sentence)
        self.suggestions = tuple(suggestions)
        """What may have been meant, best first."""


class AmbiguousRef(RefError):
    """Several reports are called that, or a set may be of several places."""

    def __init__(
        self,
        sentence: str,
        candidates: Sequence[ReportEntry],
        every: Sequence[ReportEntry] | None = None,
    ) -> None:
        super().__init__(sentence)
        self.candidates = tuple(candidates)
        """One for each thing that may be meant."""
        self.every = self.candidates if every is None else tuple(every)
        """All that it may name; more than the candidates where it is a set."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A REF taken apart; names are folded."""

    places: tuple[str, ...]
    """Outermost first."""
    name: str
    years: tuple[int, int] | None
    """First and last; ``None`` for the unknown year."""
    is_dated: bool
    """Whether it says anything of the year."""
    is_range: bool
    number: int | None

    @property
    def is_everyone(self) -> bool:
        """Whether it names all issuers of its places."""
        return self.name == "*"

    @property
    def may_be_sha256(self) -> bool:
        """Whether it can be the beginning of a report's sha256."""
        return not (self.places or self.is_dated or self.number) and is_sha256(self.name)

    def is_of_year(self, entry: ReportEntry) -> bool:
        """Whether ``entry`` has the year asked for, if one is."""
        if not self.is_dated:
            return True
        if entry.year is None or self.years is None:
            return entry.year is None and self.years is None
        return self.years[0] <= entry.year <= self.years[1]


def cited(ref: str) -> str:
    """``ref`` as a sentence repeats it: a pasted page would hide what the sentence says."""
    return ref if len(ref) <= _LONGEST else f"{ref[:_LONGEST]}…"


def is_sha256(text: str) -> bool:
    """Whether ``text`` reads as the beginning of a sha256."""
    return _SHA256.fullmatch(text) is not None


def parse(ref: str) -> Ref:
    """Take ``ref`` apart.

    Raises:
        UnknownRef: it is none.
    """
    shape = _SHAPE.fullmatch(equate(ref).strip(_AROUND))
    if shape is None:
        raise UnknownRef(
            f"看不懂“{cited(ref)}”，请写成 报告单位@年份，"
            "如：潭柘寺镇@2023、潭柘寺镇@2021..2023、蓟州区/*@2023"
        )
    name, typed_years = shape["name"], shape["years"]
    for written in _AS_SHOWN if typed_years is None else ():
        if (shown := written.fullmatch(name)) and shown["name"]:
            name, typed_years = shown["name"], shown["years"]
            break
    years, is_range = _parse_years(ref, typed_years)
    return Ref(
        places=tuple(filter(None, (shape["places"] or "").split("/"))),
        name=name,
        years=years,
        is_dated=typed_years is not None,
        is_range=is_range,
        number=int(shape["number"]) if shape["number"] else None,
    )


def _parse_years(ref: str, text: str | None) -> tuple[tuple[int, int] | None, bool]:
    if text is None or text == "?":
        return None, False
    match = _YEARS.fullmatch(_SPELT.sub(lambda it: str(parse_numeral(it[0])), text))
    first, last = (match["first"], match["last"]) if match else (None, None)
    is_range = match is not None and match["range"] is not None
    if not (first or last) or (last and not is_range):
        raise UnknownRef(
            f"“{cited(ref)}”中的年份看不懂，请写四位数字，如：@2023、@2021..2023；年份不详请写 @?"
        )
    low = int(first) if first else _EARLIEST
    high = (int(last) if last else _LATEST) if is_range else low
    return (min(low, high), max(low, high)), is_range
