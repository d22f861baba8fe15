"""The one door of search: query text in, ranked hits out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from tuibrowser.model.search import Filters, Hit, PassageRecord, Query, SearchResult
from tuibrowser.model.terms import Role
from tuibrowser.search.limits import limited
from tuibrowser.search.query import misread, parse, written
from tuibrowser.search.rank import ROLE_ORDER, score, stand_together
from tuibrowser.search.stages import CHUNK, Stage, plan, widest_of
from tuibrowser.text.equivalence import equate

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader

_UNFILTERED = Filters()

# With fewer passages that hold the query, or nearly, those are added that mean the like.
_FEW = 5

# Rows counted from the index alone, and candidates compared one by one to count them.
_COUNTED = 20_000
_COMPARED = 200

# Work goes before headings among the newest so many candidates, then among the next: with 100,000
# reports it takes 30 ms to make sure that no measure at all says what is a common heading.
_RANKED = 1_000

# Of scattered words the newest matches so many are looked through for compact ones, 10 us each;
# words that stand side by side are found wherever they are, by a stage of their own.
_SORTED = 128


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
            hold what it may have been meant to be, and where even these are few, measures about
            what it is about. The hits of the same question without it are the first of the
            answer, unchanged.

    Raises:
        tuibrowser.store.library.Interrupted: ``reader.interrupt`` was called.
        tuibrowser.store.library.LibraryError: The library became unusable.
    """
    began = perf_counter()
    query = parse(raw)
    hits: dict[int, Hit] = {}
    complete = True
    contributing: list[Stage] = []
    for stage in plan(query, filters):
        known = len(hits)
        for record in _matches(reader, stage, limit - known):
            if len(hits) >= limit:
                complete = False
                break
            if record.id not in hits:
                spans = stage.spans(record.text)
                hits[record.id] = Hit(record, spans, stage.how, score(len(hits)))
        else:
            if len(hits) == known:
                continue
        contributing.append(stage)
    total, exact = (len(hits), True) if complete else _total(reader, contributing, compared)
    near: tuple[Hit, ...] = ()
    if forgiving and complete:
        near = _near(reader, query, filters, frozenset(hits), limit)
    return SearchResult(
        query=raw,
        hits=(*hits.values(), *near),
        # The hits may not be among the passages that were compared.
        total=max(total, len(hits)),
        total_exact=exact,
        elapsed_ms=(perf_counter() - began) * 1000,
        near=len(near),
    )


def _near(
    reader: Reader, query: Query, filters: Filters, known: frozenset[int], limit: int
) -> tuple[Hit, ...]:
    """What comes near ``query``; with the ``known`` hits no more than ``limit``."""
    if not known and (unread := misread(query.needles)) and len(unread) < len(query.needles):
        return _without(reader, query, unread, filters, limit)
    if len(known) < min(limit, _FEW):
        near = _within_limits_said(reader, query, filters, limit)
        if near := tuple(hit for hit in near if hit.passage.id not in known)[: limit - len(known)]:
            return near
    near = ()
    if len(known) < limit and reader.knows_sounds:
        from tuibrowser.search.forgive import forgive  # noqa: PLC0415  (5 ms, often not needed)

        near = forgive(reader, query, filters, known, limit - len(known))
    got = len(known) + len(near)
    if got < min(limit, _FEW):
        from tuibrowser.search.meaning import by_meaning  # noqa: PLC0415  (2 ms, often not needed)

        ids = known | {hit.passage.id for hit in near}
        near += by_meaning(reader, query, filters, ids, limit - got)
    return near


def _without(
    reader: Reader, query: Query, unread: Sequence[str], filters: Filters, limit: int
) -> tuple[Hit, ...]:
    """What has the words of ``query``, whatever its fields ``unread`` were to say."""
    words = [needle for needle in query.needles if needle not in unread]
    note = f"未按{'、'.join(f'“{it}”' for it in unread)}筛选"
    return _asked_so(reader, query, words, (query.filters, filters), limit, note)


def _within_limits_said(
    reader: Reader, query: Query, filters: Filters, limit: int
) -> tuple[Hit, ...]:
    """What has the words of ``query`` within the year or unit that others of its words name."""

    def lists(fields: Filters) -> bool:
        return bool(search(reader, "", fields, limit=1, compared=0).hits)

    if meant := limited(reader, query, lists):
        note = f"按 {meant.said} 筛选"
        return _asked_so(reader, query, meant.words, (meant.fields, filters), limit, note)
    return ()


def _asked_so(
    reader: Reader,
    query: Query,
    words: Sequence[str],
    limits: tuple[Filters, Filters],
    limit: int,
    note: str,
) -> tuple[Hit, ...]:
    """The answer to some ``words`` of ``query`` within ``limits``, said and chosen; each hit with
    ``note``."""
    # In quotes pinyin would be no pinyin.
    asked = (f'"{word}"' if word in query.quoted else word for word in words)
    raw = " ".join((*asked, written((), limits[0], query.excluded)))
    found = search(reader, raw, limits[1], limit, compared=0, forgiving=True).hits
    return tuple(
        hit._replace(note="；".join(filter(None, (note, hit.note))), score=-float(place))
        for place, hit in enumerate(found)
    )


def _matches(reader: Reader, stage: Stage, wanted: int) -> Iterator[PassageRecord]:
    """The matches of one stage, best first. A list of all that passes the filters has no roles."""
    if not stage.needles:
        yield from filter(lambda record: stage.holds(record.text), stage.candidates(reader))
        return
    for ids in stage.blocks(reader, _RANKED):
        for candidates in _by_role(reader, ids, wanted):
            matches = filter(lambda record: stage.holds(record.text), candidates)
            if len(stage.needles) > 1:
                newer = list(islice(matches, _SORTED))
                yield from sorted(newer, key=lambda record: not _compact(stage, record))
            yield from matches


def _by_role(reader: Reader, ids: Sequence[int], wanted: int) -> Iterator[Iterator[PassageRecord]]:
    """The passages of each role in turn; nothing is looked up before it is needed."""
    roles: dict[int, Role] = {}
    # Of candidates 97 in 100 match, so this many are enough, if all are of one role.
    some = wanted + wanted // 10 + 1

    def those_of(role: Role) -> Iterator[PassageRecord]:
        for start in range(0, len(ids), CHUNK):
            chunk = ids[start : start + CHUNK]
            if chunk[0] not in roles:
                roles.update(reader.roles(chunk))
            named = [id_ for id_ in chunk if roles[id_] == role]
            for first in range(0, len(named), some):
                yield from reader.records(named[first : first + some])

    return map(those_of, ROLE_ORDER)


def _compact(stage: Stage, record: PassageRecord) -> bool:
    return stand_together(stage.needles, equate(record.text))


def _total(reader: Reader, stages: Sequence[Stage], compared: int) -> tuple[int, bool]:
    """How many passages match any stage, and whether that is all or at least so many."""
    widest = widest_of(stages)
    if len(widest) == 1 and widest[0].certain:
        count = widest[0].tally(reader, _COUNTED)
        return count, count < _COUNTED
    matching: set[int] = set()
    left = compared
    for stage in widest:
        for passage in stage.texts(reader):
            if left == 0:
                return len(matching), False
            left -= 1
            if stage.certain or stage.holds(passage.text):
                matching.add(passage.id)
    return len(matching), True
