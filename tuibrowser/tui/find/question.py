"""What the find screen asks of the library, stage by stage, and what it says of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tuibrowser.model.search import Filters, SearchResult
from tuibrowser.search.facets import FacetTally, facets
from tuibrowser.search.find import search
from tuibrowser.search.query import parse
from tuibrowser.search.regret import Regret, regret
from tuibrowser.search.same import Group, group
from tuibrowser.store.library import LibraryError

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader

_UNFILTERED: Final = Filters()


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """What a query came to so far."""

    result: SearchResult
    chosen: Filters
    """What was chosen beside the query."""
    literal: tuple[Group, ...]
    """The hits to the letter, those that say the same put together."""
    complete: bool
    """Whether these are all of them."""
    final: bool
    """False while others may still come."""
    near: tuple[Group, ...] = ()
    """Others, which say how they match. Not put to the literal ones that say the same but for a
    figure: the figure may be what was asked for."""
    regret: Regret | None = None
    """Why nothing holds the query to the letter; ``None`` if something does, or until that is
    known."""
    unplaced: int = 0
    """Reports that a place which was asked for may have passed over, since theirs is not known."""

    def is_more_of(self, other: QueryAnswer | None) -> bool:
        """Whether both answer the same question, so that who looks at one goes on in the other."""
        return other is not None and (self.result.query, self.chosen) == (
            other.result.query,
            other.chosen,
        )

    @property
    def groups(self) -> tuple[Group, ...]:
        """All lines, the strictest first."""
        return self.literal + self.near


@dataclass(frozen=True, slots=True)
class Counts:
    """How many hits to the letter each year and each issuer has.

    Of each as if nothing were chosen of its own kind: the other years still say what they have.
    """

    years: tuple[FacetTally, ...]
    issuers: tuple[FacetTally, ...]

    @property
    def total(self) -> int | None:
        """How many hits there are in all years; ``None`` where some were not counted."""
        exact = all(tally.exact for tally in self.years)
        return sum(tally.count for tally in self.years) if exact else None


class QueryRun:
    """One query and what was chosen beside it. Its stages are run one after the other."""

    def __init__(self, raw: str, chosen: Filters, limit: int) -> None:
        """Prepare to ask.

        Args:
            raw: What was typed.
            chosen: A year or an issuer, or both.
            limit: Most hits to fetch.
        """
        self.raw = raw
        self.chosen = chosen
        self._limit = limit
        self._exact: QueryAnswer | None = None

    def exact(self, reader: Reader) -> QueryAnswer:
        """Hits to the letter: what every key brings at once.

        This stage and the others raise :class:`~tuibrowser.store.library.Interrupted` when
        ``reader.interrupt`` was called, and
        :class:`~tuibrowser.store.library.LibraryError` when the library became unusable.
        """
        result = search(reader, self.raw, self.chosen, self._limit)
        complete = len(result.hits) < self._limit
        self._exact = QueryAnswer(
            result,
            self.chosen,
            group(result.hits, bounded=not complete),
            complete,
            final=not complete,
            unplaced=self._unplaced(reader),
        )
        return self._exact

    def _unplaced(self, reader: Reader) -> int:
        asked = parse(self.raw).filters
        return reader.unplaced(self.chosen.years or asked.years) if asked.places else 0

    def forgiving(self, reader: Reader) -> QueryAnswer:
        """What stands there to the letter, and below it what may have been meant."""
        if self._exact is not None and self._exact.final:
            return self._exact
        result = search(reader, self.raw, self.chosen, self._limit, forgiving=True)
        why = None if result.total else regret(reader, self.raw, self.chosen)
        literal = len(result.hits) - result.near
        near = result.hits[literal:] or (why.nearly if why else ())
        return QueryAnswer(
            result,
            self.chosen,
            group(result.hits[:literal]),
            complete=True,
            final=True,
            # Of each reading of the query only so many were looked at.
            near=group(near, bounded=True),
            regret=why,
            unplaced=self._unplaced(reader),
        )

    def counts(self, reader: Reader) -> Counts:
        """How the hits are spread; the slowest stage, since it has to look at all of them."""
        chosen = self.chosen
        other_years = facets(reader, self.raw, chosen._replace(years=None))
        if chosen == _UNFILTERED:
            return Counts(other_years.years, other_years.issuers)
        others = facets(reader, self.raw, chosen._replace(issuers=(), places=()))
        return Counts(other_years.years, others.issuers)


def summary(found: QueryAnswer, line: int, counts: Counts | None) -> str:
    """What there is, and where in it one is.

    Args:
        found: The answer; it has hits.
        line: Number of the chosen line, from 1.
        counts: How its hits are spread, once that is known.
    """
    parts = [f"第 {line} 条"]
    if found.regret is None:
        parts.append(f"共 {_total(found, counts)} 处")
        if found.complete and len(found.literal) < found.result.total:
            parts.append(f"合为 {len(found.literal)} 条")
        if found.near:
            parts.append(f"另列相近的 {len(found.near)} 条")
    else:
        parts += [found.regret.beside_hits, f"列出最接近的 {len(found.near)} 条"]
    if found.unplaced:
        parts.append(f"另有 {found.unplaced} 份未写明地区")
    return "，".join(parts)


def _total(found: QueryAnswer, counts: Counts | None) -> str:
    """The number of hits, honest where it is only a lower bound: ``132`` or ``2000+``."""
    result = found.result
    if result.total_exact:
        return f"{result.total}"
    # The counts look at more of them, year by year.
    if counts and counts.total is not None and found.chosen.years is None:
        return f"{counts.total}"
    return f"{result.total}+"


def in_words(error: Exception | None) -> str:
    """The sentence for what kept the library from answering; nothing for no error.

    Raises:
        Exception: ``error`` itself, where it is a mistake of this program.
    """
    match error:
        case None:
            return ""
        case LibraryError():
            return str(error)
        case KeyError():
            return "该报告已不在库中，请重新检索"
    raise error
