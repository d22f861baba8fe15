"""What the find screen asks of the library, and what it says when there is no answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tuibrowser.lexicon.labels import KIND_WORDS, THEME_LABELS
from tuibrowser.model import Filters, Query, SearchResult
from tuibrowser.search.find import search
from tuibrowser.search.query import parse
from tuibrowser.store.index import issuer_token, place_token
from tuibrowser.store.library import LibraryError

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader


_VALUES: Final = {
    "年": "2023、2021-2023 等年份",
    "部分": "、".join(KIND_WORDS.values()),
    "领域": "、".join(THEME_LABELS.values()) + "，或其中几个字",
}
"""What may stand after the colon of a field that does not take any name."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a query came to."""

    result: SearchResult
    absent: tuple[str, ...] = ()
    """Without hits: the words that have none by themselves either."""
    nowhere: tuple[str, ...] = ()
    """Without hits: places, issuers and years asked for of which there is no report at all."""


def find(reader: Reader, raw: str, limit: int) -> Found:
    """Search, and where nothing is found, find out which word is to blame.

    Args:
        reader: An open library.
        raw: What was typed.
        limit: Most hits to fetch.

    Raises:
        tuibrowser.store.library.Interrupted: ``reader.interrupt`` was called.
        tuibrowser.store.library.LibraryError: The library became unusable.
    """
    result = search(reader, raw, limit=limit)
    if result.hits:
        return Found(result)
    query = parse(raw)
    absent = tuple(
        needle
        for needle in query.needles
        if not search(reader, f'"{needle}"', query.filters, limit=1).hits
    )
    return Found(result, absent, tuple(_nowhere(reader, query.filters)))


def count(result: SearchResult) -> str:
    """The number of hits, honest where it is only a lower bound: ``132`` or ``1000+``."""
    return f"{result.total}" if result.total_exact else f"{result.total}+"


def regret(found: Found) -> str:
    """Why there are no hits, in one sentence."""
    query = parse(found.result.query)
    if misread := _misread(query):
        return f"没有结果：{misread}。"
    if query.excluded and not query.needles and query.filters == Filters():
        return "没有结果：请写一个要查的词，“-”只从结果中排除。"
    if found.nowhere:
        return f"没有结果：报告库中没有{'、'.join(found.nowhere)}的报告。"
    scope = "报告库中" if query.filters == Filters() else "限定的范围内"
    if found.absent:
        words = "、".join(f"“{word}”" for word in found.absent)
        return f"没有结果：{scope}没有{words}。"
    if len(query.needles) > 1:
        return f"没有结果：{scope}各词都有，但没有一段同时符合。可减少词语再试。"
    if query.excluded:
        return f"没有结果：{scope}符合的段落都被“-”排除了。"
    return "没有结果：请放宽年度、地区、单位、部分或领域的限定。"


def _nowhere(reader: Reader, filters: Filters) -> Iterator[str]:
    """The places, issuers and years that leave nothing, as people write them."""
    # Several values of one field mean any of them: only all together can be to blame.
    for name, values, tokens in (
        ("地", filters.places, tuple(map(place_token, filters.places))),
        ("镇", filters.issuers, tuple(map(issuer_token, filters.issuers))),
    ):
        if values and not reader.count([tokens], None, 1):
            yield f"“{name}:{'、'.join(values)}”"
    if filters.years and not reader.count([], filters.years, 1):
        first, last = filters.years
        yield f" {first} 年" if first == last else f" {first} 至 {last} 年"


def _misread(query: Query) -> str:
    """What a field takes, where a value that it does not take was typed and so became a word."""
    for needle in query.needles:
        field, colon, value = needle.partition(":")
        if colon and value and field in _VALUES:
            return f"“{field}:”后不能写“{value}”，可写：{_VALUES[field]}"
    return ""


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
