"""What the find screen asks of the library, and what it says when there is no answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuibrowser.model import Filters, SearchResult
from tuibrowser.search.find import search
from tuibrowser.search.query import parse
from tuibrowser.store.library import LibraryError

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader


@dataclass(frozen=True, slots=True)
class Found:
    """What a query came to."""

    result: SearchResult
    absent: tuple[str, ...] = ()
    """Without hits: the words that have none by themselves either."""


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
    return Found(
        result,
        tuple(
            needle
            for needle in query.needles
            if not search(reader, f'"{needle}"', query.filters, limit=1).hits
        ),
    )


def count(result: SearchResult) -> str:
    """The number of hits, honest where it is only a lower bound: ``132`` or ``1000+``."""
    return f"{result.total}" if result.total_exact else f"{result.total}+"


def regret(found: Found) -> str:
    """Why there are no hits, in one sentence."""
    query = parse(found.result.query)
    scope = "报告库中" if query.filters == Filters() else "限定的范围内"
    if found.absent:
        words = "、".join(f"“{word}”" for word in found.absent)
        return f"没有结果：{scope}没有{words}。"
    if len(query.needles) > 1:
        return f"没有结果：{scope}各词都有，但没有一段同时符合。可减少词语再试。"
    if query.excluded:
        return f"没有结果：{scope}符合的段落都被“-”排除了。"
    return "没有结果：请放宽年度、地区、单位、部分或领域的限定。"


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
