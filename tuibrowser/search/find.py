"""The one door of search: query text in, ranked hits out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from tuibrowser.model import Filters, Hit, SearchResult
from tuibrowser.search.forgive import forgive
from tuibrowser.search.query import parse
from tuibrowser.search.rank import ROLE_ORDER, score
from tuibrowser.search.stages import Stage, plan

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader

_UNFILTERED = Filters()

# Rows counted from the index alone, and candidates compared one by one to count them.
_COUNTED = 20_000
_COMPARED = 2_000


def search(
    reader: Reader,
    raw: str,
    filters: Filters = _UNFILTERED,
    limit: int = 20,
    compared: int = _COMPARED,
    forgiving: bool = False,
) -> SearchResult:
    """Passages that answer ``raw``, best first.

    Any string is a legal query. One without letters, digits or signs (only white space) finds
    nothing, unless filters narrow the library: then it lists what passes them, newest first.

    Args:
        reader: An open library.
        raw: What was typed; ``query.parse`` gives the grammar.
        filters: What was chosen beside it; both must hold.
        limit: Most hits to return.
        compared: Most passages to compare for the sake of ``total``; fewer answer sooner, and
            ``total`` is then more often a lower bound.
        forgiving: Where fewer than ``limit`` passages hold the query to the letter, add those that
            hold what it may have been meant to be. The hits of the same question without it are
            the first of the answer, unchanged.

    Raises:
        tuibrowser.store.library.Interrupted: ``reader.interrupt`` was called.
        tuibrowser.store.library.LibraryError: The library became unusable.
    """
    began = perf_counter()
    query = parse(raw)
    found: dict[int, Hit] = {}
    complete = True
    contributing: list[Stage] = []
    for stage in plan(query, filters):
        known = len(found)
        for hit in _hits(reader, stage):
            if len(found) >= limit:
                complete = False
                break
            found.setdefault(hit.passage.id, hit)
        else:
            if len(found) == known:
                continue
        contributing.append(stage)
    total, exact = (len(found), True) if complete else _total(reader, contributing, compared)
    near: tuple[Hit, ...] = ()
    if forgiving and complete and len(found) < limit and reader.knows_sounds:
        near = forgive(reader, query, filters, frozenset(found), limit - len(found))
    return SearchResult(
        query=raw,
        hits=(*found.values(), *near),
        # The hits may not be among the passages that were compared.
        total=max(total, len(found)),
        total_exact=exact,
        elapsed_ms=(perf_counter() - began) * 1000,
        near=len(near),
    )


def _hits(reader: Reader, stage: Stage) -> Iterator[Hit]:
    """The matches of one stage, best first. A list of all that passes the filters has no roles."""
    for role in ROLE_ORDER if stage.needles else (None,):
        for record in stage.candidates(reader, role):
            if stage.holds(record.text):
                points = score(stage.how, record.id, role, whole=stage.whole)
                yield Hit(record, stage.spans(record.text), stage.how, points)


def _total(reader: Reader, stages: Sequence[Stage], compared: int) -> tuple[int, bool]:
    """How many passages match any stage, and whether that is all or at least so many."""
    widest = [
        stage
        for stage in stages
        if not any(other.contains(stage) for other in stages if other is not stage)
    ]
    if len(widest) == 1 and widest[0].certain:
        count = widest[0].count(reader, _COUNTED)
        return count, count < _COUNTED
    matching: set[int] = set()
    left = compared
    for stage in widest:
        for record in islice(stage.candidates(reader), left + 1):
            if left == 0:
                return len(matching), False
            left -= 1
            if stage.holds(record.text):
                matching.add(record.id)
    return len(matching), True
