"""The loosest reading of a query: measures about what it is about, in whatever words."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from heapq import nlargest
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from tuibrowser.model.search import Filters, Hit, Query
from tuibrowser.search.attempt import Tokens
from tuibrowser.search.question import understood
from tuibrowser.search.stages import scope
from tuibrowser.store.index.tokens import role_token
from tuibrowser.text.equivalence import equate
from tuibrowser.text.meaning import Direction
from tuibrowser.text.nearness import as_cosine, as_number, nearness

if TYPE_CHECKING:
    from tuibrowser.search.stages import FilterScope
    from tuibrowser.store.library import Reader

NOTE: Final = "按意思"

_MOST_COMPARED: Final = 200_000
"""The newest measures that are compared: 60 ms, after the pause in typing that this waits for."""
_MOST: Final = 10
"""Hits; what is further off answers nobody."""
_FETCHED: Final = 20 * _MOST
"""The nearest, of which those that speak of the acts asked for come first. 10 ms."""
_FLOOR: Final = as_number(0.0)
"""Nothing answers that is further off."""
_BELOW: Final = -1000.0
"""Score of the nearest: below that of any hit that has to do with the query's characters."""


def by_meaning(
    reader: Reader, query: Query, filters: Filters, known_ids: frozenset[int], limit: int
) -> tuple[Hit, ...]:
    """The measures whose meaning is nearest to that of ``query``, nearest first; mostly none.

    Args:
        reader: An open library.
        query: What was typed; one that is in quotes is meant to the letter.
        filters: What was chosen beside it; both must hold.
        known_ids: Ids of passages that have been found already.
        limit: Most hits to return.

    Raises:
        tuibrowser.store.library.Interrupted: ``reader.interrupt`` was called.
        tuibrowser.store.library.LibraryError: The library became unusable.
    """
    question = None if query.quoted else understood("|".join(query.needles))
    passing = scope(filters, query.filters)
    if question is None or passing.closed:
        return ()
    near = _nearest(reader, question.wanted, passing, known_ids)
    records = {it.id: it for it in reader.records(list(near))} if near else {}
    texts = {id_: equate(it.text) for id_, it in records.items()}
    scores = {id_: question.score(near[id_], text) for id_, text in texts.items()}
    least = max(question.least, max(scores.values(), default=0.0) - question.behind)
    answers = [
        records[id_]
        for id_ in sorted(scores, key=lambda id_: (-scores[id_], -id_))
        if scores[id_] >= least and not any(word in texts[id_] for word in query.excluded)
    ]
    return tuple(
        Hit(record, (), "meaning", _BELOW - place, NOTE)
        for place, record in enumerate(answers[: min(limit, _MOST)])
    )


def _nearest(
    reader: Reader, wanted: Direction, passing: FilterScope, known_ids: frozenset[int]
) -> dict[int, float]:
    """Ids of the nearest measures that pass, with how near they are."""
    allowed: frozenset[int] | None = None
    # Directions go by the years that passages are numbered by.
    moved = passing.years is not None and reader.moves_years
    if passing.groups or moved:
        tokens: Tokens = (role_token("measure"), *passing.groups)
        allowed = frozenset(reader.ids(tokens, years=passing.years, limit=_MOST_COMPARED))
    meanings = reader.meanings()
    measures = cache(meanings.measures)
    nearest: list[tuple[int, int]] = []
    for some in meanings.directions(None if moved else passing.years, _MOST_COMPARED):
        numbers = nearness(wanted, some.packed)
        ends = list(accumulate(count for _, count in some.reports))
        floor = nearest[-1][0] if len(nearest) == _FETCHED else _FLOOR
        near = [(number, -at) for at, number in enumerate(numbers) if number >= floor]
        fresh = 0
        for number, before in sorted(near, reverse=True):
            at = bisect_right(ends, -before)
            report, count = some.reports[at]
            id_ = measures(report, count)[-before - ends[at] + count]
            if id_ not in known_ids and (allowed is None or id_ in allowed):
                nearest.append((number, id_))
                fresh += 1
            if fresh == _FETCHED:
                break
        nearest = nlargest(_FETCHED, nearest)
    return {id_: as_cosine(number) for number, id_ in nearest}
