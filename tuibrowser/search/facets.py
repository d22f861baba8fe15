"""How many passages answer a query in each year and from each issuer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tuibrowser.model.search import UNDATED, Filters
from tuibrowser.places.units import spelt, spelt_or_none
from tuibrowser.search.query import parse
from tuibrowser.search.stages import Stage, plan, widest_of

if TYPE_CHECKING:
    from tuibrowser.store.answers.passages import PassageText
    from tuibrowser.store.library import Reader

CEILING: Final = 1000
"""Nobody reads more hits one by one; a larger count is shown as 1000+."""


_UNFILTERED: Final = Filters()


@dataclass(frozen=True, slots=True)
class FacetTally:
    """What one year or one issuer has."""

    value: int | str | None
    """A year, or an issuer's short name; ``None`` for reports that state none."""
    count: int
    exact: bool
    """False where ``count`` is a lower bound."""
    within: tuple[str, ...] = ()
    """The levels that tell an issuer from others of the name, highest first."""


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts beside the hits, of matches to the letter only."""

    years: tuple[FacetTally, ...]
    """The newest first, then reports without year."""
    issuers: tuple[FacetTally, ...]
    """The largest count first."""


def facets(
    reader: Reader, raw: str, filters: Filters = _UNFILTERED, ceiling: int = CEILING
) -> Facets:
    """Count the passages that hold ``raw`` to the letter, or all its words.

    Every year is walked by itself, newest first, so that a common word of last year does not use
    up what there is to count for the years before.

    Args:
        reader: An open library.
        raw: What was typed.
        filters: What was chosen beside it; both must hold.
        ceiling: Most candidates to compare for a year.

    Raises:
        tuibrowser.store.library.Interrupted: ``reader.interrupt`` was called.
        tuibrowser.store.library.LibraryError: The library became unusable.
    """
    stages = widest_of(plan(parse(raw), filters))
    years: Counter[int | None] = Counter()
    issuers: Counter[tuple[str | None, tuple[str, ...]]] = Counter()
    # One unit may write its name in two ways.
    written: dict[tuple[str | None, tuple[str, ...]], tuple[str | None, tuple[str, ...]]] = {}
    cut: set[int | None] = set()
    for year in (*reader.years(), None):
        counted: set[int] = set()
        for stage in stages:
            for compared, passage in enumerate(_texts(reader, stage, year)):
                if compared == ceiling:
                    cut.add(year)
                    break
                if passage.id not in counted and (stage.certain or stage.holds(passage.text)):
                    counted.add(passage.id)
                    years[year] += 1
                    # A filter takes one level of a place.
                    named = passage.issuer, passage.within[-1:]
                    unit = spelt_or_none(named[0]), tuple(map(spelt, named[1]))
                    issuers[written.setdefault(unit, named)] += 1
    return Facets(
        tuple(FacetTally(year, count, year not in cut) for year, count in years.items()),
        tuple(
            FacetTally(issuer, count, not cut, within)
            for (issuer, within), count in issuers.most_common()
        ),
    )


def _texts(reader: Reader, stage: Stage, year: int | None) -> Iterator[PassageText]:
    if year is not None:
        return stage.within((year, year)).texts(reader)
    # A filter by year leaves out the reports without one.
    counted = stage.scope.years in (None, UNDATED)
    return stage.undated().texts(reader) if counted else iter(())
