"""The same measure in the other years of its township.

Reports are written on last year's: what is left of a sentence after name, year and figures are
masked is often the same, and where it is not, pairs of characters in common tell a reworded measure
from another one. What it became is told by the rule of ``compare.changes``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from tuibrowser.compare.masks import Mask, OfYear
from tuibrowser.compare.sameness import Worded, likeness_of
from tuibrowser.model.report import Place, Report
from tuibrowser.model.search import PassageRecord
from tuibrowser.model.terms import Likeness
from tuibrowser.places.units import same_unit
from tuibrowser.store.index.tokens import issuer_token, role_token
from tuibrowser.text.likeness import LIKE, is_too_long, overlap, pairs, ratio

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader

_MOST: Final = 1000
"""Passages of one role that are looked at for one year: ten of the longest reports."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """Which of several texts is nearest to one."""

    index: int
    likeness: Likeness
    score: float
    """From 0.42 to 1."""


@dataclass(frozen=True, slots=True)
class InYear:
    """What a township said of the matter in another year."""

    year: int
    has_report: bool
    nearest: PassageRecord | None = None
    likeness: Likeness | None = None


def nearest(own: Worded, others: Sequence[Worded]) -> Nearest | None:
    """The one of ``others`` that says the same as ``own``, or most nearly.

    Args:
        own: A passage, masked.
        others: Passages to choose from, all of one township.

    Returns:
        ``None`` where all of them are about something else.
    """
    own_pairs = Counter(pairs(own.text))
    best: Nearest | None = None
    for index, other in enumerate(others):
        score = _shared(own_pairs, Counter(pairs(other.text)))
        if not is_too_long(own.text, other.text):
            score = max(ratio(own.text, other.text), score)
        if score >= LIKE and (best is None or score > best.score):
            best = Nearest(index, likeness_of(other, own), score)
    return best


def other_years(reader: Reader, passage: PassageRecord) -> tuple[InYear, ...]:
    """What is nearest to ``passage`` in each other year that the library has, the newest first.

    Nothing for a report without issuer.

    Raises:
        KeyError: The report of ``passage`` is in the library no more.
        tuibrowser.store.library.Interrupted: ``reader.interrupt`` was called.
        tuibrowser.store.library.LibraryError: The library became unusable.
    """
    if passage.issuer is None:
        return ()
    report = reader.report(passage.report)
    unit = _Named(passage.issuer, report.place)
    names = _names(reader, unit)
    (own,) = _masked(report, [passage])
    return tuple(
        _in_year(reader, passage, own, unit, names, year)
        for year in reader.years()
        if year != passage.year
    )


class _Named(NamedTuple):
    """A name that reports of the library bear, and where they are from."""

    issuer: str | None
    place: Place


def _names(reader: Reader, own: _Named) -> tuple[str, ...]:
    """The names of the unit: an office may be named with the place that it is of or without."""
    issuers = (
        name for name, place in reader.issuers_placed() if same_unit(_Named(name, place), own)
    )
    return tuple(dict.fromkeys((own.issuer or "", *issuers)))


def _in_year(
    reader: Reader,
    passage: PassageRecord,
    own: OfYear,
    unit: _Named,
    names: Sequence[str],
    year: int,
) -> InYear:
    tokens = tuple(map(issuer_token, names))

    def passages(*roles: str) -> list[PassageRecord]:
        found = reader.passages((tokens, *roles), years=(year, year), limit=_MOST)
        # A token stands for longer names, too, that are shortened to it.
        return [record for record in found if record.issuer in names]

    found = passages(role_token(passage.role))
    issuers = {record.report: record.issuer for record in found or passages()}
    reports = {it: reader.report(it) for it in issuers}
    ours = {
        it: report
        for it, report in reports.items()
        if same_unit(_Named(issuers[it], report.place), unit)
    }
    records = [record for it in ours for record in found if record.report == it]
    masked = [
        each
        for it, report in ours.items()
        for each in _masked(report, [record for record in records if record.report == it])
    ]
    best = nearest(own, masked)
    if best is None:
        return InYear(year, bool(ours))
    return InYear(year, True, records[best.index], best.likeness)


def _masked(report: Report, records: Sequence[PassageRecord]) -> list[OfYear]:
    """``records``, which are of ``report``, masked as years are compared."""
    mask = Mask(report)
    passages = {it.start: it for it in report.passages}
    return [mask.of_year(passages[record.start]) for record in records]


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """The overlap of two texts by their pairs of characters, each as often as it stands there."""
    return overlap((one & other).total(), one.total(), other.total())
