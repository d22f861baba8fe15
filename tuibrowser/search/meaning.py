"""The loosest reading of a query: measures about what it is about, in whatever words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from heapq import nlargest
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from tuibrowser.model.search import Filters, Hit, PassageRecord, Query
from tuibrowser.search.attempt import Tokens
from tuibrowser.search.stages import scope
from tuibrowser.store.index.tokens import role_token
from tuibrowser.text.equivalence import equate
from tuibrowser.text.meaning import Direction, direction, known, strength
from tuibrowser.text.nearness import as_cosine, as_number, nearness

if TYPE_CHECKING:
    from tuibrowser.search.stages import Scope
    from tuibrowser.store.library import Reader

NOTE: Final = "按意思"

_MOST_COMPARED: Final = 200_000
"""The newest measures that are compared: 60 ms, after the pause in typing that this waits for."""
_MOST: Final = 10
"""Hits; what is further off answers nobody."""
_FETCHED: Final = 4 * _MOST
"""Some have words that no answer may have."""
_BELOW: Final = -1000.0
"""Score of the nearest: below that of any hit that has to do with the query's characters."""
_LEAST: Final = 0.35
"""The cosine that an answer must have: below, measures on one subject are as few as elsewhere."""
_BEHIND: Final = 0.2
"""How far below the nearest one others still answer."""
_SAYS: Final = 8.0
"""What the query must say of an answer: ``strength`` times ``known`` times their cosine.

A query that says little points anywhere. Of 35 everyday questions to townships 29 find something,
of 31 on dishes, films and prices 9.
"""

# Code, not lexicon: the question words of Chinese are few and closed.
# Asked, not sought: 怎么处理 is about 处理.
_ASKING: Final = re.compile(
    "怎么办|怎么样|怎么|怎样|如何|为什么|什么样|什么|哪些|哪里|哪个|有没有|是不是|能不能|谁来|吗|呢|吧"
)


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
    said = "" if query.quoted else _ASKING.sub("|", "|".join(query.needles))
    says = known(said) * strength(said)
    passing = scope(filters, query.filters)
    if says <= _SAYS or passing.closed:
        return ()
    least = max(_LEAST, _SAYS / says)
    ids = _nearest(reader, direction(said), least, passing, known_ids)
    records = {it.id: it for it in reader.records(ids)} if ids else {}
    found = (records[id_] for id_ in ids if id_ in records)
    answers = [record for record in found if not _is_excluded(record, query.excluded)]
    return tuple(
        Hit(record, (), "meaning", _BELOW - place, NOTE)
        for place, record in enumerate(answers[: min(limit, _MOST)])
    )


def _nearest(
    reader: Reader, wanted: Direction, least: float, passing: Scope, known_ids: frozenset[int]
) -> list[int]:
    """Ids of the nearest measures that pass, nearest first, of equals the newer one."""
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
        floor = nearest[-1][0] if len(nearest) == _FETCHED else as_number(least)
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
    best = as_cosine(nearest[0][0]) if nearest else 0.0
    return [id_ for it, id_ in nearest if as_cosine(it) >= best - _BEHIND]


def _is_excluded(record: PassageRecord, words: Sequence[str]) -> bool:
    text = equate(record.text)
    return any(word in text for word in words)
