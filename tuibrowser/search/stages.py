"""The ways of asking the library, strictest first; each knows its candidates and judges them.

The index proposes, the text decides: a row of the index that holds all grams of a needle need not
hold them in order (3 of 100 do not), so every candidate is compared with the needle itself. Nothing
here sorts or counts across stages; that is ``find``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tuibrowser.model.search import UNDATED, Filters, PassageRecord, Query
from tuibrowser.model.terms import How, Span
from tuibrowser.search.query import as_typed
from tuibrowser.search.spans import locate
from tuibrowser.store.index.tokens import issuer_token, kind_token, place_token, theme_token
from tuibrowser.text.equivalence import equate
from tuibrowser.text.grams import pairs

if TYPE_CHECKING:
    from tuibrowser.store.answers.passages import PassageText
    from tuibrowser.store.library import Reader

CHUNK = 64
"""Candidates fetched at first: enough for a screen, little to throw away."""

# Then twice as many each time, up to this: where all grams are common and the needle is nowhere,
# there may be 10,000.
_LARGEST_CHUNK = 2048

# A longer needle is not sharper: 32 grams spread over it leave no candidate but the right ones, and
# the expression stays far from SQLite's limits.
_MOST_TOKENS = 32

# Three words stand in six orders, each a question of 0.1 ms; four in 24.
_MOST_PERMUTED = 3

# Reports without a year are kept under 0: a filter by year leaves them out.
_ALL_YEARS = (1, 9999)

_Value = TypeVar("_Value", bound=str)


class FilterScope(NamedTuple):
    """The passages that pass all filters."""

    years: tuple[int, int] | None = None
    groups: tuple[tuple[str, ...], ...] = ()
    """A passage needs one filter token out of each group."""

    @property
    def narrows(self) -> bool:
        """False for the whole library."""
        return self.years is not None or bool(self.groups)

    @property
    def closed(self) -> bool:
        """Whether nothing can pass: an empty group, or years that end before they begin."""
        return () in self.groups or (self.years is not None and self.years[0] > self.years[1])


class Stage(NamedTuple):
    """One way of matching: all needles, none of the excluded."""

    how: How
    needles: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    scope: FilterScope = FilterScope()
    whole: bool = False
    """The needle is the query as it was typed."""

    @property
    def tokens(self) -> tuple[str | tuple[str, ...], ...]:
        """What the index must hold, of a tuple one."""
        return (*tokens_of(self.needles), *self.scope.groups)

    @property
    def certain(self) -> bool:
        """Whether the index alone decides: every needle is one token of it."""
        single = all(len(needle) <= 2 for needle in self.needles)
        return single and len(self.needles) <= _MOST_TOKENS and not self.excluded

    def ids(self, reader: Reader, limit: int, before: int | None = None) -> list[int]:
        """The newest passages that may match, with ids below a bound."""
        if self.scope.closed:
            return []
        return reader.ids(self.tokens, years=self.scope.years, before=before, limit=limit)

    def blocks(
        self, reader: Reader, size: int = CHUNK, before: int | None = None
    ) -> Iterator[list[int]]:
        """All that :meth:`ids` names, newest first, in blocks of ``size`` and then growing ones."""
        while ids := self.ids(reader, size, before):
            yield ids
            if len(ids) < size:
                return
            before = ids[-1]
            size = max(size, min(2 * size, _LARGEST_CHUNK))

    def candidates(self, reader: Reader) -> Iterator[PassageRecord]:
        """What :meth:`ids` names, as far as it is asked for."""
        for ids in self.blocks(reader):
            yield from reader.records(ids)

    def texts(self, reader: Reader) -> Iterator[PassageText]:
        """Texts of what :meth:`ids` names, to count them; empty where the index alone decides."""
        read = reader.issuers if self.certain else reader.texts
        for ids in self.blocks(reader):
            yield from read(ids)

    def within(self, years: tuple[int, int]) -> Stage:
        """This question to reports of these years only."""
        first, last = self.scope.years or _ALL_YEARS
        narrowed = max(first, years[0]), min(last, years[1])
        return self._replace(scope=self.scope._replace(years=narrowed))

    def undated(self) -> Stage:
        """This question to reports of unknown year only."""
        return self._replace(scope=self.scope._replace(years=UNDATED))

    def tally(self, reader: Reader, ceiling: int) -> int:
        """How many candidates there are, at most ``ceiling``."""
        if self.scope.closed:
            return 0
        return reader.count(self.tokens, self.scope.years, ceiling)

    def holds(self, text: str) -> bool:
        """Whether ``text``, as written, is a match."""
        # Most matches stand in the text as the needle has them; folding costs 4 of 15 us.
        if not self.excluded and all(needle in text for needle in self.needles):
            return True
        squashed = equate(text)
        return all(needle in squashed for needle in self.needles) and not any(
            needle in squashed for needle in self.excluded
        )

    def spans(self, text: str) -> tuple[Span, ...]:
        """What to highlight in a text that matches."""
        return locate(self.needles, text)

    def contains(self, other: Stage) -> bool:
        """Whether every match of ``other`` is one of this stage by its form alone."""
        return (
            self.scope == other.scope
            and set(self.excluded) <= set(other.excluded)
            and all(any(mine in its for its in other.needles) for mine in self.needles)
        )


def plan(query: Query, filters: Filters) -> tuple[Stage, ...]:
    """The stages that answer ``query``, strictest first; none for an empty question.

    Args:
        query: What was typed. The whole of it, operators and all, is always a stage of its own,
            since a report may hold it so (“八五”普法, “地：…”).
        filters: What was chosen beside the query; both must hold.
    """
    chosen = scope(filters)
    both = scope(filters, query.filters)
    stages: list[Stage] = []
    if whole := equate(as_typed(query.raw)):
        stages.append(Stage("literal", (whole,), scope=chosen, whole=True))
    if query.needles:
        how: How = "literal" if len(query.needles) == 1 else "words"
        asked = Stage(how, query.needles, query.excluded, both)
        stages += _side_by_side(asked, stages)
        if not (stages and asked.contains(stages[0]) and stages[0].contains(asked)):
            stages.append(asked)
    elif both.narrows:
        stages.append(Stage("literal", (), query.excluded, both))
    return tuple(stages)


def widest_of(stages: Sequence[Stage]) -> list[Stage]:
    """Those of ``stages`` whose matches are not all matches of another one: enough to count."""
    return [
        stage
        for stage in stages
        if not any(other.contains(stage) for other in stages if other is not stage)
    ]


def _side_by_side(asked: Stage, stricter: Sequence[Stage]) -> Iterator[Stage]:
    """The words of ``asked`` next to each other in any order, but that of a stricter stage."""
    if not 1 < len(asked.needles) <= _MOST_PERMUTED:
        return
    for order in permutations(asked.needles):
        compact = asked._replace(needles=("".join(order),))
        if not any(compact.contains(stage) and stage.contains(compact) for stage in stricter):
            yield compact


def scope(*filters: Filters) -> FilterScope:
    """What passes every one of ``filters``."""
    spans = [one.years for one in filters if one.years]
    groups: list[tuple[str, ...]] = []
    for one in filters:
        groups += _group(one.places, place_token)
        groups += _group(one.issuers, issuer_token)
        groups += _group(one.kinds, kind_token)
        groups += _group(one.themes, theme_token)
    return FilterScope(_overlap(spans), tuple(dict.fromkeys(groups)))


def _overlap(spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The years that are in all ``spans``; ends before it begins where there are none."""
    if not spans:
        return None
    if set(spans) == {UNDATED}:
        return UNDATED
    first, last = (list(ends) for ends in zip(_ALL_YEARS, *spans, strict=True))
    return max(first), min(last)


def _group(values: Iterable[_Value], token: Callable[[_Value], str]) -> list[tuple[str, ...]]:
    made = [token(value) for value in values]
    # A value without letters makes a token without value, which no passage has.
    return [tuple(dict.fromkeys(one for one in made if len(one) > 2))] if made else []


# Asked for with every block of candidates.
@lru_cache(maxsize=16)
def tokens_of(needles: tuple[str, ...]) -> tuple[str, ...]:
    """Grams of all needles, a pair standing for the two characters in it; spread if many."""
    found = list(dict.fromkeys(pair for needle in needles for pair in pairs(needle)))
    step = -(-len(found) // _MOST_TOKENS) or 1
    return tuple(found[::step])
